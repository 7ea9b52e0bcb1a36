"""What is laid over the figure of the moment: the muscles that work now, and the line of the check to look at."""

from __future__ import annotations

from kinetic_home.domain.exercise import Exercise
from kinetic_home.domain.fault import OverlayKind
from kinetic_home.domain.script import ScriptItem
from kinetic_home.figure.emphasis import EASE_MS, PLAIN, Emphasis, Moment, demo_emphasis, emphasis_of, with_overlay
from kinetic_home.score import lookup
from kinetic_home.score.player import PlayerState
from kinetic_home.score.score import Score, Span, SpanKind
from kinetic_home.workflow.picture import READY_MS
from kinetic_home.workflow.player_view import section_shown


def emphasis_now(state: PlayerState, demo_ms: int, *, still: bool = False, lines: bool = False) -> Emphasis:
    """Return what belongs to the figure that `figure_now` shows with the same arguments.

    With `lines` that is also the overlay of the first check that has one, of those that this exercise is asked for.
    """
    score, at_ms = state.score, state.at_ms
    span = lookup.span_at(score, at_ms)
    working = span.kind is SpanKind.WORK and state.open_gate is None
    section = section_shown(state)
    bout = span.bout if working else section.bout
    item = score.item(bout)
    if working:
        found = _in_work(item.exercise, score, span, at_ms, still=still)
    elif still or section.work_ms - READY_MS <= at_ms < section.work_ms:
        found = PLAIN
    else:
        found = demo_emphasis(item.exercise, demo_ms)
    if not lines:
        return found
    return with_overlay(found, overlay_to_look_at(item), item.exercise.motion, bout.side)


def overlay_to_look_at(item: ScriptItem) -> OverlayKind | None:
    """Return the overlay that helps most with an exercise: that of the first check to be asked that has one."""
    checks = (*item.checks, *item.exercise.checks)
    return next((check.overlay for check in checks if check.overlay is not None), None)


def _in_work(exercise: Exercise, score: Score, span: Span, at_ms: int, *, still: bool) -> Emphasis:
    now = _moment(span, lookup.fraction_at(span, at_ms), at_ms - span.start_ms)
    if now is not None and still:
        # The pose that the phase leads to is shown at once, and so is its work.
        now = now._replace(pose_from=span.pose_to, fraction=1.0, since_ms=EASE_MS)
    last = lookup.span_at(score, span.start_ms - 1) if span.start_ms > 0 and not still else None
    before = None if last is None else _moment(last, 1.0, EASE_MS)
    return PLAIN if now is None else emphasis_of(exercise, now, before)


def _moment(span: Span, fraction: float, since_ms: int) -> Moment | None:
    """Return the place in a repetition that a span leads to, or None outside of work."""
    return None if span.phase is None else Moment(span.phase, span.pose_from, span.pose_to, fraction, since_ms)
