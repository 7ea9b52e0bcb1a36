"""What keeps a figure where it is: footprints, knees, a seat, shoulders or an elbow on the mat, a floor that moves."""

from __future__ import annotations

from math import copysign, sqrt
from typing import NamedTuple

from kinetic_home.domain.motion import Carrier, Contact, Motion
from kinetic_home.domain.room import PropKind
from kinetic_home.figure.footing import ankle_over
from kinetic_home.figure.kinematics import LEFT, RIGHT, Leg, bent_leg
from kinetic_home.figure.pose import PoseRow
from kinetic_home.figure.skeleton import (
    ANKLE_HEIGHT_M,
    HIP_HALF_M,
    KNEEL_M,
    LIE_ELBOW_M,
    LIE_SHOULDER_M,
    LIE_SIDE_M,
    SHANK_M,
    SIT_M,
    THIGH_M,
    UPPER_ARM_M,
)
from kinetic_home.figure.space import ZERO, Frame, Vec, add, length, place, sub, turn_y
from kinetic_home.figure.spine import Spine, shoulder_at

Prints = tuple[Vec | None, Vec | None]
Contacts = tuple[Contact, Contact]

SIDES = (RIGHT, LEFT)
STANDING = frozenset({Carrier.WORK_FOOT, Carrier.OTHER_FOOT, Carrier.WALK, Carrier.SIDE_WALK})
STRIDING = frozenset({Carrier.WALK, Carrier.SIDE_WALK})
_SETTLED = frozenset({Contact.LYING, Contact.KNEEL})

# How much a settled foot may slide to keep its knee's angle before the knee gives way instead.
_MOST_SLIDE_M = 0.06
_STRAIGHT_LEG_M = THIGH_M + SHANK_M - 1e-7


class Ground(NamedTuple):
    """Where a motion is pinned.

    `hold` is the point that does not move: middle of the hips, base of the neck, knee or elbow, as the carrier says.
    `prints` are the places of the working and the other leg: of its ankle (for a foot, as if it stood flat) or of its
    knee. `stride_m` is how far the floor moves in one repetition of a walk, back or to the other side.
    """

    hold: Vec
    prints: Prints
    stride_m: float


def hip_of(spine: Spine, side: int) -> Vec:
    """Return a hip's centre."""
    return place(spine.pelvis, spine.hips, (0.0, 0.0, side * HIP_HALF_M))


def leg_base(spine: Spine, turn_deg: float, held: float) -> Frame:
    """Return the frame in which a leg's angles are counted; `held` is 1 for one that bears on something, else 0."""
    if turn_deg == 0.0 or held == 1.0:
        return spine.stand
    return spine.trunk if held == 0.0 else turn_y(spine.stand, -turn_deg * (1.0 - held))


def free_leg(spine: Spine, row: PoseRow, index: int, held: float, horizontal: bool) -> Leg:
    """Return the leg as its angles alone have it."""
    side, leg = SIDES[index], row.work if index == 0 else row.other
    return bent_leg(hip_of(spine, side), leg_base(spine, row.turn_deg, held), side, leg[:5], horizontal)


def bears(contact: Contact) -> bool:
    """Tell whether a leg has a place on the ground."""
    return contact.on_foot or contact in _SETTLED


def airborne(motion: Motion, contacts: Contacts) -> bool:
    """Tell whether a body that stands otherwise has left the floor."""
    return (
        motion.carrier in (Carrier.WORK_FOOT, Carrier.OTHER_FOOT)
        and contacts[0] is Contact.FREE
        and contacts[1] is Contact.FREE
    )


def pelvis_at(
    motion: Motion, row: PoseRow, spine: Spine, ground: Ground, contacts: Contacts, path: tuple[float, float]
) -> Vec:
    """Return where the middle of the hips is; `spine` has it at zero.

    `path` is its place forward and up where no one part of the body says it: in a walk and in the air. `ground` has
    the footprints of this moment.
    """
    match motion.carrier:
        case Carrier.SEAT | Carrier.SIDE:
            return ground.hold
        case Carrier.SHOULDERS:
            return sub(ground.hold, spine.neck)
        case Carrier.WORK_KNEE | Carrier.OTHER_KNEE:
            return _over_knee(motion, row, spine, ground.hold)
        case Carrier.ELBOW:
            return _over_elbow(motion, row, spine, ground, contacts)
        case Carrier.WALK | Carrier.SIDE_WALK:
            pelvis = (path[0], path[1], row.sway_m)
        case Carrier.WORK_FOOT | Carrier.OTHER_FOOT:
            if airborne(motion, contacts):
                return (path[0], path[1], row.sway_m)
            index = 0 if motion.carrier is Carrier.WORK_FOOT else 1
            pelvis = over_foot(motion, row, spine, ground.prints[index], index, contacts[index])
    # A straight leg says how high the hips can be; the other knee bends by that much more.
    lower = min(_highest_m(row, spine, pelvis, ground.prints[k], k, contacts[k]) for k in (0, 1))
    return (pelvis[0], min(pelvis[1], lower), pelvis[2])


def over_foot(motion: Motion, row: PoseRow, spine: Spine, print_at: Vec | None, index: int, contact: Contact) -> Vec:
    """Return the middle of the hips over a foot: knee as bent as it says, the foot where its print is.

    Without a print the hips are over x = 0. `spine` has the middle of the hips at zero.
    """
    side, leg = SIDES[index], row.work if index == 0 else row.other
    hip = hip_of(spine, side)
    reach = sub(free_leg(spine, row, index, 1.0, motion.horizontal_abduction).ankle, hip)
    spot = print_at or (0.0, ANKLE_HEIGHT_M + motion.surface_m[index], side * foot_z_m(motion, index))
    ankle = ankle_over(spot, contact, leg, side)
    aside = ankle[2] - hip[2] - row.sway_m
    up = sqrt(max(length(reach) ** 2 - reach[0] ** 2 - aside**2, 0.0))
    x = 0.0 if print_at is None else ankle[0] - reach[0] - hip[0]
    return (x, ankle[1] + up - hip[1], row.sway_m)


def foot_z_m(motion: Motion, index: int) -> float:
    """Return how far a foot stands from the mid-line, to its own side."""
    return HIP_HALF_M if motion.stance_m is None else motion.stance_m[index]


def hold_of(motion: Motion, first: PoseRow, spine: Spine, anchored: Spine) -> Vec:
    """Return the point that does not move, from pose A and, for an elbow, from the pose that places the feet."""
    match motion.carrier:
        case Carrier.SEAT:
            return (0.0, _seat_m(motion) + SIT_M, 0.0)
        case Carrier.SIDE:
            return (0.0, LIE_SIDE_M, 0.0)
        case Carrier.SHOULDERS:
            return (spine.neck[0], LIE_SHOULDER_M, 0.0)
        case Carrier.WORK_KNEE | Carrier.OTHER_KNEE:
            index = 0 if motion.carrier is Carrier.WORK_KNEE else 1
            knee = free_leg(spine, first, index, 1.0, motion.horizontal_abduction).knee
            return (knee[0], motion.kneel_m + KNEEL_M, knee[2] + first.sway_m)
        case Carrier.ELBOW:
            shoulder = shoulder_at(anchored, RIGHT, 0.0)
            return (shoulder[0], LIE_ELBOW_M, shoulder[2])
        case _:
            return ZERO


def printed(motion: Motion, row: PoseRow, spine: Spine, index: int, contact: Contact) -> Vec | None:
    """Return where a leg is placed in the pose that places it; `spine` has the hips where they are."""
    if not bears(contact):
        return None
    side, leg = SIDES[index], row.work if index == 0 else row.other
    free = free_leg(spine, row, index, 1.0, motion.horizontal_abduction)
    if contact in _SETTLED:
        return lain(motion, free, index, contact)
    z, height = side * foot_z_m(motion, index), ANKLE_HEIGHT_M + motion.surface_m[index]
    offset = sub(ankle_over((0.0, height, z), contact, leg, side), (0.0, height, z))
    ankle = _stood(free, height + offset[1], z + offset[2])
    return (ankle[0] - offset[0], height, z)


def lain(motion: Motion, free: Leg, index: int, contact: Contact) -> Vec:
    """Return where the ankle of a lying leg lies by its angles, or its knee where that bears."""
    if contact is Contact.KNEEL:
        # In an elbow stand one knee lies on the other.
        height = motion.lie_m[index] if motion.carrier is Carrier.ELBOW else motion.kneel_m + KNEEL_M
        return _settled(free.hip, free.knee, height)
    return _settled(free.hip, free.ankle, motion.lie_m[index])


def slides(motion: Motion, contact: Contact, index: int) -> bool:
    """Tell whether a lying leg slides as its angles say, on the mat or on the leg under it; others are held."""
    if motion.carrier is Carrier.ELBOW:
        return index == 1 and contact in _SETTLED
    return contact is Contact.LYING and motion.carrier in (Carrier.SEAT, Carrier.SHOULDERS)


def _seat_m(motion: Motion) -> float:
    """Return how high the seat is; without a chair it is the mat."""
    return next((prop.size[1] for prop in motion.props if prop.kind is PropKind.CHAIR), 0.0)


def _highest_m(row: PoseRow, spine: Spine, pelvis: Vec, print_at: Vec | None, index: int, contact: Contact) -> float:
    """Return how high the hips can be so that a straight leg still reaches its ankle."""
    if print_at is None or not contact.on_foot:
        return float("inf")
    side, leg = SIDES[index], row.work if index == 0 else row.other
    hip = add(pelvis, hip_of(spine, side))
    ankle = ankle_over(print_at, contact, leg, side)
    rise = _STRAIGHT_LEG_M**2 - (ankle[0] - hip[0]) ** 2 - (ankle[2] - hip[2]) ** 2
    return ankle[1] + sqrt(max(rise, 0.0)) + pelvis[1] - hip[1]


def _over_knee(motion: Motion, row: PoseRow, spine: Spine, hold: Vec) -> Vec:
    """Return the middle of the hips over the knee on which it kneels; a sway slants the thigh."""
    index = 0 if motion.carrier is Carrier.WORK_KNEE else 1
    leg = free_leg(spine, row, index, 1.0, motion.horizontal_abduction)
    reach = sub(leg.knee, leg.hip)
    aside = hold[2] - row.sway_m - leg.hip[2]
    up = sqrt(max(THIGH_M**2 - reach[0] ** 2 - aside**2, 0.0))
    return (hold[0] - leg.hip[0] - reach[0], hold[1] - leg.hip[1] + up, row.sway_m)


def _over_elbow(motion: Motion, row: PoseRow, spine: Spine, ground: Ground, contacts: Contacts) -> Vec:
    """Return the middle of the hips of a body that leans on an elbow, its working foot or knee where it is.

    The shoulder lies over the elbow, tipped along the body as far as the leg asks for.
    """
    elbow, shoulder, spot = ground.hold, shoulder_at(spine, RIGHT, 0.0), ground.prints[0]
    straight = (elbow[0], elbow[1] + UPPER_ARM_M, elbow[2])
    if spot is None or not bears(contacts[0]):
        return sub(straight, shoulder)
    leg = free_leg(spine, row, 0, 1.0, motion.horizontal_abduction)
    reach_m = THIGH_M if contacts[0] is Contact.KNEEL else length(sub(leg.ankle, leg.hip))
    centre = sub(spot, sub(leg.hip, shoulder))
    y, z = centre[1] - elbow[1], centre[2] - elbow[2]
    far, across = sqrt(y * y + z * z), reach_m**2 - (centre[0] - elbow[0]) ** 2
    ahead = (UPPER_ARM_M**2 - across + far * far) / (2.0 * far)
    ahead = max(-UPPER_ARM_M, min(UPPER_ARM_M, ahead))
    aside = sqrt(UPPER_ARM_M**2 - ahead * ahead)
    aside = -aside if z > 0.0 else aside
    # Of the two places in which arm and leg meet, the one over the elbow.
    tipped = (elbow[0], elbow[1] + (y * ahead - z * aside) / far, elbow[2] + (z * ahead + y * aside) / far)
    return sub(tipped, shoulder)


def _settled(hip: Vec, end: Vec, height_m: float) -> Vec:
    """Bring a knee or an ankle to its height, as far from the hip as before."""
    reach = sub(end, hip)
    drop = height_m - hip[1]
    flat = sqrt(reach[0] ** 2 + reach[2] ** 2)
    wanted = sqrt(max(length(reach) ** 2 - drop**2, 0.0))
    share = wanted / flat if flat > 1e-6 else 1.0
    return add(hip, (reach[0] * share, drop, reach[2] * share))


def _stood(free: Leg, height_m: float, z: float) -> Vec:
    """Bring an ankle to its height and its line, with the knee as bent as before where that goes."""
    reach = sub(free.ankle, free.hip)
    aside = z - free.hip[2]
    square = length(reach) ** 2 - (height_m - free.hip[1]) ** 2 - aside**2
    x = copysign(sqrt(square), reach[0]) if square > 0.0 else reach[0]
    if abs(x - reach[0]) > _MOST_SLIDE_M:
        x = reach[0]
    return (free.hip[0] + x, height_m, z)
