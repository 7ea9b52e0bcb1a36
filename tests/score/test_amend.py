"""Time put into a score and taken out of it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.exercise import CueMoment
from kinetic_home.domain.script import SessionScript
from kinetic_home.score import amend
from kinetic_home.score.compile import compile_score
from kinetic_home.score.lookup import span_at
from kinetic_home.score.score import Beat, MarkKind, Score, SpanKind
from tests.builders import exercise, item, reps, script
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


@given(scripts(), st.data(), st.integers(1, 60_000), st.booleans())
def test_changing_a_rest_at_its_very_first_instant_leaves_all_before_it_in_place(
    made: SessionScript, data: st.DataObject, by_ms: int, longer: bool
):
    score = compile_score(made)
    start_ms = data.draw(st.sampled_from([span.start_ms for span in score.spans if span.kind is not SpanKind.WORK]))
    change = amend.with_time_put_in if longer else amend.with_time_taken_out
    changed = change(score, start_ms, by_ms)
    for old, new in zip(score.gates, changed.gates, strict=True):
        assert old.at_ms > start_ms or new == old
    for old, new in zip(score.sections, changed.sections, strict=True):
        assert old.start_ms > start_ms or new.start_ms == old.start_ms


@given(scripts(), st.data(), st.integers(1, 60_000))
def test_after_any_change_three_beats_still_lead_into_every_bout(made: SessionScript, data: st.DataObject, by_ms: int):
    score = compile_score(made)
    span = data.draw(st.sampled_from([span for span in score.spans if span.kind is not SpanKind.WORK]))
    before_count_in = span.end_ms - (0 if span.kind is SpanKind.REST else 3_000)
    at_ms = data.draw(st.integers(span.start_ms, max(before_count_in - 1, span.start_ms)))
    for changed in (amend.with_time_put_in(score, at_ms, by_ms), amend.with_time_taken_out(score, at_ms, by_ms)):
        ready = [mark.at_ms for mark in changed.marks if mark.kind is MarkKind.BEAT and mark.ref == Beat.READY]
        for section in changed.sections:
            assert [at for at in ready if section.start_ms <= at < section.work_ms] == [
                section.work_ms - left for left in (3_000, 2_000, 1_000)
            ]


def test_a_longer_rest_says_early_what_was_to_be_said_early():
    cues = [("Nose over toes", CueMoment.ECCENTRIC), ("Shake out the legs", CueMoment.AFTER)]
    score = compile_score(script(item(exercise(cues=cues), reps(2, sets=1, rest_ms=6_500)), item(exercise("two"))))
    longer = amend.with_time_put_in(score, score.gates[0].at_ms, 15_000)
    after = [mark for mark in score.marks if mark.ref == "pat_hip_hinge/1"]
    assert after == [mark for mark in longer.marks if mark.ref == "pat_hip_hinge/1"]
    assert after[0].at_ms == score.gates[0].at_ms + 4_000


def test_what_was_to_be_said_in_the_time_that_is_taken_out_is_not_said():
    score = compile_score(script(item(dose=reps(2, sets=2, rest_ms=20_000))))
    rest_ms = score.sections[0].end_ms
    shorter = amend.with_time_taken_out(score, rest_ms, 600_000)
    assert {mark.ref for mark in score.marks if mark.at_ms == rest_ms} == {"end", "rest"}
    assert not {"end", "rest"} & {mark.ref for mark in shorter.marks if rest_ms <= mark.at_ms <= rest_ms + 2_000}


def test_a_lead_in_cut_to_its_count_in_can_be_made_longer_again():
    score = compile_score(script(item(dose=reps(2, sets=2, rest_ms=20_000))))
    lead_ms = score.sections[1].start_ms
    again = amend.with_time_put_in(amend.with_time_taken_out(score, lead_ms, 600_000), lead_ms, 5_000)
    assert all(a.end_ms == b.start_ms for a, b in pairwise(again.spans))
    assert again.sections[1].work_ms == lead_ms + 8_000
    assert again.sections[0] == score.sections[0]
