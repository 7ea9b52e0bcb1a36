"""Where a body is: over feet, in the air, on a floor that moves aside, on knees, on the mat, on an elbow."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinetic_home.domain.motion import Carrier, Contact, Flow, LegPose, Motion, Pose
from kinetic_home.domain.side import Side
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.grounding import printed
from kinetic_home.figure.motion import demo_at
from kinetic_home.figure.pose import numbers, row
from kinetic_home.figure.skeleton import LIE_ELBOW_M, SIT_M, TRUNK_M, UPPER_ARM_M
from kinetic_home.figure.space import distance, dot, flipped, sub, unit
from kinetic_home.figure.spine import spine_at
from tests.figure.made import AIR, HOP, JUMP, KNEE_PLANK, SIDE_PLANK, SIDE_WALK, frames, on_floor, shown

SIDES = (Side.RIGHT, Side.LEFT)
FOOT = ("heel", "ball", "toe")


def _lowest(figure: Figure) -> float:
    return min(figure.joints[f"{side}_{part}"][1] for side in ("right", "left") for part in FOOT)


@settings(max_examples=30, deadline=None)
@given(air=st.floats(0.0, 0.3), knee=st.floats(0, 60), ankle=st.floats(-45, 20), surface=st.floats(0, 0.2))
def test_in_the_air_the_lowest_foot_is_as_high_as_it_says(
    air: float, knee: float, ankle: float, surface: float
) -> None:
    legs = LegPose(hip_deg=knee / 2, knee_deg=knee, ankle_deg=ankle, contact=Contact.FREE)
    motion = replace(JUMP, end=Pose(air_m=air, work=legs, other=AIR), surface_m=(surface, surface))
    assert _lowest(shown(motion, "BB", 0.0)) == pytest.approx(air + surface, abs=1e-6)


@pytest.mark.parametrize("motion", [JUMP, HOP])
def test_a_jump_leaves_and_lands_without_a_jerk_and_without_going_through_the_floor(motion: Motion) -> None:
    for before, after in pairwise(frames(motion, steps=120)):
        assert max(distance(before.joints[name], after.joints[name]) for name in before.joints) < 0.035
        assert _lowest(after) > -1e-3


def test_a_jump_takes_off_and_lands_where_the_feet_stand() -> None:
    stood = shown(JUMP, "AA", 0.0, rep_no=0)
    for figure in frames(JUMP):
        for contact in figure.contacts:
            assert distance(contact.at, stood.joints[contact.part]) < 1e-6
    up, down = shown(JUMP, "AB", 0.3), shown(JUMP, "BA", 0.9)
    assert {contact.part for contact in up.contacts} == {"right_ball", "left_ball"}
    assert down.contacts
    assert not shown(JUMP, "AB", 0.7).contacts


def test_feet_in_the_air_stay_as_far_apart_as_they_stood() -> None:
    wide = replace(JUMP, stance_m=(0.16, 0.16))
    flying = shown(wide, "BB", 0.0)
    assert flying.joints["right_ankle"][2] == pytest.approx(0.16, abs=1e-3)


@pytest.mark.parametrize("side", SIDES)
def test_a_hop_goes_to_the_working_side_and_back_in_the_next_repetition(side: Side) -> None:
    out = 0.35 if side is Side.RIGHT else -0.35
    first, there = shown(HOP, "AA", 0.0, side, rep_no=0), shown(HOP, "BA", 1.0, side, rep_no=1)
    again, back = shown(HOP, "AB", 0.0, side, rep_no=2), shown(HOP, "BA", 1.0, side, rep_no=2)
    for name, point in first.joints.items():
        assert distance(there.joints[name], (point[0], point[1], point[2] + out)) < 1e-6
        assert distance(there.joints[name], again.joints[name]) < 1e-6
        assert distance(back.joints[name], point) < 1e-6


def test_a_hop_moves_only_while_it_is_in_the_air() -> None:
    moved = [
        (after.joints["right_ball"][2] - before.joints["right_ball"][2], bool(before.contacts and after.contacts))
        for before, after in pairwise(frames(HOP, steps=60))
    ]
    assert all(abs(step) < 1e-6 for step, stands in moved if stands)
    assert sum(step for step, _ in moved) == pytest.approx(0.35)


def test_a_landing_is_held_where_it_landed() -> None:
    for rep_no in (1, 2):
        landed, held = shown(HOP, "BA", 1.0, rep_no=rep_no), shown(HOP, "AA", 0.4, rep_no=rep_no)
        assert all(distance(landed.joints[name], held.joints[name]) < 1e-9 for name in landed.joints)


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("flow", list(Flow))
def test_in_a_side_walk_the_feet_that_stand_go_with_the_floor(side: Side, flow: Flow) -> None:
    since: dict[str, tuple[float, float, float]] = {}
    for figure in frames(replace(SIDE_WALK, flow=flow), side):
        now = {contact.part: on_floor(figure, contact.at) for contact in figure.contacts}
        since = {part: since.get(part, point) for part, point in now.items()}
        assert now
        for part, point in now.items():
            assert distance(point, since[part]) < 1e-3


def test_a_side_walk_goes_to_the_working_side_step_by_step() -> None:
    apart = [shown(SIDE_WALK, "AA", 0.0, rep_no=0), shown(SIDE_WALK, "BB", 0.0), shown(SIDE_WALK, "BA", 1.0)]
    wide = [figure.joints["right_ankle"][2] - figure.joints["left_ankle"][2] for figure in apart]
    assert wide[1] > wide[0] + 0.2
    assert wide[2] == pytest.approx(wide[0])
    assert apart[2].ground_side_m == pytest.approx(wide[0] - wide[1], abs=0.01)
    assert shown(SIDE_WALK, "BA", 1.0, Side.LEFT).ground_side_m == pytest.approx(-apart[2].ground_side_m)
    assert apart[2].ground_m == 0.0


def test_a_side_walk_lifts_first_the_leading_and_then_the_other_foot() -> None:
    out, back = shown(SIDE_WALK, "AB", 0.5), shown(SIDE_WALK, "BA", 0.5)
    assert {contact.part for contact in out.contacts} == {"left_heel", "left_ball"}
    assert {contact.part for contact in back.contacts} == {"right_heel", "right_ball"}
    assert out.joints["right_ball"][1] > 0.01
    assert back.joints["left_ball"][1] > 0.01


def test_a_side_walk_runs_on_without_a_jerk() -> None:
    steps = [*frames(SIDE_WALK, steps=80), *frames(SIDE_WALK, steps=80, rep_no=2)]
    for before, after in pairwise(steps):
        assert max(distance(before.joints[name], after.joints[name]) for name in before.joints) < 0.03


def test_a_surface_raises_the_foot_that_stands_on_it() -> None:
    flat = LegPose(hip_deg=30, knee_deg=30)
    figure = shown(Motion(start=Pose(work=flat), end=Pose(work=flat), surface_m=(0.10, 0.0)), "AA", 0.0)
    assert figure.joints["right_heel"][1] == pytest.approx(0.10)
    assert figure.joints["left_heel"][1] == pytest.approx(0.0)


def test_a_foot_that_is_free_where_the_feet_are_placed_stands_where_its_own_pose_puts_it() -> None:
    free, down = LegPose(hip_deg=40, knee_deg=50, contact=Contact.FREE), LegPose(hip_deg=55, knee_deg=10)
    motion = Motion(
        start=Pose(other=free), end=Pose(trunk_deg=10, work=LegPose(hip_deg=70, knee_deg=80, ankle_deg=20), other=down)
    )
    touched = shown(motion, "BB", 0.0)
    assert touched.joints["left_heel"][1] == pytest.approx(0.0, abs=1e-9)
    assert touched.joints["left_ankle"][0] > touched.joints["right_ankle"][0]


def test_without_a_chair_one_sits_on_the_mat() -> None:
    long = Pose(trunk_deg=-10, work=LegPose(hip_deg=80, contact=Contact.LYING))
    figure = shown(Motion(start=long, end=long, carrier=Carrier.SEAT, lie_m=(0.068, 0.068)), "AA", 0.0)
    assert figure.joints["pelvis"][1] == SIT_M
    assert ("pelvis", "mat") in {(contact.part, contact.on) for contact in figure.contacts}


@pytest.mark.parametrize("motion", [SIDE_PLANK, KNEE_PLANK])
@pytest.mark.parametrize("side", SIDES)
def test_in_an_elbow_stand_elbow_and_leg_stay_and_nothing_goes_through_the_mat(motion: Motion, side: Side) -> None:
    name = "right" if side is Side.RIGHT else "left"
    low = "knee" if motion is KNEE_PLANK else "ankle"
    first = shown(motion, "AA", 0.0, side)
    for figure in frames(motion, side):
        for part in (f"{name}_elbow", f"{name}_wrist", f"{name}_{low}"):
            assert distance(figure.joints[part], first.joints[part]) < 1e-3, part
        assert min(point[1] for point in figure.joints.values()) > -1e-3
        elbow, shoulder = figure.joints[f"{name}_elbow"], figure.joints[f"{name}_shoulder"]
        assert distance(elbow, shoulder) == pytest.approx(UPPER_ARM_M, abs=1e-6)
        assert elbow[1] == pytest.approx(LIE_ELBOW_M)


def test_a_side_plank_ends_in_a_straight_line_with_the_shoulder_over_the_elbow() -> None:
    up = shown(SIDE_PLANK, "BB", 0.0)
    body = unit(sub(up.joints["neck"], up.joints["pelvis"]))
    assert dot(body, unit(sub(up.joints["right_hip"], up.joints["right_ankle"]))) > 0.995
    shoulder, elbow = up.joints["right_shoulder"], up.joints["right_elbow"]
    assert (shoulder[0], shoulder[2]) == pytest.approx((elbow[0], elbow[2]), abs=1e-6)
    assert up.joints["pelvis"][1] > shown(SIDE_PLANK, "AA", 0.0).joints["pelvis"][1] + 0.12


def test_a_side_plank_for_the_left_is_the_mirror_image() -> None:
    for right, left in zip(frames(SIDE_PLANK), frames(SIDE_PLANK, Side.LEFT), strict=True):
        assert left.joints["left_elbow"] == flipped(right.joints["right_elbow"])
        assert left.joints["right_ankle"] == flipped(right.joints["left_ankle"])


@pytest.mark.parametrize("carrier", [Carrier.WORK_KNEE, Carrier.OTHER_KNEE])
def test_on_all_fours_the_carrying_knee_stays_while_the_hips_rock(carrier: Carrier) -> None:
    knelt = LegPose(hip_deg=80, knee_deg=90, ankle_deg=-20, contact=Contact.KNEEL)
    back = LegPose(hip_deg=112, knee_deg=125, ankle_deg=-20, contact=Contact.KNEEL)
    motion = Motion(
        start=Pose(trunk_deg=80, work=knelt, other=knelt),
        end=Pose(trunk_deg=72, work=back, other=back),
        carrier=carrier,
    )
    first = shown(motion, "AA", 0.0)
    for figure in frames(motion):
        for side in ("right", "left"):
            assert distance(figure.joints[f"{side}_knee"], first.joints[f"{side}_knee"]) < 1e-3
    assert shown(motion, "BB", 0.0).joints["pelvis"][0] < first.joints["pelvis"][0] - 0.1
    assert first.joints["neck"][0] > first.joints["pelvis"][0] + 0.9 * TRUNK_M


def test_the_demonstration_of_a_hop_has_no_jumps() -> None:
    for before, after in pairwise(demo_at(HOP, ms, Side.LEFT) for ms in range(0, 12_000, 40)):
        assert max(distance(before.joints[name], after.joints[name]) for name in before.joints) < 0.06


def test_how_much_of_a_fault_and_of_a_shrug_shows_is_told() -> None:
    motion = Motion(start=Pose(), end=Pose(fault=1.0, shrug=0.6))
    assert shown(motion, "BB", 0.0).fault == 1.0
    assert shown(motion, "BB", 0.0).shrug == 0.6
    assert shown(motion, "AB", 0.5).fault == pytest.approx(0.5)


def test_a_leg_that_bears_on_nothing_has_no_place_on_the_ground() -> None:
    values = row(numbers(Pose()))
    spine = spine_at(values, Carrier.WORK_FOOT)
    assert printed(Motion(start=Pose(), end=Pose()), values, spine, 0, Contact.FREE) is None
    assert printed(Motion(start=Pose(), end=Pose()), values, spine, 0, Contact.FLAT) is not None
