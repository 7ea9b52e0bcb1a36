"""The facts that a session leaves behind: past tense, no derived values, never changed once written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kinetic_home.domain.dose import Dose
from kinetic_home.domain.exercise import CheckId, ExerciseId
from kinetic_home.domain.plan import SessionId
from kinetic_home.domain.scales import Aid, Effort, Nprs, PainMoment, Place, SkipReason, Swelling
from kinetic_home.domain.side import Side

# The person pressed pause; the computer slept; the program was closed or broke off.
PauseReason = Literal["person", "clock_gap", "interrupted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bout:
    """One side's work of one set; `item` counts the session's exercises from 0, `set_no` from 1."""

    item: int
    exercise: ExerciseId
    set_no: int
    side: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescribed:
    """What was asked of one exercise, kept with the session so that a changed plan cannot rewrite the past.

    `modified` are its knobs as text, such as «depth=60 support=both_hands», empty where nothing was changed; the dose
    holds what they add to its tempo.
    """

    item: int
    exercise: ExerciseId
    name: str
    per_side: bool
    dose: Dose
    checks: tuple[CheckId, ...]
    note: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStarted:
    """A session began; `training_day` is its local date (ISO), a day ending at 4 in the morning."""

    plan_id: str
    plan_title: str
    plan_digest: str
    session: SessionId
    title: str
    aim: str
    lead_side: Side
    training_day: str
    length_ms: int
    prescription: tuple[Prescribed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckinGiven:
    """What the person said before the session; None and the empty tuple mean «not answered»."""

    pain: Nprs | None
    places: tuple[Place, ...]
    swelling: Swelling | None
    sleep_h: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoutStarted:
    """Work on one side of one set began."""

    bout: Bout


@dataclass(frozen=True, slots=True, kw_only=True)
class BoutEnded:
    """Work on one side of one set ended; `reason` is given where it ended early.

    `reps_done` counts finished repetitions (None for work by time), `work_ms` the time worked. `modified` are the
    knobs that were active, as text, so that only like is compared with like (clinical source, 3.6).
    """

    bout: Bout
    reps_done: int | None
    work_ms: int
    complete: bool
    reason: SkipReason | None = None
    modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoutSkipped:
    """One side of one set was left out whole."""

    bout: Bout
    reason: SkipReason


@dataclass(frozen=True, slots=True, kw_only=True)
class PainReported:
    """A pain score, tied to its moment and, where there is one, to its exercise."""

    moment: PainMoment
    pain: Nprs
    item: int | None = None
    exercise: ExerciseId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckpointAnswered:
    """An answer about form on one side; clean is True for yes."""

    item: int
    exercise: ExerciseId
    check: CheckId
    side: Side
    clean: bool
    aid: Aid | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPassed:
    """A question was left unanswered on purpose; its answer is missing, not «no»."""

    gate_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPaused:
    """The session stood still."""

    reason: PauseReason


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionResumed:
    """The session went on from where it stood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RestChanged:
    """The person made the current rest longer (above 0) or shorter (below 0)."""

    delta_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WentBack:
    """The person went back to do a set again."""

    to: Bout


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionEnded:
    """The session is over: finished to the end, or stopped before it for a reason."""

    finished: bool
    reason: SkipReason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortReported:
    """How hard the whole session was."""

    effort: Effort


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWritten:
    """The person's own words about the session."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A later word on an earlier answer: the fact `of_event` should have said `value` in its `field`.

    The earlier fact stays as it was written; None takes the answer back.
    """

    of_event: str
    field: str
    value: int | float | str | bool | None


Event = (
    SessionStarted
    | CheckinGiven
    | BoutStarted
    | BoutEnded
    | BoutSkipped
    | PainReported
    | CheckpointAnswered
    | QuestionPassed
    | SessionPaused
    | SessionResumed
    | RestChanged
    | WentBack
    | SessionEnded
    | EffortReported
    | NoteWritten
    | Corrected
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamped:
    """A fact with its time and place in the log.

    `seq` is its place in the log, `utc` ISO 8601 in UTC to the ms, `utc_offset_min` the local offset then,
    `at_ms` the position on the session's score (None outside the score).
    """

    seq: int
    event_id: str
    session_ref: str
    utc: str
    utc_offset_min: int
    at_ms: int | None
    event: Event
