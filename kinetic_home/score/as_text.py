"""A score as lines of text: one a span, its marks below it, gates between; for golden files and for reading."""

from __future__ import annotations

from collections.abc import Iterator

from kinetic_home.score.score import Mark, Score, Span


def as_text(score: Score) -> str:
    """Return the score as text, times as minutes:seconds.milliseconds."""
    return "\n".join(_lines(score)) + "\n"


def clock_text(ms: int) -> str:
    """Return a position as «12:03.250»."""
    return f"{ms // 60_000:02d}:{ms // 1000 % 60:02d}.{ms % 1000:03d}"


def _lines(score: Score) -> Iterator[str]:
    yield f"{score.script.session_id}: {score.script.title}, {clock_text(score.length_ms)}"
    gates = list(score.gates)
    marks = list(score.marks)
    section = None
    for span in score.spans:
        while gates and gates[0].at_ms <= span.start_ms:
            yield f"{clock_text(gates[0].at_ms)} gate {gates.pop(0).id}"
        if span.bout != section:
            section = span.bout
            side = "" if span.bout.side == "both" else f", {span.bout.side}"
            yield f"# {span.bout.item + 1}. {score.item(span.bout).exercise.name}, set {span.bout.set_no}{side}"
        yield _span_line(span)
        while marks and marks[0].at_ms < span.end_ms:
            yield _mark_line(marks.pop(0))
    yield from (_mark_line(mark) for mark in marks)
    yield from (f"{clock_text(gate.at_ms)} gate {gate.id}" for gate in gates)


def _span_line(span: Span) -> str:
    what = span.kind if span.phase is None else f"{span.kind} {span.rep_no} {span.phase}"
    pose = span.pose_from if span.pose_from == span.pose_to else f"{span.pose_from}>{span.pose_to}"
    return f"{clock_text(span.start_ms)} {span.length_ms:>6} ms  {what}  {pose}"


def _mark_line(mark: Mark) -> str:
    return f"{clock_text(mark.at_ms)}            {mark.kind} {mark.ref}"
