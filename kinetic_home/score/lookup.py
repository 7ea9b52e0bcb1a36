"""Reading a score at a position: its span, its section, the marks of a stretch, how far a repetition has come."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from operator import attrgetter

from kinetic_home.domain.events import Bout
from kinetic_home.score.score import Mark, MarkKind, Score, Section, Span

_at_ms = attrgetter("at_ms")
_start_ms = attrgetter("start_ms")


def span_at(score: Score, at_ms: int) -> Span:
    """Return the span that holds a position; at or after the end, the last span."""
    index = bisect_right(score.spans, at_ms, key=_start_ms) - 1
    return score.spans[max(index, 0)]


def fraction_at(span: Span, at_ms: int) -> float:
    """Return how far a span has come at a position, from 0 to 1."""
    if span.length_ms == 0:
        return 1.0
    return min(max((at_ms - span.start_ms) / span.length_ms, 0.0), 1.0)


def marks_between(score: Score, from_ms: int, to_ms: int) -> tuple[Mark, ...]:
    """Return the marks in [from_ms, to_ms), in order of time."""
    first = bisect_left(score.marks, from_ms, key=_at_ms)
    last = bisect_left(score.marks, to_ms, key=_at_ms)
    return score.marks[first:last]


def latest_mark(score: Score, kind: MarkKind, from_ms: int, at_ms: int) -> Mark | None:
    """Return the last mark of a kind in [from_ms, at_ms], or None; found backwards, as the last one is near."""
    index = bisect_right(score.marks, at_ms, key=_at_ms) - 1
    while index >= 0 and score.marks[index].at_ms >= from_ms:
        if score.marks[index].kind is kind:
            return score.marks[index]
        index -= 1
    return None


def section_at(score: Score, at_ms: int) -> Section:
    """Return the section that is worked at a position or comes next after it; after the end, the last one."""
    index = bisect_right(score.sections, at_ms, key=lambda section: section.end_ms)
    return score.sections[min(index, len(score.sections) - 1)]


def section_of(score: Score, bout: Bout) -> Section | None:
    """Return a bout's section, or None where this score does not hold it."""
    return next((section for section in score.sections if section.bout == bout), None)


def last_section_of(score: Score, item: int) -> Section:
    """Return the last bout of an exercise."""
    return score.sections[bisect_right(score.sections, item, key=lambda section: section.bout.item) - 1]


def worked_section(score: Score, at_ms: int) -> Section | None:
    """Return the section whose work has begun but not ended at a position."""
    section = section_at(score, at_ms)
    return section if section.work_ms < at_ms < section.end_ms else None


def gates_before_item(score: Score, item: int) -> int:
    """Return how many gates belong to the exercises before an item."""
    return bisect_left(score.gates, item, key=lambda gate: gate.item)


def stretch_end(score: Score, gate_index: int) -> int:
    """Return where the axis stops next: the coming gate, or the end."""
    return score.gates[gate_index].at_ms if gate_index < len(score.gates) else score.length_ms


def stretches(score: Score) -> tuple[tuple[int, int], ...]:
    """Return the stretches [from_ms, to_ms) that are played without a stop, in order."""
    stops = sorted({0, score.length_ms, *(gate.at_ms for gate in score.gates)})
    return tuple(pairwise(stops))


def reps_finished(score: Score, section: Section, at_ms: int) -> int | None:
    """Return how many repetitions of a section have ended by a position; None for work by time."""
    if score.item(section.bout).dose.reps is None:
        return None
    first = bisect_left(score.spans, section.work_ms, key=_start_ms)
    last = bisect_left(score.spans, section.end_ms, key=_start_ms)
    ends = {span.rep_no: span.end_ms for span in score.spans[first:last]}
    return sum(1 for end_ms in ends.values() if end_ms <= at_ms)
