"""The key poses of every exercise can be stood in: a foot on the floor is level, on its ball or on its heel."""

from __future__ import annotations

import pytest

from kinetic_home.app.paths import shipped
from kinetic_home.catalogue.exercises import load_catalogue
from kinetic_home.domain.exercise import Exercise
from kinetic_home.domain.motion import Contact, LegPose, Pose

EXERCISES = list(load_catalogue(shipped("resources")).exercises.values())


def pitch_deg(pose: Pose, leg: LegPose) -> float:
    """Return the slope of the sole, heel down positive; the identity holds for any leg."""
    return leg.hip_deg - pose.trunk_deg - leg.knee_deg + leg.ankle_deg


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_the_sole_lies_as_its_contact_says(exercise: Exercise) -> None:
    for pose in (exercise.motion.start, exercise.motion.end):
        for leg in (pose.work, pose.other):
            pitch = pitch_deg(pose, leg)
            match leg.contact:
                case Contact.FLAT:
                    assert abs(pitch) <= 3
                case Contact.TOE:
                    assert pitch <= -8
                case Contact.HEEL:
                    assert pitch >= 8
                case Contact.EDGE:
                    # The ball lies on an edge; the heel may be above it or below, as far as an ankle goes.
                    assert abs(pitch) <= 40
                case _:
                    assert not leg.contact.on_foot
