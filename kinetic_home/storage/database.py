"""The log's database file: opened alone, checked, brought up to date, and put together again where it is damaged.

One connection with an exclusive lock, a truncated rollback journal and full flushing: in simulated power cuts this
lost nothing that had been acknowledged, where Python's defaults did.

sqlite-utils shapes the file (migrations, views). An existing file of this version needs neither, so sqlite-utils,
which takes longer to import than everything else here together, is imported only where there is something to shape.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from kinetic_home.storage import errors, recovery
from kinetic_home.storage.event_log import EventLog
from kinetic_home.storage.journal import flush_folder
from kinetic_home.storage.schema import APPLICATION_ID, SCHEMA_VERSION
from kinetic_home.workflow.ports import Clock, Ids

DATABASE_NAME = "kinetic-home.db"
COPY_NAME = "kinetic-home.events.jsonl"

# A virus scanner or a backup may hold the file for a moment; a second Kinetic Home holds it for good.
_PATIENCE_S = 0.3

# trusted_schema stays on: SQLite 3.40 would refuse its own JSON functions in our CHECKs and views. This connection
# has no functions and no extensions of its own, so a foreign schema finds nothing in it that could do harm.
_SETTINGS = (
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = TRUNCATE",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA cell_size_check = ON",
    # Without it, INSERT OR REPLACE would delete a fact without asking the trigger.
    "PRAGMA recursive_triggers = ON",
)

_VIEWS = Path(__file__).with_name("sql")


def open_log(folder: Path, clock: Clock, ids: Ids) -> EventLog:
    """Open the log in a data folder and make both where they are missing.

    A damaged database is kept aside and put together again from what can be read of it and from its second copy;
    `EventLog.notices` then says so. Raises EnvironmentProblem.
    """
    path, copy_path = folder / DATABASE_NAME, folder / COPY_NAME
    notices: list[str] = []
    with errors.told_plainly(folder):
        _make_private(folder)
    with errors.told_plainly(path):
        try:
            connection = connect(path, clock)
        except errors.Damaged:
            notices.append(recovery.put_together(path, copy_path, clock, shape))
            connection = connect(path, clock)
        try:
            journal, notice = recovery.bring_together(connection, path, copy_path, clock)
        except BaseException:
            connection.close()
            raise
    notices += [notice] if notice else []
    return EventLog(connection, journal, clock, ids, path=path, notices=tuple(notices))


def connect(path: Path, clock: Clock) -> sqlite3.Connection:
    """Return the only connection to the database, locked, checked and of this version's shape.

    Raises sqlite3.Error, OSError, or the FileProblem that stands in the way.
    """
    # SQLite would make it readable for everybody.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    connection = sqlite3.connect(path, timeout=_PATIENCE_S, isolation_level=None)
    try:
        _lock(connection)
        _recognise(connection, path)
        _check(connection, path)
        _bring_up_to_date(connection, path, clock)
    except sqlite3.Error as error:
        connection.close()
        raise errors.problem_of(error, path) from error
    except BaseException:
        connection.close()
        raise
    return connection


def shape(connection: sqlite3.Connection) -> None:
    """Give a database the tables and views of this version; what it has of them stays."""
    from sqlite_utils import Database  # noqa: PLC0415 - see the module's docstring

    from kinetic_home.storage.migrations import MIGRATIONS  # noqa: PLC0415

    db = Database(connection, execute_plugins=False)
    MIGRATIONS.apply(db)
    wanted = _wanted_views()
    with db.atomic():
        for name in db.view_names():
            if name not in wanted:
                db.view(name).drop()
        for name, query in wanted.items():
            db.create_view(name, query, replace=True)


def _make_private(folder: Path) -> None:
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True)
        flush_folder(folder.parent)


def _lock(connection: sqlite3.Connection) -> None:
    for setting in _SETTINGS:
        connection.execute(setting)
    # The lock is taken with the first write and then kept: take it now, so that a second window hears of it at once.
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def _recognise(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse the files of other programs and of newer versions."""
    if _is_empty(connection):
        return
    (has_log,) = connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'event_log'").fetchone()
    if not has_log and _number(connection, "application_id") != APPLICATION_ID:
        raise errors.NotOurs(path)
    if _number(connection, "user_version") > SCHEMA_VERSION:
        raise errors.MadeByNewer(path)


def _check(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise errors.Damaged(path)


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, clock: Clock) -> None:
    version = _number(connection, "user_version")
    if version < SCHEMA_VERSION and not _is_empty(connection):
        recovery.back_up(connection, path, clock)
    if version < SCHEMA_VERSION or _views(connection) != _wanted_views():
        shape(connection)


def _is_empty(connection: sqlite3.Connection) -> bool:
    # A start that broke off at the very beginning leaves the migrations' own table, and nothing else.
    query = "SELECT count(*) FROM sqlite_schema WHERE tbl_name <> '_sqlite_migrations'"
    return connection.execute(query).fetchone()[0] == 0


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return connection.execute(f"PRAGMA {pragma}").fetchone()[0]


def _wanted_views() -> dict[str, str]:
    return {file.stem: file.read_text(encoding="utf-8").strip() for file in sorted(_VIEWS.glob("*.sql"))}


def _views(connection: sqlite3.Connection) -> dict[str, str]:
    rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'view' ORDER BY name")
    return {name: sql.partition(" AS ")[2] for name, sql in rows}
