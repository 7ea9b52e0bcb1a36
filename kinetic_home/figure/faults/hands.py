"""What hands do wrong: they push off the thighs, or bear the body where they should only touch."""

from __future__ import annotations

from dataclasses import replace

from kinetic_home.domain.fault import Mark
from kinetic_home.domain.motion import ArmPose, Motion, Pose
from kinetic_home.domain.room import HandSpot, PropKind, Touch
from kinetic_home.figure.faults.posing import ImpossibleFaultError, always, hanging, loaded, posed, reaching, tipped

_HOLDS = {Touch.RAIL, Touch.WORKTOP, Touch.WALL}
# Over one hand the body leans aside and ahead, the hand a little further along; over two it leans ahead.
_LEAN_DEG, _LEAN_OVER_DEG, _ALONG_M, _LEAN_AHEAD_DEG = 20.0, 16.0, 0.08, 24.0
_SHIFT_M, _SHRUG = 0.04, 0.7
# On a worktop the hands lie so far in from its edge and from the mid-line, the elbows out to the side.
_FROM_EDGE_M, _HANDS_APART_M, _ELBOWS_OUT = 0.06, 0.17, (-0.6, -0.8, 0.5)
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
    """Let the body lean on the hand that should only touch; free hands come down on the worktop that stands there.

    Raises ImpossibleFaultError where there is nothing to lean on.
    """
    work, other = (_holding(arm) for arm in (motion.end.work_arm, motion.end.other_arm))
    if not work and not other:
        return _bends_over(motion)
    side = 0.0 if work and other else 1.0 if work else -1.0

    def change(pose: Pose, shows: float) -> Pose:
        ahead = (_LEAN_OVER_DEG if side else _LEAN_AHEAD_DEG) * shows
        arms = [hanging(reaching(arm, _ALONG_M * shows), ahead) for arm in (pose.work_arm, pose.other_arm)]
        return replace(
            tipped(pose, ahead),
            lean_deg=pose.lean_deg + side * _LEAN_DEG * shows,
            sway_m=pose.sway_m + side * _SHIFT_M * shows,
            shrug=max(pose.shrug, _SHRUG * shows),
            work_arm=arms[0],
            other_arm=arms[1],
        )

    marks = tuple(mark for mark, leans in ((Mark.WORK_HAND, work), (Mark.OTHER_HAND, other)) if leans)
    return posed(motion, change, marks=marks, share=always)


def _bends_over(motion: Motion) -> Motion:
    worktop = next((prop for prop in motion.props if prop.kind is PropKind.WORKTOP), None)
    if worktop is None:
        raise ImpossibleFaultError("there is nothing within reach to lean on")
    hand = HandSpot(
        on=Touch.WORKTOP,
        at=(worktop.at[0] - worktop.size[0] / 2.0 + _FROM_EDGE_M, worktop.size[1], _HANDS_APART_M),
        fingers=(1.0, 0.0, 0.0),
        palm=(0.0, -1.0, 0.0),
        elbow=_ELBOWS_OUT,
    )

    def change(pose: Pose, shows: float) -> Pose:
        return replace(
            tipped(pose, _LEAN_AHEAD_DEG * shows),
            shrug=max(pose.shrug, _SHRUG * shows),
            work_arm=replace(pose.work_arm, hand=hand),
            other_arm=replace(pose.other_arm, hand=hand),
        )

    return posed(motion, change, marks=(Mark.WORK_HAND, Mark.OTHER_HAND), share=always)


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
