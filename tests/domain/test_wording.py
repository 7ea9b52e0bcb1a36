"""Doses and lengths of time in words."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.dose import Dose
from kinetic_home.domain.exercise import Category, Position, RepPhase
from kinetic_home.domain.wording import (
    CATEGORY_WORDS,
    EQUIPMENT_WORDS,
    LEVEL_WORDS,
    LOAD_WORDS,
    MUSCLE_WORDS,
    PHASE_WORDS,
    POSITION_WORDS,
    TISSUE_WORDS,
    BodyPart,
    base_equipment,
    body_part_of,
    category_in_words,
    dose_in_words,
    equipment_in_words,
    is_optional,
    length_in_words,
    level_in_words,
    load_in_words,
    minutes_in_words,
    muscle_in_words,
    position_in_words,
    targets_in_words,
    tissue_in_words,
)
from tests.builders import exercise, holds, reps, timed


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


@pytest.mark.parametrize(
    "words",
    [
        *(EQUIPMENT_WORDS, MUSCLE_WORDS, CATEGORY_WORDS, POSITION_WORDS, LEVEL_WORDS),
        *(TISSUE_WORDS, LOAD_WORDS),
    ],
)
def test_words_stand_in_a_sentence_as_well_as_in_a_list(words: Mapping[object, str]):
    for word in words.values():
        assert word == word.lower().strip()
        assert not word.startswith(("a ", "an ", "the "))
        assert "_" not in word


def test_every_category_position_and_level_has_a_word_of_its_own():
    assert set(CATEGORY_WORDS) == set(Category)
    assert set(POSITION_WORDS) == set(Position)
    assert set(LEVEL_WORDS) == {1, 2, 3, 4, 5}
    for words in (CATEGORY_WORDS, POSITION_WORDS, LEVEL_WORDS, LOAD_WORDS):
        assert len(set(words.values())) == len(words)


def test_things_are_called_as_a_person_calls_them():
    assert muscle_in_words("gastroc") == muscle_in_words("calf") == "calf"
    assert equipment_in_words("support") == "worktop or rail to hold"
    assert category_in_words(Category.PATTERN) == "everyday moves"
    assert position_in_words(Position.SUPINE) == "lying on your back"
    assert level_in_words(1) == "very easy"
    assert tissue_in_words("pfj") == "front of the knee"
    assert load_in_words(3) == "high load"


@pytest.mark.parametrize("equipment", EQUIPMENT_WORDS)
def test_a_thing_that_one_can_do_without_is_called_the_same(equipment: str):
    assert equipment_in_words(f"{equipment}_opt") == equipment_in_words(equipment)
    assert base_equipment(f"{equipment}_opt") == equipment
    assert is_optional(f"{equipment}_opt")
    assert not is_optional(equipment)


def test_targets_of_one_word_are_told_once():
    made = replace(exercise(), targets=("soleus", "gastroc", "calf"))
    assert targets_in_words(made) == ("lower calf", "calf")


@pytest.mark.parametrize(
    ("targets", "tissue", "parts"),
    [
        (("quads",), {}, ("knee",)),
        (("calf", "glute_med"), {}, ("hip", "ankle")),
        (("hamstrings",), {}, ("hip", "knee")),
        (("grip",), {"back": 2}, ("back and trunk",)),
        (("calf",), {"pfj": 1, "plantar": 3}, ("ankle", "foot")),
    ],
)
def test_an_exercise_is_for_what_it_targets_or_loads_well(
    targets: tuple[str, ...], tissue: dict[str, int], parts: tuple[str, ...]
):
    assert body_part_of(replace(exercise(), targets=targets, tissue=tissue)) == parts


@pytest.mark.parametrize("muscle", sorted(set(MUSCLE_WORDS) - {"grip"}))
def test_every_target_belongs_to_a_part_of_the_body(muscle: str):
    assert set(body_part_of(replace(exercise(), targets=(muscle,), tissue={}))) <= set(BodyPart)
    assert body_part_of(replace(exercise(), targets=(muscle,), tissue={}))
