"""What each page shows, as values: the pages paint them and know nothing behind them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kinetic_home.domain.scales import Nprs
from kinetic_home.domain.side import Side

if TYPE_CHECKING:  # the first page that is painted needs none of it
    from kinetic_home.domain.exercise import Breath, Check, Cue, Exercise, RepPhase


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckinView:
    """The check-in before a session; pain as usual and the recovery session are None where there is none."""

    session_title: str
    usual_pain: Nprs | None
    recovery_id: str | None
    recovery_title: str | None


class Stage(StrEnum):
    """What the player is doing, as the person sees it."""

    READY = "ready"
    LEAD_IN = "lead_in"
    WORK = "work"
    SWITCH = "switch"
    REST = "rest"
    QUESTION = "question"
    PAUSED = "paused"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class NextUp:
    """What comes next: its name, its dose in words, and its side."""

    exercise: Exercise
    dose: str
    side: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerView:
    """One moment of the player, complete: the page paints this and nothing else.

    All times in ms. `fraction` runs from 0 to 1 through the current phase; `seconds_left` counts down the current
    phase, rest or lead-in as the person hears it. `numeral` is the large number: the repetition, or the seconds of
    a hold, a rest or a lead-in.
    """

    stage: Stage
    at_ms: int
    length_ms: int
    exercise: Exercise
    side: Side
    set_no: int
    sets: int
    rep_no: int | None
    reps: int | None
    phase: RepPhase | None
    phase_word: str
    numeral: str
    numeral_unit: str
    seconds_left: int
    fraction: float
    last_rep: bool
    cue: Cue | None
    breath: Breath | None
    note: str
    next_up: NextUp | None
    sections: tuple[tuple[int, str], ...]


class QuestionKind(StrEnum):
    """What kind of answer a question wants."""

    PAIN = "pain"
    CHECKPOINT = "checkpoint"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question that a gate asks; `check` is given for a checkpoint, `per_side` asks left and right apart."""

    gate_id: str
    kind: QuestionKind
    exercise: Exercise
    check: Check | None
    per_side: bool
    number: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSummary:
    """An answer about form, named by its fact; `clean` is None where it was taken back.

    The side is BOTH where the exercise is not per side.
    """

    event_id: str
    question: str
    side: Side
    clean: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseSummary:
    """One exercise in the summary: prescribed beside performed, in words, and its answers.

    `worst_pain_event` names the fact whose score is the worst of the `pain_scores` that stand. It is None where no
    score was ever given; where every score was taken back it names the latest, and `worst_pain` is None.
    """

    name: str
    prescribed: str
    performed: str
    begun: bool
    complete: bool
    reason: str | None
    worst_pain: Nprs | None
    worst_pain_event: str | None
    pain_scores: int
    checks: tuple[AnswerSummary, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryView:
    """The Summary page after a session; worst pain is None where no score was given.

    `effort_event` names the fact of the latest effort, None where none was reported.
    """

    session_ref: str
    title: str
    finished: bool
    active_ms: int
    bouts_done: int
    bouts: int
    worst_pain: Nprs | None
    effort_event: str | None
    exercises: tuple[ExerciseSummary, ...]
    next_session_date: str | None
    next_session_title: str | None
    next_reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PainPoint:
    """Pain of one session: before, worst during or after; None where no score was given."""

    date: str
    session_title: str
    before: Nprs | None
    worst: Nprs | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekDone:
    """Sessions of one calendar week: planned up to today, done to the end, done in part."""

    first_date: str
    planned: int
    done: int
    part_done: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressView:
    """The Progress page; each sentence says what its chart shows."""

    pain: tuple[PainPoint, ...]
    pain_sentence: str
    weeks: tuple[WeekDone, ...]
    weeks_sentence: str
