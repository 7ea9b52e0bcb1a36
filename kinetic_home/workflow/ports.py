"""What the use cases need from the world outside: the time, fresh ids, and a log that keeps what it was given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kinetic_home.domain.events import Event, Stamped


class EnvironmentProblem(Exception):
    """The computer, not the program, stands in the way: a full disk, a file in use, a folder that may not be read.

    Its text is one sentence for the person: which file, why, and the way out.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class RawFact:
    """A fact as it is written down, also where this version cannot read its `payload` (JSON)."""

    seq: int
    event_id: str
    session_ref: str
    utc: str
    utc_offset_min: int
    at_ms: int | None
    kind: str
    schema_version: int
    payload: str


class Clock(Protocol):
    """The time, in the two senses that a session needs."""

    def monotonic_ms(self) -> int:
        """Return ms that only ever go forward, from an unknown start; for lengths of time."""
        ...

    def utc_now(self) -> str:
        """Return the time of day in UTC, ISO 8601 to the ms: "2026-03-01T17:05:09.123Z"."""
        ...

    def utc_offset_min(self) -> int:
        """Return how far local time is ahead of UTC now, in minutes; below 0 in the Americas."""
        ...


class Ids(Protocol):
    """Where fresh ids come from."""

    def new(self) -> str:
        """Return an id that was never given out before."""
        ...


class EventLog(Protocol):
    """The facts, in the order in which they were written. A fact that was returned is on the disk."""

    def append(self, *, session_ref: str, at_ms: int | None, event: Event) -> Stamped:
        """Write one fact and return it stamped, after it is safe.

        Raises EnvironmentProblem where the disk refuses; nothing is written then.
        """
        ...

    def append_many(self, *, session_ref: str, facts: Sequence[tuple[int | None, Event]]) -> tuple[Stamped, ...]:
        """Write several facts (position on the score in ms, fact) together: all of them or none."""
        ...

    def read(self, session_ref: str | None = None) -> tuple[Stamped, ...]:
        """Return the facts of one session, or all facts, in the order in which they were written."""
        ...

    def sessions(self) -> tuple[str, ...]:
        """Return the session refs, oldest first."""
        ...
