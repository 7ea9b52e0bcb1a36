from __future__ import annotations

from dataclasses import replace
from math import asin, atan2, degrees

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.motion import Carrier, Contact, LegPose, Motion, Pose
from kinetic_home.figure.pose import numbers, row
from kinetic_home.figure.skeleton import HIP_HALF_M, TRUNK_M
from kinetic_home.figure.space import ZERO, cross, distance, dot, sub, unit
from kinetic_home.figure.spine import Spine, shoulder_at, spine_at
from tests.figure.made import shown

PARTS = (("pelvis", "sacrum"), ("sacrum", "waist"), ("waist", "ribs"), ("ribs", "neck"), ("neck", "skull"))
bends = st.builds(
    Pose,
    trunk_deg=st.floats(-90, 90),
    pelvic_tilt_deg=st.floats(-12, 15),
    lumbar_deg=st.floats(-25, 60),
    thoracic_deg=st.floats(-25, 45),
    lean_deg=st.floats(-35, 35),
    drop_deg=st.floats(-15, 15),
    turn_deg=st.floats(-30, 30),
    twist_deg=st.floats(-40, 40),
    neck_deg=st.floats(-40, 40),
    shrug=st.floats(0, 1),
)
carriers = st.sampled_from([Carrier.WORK_FOOT, Carrier.SIDE, Carrier.ELBOW, Carrier.SHOULDERS])


def spine(carrier: Carrier = Carrier.WORK_FOOT, **angles: float) -> Spine:
    return spine_at(row(numbers(Pose(**angles))), carrier)


STRAIGHT = spine()


@given(pose=bends, carrier=carriers)
def test_no_part_of_the_back_grows_or_shrinks_however_it_bends(pose: Pose, carrier: Carrier) -> None:
    bent = spine_at(row(numbers(pose)), carrier)
    for near, far in PARTS:
        here = distance(getattr(STRAIGHT, near), getattr(STRAIGHT, far))
        assert distance(getattr(bent, near), getattr(bent, far)) == pytest.approx(here, abs=1e-9)
    for side in (1, -1):
        away = distance(bent.neck, shoulder_at(bent, side, pose.shrug))
        assert away == pytest.approx(distance(STRAIGHT.neck, shoulder_at(STRAIGHT, side, 0.0)), abs=1e-9)
    for frame in (bent.hips, bent.loin, bent.rib_cage, bent.chest, bent.head):
        assert distance(cross(frame[0], frame[1]), frame[2]) < 1e-9


def test_a_straight_back_is_as_long_as_the_tables_say() -> None:
    assert STRAIGHT.neck == pytest.approx((0.0, TRUNK_M, 0.0))


def test_a_round_upper_back_bends_at_the_ribs_and_leaves_the_low_back_alone() -> None:
    round_back = spine(thoracic_deg=30)
    assert round_back.ribs == STRAIGHT.ribs
    assert round_back.loin == STRAIGHT.loin
    assert round_back.neck[0] > STRAIGHT.neck[0] + 0.05
    assert degrees(asin(round_back.chest[0][1])) == pytest.approx(-30.0)


def test_a_round_low_back_takes_ribs_and_chest_along() -> None:
    bent = spine(lumbar_deg=20)
    assert degrees(asin(bent.chest[0][1])) == pytest.approx(-20.0)
    assert bent.chest == bent.rib_cage


def test_a_trunk_that_leans_tips_the_shoulders_over_a_level_pelvis_and_keeps_the_head_upright() -> None:
    leaned = spine(lean_deg=20)
    right, left = (shoulder_at(leaned, side, 0.0) for side in (1, -1))
    assert degrees(asin(unit(sub(left, right))[1])) == pytest.approx(20.0)
    assert leaned.hips == STRAIGHT.hips
    assert leaned.head == STRAIGHT.head
    assert 12.0 < degrees(atan2(leaned.neck[2], leaned.neck[1])) < 16.0


def test_a_pelvis_that_drops_hangs_down_on_the_other_side_under_an_upright_trunk() -> None:
    dropped = spine(drop_deg=10)
    assert degrees(asin(dropped.hips[2][1])) == pytest.approx(10.0)
    assert dropped.chest == STRAIGHT.chest
    assert dropped.head == STRAIGHT.head


def test_a_turned_pelvis_takes_the_working_hip_back_and_the_chest_with_it() -> None:
    turned = spine(turn_deg=20)
    assert turned.hips[2][0] < -0.3
    assert turned.chest[2][0] < -0.3
    assert turned.head == STRAIGHT.head


def test_a_chest_that_is_twisted_back_stays_over_a_turned_pelvis() -> None:
    turned = spine(turn_deg=20, twist_deg=20)
    assert turned.chest[2] == pytest.approx((0.0, 0.0, 1.0), abs=1e-9)


def test_a_shrug_raises_the_shoulders_by_four_centimetres_and_a_little_ahead() -> None:
    still, raised = shoulder_at(STRAIGHT, 1, 0.0), shoulder_at(STRAIGHT, 1, 1.0)
    assert raised[1] - still[1] == pytest.approx(0.04, abs=1e-3)
    assert 0.005 < raised[0] - still[0] < 0.02


@given(drop=st.floats(-12, 12), turn=st.floats(-25, 25))
def test_the_hips_follow_the_pelvis_and_the_body_keeps_standing_on_its_foot(drop: float, turn: float) -> None:
    lifted = replace(Pose(), other=LegPose(hip_deg=20, knee_deg=60, contact=Contact.FREE))
    plain = shown(Motion(start=lifted, end=lifted), "AA", 0.0)
    moved = shown(Motion(start=lifted, end=replace(lifted, drop_deg=drop, turn_deg=turn)), "BB", 0.0)
    hips = sub(moved.joints["right_hip"], moved.joints["left_hip"])
    assert distance(ZERO, hips) == pytest.approx(2 * HIP_HALF_M)
    assert degrees(asin(hips[1] / (2 * HIP_HALF_M))) == pytest.approx(drop, abs=1e-6)
    for part in ("heel", "ball"):
        assert distance(moved.joints[f"right_{part}"], plain.joints[f"right_{part}"]) < 1e-6
    knee, hip = moved.joints["right_knee"], moved.joints["right_hip"]
    assert dot(sub(hip, knee), (0.0, 1.0, 0.0)) > 0.35


def test_what_the_angles_say_is_what_the_pose_said() -> None:
    pose = Pose(thoracic_deg=15, lean_deg=8, drop_deg=5, twist_deg=12)
    angles = shown(Motion(start=pose, end=pose), "AA", 0.0).angles
    assert angles["thoracic_flexion"] == 15
    assert angles["trunk_side_bend"] == 13
    assert angles["pelvic_drop"] == 5
    assert angles["trunk_rotation"] == 12
