"""An exercise as the catalogue describes it: what it trains, how it is dosed, cued, checked and shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from kinetic_home.domain.dose import Dose, DoseRange
from kinetic_home.domain.fault import FaultKind, OverlayKind
from kinetic_home.domain.motion import Motion

ExerciseId = NewType("ExerciseId", str)
CheckId = NewType("CheckId", str)


class Category(StrEnum):
    """What part of a session an exercise belongs to."""

    WARMUP = "warmup"
    MOBILITY = "mobility"
    ACTIVATION = "activation"
    PATTERN = "pattern"
    BALANCE = "balance"
    STRENGTH = "strength"
    PLYOMETRIC = "plyometric"
    COOLDOWN = "cooldown"


class Position(StrEnum):
    """How the body is placed while an exercise is done."""

    STANDING = "standing"
    SEATED = "seated"
    SUPINE = "supine"
    SIDE_LYING = "side_lying"
    HALF_KNEELING = "half_kneeling"
    QUADRUPED = "quadruped"
    FLOOR_SITTING = "floor_sitting"
    LONG_SITTING = "long_sitting"

    @property
    def on_floor(self) -> bool:
        """Tell whether the person has to get down to the floor for it."""
        return self not in {Position.STANDING, Position.SEATED}


class First(StrEnum):
    """What the move from pose A to pose B is."""

    ECCENTRIC = "eccentric"
    CONCENTRIC = "concentric"
    HOLD = "hold"
    CYCLIC = "cyclic"
    JUMP = "jump"


class RepPhase(StrEnum):
    """A phase of one repetition; `move` and `return` lead into and out of a hold and make up a cycle.

    A jump is followed by its landing, which is then held.
    """

    ECCENTRIC = "eccentric"
    CONCENTRIC = "concentric"
    PAUSE = "pause"
    HOLD = "hold"
    MOVE = "move"
    RETURN = "return"
    JUMP = "jump"
    LAND = "land"


class CueMoment(StrEnum):
    """When a cue is said: before the work, after it, or in the phase of the repetition that it concerns."""

    PREPARE = "prepare"
    ECCENTRIC = "eccentric"
    CONCENTRIC = "concentric"
    PAUSE = "pause"
    HOLD = "hold"
    MOVE = "move"
    RETURN = "return"
    JUMP = "jump"
    LAND = "land"
    AFTER = "after"


class CueRole(StrEnum):
    """What a cue is for."""

    PREPARE = "prepare"
    MOVE = "move"
    FORM = "form"
    BREATHE = "breathe"
    SAFETY = "safety"


class Breath(StrEnum):
    """What the breath does: in, out, or simply on («keep breathing»)."""

    IN = "in"
    OUT = "out"
    ON = "on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A short instruction of at most eight words, said in the phase that it concerns."""

    text: str
    moment: CueMoment
    role: CueRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Breathing:
    """How to breathe: by phase of the repetition, or paced in ms where the breath itself is the exercise."""

    by_phase: Mapping[RepPhase, Breath] = field(default_factory=dict[RepPhase, Breath])
    paced_ms: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A question about form that the person answers; yes means clean.

    A critical check that is not clean blocks progression (rule P11). `faults` are what a «no» can look like, the most
    usual first; `overlay` is the line that shows where to look.
    """

    id: CheckId
    ask: str
    fault: str
    fix: str
    critical: bool
    look: str
    faults: tuple[FaultKind, ...] = ()
    overlay: OverlayKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """A complete catalogue record; references to other exercises are by id.

    `why` tells the person what it is good for. `wrong` says, for each of its checks, which fault a «no» looks like
    in this exercise.
    """

    id: ExerciseId
    name: str
    category: Category
    position: Position
    per_side: bool
    level: int
    first: First
    view: str
    plane: str
    equipment: tuple[str, ...]
    targets: tuple[str, ...]
    tissue: Mapping[str, int]
    dose: Dose
    days_per_week: int
    limits: DoseRange
    vary: tuple[str, ...]
    range_of_motion: str
    cues: tuple[Cue, ...]
    breathing: Breathing
    checks: tuple[Check, ...]
    easier: tuple[ExerciseId, ...]
    harder: tuple[ExerciseId, ...]
    stop_notes: tuple[str, ...]
    cautions: tuple[str, ...]
    sources: tuple[str, ...]
    motion: Motion
    why: str = ""
    wrong: Mapping[CheckId, FaultKind] = field(default_factory=dict[CheckId, FaultKind])


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Every exercise that this program can guide, by id, and the ladders of difficulty, each from its easiest up."""

    exercises: Mapping[ExerciseId, Exercise]
    ladders: Mapping[str, tuple[ExerciseId, ...]] = field(default_factory=dict[str, tuple[ExerciseId, ...]])

    def __getitem__(self, exercise_id: ExerciseId) -> Exercise:
        return self.exercises[exercise_id]

    def __contains__(self, exercise_id: object) -> bool:
        return exercise_id in self.exercises
