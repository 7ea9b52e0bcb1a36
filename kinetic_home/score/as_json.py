"""A score as plain data, ready to be written as JSON."""

from __future__ import annotations

from kinetic_home.score.score import Score


def score_as_data(score: Score) -> dict[str, object]:
    """Return the score's spans, marks and gates as lists of plain values; times in ms."""
    return {
        "session": score.script.session_id,
        "title": score.script.title,
        "length_ms": score.length_ms,
        "spans": [
            {
                "start_ms": span.start_ms,
                "end_ms": span.end_ms,
                "kind": span.kind.value,
                "exercise": span.bout.exercise,
                "item": span.bout.item,
                "set": span.bout.set_no,
                "rep": span.rep_no,
                "side": span.bout.side.value,
                "phase": None if span.phase is None else span.phase.value,
                "pose": [span.pose_from, span.pose_to],
            }
            for span in score.spans
        ],
        "marks": [{"at_ms": mark.at_ms, "kind": mark.kind.value, "ref": mark.ref} for mark in score.marks],
        "gates": [
            {
                "at_ms": gate.at_ms,
                "id": gate.id,
                "kind": gate.kind.value,
                "item": gate.item,
                "exercise": score.script.items[gate.item].exercise.id,
                "check": gate.ref or None,
            }
            for gate in score.gates
        ],
    }
