"""What a pelvis does wrong: it drops or hikes on one side, opens, rolls back, sags, or shifts off one leg."""

from __future__ import annotations

from dataclasses import replace

from kinetic_home.domain.fault import Mark
from kinetic_home.domain.motion import Carrier, Contact, Motion, Pose
from kinetic_home.domain.room import PropKind
from kinetic_home.figure.faults.posing import FEET, ImpossibleFaultError, cleared, legs_alike, loaded, posed
from kinetic_home.figure.mixing import pose_between

# A pelvis that drops on one side juts out over the leg on the other.
_DROPS_DEG, _JUTS_M, _SINKS_DEG, _FOOT_UP_DEG, _HIKES_DEG = 15.0, 0.035, 22.0, 20.0, 15.0
_OPENS_DEG, _FOOT_ASIDE_DEG = 32.0, 28.0
# An upper hip that rolls back takes the chest a little way with it.
_ROLLS_DEG, _CHEST_ROLLS_DEG = 40.0, 7.0
# A sagging pelvis comes down by so much of the way; beside an elbow it nearly comes to the mat.
_SAGS, _SAGS_ASIDE = 0.8, 0.86
_SHIFT_M, _SHIFT_LEAN_DEG = 0.09, 10.0
# What of a drop is there while both feet still stand, and while a single leg is not bent yet.
_ON_TWO_FEET, _STRAIGHT = 0.3, 0.4
_EARLY = 1.6


def pelvis_drops(motion: Motion) -> Motion:
    """Let the pelvis hang down on the side of the leg that does not bear."""

    def share(pose: Pose, grown: float) -> float:
        return _side_that_bears(motion, pose) * _dropped(motion, pose, grown)

    def change(pose: Pose, shows: float) -> Pose:
        if motion.carrier is Carrier.SHOULDERS:
            # Lying on the back, the side that drops is the one that sinks to the floor.
            return _turned(pose, -_SINKS_DEG * shows)
        return replace(
            pose,
            drop_deg=pose.drop_deg + _DROPS_DEG * shows,
            sway_m=pose.sway_m + _JUTS_M * shows,
            work=cleared(pose.work, _FOOT_UP_DEG * abs(shows)),
            other=cleared(pose.other, _FOOT_UP_DEG * abs(shows)),
        )

    return posed(motion, change, marks=(Mark.PELVIS,), share=share)


def pelvis_hikes(motion: Motion) -> Motion:
    """Let the pelvis rise on the side of the leg that moves freely."""
    side = -1.0 if motion.carrier is Carrier.WORK_FOOT else 1.0

    def change(pose: Pose, shows: float) -> Pose:
        return replace(pose, drop_deg=pose.drop_deg + side * _HIKES_DEG * shows)

    return posed(motion, change, marks=(Mark.PELVIS,))


def pelvis_opens(motion: Motion) -> Motion:
    """Let the hip of the free leg turn up and back, so that the pelvis opens to that side."""

    def change(pose: Pose, shows: float) -> Pose:
        # The free foot points aside with it.
        freed = pose.other.contact is Contact.FREE
        turned = replace(pose.other, rotation_deg=pose.other.rotation_deg + _FOOT_ASIDE_DEG * shows)
        return replace(pose, turn_deg=pose.turn_deg - _OPENS_DEG * shows, other=turned if freed else pose.other)

    return posed(motion, change, marks=(Mark.PELVIS,))


def hips_roll(motion: Motion) -> Motion:
    """Let the upper hip roll back; raises ImpossibleFaultError where nobody lies on the side."""
    if motion.carrier is not Carrier.SIDE:
        raise ImpossibleFaultError("hips roll back only in lying on the side")

    def change(pose: Pose, shows: float) -> Pose:
        rolled = _turned(pose, _ROLLS_DEG * shows)
        return replace(rolled, twist_deg=rolled.twist_deg - _CHEST_ROLLS_DEG * shows)

    return posed(motion, change, marks=(Mark.PELVIS,))


def hips_sag(motion: Motion) -> Motion:
    """Let lifted hips sink; raises ImpossibleFaultError where the hips are not lifted."""
    if motion.carrier not in (Carrier.SHOULDERS, Carrier.ELBOW):
        raise ImpossibleFaultError("hips sag only in a bridge or a plank")

    sags = _SAGS_ASIDE if motion.carrier is Carrier.ELBOW else _SAGS

    def change(pose: Pose, shows: float) -> Pose:
        return pose_between(motion.start, pose, 1.0 - sags * shows)

    return posed(motion, change, marks=(Mark.PELVIS,))


def shifts_away(motion: Motion) -> Motion:
    """Let the weight shift off the working leg; raises ImpossibleFaultError where both legs do not bear alike."""
    if motion.carrier not in FEET or not legs_alike(motion):
        raise ImpossibleFaultError("weight shifts from one leg to the other only where both stand alike")
    seated = loaded(motion) == "A" and any(prop.kind is PropKind.CHAIR for prop in motion.props)

    def share(pose: Pose, grown: float) -> float:
        if seated:
            return 0.0 if pose == motion.start else 1.0
        return min(1.0, grown * _EARLY)

    def change(pose: Pose, shows: float) -> Pose:
        return replace(pose, sway_m=pose.sway_m - _SHIFT_M * shows, lean_deg=pose.lean_deg - _SHIFT_LEAN_DEG * shows)

    return posed(motion, change, marks=(Mark.PELVIS,), share=share)


def _turned(pose: Pose, by_deg: float) -> Pose:
    """Return the pose with its pelvis turned under a chest that stays where it lies."""
    return replace(pose, turn_deg=pose.turn_deg + by_deg, twist_deg=pose.twist_deg + by_deg)


def _side_that_bears(motion: Motion, pose: Pose) -> float:
    """Return 1 where the working leg bears, alone or most; -1 for the other leg; 0 for both in a walk."""
    work, other = pose.work.contact.on_foot, pose.other.contact.on_foot
    if motion.carrier in (Carrier.WALK, Carrier.SIDE_WALK):
        return float(work) - float(other)
    if motion.carrier is Carrier.OTHER_FOOT:
        return -1.0
    return 1.0


def _dropped(motion: Motion, pose: Pose, grown: float) -> float:
    if motion.carrier in (Carrier.WALK, Carrier.SIDE_WALK):
        return 1.0
    if motion.carrier not in FEET or pose.air_m > 0.0 or motion.end.air_m > 0.0:
        return grown
    single = not (pose.work.contact.on_foot and pose.other.contact.on_foot)
    if loaded(motion) == "A":
        return 1.0 if single else _ON_TWO_FEET
    return max(_STRAIGHT, grown) if single else grown
