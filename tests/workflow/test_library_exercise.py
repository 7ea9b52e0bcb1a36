from __future__ import annotations

from dataclasses import replace

import pytest

from kinetic_home.domain.exercise import Exercise, ExerciseId
from kinetic_home.workflow.library_exercise import checkpoint_of, exercise_view
from tests.builders import check
from tests.ui.examples import catalogue

ALL = list(catalogue().exercises.values())


@pytest.mark.parametrize("exercise", ALL, ids=lambda exercise: exercise.id)
def test_nothing_that_a_person_reads_is_an_id(exercise: Exercise) -> None:
    view = exercise_view(catalogue(), exercise.id)
    said = (
        *view.facts, view.needs, view.if_you_like, *view.muscles, view.dose, view.tempo, *view.rhythm,
        *(cue.when for cue in view.cues), *view.breathing, *(point.name for point in view.checkpoints),
    )  # fmt: skip
    assert not [words for words in said if "_" in words]
    assert all(view.breathing)
    assert view.muscles


def test_a_page_says_all_that_the_record_says() -> None:
    view = exercise_view(catalogue(), ExerciseId("str_calf_single"), {"V7": "A position stand"})
    exercise = view.exercise
    assert [cue.text for cue in view.cues] == [cue.text for cue in exercise.cues]
    assert [point.check for point in view.checkpoints] == list(exercise.checks)
    assert [card.exercise.id for card in view.easier] == list(exercise.easier)
    assert [card.exercise.id for card in view.harder] == list(exercise.harder)
    assert [source.tag for source in view.sources] == list(exercise.sources)
    assert next(source for source in view.sources if source.tag == "V7").citation == "A position stand"
    assert "3 days a week" in view.rhythm


def test_what_stands_in_brackets_is_no_part_of_a_mistakes_name() -> None:
    fault = replace(check(), fault="knee drifts inward (dynamic valgus)")
    shown = checkpoint_of(ALL[0], fault)
    assert (shown.name, shown.wrong) == ("Knee drifts inward", "Knee drifts inward.")


def test_what_is_optional_is_told_apart_from_what_is_needed() -> None:
    view = exercise_view(catalogue(), ExerciseId("str_calf_single"))
    assert "backpack" in view.if_you_like
    assert "backpack" not in view.needs


def test_an_unknown_exercise_is_refused() -> None:
    with pytest.raises(KeyError):
        exercise_view(catalogue(), ExerciseId("no_such"))


def test_a_paced_breath_is_told_in_seconds() -> None:
    assert exercise_view(catalogue(), ExerciseId("cd_breathing")).breathing[0] == (
        "Breathe in for 4 seconds, and out for 6."
    )
