"""A pose in proportion between two others."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.motion import ArmPose, Contact, LegPose, Pose
from kinetic_home.domain.room import HandSpot, Touch
from kinetic_home.figure.mixing import pose_between
from tests.figure.shown import EXERCISES, NAMES

PALM = HandSpot(
    on=Touch.RAIL, at=(0.0, 0.9, 0.3), fingers=(1.0, 0.0, 0.0), palm=(0.0, -1.0, 0.0), elbow=(0.0, 0.0, 1.0)
)


@given(st.sampled_from(NAMES))
def test_at_its_ends_it_is_the_two_poses(name: str) -> None:
    motion = EXERCISES[name].motion
    assert pose_between(motion.start, motion.start, 0.5) == motion.start
    whole = pose_between(motion.start, motion.end, 1.0)
    assert (whole.trunk_deg, whole.work.knee_deg) == (motion.end.trunk_deg, motion.end.work.knee_deg)


def test_a_foot_that_is_set_down_later_hangs_until_then() -> None:
    start, end = Pose(work=LegPose(contact=Contact.FREE)), Pose(work=LegPose(contact=Contact.HEEL))
    assert pose_between(start, end, 0.5).work.contact is Contact.FREE
    up = Pose(work=LegPose(contact=Contact.TOE))
    assert pose_between(Pose(), up, 0.5).work.contact is Contact.TOE


def test_a_hand_glides_on_one_thing_and_stays_on_the_first_of_two() -> None:
    here, there = Pose(work_arm=ArmPose(hand=PALM)), Pose(work_arm=ArmPose(hand=replace(PALM, at=(0.2, 0.9, 0.3))))
    glided = pose_between(here, there, 0.5).work_arm.hand
    assert glided is not None
    assert glided.at == (0.1, 0.9, 0.3)
    assert pose_between(here, Pose(), 0.5).work_arm.hand == PALM
    held = Pose(work_arm=ArmPose(hand=replace(PALM, on=Touch.OTHER_THIGH)))
    assert pose_between(here, held, 0.9).work_arm.hand == PALM
    assert pose_between(here, held, 1.2).work_arm.hand == held.work_arm.hand
    assert pose_between(Pose(), here, 0.5).work_arm.hand is None
