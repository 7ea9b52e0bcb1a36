"""Going on with a session that broke off: at the same set, with what was prescribed then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kinetic_home.domain import events as ev
from kinetic_home.domain.exercise import Catalogue
from kinetic_home.domain.history import SessionRecord
from kinetic_home.domain.knob_words import knobs_in_words
from kinetic_home.domain.knobs import Knobs
from kinetic_home.domain.scales import SkipReason
from kinetic_home.domain.script import ScriptItem, SessionScript
from kinetic_home.score import lookup, player
from kinetic_home.score.compile import compile_score
from kinetic_home.score.player import PlayerState
from kinetic_home.score.score import Gate, Score
from kinetic_home.score.work import work_phases
from kinetic_home.workflow.fitted import item_as_modified
from kinetic_home.workflow.ports import Clock, EventLog
from kinetic_home.workflow.session import RunningSession

_BROKE_OFF = ev.SessionPaused(reason="interrupted")


class CannotGoOn(LookupError):
    """This version cannot play the rest of a session; its text is one sentence for the person."""


def script_again(started: ev.SessionStarted, catalogue: Catalogue) -> SessionScript:
    """Return the script of a session as it was prescribed, whatever the plan and the catalogue say today.

    Raises CannotGoOn where an exercise is gone, or no longer does the kind of work that was prescribed.
    """
    return SessionScript(
        session_id=started.session,
        title=started.title,
        aim=started.aim,
        lead_side=started.lead_side,
        items=tuple(_item_again(asked, started, catalogue) for asked in started.prescription),
    )


def place_again(score: Score, record: SessionRecord, facts: Iterable[ev.Stamped]) -> PlayerState:
    """Return the player at the first question still open behind the work that is done, or at the coming set."""
    behind = len(score.gates) if record.coming is None else lookup.gates_before_item(score, record.coming.item)
    answered = _answered(score.gates, facts)
    unanswered = [index for index, gate in enumerate(score.gates[:behind]) if gate.id not in answered]
    if unanswered:
        return player.begin_at_gate(score, unanswered[0])
    return player.begin_at_gate(score, behind) if record.coming is None else player.begin_at(score, record.coming)


def go_on(record: SessionRecord, *, catalogue: Catalogue, log: EventLog, clock: Clock) -> RunningSession:
    """Return an unfinished session in place where it broke off, and write that it goes on.

    Raises CannotGoOn where this version cannot play it, EnvironmentProblem where the log cannot be written.
    """
    score = compile_score(script_again(record.started, catalogue))
    written = log.read(record.ref)
    state = place_again(score, record, written)
    facts: list[tuple[int, ev.Event]] = [(state.at_ms, ev.SessionResumed())]
    if written[-1].event != _BROKE_OFF:
        facts.insert(0, (record.last_at_ms, _BROKE_OFF))
    log.append_many(session_ref=record.ref, facts=facts)
    return RunningSession(ref=record.ref, state=state, log=log, clock=clock)


def can_go_on(record: SessionRecord, catalogue: Catalogue) -> bool:
    """Tell whether a session has no end on record and this version can play the rest of it."""
    if record.ended is not None or not record.bouts:
        return False
    try:
        script_again(record.started, catalogue)
    except CannotGoOn:
        return False
    return True


def let_go(record: SessionRecord, *, log: EventLog) -> None:
    """End an unfinished session where it stood; what was done stays done."""
    ended = ev.SessionEnded(finished=False, reason=SkipReason.OTHER)
    log.append_many(session_ref=record.ref, facts=[(record.last_at_ms, ended)])


def _item_again(asked: ev.Prescribed, started: ev.SessionStarted, catalogue: Catalogue) -> ScriptItem:
    if asked.exercise not in catalogue:
        raise _cannot_go_on(started, asked)
    exercise = replace(catalogue[asked.exercise], per_side=asked.per_side)
    checks = {check.id: check for check in exercise.checks}
    try:
        work_phases(exercise.first, asked.dose)
        knobs = Knobs.parse(asked.modified)
        return item_as_modified(
            ScriptItem(
                exercise=exercise,
                dose=asked.dose,
                checks=tuple(checks[check_id] for check_id in asked.checks if check_id in checks),
                note=asked.note,
                knobs=knobs,
                fitted=knobs_in_words(knobs, exercise.motion),
            )
        )
    except ValueError as misfit:
        raise _cannot_go_on(started, asked) from misfit


def _cannot_go_on(started: ev.SessionStarted, asked: ev.Prescribed) -> CannotGoOn:
    why = f"this version has no exercise {asked.name!r} like the one that was planned then"
    return CannotGoOn(f"«{started.title}» cannot go on: {why}. What you did is kept; start the session anew.")


def _answered(gates: Sequence[Gate], facts: Iterable[ev.Stamped]) -> set[str]:
    """Return the ids of the questions that were answered or passed and not gone back over since."""
    asked = {(gate.item, gate.ref): gate for gate in gates}
    answered: set[Gate | None] = set()
    for fact in facts:
        match fact.event:
            case ev.QuestionPassed(gate_id=gate_id):
                answered.update(gate for gate in gates if gate.id == gate_id)
            case ev.CheckpointAnswered(item=item, check=check):
                answered.add(asked.get((item, check)))
            case ev.PainReported(item=int(item)):
                answered.add(asked.get((item, "")))
            case ev.WentBack(to=bout):
                answered = {gate for gate in answered if gate is not None and gate.item < bout.item}
            case _:
                pass
    return {gate.id for gate in answered if gate is not None}
