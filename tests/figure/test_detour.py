from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from kinetic_home.domain.motion import Contact, Key, LegPose, Motion, Pose
from kinetic_home.domain.room import Prop, PropKind
from kinetic_home.domain.side import Side
from kinetic_home.figure.detour import inside, treads
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.space import between, distance
from kinetic_home.figure.staging import staged
from tests.figure.made import STEP_UP, frames
from tests.figure.shown import NAMES, motion_of, repetition

WITH_STEPS = [name for name in NAMES if treads(motion_of(name))]
FOOT = ("heel", "ball", "toe")


def _through(figure: Figure, motion: Motion) -> list[str]:
    boxes = treads(motion)
    return [
        f"{side}_{part}"
        for side in ("right", "left")
        for part in FOOT
        if inside(boxes, figure.joints[f"{side}_{part}"], -2e-3)
    ]


def test_a_foot_goes_round_the_edge_of_a_step() -> None:
    straight = replace(STEP_UP, props=())
    assert any(_through(figure, STEP_UP) for figure in frames(straight))
    for figure in frames(STEP_UP):
        assert not _through(figure, STEP_UP)


def test_the_way_round_begins_and_ends_where_the_straight_way_does_and_has_no_jerk() -> None:
    straight = replace(STEP_UP, props=())
    round_it, through = frames(STEP_UP, steps=80), frames(straight, steps=80)
    for number in (0, 80, 81, 161):
        for name, point in through[number].joints.items():
            assert distance(point, round_it[number].joints[name]) < 1e-6
    for before, after in pairwise(round_it):
        assert max(distance(before.joints[name], after.joints[name]) for name in before.joints) < 0.05


def test_a_foot_that_clears_the_step_by_itself_keeps_its_way() -> None:
    high = Pose(other=LegPose(hip_deg=10, knee_deg=95, contact=Contact.FREE), work=STEP_UP.start.work)
    motion = replace(STEP_UP, out=(Key(at=0.35, pose=high),))
    assert staged(replace(motion, props=())).slack == staged(motion).slack
    assert not any(_through(figure, motion) for figure in frames(motion))


def test_stairs_have_three_treads_each_behind_and_over_the_last() -> None:
    stairs = Prop(kind=PropKind.STAIRS, at=(0.3, 0.0, 0.0), size=(0.28, 0.18, 0.9))
    first, second, third = treads(replace(STEP_UP, props=(stairs,)))
    assert (first.high[1], second.high[1], third.high[1]) == pytest.approx((0.18, 0.36, 0.54))
    assert second.low[0] == pytest.approx(first.high[0])
    assert third.low[0] == pytest.approx(second.high[0])


def test_a_foot_that_is_deep_in_a_step_is_not_lifted_out_of_it() -> None:
    straight = LegPose(hip_deg=20, knee_deg=0, contact=Contact.FREE)
    deep = replace(STEP_UP, start=replace(STEP_UP.start, other=straight))
    assert staged(deep).slack[0] == staged(replace(deep, props=())).slack[0]


@pytest.mark.parametrize("name", WITH_STEPS)
def test_no_shin_comes_nearer_to_a_step_than_its_flesh(name: str) -> None:
    boxes = treads(motion_of(name))
    for figure in repetition(name, Side.RIGHT)[::4]:
        for side in ("right", "left"):
            knee, ankle = figure.joints[f"{side}_knee"], figure.joints[f"{side}_ankle"]
            assert not any(inside(boxes, between(knee, ankle, share / 10), 0.03) for share in range(11)), side


@pytest.mark.parametrize("name", WITH_STEPS)
def test_no_foot_goes_through_a_step_or_a_stair(name: str) -> None:
    for figure in repetition(name, Side.RIGHT):
        assert not _through(figure, motion_of(name))
