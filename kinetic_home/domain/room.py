"""What is around a figure: the things that an exercise needs, and the places on which its hands lie."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Triple = tuple[float, float, float]


class Touch(StrEnum):
    """What a hand lies on: a thing in the room, or a part of the own body."""

    FLOOR = "floor"
    WALL = "wall"
    RAIL = "rail"
    WORKTOP = "worktop"
    CUSHION = "cushion"
    STICK = "stick"
    STRAP = "strap"
    BELLY = "belly"
    HIP = "hip"
    WORK_THIGH = "work_thigh"
    OTHER_THIGH = "other_thigh"
    CHAIR = "chair"
    CHEST = "chest"
    WORK_FOOT = "work_foot"


class PropKind(StrEnum):
    """A thing that the exercise needs."""

    MAT = "mat"
    CHAIR = "chair"
    WALL = "wall"
    WORKTOP = "worktop"
    RAIL = "rail"
    CUSHION = "cushion"
    STICK = "stick"
    STRAP = "strap"
    PATH = "path"
    STEP = "step"
    STAIRS = "stairs"
    BAND_LOOP = "band_loop"
    BAND_LONG = "band_long"
    TOWEL = "towel"
    FOAM = "foam"
    WEIGHT = "weight"
    BACKPACK = "backpack"


class Worn(StrEnum):
    """Where on the body a thing is that moves with it.

    A band goes round both legs, or from the chair to the working ankle; a towel lies under a knee or under toes.
    """

    ANKLES = "ankles"
    ABOVE_KNEES = "above_knees"
    FEET = "feet"
    CHAIR_TO_WORK_ANKLE = "chair_to_work_ankle"
    UNDER_WORK_KNEE = "under_work_knee"
    UNDER_WORK_TOES = "under_work_toes"
    WORK_HAND = "work_hand"
    OTHER_HAND = "other_hand"
    BOTH_HANDS = "both_hands"
    CHEST = "chest"
    BACK = "back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prop:
    """A thing in the room.

    `at` is the middle of its footprint on the floor (x forward, y up, z to the right of a person whose right side
    works); `size` is its length, height and depth; `turn_deg` turns it about the upright. What is `worn` or held
    (as a stick and a strap are) moves with the body and has no place of its own.
    """

    kind: PropKind
    at: Triple = (0.0, 0.0, 0.0)
    size: Triple = (0.0, 0.0, 0.0)
    turn_deg: float = 0.0
    worn: Worn | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandSpot:
    """Where the palm lies.

    On a thing in the room `at` is in the room's axes (x forward, y up, z outward to the hand's own side). On the own
    body it is (forward, up, outward) from that part; on a thigh the second number is the share of the way from hip
    to knee, on a foot all is from the ankle and along the sole. `fingers` is where the fingers point and `palm` where
    the palm looks, both in the same axes; `elbow` is where the elbow points, as seen from the chest.
    """

    on: Touch
    at: Triple
    fingers: Triple
    palm: Triple
    elbow: Triple
    grip: bool = False
