"""A compiled session: what lies where on its axis."""

from itertools import pairwise

from hypothesis import given

from kinetic_home.domain.exercise import Breathing, CueMoment, First, Position
from kinetic_home.domain.script import SessionScript
from kinetic_home.domain.side import Side
from kinetic_home.score.compile import compile_score, lead_in_ms
from kinetic_home.score.score import Beat, MarkKind, Score, SpanKind
from tests.builders import check, exercise, holds, item, reps, script, timed
from tests.score.strategies import scripts


def kinds(score: Score) -> list[str]:
    """Return the kinds of spans in order, runs of work told once."""
    told = [(span.kind.value, span.bout) for span in score.spans]
    return [kind for n, (kind, bout) in enumerate(told) if n == 0 or told[n - 1] != (kind, bout)]


def refs(score: Score, kind: MarkKind) -> list[str]:
    return [mark.ref for mark in score.marks if mark.kind is kind]


@given(scripts())
def test_spans_tile_the_axis_without_a_gap(made: SessionScript):
    score = compile_score(made)
    assert score.spans[0].start_ms == 0
    assert all(a.end_ms == b.start_ms for a, b in pairwise(score.spans))
    assert all(span.start_ms < span.end_ms for span in score.spans)


@given(scripts())
def test_marks_and_gates_lie_on_the_axis_in_order(made: SessionScript):
    score = compile_score(made)
    assert all(a.at_ms <= b.at_ms for a, b in pairwise(score.marks))
    assert all(a.at_ms <= b.at_ms for a, b in pairwise(score.gates))
    assert all(0 <= mark.at_ms <= score.length_ms for mark in score.marks)
    assert score.gates[-1].at_ms == score.length_ms


@given(scripts())
def test_every_bout_that_the_script_asks_for_has_its_section(made: SessionScript):
    score = compile_score(made)
    asked = sum(entry.dose.sets * len(entry.sides(made.lead_side)) for entry in made.items)
    assert len({section.bout for section in score.sections}) == len(score.sections) == asked
    assert all(s.start_ms < s.work_ms < s.end_ms for s in score.sections)


@given(scripts())
def test_every_exercise_ends_with_its_checkpoints_and_its_pain_question(made: SessionScript):
    score = compile_score(made)
    for number, entry in enumerate(made.items):
        gates = [gate for gate in score.gates if gate.item == number]
        assert [gate.ref for gate in gates] == [*(c.id for c in entry.checks), ""]
        end = max(section.end_ms for section in score.sections if section.bout.item == number)
        assert {gate.at_ms for gate in gates} == {end + 4_000}
    assert len({gate.id for gate in score.gates}) == len(score.gates)


@given(scripts())
def test_a_beat_falls_on_the_start_of_every_phase_of_the_work(made: SessionScript):
    score = compile_score(made)
    beats = {mark.at_ms for mark in score.marks if mark.kind is MarkKind.BEAT}
    for span in score.spans:
        paced = score.item(span.bout).exercise.breathing.paced_ms is not None
        if span.kind is SpanKind.WORK and not paced:
            assert span.start_ms in beats


def test_sets_of_both_sides_come_with_a_change_of_side_and_one_rest_a_set():
    made = exercise(per_side=True)
    score = compile_score(script(item(made, reps(2, sets=2))))
    assert kinds(score) == ["lead_in", "work", "switch", "work", "rest", "lead_in", "work", "switch", "work", "rest"]
    sides = [section.bout.side for section in score.sections]
    assert sides == [Side.LEFT, Side.RIGHT, Side.LEFT, Side.RIGHT]


def test_the_plans_lead_side_starts():
    score = compile_score(script(item(exercise(per_side=True), reps(2)), lead=Side.RIGHT))
    assert score.sections[0].bout.side is Side.RIGHT


def test_three_beats_and_counts_lead_into_every_bout():
    score = compile_score(script(item(exercise(per_side=True), reps(2, sets=2))))
    for section in score.sections:
        lead = [(m.kind, m.at_ms - section.work_ms) for m in score.marks if -3_000 <= m.at_ms - section.work_ms < 0]
        assert [at for kind, at in lead if kind is MarkKind.BEAT] == [-3_000, -2_000, -1_000]


def test_the_last_repetition_has_its_own_sound_and_its_own_word():
    score = compile_score(script(item(exercise(), reps(3, sets=1))))
    last = next(span for span in score.spans if span.rep_no == 3)
    at_start = [(m.kind, m.ref) for m in score.marks if m.at_ms == last.start_ms]
    assert (MarkKind.BEAT, Beat.LAST) in at_start
    assert (MarkKind.LAST_REP, "last_rep") in at_start
    assert refs(score, MarkKind.BEAT).count(Beat.LAST) == 1


def test_repetitions_are_counted_from_one_to_the_last_but_one():
    score = compile_score(script(item(exercise(), reps(4, sets=1))))
    assert refs(score, MarkKind.COUNT) == ["3", "2", "1", "1", "2", "3"]


def test_half_way_comes_with_the_first_repetition_of_the_second_half():
    score = compile_score(script(item(exercise(), reps(8, sets=1))))
    half = next(mark for mark in score.marks if mark.kind is MarkKind.HALF_WAY)
    assert half.at_ms == next(span.start_ms for span in score.spans if span.rep_no == 5)


def test_few_repetitions_have_no_half_way():
    assert refs(compile_score(script(item(exercise(), reps(5, sets=1)))), MarkKind.HALF_WAY) == []


def test_work_by_time_tells_its_half_and_its_last_ten_seconds():
    score = compile_score(script(item(exercise(first=First.CYCLIC, breathing=Breathing()), timed(60_000))))
    start = score.sections[0].work_ms
    said = {(m.ref, m.at_ms - start) for m in score.marks}
    assert {("half_way", 30_000), ("ten_seconds", 50_000)} <= said


def test_a_cue_is_given_in_the_phase_that_it_concerns():
    cues = [("Push your hips back", CueMoment.ECCENTRIC), ("Squeeze to stand", CueMoment.CONCENTRIC)]
    score = compile_score(script(item(exercise(cues=cues), reps(8, sets=1))))
    wanted = {"0": "eccentric", "1": "concentric"}
    starts = {span.start_ms: span.phase for span in score.spans}
    given_cues = [mark for mark in score.marks if mark.kind is MarkKind.CUE]
    assert len(given_cues) == 4
    assert all(starts[mark.at_ms] == wanted[mark.ref.rsplit("/", 1)[1]] for mark in given_cues)


def test_a_cue_that_prepares_is_given_before_the_count_in():
    made = exercise(cues=[("Feet under your knees", CueMoment.PREPARE), ("Nose over toes", CueMoment.ECCENTRIC)])
    score = compile_score(script(item(made, reps(4, sets=1))))
    first = next(mark for mark in score.marks if mark.kind is MarkKind.CUE)
    assert first.ref.endswith("/0")
    assert first.at_ms < score.sections[0].work_ms - 3_000


def test_a_cue_for_afterwards_is_given_in_the_rest():
    made = exercise(cues=[("Shake out the legs", CueMoment.AFTER), ("Nose over toes", CueMoment.ECCENTRIC)])
    score = compile_score(script(item(made, reps(2, sets=1, rest_ms=20_000)), item()))
    after = next(mark for mark in score.marks if mark.kind is MarkKind.CUE and mark.ref.endswith("/0"))
    assert after.at_ms > score.gates[0].at_ms


def test_a_later_set_begins_with_the_next_cue():
    score = compile_score(script(item(exercise(), reps(4, sets=2))))
    first_cues = [
        next(m.ref for m in score.marks if m.kind is MarkKind.CUE and m.at_ms >= section.work_ms)
        for section in score.sections
    ]
    assert first_cues[0] != first_cues[1]


def test_breath_goes_out_with_the_lift_and_in_with_the_lowering():
    score = compile_score(script(item(exercise(), reps(1, sets=1))))
    phases = {span.start_ms: span.phase for span in score.spans}
    assert [(phases[m.at_ms], m.ref) for m in score.marks if m.kind is MarkKind.BREATH] == [
        ("eccentric", "in"),
        ("concentric", "out"),
    ]


def test_a_paced_breath_has_only_whole_breaths():
    made = exercise(first=First.HOLD, breathing=Breathing(paced_ms=(4_000, 6_000)))
    score = compile_score(script(item(made, holds(1, hold_ms=25_000))))
    start = score.sections[0].work_ms + 2_000
    breaths = [(m.ref, m.at_ms - start) for m in score.marks if m.kind is MarkKind.BREATH]
    assert breaths == [("in", 0), ("out", 4_000), ("in", 10_000), ("out", 14_000)]


def test_a_long_hold_beats_calmly_and_counts_out_its_last_three_seconds():
    score = compile_score(script(item(exercise(first=First.HOLD, breathing=Breathing()), holds(1, hold_ms=30_000))))
    start = score.sections[0].work_ms + 2_000
    beats = [m.at_ms - start for m in score.marks if m.kind is MarkKind.BEAT and m.ref == Beat.HOLD]
    assert beats == [0, 5_000, 10_000, 15_000, 20_000, 25_000, 27_000, 28_000, 29_000]


def test_the_next_exercise_is_told_when_the_rest_before_it_begins():
    score = compile_score(script(item(exercise("one")), item(exercise("two"))))
    told = [(m.kind, m.ref) for m in score.marks if m.at_ms == score.gates[0].at_ms]
    assert (MarkKind.NEXT, "two") in told


def test_without_a_rest_the_next_exercise_is_told_in_its_lead_in():
    score = compile_score(script(item(exercise("one"), reps(2, rest_ms=0)), item(exercise("two"))))
    assert [m.ref for m in score.marks if m.kind is MarkKind.NEXT] == ["one", "two"]
    assert not [m for m in score.marks if m.kind is MarkKind.NAME]


def test_getting_to_the_floor_takes_longer_than_staying_where_one_is():
    assert lead_in_ms(Position.STANDING, Position.SUPINE) > lead_in_ms(Position.STANDING, Position.STANDING)
    assert lead_in_ms(None, Position.SUPINE) > lead_in_ms(None, Position.STANDING)
    assert lead_in_ms(Position.SUPINE, Position.SIDE_LYING) > lead_in_ms(Position.SUPINE, Position.SUPINE)
    assert lead_in_ms(Position.STANDING, Position.SEATED) > lead_in_ms(Position.SEATED, Position.SEATED)


def test_an_exercise_without_cues_for_the_work_gives_none_there():
    made = exercise(cues=[("Feet apart", CueMoment.PREPARE), ("Rest the legs", CueMoment.AFTER)])
    timed_one = exercise(first=First.CYCLIC, cues=[("Feet apart", CueMoment.PREPARE)])
    score = compile_score(script(item(made, reps(4, sets=1), [check()]), item(timed_one, timed())))
    during = [
        mark
        for section in score.sections
        for mark in score.marks
        if mark.kind is MarkKind.CUE and section.work_ms <= mark.at_ms < section.end_ms
    ]
    assert during == []
