from __future__ import annotations

from math import acos, asin, degrees

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.figure.kinematics import (
    LEFT,
    RIGHT,
    ankle_dorsiflexion_deg,
    bent_arm,
    bent_leg,
    elbow_flexion_deg,
    foot_eversion_deg,
    hip_angles,
    knee_flexion_deg,
    reaching_leg,
    shoulder_angles,
    two_bones,
)
from kinetic_home.figure.skeleton import SHANK_M, THIGH_M
from kinetic_home.figure.space import (
    UPRIGHT,
    ZERO,
    along,
    cross,
    distance,
    dot,
    length,
    scaled,
    sub,
    turn_x,
    turn_z,
    unit,
)

coordinate = st.floats(-1.0, 1.0)
points = st.tuples(coordinate, coordinate, coordinate)
directions = points.filter(lambda point: length(point) > 0.2).map(unit)
sides = st.sampled_from([RIGHT, LEFT])
# A leg that is bent further is read as moving out level with the floor.
legs = st.tuples(st.floats(-30, 54), st.floats(2, 140), st.floats(-40, 30), st.floats(-25, 45), st.floats(-40, 45))


@given(target=points.filter(lambda p: length(p) > 0.05), pole=directions)
def test_two_bones_keep_their_lengths_and_reach_what_is_in_reach(target, pole) -> None:
    if length(cross(unit(target), pole)) < 0.05:
        return
    middle, end = two_bones(ZERO, target, pole, THIGH_M, SHANK_M)
    assert distance(ZERO, middle) == pytest.approx(THIGH_M, abs=1e-6)
    assert distance(middle, end) == pytest.approx(SHANK_M, abs=1e-6)
    if abs(THIGH_M - SHANK_M) + 1e-3 < length(target) < THIGH_M + SHANK_M - 1e-3:
        assert distance(end, target) < 1e-6


@given(target=points.filter(lambda p: 0.1 < length(p) < 0.8), pole=directions)
def test_the_middle_joint_bends_towards_the_pole(target, pole) -> None:
    if length(cross(unit(target), pole)) < 0.05:
        return
    middle, _ = two_bones(ZERO, target, pole, THIGH_M, SHANK_M)
    aside = along(middle, unit(target), -dot(middle, unit(target)))
    assert dot(aside, pole) > 0


def test_a_target_out_of_reach_is_reached_for_with_a_straight_limb() -> None:
    middle, end = two_bones(ZERO, (0.0, -2.0, 0.0), (1.0, 0.0, 0.0), THIGH_M, SHANK_M)
    assert end[1] == pytest.approx(-(THIGH_M + SHANK_M))
    assert middle[0] == pytest.approx(0.0, abs=1e-6)


@given(angles=legs, side=sides, lean=st.floats(-90, 60))
def test_angles_are_read_from_a_leg_as_they_were_put_in(angles, side, lean) -> None:
    trunk = turn_z(UPRIGHT, -lean)
    leg = bent_leg(ZERO, trunk, side, angles, False)
    hip = hip_angles(leg, trunk, side, False)
    assert hip.flexion_deg == pytest.approx(angles[0], abs=1e-4)
    assert hip.abduction_deg == pytest.approx(angles[3], abs=1e-4)
    assert hip.rotation_deg == pytest.approx(angles[4], abs=1e-4)
    assert knee_flexion_deg(leg) == pytest.approx(angles[1], abs=1e-4)
    assert ankle_dorsiflexion_deg(leg) == pytest.approx(angles[2], abs=1e-4)


@given(flexion=st.floats(30, 130), abduction=st.floats(-20, 50), rotation=st.floats(-40, 60), side=sides)
def test_a_hip_that_moves_out_level_with_the_floor_is_read_so(flexion, abduction, rotation, side) -> None:
    leg = bent_leg(ZERO, UPRIGHT, side, (flexion, 90.0, 0.0, abduction, rotation), True)
    hip = hip_angles(leg, UPRIGHT, side, True)
    assert (hip.flexion_deg, hip.abduction_deg, hip.rotation_deg) == pytest.approx(
        (flexion, abduction, rotation), abs=1e-4
    )


@given(flexion=st.floats(58, 110), abduction=st.floats(1, 45), side=sides)
def test_how_far_out_a_bent_leg_goes_is_not_exaggerated(flexion, abduction, side) -> None:
    leg = bent_leg(ZERO, UPRIGHT, side, (flexion, 60.0, 0.0, abduction, 0.0), False)
    out_deg = degrees(asin(side * leg.knee[2] / THIGH_M))
    assert abs(hip_angles(leg, UPRIGHT, side, False).abduction_deg) <= 1.5 * abs(out_deg) + 0.01


def test_a_hip_bent_beyond_a_right_angle_is_read_so() -> None:
    leg = bent_leg(ZERO, UPRIGHT, RIGHT, (120.0, 100.0, 15.0, 0.0, 0.0), False)
    assert hip_angles(leg, UPRIGHT, RIGHT, False).flexion_deg == pytest.approx(120.0)


@given(angles=legs, side=sides)
def test_a_leg_that_reaches_for_where_its_ankle_is_stays_as_it_is(angles, side) -> None:
    leg = bent_leg(ZERO, UPRIGHT, side, angles, False)
    again = reaching_leg(leg, leg.ankle)
    assert distance(again.knee, leg.knee) < 1e-6
    assert distance(again.ankle, leg.ankle) < 1e-6


@given(angles=legs, side=sides, swivel=st.floats(-40, 40))
def test_a_knee_that_swivels_keeps_hip_ankle_and_its_bend(angles, side, swivel) -> None:
    leg = bent_leg(ZERO, UPRIGHT, side, angles, False)
    again = reaching_leg(leg, leg.ankle, swivel)
    assert distance(again.ankle, leg.ankle) < 1e-6
    assert knee_flexion_deg(again) == pytest.approx(knee_flexion_deg(leg), abs=1e-3)
    line = unit(sub(leg.hip, leg.ankle))
    middle = along(leg.ankle, line, dot(sub(leg.knee, leg.ankle), line))
    turned = degrees(acos(max(-1.0, min(1.0, dot(unit(sub(leg.knee, middle)), unit(sub(again.knee, middle)))))))
    assert turned == pytest.approx(abs(swivel), abs=1e-2)


@given(roll=st.floats(-30, 30), side=sides)
def test_a_sole_turned_outward_is_everted(roll, side) -> None:
    leg = bent_leg(ZERO, UPRIGHT, side, (0.0, 0.0, 0.0, 0.0, 0.0), False)
    assert foot_eversion_deg(leg._replace(foot=turn_x(leg.foot, -side * roll)), side) == pytest.approx(roll)


@given(flexion=st.floats(-50, 170), elbow=st.floats(0, 145))
def test_angles_are_read_from_an_arm_as_they_were_put_in(flexion, elbow) -> None:
    arm = bent_arm(ZERO, UPRIGHT, RIGHT, (flexion, elbow, 0.0, 0.0))
    assert shoulder_angles(arm, UPRIGHT, RIGHT)[0] == pytest.approx(flexion, abs=1e-4)
    assert elbow_flexion_deg(arm) == pytest.approx(elbow, abs=1e-3)


def test_an_outward_turned_hip_brings_the_foot_of_a_bent_knee_inward() -> None:
    right = bent_leg(ZERO, UPRIGHT, RIGHT, (60.0, 90.0, 0.0, 0.0, 45.0), False)
    assert right.ankle[2] < right.knee[2]


def test_the_flexion_of_the_foot_is_counted_from_a_right_angle() -> None:
    leg = bent_leg(ZERO, UPRIGHT, RIGHT, (0.0, 0.0, 20.0, 0.0, 0.0), False)
    assert degrees(acos(dot(leg.foot[0], scaled(leg.shank[1], 1.0)))) == pytest.approx(70.0)
    assert length(sub(leg.hip, leg.ankle)) == pytest.approx(THIGH_M + SHANK_M)
