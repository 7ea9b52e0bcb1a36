"""Going on with a session that broke off, wherever that was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinetic_home.domain import events as ev
from kinetic_home.domain.exercise import Catalogue, ExerciseId, First
from kinetic_home.domain.history import BoutStatus, SessionRecord, fold
from kinetic_home.domain.scales import Nprs, SkipReason
from kinetic_home.domain.script import SessionScript
from kinetic_home.domain.side import Side
from kinetic_home.score import lookup, player
from kinetic_home.score.player import PlayerState, Status
from kinetic_home.score.score import GateKind
from kinetic_home.workflow.ports import EnvironmentProblem
from kinetic_home.workflow.recover import CannotGoOn, go_on, let_go, script_again
from kinetic_home.workflow.today import resume_offer
from tests.builders import check, exercise, item, reps, script
from tests.workflow.scene import Scene, catalogue_of, scripts

CHECKS = (check("trunk", critical=False), check("knee"))
# Two exercises, the first one side at a time with two questions and the pain question.
SCRIPT = script(
    item(exercise("one", per_side=True, checks=CHECKS), reps(3, sets=2, rest_ms=20_000), CHECKS[::-1]),
    item(exercise("two"), reps(2, sets=1)),
)


@pytest.fixture
def scene() -> Scene:
    return Scene(SCRIPT)


def place(state: PlayerState) -> tuple[str | None, ev.Bout | None]:
    """Return the question that is open or comes before anything else is worked, or else the bout that is on."""
    gate = state.open_gate
    if gate is None and player.settling(state):
        gate = state.score.gates[state.gate]
    if gate is not None:
        return gate.id, None
    return None, lookup.section_at(state.score, state.at_ms).bout


def gate_of(record: SessionRecord, event: ev.Event) -> str | None:
    """Return the gate that an event answers or passes."""
    names = {asked.item: f"{asked.item + 1:02d}-{asked.exercise}" for asked in record.started.prescription}
    match event:
        case ev.QuestionPassed():
            return event.gate_id
        case ev.CheckpointAnswered():
            return f"{names[event.item]}/{event.check}"
        case ev.PainReported(item=int(number)):
            return f"{names[number]}/pain"
        case _:
            return None


def assert_whole(scene: Scene) -> None:
    """Check that a finished session has an outcome for every bout and every question, and one end."""
    record, events = scene.record, scene.events
    assert all(b.status in {BoutStatus.DONE, BoutStatus.PART_DONE, BoutStatus.SKIPPED} for b in record.bouts)
    dealt_with = {gate_of(record, event) for event in events}
    assert {gate.id for gate in scene.score.gates} <= dealt_with
    assert [event for event in events if isinstance(event, ev.SessionEnded)] == [ev.SessionEnded(finished=True)]
    assert isinstance(events[-1], ev.SessionEnded)


ACTS = st.sampled_from(
    ["play", "play", "play", "play", "back", "pause", "skip_set", "skip_exercise", "skip_rest", "rest", "pain", "pass"]
)


def act(scene: Scene, name: str, ms: int) -> None:
    session = scene.session
    match name:
        case "back":
            session.back()
        case "pause":
            session.pause()
        case "skip_set":
            session.skip_set(SkipReason.TIRED)
        case "skip_exercise":
            session.skip_exercise(SkipReason.EQUIPMENT)
        case "skip_rest":
            session.skip_rest()
        case "rest":
            session.change_rest(15_000)
        case "pain":
            session.too_much_pain(Nprs(7))
        case "pass" if session.state.open_gate is not None:
            session.pass_question(session.state.open_gate.id)
        case _ if session.state.open_gate is not None:
            scene.answer()
        case _:
            scene.play(ms)


@settings(max_examples=120)
@given(
    scripts(),
    st.lists(st.tuples(ACTS, st.integers(1, 60_000), st.integers(0, 4).map(lambda n: n == 0)), min_size=1, max_size=14),
)
def test_wherever_a_session_breaks_off_it_goes_on_at_the_same_set_and_nothing_is_left_open(
    made: SessionScript, doings: list[tuple[str, int, bool]]
):
    scene = Scene(made)
    for name, ms, breaks_off in [*doings, ("play", 1, True)]:
        act(scene, name, ms)
        if scene.session.state.over:
            break
        if breaks_off:
            here = place(scene.session.state)
            scene.break_off_and_go_on()
            assert place(scene.session.state) == here
    scene.finish()
    assert_whole(scene)


@given(scripts(), st.data())
def test_the_offer_names_the_set_at_which_the_session_goes_on(made: SessionScript, data: st.DataObject):
    scene = Scene(made)
    scene.play_to(data.draw(st.integers(0, scene.score.length_ms - 1)))
    offer = resume_offer([scene.record], catalogue_of(made))
    scene.break_off_and_go_on()
    state = scene.session.state
    assert offer is not None
    if state.open_gate is None:
        bout = lookup.section_at(state.score, state.at_ms).bout
        assert (offer.set_no, offer.side) == (bout.set_no, bout.side)
        assert offer.exercise == made.items[bout.item].exercise.name


def test_work_that_broke_off_is_done_again_from_its_lead_in(scene: Scene):
    second = scene.score.sections[1]
    scene.play_to(second.work_ms + 7_000)
    scene.break_off_and_go_on()
    state = scene.session.state
    assert (state.at_ms, state.status) == (second.start_ms, Status.READY)
    scene.finish()
    assert_whole(scene)
    assert scene.record.bouts[1].complete


def test_between_the_two_sides_of_a_set_the_second_side_is_next(scene: Scene):
    scene.play_to(scene.score.sections[0].end_ms + 1_000)
    scene.break_off_and_go_on()
    assert scene.session.state.at_ms == scene.score.sections[1].start_ms


def test_at_a_question_the_same_question_is_open_again(scene: Scene):
    gate = scene.play_to_gate(1)
    scene.break_off_and_go_on()
    assert scene.session.state.open_gate is not None
    assert scene.session.state.open_gate.id == gate


def test_while_an_exercise_settles_its_first_question_is_open(scene: Scene):
    scene.play_to(scene.score.gates[0].at_ms - 1_500)
    scene.break_off_and_go_on()
    assert scene.session.state.open_gate == scene.score.gates[0]


def test_questions_come_again_in_the_order_in_which_they_were_asked(scene: Scene):
    asked = [gate.id for gate in scene.score.gates]
    scene.play_to_gate(0)
    scene.answer()
    scene.break_off_and_go_on()
    assert [gate.id for gate in scene.score.gates] == asked
    assert scene.session.state.gate == 1


def test_after_the_last_answer_only_the_end_is_missing_and_is_written(scene: Scene):
    scene.finish()
    assert isinstance(scene.log.facts.pop().event, ev.SessionEnded)
    assert scene.record.coming is None
    scene.break_off_and_go_on()
    scene.play(1)
    assert scene.session.state.status is Status.FINISHED
    assert_whole(scene)


def test_at_the_end_there_is_no_set_left_to_skip(scene: Scene):
    scene.finish()
    scene.log.facts.pop()
    scene.break_off_and_go_on()
    scene.session.skip_set(SkipReason.TIRED)
    assert not any(isinstance(event, ev.BoutSkipped) for event in scene.events)
    scene.finish()
    assert_whole(scene)


def test_nothing_but_a_start_goes_on_from_the_start(scene: Scene):
    scene.break_off_and_go_on()
    assert scene.session.state.at_ms == 0
    assert scene.record.bouts_done == 0


def test_whoever_went_back_to_a_set_goes_on_at_that_set(scene: Scene):
    scene.play_to(scene.score.sections[2].work_ms + 1_000)
    scene.session.back()
    scene.break_off_and_go_on()
    assert scene.session.state.at_ms == scene.score.sections[1].start_ms


def test_a_question_that_was_gone_back_over_is_asked_again(scene: Scene):
    scene.play_to_gate(2)
    scene.answer()
    scene.session.back()
    assert scene.play_to_gate(0) == scene.score.gates[0].id
    scene.break_off_and_go_on()
    assert scene.session.state.open_gate == scene.score.gates[0]


def test_breaking_off_twice_at_the_same_place_changes_nothing(scene: Scene):
    scene.play_to(scene.score.sections[2].work_ms + 5_000)
    scene.break_off_and_go_on()
    once = scene.session.state
    scene.break_off_and_go_on()
    assert scene.session.state == once
    interruptions = [e for e in scene.events if e == ev.SessionPaused(reason="interrupted")]
    assert len(interruptions) == 2


def test_the_break_is_written_where_it_was_and_the_going_on_where_it_is(scene: Scene):
    section = scene.score.sections[1]
    scene.play_to(section.work_ms + 7_000)
    scene.break_off_and_go_on()
    *_, broke_off, went_on = scene.log.facts
    assert (broke_off.at_ms, broke_off.event) == (section.work_ms, ev.SessionPaused(reason="interrupted"))
    assert (went_on.at_ms, went_on.event) == (section.start_ms, ev.SessionResumed())


def test_a_session_that_was_closed_in_order_is_not_said_to_have_broken_off_once_more(scene: Scene):
    scene.play_to(20_000)
    scene.session.pause("interrupted")
    scene.break_off_and_go_on()
    assert [type(event) for event in scene.events[-3:]] == [ev.BoutStarted, ev.SessionPaused, ev.SessionResumed]


def test_where_the_log_refuses_the_session_does_not_go_on(scene: Scene):
    scene.play_to(20_000)
    facts = list(scene.log.facts)
    scene.log.refuse_with = EnvironmentProblem("The disk is full.")
    with pytest.raises(EnvironmentProblem):
        scene.break_off_and_go_on()
    assert scene.log.facts == facts


def test_letting_go_ends_the_session_where_it_stood_and_keeps_what_was_done(scene: Scene):
    scene.play_to(scene.score.sections[1].work_ms + 7_000)
    let_go(scene.record, log=scene.log)
    assert (scene.log.facts[-1].at_ms, scene.events[-1]) == (
        scene.score.sections[1].work_ms,
        ev.SessionEnded(finished=False, reason=SkipReason.OTHER),
    )
    assert scene.record.bouts_done == 1
    assert resume_offer([scene.record], catalogue_of(SCRIPT)) is None


def test_a_changed_catalogue_keeps_the_dose_the_sides_and_the_questions_that_were_prescribed(scene: Scene):
    scene.play_to(scene.score.sections[1].work_ms + 100)
    one = SCRIPT.items[0].exercise
    changed = replace(one, per_side=False, dose=reps(20), checks=(check("new"), *one.checks[1:]))
    held = {**catalogue_of(SCRIPT).exercises, one.id: changed}
    scene.break_off_and_go_on(Catalogue(exercises=held))
    assert scene.session.state.at_ms == scene.score.sections[1].start_ms
    assert [section.bout for section in scene.score.sections] == [bout.bout for bout in scene.record.bouts]
    assert {it.dose for it in scene.score.script.items} == {it.dose for it in SCRIPT.items}
    assert [gate.ref for gate in scene.score.gates if gate.kind is GateKind.CHECKPOINT] == ["knee"]
    scene.finish()
    assert_whole(scene)


@pytest.mark.parametrize("first", [None, First.HOLD])
def test_a_session_whose_exercise_is_gone_or_works_otherwise_cannot_go_on_and_says_so(
    first: First | None, scene: Scene
):
    scene.play_to(30_000)
    held = dict(catalogue_of(SCRIPT).exercises)
    two = held.pop(ExerciseId("two"))
    if first is not None:
        held[two.id] = replace(two, first=first)
    facts = list(scene.log.facts)
    with pytest.raises(CannotGoOn, match="«Session» cannot go on: this version has no exercise 'Two'"):
        go_on(scene.record, catalogue=Catalogue(exercises=held), log=scene.log, clock=scene.clock)
    assert scene.log.facts == facts


def test_a_session_whose_exercise_is_gone_is_not_offered(scene: Scene):
    scene.play_to(30_000)
    assert resume_offer([scene.record], Catalogue(exercises={})) is None


@given(scripts())
def test_a_script_made_again_from_the_log_is_the_script_that_was_played(made: SessionScript):
    scene = Scene(made)
    assert script_again(scene.record.started, catalogue_of(made)) == made


def test_the_offer_tells_how_much_is_done(scene: Scene):
    scene.play_to(scene.score.sections[1].work_ms + 100)
    offer = resume_offer([scene.record], catalogue_of(SCRIPT))
    assert offer is not None
    assert (offer.session_ref, offer.title, offer.exercise) == (scene.session.ref, "Session", "One")
    assert (offer.set_no, offer.sets, offer.side) == (1, 2, Side.RIGHT)
    assert (offer.bouts_done, offer.bouts) == (1, 5)
    assert offer.started_utc == "2026-03-02T09:00:00.000Z"


def test_with_only_its_end_missing_the_offer_names_the_last_set(scene: Scene):
    scene.finish()
    scene.log.facts.pop()
    offer = resume_offer([scene.record], catalogue_of(SCRIPT))
    assert offer is not None
    assert (offer.exercise, offer.bouts_done) == ("Two", 5)


def test_only_the_latest_session_is_offered(scene: Scene):
    scene.play_to(20_000)
    later = Scene(SCRIPT)
    later.finish()
    assert resume_offer([scene.record, later.record], catalogue_of(SCRIPT)) is None
    assert resume_offer([], catalogue_of(SCRIPT)) is None


def test_a_session_that_prescribed_nothing_has_nothing_to_go_on_with(scene: Scene):
    started = replace(scene.record.started, prescription=())
    scene.log.facts[0] = replace(scene.log.facts[0], event=started)
    assert resume_offer(fold(scene.log.read()), catalogue_of(SCRIPT)) is None
