"""A session under way: what it writes, where, and what it does when the log refuses."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain import events as ev
from kinetic_home.domain.scales import Aid, Effort, Nprs, PainMoment, SkipReason
from kinetic_home.domain.side import Side
from kinetic_home.score.compile import compile_score
from kinetic_home.score.player import Status
from kinetic_home.score.score import MarkKind
from kinetic_home.workflow.ports import EnvironmentProblem
from kinetic_home.workflow.session import RunningSession, start_session
from tests.builders import check, exercise, item, reps, script
from tests.fakes import FakeClock, FakeIds, ListLog
from tests.workflow.scene import Scene, plan

CHECKIN = ev.CheckinGiven(pain=Nprs(3), places=(), swelling=None, sleep_h=None)
FULL = EnvironmentProblem("The disk is full. Make room and go on.")
# Two sides, one checkpoint and the pain question; then an exercise with the pain question only.
SCRIPT = script(
    item(exercise("one", per_side=True), reps(3, sets=2, rest_ms=20_000), [check()]),
    item(exercise("two"), reps(2, sets=1)),
)
Act = Callable[[RunningSession], object]


@pytest.fixture
def scene() -> Scene:
    return Scene(SCRIPT)


def written(scene: Scene, kind: type[ev.Event]) -> list[tuple[int | None, ev.Event]]:
    return [(fact.at_ms, fact.event) for fact in scene.log.facts if isinstance(fact.event, kind)]


def test_a_session_begins_with_its_whole_prescription_and_then_the_check_in():
    scene = Scene(SCRIPT, checkin=CHECKIN)
    started, checkin = scene.log.facts
    assert isinstance(started.event, ev.SessionStarted)
    assert (started.at_ms, checkin.at_ms, checkin.event) == (0, None, CHECKIN)
    assert started.session_ref == checkin.session_ref == scene.session.ref
    asked = started.event
    assert (asked.plan_id, asked.plan_title, asked.plan_digest) == ("plan", "Plan", "digest")
    assert (asked.session, asked.title, asked.aim) == ("S", "Session", "Move.")
    assert (asked.lead_side, asked.length_ms) == (Side.LEFT, scene.score.length_ms)
    assert [(p.item, p.exercise, p.name, p.per_side, p.dose, p.checks) for p in asked.prescription] == [
        (0, "one", "One", True, SCRIPT.items[0].dose, ("knee_line",)),
        (1, "two", "Two", False, SCRIPT.items[1].dose, ()),
    ]


def test_without_a_check_in_none_is_written(scene: Scene):
    assert [type(event) for event in scene.events] == [ev.SessionStarted]


@pytest.mark.parametrize(
    ("utc", "offset_min", "day"),
    [
        ("2026-03-02T02:59:59.999Z", 60, "2026-03-01"),
        ("2026-03-02T03:00:00.000Z", 60, "2026-03-02"),
        ("2026-03-03T01:00:00.000Z", -300, "2026-03-02"),
    ],
)
def test_a_training_day_ends_at_four_in_the_morning_local_time(utc: str, offset_min: int, day: str):
    scene = Scene(clock=FakeClock(utc, offset_min=offset_min))
    assert scene.record.started.training_day == day


def test_a_session_that_would_leave_no_trace_does_not_begin():
    log = ListLog()
    log.refuse_with = FULL
    with pytest.raises(EnvironmentProblem):
        start_session(plan=plan(), score=compile_score(SCRIPT), checkin=None, log=log, clock=FakeClock(), ids=FakeIds())
    assert log.facts == []


def test_a_session_stands_at_its_start_until_its_sound_is_heard(scene: Scene):
    scene.clock.advance(5_000)
    assert scene.session.heartbeat() == ()
    assert (scene.session.state.status, scene.session.state.at_ms) == (Status.READY, 0)
    scene.session.heard(in_ms=300)
    scene.clock.advance(1_300)
    scene.session.heartbeat()
    assert scene.session.state.at_ms == 1_000


def test_marks_are_returned_as_they_come_due_and_facts_are_not_among_them(scene: Scene):
    marks = scene.play(30_000)
    assert marks == [mark for mark in scene.score.marks if mark.at_ms < 30_000]


def test_a_bout_is_written_at_its_place_on_the_score_wherever_the_heartbeats_fall(scene: Scene):
    scene.play(300)
    scene.play(39_700)
    section = scene.score.sections[0]
    assert written(scene, ev.BoutStarted)[0] == (section.work_ms, ev.BoutStarted(bout=section.bout))
    at_ms, ended = written(scene, ev.BoutEnded)[0]
    assert at_ms == section.end_ms
    assert ended == ev.BoutEnded(bout=section.bout, reps_done=3, work_ms=18_000, complete=True)


def test_a_bout_that_ends_between_two_heartbeats_ends_at_its_own_instant(scene: Scene):
    section = scene.score.sections[0]
    scene.play(section.end_ms - 700)
    scene.clock.advance(1_900)
    scene.session.heartbeat()
    assert written(scene, ev.BoutEnded)[0][0] == section.end_ms


ACTS: dict[str, Act] = {
    "pause": lambda session: session.pause(),
    "skip_set": lambda session: session.skip_set(SkipReason.TIRED),
    "skip_exercise": lambda session: session.skip_exercise(SkipReason.TIME),
    "too_much_pain": lambda session: session.too_much_pain(Nprs(7)),
    "back": lambda session: session.back(),
    "stop": lambda session: session.stop(SkipReason.OTHER),
}


@pytest.mark.parametrize("name", ACTS)
def test_what_a_person_does_between_two_heartbeats_is_written_where_it_was_done(name: str, scene: Scene):
    scene.play(20_000)
    before = len(scene.log.facts)
    scene.clock.advance(730)
    ACTS[name](scene.session)
    places = {fact.at_ms for fact in scene.log.facts[before:]}
    assert places == {20_730}


def test_a_longer_rest_is_written_where_it_was_asked_for(scene: Scene):
    rest = scene.score.sections[1].end_ms
    scene.play(rest + 2_000)
    scene.clock.advance(500)
    scene.session.change_rest(15_000)
    assert written(scene, ev.RestChanged) == [(rest + 2_500, ev.RestChanged(delta_ms=15_000))]


def test_after_a_longer_rest_facts_lie_on_the_longer_score(scene: Scene):
    scene.play(scene.score.sections[1].end_ms + 2_000)
    scene.session.change_rest(15_000)
    scene.play_to(scene.score.length_ms)
    starts = [at_ms for at_ms, _ in written(scene, ev.BoutStarted)]
    assert starts == [section.work_ms for section in scene.score.sections]


def test_a_rest_can_be_ended_at_once(scene: Scene):
    scene.play(scene.score.sections[1].end_ms + 2_000)
    scene.session.skip_rest()
    assert scene.session.state.at_ms == scene.score.sections[2].start_ms
    assert written(scene, ev.RestChanged)[0][1] == ev.RestChanged(delta_ms=-18_000)


def test_a_clock_that_jumps_pauses_the_session_at_the_last_heartbeat(scene: Scene):
    scene.play(20_000)
    scene.clock.advance(600_000)
    scene.session.heartbeat()
    assert scene.session.state.status is Status.PAUSED
    assert written(scene, ev.SessionPaused) == [(20_000, ev.SessionPaused(reason="clock_gap"))]


def test_setting_the_computers_clock_does_not_move_the_session(scene: Scene):
    scene.play(10_000)
    scene.clock.jump(-7_200_000)
    scene.play(1_000)
    assert scene.session.state.at_ms == 11_000


def test_a_pain_answer_belongs_to_its_exercise_and_lies_at_its_gate(scene: Scene):
    gate = scene.play_to_gate(1)
    scene.session.answer_pain(gate, Nprs(4))
    said = ev.PainReported(moment=PainMoment.DURING, pain=Nprs(4), item=0, exercise=SCRIPT.items[0].exercise.id)
    assert written(scene, ev.PainReported) == [(scene.score.gates[1].at_ms, said)]
    assert scene.session.state.open_gate is None


def test_a_checkpoint_is_answered_side_by_side(scene: Scene):
    gate = scene.play_to_gate(0)
    scene.session.answer_checkpoint(gate, {Side.LEFT: True, Side.RIGHT: False}, Aid.MIRROR)
    said = [event for _, event in written(scene, ev.CheckpointAnswered)]
    assert [(s.side, s.clean, s.aid) for s in said if isinstance(s, ev.CheckpointAnswered)] == [
        (Side.LEFT, True, Aid.MIRROR),
        (Side.RIGHT, False, Aid.MIRROR),
    ]
    assert scene.session.state.gate == 1


def test_a_side_without_an_answer_stays_missing(scene: Scene):
    scene.session.answer_checkpoint(scene.play_to_gate(0), {Side.RIGHT: True}, None)
    assert [(c.side, c.clean) for c in scene.record.checks] == [(Side.RIGHT, True)]


def test_a_checkpoint_answered_with_nothing_is_a_question_passed(scene: Scene):
    gate = scene.play_to_gate(0)
    scene.session.answer_checkpoint(gate, {}, Aid.FEEL)
    assert written(scene, ev.QuestionPassed)[-1][1] == ev.QuestionPassed(gate_id=gate)
    assert scene.session.state.gate == 1


def test_a_question_that_is_passed_has_no_answer(scene: Scene):
    gate = scene.play_to_gate(0)
    scene.session.pass_question(gate)
    assert scene.events[-1] == ev.QuestionPassed(gate_id=gate)
    assert scene.record.checks == ()


@pytest.mark.parametrize("where", ["nowhere", "01-one/pain", "02-two/pain"])
def test_only_the_open_question_takes_an_answer(where: str, scene: Scene):
    scene.play_to_gate(0)
    state, facts = scene.session.state, len(scene.log.facts)
    assert scene.session.answer_pain(where, Nprs(1)) == ()
    assert scene.session.answer_checkpoint(where, {Side.LEFT: True}, None) == ()
    assert scene.session.pass_question(where) == ()
    assert (scene.session.state, len(scene.log.facts)) == (state, facts)


def test_while_no_question_is_open_none_takes_an_answer(scene: Scene):
    scene.play(5_000)
    assert scene.session.answer_pain("01-one/pain", Nprs(1)) == ()
    assert [type(event) for event in scene.events] == [ev.SessionStarted]


def test_a_question_takes_only_its_own_kind_of_answer(scene: Scene):
    checkpoint = scene.play_to_gate(0)
    assert scene.session.answer_pain(checkpoint, Nprs(1)) == ()
    pain = scene.play_to_gate(1)
    assert scene.session.answer_checkpoint(pain, {Side.LEFT: True}, None) == ()
    assert scene.session.state.open_gate == scene.score.gates[1]
    assert written(scene, ev.PainReported) == written(scene, ev.CheckpointAnswered) == []


def test_an_answer_given_twice_is_written_once(scene: Scene):
    gate = scene.play_to_gate(1)
    scene.session.answer_pain(gate, Nprs(4))
    scene.session.answer_pain(gate, Nprs(9))
    assert [pain.pain for pain in scene.record.pains] == [Nprs(4)]


def test_too_much_pain_leaves_the_exercise_with_the_reason(scene: Scene):
    scene.play(20_000)
    scene.session.too_much_pain(Nprs(8))
    record = scene.record
    assert [(pain.moment, pain.pain, pain.item) for pain in record.pains] == [(PainMoment.STOPPED, Nprs(8), 0)]
    assert {bout.reason for bout in record.bouts if bout.bout.item == 0} == {SkipReason.PAIN}
    assert scene.session.state.at_ms == scene.score.gates[1].at_ms
    assert scene.session.state.status is Status.READY


def test_after_the_last_answer_the_session_is_over_and_says_so(scene: Scene):
    scene.finish()
    assert scene.session.state.over
    assert scene.events[-1] == ev.SessionEnded(finished=True)
    assert scene.log.facts[-1].at_ms == scene.score.length_ms


def test_a_session_that_is_stopped_says_why(scene: Scene):
    scene.play(20_000)
    scene.session.stop(SkipReason.TIRED)
    assert scene.events[-1] == ev.SessionEnded(finished=False, reason=SkipReason.TIRED)
    assert scene.session.state.status is Status.STOPPED


def test_what_is_said_after_the_session_has_no_place_on_the_score(scene: Scene):
    scene.finish()
    scene.session.report(ev.EffortReported(effort=Effort(4)))
    assert (scene.log.facts[-1].at_ms, scene.record.effort) == (None, Effort(4))


def test_every_mark_is_returned_once_and_every_bout_ends_once_over_a_whole_session(scene: Scene):
    marks = []
    while not scene.session.state.over:
        gate = scene.session.state.open_gate
        marks += scene.session.pass_question(gate.id) if gate else scene.play(1_000)
    assert marks == [mark for mark in scene.score.marks if mark.at_ms < scene.score.length_ms]
    assert any(mark.kind is MarkKind.CUE for mark in marks)
    assert [bout.status for bout in scene.record.bouts] == ["done"] * 5


def test_an_answer_is_written_before_the_session_goes_on():
    """Append first: whoever sees the next question can rely on the last answer."""
    scene = Scene(SCRIPT)
    seen: list[int] = []
    append = scene.log.append_many

    def watching(**facts: object) -> tuple[ev.Stamped, ...]:
        seen.append(scene.session.state.gate)
        return append(**facts)  # pyright: ignore[reportArgumentType]

    gate = scene.play_to_gate(1)
    scene.log.append_many = watching  # pyright: ignore[reportAttributeAccessIssue]
    scene.session.answer_pain(gate, Nprs(4))
    assert seen == [1]
    assert scene.session.state.gate == 2


def test_while_the_log_refuses_the_session_goes_on_and_says_why_nothing_is_safe(scene: Scene):
    scene.log.refuse_with = FULL
    scene.play(30_000)
    assert scene.session.trouble == "The disk is full. Make room and go on."
    assert scene.session.state.at_ms == 30_000
    assert [type(event) for event in scene.events] == [ev.SessionStarted]


def test_facts_that_waited_are_written_in_order_with_the_next_fact(scene: Scene):
    scene.log.refuse_with = FULL
    scene.play(30_000)
    scene.session.pause()
    scene.log.refuse_with = None
    scene.session.heard()
    assert scene.session.trouble is None
    section = scene.score.sections[0]
    assert [(fact.at_ms, fact.event) for fact in scene.log.facts[1:]] == [
        (section.work_ms, ev.BoutStarted(bout=section.bout)),
        (section.end_ms, ev.BoutEnded(bout=section.bout, reps_done=3, work_ms=18_000, complete=True)),
        (30_000, ev.SessionPaused(reason="person")),
        (30_000, ev.SessionResumed()),
    ]


def test_facts_that_waited_can_be_written_without_a_new_fact(scene: Scene):
    scene.log.refuse_with = FULL
    scene.play(20_000)
    scene.session.save_waiting()
    assert scene.session.trouble is not None
    scene.log.refuse_with = None
    scene.session.save_waiting()
    assert scene.session.trouble is None
    assert [type(event) for event in scene.events] == [ev.SessionStarted, ev.BoutStarted]


def test_with_nothing_waiting_nothing_is_written_again(scene: Scene):
    scene.play(20_000)
    facts = list(scene.log.facts)
    scene.session.save_waiting()
    assert scene.log.facts == facts


def test_a_mistake_of_ours_is_not_taken_for_a_full_disk(scene: Scene):
    scene.log.refuse_with = TypeError("a bug")
    with pytest.raises(TypeError):
        scene.play(20_000)


@given(st.lists(st.booleans(), min_size=1, max_size=40))
def test_whenever_the_log_refuses_nothing_is_lost_and_nothing_is_written_twice(refusals: list[bool]):
    refused, whole = Scene(SCRIPT), Scene(SCRIPT)
    turn = 0
    while not refused.session.state.over:
        refused.log.refuse_with = FULL if refusals[turn % len(refusals)] else None
        turn += 1
        for scene in (refused, whole):
            if scene.session.state.open_gate is not None:
                scene.answer()
            else:
                scene.play(7_000)
    refused.log.refuse_with = None
    for scene in (refused, whole):
        scene.session.report(ev.NoteWritten(text="fine"))
    assert refused.session.trouble is None
    assert [(f.at_ms, f.event) for f in refused.log.facts] == [(f.at_ms, f.event) for f in whole.log.facts]
