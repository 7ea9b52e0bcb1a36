"""Doses: which parts go together, and within what limits."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.dose import (
    FASTEST_BPM,
    HEAVIEST_KG,
    LONGEST_HOLD_MS,
    LONGEST_REST_MS,
    LONGEST_WORK_MS,
    MOST_REPS,
    MOST_SETS,
    SLOWEST_BPM,
    Dose,
    DoseRange,
)
from kinetic_home.domain.tempo import Tempo

REPS: dict[str, Any] = {"sets": 2, "reps": 8, "rest_ms": 45_000}
TIMED: dict[str, Any] = {"sets": 1, "work_ms": 90_000, "rest_ms": 0}


@pytest.mark.parametrize(
    ("part", "word", "low", "high", "base"),
    [
        ("sets", "sets", 1, MOST_SETS, REPS),
        ("reps", "reps", 1, MOST_REPS, REPS),
        ("hold_ms", "hold", 1_000, LONGEST_HOLD_MS, REPS),
        ("work_ms", "work", 1_000, LONGEST_WORK_MS, TIMED),
        ("bpm", "bpm", SLOWEST_BPM, FASTEST_BPM, REPS),
        ("rest_ms", "rest", 0, LONGEST_REST_MS, REPS),
        ("load_kg", "load", 0, HEAVIEST_KG, REPS),
    ],
)
def test_each_part_reaches_its_limits_and_not_beyond(part: str, word: str, low: int, high: int, base: dict[str, Any]):
    for value in (low, high):
        assert getattr(Dose(**{**base, part: value}), part) == value
    for value in (low - 1, high + 1):
        with pytest.raises(ValueError, match=f"{word} must lie between {low} and {high:.10g}"):
            Dose(**{**base, part: value})


@pytest.mark.parametrize("load_kg", [float("nan"), float("inf"), -0.1])
def test_a_load_that_is_no_weight_is_refused(load_kg: float):
    with pytest.raises(ValueError, match="load"):
        Dose(**REPS, load_kg=load_kg)


def test_a_load_of_nothing_is_a_load():
    assert Dose(**REPS, load_kg=0.0).load_kg == 0.0


@pytest.mark.parametrize("parts", [{}, {"reps": 8, "work_ms": 60_000}])
def test_a_dose_has_either_repetitions_or_a_work_time(parts: dict[str, int]):
    with pytest.raises(ValueError, match="either repetitions or a work time"):
        Dose(sets=1, rest_ms=0, **parts)


def test_work_by_time_has_no_hold():
    with pytest.raises(ValueError, match="no hold"):
        Dose(**TIMED, hold_ms=5_000)


LIMITS = DoseRange(sets=(1, 3), reps=(4, 12), hold_ms=(5_000, 60_000), work_ms=(30_000, 300_000), load_kg=(0.0, 10.0))


def test_a_dose_on_its_limits_lies_within_its_range():
    assert LIMITS.outside(Dose(sets=1, reps=4, hold_ms=60_000, load_kg=10.0, rest_ms=0)) == ()
    assert LIMITS.outside(Dose(sets=3, work_ms=30_000, rest_ms=0)) == ()


def test_every_part_outside_its_range_is_named():
    dose = Dose(sets=4, reps=13, hold_ms=1_000, load_kg=10.5, rest_ms=0)
    assert LIMITS.outside(dose) == ("sets", "reps", "hold", "load")
    assert LIMITS.outside(Dose(sets=1, work_ms=1_000, rest_ms=0)) == ("work",)


@given(st.integers(1, MOST_REPS), st.integers(1, MOST_SETS))
def test_a_part_without_limits_is_never_outside(reps: int, sets: int):
    dose = Dose(sets=sets, reps=reps, hold_ms=LONGEST_HOLD_MS, load_kg=HEAVIEST_KG, rest_ms=0)
    assert DoseRange(sets=(1, MOST_SETS)).outside(dose) == ()


@pytest.mark.parametrize(
    ("dose", "length_ms"),
    [
        (Dose(sets=3, reps=8, tempo=Tempo.parse("3-1-2-0"), rest_ms=0), 48_000),
        (Dose(sets=3, reps=2, hold_ms=20_000, rest_ms=0), 48_000),
        (Dose(sets=3, reps=10, bpm=120, rest_ms=0), 10_000),
        (Dose(sets=3, reps=10, rest_ms=0), 20_000),
        (Dose(sets=3, work_ms=90_000, bpm=90, rest_ms=0), 90_000),
    ],
)
def test_a_set_lasts_as_long_as_its_repetitions_holds_or_work(dose: Dose, length_ms: int):
    assert dose.set_ms == length_ms
