"""Reading a score at a position."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.script import SessionScript
from kinetic_home.score import lookup
from kinetic_home.score.compile import compile_score
from kinetic_home.score.score import Score, Span, SpanKind
from tests.builders import check, exercise, item, reps, script
from tests.score.strategies import scripts


@pytest.fixture
def score() -> Score:
    return compile_score(script(item(exercise(per_side=True), reps(3, sets=2), [check()]), item(exercise("two"))))


@given(scripts(), st.data())
def test_the_span_at_a_position_holds_it(made: SessionScript, data: st.DataObject):
    score = compile_score(made)
    at_ms = data.draw(st.integers(0, score.length_ms - 1))
    span = lookup.span_at(score, at_ms)
    assert span.start_ms <= at_ms < span.end_ms
    assert 0 <= lookup.fraction_at(span, at_ms) < 1


@given(scripts(), st.lists(st.integers(0, 400_000), max_size=6))
def test_marks_of_neighbouring_stretches_are_all_marks_once(made: SessionScript, cuts: list[int]):
    score = compile_score(made)
    edges = [0, *sorted(cuts), score.length_ms + 1]
    pieces = [mark for a, b in itertools.pairwise(edges) for mark in lookup.marks_between(score, a, b)]
    assert tuple(pieces) == score.marks


def test_after_the_end_the_last_span_and_section_stay(score: Score):
    assert lookup.span_at(score, 10**9) == score.spans[-1]
    assert lookup.section_at(score, 10**9) == score.sections[-1]


def test_a_span_of_no_length_is_over_at_once(score: Score):
    span = Span(5, 5, SpanKind.REST, score.sections[0].bout)
    assert lookup.fraction_at(span, 5) == 1.0


def test_in_a_rest_the_coming_section_counts(score: Score):
    assert lookup.section_at(score, score.sections[1].end_ms) == score.sections[2]


def test_work_counts_as_begun_only_after_its_first_instant(score: Score):
    first = score.sections[0]
    assert lookup.worked_section(score, first.work_ms) is None
    assert lookup.worked_section(score, first.work_ms + 1) == first
    assert lookup.worked_section(score, first.end_ms) is None


def test_stretches_run_from_gate_to_gate_and_cover_the_axis(score: Score):
    stops = sorted({gate.at_ms for gate in score.gates})
    assert lookup.stretches(score) == ((0, stops[0]), (stops[0], stops[1]))


def test_repetitions_finish_at_the_end_of_their_last_phase(score: Score):
    first = score.sections[0]
    assert lookup.reps_finished(score, first, first.work_ms + 5_999) == 0
    assert lookup.reps_finished(score, first, first.work_ms + 6_000) == 1
    assert lookup.reps_finished(score, first, first.end_ms) == 3


def test_a_gate_is_found_by_its_id(score: Score):
    assert lookup.gate_by_id(score, score.gates[1].id) == score.gates[1]
    assert lookup.gate_by_id(score, "no such gate") is None
