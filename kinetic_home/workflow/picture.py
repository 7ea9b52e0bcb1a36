"""The figure of the moment: in work it moves with the score, before work it shows what comes."""

from __future__ import annotations

from kinetic_home.domain.exercise import Exercise
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.motion import demo_at, figure_at
from kinetic_home.score import lookup
from kinetic_home.score.player import PlayerState
from kinetic_home.score.score import SpanKind
from kinetic_home.workflow.player_view import section_shown

# So long before the work the figure stops demonstrating and waits in the starting pose for the count-in.
READY_MS = 3_000


def figure_now(state: PlayerState, demo_ms: int, *, still: bool = False) -> tuple[Exercise, Figure]:
    """Return the exercise that is shown and its figure.

    `demo_ms` is the time on which a demonstration runs. `still` shows only the key poses: the pose that a phase
    leads to, and the far pose of what comes next.
    """
    score, at_ms = state.score, state.at_ms
    span = lookup.span_at(score, at_ms)
    if span.kind is SpanKind.WORK and state.open_gate is None:
        exercise = score.item(span.bout).exercise
        figure = figure_at(
            exercise.motion,
            pose_from=span.pose_to if still else span.pose_from,
            pose_to=span.pose_to,
            fraction=0.0 if still else lookup.fraction_at(span, at_ms),
            rep_no=span.rep_no or 1,
            side=span.bout.side,
            span_ms=span.length_ms,
        )
        return exercise, figure
    section = section_shown(state)
    exercise, side = score.item(section.bout).exercise, section.bout.side
    if still or section.work_ms - READY_MS <= at_ms < section.work_ms:
        pose, rep_no = ("B", 1) if still else ("A", 0)
        return exercise, figure_at(
            exercise.motion, pose_from=pose, pose_to=pose, fraction=0.0, rep_no=rep_no, side=side
        )
    return exercise, demo_at(exercise.motion, demo_ms, side)
