"""The conductor: sound, session and page together."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kinetic_home.app import content
from kinetic_home.app.paths import shipped
from kinetic_home.domain import events as ev
from kinetic_home.domain.exercise import Catalogue
from kinetic_home.domain.plan import SessionId
from kinetic_home.domain.scales import SkipReason
from kinetic_home.domain.side import Side
from kinetic_home.score.player import Status
from kinetic_home.score.score import Score
from kinetic_home.score.speech import Spoken
from kinetic_home.ui.session.conductor import Conductor
from kinetic_home.ui.session.page import PlayerPage
from kinetic_home.ui.theme.look import Look
from kinetic_home.workflow.desk import Desk
from kinetic_home.workflow.emphasis import overlay_to_look_at
from kinetic_home.workflow.ports import EnvironmentProblem, SoundState
from kinetic_home.workflow.session import RunningSession
from tests.fakes import FakeClock, FakeIds, ListLog
from tests.ui.session.fake_sound import FakeSound


class Stage:
    """A recovery session on a page, with a clock and a sound that obey the test."""

    def __init__(self, look: Look, catalogue: Catalogue, qtbot: QtBot) -> None:
        self.clock, self.sound = FakeClock(), FakeSound()
        self.log = ListLog(self.clock)
        plan = content.plan_in_use(catalogue, shipped("resources"))
        self.desk = Desk(catalogue=catalogue, plan=plan, log=self.log, clock=self.clock, ids=FakeIds())
        self.session: RunningSession = self.desk.begin(SessionId("REC"), None)
        self.page = PlayerPage(look)
        qtbot.addWidget(self.page)
        self.arranged: list[Score] = []
        self.conductor = Conductor(
            self.session,
            page=self.page,
            sound=self.sound,
            speech=self.speech,
            clock=self.clock,
            reduced_motion=False,
            parent=self.page,  # goes with its page: no heart beats on after the test
        )
        self.overs = 0
        self.conductor.over.connect(self.note_over)

    def speech(self, score: Score) -> tuple[Spoken, ...]:
        self.arranged.append(score)
        return ()

    def note_over(self) -> None:
        self.overs += 1

    @property
    def status(self) -> Status:
        return self.session.state.status

    @property
    def at_ms(self) -> int:
        return self.session.state.at_ms

    def run(self, ms: int) -> None:
        """Let time pass in heartbeats, as the real timer does."""
        while ms > 0:
            step = min(ms, 500)
            self.clock.advance(step)
            self.conductor._tick()
            ms -= step

    def play(self, ms: int) -> None:
        """Let the started sound be heard now and run."""
        self.sound.be_heard(self.clock.monotonic_ms())
        self.run(ms)

    def play_to_first_question(self) -> None:
        self.play(self.session.state.score.gates[0].at_ms)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return content.catalogue()


@pytest.fixture
def stage(look: Look, catalogue: Catalogue, qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(look, catalogue, qtbot)
    made.conductor.begin()
    yield made
    made.conductor._heartbeat.stop()


def test_the_picture_stands_until_the_sound_is_heard(stage: Stage):
    stage.run(2_000)
    assert stage.at_ms == 0
    stage.sound.be_heard(stage.clock.monotonic_ms() + 300)
    stage.run(1_000)
    assert stage.at_ms == 700


def test_a_stretch_is_played_up_to_the_next_question(stage: Stage):
    first = stage.sound.started[0]
    assert (first.from_ms, first.to_ms) == (0, stage.session.state.score.gates[0].at_ms)


def test_a_question_is_asked_once_and_the_next_stretch_is_prepared_meanwhile(stage: Stage):
    stage.play_to_first_question()
    assert stage.status is Status.AT_GATE
    stage.run(1_000)
    gate = stage.session.state.open_gate
    assert gate is not None
    later = [g.at_ms for g in stage.session.state.score.gates if g.at_ms > gate.at_ms]
    assert [(s.from_ms, s.to_ms) for s in stage.sound.prepared] == [(gate.at_ms, later[0])]


def test_answers_given_on_the_page_are_written_and_the_session_goes_on(stage: Stage):
    stage.play_to_first_question()
    gates = [gate for gate in stage.session.state.score.gates if gate.item == 0]
    stage.page.checkpoint_answered.emit(gates[0].id, {Side.BOTH: True}, None)
    stage.page.pain_answered.emit(gates[1].id, 3)
    assert [type(event) for event in stage.log.events[-2:]] == [ev.CheckpointAnswered, ev.PainReported]
    assert stage.sound.started[-1].from_ms == gates[0].at_ms
    stage.play(1_000)
    assert stage.status is Status.RUNNING


def test_a_question_that_is_passed_leaves_no_answer(stage: Stage):
    stage.play_to_first_question()
    gate = stage.session.state.open_gate
    assert gate is not None
    stage.page.question_passed.emit(gate.id)
    assert stage.log.events[-1] == ev.QuestionPassed(gate_id=gate.id)


def test_pause_silences_and_resume_starts_the_sound_from_there(stage: Stage):
    stage.play(12_000)
    stage.page.pause_toggled.emit()
    assert (stage.status, stage.sound.stops > 0) == (Status.PAUSED, True)
    stage.run(5_000)
    stage.page.pause_toggled.emit()
    assert stage.sound.started[-1].from_ms == 12_000
    stage.play(500)
    assert stage.at_ms == 12_500


def test_pausing_while_the_sound_is_being_started_keeps_the_session_still(stage: Stage):
    stage.page.pause_toggled.emit()
    stage.sound.be_heard(stage.clock.monotonic_ms())
    stage.run(1_000)
    assert (stage.status, stage.at_ms) == (Status.PAUSED, 0)


def test_a_computer_that_slept_finds_the_session_waiting_and_is_told_so(stage: Stage):
    stage.play(3_000)
    stage.clock.advance(60_000)
    stage.conductor._tick()
    assert (stage.status, stage.at_ms) == (Status.PAUSED, 3_000)
    assert not stage.page.notice.isHidden()
    stage.page.pause_toggled.emit()
    assert stage.page.notice.isHidden()


def test_asking_why_stands_still_and_going_back_to_the_session_moves_it_on(stage: Stage):
    stage.play(15_000)
    stage.page.ask_why_end()
    assert stage.status is Status.PAUSED
    stage.page.asking_ended.emit()
    stage.play(500)
    assert stage.at_ms == 15_500


def test_a_session_paused_by_the_person_stays_paused_after_asking(stage: Stage):
    stage.play(15_000)
    stage.page.pause_toggled.emit()
    stage.page.asking_began.emit()
    stage.page.asking_ended.emit()
    assert stage.status is Status.PAUSED


def test_skipping_a_set_after_being_asked_why_goes_on_behind_it(stage: Stage):
    stage.play(15_000)
    stage.page.asking_began.emit()
    stage.page.skipped_set.emit(SkipReason.TIRED)
    stage.play(500)
    assert stage.status is Status.RUNNING
    assert stage.at_ms == stage.session.state.score.sections[0].end_ms + 500


def test_skipping_an_exercise_plays_the_rest_before_the_next(stage: Stage):
    stage.play(15_000)
    stage.page.skipped_exercise.emit(SkipReason.EQUIPMENT)
    assert stage.sound.started[-1].from_ms == stage.session.state.score.gates[0].at_ms


def test_too_much_pain_is_written_and_the_exercise_is_left(stage: Stage):
    stage.play(15_000)
    stage.page.asking_began.emit()
    stage.page.too_much_pain.emit(7)
    assert any(isinstance(event, ev.PainReported) and event.pain.score == 7 for event in stage.log.events)
    assert stage.at_ms == stage.session.state.score.gates[0].at_ms


def test_going_back_starts_the_set_again(stage: Stage):
    stage.play(20_000)
    stage.page.went_back.emit()
    assert stage.sound.started[-1].from_ms == 0


def test_a_longer_rest_is_spoken_and_played_anew(stage: Stage):
    stage.play(2_000)
    stage.page.rest_changed.emit(15_000)
    assert len(stage.arranged) == 2
    assert stage.sound.started[-1].score is stage.session.state.score


def test_ending_a_rest_counts_in_at_once(stage: Stage):
    stage.play(2_000)
    stage.page.went_on.emit()
    state = stage.session.state
    assert state.score.sections[0].work_ms - state.at_ms == 3_000


def test_ending_the_session_writes_why_and_says_once_that_it_is_over(stage: Stage):
    stage.play(15_000)
    stage.page.ended.emit(SkipReason.PAIN)
    assert stage.log.events[-1] == ev.SessionEnded(finished=False, reason=SkipReason.PAIN)
    stage.run(2_000)
    assert stage.overs == 1


def test_a_whole_session_played_on_the_page_ends_as_finished(stage: Stage):
    while stage.overs == 0:
        gate = stage.session.state.open_gate
        if gate is not None:
            stage.page.question_passed.emit(gate.id)
        elif stage.status is Status.RUNNING:
            stage.run(1_500)
        else:
            stage.sound.be_heard(stage.clock.monotonic_ms())
    assert stage.log.events[-1] == ev.SessionEnded(finished=True)


def test_a_call_for_an_older_sound_is_not_heeded(stage: Stage):
    old = stage.sound.started[-1]
    stage.page.pause_toggled.emit()
    stage.page.pause_toggled.emit()
    stage.conductor._heard.emit(old, stage.clock.monotonic_ms())
    assert stage.status is Status.PAUSED


def test_where_nothing_can_be_heard_the_page_says_so_and_the_session_goes_on(stage: Stage):
    stage.sound.state = SoundState.SILENT
    stage.play(1_000)
    assert not stage.page.notice.isHidden()
    assert stage.status is Status.RUNNING


def test_a_log_that_refuses_is_told_and_taken_back_when_it_takes_again(stage: Stage):
    stage.play(9_000)
    stage.log.refuse_with = EnvironmentProblem("The disk is full.")
    stage.run(5_000)
    stage.page.pause_toggled.emit()
    assert not stage.page.notice.isHidden()
    stage.log.refuse_with = None
    stage.page.went_back.emit()
    assert stage.page.notice.isHidden()
    kinds = [type(event) for event in stage.log.events]
    assert kinds.count(ev.BoutStarted) == 1


def test_leaving_keeps_the_session_to_be_taken_up_again(stage: Stage):
    stage.play(20_000)
    stage.conductor.leave()
    assert stage.log.events[-1] == ev.SessionPaused(reason="interrupted")
    assert stage.desk.records()[-1].ended is None


def test_with_less_motion_the_figure_shows_key_poses_only(look: Look, catalogue: Catalogue, qtbot: QtBot):
    stage = Stage(look, catalogue, qtbot)
    stage.conductor._reduced_motion = True
    stage.conductor.begin()
    stage.play(10_100)
    early = stage.page.picture.figure._figure
    stage.run(400)
    assert stage.page.picture.figure._figure == early


def test_a_checkpoint_that_is_not_clean_brings_its_fix_until_the_next_work(stage: Stage):
    stage.play_to_first_question()
    gate = stage.session.state.open_gate
    assert gate is not None
    fix = stage.session.state.score.script.items[0].checks[0].fix
    stage.page.checkpoint_answered.emit(gate.id, {Side.BOTH: False}, None)
    assert any(fix in label.text() for label in stage.page.notice.findChildren(QLabel))
    pain = stage.session.state.open_gate
    assert pain is not None
    stage.page.pain_answered.emit(pain.id, 1)
    assert not stage.page.notice.isHidden()
    coming = next(s for s in stage.session.state.score.sections if s.bout.item == 1)
    stage.play(coming.work_ms - stage.at_ms + 1_000)
    assert stage.page.notice.isHidden()


def test_leaving_an_exercise_for_pain_says_what_pain_asks_for(stage: Stage):
    stage.play(15_000)
    stage.page.asking_began.emit()
    stage.page.skipped_exercise.emit(SkipReason.PAIN)
    assert not stage.page.notice.isHidden()
    ended = [event for event in stage.log.events if isinstance(event, ev.BoutEnded)]
    assert [event.reason for event in ended] == [SkipReason.PAIN]


def test_a_question_about_form_shows_right_and_wrong_until_it_is_answered(stage: Stage):
    stage.play_to_first_question()
    stage.run(500)
    comparison = stage.page.picture.findChild(QWidget, "comparison")
    assert comparison is not None
    assert not comparison.isHidden()
    assert stage.page.picture.figure.isHidden()
    gates = [gate for gate in stage.session.state.score.gates if gate.item == 0]
    stage.page.checkpoint_answered.emit(gates[0].id, {Side.BOTH: True}, None)
    stage.run(100)
    assert comparison.isHidden()
    assert not stage.page.picture.figure.isHidden()


def test_in_work_the_muscles_are_shown_and_the_line_when_it_is_asked_for(stage: Stage):
    stage.play(stage.session.state.score.sections[0].work_ms + 2_500)
    told = stage.page.picture.figure.emphasis
    assert told.effort + told.pull > 0.0
    assert told.overlay is None
    stage.page._toggle_lines()
    stage.run(100)
    item = stage.session.state.score.script.items[0]
    assert stage.page.picture.figure.emphasis.overlay is overlay_to_look_at(item)
