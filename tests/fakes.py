"""Stand-ins with the real shape: a clock that is told the time, ids that count, a log that is a list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from kinetic_home.domain.events import Event, Stamped


class FakeClock:
    """A clock that stands until it is told to go on."""

    def __init__(self, utc: str = "2026-03-02T09:00:00.000Z", *, offset_min: int = 60, monotonic_ms: int = 0) -> None:
        self._utc = datetime.fromisoformat(utc)
        self._offset_min = offset_min
        self._monotonic_ms = monotonic_ms

    def monotonic_ms(self) -> int:
        """Return the ms that it was told to go on, in all."""
        return self._monotonic_ms

    def utc_now(self) -> str:
        """Return the time of day in UTC, ISO 8601 to the ms."""
        return self._utc.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def utc_offset_min(self) -> int:
        """Return the local offset, in minutes."""
        return self._offset_min

    def advance(self, ms: int) -> None:
        """Let time pass."""
        self._monotonic_ms += ms
        self._utc += timedelta(milliseconds=ms)

    def jump(self, ms: int) -> None:
        """Let only the time of day jump, as when somebody sets the computer's clock."""
        self._utc += timedelta(milliseconds=ms)


class FakeIds:
    """Ids that count: id-1, id-2 …"""

    def __init__(self, prefix: str = "id") -> None:
        self._prefix = prefix
        self._given = 0

    def new(self) -> str:
        """Return the next id."""
        self._given += 1
        return f"{self._prefix}-{self._given}"


class ListLog:
    """A log in memory that stamps as the real one does; `refuse_with` makes every write fail, as a full disk would."""

    def __init__(self, clock: FakeClock | None = None, ids: FakeIds | None = None) -> None:
        self.facts: list[Stamped] = []
        self.refuse_with: Exception | None = None
        self._clock = clock or FakeClock()
        self._ids = ids or FakeIds("event")

    def append(self, *, session_ref: str, at_ms: int | None, event: Event) -> Stamped:
        """Keep one fact."""
        return self.append_many(session_ref=session_ref, facts=[(at_ms, event)])[0]

    def append_many(self, *, session_ref: str, facts: Sequence[tuple[int | None, Event]]) -> tuple[Stamped, ...]:
        """Keep several facts, or none."""
        if self.refuse_with is not None:
            raise self.refuse_with
        first = len(self.facts) + 1
        stamped = tuple(
            Stamped(
                seq=first + place,
                event_id=self._ids.new(),
                session_ref=session_ref,
                utc=self._clock.utc_now(),
                utc_offset_min=self._clock.utc_offset_min(),
                at_ms=at_ms,
                event=event,
            )
            for place, (at_ms, event) in enumerate(facts)
        )
        self.facts += stamped
        return stamped

    def read(self, session_ref: str | None = None) -> tuple[Stamped, ...]:
        """Return the facts of one session, or all of them."""
        return tuple(fact for fact in self.facts if session_ref in {None, fact.session_ref})

    def sessions(self) -> tuple[str, ...]:
        """Return the session refs, oldest first."""
        return tuple(dict.fromkeys(fact.session_ref for fact in self.facts))

    @property
    def events(self) -> tuple[Event, ...]:
        """Return what was written, without the stamps."""
        return tuple(fact.event for fact in self.facts)
