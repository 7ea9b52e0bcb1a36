"""What a trunk does wrong: it leans aside, tips ahead or back, or twists."""

from __future__ import annotations

from dataclasses import replace

from kinetic_home.domain.fault import Mark
from kinetic_home.domain.motion import ArmPose, Carrier, Motion, Pose
from kinetic_home.figure.faults.posing import posed, tipped

_LEANS_DEG, _SEATED_LEANS_DEG, _TIPS_DEG, _TIPS_BACK_DEG, _TWISTS_DEG = 24.0, 18.0, 26.0, 18.0, 34.0
# Leaning on an elbow the pelvis rolls with the chest.
_ROLLS_DEG = 18.0
# A trunk that leans as a walk goes on does so all the time; else a part of it is there from the start.
_FROM_START = 0.25
# A trunk tips against a swinging leg: all of it at this hip angle.
_SWING_FULL_DEG = 30.0
# Seated on the floor, the trunk falls to where the knees go: all of it at this turn of the hips.
_KNEES_TURNED_DEG = 35.0
# How far ahead and outward the propping hands go, on the side to which the trunk leans and on the other.
_PROPS_M = ((0.14, 0.33), (0.10, -0.06))


def trunk_leans(motion: Motion) -> Motion:
    """Let the trunk lean aside: over the leg that stands, away from a leg that swings, after knees that roll."""
    side = -1.0 if motion.carrier is Carrier.OTHER_FOOT else 1.0

    def share(pose: Pose, grown: float) -> float:
        if motion.carrier is Carrier.WALK:
            return side
        if motion.carrier is Carrier.SEAT:
            turned = (pose.work.rotation_deg - pose.other.rotation_deg) / 2.0
            return max(-1.0, min(1.0, turned / _KNEES_TURNED_DEG))
        return side * max(_FROM_START, grown)

    def change(pose: Pose, shows: float) -> Pose:
        most = _SEATED_LEANS_DEG if motion.carrier is Carrier.SEAT else _LEANS_DEG
        leaned = replace(pose, lean_deg=pose.lean_deg + most * shows)
        if motion.carrier is not Carrier.SEAT or shows == 0.0:
            return leaned
        # The hands that prop the body go with it.
        near, far = _PROPS_M if shows > 0.0 else _PROPS_M[::-1]
        return replace(
            leaned, work_arm=_moved(pose.work_arm, near, abs(shows)), other_arm=_moved(pose.other_arm, far, abs(shows))
        )

    return posed(motion, change, marks=(Mark.TRUNK,), share=share)


def trunk_tips(motion: Motion) -> Motion:
    """Let the trunk tip ahead under load; where a leg swings freely it tips against the leg."""
    swings = motion.carrier is Carrier.OTHER_FOOT

    def share(pose: Pose, grown: float) -> float:
        if not swings:
            return grown
        return max(-1.0, min(1.0, -pose.work.hip_deg / _SWING_FULL_DEG))

    def change(pose: Pose, shows: float) -> Pose:
        by = (_TIPS_DEG if shows > 0.0 else _TIPS_BACK_DEG) * shows
        changed = tipped(pose, by)
        return replace(changed, work_arm=_hanging(pose.work_arm, by), other_arm=_hanging(pose.other_arm, by))

    return posed(motion, change, marks=(Mark.TRUNK,), share=share)


def trunk_twists(motion: Motion) -> Motion:
    """Let the chest twist; leaning on an elbow the upper shoulder rolls towards the floor."""
    leans = motion.carrier is Carrier.ELBOW

    def change(pose: Pose, shows: float) -> Pose:
        if not leans:
            return replace(pose, twist_deg=pose.twist_deg + _TWISTS_DEG * shows)
        return replace(
            pose, turn_deg=pose.turn_deg + _ROLLS_DEG * shows, twist_deg=pose.twist_deg - _TWISTS_DEG * shows
        )

    twisted = posed(motion, change, marks=(Mark.TRUNK,))
    # The elbow lies where it was put down, before the chest twists.
    return replace(twisted, anchor="A") if leans else twisted


def _moved(arm: ArmPose, by_m: tuple[float, float], shows: float) -> ArmPose:
    """Return an arm whose hand lies further ahead and outward."""
    if arm.hand is None:
        return arm
    x, y, z = arm.hand.at
    return replace(arm, hand=replace(arm.hand, at=(x + by_m[0] * shows, y, z + by_m[1] * shows)))


def _hanging(arm: ArmPose, by_deg: float) -> ArmPose:
    """Return an arm that hangs in the room as before under a trunk that has tipped."""
    return replace(arm, flexion_deg=arm.flexion_deg + by_deg)
