"""Time put into a score and taken out of it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.script import SessionScript
from kinetic_home.score import amend
from kinetic_home.score.compile import compile_score
from kinetic_home.score.lookup import span_at
from kinetic_home.score.score import MarkKind, Score, SpanKind
from tests.score.strategies import scripts


def rest_positions(score: Score) -> st.SearchStrategy[int]:
    spans = [span for span in score.spans if span.kind is not SpanKind.WORK]
    return st.sampled_from(spans).flatmap(lambda span: st.integers(span.start_ms, span.end_ms - 1))


@given(scripts(), st.data(), st.integers(1, 60_000))
def test_time_put_in_moves_only_what_follows(made: SessionScript, data: st.DataObject, by_ms: int):
    score = compile_score(made)
    at_ms = data.draw(rest_positions(score))
    longer = amend.with_time_put_in(score, at_ms, by_ms)
    assert longer.length_ms == score.length_ms + by_ms
    assert len(longer.marks) == len(score.marks)
    assert all(a.end_ms == b.start_ms for a, b in pairwise(longer.spans))
    for old, new in zip(score.sections, longer.sections, strict=True):
        assert new.end_ms - new.work_ms == old.end_ms - old.work_ms
        assert new.work_ms - old.work_ms == (by_ms if old.work_ms > at_ms else 0)


@given(scripts(), st.data(), st.integers(1, 60_000))
def test_time_taken_out_never_cuts_work_or_a_count_in(made: SessionScript, data: st.DataObject, by_ms: int):
    score = compile_score(made)
    at_ms = data.draw(rest_positions(score))
    cut = min(by_ms, amend.longest_cut_ms(score, at_ms))
    shorter = amend.with_time_taken_out(score, at_ms, by_ms)
    assert shorter.length_ms == score.length_ms - cut
    assert all(a.end_ms == b.start_ms for a, b in pairwise(shorter.spans))
    assert len(shorter.gates) == len(score.gates)
    assert all(0 <= gate.at_ms <= shorter.length_ms for gate in shorter.gates)
    for old, new in zip(score.sections, shorter.sections, strict=True):
        assert new.end_ms - new.work_ms == old.end_ms - old.work_ms
        shift = old.work_ms - new.work_ms
        in_work = [m.at_ms - shift for m in score.marks if old.work_ms <= m.at_ms < old.end_ms]
        assert [m.at_ms for m in shorter.marks if new.work_ms <= m.at_ms < new.end_ms][: len(in_work)] == in_work


@given(scripts(), st.data())
def test_marks_before_the_position_stay_where_they_were(made: SessionScript, data: st.DataObject):
    score = compile_score(made)
    at_ms = data.draw(rest_positions(score))
    shorter = amend.with_time_taken_out(score, at_ms, 10_000)
    assert [m for m in shorter.marks if m.at_ms < at_ms] == [m for m in score.marks if m.at_ms < at_ms]


@given(scripts())
def test_nothing_can_be_cut_out_of_work(made: SessionScript):
    score = compile_score(made)
    section = score.sections[0]
    assert amend.longest_cut_ms(score, section.work_ms) == 0
    assert amend.with_time_taken_out(score, section.work_ms, 5_000).length_ms == score.length_ms


@given(scripts())
def test_a_lead_in_that_is_cut_short_still_counts_in(made: SessionScript):
    score = compile_score(made)
    shorter = amend.with_time_taken_out(score, 0, 600_000)
    work_ms = shorter.sections[0].work_ms
    counted = [m.at_ms - work_ms for m in shorter.marks if m.kind is MarkKind.BEAT and m.at_ms < work_ms]
    assert counted == [-3_000, -2_000, -1_000]
    assert span_at(shorter, 0).kind is SpanKind.LEAD_IN
