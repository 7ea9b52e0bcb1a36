"""The numbers and statements that everything about the database file shares."""

from __future__ import annotations

import sqlite3

from kinetic_home.workflow.ports import RawFact

# «KHom» in ASCII; tells our files from those of other programs.
APPLICATION_ID = 0x4B486F6D

# How many migrations this version knows; the file says in user_version how many it has been through.
SCHEMA_VERSION = 1

_COLUMNS = "seq, event_id, session_ref, utc, utc_offset_min, at_ms, kind, schema_version, payload"

INSERT = f"INSERT INTO event_log ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
SELECT_ALL = f"SELECT {_COLUMNS} FROM event_log ORDER BY seq"
SELECT_BACKWARDS = f"SELECT {_COLUMNS} FROM event_log ORDER BY seq DESC"
SELECT_SESSION = f"SELECT {_COLUMNS} FROM event_log WHERE session_ref = ? ORDER BY seq"
SELECT_AFTER = f"SELECT {_COLUMNS} FROM event_log WHERE seq > ? ORDER BY seq"
SELECT_LAST = f"SELECT {_COLUMNS} FROM event_log ORDER BY seq DESC LIMIT 1"
SELECT_SESSIONS = "SELECT session_ref FROM event_log GROUP BY session_ref ORDER BY min(seq)"


def row_of(fact: RawFact) -> tuple[object, ...]:
    """Return a fact as the values of INSERT."""
    return (
        fact.seq,
        fact.event_id,
        fact.session_ref,
        fact.utc,
        fact.utc_offset_min,
        fact.at_ms,
        fact.kind,
        fact.schema_version,
        fact.payload,
    )


def fact_of(row: tuple[int, str, str, str, int, int | None, str, int, str]) -> RawFact:
    """Return one row of the SELECTs as a fact."""
    seq, event_id, session_ref, utc, utc_offset_min, at_ms, kind, schema_version, payload = row
    return RawFact(
        seq=seq,
        event_id=event_id,
        session_ref=session_ref,
        utc=utc,
        utc_offset_min=utc_offset_min,
        at_ms=at_ms,
        kind=kind,
        schema_version=schema_version,
        payload=payload,
    )


def last_fact(connection: sqlite3.Connection) -> RawFact | None:
    """Return the newest fact of the database, or None where it has none."""
    row = connection.execute(SELECT_LAST).fetchone()
    return None if row is None else fact_of(row)
