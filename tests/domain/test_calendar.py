"""Which day a moment belongs to."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.calendar import local_time, training_day

MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1))  # noqa: DTZ001 - hypothesis wants naive bounds
OFFSETS = st.integers(-14 * 60, 14 * 60)


def in_utc(moment: datetime) -> str:
    return moment.replace(tzinfo=UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@pytest.mark.parametrize(
    ("utc", "offset_min", "day"),
    [
        ("2026-03-02T09:00:00.000Z", 60, date(2026, 3, 2)),
        ("2026-03-02T02:59:59.999Z", 60, date(2026, 3, 1)),
        ("2026-03-02T03:00:00.000Z", 60, date(2026, 3, 2)),
        ("2026-03-02T23:30:00.000Z", 60, date(2026, 3, 2)),
        ("2026-03-02T11:59:59.999Z", -480, date(2026, 3, 1)),
        ("2026-12-31T22:14:59.999Z", 345, date(2026, 12, 31)),
        ("2026-12-31T22:15:00.000Z", 345, date(2027, 1, 1)),
        ("2027-01-01T00:30:00.000Z", 0, date(2026, 12, 31)),
    ],
)
def test_a_training_day_ends_at_four_in_the_morning_local_time(utc: str, offset_min: int, day: date) -> None:
    assert training_day(utc, offset_min) == day


def test_another_hour_can_end_the_day() -> None:
    assert training_day("2026-03-02T00:30:00.000Z", 0, rollover_hour=0) == date(2026, 3, 2)


@pytest.mark.parametrize("text", ["2026-03-02T09:00:00", "2026-03-02T09:00:00+01:00", "yesterday", ""])
def test_a_time_that_is_not_utc_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"UTC|isoformat"):
        local_time(text, 60)


@given(moment=MOMENTS, offset_min=OFFSETS)
def test_a_moment_lies_within_the_24_hours_of_its_training_day(moment: datetime, offset_min: int) -> None:
    utc = in_utc(moment)
    begins = datetime.combine(training_day(utc, offset_min), datetime.min.time()) + timedelta(hours=4)
    assert begins <= local_time(utc, offset_min) < begins + timedelta(hours=24)


@given(moment=MOMENTS, offset_min=OFFSETS)
def test_24_hours_later_is_the_next_training_day(moment: datetime, offset_min: int) -> None:
    today = training_day(in_utc(moment), offset_min)
    tomorrow = training_day(in_utc(moment + timedelta(hours=24)), offset_min)
    assert tomorrow - today == timedelta(days=1)
