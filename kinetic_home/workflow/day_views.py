"""What the Today page shows, as values; a module of its own, because it is all that the first painting needs.

They are named tuples and not dataclasses for the same reason: a frozen dataclass takes eight times as long to be made.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from kinetic_home.domain.side import Side


class DayState(StrEnum):
    """What became of a day of the plan."""

    DONE = "done"
    PART_DONE = "part_done"
    PLANNED = "planned"
    NOT_DONE = "not_done"
    OFF = "off"
    TODAY = "today"


class DayMark(NamedTuple):
    """One day on the strip of two weeks; `date` is ISO."""

    date: str
    weekday: int
    state: DayState
    session_title: str | None


class BlockExercise(NamedTuple):
    """An exercise on the session card: its name, and the id under which its page is found."""

    exercise_id: str
    name: str


class SessionBlock(NamedTuple):
    """A run of exercises of one kind on the session card, with its length in ms."""

    title: str
    exercises: tuple[BlockExercise, ...]
    length_ms: int


class SessionCard(NamedTuple):
    """Today's session before it starts; `length_ms` leaves out the time for answers."""

    session_id: str
    title: str
    aim: str
    length_ms: int
    questions: int
    blocks: tuple[SessionBlock, ...]
    equipment: tuple[str, ...]


class ResumeOffer(NamedTuple):
    """An unfinished session that can go on at the set where it broke off."""

    session_ref: str
    title: str
    exercise: str
    set_no: int
    sets: int
    side: Side
    started_utc: str
    bouts_done: int
    bouts: int


class TodayView(NamedTuple):
    """The Today page: the session that is due (None on an off day), and the last two weeks."""

    date: str
    plan_title: str
    plan_goal: str
    week: int
    weeks: int
    session: SessionCard | None
    done_today: bool
    next_session_date: str | None
    next_session_title: str | None
    offered: tuple[SessionCard, ...]
    resume: ResumeOffer | None
    strip: tuple[DayMark, ...]
