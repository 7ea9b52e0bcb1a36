"""A score in words."""

from kinetic_home.score.as_text import as_text, clock_text
from kinetic_home.score.compile import compile_score
from tests.builders import check, exercise, item, reps, script


def test_every_span_mark_and_gate_has_its_line():
    score = compile_score(script(item(exercise(per_side=True), reps(2), [check()]), item(exercise("two"))))
    lines = as_text(score).splitlines()
    assert sum(" ms  " in line for line in lines) == len(score.spans)
    assert sum(" gate " in line for line in lines) == len(score.gates)
    headings = sum(line.startswith("# ") for line in lines)
    assert len(lines) == 1 + len(score.spans) + len(score.marks) + len(score.gates) + headings


def test_a_position_is_told_in_minutes_seconds_and_ms():
    assert clock_text(723_250) == "12:03.250"
