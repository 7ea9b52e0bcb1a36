"""Real time, virtual time, fresh ids and the training day."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.app.clock import RandomIds, SystemClock, VirtualClock, today
from tests.fakes import FakeClock

UTC_TO_THE_MS = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


def test_real_time_only_goes_forward():
    clock = SystemClock()
    seen = [clock.monotonic_ms() for _ in range(1_000)]
    assert seen == sorted(seen)


def test_the_time_of_day_is_told_in_utc_to_the_ms():
    assert UTC_TO_THE_MS.fullmatch(SystemClock().utc_now())


@pytest.mark.parametrize(
    ("zone", "offset_min"), [("UTC0", 0), ("XXX-5:30", 330), ("XXX+9", -540), ("XXX-14", 840), ("XXX+3:30", -210)]
)
def test_the_local_offset_is_told_in_minutes_ahead_of_utc(
    zone: str, offset_min: int, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
):
    tzset = pytest.importorskip("time").tzset
    request.addfinalizer(tzset)
    with monkeypatch.context() as patch:
        patch.setenv("TZ", zone)
        tzset()
        told = SystemClock().utc_offset_min()
    assert told == offset_min


def test_virtual_time_begins_at_a_real_moment_and_stands_until_it_is_told_to_pass():
    clock = VirtualClock(FakeClock("2026-03-02T09:00:00.000Z", offset_min=-300))
    assert (clock.monotonic_ms(), clock.utc_now(), clock.utc_offset_min()) == (0, "2026-03-02T09:00:00.000Z", -300)


@given(st.lists(st.integers(0, 10_000_000), max_size=5))
def test_virtual_time_passes_by_exactly_what_it_is_told(steps: list[int]):
    clock, real = VirtualClock(FakeClock()), FakeClock()
    for step in steps:
        clock.pass_ms(step)
        real.advance(step)
    assert clock.monotonic_ms() == sum(steps)
    assert clock.utc_now() == real.utc_now()
    assert UTC_TO_THE_MS.fullmatch(clock.utc_now())


def test_ids_are_never_the_same():
    ids = RandomIds()
    made = {ids.new() for _ in range(1_000)}
    assert len(made) == 1_000
    assert all(re.fullmatch(r"[0-9a-f]{32}", each) for each in made)


@pytest.mark.parametrize(
    ("utc", "offset_min", "day"),
    [
        ("2026-03-02T02:59:59.999Z", 60, date(2026, 3, 1)),
        ("2026-03-02T03:00:00.000Z", 60, date(2026, 3, 2)),
        ("2026-03-02T23:30:00.000Z", 330, date(2026, 3, 3)),
        ("2026-01-01T06:00:00.000Z", -180, date(2025, 12, 31)),
    ],
)
def test_the_training_day_of_now_ends_at_four_in_the_morning(utc: str, offset_min: int, day: date):
    assert today(FakeClock(utc, offset_min=offset_min)) == day
