"""Exercises and the catalogue that holds them."""

import pytest

from kinetic_home.domain.exercise import Catalogue, CueMoment, ExerciseId, Position, RepPhase
from tests.builders import exercise


def test_only_standing_and_sitting_on_a_chair_are_off_the_floor():
    assert [place for place in Position if not place.on_floor] == [Position.STANDING, Position.SEATED]


def test_a_catalogue_finds_an_exercise_by_its_id():
    made = exercise("act_bridge")
    held = Catalogue(exercises={made.id: made})
    assert held[made.id] is made
    assert made.id in held


def test_an_exercise_that_is_not_there_is_missing_and_not_made_up():
    held = Catalogue(exercises={})
    assert ExerciseId("act_bridge") not in held
    with pytest.raises(KeyError):
        held[ExerciseId("act_bridge")]


def test_a_cue_can_be_given_in_every_phase_of_a_repetition():
    assert {phase.value for phase in RepPhase} <= {moment.value for moment in CueMoment}
