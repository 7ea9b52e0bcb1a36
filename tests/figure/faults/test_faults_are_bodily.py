"""A wrong version is a body too: it does not grow, bend too far, slip or go through things; one place is wrong."""

from __future__ import annotations

import pytest

from kinetic_home.domain.fault import FaultKind
from kinetic_home.domain.motion import Contact, Motion
from kinetic_home.domain.room import PropKind
from kinetic_home.domain.side import Side
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.kinematics import Leg, hip_angles
from kinetic_home.figure.skeleton import RANGE_OF_MOTION
from kinetic_home.figure.space import Vec, distance
from tests.figure.faults.pairs import Pair, repetition
from tests.figure.faults.regions import REGIONS, part_of
from tests.figure.faults.signs import IN_TIME
from tests.figure.shown import ROOM
from tests.figure.test_anatomy import SEGMENTS

# What may be beyond a normal range or below the floor: less than anyone sees.
SPARE_DEG, SPARE_M = 3.0, 0.005
# A foot rolls over its edge, a seat and a shoulder give way a little.
SLIPS_M, SHOULDER_SLIPS_M = 0.012, 0.025
ELSEWHERE_DEG = 6.0
# From here on a hip is read as moving in the horizontal plane; a frontal reading would blow up.
FLAT_FROM_DEG = 40.0


def _hips(figure: Figure, horizontal: bool) -> dict[str, float]:
    found: dict[str, float] = {}
    for side, sign in (("right", 1), ("left", -1)):
        joints, frames = figure.joints, figure.frames
        points = (joints[f"{side}_hip"], joints[f"{side}_knee"], joints[f"{side}_ankle"])
        leg = Leg(*points, frames[f"{side}_thigh"], frames[f"{side}_shank"], frames[f"{side}_foot"])
        hip = hip_angles(leg, frames["hips"], sign, horizontal)
        if hip.flexion_deg > FLAT_FROM_DEG:
            hip = hip_angles(leg, frames["hips"], sign, True)
        found |= {
            f"{side}_hip_flexion": hip.flexion_deg,
            f"{side}_hip_abduction": hip.abduction_deg,
            f"{side}_hip_rotation": hip.rotation_deg,
        }
    return found


def _angles(figure: Figure, horizontal: bool) -> dict[str, float]:
    """Return all angles, hips against the pelvis; a raised arm does not turn over at half a turn."""
    found = {**figure.angles, **_hips(figure, horizontal)}
    return {
        name: angle + 360.0 if name.endswith("shoulder_flexion") and angle < -150.0 else angle
        for name, angle in found.items()
    }


def test_no_part_of_a_wrong_body_grows_or_shrinks(pair: Pair, side: Side) -> None:
    right = repetition(pair.right, side)[0]
    for figure in repetition(pair.wrong, side):
        for near, far in SEGMENTS:
            length = distance(figure.joints[near], figure.joints[far])
            assert length == pytest.approx(distance(right.joints[near], right.joints[far]), abs=1e-6), (near, far)


def test_nothing_of_a_wrong_body_goes_through_the_floor(pair: Pair, side: Side) -> None:
    for figure in repetition(pair.wrong, side):
        for joint, point in figure.joints.items():
            assert point[1] > -SPARE_M, joint


def test_no_joint_of_a_wrong_body_leaves_its_normal_range(pair: Pair, side: Side) -> None:
    horizontal = pair.right.horizontal_abduction
    right = [_angles(figure, horizontal) for figure in repetition(pair.right, side)]
    for figure in repetition(pair.wrong, side):
        for name, angle in _angles(figure, horizontal).items():
            limits = RANGE_OF_MOTION.get(name.removeprefix("right_").removeprefix("left_"))
            if limits is not None and not limits[0] - SPARE_DEG <= angle <= limits[1] + SPARE_DEG:
                # How far the right version goes is asked elsewhere.
                reached = [angles[name] for angles in right]
                assert min(reached) - SPARE_DEG <= angle <= max(reached) + SPARE_DEG, name


def test_what_a_wrong_body_stands_on_does_not_slip(pair: Pair) -> None:
    since: dict[str, Vec] = {}
    for figure in repetition(pair.wrong, Side.RIGHT):
        now = {
            contact.part: (contact.at[0] + figure.ground_m, contact.at[1], contact.at[2])
            for contact in figure.contacts
            if contact.on in ROOM
        }
        since = {part: since.get(part, point) for part, point in now.items()}
        for part, point in now.items():
            if pair.right.carrier.value not in {"walk", "side_walk"}:
                assert distance(point, since[part]) < (SHOULDER_SLIPS_M if "shoulder" in part else SLIPS_M), part


def _faces(motion: Motion) -> list[float]:
    return [prop.at[0] - prop.size[0] / 2.0 for prop in motion.props if prop.kind is PropKind.WALL and prop.at[0] > 0]


def test_nothing_of_a_wrong_body_goes_through_the_wall(pair: Pair) -> None:
    for face in _faces(pair.wrong):
        for figure in repetition(pair.wrong, Side.RIGHT):
            for joint, point in figure.joints.items():
                assert point[0] < face + SPARE_M, joint


def test_only_what_belongs_to_a_fault_differs(pair: Pair) -> None:
    if pair.kind in IN_TIME:
        assert pair.wrong.start.work == pair.right.start.work
        assert pair.wrong.end.work == pair.right.end.work
        return
    allowed = set(REGIONS[pair.kind])
    # A hand that holds on to something stays there, so its arm gives.
    poses = (pair.right.start, pair.right.end)
    allowed |= {name for name in ("work_arm", "other_arm") if any(getattr(pose, name).hand for pose in poses)}
    # A leg that comes down to help on the way stays where it stands, so it gives too.
    if poses[0].other.contact is Contact.FREE and any(key.pose.other.contact.on_foot for key in pair.right.back):
        allowed.add("other_leg")
    for clean, shown in zip(repetition(pair.right, Side.RIGHT), repetition(pair.wrong, Side.RIGHT), strict=True):
        horizontal = pair.right.horizontal_abduction
        before, after = _angles(clean, horizontal), _angles(shown, horizontal)
        for name, angle in after.items():
            if part_of(name) not in allowed:
                assert abs(angle - before[name]) < ELSEWHERE_DEG, name


def test_every_fault_of_the_body_says_where_it_may_show() -> None:
    assert set(REGIONS) | IN_TIME == set(FaultKind)
