"""Plays a session in virtual time with scripted answers, through the same session and log as the window."""

from __future__ import annotations

from collections.abc import Callable

from kinetic_home.app.answers import ActionTable, Answers, AnswerTable
from kinetic_home.app.clock import VirtualClock
from kinetic_home.domain.events import EffortReported, NoteWritten, PainReported
from kinetic_home.domain.scales import Effort, Nprs, PainMoment
from kinetic_home.domain.side import Side
from kinetic_home.score.player import Status
from kinetic_home.score.score import Gate, GateKind, Mark
from kinetic_home.workflow.session import RunningSession

HEARTBEAT_MS = 200
# Reading a question and pressing a key takes a person about this long.
ANSWER_MS = 2_000


class VirtualPlay:
    """Lets a session run; `heard` is told every mark as it comes due."""

    def __init__(
        self, session: RunningSession, clock: VirtualClock, answers: Answers, heard: Callable[[Mark], None]
    ) -> None:
        self._session = session
        self._clock = clock
        self._answers = {answer.question: answer for answer in answers.answers}
        self._default = answers.default
        self._actions = sorted(answers.actions, key=lambda action: action.at_ms)
        self._after = answers.after
        self._heard = heard

    def run(self, stop_after_ms: int | None = None) -> bool:
        """Play to the end, or break off after so many ms as a power cut would; tell whether it came to its end."""
        while not self._session.state.over:
            now = self._clock.monotonic_ms()
            left_ms = None if stop_after_ms is None else stop_after_ms - now
            if left_ms is not None and left_ms <= 0:
                return False
            if self._actions and self._actions[0].at_ms <= now:
                self._act(self._actions.pop(0), left_ms)
            elif self._session.state.status is Status.RUNNING:
                action_ms = self._actions[0].at_ms - now if self._actions else HEARTBEAT_MS
                self._pass_ms(min(HEARTBEAT_MS, action_ms), left_ms)
                self._tell(self._session.heartbeat())
            elif self._session.state.open_gate is not None:
                self._pass_ms(ANSWER_MS, left_ms)
                if left_ms is None or left_ms > ANSWER_MS:
                    self._answer(self._session.state.open_gate)
            else:
                self._tell(self._session.heard())
        self._say_afterwards()
        return True

    def _pass_ms(self, ms: int, left_ms: int | None) -> None:
        """Let time pass, at most until the breaking-off."""
        self._clock.pass_ms(ms if left_ms is None else min(ms, left_ms))

    def _tell(self, marks: tuple[Mark, ...]) -> None:
        for mark in marks:
            self._heard(mark)

    def _act(self, action: ActionTable, left_ms: int | None) -> None:
        session = self._session
        match action.do:
            case "pause":
                self._tell(session.pause())
                self._pass_ms(action.ms, left_ms)
            case "skip_set":
                self._tell(session.skip_set(action.reason))
            case "skip_exercise":
                self._tell(session.skip_exercise(action.reason))
            case "skip_rest":
                self._tell(session.skip_rest())
            case "rest":
                self._tell(session.change_rest(action.ms))
            case "back":
                self._tell(session.back())
            case "end":
                self._tell(session.stop(action.reason))
            case "pain":
                if action.pain is not None:
                    self._tell(session.too_much_pain(Nprs(action.pain)))

    def _answer(self, gate: Gate) -> None:
        own = self._answers.get(gate.id)
        pain = own.pain if own is not None else self._default.pain
        aid = (own.aid if own is not None else None) or self._default.aid
        clean = self._clean(gate, own)
        if gate.kind is GateKind.PAIN and pain is not None:
            self._tell(self._session.answer_pain(gate.id, Nprs(pain)))
        elif gate.kind is GateKind.CHECKPOINT and clean:
            self._tell(self._session.answer_checkpoint(gate.id, clean, aid))
        else:
            self._tell(self._session.pass_question(gate.id))

    def _clean(self, gate: Gate, own: AnswerTable | None) -> dict[Side, bool]:
        """Return the answers by side; a side without an answer is not in it."""
        both = own.clean if own is not None else self._default.clean
        if not self._session.state.score.script.items[gate.item].exercise.per_side:
            return {} if both is None else {Side.BOTH: both}
        left = both if own is None or own.left is None else own.left
        right = both if own is None or own.right is None else own.right
        return {side: said for side, said in ((Side.LEFT, left), (Side.RIGHT, right)) if said is not None}

    def _say_afterwards(self) -> None:
        if self._after.pain is not None:
            self._session.report(PainReported(moment=PainMoment.AFTER, pain=Nprs(self._after.pain)))
        if self._after.effort is not None:
            self._session.report(EffortReported(effort=Effort(self._after.effort)))
        if self._after.note:
            self._session.report(NoteWritten(text=self._after.note))
