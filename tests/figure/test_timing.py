"""A wrong timing takes the time of the right one, and is elsewhere within it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.exercise import RepPhase
from kinetic_home.domain.fault import FaultKind, Timing
from kinetic_home.domain.motion import Motion
from kinetic_home.domain.side import Side
from kinetic_home.figure.faults import wrong
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.timing import lowers_outward, timed
from tests.figure.shown import motion_of

HINGE, CLAM, STRETCH, WALK = (motion_of(name) for name in ("pat_hip_hinge", "act_clam", "mob_gastroc", "pat_gait"))
MOTIONS = st.sampled_from(
    [replace(motion, timing=timing) for motion in (HINGE, CLAM, STRETCH, WALK) for timing in Timing]
)


@pytest.mark.parametrize(
    ("name", "outward"),
    [
        ("pat_hip_hinge", True),
        ("pat_step_down", True),
        ("str_split_squat", True),
        ("str_calf_ecc_drop", True),
        ("act_dead_bug", True),
        ("act_clam", False),
        ("act_bridge", False),
        ("str_calf_double", False),
        ("str_knee_ext", False),
        ("mob_heel_slide", False),
        ("wu_ankle_pumps", False),
        ("act_pelvic_tilt", False),
        ("pat_stairs", False),
    ],
)
def test_a_motion_tells_which_way_it_lowers(name: str, outward: bool) -> None:
    assert lowers_outward(motion_of(name)) is outward


@given(MOTIONS, st.floats(0.0, 1.0), st.integers(500, 60_000))
def test_every_moment_lies_in_the_repetition(motion: Motion, share: float, span_ms: int) -> None:
    for pose_from, pose_to in ("AB", "BB", "BA", "AA"):
        assert 0.0 <= timed(motion, pose_from, pose_to, share, span_ms).place <= 1.0


@given(MOTIONS)
def test_a_repetition_begins_and_ends_in_the_starting_pose(motion: Motion) -> None:
    assert timed(motion, "A", "B", 0.0, None).place == pytest.approx(0.0, abs=1e-9)
    assert timed(motion, "B", "A", 1.0, None).place % 1.0 == pytest.approx(0.0, abs=1e-9)


@given(MOTIONS, st.floats(0.0, 0.999))
def test_nothing_leaps_in_time(motion: Motion, share: float) -> None:
    for pose_from, pose_to in ("AB", "BA"):
        here = timed(motion, pose_from, pose_to, share, 3_000).place
        assert abs(timed(motion, pose_from, pose_to, share + 0.001, 3_000).place - here) < 0.02


def test_a_rushed_lowering_is_over_in_a_third_of_its_time_and_then_waits() -> None:
    rushed = replace(HINGE, timing=Timing.RUSHED)
    assert timed(rushed, "A", "B", 0.34, 3_000).place == 0.5
    assert timed(rushed, "A", "B", 0.34, 3_000).still
    assert timed(rushed, "B", "A", 0.34, 3_000) == timed(HINGE, "B", "A", 0.34, 3_000)._replace(shows=False)


def test_a_dropped_lowering_lags_and_then_falls_faster_and_faster() -> None:
    dropped = replace(HINGE, timing=Timing.DROPPED)
    at = [timed(dropped, "A", "B", share, 3_000).place for share in (0.72, 0.76, 0.80, 0.86)]
    steps = [after - before for before, after in pairwise(at)]
    assert timed(HINGE, "A", "B", 0.72, 3_000).place > at[0] + 0.1
    assert at[-1] == 0.5
    assert min(steps) > 0.0


def test_a_bounced_stretch_swings_to_and_fro_one_and_a_half_times_a_second() -> None:
    bounced = replace(STRETCH, timing=Timing.BOUNCED)
    places = [timed(bounced, "B", "B", step / 400, 4_000).place for step in range(401)]
    lowest = [b for a, b, c in zip(places, places[1:], places[2:], strict=False) if b < a and b <= c]
    assert len(lowest) == 6
    assert places[0] == places[-1] == 0.5


def test_a_hold_that_is_given_up_waits_in_the_starting_pose_from_half_time_on() -> None:
    stopped = replace(STRETCH, timing=Timing.STOPPED)
    assert timed(stopped, "B", "B", 0.5, 30_000).place == 0.5
    assert 0.5 < timed(stopped, "B", "B", 0.53, 30_000).place < 1.0
    assert timed(stopped, "B", "B", 0.9, 30_000).place == 1.0
    assert timed(stopped, "B", "A", 0.5, 2_000).place % 1.0 == 0.0


def test_a_limp_is_quicker_over_the_sore_leg() -> None:
    limping = wrong(WALK, FaultKind.UNEVEN_STEPS)
    assert timed(limping, "A", "B", 1.0, None).place > 0.6
    assert timed(limping, "A", "B", 1.0, None).place == timed(limping, "B", "A", 0.0, None).place


def test_balance_is_lost_in_the_hold_and_not_found_again_until_the_end() -> None:
    lost = wrong(motion_of("bal_sls"), FaultKind.FOOT_DOWN)
    assert timed(lost, "A", "B", 0.7, 2_000) == timed(motion_of("bal_sls"), "A", "B", 0.7, 2_000)._replace(shows=False)
    assert timed(lost, "B", "B", 0.2, 20_000).place == 0.5
    assert timed(lost, "B", "B", 0.3, 20_000).place == timed(lost, "B", "A", 0.0, 2_000).place == lost.lapse_at
    assert 0.5 < lost.lapse_at < 1.0


def test_a_landing_is_lost_for_the_hold_and_gathered_in_the_time_to_get_ready() -> None:
    lost = wrong(motion_of("ply_jump_stick"), FaultKind.LOST_LANDING)
    assert timed(lost, "B", "A", 1.0, 400).place == lost.lapse_at
    assert timed(lost, "A", "A", 0.9, 2_000, RepPhase.HOLD).place == lost.lapse_at
    assert timed(lost, "A", "A", 0.0, 1_000, RepPhase.PAUSE).place == lost.lapse_at
    assert timed(lost, "A", "A", 1.0, 1_000, RepPhase.PAUSE).place == 1.0
    assert timed(lost, "A", "A", 0.0, 1_000, RepPhase.JUMP).place == 0.0


def test_hands_that_pull_stay_on_the_thigh_in_a_bounce() -> None:
    bounced = wrong(motion_of("mob_figure4"), FaultKind.BOUNCES)
    for share in (0.1, 0.3, 0.5):
        figure = figure_at(
            bounced, pose_from="B", pose_to="B", fraction=share, rep_no=1, side=Side.RIGHT, span_ms=3_000
        )
        assert {c.on for c in figure.contacts if c.part.endswith("hand")} == {"other_thigh"}


def test_other_poses_than_a_and_b_are_refused() -> None:
    with pytest.raises(ValueError, match="poses A and B"):
        timed(HINGE, "A", "C", 0.0, None)
