"""What is heard in a bout, mark by mark, where a whole session would hide it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.dose import Dose
from kinetic_home.domain.events import Bout
from kinetic_home.domain.exercise import CueMoment, ExerciseId, First
from kinetic_home.domain.script import SessionScript
from kinetic_home.domain.side import Side
from kinetic_home.score.compile import compile_score
from kinetic_home.score.marks import after_marks, lead_marks, prepare_marks
from kinetic_home.score.score import Beat, MarkKind, Score, Section, SpanKind
from tests.builders import exercise, holds, item, reps, script, timed
from tests.score.strategies import scripts


def lead(length_ms: int) -> Section:
    bout = Bout(item=0, exercise=ExerciseId("one"), set_no=1, side=Side.LEFT)
    return Section(bout=bout, start_ms=0, work_ms=length_ms, end_ms=length_ms + 1_000)


@pytest.mark.parametrize(
    ("length_ms", "counts"), [(5_000, ["3", "2", "1"]), (3_000, ["3", "2", "1"]), (2_999, ["2", "1"]), (500, [])]
)
def test_a_lead_in_shorter_than_the_count_in_counts_as_far_as_there_is_room(length_ms: int, counts: list[str]):
    marks = list(lead_marks(lead(length_ms), announce_side_ms=None))
    assert [mark.ref for mark in marks if mark.kind is MarkKind.COUNT] == counts
    assert [mark.at_ms for mark in marks if mark.kind is MarkKind.BEAT] == [length_ms - int(n) * 1_000 for n in counts]


CUES = [(f"Cue number {n}", CueMoment.PREPARE) for n in range(4)] + [("Let go", CueMoment.AFTER)] * 3


@given(st.integers(0, 20_000), st.integers(0, 40_000))
def test_cues_that_prepare_come_one_after_the_other_and_end_before_the_count_in(from_ms: int, length_ms: int):
    marks = list(prepare_marks(item(exercise(cues=CUES)), from_ms, from_ms + length_ms))
    assert all(from_ms <= mark.at_ms <= from_ms + length_ms - 5_000 for mark in marks)
    assert all(b.at_ms - a.at_ms >= 2_000 for a, b in pairwise(marks))
    assert len(marks) == min(4, max(0, (length_ms - 5_000) // 2_720 + 1))


@given(st.integers(0, 20_000), st.integers(0, 20_000))
def test_cues_for_afterwards_come_one_after_the_other_and_end_within_the_rest(from_ms: int, length_ms: int):
    marks = list(after_marks(item(exercise(cues=CUES)), from_ms, from_ms + length_ms))
    assert all(from_ms <= mark.at_ms <= from_ms + length_ms - 2_000 for mark in marks)
    assert len({mark.at_ms for mark in marks}) == len(marks)


@given(scripts())
def test_every_cue_is_one_of_its_exercises_and_falls_into_its_own_sets_or_the_rest_after_them(made: SessionScript):
    score = compile_score(made)
    for mark in score.marks:
        if mark.kind is MarkKind.CUE:
            exercise_id, index = mark.ref.rsplit("/", 1)
            span = next(span for span in score.spans if span.start_ms <= mark.at_ms < span.end_ms)
            own = score.item(span.bout).exercise
            assert own.id == exercise_id
            moment = own.cues[int(index)].moment
            assert (moment is CueMoment.AFTER) == (span.kind is SpanKind.REST)
            assert (moment is CueMoment.PREPARE) == (span.kind is SpanKind.LEAD_IN)


@given(scripts())
def test_every_bout_of_several_repetitions_has_one_last_beat_and_every_other_none(made: SessionScript):
    score = compile_score(made)
    for section in score.sections:
        dose = score.item(section.bout).dose
        lasts = [m for m in work_of(score, section) if m.kind is MarkKind.BEAT and m.ref == Beat.LAST]
        paced = score.item(section.bout).exercise.breathing.paced_ms is not None
        assert len(lasts) == int(dose.reps is not None and dose.reps > 1) or paced


def work_of(score: Score, section: Section):
    return [mark for mark in score.marks if section.work_ms <= mark.at_ms < section.end_ms]


def refs(score: Score, kind: MarkKind) -> list[str]:
    return [mark.ref for mark in score.marks if mark.kind is kind]


@pytest.mark.parametrize(("count", "told"), [(5, 0), (6, 1), (7, 1)])
def test_half_way_is_told_from_six_repetitions_on(count: int, told: int):
    assert len(refs(compile_score(script(item(dose=reps(count, sets=1)))), MarkKind.HALF_WAY)) == told


@pytest.mark.parametrize(
    ("work_ms", "half_way", "ten_seconds"), [(19_000, 0, 0), (20_000, 1, 0), (39_000, 1, 0), (40_000, 1, 1)]
)
def test_longer_work_by_time_tells_half_way_and_its_last_ten_seconds(work_ms: int, half_way: int, ten_seconds: int):
    score = compile_score(script(item(exercise(first=First.CYCLIC), timed(work_ms, bpm=60))))
    assert len(refs(score, MarkKind.HALF_WAY)) == half_way
    assert refs(score, MarkKind.SAY).count("ten_seconds") == ten_seconds
    section = score.sections[0]
    at = {mark.ref: section.end_ms - mark.at_ms for mark in work_of(score, section)}
    assert at.get("half_way", work_ms // 2) == work_ms // 2
    assert at.get("ten_seconds", 10_000) == 10_000


def test_one_set_on_each_side_has_no_rest_between_and_announces_both_sides():
    score = compile_score(script(item(exercise(per_side=True), reps(2, sets=1))))
    assert [ref for ref in refs(score, MarkKind.SAY) if ref.endswith("_side")] == ["left_side", "right_side"]
    assert "last_set" not in refs(score, MarkKind.SAY)
    assert SpanKind.REST not in {span.kind for span in score.spans[:-1]}


def test_sets_are_announced_by_their_number_and_the_last_as_the_last():
    score = compile_score(script(item(dose=reps(2, sets=4))))
    assert [ref for ref in refs(score, MarkKind.SAY) if "set" in ref] == ["set_2", "set_3", "last_set"]


def test_without_a_rest_between_sets_none_is_announced():
    score = compile_score(script(item(dose=reps(2, sets=2, rest_ms=0))))
    assert "rest" not in refs(score, MarkKind.SAY)
    assert [span.kind for span in score.spans if span.kind is not SpanKind.WORK] == ["lead_in", "lead_in", "rest"]


def test_one_short_hold_has_neither_counts_nor_half_way():
    score = compile_score(script(item(exercise(first=First.HOLD), holds(1, hold_ms=5_000))))
    section = score.sections[0]
    assert {mark.kind for mark in work_of(score, section)} <= {MarkKind.BEAT, MarkKind.CUE, MarkKind.BREATH}


def test_a_session_of_one_exercise_begins_with_its_name_and_ends_with_its_questions():
    score = compile_score(script())
    assert [(mark.kind, mark.ref, mark.at_ms) for mark in score.marks[:1]] == [(MarkKind.NEXT, "pat_hip_hinge", 0)]
    assert {gate.at_ms for gate in score.gates} == {score.length_ms}


def heard(score: Score, kind: MarkKind) -> list[tuple[int, str]]:
    """Return when something is heard in each bout, counted from the start of its work, in order."""
    marks = [mark for mark in score.marks if mark.kind is kind]
    return [
        (mark.at_ms - section.work_ms, mark.ref)
        for section in score.sections
        for mark in marks
        if section.work_ms <= mark.at_ms < section.end_ms
    ]


def test_a_jump_is_heard_as_up_down_and_a_hold_of_whole_seconds():
    jump = exercise(first=First.JUMP, cues=[("Small jump up", CueMoment.PAUSE), ("Land soft", CueMoment.LAND)])
    score = compile_score(script(item(jump, reps(2, tempo="1-2-1-0", sets=1))))
    beats = [(0, Beat.LIFT), (300, Beat.LOWER), (700, Beat.HOLD), (1_700, Beat.HOLD), (2_700, Beat.HOLD)]
    last = [(3_700, Beat.LAST), *((at + 3_700, sound) for at, sound in beats[1:])]
    assert heard(score, MarkKind.BEAT) == beats + last
    assert heard(score, MarkKind.COUNT) == [(0, "1")]
    assert heard(score, MarkKind.CUE) == [(2_700, "pat_hip_hinge/0")]


def test_the_landing_of_a_jump_has_its_cue_as_the_feet_come_down():
    jump = exercise(first=First.JUMP, cues=[("Land soft", CueMoment.LAND), ("Knee in line", CueMoment.HOLD)])
    score = compile_score(script(item(jump, reps(5, tempo="1-2-1-0", sets=1))))
    assert heard(score, MarkKind.CUE) == [(300, "pat_hip_hinge/0"), (2 * 3_700 + 700, "pat_hip_hinge/1")]


STRETCH = exercise(
    first=First.HOLD,
    cues=[("Lean in", CueMoment.MOVE), ("Heel down", CueMoment.HOLD), ("Toes ahead", CueMoment.HOLD)],
)


def test_each_set_of_a_long_hold_begins_with_the_next_cue():
    score = compile_score(script(item(STRETCH, holds(1, hold_ms=30_000, sets=3))))
    assert heard(score, MarkKind.CUE) == [
        *((0, "pat_hip_hinge/0"), (5_000, "pat_hip_hinge/1")),
        *((0, "pat_hip_hinge/0"), (5_000, "pat_hip_hinge/2")),
        *((0, "pat_hip_hinge/0"), (5_000, "pat_hip_hinge/1")),
    ]


def test_each_set_of_work_by_time_begins_with_the_next_cue():
    walk = exercise(first=First.CYCLIC, cues=[("Stand tall", CueMoment.MOVE), ("Even steps", CueMoment.MOVE)])
    dose = Dose(sets=2, work_ms=20_000, bpm=60, rest_ms=0)
    assert [ref for _, ref in heard(compile_score(script(item(walk, dose))), MarkKind.CUE)] == [
        "pat_hip_hinge/0",
        "pat_hip_hinge/1",
    ]


def test_a_repetition_of_fifteen_seconds_or_more_has_a_cue_each_time():
    long = compile_score(script(item(STRETCH, holds(3, hold_ms=11_000))))
    assert [ref[-1] for _, ref in heard(long, MarkKind.CUE)] == ["0", "1", "2"]
    short = compile_score(script(item(STRETCH, holds(3, hold_ms=10_999))))
    assert [ref[-1] for _, ref in heard(short, MarkKind.CUE)] == ["0"]
