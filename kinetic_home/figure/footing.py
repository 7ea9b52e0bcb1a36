"""A foot on the ground: how it is turned, and where its ankle is while it rolls over heel, ball or edge."""

from __future__ import annotations

from math import copysign

from kinetic_home.domain.motion import Contact
from kinetic_home.figure.kinematics import Leg
from kinetic_home.figure.pose import LegRow
from kinetic_home.figure.skeleton import ANKLE_HEIGHT_M, BALL_FORWARD_M, HEEL_BACK_M, SOLE_HALF_M, TOE_M
from kinetic_home.figure.space import UPRIGHT, Frame, Vec, place, turn_x, turn_y, turn_z

# Along the sole, from below the ankle, what each contact turns about.
_PIVOT_M = {Contact.FLAT: 0.0, Contact.TOE: BALL_FORWARD_M, Contact.EDGE: BALL_FORWARD_M, Contact.HEEL: -HEEL_BACK_M}


def foot_frame(leg: LegRow, side: int) -> Frame:
    """Return the frame of a foot that stands: turned about the upright, sloped, and rolled over an edge."""
    frame = turn_z(turn_y(UPRIGHT, -side * leg.toes_out_deg), leg.pitch_deg)
    return turn_x(frame, -side * leg.roll_deg)


def ankle_over(print_at: Vec, contact: Contact, leg: LegRow, side: int) -> Vec:
    """Return where the ankle is while the foot rolls on its print: about ball, heel or edge, or flat."""
    pivot = _PIVOT_M.get(contact, 0.0)
    if pivot == 0.0 and leg.roll_deg == 0.0:
        return print_at
    edge = rolls_over(leg.roll_deg, side)
    on_ground = place(print_at, turn_y(UPRIGHT, -side * leg.toes_out_deg), (pivot, -ANKLE_HEIGHT_M, edge))
    return place(on_ground, foot_frame(leg, side), (-pivot, ANKLE_HEIGHT_M, -edge))


def rolls_over(roll_deg: float, side: int) -> float:
    """Return how far to the right of the sole's middle the edge is over which a foot rolls; 0 for none."""
    return 0.0 if roll_deg == 0.0 else -side * copysign(SOLE_HALF_M, roll_deg)


def ground_point(ankle: Vec, foot: Frame, along_m: float, roll_deg: float, side: int) -> Vec:
    """Return where a point on the sole's middle line bears, as if the foot had not rolled over its edge."""
    edge = rolls_over(roll_deg, side)
    x, y, z = place(ankle, foot, (along_m, -ANKLE_HEIGHT_M, edge))
    if edge == 0.0:
        return (x, y, z)
    right = foot[2]
    flat = (right[0] ** 2 + right[2] ** 2) ** 0.5
    return (x - edge * right[0] / flat, y, z - edge * right[2] / flat)


def lowest_m(leg: Leg) -> float:
    """Return how high the lowest part of a straight foot is: heel, ball or toes."""
    return min(
        place(leg.ankle, leg.foot, (along_m, -ANKLE_HEIGHT_M, 0.0))[1]
        for along_m in (-HEEL_BACK_M, BALL_FORWARD_M, BALL_FORWARD_M + TOE_M)
    )
