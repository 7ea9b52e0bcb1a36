"""What the use cases need from the world outside: the time, fresh ids, and a log that keeps what it was given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from kinetic_home.domain.events import Event, Stamped
from kinetic_home.score.score import Score
from kinetic_home.score.speech import Spoken


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """How loud beat and voice are, each from 0 (not heard) to 1; raises ValueError beyond."""

    beat: float = 1.0
    voice: float = 1.0

    def __post_init__(self) -> None:
        if not (0 <= self.beat <= 1 and 0 <= self.voice <= 1):
            raise ValueError("a level lies between 0 and 1")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stretch:
    """What is played without a stop: the score in [from_ms, to_ms) and everything that is said (see score.speech).

    Two stretches are the same only where they are one object: comparing whole scores would take long.
    """

    score: Score
    spoken: tuple[Spoken, ...]
    from_ms: int
    to_ms: int

    @property
    def length_ms(self) -> int:
        """Return how long it lasts, in ms."""
        return self.to_ms - self.from_ms


class SoundState(StrEnum):
    """Whether sound can be heard. Silent: say so on the screen, where all that is heard is shown anyway."""

    STARTING = "starting"
    WORKING = "working"
    SILENT = "silent"


class SoundPlayer(Protocol):
    """Plays one stretch at a time. No call waits for anything, and none raises: a session goes on without sound.

    - Before a stretch: `prepare(stretch)` as soon as it is known, so that it starts at once later.
    - Start: `start(stretch, on_heard)`. The picture stands still until `on_heard(stretch, clock_ms)` is called, once,
      within 3 s, on another thread: the position `stretch.from_ms` is heard when Clock.monotonic_ms() shows
      `clock_ms` (some 300 ms ahead, so there is time to anchor the picture to it). Let a Qt signal bring it over, and
      declare both of its arguments as `object`: the clock does not fit a C int. Leave a call unheeded whose stretch is
      not the one that was started last.
    - Pause: `stop()`; nothing is heard some 10 ms later. The stretch that was started is not called back for any more.
    - Resume, seek, a longer rest, other levels: `start()` again with a stretch from the new position; it stops what is
      being played. A phrase that was under way at that position is not begun in its middle, but left out.
    - At a gate and at the end nothing has to be done: the sound ends there. `close()` when the program ends.
    """

    @property
    def state(self) -> SoundState:
        """Return whether sound can be heard, as far as is known by now."""
        ...

    @property
    def onset_offset_ms(self) -> int:
        """Return how long after its start a sound is heard: set by the person, else measured."""
        ...

    def open(self) -> None:
        """Begin to find out what can play, and measure it; call this once the window is painted."""
        ...

    def set_levels(self, levels: Levels) -> None:
        """Use these levels for what is prepared or started from now on."""
        ...

    def set_offset(self, offset_ms: int | None) -> None:
        """Use the offset that a person found by tapping along, or, with None, measure it."""
        ...

    def prepare(self, stretch: Stretch) -> None:
        """Make a stretch ready to be started."""
        ...

    def start(self, stretch: Stretch, on_heard: Callable[[Stretch, int], None]) -> None:
        """Play a stretch from its beginning."""
        ...

    def stop(self) -> None:
        """Be silent."""
        ...

    def close(self) -> None:
        """Be silent and remove everything that was written for playing."""
        ...
