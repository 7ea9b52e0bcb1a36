"""What knees do wrong: fall inward, bend or straighten where they should not, lift, squat in a hinge."""

from __future__ import annotations

from dataclasses import replace
from math import asin, degrees, radians, sin

from kinetic_home.domain.fault import Mark
from kinetic_home.domain.motion import Carrier, Contact, LegPose, Motion, Pose
from kinetic_home.figure.faults.posing import ImpossibleFaultError, bent, cleared, legs_alike, loaded_pose, posed
from kinetic_home.figure.grounding import foot_z_m
from kinetic_home.figure.skeleton import THIGH_M

# How far a knee falls inward, and between which angles it swings about the line from hip to ankle to do so; a bent
# one, whose hip is turned already, by a part of its bend less.
_INWARD_M, _LEAST_SWING_DEG, _MOST_SWING_DEG, _BENT_LESS = 0.085, 20.0, 36.0, 0.31
# A straight knee cannot fall inward: it bends at least so much, one that is bent a little further, none beyond that:
# nobody should see a squat. A foot in the air comes up by a part of the bend.
_LEAST_BEND_DEG, _FURTHER_DEG, _MOST_BEND_DEG, _FOOT_UP = 33.0, 14.0, 48.0, 0.5
# How much of the swing a foot in the air makes good, about the shank and about its own length.
_TOES_BACK, _LEVELLED = 0.65, 0.3
# Knees that fall together touch when they are so far from the mid-line.
_KNEES_TOUCH_M, _SEEN_M = 0.044, 0.06
# The fault is full before the load is: at two thirds of the way.
_EARLY = 1.5
_BENDS_DEG, _STRAIGHTENS_DEG, _LIFTS_DEG = 34.0, 24.0, 24.0
# A hinge that turns into a squat: the trunk half upright, the knees so much further bent, the shins leaning ahead.
_SQUAT_TRUNK, _SQUAT_KNEE_DEG, _SQUAT_SHIN_DEG = 0.45, 62.0, 26.0


def knee_in(motion: Motion) -> Motion:
    """Let the knee that bears fall inward; in two-legged work both do, where the feet stand wide enough."""
    work_m, other_m = foot_z_m(motion, 0), foot_z_m(motion, 1)
    both = legs_alike(motion)
    room_m = min(work_m, other_m) - _KNEES_TOUCH_M
    if both and room_m < _SEEN_M:
        # Two knees would touch before it is seen: the working one falls in alone, up to the other.
        return _with_knees_in(motion, min(_INWARD_M, work_m + other_m - 2.0 * _KNEES_TOUCH_M), both=False)
    return _with_knees_in(motion, min(_INWARD_M, room_m) if both else _INWARD_M, both=both)


def knees_together(motion: Motion) -> Motion:
    """Let both knees fall together over feet that stay apart; raises ImpossibleFaultError for legs that differ."""
    pose = loaded_pose(motion)
    if not (legs_alike(motion) and pose.work.contact.on_foot):
        raise ImpossibleFaultError("knees fall together only over both legs, where both stand alike")
    return _with_knees_in(motion, min(foot_z_m(motion, 0), foot_z_m(motion, 1)) - _KNEES_TOUCH_M, both=True)


def _with_knees_in(motion: Motion, inward_m: float, *, both: bool) -> Motion:
    def change(pose: Pose, share: float) -> Pose:
        work = _inward(pose.work, share, inward_m)
        other = _inward(pose.other, share, inward_m) if both else pose.other
        if not both and pose.work.contact.on_foot:
            other = cleared(other, _FOOT_UP * (work.knee_deg - pose.work.knee_deg))
        return replace(pose, work=work, other=other)

    marks = (Mark.WORK_KNEE, Mark.OTHER_KNEE) if both else (Mark.WORK_KNEE,)
    return posed(motion, change, marks=marks, share=_early)


def knee_bends(motion: Motion) -> Motion:
    """Let the knee that should be straight bend to help."""

    def change(pose: Pose, share: float) -> Pose:
        return replace(pose, work=bent(pose.work, _BENDS_DEG * share))

    return posed(motion, change, marks=(Mark.WORK_KNEE,))


def knee_changes(motion: Motion) -> Motion:
    """Let the knee that should stay bent straighten."""

    def change(pose: Pose, share: float) -> Pose:
        return replace(pose, work=bent(pose.work, -min(_STRAIGHTENS_DEG, pose.work.knee_deg) * share))

    return posed(motion, change, marks=(Mark.WORK_KNEE,))


def thigh_lifts(motion: Motion) -> Motion:
    """Let the working thigh lift off the chair; raises ImpossibleFaultError where nobody sits."""
    if motion.carrier is not Carrier.SEAT:
        raise ImpossibleFaultError("a thigh can lift off the chair only in sitting")

    def change(pose: Pose, share: float) -> Pose:
        return replace(pose, work=replace(pose.work, hip_deg=pose.work.hip_deg + _LIFTS_DEG * share))

    return posed(motion, change, marks=(Mark.WORK_THIGH,))


def squats(motion: Motion) -> Motion:
    """Let a hinge turn into a squat: knees ahead and trunk up; raises ImpossibleFaultError where nobody hinges."""
    deep = loaded_pose(motion)
    if deep.trunk_deg < 30.0 or deep.work.contact is not Contact.FLAT:
        raise ImpossibleFaultError("only a hinge of a standing person can turn into a squat")

    def change(pose: Pose, share: float) -> Pose:
        trunk = pose.trunk_deg * (1.0 - (1.0 - _SQUAT_TRUNK) * share)
        raised = pose.trunk_deg - trunk
        return replace(
            pose,
            trunk_deg=trunk,
            neck_deg=pose.neck_deg + 0.4 * raised,
            work=_squatting(pose.work, trunk, share),
            other=_squatting(pose.other, trunk, share),
            work_arm=replace(pose.work_arm, flexion_deg=pose.work_arm.flexion_deg - raised),
            other_arm=replace(pose.other_arm, flexion_deg=pose.other_arm.flexion_deg - raised),
        )

    return posed(motion, change, marks=(Mark.WORK_KNEE, Mark.PELVIS))


def _squatting(leg: LegPose, trunk_deg: float, share: float) -> LegPose:
    knee = leg.knee_deg + _SQUAT_KNEE_DEG * share
    ankle = leg.ankle_deg + (_SQUAT_SHIN_DEG - leg.ankle_deg) * share
    return replace(leg, hip_deg=trunk_deg + knee - ankle, knee_deg=knee, ankle_deg=ankle)


def _early(_pose: Pose, grown: float) -> float:
    return min(1.0, grown * _EARLY)


def _inward(leg: LegPose, share: float, inward_m: float) -> LegPose:
    """Return a leg with its knee swung inward, bent a little where it is too straight for that."""
    most = _MOST_SWING_DEG - _BENT_LESS * min(leg.knee_deg, _MOST_BEND_DEG)
    wanted = min(_MOST_BEND_DEG, max(_LEAST_BEND_DEG, leg.knee_deg + _FURTHER_DEG))
    leg = bent(leg, max(0.0, wanted - leg.knee_deg) * share)
    offset = THIGH_M * sin(radians(leg.knee_deg / 2.0))
    if offset <= 0.0:
        return leg
    swing = degrees(asin(min(1.0, inward_m / offset)))
    least = _LEAST_SWING_DEG if inward_m >= _INWARD_M else 0.0
    swung = min(max(swing, least), most) * share
    leg = replace(leg, knee_in_deg=leg.knee_in_deg + swung)
    if leg.contact is not Contact.FREE:
        return leg
    # A foot in the air keeps pointing ahead and level under its slanted shank.
    toes_out, roll = leg.toes_out_deg + _TOES_BACK * swung, leg.roll_deg - _LEVELLED * swung
    return replace(leg, toes_out_deg=toes_out, roll_deg=roll)
