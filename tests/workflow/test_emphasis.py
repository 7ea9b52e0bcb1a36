"""What is laid over the figure of the moment."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.exercise import RepPhase
from kinetic_home.figure.emphasis import EASE_MS
from kinetic_home.score.score import SpanKind
from kinetic_home.workflow.emphasis import emphasis_now, overlay_to_look_at
from kinetic_home.workflow.picture import READY_MS, figure_now
from tests.workflow.test_picture import BRIDGE, CLAM, clam_then_bridge, scored, state_at

SCORE = scored()
WORK = [span for span in SCORE.spans if span.kind is SpanKind.WORK]


def test_the_muscles_of_the_exercise_work_while_it_lifts() -> None:
    lift = next(span for span in WORK if span.phase is RepPhase.CONCENTRIC)
    told = emphasis_now(state_at(SCORE, lift.start_ms + lift.length_ms // 2), 0)
    assert told.muscles == CLAM.targets
    assert told.effort == 1.0


def test_lowering_begins_as_hard_as_lifting_ended() -> None:
    lower = next(span for span in WORK if span.phase is RepPhase.ECCENTRIC)
    begun = emphasis_now(state_at(SCORE, lower.start_ms), 0).effort
    eased = emphasis_now(state_at(SCORE, lower.start_ms + EASE_MS), 0).effort
    assert begun > eased > 0.5


@given(at_ms=st.integers(WORK[0].start_ms, WORK[-1].end_ms - 1), still=st.booleans(), lines=st.booleans())
def test_the_emphasis_is_that_of_the_exercise_that_is_shown(at_ms: int, still: bool, lines: bool) -> None:
    state = state_at(SCORE, at_ms)
    exercise, _ = figure_now(state, 0, still=still)
    told = emphasis_now(state, 0, still=still, lines=lines)
    assert set(told.muscles) <= set(exercise.targets)


@given(at_ms=st.integers(0, SCORE.length_ms - 20))
def test_in_work_nothing_blinks_from_one_frame_to_the_next(at_ms: int) -> None:
    first, later = (emphasis_now(state_at(SCORE, ms), ms).effort for ms in (at_ms, at_ms + 16))
    spans = [span for span in SCORE.spans if span.start_ms <= at_ms + 16 and at_ms < span.end_ms]
    if all(span.kind is SpanKind.WORK for span in spans):
        assert abs(first - later) <= 0.11


def test_while_it_waits_for_the_count_in_nothing_works() -> None:
    section = SCORE.sections[0]
    assert emphasis_now(state_at(SCORE, section.work_ms - READY_MS), 0).effort == 0.0
    assert emphasis_now(state_at(SCORE, section.work_ms - READY_MS - 1), 500).effort > 0.0


@pytest.mark.parametrize("still", [False, True])
def test_the_line_of_the_check_is_laid_over_only_when_it_is_wanted(still: bool) -> None:
    state = state_at(SCORE, WORK[0].start_ms + 300)
    assert emphasis_now(state, 0, still=still).overlay is None
    told = emphasis_now(state, 0, still=still, lines=True)
    assert told.overlay is overlay_to_look_at(SCORE.script.items[0])
    assert told.overlay is not None
    assert told.aim is not None


def test_the_line_is_that_of_the_first_check_to_be_asked_that_has_one() -> None:
    for item in clam_then_bridge(0).items:
        wanted = [check.overlay for check in (*item.checks, *item.exercise.checks) if check.overlay]
        assert overlay_to_look_at(item) is wanted[0]


def test_with_little_motion_the_pose_shown_is_the_pose_tinted() -> None:
    lift = next(span for span in WORK if span.phase is RepPhase.CONCENTRIC)
    efforts = {emphasis_now(state_at(SCORE, lift.start_ms + ms), 0, still=True).effort for ms in (0, 100, 500)}
    assert efforts == {1.0}


def test_in_the_rest_the_demonstration_of_what_comes_is_tinted() -> None:
    rest = next(span for span in SCORE.spans if span.kind is SpanKind.REST)
    told = emphasis_now(state_at(SCORE, rest.start_ms + 100), 1_000)
    exercise, _ = figure_now(state_at(SCORE, rest.start_ms + 100), 1_000)
    assert exercise in (CLAM, BRIDGE)
    assert told.muscles == exercise.targets
