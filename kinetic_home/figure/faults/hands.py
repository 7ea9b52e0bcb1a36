"""What hands do wrong: they push off the thighs, or bear the body where they should only touch."""

from __future__ import annotations

from dataclasses import replace

from kinetic_home.domain.fault import Mark
from kinetic_home.domain.knobs import Support
from kinetic_home.domain.motion import ArmPose, Motion, Pose
from kinetic_home.domain.room import HandSpot, Touch
from kinetic_home.figure.faults.posing import ImpossibleFaultError, always, loaded, posed, tipped
from kinetic_home.figure.support import holding_on

_HOLDS = {Touch.RAIL, Touch.WORKTOP, Touch.WALL}
_LEAN_DEG, _SHIFT_M, _LEAN_AHEAD_DEG, _SHRUG = 20.0, 0.04, 24.0, 0.7
# Hands on the thighs, near the knees; so much further the trunk leans on them, until so much of the way up is done.
_ON_THIGH = (0.075, 0.74, 0.0)
_PUSH_LEAN_DEG, _LETS_GO = 10.0, 0.4


def hands_push(motion: Motion) -> Motion:
    """Let the hands push on the thighs to stand up; raises ImpossibleFaultError where nobody stands up from a seat."""
    if loaded(motion) != "A":
        raise ImpossibleFaultError("hands push only where a person stands up from bent legs")

    def change(pose: Pose, shows: float) -> Pose:
        if shows < _LETS_GO:
            return pose
        return replace(
            tipped(pose, _PUSH_LEAN_DEG * shows if pose != motion.start else 0.0),
            shrug=max(pose.shrug, _SHRUG * shows),
            work_arm=_on_thigh(pose.work_arm, Touch.WORK_THIGH),
            other_arm=_on_thigh(pose.other_arm, Touch.OTHER_THIGH),
        )

    return posed(motion, change, marks=(Mark.WORK_HAND, Mark.OTHER_HAND))


def leans_on_hand(motion: Motion) -> Motion:
    """Let the body lean on the hand that should only touch; without a support it bends over a worktop, on both."""
    work, other = (_holding(arm) for arm in (motion.end.work_arm, motion.end.other_arm))
    if not work and not other:
        try:
            motion = holding_on(motion, Support.BOTH_HANDS)
        except ValueError as error:
            raise ImpossibleFaultError("there is nothing within reach to lean on") from error
        work = other = True
    side = 0.0 if work and other else 1.0 if work else -1.0

    def change(pose: Pose, shows: float) -> Pose:
        return replace(
            pose if side else tipped(pose, _LEAN_AHEAD_DEG * shows),
            lean_deg=pose.lean_deg + side * _LEAN_DEG * shows,
            sway_m=pose.sway_m + side * _SHIFT_M * shows,
            shrug=max(pose.shrug, _SHRUG * shows),
        )

    marks = tuple(mark for mark, leans in ((Mark.WORK_HAND, work), (Mark.OTHER_HAND, other)) if leans)
    return posed(motion, change, marks=(*marks, Mark.TRUNK), share=always)


def _holding(arm: ArmPose) -> bool:
    return arm.hand is not None and arm.hand.on in _HOLDS


def _on_thigh(arm: ArmPose, thigh: Touch) -> ArmPose:
    spot = HandSpot(
        on=thigh,
        at=_ON_THIGH,
        fingers=(0.0, -1.0, 0.0),
        palm=(-1.0, 0.0, 0.0),
        elbow=(-0.6, -0.2, 1.0),
    )
    return replace(arm, hand=spot)
