"""A session on a fake clock with a log in memory, and what a person does with it, for tests of the workflow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from kinetic_home.domain import events as ev
from kinetic_home.domain.exercise import Catalogue
from kinetic_home.domain.history import SessionRecord, fold
from kinetic_home.domain.plan import (
    ExitCriteria,
    Plan,
    PlanItem,
    PlanSession,
    ProgrammePhase,
    SessionId,
    Weekday,
)
from kinetic_home.domain.scales import Nprs, PainMoment, SkipReason
from kinetic_home.domain.script import SessionScript
from kinetic_home.domain.side import Side
from kinetic_home.score.compile import compile_score
from kinetic_home.score.player import Status
from kinetic_home.score.score import GateKind, Mark, Score
from kinetic_home.workflow.recover import go_on
from kinetic_home.workflow.session import RunningSession, prescription_of, start_session
from tests.builders import exercise, item, reps, script
from tests.fakes import FakeClock, FakeIds, ListLog
from tests.score.strategies import items

A, B = SessionId("A"), SessionId("B")
HEARTBEAT_MS = 1_000
FINISHED = ev.SessionEnded(finished=True)
STOPPED = ev.SessionEnded(finished=False, reason=SkipReason.TIME)


def phase(name: str, first: int, last: int, days: Mapping[Weekday, SessionId]) -> ProgrammePhase:
    return ProgrammePhase(id=name, title=name, first_week=first, last_week=last, days=days, exit=ExitCriteria())


def session(session_id: SessionId, *exercises: str) -> PlanSession:
    made = [exercise(name) for name in exercises or ("one", "two")]
    return PlanSession(
        id=session_id,
        title=f"Session {session_id}",
        aim="Move.",
        items=tuple(PlanItem(exercise=each.id, dose=reps(2, sets=1)) for each in made),
    )


def plan(
    *,
    plan_id: str = "plan",
    phases: tuple[ProgrammePhase, ...] | None = None,
    weeks: int = 2,
    lead: Side = Side.LEFT,
    checks: int = 2,
    sessions: Iterable[PlanSession] | None = None,
) -> Plan:
    """Return a plan of two weeks with A on Mondays and Thursdays and B on Tuesdays, unless told otherwise."""
    days = {Weekday.MON: A, Weekday.TUE: B, Weekday.THU: A}
    return Plan(
        id=plan_id,
        title="Plan",
        goal="Walk well.",
        author="",
        weeks=weeks,
        lead_side=lead,
        pain_cap=5,
        checks_per_exercise=checks,
        phases=(phase("whole", 1, weeks, days),) if phases is None else phases,
        sessions={each.id: each for each in sessions or (session(A), session(B))},
        digest="digest",
    )


def catalogue_of(made: SessionScript) -> Catalogue:
    return Catalogue(exercises={each.exercise.id: each.exercise for each in made.items})


class Scene:
    """A session under way; time passes only when the scene is told to play."""

    def __init__(
        self,
        made: SessionScript | None = None,
        *,
        checkin: ev.CheckinGiven | None = None,
        clock: FakeClock | None = None,
    ) -> None:
        self.script = made or script(item(exercise("one"), reps(2)), item(exercise("two"), reps(2)))
        self.clock = clock or FakeClock()
        self.log = ListLog(self.clock)
        self.session: RunningSession = start_session(
            plan=plan(),
            score=compile_score(self.script),
            checkin=checkin,
            log=self.log,
            clock=self.clock,
            ids=FakeIds("session"),
        )

    @property
    def score(self) -> Score:
        return self.session.state.score

    @property
    def record(self) -> SessionRecord:
        return fold(self.log.read())[-1]

    @property
    def events(self) -> tuple[ev.Event, ...]:
        return self.log.events

    def play(self, ms: int) -> list[Mark]:
        """Let time pass in heartbeats; at a question it passes too, and the session waits."""
        marks: list[Mark] = []
        if self.session.state.status in {Status.READY, Status.PAUSED}:
            marks += self.session.heard()
        while ms > 0:
            step = min(HEARTBEAT_MS, ms)
            self.clock.advance(step)
            marks += self.session.heartbeat()
            ms -= step
        return marks

    def play_to(self, at_ms: int) -> None:
        """Play to a position, questions passed on the way."""
        while self.session.state.at_ms < at_ms and not self.session.state.over:
            gate = self.session.state.open_gate
            if gate is not None:
                self.session.pass_question(gate.id)
            else:
                self.play(min(HEARTBEAT_MS, at_ms - self.session.state.at_ms))

    def play_to_gate(self, index: int = 0) -> str:
        """Play until a question opens, those before it passed, and return its id."""
        gate = self.score.gates[index]
        self.play_to(gate.at_ms)
        while self.session.state.gate < index:
            self.session.pass_question(self.score.gates[self.session.state.gate].id)
        assert self.session.state.open_gate is not None
        return self.session.state.open_gate.id

    def answer(self, *, score: int = 2, clean: bool = True) -> None:
        """Answer the open question."""
        gate = self.session.state.open_gate
        assert gate is not None
        if gate.kind is GateKind.PAIN:
            self.session.answer_pain(gate.id, Nprs(score))
            return
        per_side = self.score.script.items[gate.item].exercise.per_side
        sides = (Side.LEFT, Side.RIGHT) if per_side else (Side.BOTH,)
        self.session.answer_checkpoint(gate.id, dict.fromkeys(sides, clean), None)

    def finish(self) -> None:
        """Play to the end, every question answered."""
        for _ in range(100_000):
            if self.session.state.over:
                return
            if self.session.state.open_gate is not None:
                self.answer()
            else:
                self.play(HEARTBEAT_MS)
        raise AssertionError("the session never came to its end")

    def break_off_and_go_on(self, catalogue: Catalogue | None = None) -> None:
        """Lose the running session, as a power cut would, and go on with it from the log."""
        self.clock.advance(3_600_000)
        self.session = go_on(
            self.record, catalogue=catalogue or catalogue_of(self.script), log=self.log, clock=self.clock
        )


@st.composite
def scripts(draw: st.DrawFn) -> SessionScript:
    """Return a session made at random in which every exercise has a name and questions of its own."""
    drawn = draw(st.lists(items(), min_size=1, max_size=3, unique_by=lambda made: made.exercise.id))
    with_checks = [replace(made, exercise=replace(made.exercise, checks=made.checks)) for made in drawn]
    return script(*with_checks, lead=draw(st.sampled_from([Side.LEFT, Side.RIGHT])))


def past(
    day: date,
    *,
    session_id: SessionId = A,
    plan_id: str = "plan",
    bouts: int = 2,
    end: ev.SessionEnded | None = FINISHED,
    pains: Iterable[tuple[PainMoment, int]] = (),
    checkin: ev.CheckinGiven | None = None,
) -> SessionRecord:
    """Return a session of another day with the first `bouts` of its two bouts done; an `end` of None: it broke off."""
    log = ListLog()
    asked = prescription_of(script(item(exercise("one"), reps(2, sets=1)), item(exercise("two"), reps(2, sets=1))))
    started = ev.SessionStarted(
        plan_id=plan_id,
        plan_title="Plan",
        plan_digest="digest",
        session=session_id,
        title=f"Session {session_id}",
        aim="Move.",
        lead_side=Side.LEFT,
        training_day=day.isoformat(),
        length_ms=100_000,
        prescription=asked,
    )
    facts: list[ev.Event] = [started, *([checkin] if checkin else [])]
    for each in asked[:bouts]:
        bout = ev.Bout(item=each.item, exercise=each.exercise, set_no=1, side=Side.BOTH)
        facts += [ev.BoutStarted(bout=bout), ev.BoutEnded(bout=bout, reps_done=2, work_ms=12_000, complete=True)]
    facts += [ev.PainReported(moment=moment, pain=Nprs(score), item=None) for moment, score in pains]
    facts += [end] if end else []
    log.append_many(session_ref=f"{plan_id}-{day}-{session_id}", facts=[(0, fact) for fact in facts])
    return fold(log.read())[0]
