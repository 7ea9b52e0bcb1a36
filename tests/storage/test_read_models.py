"""The SQL views and the pure fold tell the same story of the same facts."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from kinetic_home.domain.events import Event
from kinetic_home.domain.history import SessionRecord, fold
from kinetic_home.storage.database import open_log
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
from tests.fact_strategies import HISTORIES
from tests.fakes import FakeClock, FakeIds

Told = list[tuple[str, int | None, Event]]


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


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(told=HISTORIES)
def test_views_and_fold_agree_on_any_history(told: Told) -> None:
    with tempfile.TemporaryDirectory() as folder:
        clock = FakeClock()
        with open_log(Path(folder), clock, FakeIds("event")) as log:
            # One transaction a fact would flush the disk thousands of times.
            log._connection.execute("PRAGMA synchronous = OFF")
            for session_ref, at_ms, event in told:
                log.append(session_ref=session_ref, at_ms=at_ms, event=event)
                clock.advance(1_000)
            records = fold(log.read())
            started = {record.ref for record in records}
            assert session_rows(log) == tuple(map(session_row, records))
            for record in records:
                bouts, pains, checks = rows_of(record)
                assert [row for row in bout_rows(log) if row.session_ref == record.ref] == bouts
                assert [row for row in pain_rows(log) if row.session_ref == record.ref] == pains
                assert [row for row in check_rows(log) if row.session_ref == record.ref] == checks
            assert {row.session_ref for row in bout_rows(log)} <= started
