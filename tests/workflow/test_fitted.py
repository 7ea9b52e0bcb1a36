"""A modified exercise through a session: figure, beats, words, log, recovery and tables follow the plan."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from kinetic_home.domain import events as ev
from kinetic_home.domain.exercise import Catalogue, Exercise, RepPhase
from kinetic_home.domain.knobs import Knobs
from kinetic_home.domain.plan import Plan, PlanItem, PlanSession
from kinetic_home.domain.scales import SkipReason
from kinetic_home.export.csv_tables import tables_of
from kinetic_home.figure.knobs import modified
from kinetic_home.score.compile import compile_score
from kinetic_home.score.score import MarkKind, SpanKind
from kinetic_home.storage.event_codec import decode, encode
from kinetic_home.storage.event_log import raw_of
from kinetic_home.workflow.desk import Desk
from kinetic_home.workflow.fitted import as_modified
from kinetic_home.workflow.picture import figure_now
from kinetic_home.workflow.player_view import player_view
from kinetic_home.workflow.recover import CannotGoOn, script_again
from kinetic_home.workflow.summary import prescribed_in_words
from tests.builders import item, reps, script
from tests.fakes import FakeClock, FakeIds, ListLog
from tests.figure.shown import EXERCISES
from tests.workflow.scene import A, Scene, plan

KNOBS = Knobs.parse("depth=60 pause_s=1 lower_s=1 support=both_hands")
SQUAT: Exercise = EXERCISES["pat_box_squat"]
CATALOGUE = Catalogue(exercises={SQUAT.id: SQUAT})


def squats(knobs: Knobs = KNOBS) -> Plan:
    planned = PlanItem(exercise=SQUAT.id, dose=reps(2, sets=1, tempo="3-1-2-0"), note="Slowly.", knobs=knobs)
    return plan(sessions=[PlanSession(id=A, title="A", aim="", items=(planned,))], phases=())


@pytest.fixture
def desk() -> tuple[Desk, ListLog, FakeClock]:
    clock = FakeClock()
    log = ListLog(clock)
    return Desk(catalogue=CATALOGUE, plan=squats(), log=log, clock=clock, ids=FakeIds("session")), log, clock


def test_the_score_has_the_added_pause_and_the_slower_lowering(desk: tuple[Desk, ListLog, FakeClock]):
    score = desk[0].begin(A, None).state.score
    spans = [span for span in score.spans if span.kind is SpanKind.WORK and span.rep_no == 1]
    assert [(span.phase, span.length_ms) for span in spans] == [
        (RepPhase.ECCENTRIC, 4_000),
        (RepPhase.PAUSE, 2_000),
        (RepPhase.CONCENTRIC, 2_000),
    ]
    beats = [
        mark
        for mark in score.marks
        if mark.kind is MarkKind.BEAT and spans[0].start_ms <= mark.at_ms < spans[-1].end_ms
    ]
    assert [beat.at_ms - spans[0].start_ms for beat in beats] == list(range(0, 8_000, 1_000))


def test_the_figure_goes_as_deep_as_the_cap_and_holds_on(desk: tuple[Desk, ListLog, FakeClock]):
    state = desk[0].begin(A, None).state
    low = next(span for span in state.score.spans if span.phase is RepPhase.PAUSE)
    exercise, figure = figure_now(replace(state, at_ms=low.start_ms), 0)
    assert figure.angles["right_knee_flexion"] == pytest.approx(60.0, abs=1.0)
    assert exercise.motion == modified(SQUAT.motion, KNOBS)
    assert sum(contact.part.endswith("hand") for contact in figure.contacts) == 2


def test_the_player_names_what_is_changed_before_the_plans_word_on_it(desk: tuple[Desk, ListLog, FakeClock]):
    assert player_view(desk[0].begin(A, None).state).note == (
        "Only as deep as 60°. Pause 1 more second at the hard point. Take 1 more second to lower. "
        "Hold on with both hands. Slowly."
    )


def test_without_knobs_the_note_is_the_plans_word_alone():
    assert player_view(Scene(script(replace(item(), note="Slowly."))).session.state).note == "Slowly."


def test_the_lead_in_says_what_is_changed_as_far_as_there_is_room(desk: tuple[Desk, ListLog, FakeClock]):
    score = desk[0].begin(A, None).state.score
    said = [mark for mark in score.marks if mark.ref.startswith("knob_")]
    count_in_ms = score.sections[0].work_ms - 3_000
    assert [mark.ref for mark in said] == ["knob_depth"]
    assert all(mark.at_ms + 2_500 <= count_in_ms for mark in said)


def test_a_longer_lead_in_says_all_of_it():
    short = script(replace(item(), knobs=Knobs.parse("support=fingertips")))
    score = compile_score(replace(short, items=(item(), *short.items)))
    assert [mark.ref for mark in score.marks if mark.ref.startswith("knob_")] == ["knob_support_fingertips"]


def test_every_set_is_logged_with_what_was_active(desk: tuple[Desk, ListLog, FakeClock]):
    scene = Scene(as_modified(desk[0].begin(A, None).state.score.script))
    scene.play(scene.score.length_ms + 60_000)
    started = next(event for event in scene.events if isinstance(event, ev.SessionStarted))
    ended = [event for event in scene.events if isinstance(event, ev.BoutEnded)]
    assert started.prescription[0].modified == str(KNOBS)
    assert [event.modified for event in ended] == [str(KNOBS)]
    assert [bout.modified for bout in scene.record.bouts] == [str(KNOBS)]


def test_a_set_that_was_left_early_is_logged_with_it_too(desk: tuple[Desk, ListLog, FakeClock]):
    scene = Scene(desk[0].begin(A, None).state.score.script)
    scene.play(scene.score.sections[0].work_ms + 9_000)
    scene.session.skip_set(SkipReason.TIRED)
    ended = next(event for event in scene.events if isinstance(event, ev.BoutEnded))
    assert (ended.complete, ended.modified) == (False, str(KNOBS))


def test_a_session_that_broke_off_goes_on_with_what_was_prescribed(desk: tuple[Desk, ListLog, FakeClock]):
    running = desk[0].begin(A, None)
    before = running.state.score.script
    started = desk[1].events[0]
    assert isinstance(started, ev.SessionStarted)
    assert script_again(started, CATALOGUE) == before


def test_a_session_with_knobs_that_this_version_does_not_know_cannot_go_on(desk: tuple[Desk, ListLog, FakeClock]):
    desk[0].begin(A, None)
    started = desk[1].events[0]
    assert isinstance(started, ev.SessionStarted)
    later = replace(started, prescription=(replace(started.prescription[0], modified="springs=2"),))
    with pytest.raises(CannotGoOn, match="cannot go on"):
        script_again(later, CATALOGUE)


def test_the_summary_tells_what_was_changed(desk: tuple[Desk, ListLog, FakeClock]):
    running = desk[0].begin(A, None)
    shown = desk[0].summary(running.ref).exercises[0]
    assert shown.prescribed.startswith("1 set of 2, only as deep as 60°, pause 1 more second")


def test_what_another_version_changed_is_told_as_it_was_written(desk: tuple[Desk, ListLog, FakeClock]):
    desk[0].begin(A, None)
    started = desk[1].events[0]
    assert isinstance(started, ev.SessionStarted)
    asked = replace(started.prescription[0], modified="springs=2")
    assert prescribed_in_words(asked, CATALOGUE) == "1 set of 2, springs=2"


def test_the_tables_tell_it_of_what_was_asked_and_of_what_was_done(desk: tuple[Desk, ListLog, FakeClock]):
    scene = Scene(desk[0].begin(A, None).state.score.script)
    scene.play(scene.score.length_ms + 60_000)
    facts = scene.log.read()
    tables = {table.name: table for table in tables_of(facts, [raw_of(fact) for fact in facts])}
    for name in ("prescribed.csv", "performed.csv"):
        place = [column for column, _ in tables[name].columns].index("modified")
        assert tables[name].rows[0][place] == str(KNOBS)


@pytest.mark.parametrize("kind", ["session_started", "bout_ended"])
def test_a_log_of_before_the_knobs_is_still_read(kind: str, desk: tuple[Desk, ListLog, FakeClock]):
    scene = Scene()
    scene.play(scene.score.length_ms + 60_000)
    wanted = ev.SessionStarted if kind == "session_started" else ev.BoutEnded
    event = next(event for event in scene.events if isinstance(event, wanted))
    payload = json.loads(encode(event))
    for part in [payload, *payload.get("prescription", ())]:
        part.pop("modified", None)
    assert decode(kind, 1, json.dumps(payload)) == event


def test_a_session_needs_what_the_hands_hold_on_to(desk: tuple[Desk, ListLog, FakeClock]):
    card = desk[0].today().offered[0]
    assert any("hold" in thing for thing in card.equipment)
