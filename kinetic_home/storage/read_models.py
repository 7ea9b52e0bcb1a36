"""What the log says, read through the views of storage/sql: typed rows with corrections applied.

The pure fold (domain/history.py) says the same of the same facts; a test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass

from kinetic_home.domain.history import BoutStatus
from kinetic_home.domain.scales import Aid, Effort, Nprs, PainMoment, SkipReason, Swelling
from kinetic_home.domain.side import Side
from kinetic_home.storage.event_log import EventLog

_SESSIONS = """
    SELECT session_ref, started_utc, utc_offset_min, training_day, plan_id, session_id, title, length_ms, ended_utc,
        finished, end_reason, last_utc, last_at_ms, pain_before, swelling, sleep_h, effort, note
    FROM sessions ORDER BY seq
"""
_BOUTS = """
    SELECT session_ref, item, exercise, set_no, side, asked_reps, asked_work_ms, status, reps_done, work_ms, reason
    FROM bouts ORDER BY session_seq, place, set_no, turn
"""
_PAINS = """
    SELECT event_id, session_ref, utc, utc_offset_min, moment, pain, item, exercise FROM pain_by_session ORDER BY seq
"""
_CHECKS = """
    SELECT event_id, session_ref, utc, utc_offset_min, item, exercise, check_id, side, clean, aid
    FROM checkpoints ORDER BY seq
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """One session; `finished` is None while it has no end."""

    session_ref: str
    started_utc: str
    utc_offset_min: int
    training_day: str
    plan_id: str
    session_id: str
    title: str
    length_ms: int
    ended_utc: str | None
    finished: bool | None
    end_reason: SkipReason | None
    last_utc: str
    last_at_ms: int
    pain_before: Nprs | None
    swelling: Swelling | None
    sleep_h: float | None
    effort: Effort | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoutRow:
    """One side of one set: asked and done."""

    session_ref: str
    item: int
    exercise: str
    set_no: int
    side: Side
    asked_reps: int | None
    asked_work_ms: int | None
    status: BoutStatus
    reps_done: int | None
    work_ms: int | None
    reason: SkipReason | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PainRow:
    """One pain score; None where it was taken back."""

    event_id: str
    session_ref: str
    utc: str
    utc_offset_min: int
    moment: PainMoment
    pain: Nprs | None
    item: int | None
    exercise: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRow:
    """One answer about form; None where it was taken back."""

    event_id: str
    session_ref: str
    utc: str
    utc_offset_min: int
    item: int
    exercise: str
    check_id: str
    side: Side
    clean: bool | None
    aid: Aid | None


def session_rows(log: EventLog) -> tuple[SessionRow, ...]:
    """Return the sessions that started, oldest first."""
    return tuple(
        SessionRow(
            **row
            | {
                "finished": None if row["finished"] is None else bool(row["finished"]),
                "end_reason": None if row["end_reason"] is None else SkipReason(row["end_reason"]),
                "pain_before": None if row["pain_before"] is None else Nprs(row["pain_before"]),
                "swelling": None if row["swelling"] is None else Swelling(row["swelling"]),
                "effort": None if row["effort"] is None else Effort(row["effort"]),
            }
        )
        for row in log.select(_SESSIONS)
    )


def bout_rows(log: EventLog) -> tuple[BoutRow, ...]:
    """Return every side of every set that was asked for, in the order in which it was asked for."""
    return tuple(
        BoutRow(
            **row
            | {
                "side": Side(row["side"]),
                "status": BoutStatus(row["status"]),
                "reason": None if row["reason"] is None else SkipReason(row["reason"]),
            }
        )
        for row in log.select(_BOUTS)
    )


def pain_rows(log: EventLog) -> tuple[PainRow, ...]:
    """Return the pain scores in the order in which they were given."""
    return tuple(
        PainRow(
            **row
            | {
                "moment": PainMoment(row["moment"]),
                "pain": None if row["pain"] is None else Nprs(row["pain"]),
            }
        )
        for row in log.select(_PAINS)
    )


def check_rows(log: EventLog) -> tuple[CheckRow, ...]:
    """Return the answers about form in the order in which they were given."""
    return tuple(
        CheckRow(
            **row
            | {
                "side": Side(row["side"]),
                "clean": None if row["clean"] is None else bool(row["clean"]),
                "aid": None if row["aid"] is None else Aid(row["aid"]),
            }
        )
        for row in log.select(_CHECKS)
    )
