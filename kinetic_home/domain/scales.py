"""The scales on which a person answers; a value outside its scale cannot be made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Nprs:
    """Pain on the numeric rating scale, a whole number from 0 (no pain) to 10 (worst pain one can think of)."""

    score: int

    def __post_init__(self) -> None:
        _whole_within("pain", self.score, 0, 10)

    @property
    def band(self) -> PainBand:
        """Return the band: 0-2 safe, 3-5 acceptable, 6-10 too much. Source: Thomee 1997, NEMEX [V1, V1b]."""
        if self.score <= 2:
            return PainBand.SAFE
        return PainBand.ACCEPTABLE if self.score <= 5 else PainBand.TOO_MUCH


class PainBand(StrEnum):
    """What a pain score during exercise means; each band has a shape and a word, never colour alone."""

    SAFE = "safe"
    ACCEPTABLE = "acceptable"
    TOO_MUCH = "too_much"


@dataclass(frozen=True, slots=True, order=True)
class Effort:
    """Perceived effort of the whole session, a whole number from 0 (rest) to 10 (as hard as it gets)."""

    score: int

    def __post_init__(self) -> None:
        _whole_within("effort", self.score, 0, 10)


class Swelling(IntEnum):
    """«Is the joint more swollen than is normal for you?» Source: own modelling after [V5]."""

    NONE = 0
    LITTLE = 1
    MUCH = 2


class PainMoment(StrEnum):
    """When a pain score was given."""

    BEFORE = "before"
    DURING = "during"
    STOPPED = "stopped"
    AFTER = "after"
    MORNING = "morning"


class Aid(StrEnum):
    """How the person saw their own form; an answer by feel alone is weak evidence."""

    MIRROR = "mirror"
    VIDEO = "video"
    HELPER = "helper"
    FEEL = "feel"


class SkipReason(StrEnum):
    """Why work was left out or ended early."""

    PAIN = "pain"
    TIRED = "tired"
    TIME = "time"
    EQUIPMENT = "equipment"
    UNSURE = "unsure"
    OTHER = "other"


class Place(StrEnum):
    """Where it hurts: one region of one leg."""

    LEFT_HIP_FRONT = "left_hip_front"
    LEFT_HIP_OUTER = "left_hip_outer"
    LEFT_HIP_BACK = "left_hip_back"
    LEFT_THIGH_FRONT = "left_thigh_front"
    LEFT_THIGH_BACK = "left_thigh_back"
    LEFT_KNEE_FRONT = "left_knee_front"
    LEFT_KNEE_INNER = "left_knee_inner"
    LEFT_KNEE_OUTER = "left_knee_outer"
    LEFT_KNEE_BACK = "left_knee_back"
    LEFT_SHIN = "left_shin"
    LEFT_CALF = "left_calf"
    LEFT_ANKLE_FRONT = "left_ankle_front"
    LEFT_ANKLE_INNER = "left_ankle_inner"
    LEFT_ANKLE_OUTER = "left_ankle_outer"
    LEFT_HEEL = "left_heel"
    LEFT_FOOT = "left_foot"
    RIGHT_HIP_FRONT = "right_hip_front"
    RIGHT_HIP_OUTER = "right_hip_outer"
    RIGHT_HIP_BACK = "right_hip_back"
    RIGHT_THIGH_FRONT = "right_thigh_front"
    RIGHT_THIGH_BACK = "right_thigh_back"
    RIGHT_KNEE_FRONT = "right_knee_front"
    RIGHT_KNEE_INNER = "right_knee_inner"
    RIGHT_KNEE_OUTER = "right_knee_outer"
    RIGHT_KNEE_BACK = "right_knee_back"
    RIGHT_SHIN = "right_shin"
    RIGHT_CALF = "right_calf"
    RIGHT_ANKLE_FRONT = "right_ankle_front"
    RIGHT_ANKLE_INNER = "right_ankle_inner"
    RIGHT_ANKLE_OUTER = "right_ankle_outer"
    RIGHT_HEEL = "right_heel"
    RIGHT_FOOT = "right_foot"


def _whole_within(name: str, value: object, low: int, high: int) -> None:
    # A bool is an int in Python, but «True» is not a pain score.
    if type(value) is not int or not low <= value <= high:
        raise ValueError(f"{name} must be a whole number from {low} to {high}")
