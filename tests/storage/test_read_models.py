"""The SQL views and the pure fold tell the same story of the same facts."""

from __future__ import annotations

import sqlite3
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from kinetic_home.domain import events as ev
from kinetic_home.domain.corrections import CORRECTABLE
from kinetic_home.domain.dose import Dose
from kinetic_home.domain.exercise import CheckId, ExerciseId
from kinetic_home.domain.history import SessionRecord, fold
from kinetic_home.domain.plan import SessionId
from kinetic_home.domain.scales import Aid, Effort, Nprs, PainMoment, SkipReason, Swelling
from kinetic_home.domain.side import Side
from kinetic_home.storage.database import shape
from kinetic_home.storage.event_log import EventLog
from kinetic_home.storage.read_models import (
    BoutRow,
    CheckRow,
    PainRow,
    SessionRow,
    bout_rows,
    check_rows,
    pain_rows,
    session_rows,
)
from kinetic_home.workflow.ports import RawFact
from tests.fact_strategies import Told, histories
from tests.fakes import FakeClock, FakeIds


def session_row(record: SessionRecord) -> SessionRow:
    checkin = record.checkin
    return SessionRow(
        session_ref=record.ref,
        started_utc=record.started_utc,
        utc_offset_min=record.utc_offset_min,
        training_day=record.started.training_day,
        plan_id=record.started.plan_id,
        session_id=record.started.session,
        title=record.started.title,
        length_ms=record.started.length_ms,
        ended_utc=record.ended_utc,
        finished=record.ended.finished if record.ended else None,
        end_reason=record.ended.reason if record.ended else None,
        last_utc=record.last_utc,
        last_at_ms=record.last_at_ms,
        pain_before=checkin.pain if checkin else None,
        swelling=checkin.swelling if checkin else None,
        sleep_h=checkin.sleep_h if checkin else None,
        effort=record.effort,
        note=record.note,
    )


def rows_of(record: SessionRecord) -> tuple[list[BoutRow], list[PainRow], list[CheckRow]]:
    bouts = [
        BoutRow(
            session_ref=record.ref,
            item=bout.bout.item,
            exercise=bout.bout.exercise,
            set_no=bout.bout.set_no,
            side=bout.bout.side,
            asked_reps=bout.prescribed.dose.reps,
            asked_work_ms=bout.prescribed.dose.work_ms,
            status=bout.status,
            reps_done=bout.reps_done,
            work_ms=bout.work_ms,
            reason=bout.reason,
        )
        for bout in record.bouts
    ]
    pains = [
        PainRow(
            event_id=pain.event_id,
            session_ref=record.ref,
            utc=pain.utc,
            utc_offset_min=pain.utc_offset_min,
            moment=pain.moment,
            pain=pain.pain,
            item=pain.item,
            exercise=pain.exercise,
        )
        for pain in record.pains
    ]
    checks = [
        CheckRow(
            event_id=check.event_id,
            session_ref=record.ref,
            utc=check.utc,
            utc_offset_min=check.utc_offset_min,
            item=check.item,
            exercise=check.exercise,
            check_id=check.check,
            side=check.side,
            clean=check.clean,
            aid=check.aid,
        )
        for check in record.checks
    ]
    return bouts, pains, checks


class DeafJournal:
    """A second copy that keeps nothing; this test is about reading only."""

    path = Path("nowhere")
    last_seq = 0

    def append(self, facts: tuple[RawFact, ...]) -> None:
        self.last_seq = facts[-1].seq

    def close(self) -> None:
        pass


def log_of(told: Told) -> EventLog:
    """Return a log in memory, shaped as the one on disk is."""
    clock = FakeClock()
    connection = sqlite3.connect(":memory:", isolation_level=None)
    shape(connection)
    log = EventLog(connection, DeafJournal(), clock, FakeIds("event"), path=Path("nowhere"))  # pyright: ignore[reportArgumentType]
    for session_ref, at_ms, event in told:
        log.append(session_ref=session_ref, at_ms=at_ms, event=event)
        clock.advance(1_000)
    return log


def agree(log: EventLog) -> None:
    records = fold(log.read())
    assert session_rows(log) == tuple(map(session_row, records))
    bouts, pains, checks = bout_rows(log), pain_rows(log), check_rows(log)
    for record in records:
        mine = tuple([row for row in rows if row.session_ref == record.ref] for rows in (bouts, pains, checks))
        assert mine == rows_of(record)
    assert {row.session_ref for row in bouts} <= {record.ref for record in records}


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(told=histories())
def test_views_and_fold_agree_on_any_history(told: Told) -> None:
    with log_of(told) as log:
        agree(log)


START = ev.SessionStarted(
    plan_id="p",
    plan_title="Plan",
    plan_digest="0",
    session=SessionId("F_A"),
    title="A",
    aim="",
    lead_side=Side.RIGHT,
    training_day="2026-03-02",
    length_ms=0,
    prescription=(
        ev.Prescribed(
            item=0,
            exercise=ExerciseId("act_clam"),
            name="Clam",
            per_side=True,
            dose=Dose(sets=1, reps=8, rest_ms=0),
            checks=(),
        ),
    ),
)
BOUT = ev.Bout(item=0, exercise=ExerciseId("act_clam"), set_no=1, side=Side.RIGHT)
ANSWERS: list[ev.Event] = [
    ev.CheckinGiven(pain=Nprs(4), places=(), swelling=Swelling.LITTLE, sleep_h=6.5),
    ev.BoutEnded(bout=BOUT, reps_done=8, work_ms=1_000, complete=True),
    ev.PainReported(moment=PainMoment.DURING, pain=Nprs(4)),
    ev.CheckpointAnswered(
        item=0, exercise=ExerciseId("act_clam"), check=CheckId("knee_in"), side=Side.RIGHT, clean=True, aid=Aid.FEEL
    ),
    ev.EffortReported(effort=Effort(4)),
    ev.NoteWritten(text="fine"),
]
SAID = [None, True, False, -1, 0, 1, 2, 3, 4.0, 9, 10, 11, 24, 24.5, 25, 1000, 1001, "mirror", "telescope", "feel"]


@pytest.mark.parametrize(("of_kind", "field"), sorted((kind.__name__, field) for kind, field in CORRECTABLE))
@pytest.mark.parametrize("said", SAID)
def test_views_and_fold_take_the_same_corrections(of_kind: str, field: str, said: int | float | str | None) -> None:
    place = next(n for n, event in enumerate(ANSWERS) if type(event).__name__ == of_kind) + 2
    word = ev.Corrected(of_event=f"event-{place}", field=field, value=said)
    with log_of([("s", None, event) for event in (START, *ANSWERS, word)]) as log:
        agree(log)


STARTED, SKIPPED = ev.BoutStarted(bout=BOUT), ev.BoutSkipped(bout=BOUT, reason=SkipReason.TIRED)
DONE = ev.BoutEnded(bout=BOUT, reps_done=8, work_ms=2_000, complete=True)
PART = ev.BoutEnded(bout=BOUT, reps_done=3, work_ms=1_000, complete=False, reason=SkipReason.PAIN)


@pytest.mark.parametrize("told", [*permutations([STARTED, SKIPPED, DONE, PART]), *permutations([STARTED, SKIPPED])])
def test_views_and_fold_agree_on_a_bout_that_was_told_of_more_than_once(told: tuple[ev.Event, ...]) -> None:
    with log_of([("s", None, event) for event in (START, *told)]) as log:
        agree(log)
