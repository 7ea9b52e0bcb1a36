from __future__ import annotations

from dataclasses import replace

import pytest

from kinetic_home.domain.side import Side
from kinetic_home.figure.alignment import knee_inward_m, pelvis_drop_deg, trunk_lean_deg
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
        assert pelvis_drop_deg(figure) == pytest.approx(0.0, abs=1e-6)


def test_the_trunk_leans_as_the_pose_says() -> None:
    assert trunk_lean_deg(at("pat_hip_hinge", "BB", 0.0)) == pytest.approx(60.0, abs=1.0)
    assert trunk_lean_deg(at("wu_march", "AA", 0.0)) == pytest.approx(0.0, abs=1e-6)


def test_a_knee_that_falls_inward_is_seen_on_either_side() -> None:
    standing = at("wu_march", "AA", 0.0)
    for side, inward in (("right", -0.06), ("left", 0.06)):
        x, y, z = standing.joints[f"{side}_knee"]
        fallen = replace(standing, joints={**standing.joints, f"{side}_knee": (x, y, z + inward)})
        assert knee_inward_m(fallen, side) == pytest.approx(0.06)
