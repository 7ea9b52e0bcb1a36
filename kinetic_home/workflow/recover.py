"""Going on with a session that broke off: at the same set, with what was prescribed then."""

from __future__ import annotations

from collections.abc import Iterable

from kinetic_home.domain import events as ev
from kinetic_home.domain.exercise import Catalogue
from kinetic_home.domain.history import BoutStatus, SessionRecord
from kinetic_home.domain.scales import SkipReason
from kinetic_home.domain.script import ScriptItem, SessionScript
from kinetic_home.score import lookup, player
from kinetic_home.score.compile import compile_score
from kinetic_home.score.player import PlayerState
from kinetic_home.score.score import Gate, GateKind, Score
from kinetic_home.workflow.ports import Clock, EventLog
from kinetic_home.workflow.session import RunningSession


def script_again(started: ev.SessionStarted, catalogue: Catalogue) -> SessionScript:
    """Return the script of a session as it was prescribed, whatever the plan says today.

    Raises KeyError where the catalogue no longer has one of its exercises.
    """
    return SessionScript(
        session_id=started.session,
        title=started.title,
        aim=started.aim,
        lead_side=started.lead_side,
        items=tuple(
            ScriptItem(
                exercise=catalogue[asked.exercise],
                dose=asked.dose,
                checks=tuple(check for check in catalogue[asked.exercise].checks if check.id in asked.checks),
                note=asked.note,
            )
            for asked in started.prescription
        ),
    )


def bout_to_go_on_at(record: SessionRecord) -> ev.Bout | None:
    """Return the first bout after the last one that ended or was left out; None where all are behind."""
    behind = [n for n, bout in enumerate(record.bouts) if bout.status in _BEHIND]
    coming = record.bouts[behind[-1] + 1 :] if behind else record.bouts
    return coming[0].bout if coming else None


def place_again(score: Score, record: SessionRecord, facts: Iterable[ev.Stamped]) -> PlayerState:
    """Return the player at the first question still open behind the work that is done, or at the coming set."""
    said = tuple(fact.event for fact in facts)
    bout = bout_to_go_on_at(record)
    asked = len(score.gates) if bout is None else lookup.gates_before_item(score, bout.item)
    unanswered = [index for index, gate in enumerate(score.gates[:asked]) if not _answered(gate, said)]
    if unanswered:
        return player.begin_at_gate(score, unanswered[0])
    return player.begin_at_gate(score, len(score.gates)) if bout is None else player.begin_at(score, bout)


def go_on(record: SessionRecord, *, catalogue: Catalogue, log: EventLog, clock: Clock) -> RunningSession:
    """Return an unfinished session in place where it broke off, and write that it goes on."""
    score = compile_score(script_again(record.started, catalogue))
    state = place_again(score, record, log.read(record.ref))
    broke_off, goes_on = ev.SessionPaused(reason="interrupted"), ev.SessionResumed()
    log.append_many(session_ref=record.ref, facts=[(record.last_at_ms, broke_off), (state.at_ms, goes_on)])
    return RunningSession(ref=record.ref, state=state, log=log, clock=clock)


def let_go(record: SessionRecord, *, log: EventLog) -> None:
    """End an unfinished session where it stood; what was done stays done."""
    ended = ev.SessionEnded(finished=False, reason=SkipReason.OTHER)
    log.append_many(session_ref=record.ref, facts=[(record.last_at_ms, ended)])


_BEHIND = {BoutStatus.DONE, BoutStatus.PART_DONE, BoutStatus.SKIPPED}


def _answered(gate: Gate, said: tuple[ev.Event, ...]) -> bool:
    return any(
        (isinstance(event, ev.QuestionPassed) and event.gate_id == gate.id)
        or (isinstance(event, ev.CheckpointAnswered) and (event.item, event.check) == (gate.item, gate.ref))
        or (isinstance(event, ev.PainReported) and gate.kind is GateKind.PAIN and event.item == gate.item)
        for event in said
    )
