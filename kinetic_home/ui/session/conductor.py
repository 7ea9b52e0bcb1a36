"""Leads a session: brings together the running session, its sound and the page that shows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal, Slot

from kinetic_home.domain.exercise import Check, Exercise
from kinetic_home.domain.scales import Aid, Nprs, SkipReason
from kinetic_home.domain.side import Side
from kinetic_home.score import lookup
from kinetic_home.score.player import PlayerState, Status
from kinetic_home.score.score import Score
from kinetic_home.score.speech import Spoken
from kinetic_home.ui.session.heartbeat import Heartbeat
from kinetic_home.ui.session.page import PlayerPage
from kinetic_home.workflow.comparison import Comparison, comparison
from kinetic_home.workflow.emphasis import emphasis_now
from kinetic_home.workflow.picture import figure_now
from kinetic_home.workflow.player_view import player_view, question_view
from kinetic_home.workflow.ports import Clock, SoundPlayer, SoundState, Stretch
from kinetic_home.workflow.session import RunningSession
from kinetic_home.workflow.views import Stage


class Conductor(QObject):
    """Plays one session on a page from beginning to end.

    The sound leads: while a stretch is being started the axis stands, and it moves from the moment at which the
    sound is heard. `over` is emitted once, when the session has ended; all is written by then.
    """

    over = Signal()
    _heard = Signal(object, object)

    def __init__(
        self,
        session: RunningSession,
        *,
        page: PlayerPage,
        sound: SoundPlayer,
        speech: Callable[[Score], tuple[Spoken, ...]],
        clock: Clock,
        reduced_motion: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._page, self._sound, self._clock = session, page, sound, clock
        self._speech = speech
        self._reduced_motion = reduced_motion
        self._spoken_for: Score | None = None
        self._spoken: tuple[Spoken, ...] = ()
        self._starting: Stretch | None = None
        self._asked: str | None = None
        self._stood_still_to_ask = False
        self._told: str | None = None
        self._hinted = False
        self._compared: tuple[str, Comparison] | None = None
        self._compared_ms = 0
        self._heartbeat = Heartbeat(self)
        self._wire()

    def begin(self) -> None:
        """Go on from where the session stands."""
        self._heartbeat.start()
        self._follow()

    def leave(self) -> None:
        """Stand still and be silent, as when the program is closed; the session can be taken up again."""
        self._heartbeat.stop()
        self._sound.stop()
        self._session.pause("interrupted")
        self._session.save_waiting()

    def _wire(self) -> None:
        page = self._page
        self._heartbeat.beat.connect(self._tick)
        self._heard.connect(self._anchor)
        page.pause_toggled.connect(self._toggle_pause)
        page.went_back.connect(self._go_back)
        page.went_on.connect(self._end_rest)
        page.skipped_set.connect(self._skip_set)
        page.skipped_exercise.connect(self._skip_exercise)
        page.rest_changed.connect(self._change_rest)
        page.pain_answered.connect(self._answer_pain)
        page.checkpoint_answered.connect(self._answer_checkpoint)
        page.question_passed.connect(self._pass_question)
        page.too_much_pain.connect(self._stop_for_pain)
        page.ended.connect(self._end)
        page.asking_began.connect(self._stand_still)
        page.asking_ended.connect(self._go_on)

    @Slot()
    def _tick(self) -> None:
        before = self._state.status
        self._session.heartbeat()
        if self._state.status is not before:
            if self._state.status is Status.PAUSED:
                self._sound.stop()
                self._page.notice.say(self.tr("The computer slept, so the session waits. Press Space to go on."))
            self._follow()
        self._paint()

    @property
    def _state(self) -> PlayerState:
        return self._session.state

    def _follow(self) -> None:
        """Do what the player's new status asks for: start its sound, ask its question, or end."""
        if self._state.over:
            self._session.save_waiting()
        self._tell_trouble()
        if self._state.over:
            self._heartbeat.stop()
            self._sound.stop()
            self._paint()
            self.over.emit()
        elif self._state.open_gate is not None:
            self._ask()
        elif self._state.status is Status.READY:
            self._start_sound()
        self._paint()

    def _ask(self) -> None:
        question = question_view(self._state)
        if question is not None and question.gate_id != self._asked:
            self._asked = question.gate_id
            self._page.ask(question)
            self._sound.prepare(self._stretch(self._state.gate + 1))

    def _start_sound(self) -> None:
        self._asked = None
        self._starting = self._stretch(self._state.gate)
        self._sound.start(self._starting, self._heard.emit)

    def _stretch(self, gate: int) -> Stretch:
        score, at_ms = self._state.score, self._state.at_ms
        if self._spoken_for is not score:
            self._spoken_for, self._spoken = score, self._speech(score)
        while (to_ms := lookup.stretch_end(score, gate)) == at_ms and gate < len(score.gates):
            gate += 1
        return Stretch(score=score, spoken=self._spoken, from_ms=at_ms, to_ms=to_ms)

    @Slot(object, object)
    def _anchor(self, stretch: Stretch, clock_ms: int) -> None:
        """Let the axis move from the instant at which the sound is heard; a call for an older sound is late."""
        if stretch is not self._starting:
            return
        self._starting = None
        self._session.heard(clock_ms - self._clock.monotonic_ms())
        if self._sound.state is SoundState.SILENT:
            self._page.notice.say(self.tr("No sound can be heard here. Everything is shown on the screen."))
        self._follow()

    @Slot()
    def _toggle_pause(self) -> None:
        if self._state.status is Status.PAUSED:
            self._page.notice.hide()
            self._start_sound()
        else:
            self._be_still()
        self._paint()

    def _be_still(self) -> None:
        self._starting = None
        self._sound.stop()
        self._session.pause()
        self._tell_trouble()

    @Slot()
    def _stand_still(self) -> None:
        self._stood_still_to_ask = self._state.status in {Status.RUNNING, Status.READY}
        if self._stood_still_to_ask:
            self._be_still()

    @Slot()
    def _go_on(self) -> None:
        """Go on after something that was asked, if the session went on before."""
        moves, self._stood_still_to_ask = self._stood_still_to_ask, False
        if moves and self._state.status is Status.PAUSED:
            self._start_sound()
        self._follow()

    def _moved(self) -> None:
        """Start anew from where the person went; what was only paused to ask goes on."""
        self._starting = None
        self._sound.stop()
        self._asked = None
        self._go_on()

    @Slot()
    def _go_back(self) -> None:
        self._session.back()
        self._moved()

    @Slot()
    def _end_rest(self) -> None:
        self._session.skip_rest()
        self._moved()

    @Slot(object)
    def _skip_set(self, reason: SkipReason) -> None:
        self._session.skip_set(reason)
        self._moved()

    @Slot(object)
    def _skip_exercise(self, reason: SkipReason) -> None:
        self._session.skip_exercise(reason)
        self._moved()
        if reason is SkipReason.PAIN:
            self._tell_of_pain()

    @Slot(int)
    def _change_rest(self, delta_ms: int) -> None:
        self._session.change_rest(delta_ms)
        self._moved()

    @Slot(int)
    def _stop_for_pain(self, score: int) -> None:
        self._session.too_much_pain(Nprs(score))
        self._moved()
        self._tell_of_pain()

    @Slot(object)
    def _end(self, reason: SkipReason) -> None:
        self._session.stop(reason)
        self._moved()

    @Slot(str, int)
    def _answer_pain(self, gate_id: str, score: int) -> None:
        self._session.answer_pain(gate_id, Nprs(score))
        self._follow()

    @Slot(str, object, object)
    def _answer_checkpoint(self, gate_id: str, clean: Mapping[Side, bool], aid: Aid | None) -> None:
        gate = self._state.open_gate
        asked = question_view(self._state)
        self._session.answer_checkpoint(gate_id, clean, aid)
        self._follow()
        if gate is not None and gate.id == gate_id and asked is not None and asked.check is not None:
            self._hint("" if all(clean.values()) else self.tr("Next time: {fix}").format(fix=asked.check.fix))

    @Slot(str)
    def _pass_question(self, gate_id: str) -> None:
        self._session.pass_question(gate_id)
        self._follow()

    def _tell_of_pain(self) -> None:
        """Say that the exercise is over and what pain asks for. Source: clinical sections 2.2 and 2.7 [V1]."""
        self._hint(
            self.tr("This exercise is over for today. Sharp pain, swelling, or pain the next morning means do less.")
        )

    def _hint(self, words: str) -> None:
        """Say something that holds until the next work begins; trouble with the log comes first."""
        if words and self._told is None:
            self._hinted = True
            self._page.notice.say(words)

    def _tell_trouble(self) -> None:
        """Say once that the log cannot be written, and take the word back when it can."""
        if self._session.trouble != self._told:
            self._told = self._session.trouble
            if self._told is None:
                self._page.notice.hide()
            else:
                self._page.notice.say(self._told)

    def _paint(self) -> None:
        state = self._state
        view = player_view(state)
        if self._hinted and view.stage is Stage.WORK:
            self._hinted = False
            self._page.notice.hide()
        self._page.show_player(view)
        question = question_view(state)
        if question is not None and question.check is not None:
            compared = self._compare(question.gate_id, question.exercise, question.check, view.side)
            self._page.picture.show_comparison(compared)
            return
        now_ms, still = self._clock.monotonic_ms(), self._reduced_motion
        exercise, figure = figure_now(state, now_ms, still=still)
        emphasis = emphasis_now(state, now_ms, still=still, lines=self._page.lines)
        self._page.picture.show_figure(exercise, figure, emphasis)

    def _compare(self, gate_id: str, exercise: Exercise, check: Check, side: Side) -> Comparison:
        """Return the right and the wrong version that a question shows now; what stands still is found once."""
        if self._compared is None or self._compared[0] != gate_id:
            self._compared_ms = self._clock.monotonic_ms()
        elif self._reduced_motion:
            return self._compared[1]
        now_ms = self._clock.monotonic_ms() - self._compared_ms
        found = comparison(exercise, check, side, now_ms, still=self._reduced_motion)
        self._compared = gate_id, found
        return found
