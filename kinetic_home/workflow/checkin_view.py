"""What the check-in needs to know of a person before it asks: pain as usual, and what to offer on a bad day."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from kinetic_home.domain.history import SessionRecord
from kinetic_home.domain.plan import Plan, PlanSession
from kinetic_home.domain.scales import Nprs
from kinetic_home.workflow.views import CheckinView

# Pain as usual is the median of the last seven scores before a session, of three at least. Source: own modelling
# after NEMEX [V1b].
_SCORES, _FEWEST = 7, 3


def checkin_view(plan: Plan, session: PlanSession, records: Sequence[SessionRecord]) -> CheckinView:
    """Return what the check-in before a session shows."""
    recovery = None if plan.recovery is None else plan.sessions[plan.recovery]
    return CheckinView(
        session_title=session.title,
        usual_pain=usual_pain(records),
        recovery_id=recovery.id if recovery else None,
        recovery_title=recovery.title if recovery else None,
    )


def usual_pain(records: Sequence[SessionRecord]) -> Nprs | None:
    """Return pain as usual, rounded down where it lies between two scores; None while too few are known."""
    said = [record.checkin.pain.score for record in records if record.checkin and record.checkin.pain is not None]
    recent = said[-_SCORES:]
    return Nprs(int(median(recent))) if len(recent) >= _FEWEST else None
