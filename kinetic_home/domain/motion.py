"""How an exercise moves: key poses in anatomical angles, what the body touches in them, and the things around it.

Angles are in degrees and 0 is standing straight; lengths are in metres. «Working» is the side that the exercise is
done with, `other` the opposite one. Signs: hip, knee, shoulder and elbow + flexion, ankle + toes up, abduction + away
from the mid-line, rotation + outward, trunk + forward, neck + chin down, pelvis + rolled back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

Triple = tuple[float, float, float]


class Contact(StrEnum):
    """What of a leg bears on something.

    The foot flat, on its ball or on its heel; the knee; the leg lying, held at its ankle; the ankle laid across the
    other thigh; or nothing.
    """

    FLAT = "flat"
    TOE = "toe"
    HEEL = "heel"
    KNEEL = "kneel"
    LYING = "lying"
    CROSSED = "crossed"
    FREE = "free"

    @property
    def on_foot(self) -> bool:
        """Tell whether the foot stands on the floor."""
        return self in {Contact.FLAT, Contact.TOE, Contact.HEEL}


class Carrier(StrEnum):
    """Which part of the body stays where it is and so says where the rest of it is."""

    WORK_FOOT = "work_foot"
    OTHER_FOOT = "other_foot"
    WORK_KNEE = "work_knee"
    SEAT = "seat"
    SHOULDERS = "shoulders"
    SIDE = "side"
    WALK = "walk"


class Flow(StrEnum):
    """How the pose runs from A to B and back: easing out of and into both, or round without a stop."""

    EASE = "ease"
    CYCLE = "cycle"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Prop:
    """A thing in the room.

    `at` is the middle of its footprint on the floor (x forward, y up, z to the right of a person whose right side
    works); `size` is its length, height and depth; `turn_deg` turns it about the upright. A stick and a strap
    are held and have no place of their own.
    """

    kind: PropKind
    at: Triple = (0.0, 0.0, 0.0)
    size: Triple = (0.0, 0.0, 0.0)
    turn_deg: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class HandSpot:
    """Where the palm lies.

    On a thing in the room `at` is in the room's axes (x forward, y up, z outward to the hand's own side). On the own
    body it is (forward, up, outward) from that part; on a thigh the second number is the share of the way from hip
    to knee. `fingers` is where the fingers point and `palm` where the palm looks, both in the same axes; `elbow` is
    where the elbow points, as seen from the chest.
    """

    on: Touch
    at: Triple
    fingers: Triple
    palm: Triple
    elbow: Triple
    grip: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LegPose:
    """One leg: joint angles in degrees and what it bears on."""

    hip_deg: float = 0.0
    knee_deg: float = 0.0
    ankle_deg: float = 0.0
    abduction_deg: float = 0.0
    rotation_deg: float = 0.0
    contact: Contact = Contact.FLAT


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmPose:
    """One arm: joint angles in degrees; where the hand has a spot, the arm follows the hand instead."""

    flexion_deg: float = 0.0
    elbow_deg: float = 12.0
    abduction_deg: float = 8.0
    rotation_deg: float = 0.0
    hand: HandSpot | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """A whole body pose.

    `sway_m` shifts the pelvis towards the working side, `twist_deg` turns the chest towards the other side (the
    working shoulder comes forward). `brace`, `glute` and `belly` run from 0 to 1: tightened trunk, tightened
    buttocks, and the belly raised by a breath.
    """

    trunk_deg: float = 0.0
    pelvic_tilt_deg: float = 0.0
    lumbar_deg: float = 0.0
    twist_deg: float = 0.0
    neck_deg: float = 0.0
    sway_m: float = 0.0
    brace: float = 0.0
    glute: float = 0.0
    belly: float = 0.0
    work: LegPose = field(default_factory=LegPose)
    other: LegPose = field(default_factory=LegPose)
    work_arm: ArmPose = field(default_factory=ArmPose)
    other_arm: ArmPose = field(default_factory=ArmPose)


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A pose on the way; `at` is the share of the way, above 0 and below 1."""

    at: float
    pose: Pose


@dataclass(frozen=True, slots=True, kw_only=True)
class Breath:
    """A breath that shows while a pose is held: in and out in ms, and how far the belly rises (0 to 1)."""

    in_ms: int
    out_ms: int
    belly: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A joint angle that the exercise names, to be reached within 1° in a pose: («work_knee», "B", 90)."""

    angle: str
    pose: str
    value_deg: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """The whole movement of an exercise.

    `out` are the poses between A and B, `back` those between B and A (the same way back where there are none).
    With `alternate` every second repetition is done by the other side. `anchor` names the pose in which the planted
    feet are placed; `stance_m` is how far each foot, working and other, stands from the mid-line. `lie_m` is how
    high the ankle of a lying leg lies, working and other; `kneel_m` how high the cushion under the knee is.
    """

    start: Pose
    end: Pose
    out: tuple[Key, ...] = ()
    back: tuple[Key, ...] = ()
    flow: Flow = Flow.EASE
    carrier: Carrier = Carrier.WORK_FOOT
    anchor: str = "A"
    alternate: bool = False
    horizontal_abduction: bool = False
    stance_m: tuple[float, float] | None = None
    lie_m: tuple[float, float] = (0.0, 0.0)
    kneel_m: float = 0.0
    props: tuple[Prop, ...] = ()
    breath: Breath | None = None
    targets: tuple[Target, ...] = ()

    def __hash__(self) -> int:
        # Motions key caches that are asked at every frame: a part is enough to tell them apart, equality does the rest.
        start, end = self.start.work, self.end.work
        return hash((self.carrier, start.hip_deg, start.knee_deg, end.hip_deg, end.knee_deg, end.ankle_deg))
