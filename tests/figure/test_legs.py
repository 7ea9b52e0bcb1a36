from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import atan2, degrees

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinetic_home.domain.motion import Carrier, Contact, Flow, Key, LegPose, Motion, Pose
from kinetic_home.domain.side import Side
from kinetic_home.figure.alignment import knee_inward_m
from kinetic_home.figure.skeleton import ANKLE_HEIGHT_M, SHANK_M, SOLE_HALF_M, THIGH_M
from kinetic_home.figure.space import cross, distance, dot, length, place, sub, unit
from tests.figure.made import BENT, SQUAT, STANDING, frames, shown, stances
from tests.figure.shown import at, motion_of, repetition

sides = st.sampled_from([Side.RIGHT, Side.LEFT])


@settings(max_examples=60, deadline=None)
@given(motion=stances(), side=sides)
def test_whatever_trunk_and_knees_do_planted_feet_stay_and_nothing_stretches(motion: Motion, side: Side) -> None:
    first = shown(motion, "AA", 0.0, side)
    for share in (0.0, 0.3, 0.7, 1.0):
        figure = shown(motion, "AB", share, side)
        assert len(figure.contacts) == 4
        for here, there in zip(figure.contacts, first.contacts, strict=True):
            assert distance(here.at, there.at) < 1e-3, here.part
        for leg in ("right", "left"):
            joints = figure.joints
            assert distance(joints[f"{leg}_hip"], joints[f"{leg}_knee"]) == pytest.approx(THIGH_M, abs=1e-6)
            assert distance(joints[f"{leg}_knee"], joints[f"{leg}_ankle"]) == pytest.approx(SHANK_M, abs=1e-6)
            assert min(joints[f"{leg}_{part}"][1] for part in ("heel", "ball", "toe")) > -1e-6
        for forward, up, right in figure.frames.values():
            assert length(forward) == pytest.approx(1.0)
            assert dot(forward, up) == pytest.approx(0.0, abs=1e-9)
            assert distance(cross(forward, up), right) < 1e-9


@settings(max_examples=25, deadline=None)
@given(motion=stances())
def test_a_body_that_bends_anywhere_moves_without_a_jump(motion: Motion) -> None:
    for before, after in pairwise(frames(motion, steps=60)):
        assert max(distance(before.joints[name], after.joints[name]) for name in before.joints) < 0.07


def _with_work(pose: Pose, **changes: float) -> Pose:
    return replace(pose, work=replace(pose.work, **changes))


def _still(pose: Pose, side: Side = Side.RIGHT):
    return shown(Motion(start=pose, end=pose), "AA", 0.0, side)


@given(out=st.floats(0, 30), side=sides)
def test_a_standing_foot_is_turned_out_and_its_knee_goes_with_it(out: float, side: Side) -> None:
    name, sign = ("right", 1.0) if side is Side.RIGHT else ("left", -1.0)
    figure, plain = _still(_with_work(SQUAT, toes_out_deg=out), side), _still(SQUAT, side)
    ahead = figure.frames[f"{name}_foot"][0]
    assert ahead[1] == 0.0
    assert degrees(atan2(sign * ahead[2], ahead[0])) == pytest.approx(out, abs=1e-6)
    assert distance(figure.joints[f"{name}_ankle"], plain.joints[f"{name}_ankle"]) < 1e-9
    assert abs(knee_inward_m(figure, name) - knee_inward_m(plain, name)) < 0.02


@given(knee_in=st.floats(5, 30), side=sides)
def test_a_knee_falls_inward_over_a_foot_that_stays(knee_in: float, side: Side) -> None:
    name = "right" if side is Side.RIGHT else "left"
    figure, plain = _still(_with_work(SQUAT, knee_in_deg=knee_in), side), _still(SQUAT, side)
    for part in ("hip", "ankle", "heel", "toe"):
        assert distance(figure.joints[f"{name}_{part}"], plain.joints[f"{name}_{part}"]) < 1e-9
    assert knee_inward_m(figure, name) > knee_inward_m(plain, name) + 0.0025 * knee_in
    assert figure.angles[f"{name}_knee_flexion"] == pytest.approx(plain.angles[f"{name}_knee_flexion"], abs=1e-6)


def test_the_front_of_a_straight_leg_turns_with_a_knee_that_falls_inward() -> None:
    figure = _still(_with_work(STANDING, knee_in_deg=20))
    assert degrees(atan2(-figure.frames["right_thigh"][0][2], figure.frames["right_thigh"][0][0])) > 15


def test_a_free_leg_swings_its_knee_inward_too() -> None:
    lifted = replace(STANDING, work=LegPose(hip_deg=70, knee_deg=80, contact=Contact.FREE))
    motion = Motion(start=STANDING, end=lifted)
    inward = replace(motion, end=_with_work(lifted, knee_in_deg=20))
    plain, figure = shown(motion, "BB", 0.0), shown(inward, "BB", 0.0)
    assert figure.joints["right_knee"][2] < plain.joints["right_knee"][2] - 0.05
    assert figure.angles["right_hip_abduction"] < plain.angles["right_hip_abduction"] - 3


def test_a_free_foot_is_turned_out_about_its_shank() -> None:
    lifted = LegPose(hip_deg=70, knee_deg=80, toes_out_deg=20, contact=Contact.FREE)
    figure = shown(Motion(start=STANDING, end=replace(STANDING, work=lifted)), "BB", 0.0)
    shank, foot = figure.frames["right_shank"], figure.frames["right_foot"]
    assert degrees(atan2(dot(foot[0], shank[2]), dot(foot[0], shank[0]))) == pytest.approx(20.0)


@given(roll=st.floats(-20, 20).filter(lambda roll: abs(roll) > 1), side=sides)
def test_a_foot_rolls_over_an_edge_that_stays_on_the_floor(roll: float, side: Side) -> None:
    name, sign = ("right", 1.0) if side is Side.RIGHT else ("left", -1.0)
    figure, plain = _still(_with_work(SQUAT, roll_deg=roll), side), _still(SQUAT, side)
    edges = {}
    for edge in (-1.0, 1.0):
        for part in ("heel", "ball"):
            sole = place(figure.joints[f"{name}_{part}"], figure.frames[f"{name}_foot"], (0.0, 0.0, edge * SOLE_HALF_M))
            edges[edge, part] = sole[1]
    assert min(edges.values()) == pytest.approx(0.0, abs=1e-9)
    inner = -sign if roll > 0 else sign
    assert edges[inner, "heel"] == pytest.approx(0.0, abs=1e-9)
    assert edges[-inner, "heel"] > 0.001
    moved = figure.joints[f"{name}_ankle"][2] - plain.joints[f"{name}_ankle"][2]
    assert moved * sign * roll < 0
    assert figure.angles[f"{name}_foot_eversion"] - plain.angles[f"{name}_foot_eversion"] == pytest.approx(roll, abs=6)


def test_a_heel_sinks_below_the_edge_on_which_the_ball_stays() -> None:
    up = LegPose(ankle_deg=-25, contact=Contact.TOE)
    down = LegPose(ankle_deg=22, contact=Contact.EDGE)
    free = LegPose(hip_deg=15, knee_deg=20, contact=Contact.FREE)
    motion = Motion(start=Pose(work=up, other=free), end=Pose(work=down, other=free), surface_m=(0.2, 0.0))
    first = shown(motion, "AA", 0.0)
    assert first.joints["right_ball"][1] == pytest.approx(0.2)
    for figure in frames(motion):
        assert distance(figure.joints["right_ball"], first.joints["right_ball"]) < 1e-6
        assert figure.joints["right_toe"][1] == pytest.approx(0.2, abs=1e-3)
        assert [contact.part for contact in figure.contacts] == ["right_ball"]
    assert shown(motion, "BB", 0.0).joints["right_heel"][1] < 0.16


def test_a_foot_does_not_go_from_heel_to_edge_without_being_flat() -> None:
    heel, edge = LegPose(hip_deg=20, contact=Contact.HEEL), LegPose(ankle_deg=10, contact=Contact.EDGE)
    with pytest.raises(ValueError, match="in which it is flat"):
        shown(Motion(start=Pose(work=heel), end=Pose(work=edge)), "AA", 0.0)


def test_a_free_foot_is_not_let_under_the_floor() -> None:
    low = LegPose(hip_deg=10, knee_deg=10, ankle_deg=-45, contact=Contact.FREE)
    for figure in frames(Motion(start=STANDING, end=replace(STANDING, work=low), carrier=Carrier.OTHER_FOOT)):
        assert min(figure.joints[f"right_{part}"][1] for part in ("heel", "ball", "toe")) > -1e-3


@pytest.mark.parametrize("flow", list(Flow))
def test_a_foot_that_leaves_the_floor_turned_out_and_wide_does_so_without_a_jerk(flow: Flow) -> None:
    wide = LegPose(abduction_deg=15, toes_out_deg=25, knee_in_deg=10, roll_deg=8)
    stand = Pose(work=wide, other=replace(BENT, hip_deg=10, knee_deg=10, ankle_deg=0))
    lifted = replace(stand, work=replace(wide, hip_deg=40, knee_deg=60, abduction_deg=25, contact=Contact.FREE))
    motion = Motion(start=stand, end=lifted, carrier=Carrier.OTHER_FOOT, flow=flow, stance_m=(0.25, 0.06))
    motion = replace(motion, out=(Key(at=0.3, pose=replace(stand, sway_m=-0.02)),))
    for before, after in pairwise(frames(motion, steps=100)):
        assert max(distance(before.joints[name], after.joints[name]) for name in before.joints) < 0.03


def test_a_heel_slides_along_the_mat() -> None:
    flat, bent = LegPose(contact=Contact.LYING), LegPose(hip_deg=50, knee_deg=100, contact=Contact.LYING)
    lying = Pose(trunk_deg=-90, work=flat, other=flat)
    motion = Motion(start=lying, end=replace(lying, work=bent), carrier=Carrier.SHOULDERS, lie_m=(0.068, 0.068))
    for figure in frames(motion):
        assert figure.joints["right_ankle"][1] == pytest.approx(0.068, abs=1e-6)
        parts = {contact.part for contact in figure.contacts}
        assert "left_ankle" in parts
        assert "right_ankle" not in parts
    assert shown(motion, "BB", 0.0).angles["right_knee_flexion"] == pytest.approx(100.0, abs=1e-6)


def test_a_kneeling_thigh_points_at_the_knee_that_stays() -> None:
    knelt = LegPose(hip_deg=80, knee_deg=90, ankle_deg=-20, contact=Contact.KNEEL)
    fours = Pose(trunk_deg=80, work=knelt, other=knelt)
    swayed = replace(
        fours, sway_m=0.06, trunk_deg=70, work=replace(knelt, hip_deg=95), other=replace(knelt, hip_deg=95)
    )
    motion = Motion(start=fours, end=swayed, carrier=Carrier.OTHER_KNEE)
    first = shown(motion, "AA", 0.0)
    for figure in frames(motion):
        assert distance(figure.joints["left_knee"], first.joints["left_knee"]) < 1e-6
        away = sub(figure.joints["left_hip"], figure.joints["left_knee"])
        assert distance(unit(away), figure.frames["left_thigh"][1]) < 1e-9


def test_a_leg_held_out_to_the_side_stands_on_the_inner_edge_of_its_foot() -> None:
    for figure in repetition("mob_adductor_rock", Side.RIGHT)[::6]:
        ankle, foot = figure.joints["right_ankle"], figure.frames["right_foot"]
        edges = {z: [place(ankle, foot, (x, -ANKLE_HEIGHT_M, z))[1] for x in (-0.06, 0.11)] for z in (-0.038, 0.038)}
        assert all(abs(height) < 0.004 for height in edges[-0.038])
        assert all(height > 0.03 for height in edges[0.038])
        assert foot[0][2] == pytest.approx(0.03, abs=0.05)


@pytest.mark.parametrize(("way", "side"), [("AB", "right"), ("BA", "left")])
def test_a_foot_that_is_carried_aside_is_level_and_points_ahead(way: str, side: str) -> None:
    for share in (0.3, 0.5, 0.7):
        ahead, up, _ = at("str_lateral_band_walk", way, share).frames[f"{side}_foot"]
        assert up[1] > 0.995
        assert abs(ahead[2]) < 0.09


@pytest.mark.parametrize("name", ["bal_sls", "bal_foam", "bal_sls_reach"])
def test_a_lifted_foot_has_clear_air_under_it(name: str) -> None:
    lifted, surface = at(name, "AA" if name == "bal_sls_reach" else "BB", 0.0), motion_of(name).surface_m[1]
    over = min(lifted.joints[f"left_{part}"][1] for part in ("heel", "ball", "toe")) - surface
    assert over > (0.02 if name == "bal_sls_reach" else 0.05)
