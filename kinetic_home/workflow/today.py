"""What is due today, what can be done besides, and the last two weeks, from the plan and the log."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from kinetic_home.domain.exercise import Catalogue, Category
from kinetic_home.domain.history import BoutStatus, SessionRecord
from kinetic_home.domain.plan import Plan, PlanSession, SessionId, Weekday
from kinetic_home.domain.script import script_of
from kinetic_home.domain.wording import equipment_in_words, is_optional
from kinetic_home.score.compile import compile_score
from kinetic_home.score.score import Score
from kinetic_home.workflow.day_views import (
    BlockExercise,
    DayMark,
    DayState,
    ResumeOffer,
    SessionBlock,
    SessionCard,
    TodayView,
)
from kinetic_home.workflow.recover import can_go_on

BLOCK_TITLES = {
    Category.WARMUP: "Warm-up",
    Category.MOBILITY: "Mobility",
    Category.ACTIVATION: "Wake the muscles",
    Category.PATTERN: "Movement patterns",
    Category.BALANCE: "Balance",
    Category.STRENGTH: "Strength",
    Category.PLYOMETRIC: "Jumps",
    Category.COOLDOWN: "Cool-down",
}
_WEEK = timedelta(days=7)
# How far ahead the next planned day is looked for; every plan has a day within a week of its last phase.
_LOOK_AHEAD_DAYS = 14


def today_view(
    plan: Plan,
    catalogue: Catalogue,
    records: Sequence[SessionRecord],
    today: date,
    *,
    cards: dict[SessionId, SessionCard] | None = None,
) -> TodayView:
    """Return the Today page; `cards` keeps the cards of this plan's sessions for the next call."""
    known: dict[SessionId, SessionCard] = {} if cards is None else cards
    for session in plan.sessions.values():
        if session.id not in known:
            known[session.id] = session_card(plan, session, catalogue)
    calendar = PlanCalendar(plan, records, today)
    due, ahead = calendar.planned_on(today), calendar.next_after(today)
    done_today = any(map(is_finished, calendar.on(today)))
    others = [session for session in plan.sessions.values() if session is not due or done_today]
    return TodayView(
        date=today.isoformat(),
        plan_title=plan.title,
        plan_goal=plan.goal,
        week=calendar.week_of(today),
        weeks=plan.weeks,
        session=None if due is None or done_today else known[due.id],
        done_today=done_today,
        next_session_date=ahead[0].isoformat() if ahead else None,
        next_session_title=ahead[1].title if ahead else None,
        offered=tuple(known[session.id] for session in others),
        resume=resume_offer(records, catalogue),
        strip=tuple(calendar.strip()),
    )


def session_card(plan: Plan, session: PlanSession, catalogue: Catalogue) -> SessionCard:
    """Return a session as its card shows it, its length read from the compiled score."""
    score = compile_score(script_of(plan, session, catalogue))
    needed = (thing for item in score.script.items for thing in item.equipment)
    return SessionCard(
        session_id=session.id,
        title=session.title,
        aim=session.aim,
        length_ms=score.length_ms,
        questions=len(score.gates),
        blocks=tuple(_blocks(score)),
        equipment=tuple(dict.fromkeys(equipment_in_words(thing) for thing in needed if not is_optional(thing))),
    )


def resume_offer(records: Sequence[SessionRecord], catalogue: Catalogue) -> ResumeOffer | None:
    """Return the offer to go on with the latest session, where it has no end on record and can be played."""
    if not records or not can_go_on(records[-1], catalogue):
        return None
    record = records[-1]
    bout = record.coming or record.bouts[-1].bout
    asked = record.started.prescription[bout.item]
    return ResumeOffer(
        session_ref=record.ref,
        title=record.started.title,
        exercise=asked.name,
        set_no=bout.set_no,
        sets=asked.dose.sets,
        side=bout.side,
        started_utc=record.started_utc,
        bouts_done=record.bouts_done,
        bouts=len(record.bouts),
    )


class PlanCalendar:
    """The plan laid on real days: week 1 is the calendar week in which its first session was begun.

    On its very first day the plan's next session is due at once, whatever the weekday; the day after then asks for
    no other where it would be the same session again.
    """

    def __init__(self, plan: Plan, records: Sequence[SessionRecord], today: date) -> None:
        self._plan = plan
        self._today = today
        self._days: dict[date, list[SessionRecord]] = {}
        for record in records:
            self._days.setdefault(day_of(record), []).append(record)
        first = min((day_of(record) for record in records if record.started.plan_id == plan.id), default=today)
        self._first_day = first
        self._first_monday = first - timedelta(days=first.weekday())
        self._changed: dict[date, PlanSession | None] = {}
        self._changed.update(self._begun_at_once())

    def on(self, day: date) -> Sequence[SessionRecord]:
        """Return the sessions begun on a training day."""
        return self._days.get(day, ())

    def week_of(self, day: date) -> int:
        """Return the plan's week of a day, counted from 1."""
        return max((day - self._first_monday) // _WEEK + 1, 1)

    def planned_on(self, day: date) -> PlanSession | None:
        """Return what the plan asks for on a day; nothing before its first day."""
        if day < self._first_day:
            return None
        if day in self._changed:
            return self._changed[day]
        return self._plan.session_on(self.week_of(day), Weekday(day.weekday()))

    def next_after(self, day: date) -> tuple[date, PlanSession] | None:
        """Return the next planned day after a day, with its session."""
        for ahead in range(1, _LOOK_AHEAD_DAYS + 1):
            session = self.planned_on(day + timedelta(days=ahead))
            if session is not None:
                return day + timedelta(days=ahead), session
        return None

    def strip(self) -> Iterator[DayMark]:
        """Yield last week and this week, Monday to Sunday."""
        monday = self._today - timedelta(days=self._today.weekday()) - _WEEK
        for offset in range(14):
            yield self._mark(monday + timedelta(days=offset))

    def _begun_at_once(self) -> dict[date, PlanSession | None]:
        """Return what the first days ask for where the plan was begun, or may be begun now, on an off day."""
        first = self._first_day
        ahead = self.next_after(first)
        if ahead is None or self.planned_on(first) is not None:
            return {}
        day, session = ahead
        finished = [record.started.session for record in self.on(first) if is_finished(record)]
        if session.id not in finished and (finished or self._today != first):
            return {}
        tomorrow = first + timedelta(days=1)
        return {first: session, tomorrow: None} if day == tomorrow else {first: session}

    def _mark(self, day: date) -> DayMark:
        done = self.on(day)
        planned = self.planned_on(day)
        title = done[-1].started.title if done else planned.title if planned else None
        return DayMark(
            date=day.isoformat(),
            weekday=day.weekday(),
            state=self._state(day, planned),
            session_title=title,
        )

    def _state(self, day: date, planned: PlanSession | None) -> DayState:
        done = self.on(day)
        if any(map(is_finished, done)):
            return DayState.DONE
        if any(bout.status is not BoutStatus.NOT_REACHED for record in done for bout in record.bouts):
            return DayState.PART_DONE
        if day == self._today:
            return DayState.TODAY
        if planned is None:
            return DayState.OFF
        return DayState.PLANNED if day > self._today else DayState.NOT_DONE


def day_of(record: SessionRecord) -> date:
    """Return the training day on which a session began."""
    return date.fromisoformat(record.started.training_day)


def is_finished(record: SessionRecord) -> bool:
    """Tell whether a session was played to its end."""
    return record.ended is not None and record.ended.finished


def _blocks(score: Score) -> Iterator[SessionBlock]:
    """Yield runs of exercises of one kind; a block's length includes its rests and lead-ins."""
    items = list(enumerate(score.script.items))
    for category, run in groupby(items, key=lambda entry: entry[1].exercise.category):
        numbers = {number for number, _ in run}
        exercises = (score.script.items[number].exercise for number in sorted(numbers))
        yield SessionBlock(
            title=BLOCK_TITLES[category],
            exercises=tuple(BlockExercise(exercise_id=one.id, name=one.name) for one in exercises),
            length_ms=sum(span.length_ms for span in score.spans if span.bout.item in numbers),
        )
