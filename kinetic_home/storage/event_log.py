"""The log itself: facts are added and read, never changed; what was returned is on the disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kinetic_home.domain.events import Event, Stamped
from kinetic_home.storage import event_codec, schema
from kinetic_home.storage.errors import told_plainly
from kinetic_home.storage.journal import Journal
from kinetic_home.workflow.ports import Clock, Ids, RawFact


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadFact:
    """A fact that is kept but that this version cannot read, and why."""

    raw: RawFact
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the log holds: the facts, and those that this version cannot read."""

    facts: tuple[Stamped, ...]
    unread: tuple[UnreadFact, ...]


class EventLog:
    """The facts on disk, written by one connection and followed by a second copy.

    `notices` are sentences about what was found and mended while opening. `copy_problem` is a sentence while the
    second copy cannot be written; the log itself goes on and the copy catches up with the next fact.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        journal: Journal,
        clock: Clock,
        ids: Ids,
        *,
        path: Path,
        notices: tuple[str, ...] = (),
    ) -> None:
        self.path = path
        self.notices = notices
        self.copy_problem: str | None = None
        self._connection = connection
        self._journal = journal
        self._clock = clock
        self._ids = ids

    def append(self, *, session_ref: str, at_ms: int | None, event: Event) -> Stamped:
        """Write one fact and return it stamped, after it is safe.

        Raises FileProblem where the computer stands in the way and StorageBug where the fact cannot be written;
        nothing is written then.
        """
        return self.append_many(session_ref=session_ref, facts=[(at_ms, event)])[0]

    def append_many(self, *, session_ref: str, facts: Sequence[tuple[int | None, Event]]) -> tuple[Stamped, ...]:
        """Write several facts (position on the score in ms, fact) together: all of them or none."""
        if not facts:
            return ()
        utc, offset_min = self._clock.utc_now(), self._clock.utc_offset_min()
        with told_plainly(self.path), _transaction(self._connection):
            before = schema.last_fact(self._connection)
            stamped = tuple(
                Stamped(
                    seq=seq,
                    event_id=self._ids.new(),
                    session_ref=session_ref,
                    utc=utc,
                    utc_offset_min=offset_min,
                    at_ms=at_ms,
                    event=event,
                )
                for seq, (at_ms, event) in enumerate(facts, start=before.seq + 1 if before else 1)
            )
            raw = tuple(map(raw_of, stamped))
            self._connection.executemany(schema.INSERT, map(schema.row_of, raw))
        self._follow(raw)
        return stamped

    def read(self, session_ref: str | None = None) -> tuple[Stamped, ...]:
        """Return the facts of one session, or all facts, in order; those that cannot be read are left out."""
        return self.reading(session_ref).facts

    def reading(self, session_ref: str | None = None) -> Reading:
        """Return the facts of one session, or all facts, and beside them those that cannot be read."""
        facts: list[Stamped] = []
        unread: list[UnreadFact] = []
        for raw in self.raw(session_ref):
            try:
                facts.append(stamped_of(raw))
            except event_codec.Unreadable as problem:
                unread.append(UnreadFact(raw=raw, cause=str(problem)))
        return Reading(facts=tuple(facts), unread=tuple(unread))

    def raw(self, session_ref: str | None = None) -> tuple[RawFact, ...]:
        """Return the facts as they are written, whether or not this version can read them."""
        with told_plainly(self.path):
            if session_ref is None:
                rows = self._connection.execute(schema.SELECT_ALL)
            else:
                rows = self._connection.execute(schema.SELECT_SESSION, (session_ref,))
            return tuple(map(schema.fact_of, rows))

    def sessions(self) -> tuple[str, ...]:
        """Return the session refs, oldest first."""
        with told_plainly(self.path):
            return tuple(ref for (ref,) in self._connection.execute(schema.SELECT_SESSIONS))

    def select(self, query: str) -> Iterator[dict[str, Any]]:
        """Return the rows of a reading query by the names of its columns; see read_models."""
        with told_plainly(self.path):
            cursor = self._connection.execute(query)
            names = [column[0] for column in cursor.description]
            return (dict(zip(names, row, strict=True)) for row in cursor.fetchall())

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()
        self._journal.close()

    def __enter__(self) -> EventLog:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _follow(self, facts: tuple[RawFact, ...]) -> None:
        """Write facts to the second copy too; they are safe in the database, so trouble here takes nothing back."""
        try:
            if self._journal.last_seq + 1 != facts[0].seq:
                rows = self._connection.execute(schema.SELECT_AFTER, (self._journal.last_seq,))
                facts = tuple(map(schema.fact_of, rows))
            self._journal.append(facts)
        except OSError as error:
            self.copy_problem = copy_trouble(self._journal.path, error)
        else:
            self.copy_problem = None


def copy_trouble(path: Path, error: OSError) -> str:
    """Return what to tell the person while the second copy cannot be written."""
    cause = error.strerror or type(error).__name__
    return (
        f"Your log is saved, but its second copy «{path}» cannot be written ({cause}): "
        "make room on the disk, or allow changes to that file."
    )


def raw_of(stamped: Stamped) -> RawFact:
    """Return a fact as it is written. Raises StorageBug where its event cannot be."""
    kind = event_codec.kind_of(stamped.event)
    return RawFact(
        seq=stamped.seq,
        event_id=stamped.event_id,
        session_ref=stamped.session_ref,
        utc=stamped.utc,
        utc_offset_min=stamped.utc_offset_min,
        at_ms=stamped.at_ms,
        kind=kind,
        schema_version=event_codec.current_version(kind),
        payload=event_codec.encode(stamped.event),
    )


def stamped_of(raw: RawFact) -> Stamped:
    """Return a written fact as a value. Raises Unreadable."""
    return Stamped(
        seq=raw.seq,
        event_id=raw.event_id,
        session_ref=raw.session_ref,
        utc=raw.utc,
        utc_offset_min=raw.utc_offset_min,
        at_ms=raw.at_ms,
        event=event_codec.decode(raw.kind, raw.schema_version, raw.payload),
    )


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # A full disk may have rolled back by itself; then this does nothing.
        connection.rollback()
        raise
