from __future__ import annotations

import msgspec
import pytest

from kinetic_home.catalogue.motion_schema import MotionFile
from kinetic_home.catalogue.motions import motion_of
from kinetic_home.domain.motion import Carrier, Contact, Flow
from kinetic_home.domain.room import PropKind, Touch

STANDING = {"trunk": 0, "work": [0, 0, 0], "other": [0, 0, 0], "work_contact": "flat", "other_contact": "flat"}
BENT = {**STANDING, "trunk": 40, "work": [60, 20, 0], "other": [60, 20, 0]}


def table(**more: object) -> MotionFile:
    return msgspec.convert({"poses": {"A": STANDING, "B": BENT}, **more}, MotionFile)


def test_two_poses_are_enough() -> None:
    motion = motion_of(table())
    assert motion.end.trunk_deg == 40
    assert motion.end.work.hip_deg == 60
    assert motion.flow is Flow.EASE
    assert motion.carrier is Carrier.WORK_FOOT


def test_a_pose_on_the_way_takes_what_it_does_not_say_in_proportion() -> None:
    motion = motion_of(table(out=[{"at": 0.5, "trunk": 10}]))
    assert motion.out[0].pose.trunk_deg == 10
    assert motion.out[0].pose.work.hip_deg == 30
    assert motion.out[0].pose.work.contact is Contact.FLAT


def test_a_mirrored_way_back_exchanges_the_sides() -> None:
    motion = motion_of(table(mirror_back=True, out=[{"at": 0.5, "work": [30, 0, 0], "sway_m": 0.02, "twist": 4}]))
    assert motion.back[0].pose.other.hip_deg == 30
    assert motion.back[0].pose.sway_m == -0.02
    assert motion.back[0].pose.twist_deg == -4


def test_a_hand_lies_as_is_usual_for_its_thing() -> None:
    a = {**STANDING, "work_hand": {"on": "wall", "at": [0.5, 1.2, 0.2]}}
    hand = motion_of(msgspec.convert({"poses": {"A": a, "B": a}}, MotionFile)).start.work_arm.hand
    assert hand is not None
    assert hand.on is Touch.WALL
    assert hand.palm == (1.0, 0.0, 0.0)
    assert not hand.grip


def test_a_thing_without_a_size_has_its_usual_one() -> None:
    prop = motion_of(table(props=[{"kind": "chair"}])).props[0]
    assert prop.kind is PropKind.CHAIR
    assert prop.size[1] == 0.44


@pytest.mark.parametrize(
    ("more", "cause"),
    [
        ({"out": [{"at": 0.6}, {"at": 0.3}]}, "must follow one another"),
        ({"out": [{"at": 0.3}, {"at": 0.3}]}, "must follow one another"),
        ({"back": [{"at": 0.3}], "mirror_back": True}, "not both"),
    ],
)
def test_parts_that_do_not_fit_together_are_refused_with_the_cause(more: dict[str, object], cause: str) -> None:
    with pytest.raises(ValueError, match=cause):
        motion_of(table(**more))


def test_a_seat_without_a_chair_is_the_mat() -> None:
    assert motion_of(table(carrier="seat")).carrier is Carrier.SEAT


def test_a_pose_without_its_legs_is_refused() -> None:
    file = msgspec.convert({"poses": {"A": STANDING, "B": {"trunk": 0}}}, MotionFile)
    with pytest.raises(ValueError, match="pose B needs"):
        motion_of(file)


def test_unknown_keys_are_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="unknown field"):
        table(tempo="slow")
