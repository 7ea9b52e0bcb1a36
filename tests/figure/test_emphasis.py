"""Which muscles work when, and how hard."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.exercise import First, RepPhase
from kinetic_home.domain.fault import FaultKind, OverlayKind
from kinetic_home.domain.side import Side
from kinetic_home.figure.emphasis import (
    EASE_MS,
    PLAIN,
    Moment,
    aim_of,
    demo_emphasis,
    eased_load,
    effort_left,
    emphasis_of,
    load_at,
    with_overlay,
    worked,
)
from kinetic_home.figure.faults import wrong
from kinetic_home.figure.motion import DEMO_REP_MS, figure_at
from tests.figure.shown import EXERCISES, NAMES

MOMENTS = st.builds(
    Moment,
    st.sampled_from(RepPhase),
    st.sampled_from("AB"),
    st.sampled_from("AB"),
    st.floats(0.0, 1.0),
    st.integers(0, 10_000),
)


def moment(phase: RepPhase, way: str = "AB", fraction: float = 0.5, since_ms: int = 5_000) -> Moment:
    return Moment(phase, way[0], way[1], fraction, since_ms)


def test_lifting_takes_more_than_holding_and_holding_more_than_lowering() -> None:
    lifting, holding, lowering = (
        load_at(First.CONCENTRIC, moment(phase, way)).effort
        for phase, way in ((RepPhase.CONCENTRIC, "AB"), (RepPhase.PAUSE, "BB"), (RepPhase.ECCENTRIC, "BA"))
    )
    assert lifting > holding > lowering > 0.5


def test_the_pause_in_the_easy_pose_is_rest() -> None:
    assert load_at(First.ECCENTRIC, moment(RepPhase.PAUSE, "AA")).effort == 0.0


def test_work_grows_into_a_hold_and_goes_out_of_it() -> None:
    into = [load_at(First.HOLD, moment(RepPhase.MOVE, "AB", step / 10)).effort for step in range(11)]
    out = [load_at(First.HOLD, moment(RepPhase.RETURN, "BA", step / 10)).effort for step in range(11)]
    assert into == sorted(into)
    assert out == sorted(out, reverse=True)
    assert into[-1] == load_at(First.HOLD, moment(RepPhase.HOLD, "BB")).effort == out[0]
    assert into[0] == out[-1] == 0.0


def test_going_round_without_a_stop_is_steady_work() -> None:
    loads = {
        load_at(First.CYCLIC, moment(phase, way)).effort
        for phase, way in ((RepPhase.MOVE, "AB"), (RepPhase.RETURN, "BA"))
    }
    assert len(loads) == 1


def test_a_landing_is_held_with_work_and_so_are_the_bent_legs_that_get_ready() -> None:
    assert load_at(First.JUMP, moment(RepPhase.HOLD, "AA")).effort > 0.5
    assert load_at(First.JUMP, moment(RepPhase.PAUSE, "AA")).effort > 0.5
    assert load_at(First.ECCENTRIC, moment(RepPhase.PAUSE, "AA")).effort == 0.0


@given(first=st.sampled_from(First), now=MOMENTS, before=st.none() | MOMENTS)
def test_a_load_is_a_share(first: First, now: Moment, before: Moment | None) -> None:
    load = eased_load(first, now, before)
    assert 0.0 <= load.effort <= 1.0
    assert 0.0 <= load.pull <= 1.0


@given(first=st.sampled_from(First), now=MOMENTS, before=MOMENTS)
def test_nothing_jumps_where_one_phase_follows_another(first: First, now: Moment, before: Moment) -> None:
    ended = before._replace(since_ms=EASE_MS)
    begun = eased_load(first, now._replace(since_ms=0), ended)
    assert begun == load_at(first, ended)
    assert eased_load(first, now._replace(since_ms=EASE_MS), ended) == load_at(first, now)


def test_a_held_stretch_works_nothing_and_pulls_at_its_targets() -> None:
    muscles, stretched = worked(EXERCISES["mob_gastroc"])
    assert muscles == ()
    assert stretched == EXERCISES["mob_gastroc"].targets


def test_what_is_no_muscle_never_works() -> None:
    muscles, stretched = worked(EXERCISES["mob_heel_slide"])
    assert muscles == ("quads",)
    assert stretched == ("knee_capsule",)


@pytest.mark.parametrize("name", NAMES)
def test_every_target_is_worked_or_stretched(name: str) -> None:
    muscles, stretched = worked(EXERCISES[name])
    assert sorted((*muscles, *stretched)) == sorted(EXERCISES[name].targets)


@pytest.mark.parametrize("name", NAMES)
def test_a_demonstration_comes_and_goes_without_a_jump(name: str) -> None:
    told = [demo_emphasis(EXERCISES[name], t_ms) for t_ms in range(0, 2 * DEMO_REP_MS, 20)]
    for before, after in itertools.pairwise(told):
        assert abs(after.effort - before.effort) <= 0.13
        assert abs(after.pull - before.pull) <= 0.13
    assert max(one.effort if one.muscles else one.pull for one in told) > 0.7


def test_an_overlay_brings_the_pose_to_reach() -> None:
    squat = EXERCISES["pat_box_squat"]
    told = with_overlay(PLAIN, OverlayKind.KNEE_ANGLE, squat.motion, Side.BOTH)
    assert told.overlay is OverlayKind.KNEE_ANGLE
    assert told.aim is aim_of(squat.motion, Side.BOTH)
    assert with_overlay(told, None, squat.motion, Side.BOTH).aim is None


def test_an_emphasis_names_the_muscles_and_how_hard_they_work() -> None:
    bridge = EXERCISES["act_bridge"]
    told = emphasis_of(bridge, moment(RepPhase.CONCENTRIC))
    assert told.muscles == bridge.targets
    assert told.effort == 1.0


GIVEN_UP = [name for name in NAMES if FaultKind.STOPS_EARLY in EXERCISES[name].wrong.values()]


@pytest.mark.parametrize("name", GIVEN_UP)
def test_muscles_let_go_with_the_hold_that_is_given_up(name: str) -> None:
    exercise = EXERCISES[name]
    side = Side.RIGHT if exercise.per_side else Side.BOTH
    motion = wrong(exercise.motion, FaultKind.STOPS_EARLY)
    left = [
        effort_left(
            figure_at(motion, pose_from="B", pose_to="B", fraction=step / 20, rep_no=1, side=side, span_ms=6_000),
            motion,
            side,
        )
        for step in range(21)
    ]
    assert left[:10] == [1.0] * 10
    assert left[10:] == sorted(left[10:], reverse=True)
    assert left[-1] < 0.05


@pytest.mark.parametrize("name", GIVEN_UP)
def test_muscles_of_a_right_hold_work_on(name: str) -> None:
    motion = EXERCISES[name].motion
    assert effort_left(aim_of(motion, Side.RIGHT), motion, Side.RIGHT) == 1.0
