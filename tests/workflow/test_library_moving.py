from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.exercise import Exercise, First
from kinetic_home.domain.fault import FaultKind
from kinetic_home.workflow.library_moving import (
    FASTEST_PERCENT,
    LONGEST_HOLD_SHOWN_MS,
    SLOWEST_PERCENT,
    emphasis_in,
    figure_in,
    key_poses,
    repetition,
    showing,
    telling_pose,
    tempo_in_words,
    view_for,
    working_side,
    wrong_motion,
)
from tests.ui.examples import catalogue

ALL = list(catalogue().exercises.values())
each = pytest.mark.parametrize("exercise", ALL, ids=lambda exercise: exercise.id)
PERCENTS = st.integers(SLOWEST_PERCENT, FASTEST_PERCENT)


@each
def test_a_repetition_begins_and_ends_in_its_starting_pose(exercise: Exercise) -> None:
    rep = repetition(exercise)
    assert rep.at(0)[1].pose_from == "A"
    assert rep.at(rep.length_ms - 1)[1].pose_to == "A"


@each
def test_each_moment_has_a_figure_and_an_emphasis(exercise: Exercise) -> None:
    rep = repetition(exercise)
    for t_ms in range(0, rep.length_ms, max(1, rep.length_ms // 7)):
        rep_no, moment = rep.at(t_ms)
        assert figure_in(exercise.motion, moment, side=working_side(exercise), rep_no=rep_no).joints
        assert 0 <= emphasis_in(exercise, moment).effort <= 1


@each
def test_nobody_waits_long_for_something_to_move(exercise: Exercise) -> None:
    rep = repetition(exercise)
    if exercise.motion.breath is None:
        still = [
            length for phase, length in zip(rep.phases, rep.lengths_ms, strict=True) if phase.pose_from == phase.pose_to
        ]
        assert max(still, default=0) <= LONGEST_HOLD_SHOWN_MS


@each
def test_key_poses_are_named_and_begin_with_the_start(exercise: Exercise) -> None:
    poses = key_poses(exercise)
    assert [pose.words for pose in poses][:3] == ["start", "half way", "end"]
    assert (len(poses) == 4) == bool(exercise.motion.back)


@each
def test_every_check_with_a_fault_has_a_wrong_version_and_a_side_to_see_it_from(exercise: Exercise) -> None:
    for kind in exercise.wrong.values():
        bad = wrong_motion(exercise, kind)
        assert bad is not None
        assert bad != exercise.motion
        assert view_for(exercise, kind)


def test_without_a_fault_there_is_nothing_wrong_to_show() -> None:
    assert wrong_motion(ALL[0], None) is None
    assert telling_pose(ALL[0], None) == key_poses(ALL[0])[0]


def test_a_fault_that_cannot_happen_in_an_exercise_is_not_shown_in_it() -> None:
    standing = catalogue().exercises["str_calf_double"]  # type: ignore[index]
    assert wrong_motion(standing, FaultKind.HIPS_ROLL) is None
    assert telling_pose(standing, FaultKind.HIPS_ROLL).words == "start"


@each
def test_a_fault_is_told_in_the_pose_in_which_most_of_it_shows(exercise: Exercise) -> None:
    for kind in exercise.wrong.values():
        bad, side = wrong_motion(exercise, kind), working_side(exercise)
        assert bad is not None
        told = figure_in(bad, telling_pose(exercise, kind).moment, side=side).fault
        assert told == max(figure_in(bad, pose.moment, side=side).fault for pose in key_poses(exercise))


@given(st.sampled_from(ALL), PERCENTS, st.integers(0, 60_000))
def test_repetitions_follow_each_other_without_a_gap(exercise: Exercise, percent: int, t_ms: int) -> None:
    rep = repetition(exercise, percent)
    rep_no, moment = rep.at(t_ms)
    assert rep_no == t_ms // rep.length_ms + 1
    assert 0 <= moment.fraction < 1


@given(st.sampled_from(ALL), PERCENTS, PERCENTS, st.integers(0, 60_000))
def test_another_tempo_goes_on_where_the_figure_is(exercise: Exercise, one: int, other: int, t_ms: int) -> None:
    before, after = repetition(exercise, one), repetition(exercise, other)
    rep_no, moment = before.at(t_ms)
    again_no, again = after.at(after.same_place(before, t_ms))
    assert (again_no, again.phase, again.pose_to) == (rep_no, moment.phase, moment.pose_to)
    assert again.fraction == pytest.approx(moment.fraction, abs=0.02)


@given(st.sampled_from(ALL))
def test_faster_is_shorter(exercise: Exercise) -> None:
    slow, fast = repetition(exercise, SLOWEST_PERCENT), repetition(exercise, FASTEST_PERCENT)
    assert fast.length_ms < slow.length_ms


def test_the_tempo_is_told_in_seconds_and_words() -> None:
    squat = catalogue().exercises["pat_box_squat"]  # type: ignore[index]
    assert tempo_in_words(squat) == "3 s down · 1 s hold · 2 s up"
    assert tempo_in_words(squat, 50) == "6 s down · 2 s hold · 4 s up"


def test_a_beat_is_told_in_beats() -> None:
    march = catalogue().exercises["wu_march"]  # type: ignore[index]
    assert (tempo_in_words(march), tempo_in_words(march, 150)) == ("90 beats a minute", "135 beats a minute")


def test_between_jumps_one_gets_ready() -> None:
    jump = catalogue().exercises["ply_jump_stick"]  # type: ignore[index]
    assert tempo_in_words(jump) == "0.3 s jump · 0.4 s land · 2 s hold · 1 s get ready"


def test_how_long_a_hold_is_held_is_no_matter_of_tempo() -> None:
    stretch = catalogue().exercises["mob_gastroc"]  # type: ignore[index]
    assert stretch.first is First.HOLD
    assert "30 s hold" in tempo_in_words(stretch, 50)


def test_who_stands_up_is_shown_on_the_way() -> None:
    assert showing(catalogue().exercises["pat_sit_to_stand"]).pose_from == "A"  # type: ignore[index]
    assert showing(catalogue().exercises["act_bridge"]).pose_from == "B"  # type: ignore[index]
