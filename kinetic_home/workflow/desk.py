"""What the program does for a person, in one place: every page's view, and every session begun, resumed or let go."""

from __future__ import annotations

from datetime import date, timedelta

from kinetic_home.domain.calendar import training_day
from kinetic_home.domain.corrections import corrected_answer
from kinetic_home.domain.events import CheckinGiven, Corrected
from kinetic_home.domain.exercise import Catalogue
from kinetic_home.domain.history import SessionRecord, fold
from kinetic_home.domain.plan import Plan, SessionId
from kinetic_home.domain.script import script_of
from kinetic_home.score.compile import compile_score
from kinetic_home.workflow import recover
from kinetic_home.workflow.checkin_view import checkin_view
from kinetic_home.workflow.day_views import SessionCard, TodayView
from kinetic_home.workflow.fitted import as_modified
from kinetic_home.workflow.ports import Clock, EventLog, Ids
from kinetic_home.workflow.progress import progress_view
from kinetic_home.workflow.session import RunningSession, start_session
from kinetic_home.workflow.summary import summary_view
from kinetic_home.workflow.today import today_view
from kinetic_home.workflow.views import CheckinView, ProgressView, SummaryView


class Desk:
    """The use cases over one person's log and plan; it reads the log each time and keeps only the session cards."""

    def __init__(self, *, catalogue: Catalogue, plan: Plan, log: EventLog, clock: Clock, ids: Ids) -> None:
        self.catalogue = catalogue
        self.plan = plan
        self._log, self._clock, self._ids = log, clock, ids
        self._cards: dict[SessionId, SessionCard] = {}

    @property
    def date(self) -> date:
        """Return the training day of now."""
        return training_day(self._clock.utc_now(), self._clock.utc_offset_min())

    def records(self) -> tuple[SessionRecord, ...]:
        """Return what every session came to, oldest first."""
        return fold(self._log.read())

    def today(self) -> TodayView:
        """Return the Today page."""
        return today_view(self.plan, self.catalogue, self.records(), self.date, cards=self._cards)

    def coming_days(self, count: int) -> dict[date, TodayView]:
        """Return the Today pages of today and the days after it, as they will be if nothing more is done."""
        records, first = self.records(), self.date
        days = [first + timedelta(days=ahead) for ahead in range(count)]
        return {day: today_view(self.plan, self.catalogue, records, day, cards=self._cards) for day in days}

    def checkin(self, session_id: SessionId) -> CheckinView:
        """Return the check-in before a session."""
        return checkin_view(self.plan, self.plan.sessions[session_id], self.records())

    def begin(self, session_id: SessionId, checkin: CheckinGiven | None) -> RunningSession:
        """Begin a session of the plan; one that was left unfinished ends where it stood.

        Raises EnvironmentProblem where the log cannot be written.
        """
        for record in self.records()[-1:]:
            if record.ended is None:
                recover.let_go(record, log=self._log)
        script = script_of(self.plan, self.plan.sessions[session_id], self.catalogue)
        score = compile_score(as_modified(script))
        return start_session(
            plan=self.plan, score=score, checkin=checkin, log=self._log, clock=self._clock, ids=self._ids
        )

    def go_on(self, session_ref: str) -> RunningSession:
        """Take an unfinished session up again where it broke off."""
        record = self._record(session_ref)
        return recover.go_on(record, catalogue=self.catalogue, log=self._log, clock=self._clock)

    def let_go(self, session_ref: str) -> None:
        """End an unfinished session where it stood."""
        recover.let_go(self._record(session_ref), log=self._log)

    def stay_out(self, checkin: CheckinGiven) -> None:
        """Write a check-in after which no session was begun."""
        self._log.append(session_ref=self._ids.new(), at_ms=None, event=checkin)

    def correct(self, event_id: str, field: str, value: int | float | str | bool | None) -> None:
        """Write a later word on an earlier answer, None to take it back; the earlier fact stays as it was.

        Raises ValueError where that answer cannot be corrected so, LookupError where there is no such fact, and
        EnvironmentProblem where the log cannot be written.
        """
        fact = next((fact for fact in self._log.read() if fact.event_id == event_id), None)
        if fact is None:
            raise LookupError(f"no fact {event_id!r} in the log")
        corrected_answer(fact.event, field, value)
        word = Corrected(of_event=event_id, field=field, value=value)
        self._log.append(session_ref=fact.session_ref, at_ms=None, event=word)

    def summary(self, session_ref: str) -> SummaryView:
        """Return the Summary page of a session."""
        records = self.records()
        record = next(record for record in records if record.ref == session_ref)
        return summary_view(record, plan=self.plan, catalogue=self.catalogue, records=records, today=self.date)

    def progress(self) -> ProgressView:
        """Return the Progress page."""
        return progress_view(self.plan, self.records(), self.date)

    def _record(self, session_ref: str) -> SessionRecord:
        return next(record for record in self.records() if record.ref == session_ref)
