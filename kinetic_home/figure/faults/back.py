"""What a back does wrong: it rounds, it arches, or it and the thighs work in the place of the buttocks."""

from __future__ import annotations

from dataclasses import replace
from math import atan2, cos, degrees, radians, sin
from typing import NamedTuple

from kinetic_home.domain.fault import Mark
from kinetic_home.domain.motion import ArmPose, Carrier, Contact, LegPose, Motion, Pose
from kinetic_home.domain.room import PropKind, Touch, Triple, Worn
from kinetic_home.figure.faults.posing import posed, tipped
from kinetic_home.figure.mixing import pose_between
from kinetic_home.figure.pose import numbers, row
from kinetic_home.figure.skeleton import RANGE_OF_MOTION
from kinetic_home.figure.spine import spine_at

_ROUND_LUMBAR_DEG, _ROUND_THORACIC_DEG, _ROUND_TILT_DEG, _HEAD_UP = 29.0, 18.5, 8.0, 0.4
_ARCH_LUMBAR_DEG, _ARCH_THORACIC_DEG, _ARCH_TILT_DEG = -25.0, -10.0, -11.0
# Hands on a stick let the back round by less.
_HELD = 0.75
# Hands with one weight stay together: elbows bend so far and forearms turn in.
_GRIP_ELBOW_DEG, _GRIP_TURN_DEG = 17.0, -80.0
# The back of a swinging leg arches with it: all of it at this hip angle.
_SWING_BACK_DEG = -15.0
# Where other muscles work: most of an arch; a clamshell that opens by less; of one who lies on the back heels that dig
# in, toes a little up, and raised shoulders.
_HELPED_ARCH, _OPENS, _TOES_UP_DEG, _STRAINS = 0.9, 0.5, 12.0, 0.6
# Lifted hips are held up by the back of the thigh: the back arches little.
_LIFTED_ARCH = 0.3
_LIFTED_DEG = 5.0
# An arching bridge lifts the hips further as well.
_BRIDGE_STRAIGHT, _MOST_NECK_DEG = 0.80, 58.0


def back_rounds(motion: Motion) -> Motion:
    """Let the low and the upper back round under load, between hips and neck that stay where they were."""
    stick = any(prop.kind is PropKind.STICK for prop in motion.props)
    grips = any(prop.kind is PropKind.WEIGHT and prop.worn is Worn.BOTH_HANDS for prop in motion.props)

    def change(pose: Pose, shows: float) -> Pose:
        rounded = shows * (_HELD if stick else 1.0)
        curve = _Curve(_ROUND_LUMBAR_DEG * rounded, _ROUND_THORACIC_DEG * rounded, _ROUND_TILT_DEG * rounded)
        bent = _curved(pose, curve, horizontal=motion.horizontal_abduction)
        if not grips:
            return bent
        return replace(bent, work_arm=_gripping(bent.work_arm, rounded), other_arm=_gripping(bent.other_arm, rounded))

    return posed(motion, change, marks=(Mark.LOW_BACK,))


def back_arches(motion: Motion) -> Motion:
    """Let the low back arch and the ribs flare."""
    swings = motion.carrier is Carrier.OTHER_FOOT

    def share(pose: Pose, grown: float) -> float:
        return max(0.0, min(1.0, pose.work.hip_deg / _SWING_BACK_DEG)) if swings else grown

    def change(pose: Pose, shows: float) -> Pose:
        return _arched(pose, shows, motion)

    return posed(motion, change, marks=(Mark.LOW_BACK,), share=share)


def others_work(motion: Motion) -> Motion:
    """Let the back of the thigh and the back do the work of the buttocks."""
    aside, lifts = motion.carrier is Carrier.SIDE, _lifts(motion)

    def change(pose: Pose, shows: float) -> Pose:
        helped = pose
        if not lifts:
            # What only the buttocks do goes so far without them.
            helped = pose_between(motion.start, pose, 1.0 - (1.0 - _OPENS if aside else 1.0) * shows)
        helped = _arched(helped, (_LIFTED_ARCH if lifts else _HELPED_ARCH) * shows, motion)
        if not aside:
            helped = _digging(helped, shows)
        return replace(helped, glute=pose.glute * (1.0 - shows))

    return posed(motion, change, marks=(Mark.HAMSTRING,))


class _Curve(NamedTuple):
    """By how much a back is bent more: low back, upper back and the roll of the pelvis; an arch is negative."""

    lumbar_deg: float
    thoracic_deg: float
    tilt_deg: float


def _arched(pose: Pose, shows: float, motion: Motion) -> Pose:
    # The upper back of one who lies stays as it lies.
    thoracic = 0.0 if motion.carrier in (Carrier.SHOULDERS, Carrier.SIDE) else _ARCH_THORACIC_DEG
    curve = _Curve(_ARCH_LUMBAR_DEG * shows, thoracic * shows, _ARCH_TILT_DEG * shows)
    return _curved(pose, curve, straightened=_BRIDGE_STRAIGHT if _lifts(motion) else 1.0)


def _curved(pose: Pose, curve: _Curve, *, straightened: float = 1.0, horizontal: bool = False) -> Pose:
    """Return the pose with its back bent; hips and neck stay where they were, legs and arms point as before.

    With less than 1 of `straightened` the neck moves against the hips by the rest.
    """
    bent = replace(
        pose,
        lumbar_deg=_within("lumbar_flexion", pose.lumbar_deg + curve.lumbar_deg),
        thoracic_deg=_within("thoracic_flexion", pose.thoracic_deg + curve.thoracic_deg),
        pelvic_tilt_deg=_within("pelvic_tilt", pose.pelvic_tilt_deg + curve.tilt_deg),
    )
    by = straightened * (_line_deg(pose) - _line_deg(bent))
    turned = by + curve.lumbar_deg + curve.thoracic_deg
    # The head keeps looking where it did; a hunched neck gives a little.
    neck = max(pose.neck_deg - turned, -50.0) if turned < 0.0 else pose.neck_deg - _HEAD_UP * turned
    return replace(
        tipped(bent, by, horizontal=horizontal),
        neck_deg=min(neck, _MOST_NECK_DEG),
        work_arm=_pointing(pose.work_arm, turned),
        other_arm=_pointing(pose.other_arm, turned),
    )


def _line_deg(pose: Pose) -> float:
    """Return how far the line from the hips to the neck leans ahead of one who stands like this."""
    upright = row(numbers(replace(pose, lean_deg=0.0, drop_deg=0.0)))
    x, y, _ = spine_at(upright, Carrier.WORK_FOOT).neck
    return degrees(atan2(x, y))


def _pointing(arm: ArmPose, turned_deg: float) -> ArmPose:
    """Return an arm that points as before in the room; a hand on the chest stays on it."""
    hand = arm.hand
    if hand is not None and hand.grip and hand.on is Touch.CHEST:
        # What hands hold before the chest stays before it.
        at, fingers, palm = (_ahead(way, -turned_deg) for way in (hand.at, hand.fingers, hand.palm))
        hand = replace(hand, at=at, fingers=fingers, palm=palm)
    elif hand is not None and hand.on is Touch.CHEST:
        # What lies on the chest slides on it, as far below the neck in the room as before.
        x, y, z = hand.at
        hand = replace(hand, at=(x, (y + x * sin(radians(turned_deg))) / cos(radians(turned_deg)), z))
    return replace(arm, flexion_deg=max(-55.0, min(178.0, arm.flexion_deg + turned_deg)), hand=hand)


def _gripping(arm: ArmPose, shows: float) -> ArmPose:
    """Return an arm that hangs from a round back and still has its hand at the weight that both hold."""
    if arm.hand is not None:
        return arm
    return replace(
        arm,
        elbow_deg=arm.elbow_deg + _GRIP_ELBOW_DEG * shows,
        rotation_deg=arm.rotation_deg + _GRIP_TURN_DEG * shows,
    )


def _ahead(point: Triple, angle_deg: float) -> Triple:
    """Return a point turned ahead about the hips."""
    x, y, z = point
    c, s = cos(radians(angle_deg)), sin(radians(angle_deg))
    return (x * c + y * s, y * c - x * s, z)


def _lifts(motion: Motion) -> bool:
    """Tell whether lying hips are lifted, as in a bridge."""
    lifted = abs(motion.end.trunk_deg - motion.start.trunk_deg) > _LIFTED_DEG
    return motion.carrier is Carrier.SHOULDERS and lifted


def _digging(pose: Pose, shows: float) -> Pose:
    """Return a lying pose in which the heels dig in and the shoulders come up."""
    return replace(
        pose,
        shrug=max(pose.shrug, _STRAINS * shows),
        work=_on_heel(pose.work, shows),
        other=_on_heel(pose.other, shows),
    )


def _on_heel(leg: LegPose, shows: float) -> LegPose:
    contact = Contact.HEEL if shows > 0.0 and leg.contact is Contact.FLAT else leg.contact
    return replace(leg, ankle_deg=leg.ankle_deg + _TOES_UP_DEG * shows, contact=contact)


def _within(joint: str, wanted_deg: float) -> float:
    low, high = RANGE_OF_MOTION[joint]
    return max(low, min(high, wanted_deg))
