"""What a trunk does wrong: it leans aside, tips ahead or back, or twists."""

from __future__ import annotations

from dataclasses import replace

from kinetic_home.domain.fault import Mark
from kinetic_home.domain.motion import ArmPose, Carrier, Motion, Pose
from kinetic_home.domain.room import Touch, Triple
from kinetic_home.figure.faults.posing import hanging, leaned, posed, reaching, tipped

_LEANS_DEG, _SEATED_LEANS_DEG, _TIPS_DEG, _TIPS_BACK_DEG, _TWISTS_DEG = 24.0, 18.0, 26.0, 18.0, 34.0
# Leaning on an elbow the pelvis rolls with the chest.
_ROLLS_DEG = 18.0
# A trunk that leans as a walk goes on does so all the time; else a part of it is there from the start.
_FROM_START = 0.25
# A trunk tips against a swinging leg: all of it at this hip angle.
_SWING_FULL_DEG = 30.0
# Seated on the floor, the trunk falls to where the knees go: all of it at this turn of the hips.
_KNEES_TURNED_DEG = 35.0
# The propping hand on the side to which the trunk leans goes so far outward, its elbow bent to the side and its
# fingers back; the other one so far ahead and inward.
_UNDER_M, _ELBOW_ASIDE, _FINGERS_BACK = (0.0, 0.15), (-0.3, 0.0, 1.0), (-1.0, 0.0, 0.0)
_AFTER_M = (0.10, -0.06)
# A trunk that tips takes a hand on a rail so far along it.
_ALONG_M = 0.16


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
        aside = leaned(pose, most * shows)
        if motion.carrier is not Carrier.SEAT or shows == 0.0:
            return aside
        # The hands that prop the body go with it.
        if shows > 0.0:
            return replace(aside, work_arm=_under(pose.work_arm, shows), other_arm=_after(pose.other_arm, shows))
        return replace(aside, work_arm=_after(pose.work_arm, -shows), other_arm=_under(pose.other_arm, -shows))

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
        changed, along_m = tipped(pose, by), 0.0 if swings else _ALONG_M * shows
        work, other = (hanging(reaching(arm, along_m), by) for arm in (pose.work_arm, pose.other_arm))
        return replace(changed, work_arm=work, other_arm=other)

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


def _under(arm: ArmPose, shows: float) -> ArmPose:
    """Return the arm on which a seated body comes down that leans to its side."""
    return _propped(arm, _UNDER_M, shows, elbow=_ELBOW_ASIDE, fingers=_FINGERS_BACK)


def _after(arm: ArmPose, shows: float) -> ArmPose:
    """Return the arm from which a seated body leans away."""
    return _propped(arm, _AFTER_M, shows)


def _propped(arm: ArmPose, by_m: tuple[float, float], shows: float, **turned: Triple) -> ArmPose:
    """Return an arm whose hand, where it lies on the floor, lies further ahead and outward, turned as given."""
    hand = arm.hand
    if hand is None or hand.on is not Touch.FLOOR:
        return arm
    x, y, z = hand.at
    return replace(arm, hand=replace(hand, at=(x + by_m[0] * shows, y, z + by_m[1] * shows), **turned))
