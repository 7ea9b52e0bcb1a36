"""Reading a score at a position."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.script import SessionScript
from kinetic_home.score import lookup
from kinetic_home.score.compile import compile_score
from kinetic_home.score.score import MarkKind, Score, Span, SpanKind
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


def test_the_latest_mark_of_a_kind_is_the_last_one_up_to_and_with_its_instant(score: Score):
    counts = [mark for mark in score.marks if mark.kind is MarkKind.COUNT]
    second = counts[1]
    assert lookup.latest_mark(score, MarkKind.COUNT, 0, second.at_ms) == second
    assert lookup.latest_mark(score, MarkKind.COUNT, 0, second.at_ms - 1) == counts[0]


def test_no_mark_before_the_stretch_is_its_latest(score: Score):
    first = next(mark for mark in score.marks if mark.kind is MarkKind.COUNT)
    assert lookup.latest_mark(score, MarkKind.COUNT, first.at_ms + 1, first.at_ms + 2) is None
    assert lookup.latest_mark(score, MarkKind.CUE, 0, 0) is None


@given(scripts(), st.data())
def test_the_latest_mark_is_found_as_if_all_were_looked_through(made: SessionScript, data: st.DataObject):
    score = compile_score(made)
    from_ms = data.draw(st.integers(0, score.length_ms))
    at_ms = data.draw(st.integers(from_ms, score.length_ms))
    kind = data.draw(st.sampled_from(MarkKind))
    there = [mark for mark in score.marks if mark.kind is kind and from_ms <= mark.at_ms <= at_ms]
    assert lookup.latest_mark(score, kind, from_ms, at_ms) == (there[-1] if there else None)


@given(scripts())
def test_the_last_section_of_an_exercise_is_its_last_set_and_side(made: SessionScript):
    score = compile_score(made)
    for number in range(len(made.items)):
        mine = [section for section in score.sections if section.bout.item == number]
        assert lookup.last_section_of(score, number) == mine[-1]


def test_a_section_is_found_by_its_bout(score: Score):
    assert all(lookup.section_of(score, section.bout) == section for section in score.sections)
    assert lookup.section_of(score, replace(score.sections[0].bout, set_no=9)) is None


@given(scripts(), st.data())
def test_repetitions_finished_never_run_ahead_of_the_ones_begun(made: SessionScript, data: st.DataObject):
    score = compile_score(made)
    section = data.draw(st.sampled_from(score.sections))
    at_ms = data.draw(st.integers(section.work_ms, section.end_ms))
    done = lookup.reps_finished(score, section, at_ms)
    asked = score.item(section.bout).dose.reps
    if asked is None:
        assert done is None
    else:
        begun = {s.rep_no for s in score.spans if s.bout == section.bout and s.start_ms < at_ms and s.rep_no}
        assert done is not None
        assert max(begun, default=0) - 1 <= done <= asked
        assert (done == asked) == (at_ms == section.end_ms)
