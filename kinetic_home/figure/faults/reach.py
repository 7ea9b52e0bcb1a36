"""What goes wrong in how far a movement goes: not far enough, or too far into a stretch."""

from __future__ import annotations

from dataclasses import replace

from kinetic_home.domain.fault import Mark
from kinetic_home.domain.motion import LegPose, Motion, Pose
from kinetic_home.figure.faults.posing import posed
from kinetic_home.figure.mixing import pose_between
from kinetic_home.figure.skeleton import RANGE_OF_MOTION

# A short way goes so far of the whole one, an overdone one so far beyond it.
_SHORT, _BEYOND = 0.45, 1.25
_SHRUG, _POKE_DEG, _HUNCH_DEG = 1.0, 14.0, 10.0


def short_range(motion: Motion) -> Motion:
    """Let the movement end before it is half done."""

    def change(pose: Pose, shows: float) -> Pose:
        return pose_between(motion.start, pose, 1.0 - (1.0 - _SHORT) * shows)

    return posed(motion, change, marks=(Mark.PELVIS,), share=lambda _pose, grown: 1.0 if grown > 0.0 else 0.0)


def too_far(motion: Motion) -> Motion:
    """Let the stretch go too far: shoulders up, head poked, beyond where it should end."""

    def change(pose: Pose, shows: float) -> Pose:
        beyond = pose_between(motion.start, pose, 1.0 + (_BEYOND - 1.0) * shows)
        return replace(
            beyond,
            brace=pose.brace,
            glute=pose.glute,
            belly=pose.belly,
            shrug=max(pose.shrug, _SHRUG * shows),
            thoracic_deg=beyond.thoracic_deg + _HUNCH_DEG * shows,
            neck_deg=beyond.neck_deg - _POKE_DEG * shows,
            work=_within(beyond.work),
            other=_within(beyond.other),
        )

    return posed(motion, change, marks=(Mark.STRETCH,))


def _within(leg: LegPose) -> LegPose:
    """Return the leg with no joint beyond its normal range."""
    return replace(
        leg,
        hip_deg=_clipped("hip_flexion", leg.hip_deg),
        knee_deg=_clipped("knee_flexion", leg.knee_deg),
        ankle_deg=_clipped("ankle_dorsiflexion", leg.ankle_deg),
        abduction_deg=leg.abduction_deg,
        rotation_deg=_clipped("hip_rotation", leg.rotation_deg),
    )


def _clipped(joint: str, angle_deg: float) -> float:
    low, high = RANGE_OF_MOTION[joint]
    return min(max(angle_deg, low + 1.0), high - 1.0)
