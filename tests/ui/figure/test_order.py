from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF

from kinetic_home.domain.fault import FaultKind
from kinetic_home.domain.motion import Motion
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View
from kinetic_home.figure.emphasis import PLAIN
from kinetic_home.figure.faults import wrong
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.scene import Scene
from kinetic_home.ui.figure.body import Dresser
from kinetic_home.ui.figure.painter import lens_for
from kinetic_home.ui.figure.tint import Tints
from tests.figure.shown import motion_of
from tests.ui.figure.colours import PALETTES

STEPS = [step / 20 for step in range(21)]


def depths(name: str, view: View, fraction: float, side: Side = Side.RIGHT) -> dict[str, float]:
    return depths_of(motion_of(name), view, fraction, side)


def depths_of(motion: Motion, view: View, fraction: float, side: Side = Side.RIGHT) -> dict[str, float]:
    palette = PALETTES["light"]
    figure: Figure = figure_at(motion, pose_from="A", pose_to="B", fraction=fraction, rep_no=1, side=side)
    scene = Scene(motion=motion, side=side)
    lens = lens_for(scene, view, QRectF(0, 0, 300, 300))
    tints = Tints(figure, scene, lens, palette, PLAIN)
    return {part.name: part.depth for part in Dresser(figure, scene, lens, palette, tints).parts()}


@pytest.mark.parametrize("name", ["pat_box_squat", "pat_sit_to_stand", "str_goblet_squat"])
def test_from_the_front_both_thighs_of_a_squat_lie_alike_over_the_shorts(qapp, name: str) -> None:
    for fraction in STEPS:
        found = depths(name, View.FRONT, fraction, Side.BOTH)
        over = {found[f"{side}_thigh"] > found["hips"] for side in ("right", "left")}
        assert len(over) == 1, fraction


@pytest.mark.parametrize("name", ["pat_box_squat", "str_split_squat", "wu_march", "act_bridge", "act_dead_bug"])
@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("side", ["right", "left"])
def test_a_thigh_changes_its_side_of_the_shorts_no_more_than_once_on_the_way(qapp, name: str, view, side: str) -> None:
    over = [(found := depths(name, view, step))[f"{side}_thigh"] > found["hips"] for step in STEPS]
    assert sum(one != other for one, other in pairwise(over)) <= 1


def test_the_hem_of_the_top_lies_over_the_shorts_from_above_and_under_them_from_the_feet(qapp) -> None:
    standing, bridge = depths("wu_march", View.FRONT, 0.0), depths("act_bridge", View.FRONT, 1.0)
    assert standing["hips"] < standing["trunk"]
    assert bridge["trunk"] < bridge["hips"] < bridge["right_thigh"]


def test_a_lunging_thigh_comes_out_from_under_the_top(qapp) -> None:
    found = depths("str_split_squat", View.FRONT, 1.0)
    assert found["hips"] < found["right_thigh"] < found["trunk"]
    assert found["left_thigh"] < found["right_thigh"]


def test_knees_drawn_up_lie_before_the_belly(qapp) -> None:
    found = depths("mob_figure4", View.FRONT, 1.0)
    assert min(found["right_thigh"], found["left_thigh"]) > max(found["hips"], found["trunk"])


def test_hands_on_a_thigh_are_seen_from_the_front(qapp) -> None:
    found = depths("mob_hip_flexor", View.FRONT, 1.0)
    assert min(found["right_forearm"], found["left_forearm"]) > found["left_thigh"]


@pytest.mark.parametrize("fraction", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("view", list(View))
def test_no_leg_runs_between_upper_arm_and_forearm_where_it_passes_the_elbow(qapp, view: View, fraction: float) -> None:
    found = depths("mob_plantar_fascia", view, fraction)
    low, high = sorted((found["right_upper_arm"], found["right_forearm"]))
    assert view is not View.FRONT or not low < found["right_shank"] < high


@pytest.mark.parametrize("view", [View.SIDE, View.THREE_QUARTER])
def test_a_leg_that_swings_across_lies_before_the_standing_one_and_its_foot_behind_that_foot(qapp, view: View) -> None:
    found = depths("wu_leg_swing_side", view, 0.0)
    assert min(found["right_thigh"], found["right_shank"]) > max(found["left_thigh"], found["left_shank"])
    assert found["left_foot"] > found["right_shank"]


def test_arms_that_reach_between_the_thighs_lie_behind_the_near_one(qapp) -> None:
    found = depths("mob_figure4", View.FRONT, 1.0)
    assert found["right_forearm"] < found["right_thigh"] < found["left_thigh"]
    # The hands are clasped behind the other thigh, and from the feet one sees its back.
    assert found["left_forearm"] < found["left_thigh"] < min(found["right_hand"], found["left_hand"])


@pytest.mark.parametrize("name", ["str_kickstand_dl", "pat_hip_hinge", "str_sl_deadlift", "str_goblet_squat"])
@pytest.mark.parametrize("view", list(View))
def test_hem_and_waistband_lie_over_a_thigh_that_bears_a_bent_trunk(qapp, name: str, view: View) -> None:
    found = depths(name, view, 1.0)
    assert found["right_thigh"] < found["waistband"] < found["trunk"]


def test_a_waistband_that_is_seen_from_below_is_not_torn_by_the_thigh(qapp) -> None:
    found = depths("mob_hip_flexor", View.FRONT, 1.0)
    assert found["trunk"] < found["hips"] < found["left_thigh"] < found["waistband"]


def test_a_hand_takes_no_other_way_than_the_forearm_that_lies_over_a_leg(qapp) -> None:
    for view in View:
        assert "right_hand" not in depths("mob_plantar_fascia", view, 1.0)


def test_the_far_thigh_stays_behind_the_near_hip_while_the_back_arches(qapp) -> None:
    motion = wrong(motion_of("act_dead_bug"), FaultKind.BACK_ARCHES)
    for fraction in STEPS:
        found = depths_of(motion, View.SIDE, fraction)
        assert found["left_thigh"] < found["hips"], fraction
