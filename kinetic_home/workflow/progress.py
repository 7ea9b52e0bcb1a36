"""The Progress page: pain over time and sessions done against planned, each with a sentence that says what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from kinetic_home.domain.history import BoutStatus, SessionRecord
from kinetic_home.domain.plan import Plan
from kinetic_home.domain.scales import PainBand, PainMoment
from kinetic_home.workflow.today import PlanCalendar, day_of, is_finished
from kinetic_home.workflow.views import PainPoint, ProgressView, WeekDone

# From fewer scores than this no line can be drawn.
_FEWEST_SCORES = 2


def progress_view(plan: Plan, records: Sequence[SessionRecord], today: date) -> ProgressView:
    """Return the Progress page; a session without a score stays in it as a gap."""
    pain = tuple(_point(record) for record in records)
    weeks = _weeks(plan, records, today)
    return ProgressView(pain=pain, pain_sentence=pain_sentence(pain), weeks=weeks, weeks_sentence=weeks_sentence(weeks))


def pain_sentence(points: Sequence[PainPoint]) -> str:
    """Say what the pain chart shows, in counts only: single scores move by chance, so no change is claimed."""
    scores = [point.worst for point in points if point.worst is not None]
    if not scores:
        return "No pain score yet. Each exercise ends with one question about pain."
    above = sum(1 for score in scores if score.band is PainBand.TOO_MUCH)
    if len(scores) < _FEWEST_SCORES:
        return f"Your worst pain was {scores[0].score} of 10. More sessions will show a line."
    low, high = min(scores).score, max(scores).score
    span = f"was {low}" if low == high else f"lay between {low} and {high}"
    said = f"Your worst pain {span} of 10 in {len(scores)} sessions."
    return f"{said} It went above 5 in {_sessions(above)}." if above else f"{said} It never went above 5."


def weeks_sentence(weeks: Sequence[WeekDone]) -> str:
    """Say how many planned sessions were done, without blame."""
    planned = sum(week.planned for week in weeks)
    done = sum(week.done for week in weeks)
    part = sum(week.part_done for week in weeks)
    if not planned and not done and not part:
        return "No session yet. Your first one will show here."
    said = f"You did {_sessions(done)}" if done else "No whole session yet"
    if planned:
        said += f"; {planned} {'was' if planned == 1 else 'were'} planned up to today"
    more = " more" if done else ""
    return f"{said}. You did part of {part}{more}." if part else f"{said}."


def _point(record: SessionRecord) -> PainPoint:
    before = record.checkin.pain if record.checkin else None
    said = [p.pain for p in record.pains if p.moment is PainMoment.BEFORE and p.pain is not None]
    return PainPoint(
        date=record.started.training_day,
        session_title=record.started.title,
        before=said[-1] if said else before,
        worst=record.worst_pain,
    )


def _weeks(plan: Plan, records: Sequence[SessionRecord], today: date) -> tuple[WeekDone, ...]:
    """Return each calendar week from the first session to today."""
    if not records:
        return ()
    calendar = PlanCalendar(plan, records, today)
    first = min(day_of(record) for record in records)
    monday = first - timedelta(days=first.weekday())
    weeks: list[WeekDone] = []
    while monday <= today:
        days = [monday + timedelta(days=n) for n in range(7)]
        here = [record for day in days for record in calendar.on(day)]
        done = sum(1 for record in here if is_finished(record))
        part = sum(1 for record in here if _part_done(record))
        planned = sum(1 for day in days if day <= today and calendar.planned_on(day) is not None)
        weeks.append(WeekDone(first_date=monday.isoformat(), planned=planned, done=done, part_done=part))
        monday += timedelta(days=7)
    return tuple(weeks)


def _part_done(record: SessionRecord) -> bool:
    return not is_finished(record) and any(bout.status is not BoutStatus.NOT_REACHED for bout in record.bouts)


def _sessions(count: int) -> str:
    return "1 session" if count == 1 else f"{count} sessions"
