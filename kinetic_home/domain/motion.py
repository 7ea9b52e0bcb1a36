"""How an exercise moves: key poses in anatomical angles, what the body touches in them, and the things around it.

Angles are in degrees and 0 is standing straight; lengths are in metres. «Working» is the side that the exercise is
done with, `other` the opposite one. Signs: hip, knee, shoulder and elbow + flexion, ankle + toes up, abduction + away
from the mid-line, rotation + outward, trunk + forward, neck + chin down, pelvis + rolled back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kinetic_home.domain.fault import FaultKind, Mark, Timing
from kinetic_home.domain.room import HandSpot, Prop


class Contact(StrEnum):
    """What of a leg bears on something.

    The foot flat, on its ball or on its heel; its ball on an edge, the heel free to sink; the knee; the leg lying; the
    ankle laid across the other thigh; or nothing. A lying leg is held at its ankle; where the body lies on its seat or
    its shoulders, the heel slides along the mat as the angles say.
    """

    FLAT = "flat"
    TOE = "toe"
    HEEL = "heel"
    EDGE = "edge"
    KNEEL = "kneel"
    LYING = "lying"
    CROSSED = "crossed"
    FREE = "free"

    @property
    def on_foot(self) -> bool:
        """Tell whether the foot stands on something."""
        return self in {Contact.FLAT, Contact.TOE, Contact.HEEL, Contact.EDGE}


class Carrier(StrEnum):
    """Which part of the body stays where it is and so says where the rest of it is.

    `seat` is a chair's, or the mat where there is no chair. `side` lies with the working side up; `elbow` leans on
    the working forearm with the working side down. `walk` and `side_walk` go ahead or to the working side while the
    floor moves under them.
    """

    WORK_FOOT = "work_foot"
    OTHER_FOOT = "other_foot"
    WORK_KNEE = "work_knee"
    OTHER_KNEE = "other_knee"
    SEAT = "seat"
    SHOULDERS = "shoulders"
    SIDE = "side"
    ELBOW = "elbow"
    WALK = "walk"
    SIDE_WALK = "side_walk"


class Flow(StrEnum):
    """How the pose runs from A to B and back: easing out of and into both, or round without a stop."""

    EASE = "ease"
    CYCLE = "cycle"


@dataclass(frozen=True, slots=True, kw_only=True)
class LegPose:
    """One leg: joint angles in degrees and what it bears on.

    `toes_out_deg` turns a foot that stands about the upright, and its knee with it. `knee_in_deg` swings the knee
    inward about the line from hip to ankle, the foot staying where it is. `roll_deg` rolls the foot inward, its
    arch down; outward is negative. `toes_up_deg` bends up the toes of a foot that something holds or lifts there.
    """

    hip_deg: float = 0.0
    knee_deg: float = 0.0
    ankle_deg: float = 0.0
    abduction_deg: float = 0.0
    rotation_deg: float = 0.0
    toes_out_deg: float = 0.0
    knee_in_deg: float = 0.0
    roll_deg: float = 0.0
    toes_up_deg: float = 0.0
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

    `trunk_deg` leans the straight line from hips to neck; `lumbar_deg` and `thoracic_deg` round the low and the
    upper back beyond it (an arch is negative). `lean_deg` bends the trunk towards the working side; in an elbow
    stand `incline_deg` is how steeply the straight body rises from the floor. `drop_deg` lets the pelvis hang down
    on the other side (hiked is negative), `turn_deg` turns pelvis and chest about the trunk so that the working hip
    goes back, and `twist_deg` turns the chest alone towards the other side (the working shoulder comes forward).
    `sway_m` shifts the pelvis towards the working side; `air_m` is how high a body in the air is over the floor.
    `brace`, `glute`, `belly`, `shrug` and `fault` run from 0 to 1: tightened trunk, tightened buttocks, the belly
    raised by a breath, raised shoulders, and how much of a wrong version's fault shows.
    """

    trunk_deg: float = 0.0
    pelvic_tilt_deg: float = 0.0
    lumbar_deg: float = 0.0
    thoracic_deg: float = 0.0
    lean_deg: float = 0.0
    incline_deg: float = 0.0
    drop_deg: float = 0.0
    turn_deg: float = 0.0
    twist_deg: float = 0.0
    neck_deg: float = 0.0
    sway_m: float = 0.0
    air_m: float = 0.0
    brace: float = 0.0
    glute: float = 0.0
    belly: float = 0.0
    shrug: float = 0.0
    fault: float = 0.0
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
    high the ankle of a lying leg lies, working and other; `kneel_m` how high the cushion under the knee is;
    `surface_m` how high the surface is under the working and the other foot. A hop to the side goes `travel_m`
    towards the working side, and back in every second repetition. `timing`, `marks`, `fault` and `right` belong to
    wrong versions: how they run in time, what is marked, which fault they show, and the motion as it should be;
    `lapse_at` is the place of the repetition to which one that gives way goes (A lies at 0 and 1, B at 0.5).
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
    surface_m: tuple[float, float] = (0.0, 0.0)
    travel_m: float = 0.0
    props: tuple[Prop, ...] = ()
    breath: Breath | None = None
    targets: tuple[Target, ...] = ()
    timing: Timing = Timing.RIGHT
    lapse_at: float = 1.0
    marks: tuple[Mark, ...] = ()
    fault: FaultKind | None = None
    right: Motion | None = None

    def __hash__(self) -> int:
        # Motions key caches that are asked at every frame: a part is enough to tell them apart, equality does the rest.
        start, end = self.start.work, self.end.work
        return hash(
            (
                self.carrier,
                self.timing,
                self.marks,
                start.hip_deg,
                start.knee_deg,
                end.hip_deg,
                end.knee_deg,
                end.ankle_deg,
            )
        )
