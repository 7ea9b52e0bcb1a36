"""The database's shape, step by step; a released step is never edited, a new one is added below it."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from kinetic_home.storage.schema import APPLICATION_ID

MIGRATIONS = Migrations("kinetic_home")


@MIGRATIONS()
def m001_event_log(db: Database) -> None:
    """The one table of truth: facts are added and never changed, which the triggers hold even against ourselves."""
    db.execute(
        """
        CREATE TABLE event_log (
            seq INTEGER PRIMARY KEY,
            event_id TEXT NOT NULL UNIQUE CHECK (length(event_id) BETWEEN 1 AND 64),
            session_ref TEXT NOT NULL CHECK (length(session_ref) BETWEEN 1 AND 64),
            utc TEXT NOT NULL CHECK (utc GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:*Z'),
            utc_offset_min INTEGER NOT NULL CHECK (utc_offset_min BETWEEN -1440 AND 1440),
            at_ms INTEGER CHECK (at_ms >= 0),
            kind TEXT NOT NULL CHECK (kind <> '' AND kind NOT GLOB '*[^a-z0-9_]*'),
            schema_version INTEGER NOT NULL CHECK (schema_version >= 1),
            payload TEXT NOT NULL CHECK (json_valid(payload) AND json_type(payload) = 'object')
        ) STRICT
        """
    )
    db.execute("CREATE INDEX event_log_by_session ON event_log (session_ref, seq)")
    db.execute(
        "CREATE TRIGGER event_log_no_update BEFORE UPDATE ON event_log "
        "BEGIN SELECT RAISE(ABORT, 'facts are never changed: write a correction'); END"
    )
    db.execute(
        "CREATE TRIGGER event_log_no_delete BEFORE DELETE ON event_log "
        "BEGIN SELECT RAISE(ABORT, 'facts are never deleted: write a correction'); END"
    )
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")
