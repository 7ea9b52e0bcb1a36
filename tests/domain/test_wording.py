"""Doses and lengths of time in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.dose import Dose
from kinetic_home.domain.exercise import RepPhase
from kinetic_home.domain.wording import PHASE_WORDS, dose_in_words, length_in_words, minutes_in_words, thing_in_words
from tests.builders import holds, reps, timed


@pytest.mark.parametrize(
    ("dose", "per_side", "words"),
    [
        (reps(10, sets=2), True, "2 sets of 10 on each side"),
        (reps(8, sets=1), False, "1 set of 8"),
        (holds(1, hold_ms=30_000), False, "1 set of 30 seconds"),
        (holds(3, hold_ms=1_000, sets=2), True, "2 sets of 3 × 1 second on each side"),
        (timed(90_000), False, "1 set of 1 minute 30 seconds"),
        (Dose(sets=10, work_ms=60_000, rest_ms=0), False, "10 sets of 1 minute"),
    ],
)
def test_a_dose_is_told_as_a_person_says_it(dose: Dose, per_side: bool, words: str):
    assert dose_in_words(dose, per_side=per_side) == words


@pytest.mark.parametrize(
    ("ms", "words"),
    [
        (0, "0 seconds"),
        (400, "0 seconds"),
        (1_000, "1 second"),
        (59_600, "1 minute"),
        (61_000, "1 minute 1 second"),
        (150_000, "2 minutes 30 seconds"),
        (3_600_000, "60 minutes"),
    ],
)
def test_a_length_is_told_in_minutes_and_seconds(ms: int, words: str):
    assert length_in_words(ms) == words


@pytest.mark.parametrize(("ms", "words"), [(0, "1 minute"), (89_000, "1 minute"), (1_620_000, "27 minutes")])
def test_a_length_in_minutes_is_one_at_least(ms: int, words: str):
    assert minutes_in_words(ms) == words


@given(st.integers(0, 7_200_000))
def test_the_words_of_a_length_add_up_to_it(ms: int):
    number = iter(length_in_words(ms).replace("minutes", "minute").replace("seconds", "second").split())
    told = sum(int(count) * {"minute": 60, "second": 1}[unit] for count, unit in zip(number, number, strict=True))
    assert abs(told * 1000 - ms) <= 500


def test_every_phase_has_its_word():
    assert set(PHASE_WORDS) == set(RepPhase)
    # A pause in a repetition is held like any hold; every other phase has a word of its own.
    assert PHASE_WORDS[RepPhase.PAUSE] == PHASE_WORDS[RepPhase.HOLD]
    assert len(set(PHASE_WORDS.values())) == len(RepPhase) - 1


def test_things_are_called_as_a_person_calls_them():
    assert thing_in_words("support") == "a worktop or rail to hold"
    assert thing_in_words("chair") == "chair"
