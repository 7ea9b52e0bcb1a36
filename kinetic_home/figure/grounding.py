"""What keeps a figure where it is: footprints, the seat, the shoulders on the mat, the floor that moves in a walk."""

from __future__ import annotations

from math import copysign, sqrt
from typing import NamedTuple

from kinetic_home.domain.motion import Carrier, Contact, Motion
from kinetic_home.domain.room import PropKind
from kinetic_home.figure.kinematics import LEFT, RIGHT, Leg, bent_leg
from kinetic_home.figure.pose import LegRow, PoseRow
from kinetic_home.figure.skeleton import (
    ANKLE_HEIGHT_M,
    BALL_FORWARD_M,
    HEEL_BACK_M,
    HIP_HALF_M,
    KNEEL_M,
    LIE_SHOULDER_M,
    LIE_SIDE_M,
    SHANK_M,
    SIT_M,
    THIGH_M,
)
from kinetic_home.figure.space import UPRIGHT, ZERO, Frame, Vec, add, length, place, sub, turn_z
from kinetic_home.figure.spine import neck_from_pelvis, spine_at

# How much a settled foot may slide to keep its knee's angle before the knee gives way instead.
_MOST_SLIDE_M = 0.06
_STRAIGHT_LEG_M = THIGH_M + SHANK_M - 1e-7


class Ground(NamedTuple):
    """Where a motion is pinned.

    `hold` is the point that does not move: middle of the hips, base of the neck, or the knee, as the carrier says.
    `prints` are the ankle's places of the working and the other leg; for a foot, as if it stood flat. `stride_m` is
    how far the floor moves back in one repetition of a walk.
    """

    hold: Vec
    prints: tuple[Vec | None, Vec | None]
    stride_m: float


def foot_frame(pitch_deg: float) -> Frame:
    """Return the frame of a foot that points ahead; heel down is positive."""
    return turn_z(UPRIGHT, pitch_deg)


def ankle_over(print_at: Vec, contact: Contact, frame: Frame) -> Vec:
    """Return where the ankle is while the foot rolls on its print: about the ball, about the heel, or flat."""
    if contact is Contact.TOE:
        ball = (print_at[0] + BALL_FORWARD_M, print_at[1] - ANKLE_HEIGHT_M, print_at[2])
        return place(ball, frame, (-BALL_FORWARD_M, ANKLE_HEIGHT_M, 0.0))
    if contact is Contact.HEEL:
        heel = (print_at[0] - HEEL_BACK_M, print_at[1] - ANKLE_HEIGHT_M, print_at[2])
        return place(heel, frame, (HEEL_BACK_M, ANKLE_HEIGHT_M, 0.0))
    return print_at


def hip_of(pelvis: Vec, trunk: Frame, side: int) -> Vec:
    """Return a hip's centre."""
    return place(pelvis, trunk, (0.0, 0.0, side * HIP_HALF_M))


def free_leg(pelvis: Vec, trunk: Frame, side: int, leg: LegRow, horizontal: bool) -> Leg:
    """Return the leg as its angles alone have it."""
    return bent_leg(hip_of(pelvis, trunk, side), trunk, side, leg[:5], horizontal)


def ground_of(motion: Motion, first: PoseRow, anchor: PoseRow) -> Ground:
    """Find where the body is pinned, from pose A and from the pose in which the feet are placed."""
    hold, contacts = _hold(motion, first), _anchor_contacts(motion)
    height = min(standing_height_m(motion, anchor, index, contacts[index]) for index in (0, 1))
    pelvis = pelvis_at(motion, anchor, Ground(hold, (None, None), 0.0), contacts, height)
    pose = motion.start if motion.anchor == "A" else motion.end
    trunk = spine_at(pelvis, anchor, motion.carrier is Carrier.SIDE).trunk
    prints: list[Vec | None] = []
    for place_no, (side, row, leg) in enumerate(((RIGHT, anchor.work, pose.work), (LEFT, anchor.other, pose.other))):
        free = free_leg(pelvis, trunk, side, row, motion.horizontal_abduction)
        prints.append(_print(motion, place_no, free, leg.contact, row))
    stride = 0.0
    if motion.carrier is Carrier.WALK and prints[0] and prints[1]:
        # In half a repetition the leading foot becomes the trailing one.
        stride = 2.0 * (prints[0][0] - prints[1][0])
    return Ground(hold, (prints[0], prints[1]), stride)


def pelvis_at(motion: Motion, row: PoseRow, ground: Ground, contacts: tuple[Contact, Contact], height_m: float) -> Vec:
    """Return where the middle of the hips is; `height_m` is given for a walk, where no one part says it."""
    match motion.carrier:
        case Carrier.SEAT | Carrier.SIDE:
            return ground.hold
        case Carrier.SHOULDERS:
            return sub(ground.hold, neck_from_pelvis(row))
        case Carrier.WORK_KNEE:
            trunk = spine_at(ZERO, row, False).trunk
            knee = free_leg(ZERO, trunk, RIGHT, row.work, motion.horizontal_abduction).knee
            return (ground.hold[0] - knee[0], ground.hold[1] - knee[1], 0.0)
        case Carrier.WALK:
            return (0.0, height_m, row.sway_m)
        case Carrier.WORK_FOOT | Carrier.OTHER_FOOT:
            index = 0 if motion.carrier is Carrier.WORK_FOOT else 1
            return _over_foot(motion, row, ground.prints[index], index, contacts[index])


def standing_height_m(motion: Motion, row: PoseRow, index: int, contact: Contact) -> float:
    """Return how high the hips are over a foot that bears them, with the leg's angles as they are."""
    return _over_foot(motion, row, None, index, contact)[1]


def highest_m(pelvis: Vec, trunk: Frame, side: int, ankle: Vec) -> float:
    """Return how high the hips can be so that a straight leg still reaches its ankle."""
    hip = hip_of(pelvis, trunk, side)
    rise = _STRAIGHT_LEG_M**2 - (ankle[0] - hip[0]) ** 2 - (ankle[2] - hip[2]) ** 2
    return ankle[1] + sqrt(max(rise, 0.0)) + pelvis[1] - hip[1]


def foot_z_m(motion: Motion, index: int) -> float:
    """Return how far a foot stands from the mid-line, to its own side."""
    return HIP_HALF_M if motion.stance_m is None else motion.stance_m[index]


def _anchor_contacts(motion: Motion) -> tuple[Contact, Contact]:
    pose = motion.start if motion.anchor == "A" else motion.end
    return pose.work.contact, pose.other.contact


def _hold(motion: Motion, first: PoseRow) -> Vec:
    match motion.carrier:
        case Carrier.SEAT:
            return (0.0, _seat_m(motion) + SIT_M, 0.0)
        case Carrier.SIDE:
            return (0.0, LIE_SIDE_M, 0.0)
        case Carrier.SHOULDERS:
            return (neck_from_pelvis(first)[0], LIE_SHOULDER_M, 0.0)
        case Carrier.WORK_KNEE:
            trunk = spine_at(ZERO, first, False).trunk
            knee = free_leg(ZERO, trunk, RIGHT, first.work, motion.horizontal_abduction).knee
            return (knee[0], motion.kneel_m + KNEEL_M, 0.0)
        case _:
            return ZERO


def _seat_m(motion: Motion) -> float:
    chairs = [prop.size[1] for prop in motion.props if prop.kind is PropKind.CHAIR]
    if not chairs:
        raise ValueError("a seated motion needs a chair among its props")
    return chairs[0]


def _over_foot(motion: Motion, row: PoseRow, print_at: Vec | None, index: int, contact: Contact) -> Vec:
    """Return the middle of the hips over a foot: knee as bent as it says, the foot where its print is.

    Without a print the hips are over x = 0.
    """
    side, leg = ((RIGHT, row.work), (LEFT, row.other))[index]
    trunk = spine_at(ZERO, row, False).trunk
    hip = hip_of(ZERO, trunk, side)
    reach = sub(free_leg(ZERO, trunk, side, leg, motion.horizontal_abduction).ankle, hip)
    frame = foot_frame(leg.pitch_deg)
    z = side * foot_z_m(motion, index)
    ankle = ankle_over(print_at or (0.0, ANKLE_HEIGHT_M, z), contact, frame)
    aside = z - hip[2] - row.sway_m
    up = sqrt(max(length(reach) ** 2 - reach[0] ** 2 - aside**2, 0.0))
    x = 0.0 if print_at is None else ankle[0] - reach[0] - hip[0]
    return (x, ankle[1] + up - hip[1], row.sway_m)


def _print(motion: Motion, index: int, free: Leg, contact: Contact, row: LegRow) -> Vec | None:
    """Return where the foot of a leg is placed in the pose that places it."""
    if contact is Contact.LYING:
        return _settled(free, motion.lie_m[index], None)
    if not contact.on_foot:
        return None
    z = (RIGHT, LEFT)[index] * foot_z_m(motion, index)
    frame = foot_frame(row.pitch_deg)
    offset = sub(ankle_over((0.0, ANKLE_HEIGHT_M, 0.0), contact, frame), (0.0, ANKLE_HEIGHT_M, 0.0))
    ankle = _settled(free, ANKLE_HEIGHT_M + offset[1], z)
    return (ankle[0] - offset[0], ANKLE_HEIGHT_M, z)


def _settled(free: Leg, height_m: float, z: float | None) -> Vec:
    """Bring an ankle to its height, and if need be to its line, with the knee as bent as before where that goes."""
    reach = sub(free.ankle, free.hip)
    drop = height_m - free.hip[1]
    if z is None:
        flat = sqrt(reach[0] ** 2 + reach[2] ** 2)
        wanted = sqrt(max(length(reach) ** 2 - drop**2, 0.0))
        share = wanted / flat if flat > 1e-6 else 1.0
        return add(free.hip, (reach[0] * share, drop, reach[2] * share))
    aside = z - free.hip[2]
    square = length(reach) ** 2 - drop**2 - aside**2
    x = copysign(sqrt(square), reach[0]) if square > 0.0 else reach[0]
    if abs(x - reach[0]) > _MOST_SLIDE_M:
        x = reach[0]
    return (free.hip[0] + x, height_m, z)
