"""Nothing is lost silently: a damaged file is kept aside, and database and second copy make each other whole."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path

from kinetic_home.storage import journal
from kinetic_home.storage.event_log import copy_trouble
from kinetic_home.storage.journal import Copy, Journal
from kinetic_home.storage.schema import INSERT, SELECT_AFTER, SELECT_ALL, SELECT_BACKWARDS, fact_of, last_fact, row_of
from kinetic_home.workflow.ports import Clock, RawFact

Shaper = Callable[[sqlite3.Connection], None]


def put_together(path: Path, copy_path: Path, clock: Clock, shape: Shaper) -> str:
    """Replace a damaged database by one made from its second copy and from its own readable rows.

    The damaged file stays beside it under a dated name. Returns what to tell the person. Every step leaves either the
    damaged file or the whole new one in place, so that a crash in between is only a second try at the next start.
    """
    aside = _aside(path, "damaged", clock)
    hot = _rollback_journal(path)
    _keep(path, aside)
    if hot.exists():
        _keep(hot, _rollback_journal(aside))
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    _make_private(fresh)
    with closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = EXTRA")
        shape(connection)
        # A line of the copy carries a check sum, a row of a damaged database does not: the copy has the first word.
        copied = _insert(connection, journal.read_facts(copy_path))
        salvaged = _insert(connection, _salvage(aside))
        last = last_fact(connection)
    # A rollback journal that belongs to the damaged file would spoil the new one.
    hot.unlink(missing_ok=True)
    os.replace(fresh, path)
    journal.flush_folder(path.parent)
    missing = (last.seq if last else 0) - copied - salvaged
    return (
        f"«{path}» was damaged and has been put together again with {_entries(copied + salvaged)}"
        + (f"; {_entries(missing)} could not be read" if missing else "")
        + f". The damaged file is kept as «{aside.name}»."
    )


def bring_together(
    connection: sqlite3.Connection, path: Path, copy_path: Path, clock: Clock
) -> tuple[Journal, str | None]:
    """Compare a sound database with its second copy, give each what it lacks, and open the copy for writing.

    Returns what to tell the person where something was amiss.
    """
    copy, last = journal.survey(copy_path), last_fact(connection)
    notice = None
    if copy.last is not None and not copy.damaged and (last is None or copy.last.seq > last.seq):
        came_back = _take_back(connection, copy_path, last)
        notice = (
            f"«{path}» lacked {_entries(came_back)} that its second copy had: they are back." if came_back else None
        )
    if copy.damaged or not _agrees(connection, copy):
        aside = _aside(copy_path, "damaged", clock)
        os.replace(copy_path, aside)
        copy = journal.survey(copy_path)
        notice = (
            f"The second copy of your log, «{copy_path}», did not match and has been written anew. "
            f"The old one is kept as «{aside.name}»."
        )
    book = Journal(copy_path, last_seq=copy.last.seq if copy.last else 0, sound_bytes=copy.sound_bytes)
    try:
        behind = tuple(map(fact_of, connection.execute(SELECT_AFTER, (book.last_seq,))))
        if behind:
            book.append(behind)
    except OSError as error:
        notice = copy_trouble(copy_path, error)
    return book, notice


def back_up(connection: sqlite3.Connection, path: Path, clock: Clock) -> Path:
    """Copy a whole, sound database to a dated file beside it, before its shape is changed."""
    backup = _aside(path, "backup", clock)
    _make_private(backup)
    connection.execute("VACUUM INTO ?", (str(backup),))
    return backup


def _take_back(connection: sqlite3.Connection, copy_path: Path, last: RawFact | None) -> int:
    """Give the database what only its second copy has, unless the two tell different stories."""
    facts: Mapping[int, RawFact] = {fact.seq: fact for fact in journal.read_facts(copy_path)}
    if last is not None and (last.seq not in facts or facts[last.seq].event_id != last.event_id):
        return 0
    return _insert(connection, (fact for seq, fact in facts.items() if last is None or seq > last.seq))


def _agrees(connection: sqlite3.Connection, copy: Copy) -> bool:
    """Tell whether the copy holds the database's facts up to the copy's last one."""
    if copy.last is None:
        return copy.lines == 0
    query = "SELECT count(*), (SELECT event_id FROM event_log WHERE seq = :seq) FROM event_log WHERE seq <= :seq"
    return connection.execute(query, {"seq": copy.last.seq}).fetchone() == (copy.lines, copy.last.event_id)


def _insert(connection: sqlite3.Connection, facts: Iterable[RawFact]) -> int:
    """Add the facts that the database does not have and would take; return how many it took."""
    taken = 0
    connection.execute("BEGIN IMMEDIATE")
    try:
        for fact in facts:
            with suppress(sqlite3.IntegrityError):
                taken += connection.execute(INSERT, row_of(fact)).rowcount
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
    return taken


def _salvage(damaged: Path) -> tuple[RawFact, ...]:
    """Return the rows that can be read from either end of a damaged database, which stays as it is."""
    work = damaged.with_name(f"{damaged.name}.reading")
    leftovers = (work, _rollback_journal(work))
    found: dict[int, RawFact] = {}
    try:
        for source, target in zip((damaged, _rollback_journal(damaged)), leftovers, strict=True):
            if source.exists():
                _keep(source, target)
        for query in (SELECT_ALL, SELECT_BACKWARDS):
            with suppress(sqlite3.Error), closing(sqlite3.connect(work, isolation_level=None)) as connection:
                for row in connection.execute(query):
                    found[row[0]] = fact_of(row)
    finally:
        for leftover in leftovers:
            leftover.unlink(missing_ok=True)
    return tuple(found[seq] for seq in sorted(found))


def _aside(path: Path, word: str, clock: Clock) -> Path:
    """Return a dated name beside a file that is not taken: kinetic-home.damaged-20260302T090000Z.db."""
    day = clock.utc_now()[:19].replace("-", "").replace(":", "")
    names = (f"{path.stem}.{word}-{day}Z{'' if n == 1 else f'-{n}'}{path.suffix}" for n in range(1, 1_000_000))
    return next(place for name in names if not (place := path.with_name(name)).exists())


def _keep(source: Path, target: Path) -> None:
    """Copy a file and return when the copy is on the disk."""
    _make_private(target)
    shutil.copyfile(source, target)
    handle = os.open(target, os.O_RDWR)
    try:
        journal.flush(handle)
    finally:
        os.close(handle)


def _make_private(path: Path) -> None:
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))


def _rollback_journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"
