"""Changing a score under way: time put in or taken out gives a new score, never a moved old one."""

from __future__ import annotations

from dataclasses import replace

from kinetic_home.score.lookup import span_at
from kinetic_home.score.score import Score, SpanKind

# The count-in before the work is never cut away.
_COUNT_IN_MS = 3_000


def with_time_put_in(score: Score, at_ms: int, by_ms: int) -> Score:
    """Return the score with the span at `at_ms` longer by `by_ms`; all that follows moves.

    The time goes in late, right before the count-in, so that what is announced early is still announced early.
    """
    span = span_at(score, at_ms)
    kept = 1 if span.kind is SpanKind.REST else _COUNT_IN_MS
    late = max(at_ms, span.end_ms - kept)
    return _moved(score, late, late, by_ms)


def with_time_taken_out(score: Score, at_ms: int, by_ms: int) -> Score:
    """Return the score with up to `by_ms` taken out of the span at `at_ms`, from there to its end.

    A lead-in keeps its count-in; a span of work keeps all of its time.
    """
    return _moved(score, at_ms, at_ms + min(by_ms, longest_cut_ms(score, at_ms)), 0)


def longest_cut_ms(score: Score, at_ms: int) -> int:
    """Return how much time can be taken out at a position, in ms."""
    span = span_at(score, at_ms)
    if span.kind is SpanKind.WORK:
        return 0
    kept = 0 if span.kind is SpanKind.REST else _COUNT_IN_MS
    return max(span.end_ms - kept - at_ms, 0)


def _moved(score: Score, cut_from: int, cut_to: int, put_in: int) -> Score:
    """Take [cut_from, cut_to) out and put `put_in` ms there; both lie inside one span."""
    shift = put_in - (cut_to - cut_from)

    def moved(ms: int) -> int:
        return ms if ms < cut_from else max(ms + shift, cut_from)

    span_start = span_at(score, cut_from).start_ms
    return replace(
        score,
        spans=tuple(
            span._replace(
                start_ms=span.start_ms if span.start_ms <= span_start else moved(span.start_ms),
                end_ms=moved(span.end_ms) if span.end_ms > cut_from else span.end_ms,
            )
            for span in score.spans
        ),
        marks=tuple(
            mark._replace(at_ms=moved(mark.at_ms)) for mark in score.marks if not cut_from <= mark.at_ms < cut_to
        ),
        gates=tuple(
            replace(gate, at_ms=moved(gate.at_ms) if gate.at_ms > span_start else gate.at_ms) for gate in score.gates
        ),
        sections=tuple(
            replace(
                section,
                start_ms=section.start_ms if section.start_ms <= span_start else moved(section.start_ms),
                work_ms=moved(section.work_ms) if section.work_ms > span_start else section.work_ms,
                end_ms=moved(section.end_ms) if section.end_ms > span_start else section.end_ms,
            )
            for section in score.sections
        ),
    )
