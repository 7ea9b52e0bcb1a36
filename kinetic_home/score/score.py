"""The score of a session: spans, marks and gates on one axis of whole milliseconds.

Figure, sound, prompts, progress bar and log all read this one value; nothing counts beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from kinetic_home.domain.events import Bout
from kinetic_home.domain.exercise import RepPhase
from kinetic_home.domain.script import ScriptItem, SessionScript
from kinetic_home.domain.side import Side


class SpanKind(StrEnum):
    """What a stretch of time is for."""

    LEAD_IN = "lead_in"
    WORK = "work"
    SWITCH = "switch"
    REST = "rest"


class MarkKind(StrEnum):
    """What happens at an instant. `ref` says which: a beat's sound, a number, a cue, a phrase."""

    BEAT = "beat"
    COUNT = "count"
    CUE = "cue"
    BREATH = "breath"
    HALF_WAY = "half_way"
    LAST_REP = "last_rep"
    SWITCH_SIDES = "switch_sides"
    NEXT = "next"
    NAME = "name"
    SAY = "say"


class Beat(StrEnum):
    """The sounds of the tempo; each tells by itself what to do now."""

    READY = "ready"
    LOWER = "lower"
    HOLD = "hold"
    LIFT = "lift"
    MOVE = "move"
    RETURN = "return"
    LAST = "last"
    END = "end"


class GateKind(StrEnum):
    """What the axis waits for."""

    CHECKPOINT = "checkpoint"
    PAIN = "pain"


class Span(NamedTuple):
    """A stretch [start_ms, end_ms) in which the body goes from one pose to another.

    `rep_no` counts from 1 and is None outside of work; `phase` is None outside of work. Spans and marks are named
    tuples because a session has thousands of them, and tuples are made several times faster than dataclasses.
    """

    start_ms: int
    end_ms: int
    kind: SpanKind
    bout: Bout
    rep_no: int | None = None
    phase: RepPhase | None = None
    pose_from: str = "A"
    pose_to: str = "A"

    @property
    def length_ms(self) -> int:
        """Return how long it lasts, in ms."""
        return self.end_ms - self.start_ms


class Mark(NamedTuple):
    """Something that happens at `at_ms`: a beat, a count, a cue, a breath, an announcement."""

    at_ms: int
    kind: MarkKind
    ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A place where the axis stops until a question is answered or passed.

    `ref` is the check's id for a checkpoint and empty for pain.
    """

    at_ms: int
    id: str
    kind: GateKind
    item: int
    ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One bout on the axis: the lead-in or side change begins at `start_ms`, the work is [work_ms, end_ms)."""

    bout: Bout
    start_ms: int
    work_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A compiled session. Spans tile [0, length_ms) without a gap; marks and gates are in order of time."""

    script: SessionScript
    spans: tuple[Span, ...]
    marks: tuple[Mark, ...]
    gates: tuple[Gate, ...]
    sections: tuple[Section, ...]

    @property
    def length_ms(self) -> int:
        """Return the length of the axis, in ms; the time for answers is not in it."""
        return self.spans[-1].end_ms if self.spans else 0

    def item(self, bout: Bout) -> ScriptItem:
        """Return the script's item that a bout belongs to."""
        return self.script.items[bout.item]


# Which sound begins a phase of the work.
BEAT_OF_PHASE: Mapping[RepPhase, Beat] = {
    RepPhase.ECCENTRIC: Beat.LOWER,
    RepPhase.CONCENTRIC: Beat.LIFT,
    RepPhase.PAUSE: Beat.HOLD,
    RepPhase.HOLD: Beat.HOLD,
    RepPhase.MOVE: Beat.MOVE,
    RepPhase.RETURN: Beat.RETURN,
    # A jump goes up and comes down like a lift and a lowering, only quicker.
    RepPhase.JUMP: Beat.LIFT,
    RepPhase.LAND: Beat.LOWER,
}

SIDE_WORDS: Mapping[Side, str] = {Side.LEFT: "left_side", Side.RIGHT: "right_side"}
