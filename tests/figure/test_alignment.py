from __future__ import annotations

from dataclasses import replace

import pytest

from kinetic_home.domain.side import Side
from kinetic_home.figure.alignment import (
    back_bend_deg,
    foot_roll_deg,
    heel_rise_m,
    knee_inward_m,
    knees_apart_m,
    pelvis_drop_deg,
    pelvis_shift_m,
    pelvis_turn_deg,
    toes_out_deg,
    trunk_aside_deg,
    trunk_lean_deg,
    trunk_twist_deg,
)
from tests.figure.shown import NAMES, SIDES, at, motion_of, repetition

STANDING = [
    name for name in NAMES if motion_of(name).carrier.value in {"work_foot", "other_foot"} and name != "bal_tandem"
]


@pytest.mark.parametrize("name", STANDING)
def test_the_knee_that_bears_stays_over_the_second_toe(name: str) -> None:
    for side in SIDES:
        for figure in repetition(name, side)[::6]:
            for contact in figure.contacts:
                if contact.part.endswith("ball"):
                    leg = "right" if contact.part.startswith("right") else "left"
                    assert abs(knee_inward_m(figure, leg)) < 0.035


@pytest.mark.parametrize("name", NAMES)
def test_the_pelvis_stays_level_unless_one_lies_on_the_side(name: str) -> None:
    if motion_of(name).carrier.value in {"side", "elbow"}:
        pytest.skip("lying on the side it stands on edge")
    for figure in repetition(name, Side.RIGHT)[::10]:
        # A bent leg held out as wide as a hip goes takes its side of the pelvis a little with it.
        wide = figure.angles["right_hip_flexion"] > 80.0 and figure.angles["right_hip_abduction"] > 55.0
        assert pelvis_drop_deg(figure) == pytest.approx(0.0, abs=4.0 if wide else 1e-6)


def test_the_trunk_leans_as_the_pose_says() -> None:
    assert trunk_lean_deg(at("pat_hip_hinge", "BB", 0.0)) == pytest.approx(60.0, abs=1.0)
    assert trunk_lean_deg(at("wu_march", "AA", 0.0)) == pytest.approx(0.0, abs=1e-6)


def test_a_knee_that_falls_inward_is_seen_on_either_side() -> None:
    standing = at("wu_march", "AA", 0.0)
    for side, inward in (("right", -0.06), ("left", 0.06)):
        x, y, z = standing.joints[f"{side}_knee"]
        fallen = replace(standing, joints={**standing.joints, f"{side}_knee": (x, y, z + inward)})
        assert knee_inward_m(fallen, side) == pytest.approx(0.06)


def test_standing_straight_is_straight_by_every_measure() -> None:
    standing = at("wu_march", "AA", 0.0)
    for measure in (pelvis_turn_deg, pelvis_shift_m, trunk_aside_deg, trunk_twist_deg):
        assert measure(standing) == pytest.approx(0.0, abs=1e-6)
    for side in ("right", "left"):
        assert foot_roll_deg(standing, side) == pytest.approx(0.0, abs=1e-6)
        assert toes_out_deg(standing, side) == pytest.approx(0.0, abs=1e-6)
        assert heel_rise_m(standing, side) == pytest.approx(0.0, abs=1e-6)
    assert knees_apart_m(standing) == pytest.approx(0.17, abs=1e-3)


def test_a_raised_heel_and_a_bent_back_are_measured() -> None:
    assert heel_rise_m(at("str_calf_double", "BB", 0.0), "right") > 0.05
    assert back_bend_deg(at("wu_march", "AA", 0.0)) == pytest.approx(0.0, abs=1e-6)
