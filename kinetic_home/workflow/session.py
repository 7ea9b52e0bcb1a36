"""A session under way: the player, and a log that is written before anything counts as saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kinetic_home.domain import events as ev
from kinetic_home.domain.calendar import training_day
from kinetic_home.domain.exercise import CheckId, ExerciseId
from kinetic_home.domain.plan import Plan
from kinetic_home.domain.scales import Aid, Nprs, PainMoment, SkipReason
from kinetic_home.domain.script import SessionScript
from kinetic_home.domain.side import Side
from kinetic_home.score import lookup, player
from kinetic_home.score.player import PlayerState, Step
from kinetic_home.score.score import Gate, GateKind, Mark, Score
from kinetic_home.workflow.ports import Clock, EnvironmentProblem, EventLog, Ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A fact that waits to be written, with its position on the score in ms (None outside of it)."""

    at_ms: int | None
    event: ev.Event


class RunningSession:
    """Drives one session: every call moves the player, writes what happened, and returns the marks that came due.

    Where the log cannot be written the session goes on; the facts wait in memory, `trouble` says why, and each
    later fact and `save_waiting` try again.
    """

    def __init__(self, *, ref: str, state: PlayerState, log: EventLog, clock: Clock) -> None:
        self._ref = ref
        self._state = state
        self._log = log
        self._clock = clock
        self._waiting: list[Place] = []
        self._trouble: str | None = None

    @property
    def ref(self) -> str:
        """Return the session's name in the log."""
        return self._ref

    @property
    def state(self) -> PlayerState:
        """Return where the player is."""
        return self._state

    @property
    def trouble(self) -> str | None:
        """Return why facts wait unwritten, in one sentence; None while all are safe."""
        return self._trouble

    def heartbeat(self) -> tuple[Mark, ...]:
        """Move to now."""
        return self._take(player.advance(self._state, self._clock.monotonic_ms()))

    def heard(self, in_ms: int = 0) -> tuple[Mark, ...]:
        """Let the axis move; its sound is heard `in_ms` from now."""
        return self._take(player.resume(self._state, self._clock.monotonic_ms(), in_ms))

    def pause(self, reason: ev.PauseReason = "person") -> tuple[Mark, ...]:
        """Stand still."""
        return self._do(lambda state, now_ms: player.pause(state, now_ms, reason))

    def skip_rest(self) -> tuple[Mark, ...]:
        """Go on from a rest at once."""
        return self._do(player.skip_rest)

    def change_rest(self, delta_ms: int) -> tuple[Mark, ...]:
        """Make the current rest longer or shorter by ms."""
        return self._do(lambda state, now_ms: player.change_rest(state, delta_ms, now_ms))

    def skip_set(self, reason: SkipReason) -> tuple[Mark, ...]:
        """Leave the current set."""
        return self._do(lambda state, now_ms: player.skip_set(state, reason, now_ms))

    def skip_exercise(self, reason: SkipReason) -> tuple[Mark, ...]:
        """Leave the current exercise."""
        return self._do(lambda state, now_ms: player.skip_exercise(state, reason, now_ms))

    def too_much_pain(self, pain: Nprs) -> tuple[Mark, ...]:
        """Note a pain that stops the exercise, and leave it."""
        return self._do(lambda state, now_ms: player.too_much_pain(state, pain, now_ms))

    def back(self) -> tuple[Mark, ...]:
        """Go back to the start of a set."""
        return self._do(player.back)

    def stop(self, reason: SkipReason) -> tuple[Mark, ...]:
        """End the session before its end."""
        return self._do(lambda state, now_ms: player.stop(state, reason, now_ms))

    def answer_pain(self, gate_id: str, pain: Nprs) -> tuple[Mark, ...]:
        """Answer the open gate, where it is this one and asks about pain."""
        gate = self._open(gate_id)
        if gate is None or gate.kind is not GateKind.PAIN:
            return ()
        said = ev.PainReported(moment=PainMoment.DURING, pain=pain, item=gate.item, exercise=self._exercise_of(gate))
        return self._answered(gate, (said,))

    def answer_checkpoint(self, gate_id: str, clean: Mapping[Side, bool], aid: Aid | None) -> tuple[Mark, ...]:
        """Answer the open gate side by side, where it is this one and asks about form; no side at all passes it."""
        gate = self._open(gate_id)
        if gate is None or gate.kind is not GateKind.CHECKPOINT:
            return ()
        if not clean:
            return self.pass_question(gate_id)
        said = tuple(
            ev.CheckpointAnswered(
                item=gate.item,
                exercise=self._exercise_of(gate),
                check=CheckId(gate.ref),
                side=side,
                clean=answer,
                aid=aid,
            )
            for side, answer in clean.items()
        )
        return self._answered(gate, said)

    def pass_question(self, gate_id: str) -> tuple[Mark, ...]:
        """Leave the open gate's question unanswered."""
        gate = self._open(gate_id)
        return () if gate is None else self._answered(gate, (ev.QuestionPassed(gate_id=gate.id),))

    def report(self, event: ev.EffortReported | ev.NoteWritten | ev.PainReported) -> None:
        """Write what the person says after the session."""
        self._write([Place(at_ms=None, event=event)])

    def save_waiting(self) -> None:
        """Try again to write the facts that wait; `trouble` is None afterwards where all are safe."""
        self._write([])

    def _open(self, gate_id: str) -> Gate | None:
        gate = self._state.open_gate
        return gate if gate is not None and gate.id == gate_id else None

    def _exercise_of(self, gate: Gate) -> ExerciseId:
        return self._state.score.script.items[gate.item].exercise.id

    def _answered(self, gate: Gate, said: Sequence[ev.Event]) -> tuple[Mark, ...]:
        """Write the answer first: a crash after this loses nothing that the person saw accepted."""
        self._write([Place(at_ms=gate.at_ms, event=event) for event in said])
        return self._take(player.answer(self._state, gate.id))

    def _do(self, act: Callable[[PlayerState, int], Step]) -> tuple[Mark, ...]:
        """Move to now first, so that what is done is written where it was done."""
        now_ms = self._clock.monotonic_ms()
        moved = self._take(player.advance(self._state, now_ms))
        return moved + self._take(act(self._state, now_ms))

    def _take(self, step: Step) -> tuple[Mark, ...]:
        before = self._state
        self._state, outputs = step
        marks = tuple(output for output in outputs if isinstance(output, Mark))
        facts = [output for output in outputs if not isinstance(output, Mark)]
        if facts:
            self._write([Place(at_ms=_position(event, before, self._state), event=event) for event in facts])
        return marks

    def _write(self, places: list[Place]) -> None:
        self._waiting.extend(places)
        if not self._waiting:
            return
        try:
            self._log.append_many(session_ref=self._ref, facts=[(place.at_ms, place.event) for place in self._waiting])
        except EnvironmentProblem as problem:
            self._trouble = str(problem)
            return
        self._waiting.clear()
        self._trouble = None


def _position(event: ev.Event, before: PlayerState, after: PlayerState) -> int:
    """Return where on the score something happened, in ms; a jump is told from where it began."""
    if isinstance(event, ev.BoutStarted):
        section = lookup.section_of(after.score, event.bout)
        return before.at_ms if section is None else section.work_ms
    if isinstance(event, ev.BoutEnded):
        section = lookup.section_of(before.score, event.bout)
        return before.at_ms if section is None else section.work_ms + event.work_ms
    return after.at_ms if isinstance(event, ev.SessionEnded) else before.at_ms


def start_session(
    *,
    plan: Plan,
    score: Score,
    checkin: ev.CheckinGiven | None,
    log: EventLog,
    clock: Clock,
    ids: Ids,
) -> RunningSession:
    """Write that a session began, with all that it prescribes, and return it in place at its first lead-in.

    Raises EnvironmentProblem where the log cannot be written: a session that leaves no trace must not begin.
    """
    ref = ids.new()
    script = score.script
    facts: list[tuple[int | None, ev.Event]] = [
        (
            0,
            ev.SessionStarted(
                plan_id=plan.id,
                plan_title=plan.title,
                plan_digest=plan.digest,
                session=script.session_id,
                title=script.title,
                aim=script.aim,
                lead_side=script.lead_side,
                training_day=training_day(clock.utc_now(), clock.utc_offset_min()).isoformat(),
                length_ms=score.length_ms,
                prescription=prescription_of(script),
            ),
        )
    ]
    if checkin is not None:
        facts.append((None, checkin))
    log.append_many(session_ref=ref, facts=facts)
    return RunningSession(ref=ref, state=player.begin_at(score), log=log, clock=clock)


def prescription_of(script: SessionScript) -> tuple[ev.Prescribed, ...]:
    """Return what a script asks for, as it is kept in the log."""
    return tuple(
        ev.Prescribed(
            item=number,
            exercise=item.exercise.id,
            name=item.exercise.name,
            per_side=item.exercise.per_side,
            dose=item.dose,
            checks=tuple(check.id for check in item.checks),
            note=item.note,
            modified=str(item.knobs),
        )
        for number, item in enumerate(script.items)
    )
