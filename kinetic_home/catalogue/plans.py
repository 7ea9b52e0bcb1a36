"""Load a plan that a clinician wrote by hand, or tell everything that is wrong with it at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kinetic_home.catalogue.convert import read_as
from kinetic_home.catalogue.dosing import planned_dose
from kinetic_home.catalogue.fitting import planned_knobs
from kinetic_home.catalogue.problems import Findings, did_you_mean, shown
from kinetic_home.catalogue.reading import item_path, key_path, read_document
from kinetic_home.catalogue.schema import Day, ExitTable, ItemTable, PlanFile, SessionTable
from kinetic_home.domain.exercise import Catalogue, ExerciseId
from kinetic_home.domain.knobs import dose_with
from kinetic_home.domain.plan import ExitCriteria, Plan, PlanItem, PlanSession, ProgrammePhase, SessionId, Weekday
from kinetic_home.domain.side import Side

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

# A plan without phases and without a length is offered for as long as the maintenance programme's round.
WEEKS_IF_UNSAID = 4
LONGEST_SESSION_MS = 3 * 60 * 60_000


def load_plan(path: Path | Traversable, catalogue: Catalogue) -> Plan:
    """Return the plan in a TOML file; raises ContentError with all its problems, place by place."""
    document = read_document(path)
    findings = Findings(document.name)
    table = read_as(document, PlanFile, findings)
    sessions = _sessions(table.sessions, catalogue, findings)
    weeks, phases = _phases(table, findings)
    recovery = _recovery(table, sessions, findings)
    findings.raise_any()
    plan = table.plan
    return Plan(
        id=plan.id,
        title=plan.title,
        goal=plan.goal,
        author=plan.author,
        weeks=weeks,
        lead_side=Side(plan.lead_side),
        pain_cap=plan.pain_cap,
        checks_per_exercise=plan.checks_per_exercise,
        phases=phases,
        sessions=sessions,
        digest=document.digest,
        recovery=recovery,
    )


def _sessions(tables: list[SessionTable], catalogue: Catalogue, findings: Findings) -> dict[SessionId, PlanSession]:
    sessions: dict[SessionId, PlanSession] = {}
    for index, table in enumerate(tables):
        path = item_path("sessions", index)
        session_id = SessionId(table.id)
        if session_id in sessions:
            findings.add(f"{path}.id", f"session {shown(table.id)} is there already", "give each session its own id")
        if not table.items:
            whose = f"session {shown(table.id)}" if table.id else "this session"
            findings.add(f"{path}.items", f"{whose} has no exercises", "write one at least")
        items = [
            _item(item, table.id, item_path(f"{path}.items", number), catalogue, findings)
            for number, item in enumerate(table.items)
        ]
        planned = tuple(item for item in items if item is not None)
        _check_length(planned, catalogue, table.id, path, findings)
        sessions[session_id] = PlanSession(id=session_id, title=table.title, aim=table.aim, items=planned)
    return sessions


def _item(table: ItemTable, session: str, path: str, catalogue: Catalogue, findings: Findings) -> PlanItem | None:
    exercise_id = ExerciseId(table.exercise)
    if exercise_id not in catalogue:
        if table.exercise:  # that it is missing has been said
            hint = did_you_mean(table.exercise, list(catalogue.exercises), "the README beside the plans names them all")
            cause = f"session {shown(session)} names an unknown exercise, {shown(table.exercise)}"
            findings.add(f"{path}.exercise", cause, hint)
        return None
    exercise = catalogue[exercise_id]
    dose = planned_dose(table, exercise, path, findings)
    knobs = None if dose is None else planned_knobs(table.modify, exercise, dose, key_path(path, "modify"), findings)
    if dose is None or knobs is None:
        return None
    return PlanItem(exercise=exercise_id, dose=dose, note=table.note, knobs=knobs)


def _check_length(
    items: tuple[PlanItem, ...], catalogue: Catalogue, session: str, path: str, findings: Findings
) -> None:
    length_ms = 0
    for item in items:
        exercise = catalogue[item.exercise]
        sides, dose = 2 if exercise.per_side else 1, dose_with(item.dose, exercise.first, item.knobs)
        length_ms += dose.sets * (sides * dose.set_ms + dose.rest_ms)
    if length_ms > LONGEST_SESSION_MS:
        hours = length_ms / 3_600_000
        findings.add(path, f"session {shown(session)} would last {hours:.1f} hours", "3 hours at most; split it")


def _recovery(table: PlanFile, sessions: Mapping[SessionId, PlanSession], findings: Findings) -> SessionId | None:
    named = table.plan.recovery
    if named is not None and named not in sessions:
        hint = did_you_mean(named, list(sessions), f"the sessions are {', '.join(sessions)}")
        findings.add("plan.recovery", f"no session {shown(named)}", hint)
    return None if named is None else SessionId(named)


def _phases(table: PlanFile, findings: Findings) -> tuple[int, tuple[ProgrammePhase, ...]]:
    """Return the plan's length in weeks and its phases; days without phases make one phase of the whole plan."""
    plan = table.plan
    if not table.phases:
        weeks = plan.weeks or WEEKS_IF_UNSAID
        days = _days(plan.days or {}, "plan.days", table, findings)
        whole = ProgrammePhase(
            id=plan.id, title=plan.title, first_week=1, last_week=weeks, days=days, exit=ExitCriteria()
        )
        return weeks, (whole,)
    if plan.days is not None:
        findings.add("plan.days", "a plan with phases has its days there", "move these days into the phases")
    phases: list[ProgrammePhase] = []
    for index, phase in enumerate(table.phases):
        path = item_path("phases", index)
        if any(phase.id == earlier.id for earlier in table.phases[:index]):
            findings.add(f"{path}.id", f"phase {shown(phase.id)} is there already", "give each phase its own id")
        days = _days(phase.days, f"{path}.days", table, findings)
        first_week, last_week = phase.weeks or (0, 0)
        phases.append(
            ProgrammePhase(
                id=phase.id,
                title=phase.title,
                first_week=first_week,
                last_week=last_week,
                days=days,
                exit=_exit(phase.exit),
            )
        )
    return _check_weeks(phases, plan.weeks, findings), tuple(phases)


def _check_weeks(phases: list[ProgrammePhase], weeks: int | None, findings: Findings) -> int:
    """Return the plan's length in weeks, and note where the phases do not follow one another week by week."""
    if any(findings.has(f"{item_path('phases', index)}.weeks") for index in range(len(phases))):
        return weeks or WEEKS_IF_UNSAID
    next_week, before = 1, len(findings.problems)
    for index, phase in enumerate(phases):
        path = f"{item_path('phases', index)}.weeks"
        if phase.last_week < phase.first_week:
            findings.add(path, f"ends in week {phase.last_week}, before it begins", "write [first week, last week]")
        elif phase.first_week != next_week:
            what = "leaves weeks out" if phase.first_week > next_week else "begins before the earlier phases end"
            findings.add(path, f"phase {shown(phase.id)} {what}", f"begin it in week {next_week}")
        next_week = max(next_week, phase.last_week + 1)
    if weeks not in {None, next_week - 1} and len(findings.problems) == before:
        cause = f"is {weeks}, but the last phase ends in week {next_week - 1}"
        findings.add("plan.weeks", cause, "let the two be the same")
    return next_week - 1


def _days(days: Mapping[Day, str], path: str, table: PlanFile, findings: Findings) -> dict[Weekday, SessionId]:
    known = list(dict.fromkeys(session.id for session in table.sessions if session.id))
    for day, session in days.items():
        place = key_path(path, day)
        if session not in known:
            hint = did_you_mean(session, known, f"the sessions are {', '.join(known)}")
            findings.add(place, f"no session {shown(session)}", hint)
    return {
        Weekday[day.upper()]: SessionId(session) for day, session in days.items() if day.upper() in Weekday.__members__
    }


def _exit(table: ExitTable) -> ExitCriteria:
    return ExitCriteria(
        sessions_done_pct=table.sessions_done_pct,
        check_pass_last4=table.check_pass_last4,
        pmax_median_last4_max=table.pmax_median_last4_max,
        d24_last3_max=table.d24_last3_max,
        swelling_days_last7=table.swelling_days_last7,
    )
