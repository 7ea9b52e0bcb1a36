"""What all faults are made with: which pose bears the load, changes that grow towards it, legs that stay planted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kinetic_home.domain.fault import Mark, Timing
from kinetic_home.domain.motion import ArmPose, Carrier, Contact, Key, LegPose, Motion, Pose
from kinetic_home.domain.room import Touch
from kinetic_home.figure.kinematics import RIGHT, bent_leg, hip_angles
from kinetic_home.figure.space import UPRIGHT, ZERO, turn_z

# A change of a pose, given how much of the fault shows in it (0 to 1).
Change = Callable[[Pose, float], Pose]
# How much of the fault shows in a pose of the repetition.
Share = Callable[[Pose, float], float]

FEET = (Carrier.WORK_FOOT, Carrier.OTHER_FOOT, Carrier.WALK, Carrier.SIDE_WALK)
# A leg that bears the body is loaded in the pose in which its knee is bent by so much more.
_MORE_BENT_DEG = 30.0
# Two legs do the same where their angles differ by less than this.
_ALIKE_DEG = 16.0
# Where the elbow of a hand points that goes along a rail: down and out, seen from a trunk that leans ahead.
_ELBOW_DOWN = (0.0, -1.0, 0.7)
# A leg in the air is not taken further back than this.
_FURTHEST_BACK_DEG = -14.0


class ImpossibleFaultError(ValueError):
    """A fault cannot happen in a motion; the text says why."""


def loaded(motion: Motion) -> str:
    """Return the pose, A or B, in which the load is greatest.

    It is the far pose, unless a standing person rises from bent legs (from a seat, onto a step) or jumps.
    """
    start, end = motion.start, motion.end
    if end.air_m > start.air_m:
        return "A"
    legs = ((start.work, end.work), (start.other, end.other))
    rises = any(
        first.contact.on_foot and last.contact.on_foot and first.knee_deg - last.knee_deg > _MORE_BENT_DEG
        for first, last in legs
    )
    return "A" if rises and motion.carrier in FEET else "B"


def loaded_pose(motion: Motion) -> Pose:
    """Return the pose in which the load is greatest."""
    return motion.start if loaded(motion) == "A" else motion.end


def legs_alike(motion: Motion) -> bool:
    """Tell whether both legs do the same work in the loaded pose."""
    pose = loaded_pose(motion)
    work, other = pose.work, pose.other
    pairs = (
        (work.hip_deg, other.hip_deg),
        (work.knee_deg, other.knee_deg),
        (work.ankle_deg, other.ankle_deg),
        (work.abduction_deg, other.abduction_deg),
    )
    return work.contact is other.contact and all(abs(a - b) < _ALIKE_DEG for a, b in pairs)


def posed(
    motion: Motion,
    change: Change,
    *,
    marks: tuple[Mark, ...],
    share: Share | None = None,
    timing: Timing = Timing.RIGHT,
) -> Motion:
    """Return the motion with every pose changed by as much as the fault shows in it.

    Without a `share` the fault grows from nothing to all of it on the way to the loaded pose.
    """
    towards_end = loaded(motion) == "B"

    def changed(pose: Pose, at: float) -> Pose:
        grown = at if towards_end else 1.0 - at
        shows = grown if share is None else share(pose, grown)
        return replace(change(pose, shows), fault=max(0.0, min(1.0, abs(shows))))

    return replace(
        motion,
        start=changed(motion.start, 0.0),
        end=changed(motion.end, 1.0),
        out=tuple(Key(at=key.at, pose=changed(key.pose, key.at)) for key in motion.out),
        back=tuple(Key(at=key.at, pose=changed(key.pose, 1.0 - key.at)) for key in motion.back),
        timing=timing,
        marks=marks,
        targets=(),
    )


def always(_pose: Pose, _grown: float) -> float:
    """Say that a fault is there all the time."""
    return 1.0


def bent(leg: LegPose, by_deg: float) -> LegPose:
    """Return a leg whose knee is bent further, its sole as it was: hip and ankle share the bend."""
    half = by_deg / 2.0
    return replace(leg, hip_deg=leg.hip_deg + half, knee_deg=leg.knee_deg + by_deg, ankle_deg=leg.ankle_deg + half)


def tipped(pose: Pose, by_deg: float, *, horizontal: bool = False) -> Pose:
    """Return the pose with its trunk leant further ahead over legs that stay as they are.

    A lying leg that is spread on the level, as in a motion with `horizontal` abduction, keeps its turn in the room.
    """
    trunk = pose.trunk_deg + by_deg
    legs = [
        _lain(leg, pose.trunk_deg, trunk) if horizontal and leg.contact is Contact.LYING else _swung(leg, by_deg)
        for leg in (pose.work, pose.other)
    ]
    return replace(pose, trunk_deg=trunk, work=legs[0], other=legs[1])


def leaned(pose: Pose, by_deg: float) -> Pose:
    """Return the pose with its trunk leant further to the working side, or away from it; the arm there hangs plumb."""
    return replace(
        pose,
        lean_deg=pose.lean_deg + by_deg,
        work_arm=replace(pose.work_arm, abduction_deg=pose.work_arm.abduction_deg + max(0.0, by_deg)),
        other_arm=replace(pose.other_arm, abduction_deg=pose.other_arm.abduction_deg + max(0.0, -by_deg)),
    )


def hanging(arm: ArmPose, by_deg: float) -> ArmPose:
    """Return an arm that hangs in the room as before under a trunk that has tipped."""
    return replace(arm, flexion_deg=arm.flexion_deg + by_deg)


def reaching(arm: ArmPose, along_m: float) -> ArmPose:
    """Return an arm whose hand, where it is on a rail, has gone along it, the elbow under the hand's way."""
    hand = arm.hand
    if hand is None or hand.on is not Touch.RAIL or along_m == 0.0:
        return arm
    x, y, z = hand.at
    return replace(arm, hand=replace(hand, at=(x + along_m, y, z), elbow=_ELBOW_DOWN))


def cleared(leg: LegPose, by_deg: float) -> LegPose:
    """Return a leg in the air bent further, so that its foot stays clear of the floor when the hips come down."""
    return bent(leg, by_deg) if leg.contact is Contact.FREE else leg


def _lain(leg: LegPose, trunk_deg: float, to_trunk_deg: float) -> LegPose:
    """Return a leg that lies as before under a trunk that leans otherwise."""
    before, after = (turn_z(UPRIGHT, -deg) for deg in (trunk_deg, to_trunk_deg))
    angles = (leg.hip_deg, leg.knee_deg, leg.ankle_deg, leg.abduction_deg, leg.rotation_deg)
    hip = hip_angles(bent_leg(ZERO, before, RIGHT, angles, True), after, RIGHT, True)
    return replace(leg, hip_deg=hip.flexion_deg, abduction_deg=hip.abduction_deg, rotation_deg=hip.rotation_deg)


def _swung(leg: LegPose, by_deg: float) -> LegPose:
    hip = leg.hip_deg + by_deg
    return replace(leg, hip_deg=max(hip, min(leg.hip_deg, _FURTHEST_BACK_DEG)) if leg.contact is Contact.FREE else hip)
