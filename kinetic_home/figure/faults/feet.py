"""What standing feet do wrong: heels lift or do not rise, arches drop, feet roll or turn out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kinetic_home.domain.fault import Mark
from kinetic_home.domain.motion import Contact, LegPose, Motion, Pose
from kinetic_home.figure.faults.bodily import clear
from kinetic_home.figure.faults.posing import ImpossibleFaultError, always, bent, legs_alike, loaded_pose, posed
from kinetic_home.figure.mixing import pose_between

# A heel that lifts: the sole's slope, and how far the knee goes ahead with it.
_PITCH_DEG, _KNEE_AHEAD_DEG, _KNEE_BACK_DEG = 21.0, 8.0, -6.0
# A heel that does not rise far enough comes so far.
_RISES = 0.40
# A foot that rolls takes shin and knee with it.
_ARCH_ROLL_DEG, _ARCH_KNEE_DEG, _ARCH_BEND_DEG = 17.0, 24.0, 6.0
_OUT_ROLL_DEG, _OUT_KNEE_DEG = 29.5, -12.0
_TURNS_OUT_DEG = 38.0

_LegChange = Callable[[LegPose, float], LegPose]


def heel_lifts(motion: Motion) -> Motion:
    """Let the heel come off the floor under load; raises ImpossibleFaultError where no foot stands flat."""
    if loaded_pose(motion).work.contact is not Contact.FLAT:
        raise ImpossibleFaultError("a heel lifts only off a foot that stands flat")
    tries = [_heels_lifted(motion, knee) for knee in (_KNEE_AHEAD_DEG, 0.0, _KNEE_BACK_DEG)]
    # The knee comes ahead with the heel, unless it is at a wall already.
    return next((lifted for lifted in tries if clear(lifted, motion)), tries[-1])


def _heels_lifted(motion: Motion, knee_ahead_deg: float) -> Motion:
    def change(leg: LegPose, shows: float) -> LegPose:
        if shows <= 0.0 or leg.contact is not Contact.FLAT:
            return leg
        return replace(
            leg,
            knee_deg=leg.knee_deg + knee_ahead_deg * shows,
            ankle_deg=leg.ankle_deg - (_PITCH_DEG - knee_ahead_deg) * shows,
            contact=Contact.TOE,
        )

    return _footed(motion, change, (Mark.WORK_HEEL, Mark.OTHER_HEEL))


def heel_sinks(motion: Motion) -> Motion:
    """Let the heels rise only part of their way."""

    def change(pose: Pose, shows: float) -> Pose:
        return pose_between(motion.start, pose, 1.0 - (1.0 - _RISES) * shows)

    marks = (Mark.WORK_HEEL, Mark.OTHER_HEEL) if legs_alike(motion) else (Mark.WORK_HEEL,)
    return posed(motion, change, marks=marks)


def arch_drops(motion: Motion) -> Motion:
    """Let the arch of the standing foot drop, and the foot roll in."""

    def change(leg: LegPose, shows: float) -> LegPose:
        # A straight knee cannot fall inward.
        return replace(
            bent(leg, _ARCH_BEND_DEG * shows),
            roll_deg=leg.roll_deg + _ARCH_ROLL_DEG * shows,
            knee_in_deg=leg.knee_in_deg + _ARCH_KNEE_DEG * shows,
        )

    return _footed(motion, change, (Mark.WORK_FOOT, Mark.OTHER_FOOT))


def foot_rolls_out(motion: Motion) -> Motion:
    """Let the weight go over the little toes, the foot rolled out."""

    def change(leg: LegPose, shows: float) -> LegPose:
        return replace(
            leg,
            roll_deg=leg.roll_deg - _OUT_ROLL_DEG * shows,
            knee_in_deg=leg.knee_in_deg + _OUT_KNEE_DEG * shows,
        )

    return _footed(motion, change, (Mark.WORK_FOOT, Mark.OTHER_FOOT))


def toes_turn_out(motion: Motion) -> Motion:
    """Let the toes point outward; a leg in the air turns out at the hip."""
    stands = loaded_pose(motion).work.contact.on_foot

    def change(leg: LegPose, shows: float) -> LegPose:
        if stands:
            return replace(leg, toes_out_deg=leg.toes_out_deg + _TURNS_OUT_DEG * shows)
        return replace(leg, rotation_deg=leg.rotation_deg + _TURNS_OUT_DEG * shows)

    both = stands and legs_alike(motion)

    def changed(pose: Pose, shows: float) -> Pose:
        return replace(pose, work=change(pose.work, shows), other=change(pose.other, shows) if both else pose.other)

    marks = (Mark.WORK_FOOT, Mark.OTHER_FOOT) if both else (Mark.WORK_FOOT,)
    return posed(motion, changed, marks=marks, share=always if stands else None)


def _footed(motion: Motion, change: _LegChange, marks: tuple[Mark, Mark]) -> Motion:
    """Return the motion with its working foot changed, and the other one too where both do the same."""
    both = legs_alike(motion)

    def changed(pose: Pose, shows: float) -> Pose:
        return replace(pose, work=change(pose.work, shows), other=change(pose.other, shows) if both else pose.other)

    return posed(motion, changed, marks=marks if both else marks[:1])
