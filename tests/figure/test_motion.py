from __future__ import annotations

from itertools import pairwise

import pytest

from kinetic_home.domain.side import Side
from kinetic_home.figure.motion import DEMO_REP_MS, demo_at, figure_at
from kinetic_home.figure.space import distance
from tests.figure.shown import NAMES, at, motion_of


def test_other_poses_than_a_and_b_are_refused() -> None:
    with pytest.raises(ValueError, match="poses A and B"):
        at("wu_march", "AC", 0.0)


def test_a_fraction_beyond_its_ends_is_taken_as_the_end() -> None:
    assert at("pat_hip_hinge", "AB", 1.7).joints == at("pat_hip_hinge", "AB", 1.0).joints
    assert at("pat_hip_hinge", "AB", -3.0).joints == at("pat_hip_hinge", "AB", 0.0).joints


def test_a_held_pose_is_still() -> None:
    assert at("mob_gastroc", "BB", 0.1).joints == at("mob_gastroc", "BB", 0.9).joints


def test_a_held_breath_raises_the_belly_and_comes_back() -> None:
    motion = motion_of("cd_breathing")
    rises = [
        figure_at(
            motion, pose_from="B", pose_to="B", fraction=ms / 180_000, rep_no=1, side=Side.BOTH, span_ms=180_000
        ).belly
        for ms in (0, 4_000, 10_000, 14_000, 20_000)
    ]
    assert rises == pytest.approx([0.0, 1.0, 0.0, 1.0, 0.0], abs=1e-6)


def test_without_a_length_one_breath_fills_the_hold() -> None:
    assert at("cd_breathing", "BB", 0.4).belly == pytest.approx(1.0)
    assert at("cd_breathing", "BB", 1.0).belly == pytest.approx(0.0)


@pytest.mark.parametrize("name", NAMES)
def test_a_demonstration_has_no_jumps_over_its_whole_loop(name: str) -> None:
    motion = motion_of(name)
    frames = [demo_at(motion, ms, Side.LEFT) for ms in range(0, 2 * DEMO_REP_MS, 40)]
    for before, after in pairwise(frames):
        assert max(distance(before.joints[joint], after.joints[joint]) for joint in before.joints) < 0.20


def test_a_demonstration_goes_out_holds_and_comes_back() -> None:
    motion = motion_of("pat_hip_hinge")
    leans = [demo_at(motion, ms, Side.BOTH).angles["trunk_lean"] for ms in (0, 2_000, 2_900, 5_000, 5_900, 6_000)]
    assert leans == pytest.approx([0.0, 60.0, 60.0, 0.0, 0.0, 0.0], abs=1e-6)


def test_a_demonstration_of_a_march_changes_legs() -> None:
    motion = motion_of("wu_march")
    assert demo_at(motion, 1_999, Side.BOTH).working == "right"
    assert demo_at(motion, 1_999 + DEMO_REP_MS, Side.BOTH).working == "left"


def test_effort_shows_while_it_lasts() -> None:
    assert at("act_glute_squeeze", "AA", 0.0).glute == 0.0
    assert at("act_glute_squeeze", "BB", 0.5).glute == 1.0
    assert at("act_breath_brace", "BB", 0.5).brace == 1.0
