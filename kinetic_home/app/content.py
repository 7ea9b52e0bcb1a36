"""The shipped content and the plan in use."""

from __future__ import annotations

from pathlib import Path

from kinetic_home.app.paths import shipped
from kinetic_home.catalogue.exercises import load_catalogue
from kinetic_home.catalogue.plans import load_plan
from kinetic_home.domain.exercise import Catalogue
from kinetic_home.domain.plan import Plan, PlanSession, SessionId

PLAN_FILE = "plan.toml"
FOUNDATION = "foundation.toml"


class NoSuchSession(LookupError):
    """The plan has no session of that id; its text is one sentence that names those it has."""


def catalogue() -> Catalogue:
    """Return the shipped exercises."""
    return load_catalogue(shipped("resources"))


def plan_in_use(exercises: Catalogue, data: Path, file: Path | None = None) -> Plan:
    """Return the plan of a file, else the one kept in the data folder, else the Foundation programme.

    Raises ContentError for a file with problems; a plan that cannot be used is never replaced in silence.
    """
    if file is not None:
        return load_plan(file, exercises)
    own = data / PLAN_FILE
    return load_plan(own if own.exists() else shipped("resources") / "plans" / FOUNDATION, exercises)


def session_of(plan: Plan, session_id: str) -> PlanSession:
    """Return a plan's session by its id; raises NoSuchSession."""
    session = plan.sessions.get(SessionId(session_id))
    if session is None:
        known = ", ".join(plan.sessions)
        raise NoSuchSession(f"The plan «{plan.title}» has no session {session_id!r}; it has {known}.")
    return session
