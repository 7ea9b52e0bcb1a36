"""A plan: what is done on which day, as a clinician wrote it or as a programme offers it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import NewType

from kinetic_home.domain.dose import Dose
from kinetic_home.domain.exercise import ExerciseId
from kinetic_home.domain.knobs import AS_IT_IS, Knobs
from kinetic_home.domain.side import Side

SessionId = NewType("SessionId", str)


class Weekday(IntEnum):
    """A day of the week, numbered as datetime.date.weekday() does."""

    MON = 0
    TUE = 1
    WED = 2
    THU = 3
    FRI = 4
    SAT = 5
    SUN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanItem:
    """One exercise of a session with its whole dose; `note` is the clinician's word to the person.

    The dose is without what `knobs` add to its tempo.
    """

    exercise: ExerciseId
    dose: Dose
    note: str = ""
    knobs: Knobs = AS_IT_IS


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSession:
    """A session as the plan lists it, in the order in which it is done."""

    id: SessionId
    title: str
    aim: str
    items: tuple[PlanItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExitCriteria:
    """What must hold at the end of a phase before the next one starts; None where it is not asked."""

    sessions_done_pct: int | None = None
    check_pass_last4: float | None = None
    pmax_median_last4_max: int | None = None
    d24_last3_max: int | None = None
    swelling_days_last7: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammePhase:
    """A run of weeks, both ends counted, with the same sessions on the same days."""

    id: str
    title: str
    first_week: int
    last_week: int
    days: Mapping[Weekday, SessionId]
    exit: ExitCriteria


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A whole plan; `pain_cap` is the highest score that still counts as acceptable, 0 to 5.

    `recovery` is the session that is offered on a day that is too bad for any other.
    """

    id: str
    title: str
    goal: str
    author: str
    weeks: int
    lead_side: Side
    pain_cap: int
    checks_per_exercise: int
    phases: tuple[ProgrammePhase, ...]
    sessions: Mapping[SessionId, PlanSession]
    digest: str
    recovery: SessionId | None = None

    def session_on(self, week: int, day: Weekday) -> PlanSession | None:
        """Return what is planned on a day of a week (counted from 1), or None on an off day.

        After the last week the last phase goes on, so that nobody is left without a plan.
        """
        if not self.phases:
            return None
        phase = next((p for p in self.phases if p.first_week <= week <= p.last_week), self.phases[-1])
        session_id = phase.days.get(day)
        return None if session_id is None else self.sessions[session_id]
