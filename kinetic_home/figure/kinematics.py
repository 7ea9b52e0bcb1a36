"""Legs and arms: from joint angles to points, from a foot or hand that must stay to joint angles, and back again."""

from __future__ import annotations

from math import acos, asin, atan2, degrees, hypot, sqrt
from typing import NamedTuple

from kinetic_home.figure.skeleton import FOREARM_M, SHANK_M, THIGH_M, UPPER_ARM_M
from kinetic_home.figure.space import (
    Frame,
    Vec,
    along,
    cross,
    dot,
    length,
    scaled,
    sub,
    turn_x,
    turn_y,
    turn_z,
    turned_about,
    unit,
)

RIGHT, LEFT = 1, -1
# Above this the leg is read as moving in the horizontal plane when it moves outward; a frontal reading would blow up.
_HORIZONTAL_FROM_DEG = 55.0


class Leg(NamedTuple):
    """A leg's joints and the frames of its parts; a frame's up axis runs from the far joint to the near one."""

    hip: Vec
    knee: Vec
    ankle: Vec
    thigh: Frame
    shank: Frame
    foot: Frame


class Arm(NamedTuple):
    """An arm's joints and where its fingers point and its palm looks."""

    shoulder: Vec
    elbow: Vec
    wrist: Vec
    fingers: Vec
    palm: Vec


class HipAngles(NamedTuple):
    """The three angles of a hip, in degrees."""

    flexion_deg: float
    abduction_deg: float
    rotation_deg: float


def two_bones(near: Vec, target: Vec, pole: Vec, first_m: float, second_m: float) -> tuple[Vec, Vec]:
    """Return the middle joint and the end of two bones that reach for a target, bent towards the pole.

    The pole is a direction that is not along the line from `near` to the target. A target out of reach is reached
    for with straight bones.
    """
    line = sub(target, near)
    far = length(line)
    towards = scaled(line, 1.0 / far)
    reach = min(max(far, abs(first_m - second_m) + 1e-9), first_m + second_m)
    bend = unit(along(pole, towards, -dot(pole, towards)))
    forward = (first_m * first_m + reach * reach - second_m * second_m) / (2.0 * reach)
    aside = sqrt(max(first_m * first_m - forward * forward, 0.0))
    middle = along(along(near, towards, forward), bend, aside)
    return middle, along(near, towards, reach)


def turned_limb(frame: Frame, side: int, flexion_deg: float, abduction_deg: float, horizontal: bool) -> Frame:
    """Return the frame of a thigh or upper arm that is bent and moved outward, but not rotated."""
    if horizontal:
        return turn_z(turn_y(frame, -side * abduction_deg), flexion_deg)
    return turn_z(turn_x(frame, -side * abduction_deg), flexion_deg)


def bent_leg(
    hip: Vec, trunk: Frame, side: int, angles: tuple[float, float, float, float, float], horizontal: bool
) -> Leg:
    """Return the leg with these angles: hip, knee, ankle, abduction and rotation, in degrees."""
    hip_deg, knee_deg, ankle_deg, abduction_deg, rotation_deg = angles
    thigh = turn_y(turned_limb(trunk, side, hip_deg, abduction_deg, horizontal), -side * rotation_deg)
    shank = turn_z(thigh, -knee_deg)
    knee = along(hip, thigh[1], -THIGH_M)
    return Leg(hip, knee, along(knee, shank[1], -SHANK_M), thigh, shank, turn_z(shank, ankle_deg))


def reaching_leg(leg: Leg, ankle: Vec, swivel_deg: float = 0.0) -> Leg:
    """Return the leg with its ankle at a point and the knee towards the side to which it points now.

    `swivel_deg` turns the knee about the line from ankle to hip, by the right hand's rule. The foot stays as it was.
    """
    pole = leg.thigh[0]
    if swivel_deg:
        pole = turned_about(pole, unit(sub(leg.hip, ankle)), swivel_deg)
    knee, end = two_bones(leg.hip, ankle, pole, THIGH_M, SHANK_M)
    up = scaled(sub(leg.hip, knee), 1.0 / THIGH_M)
    shank_up = scaled(sub(knee, end), 1.0 / SHANK_M)
    right = unit(cross(pole, sub(leg.hip, end)))
    return Leg(leg.hip, knee, end, (cross(up, right), up, right), (cross(shank_up, right), shank_up, right), leg.foot)


def kneeling_leg(leg: Leg, knee: Vec) -> Leg:
    """Return the leg with its thigh towards a point on which the knee bears; the shank keeps its direction."""
    up = unit(sub(leg.hip, knee))
    right = unit(along(leg.thigh[2], up, -dot(leg.thigh[2], up)))
    at = along(leg.hip, up, -THIGH_M)
    return leg._replace(knee=at, ankle=along(at, leg.shank[1], -SHANK_M), thigh=(cross(up, right), up, right))


def hip_angles(leg: Leg, trunk: Frame, side: int, horizontal: bool) -> HipAngles:
    """Return flexion, abduction and rotation of a hip against the trunk."""
    down = scaled(leg.thigh[1], -1.0)
    x, y, z = dot(down, trunk[0]), dot(down, trunk[1]), side * dot(down, trunk[2])
    across = hypot(y, z)
    flexion = degrees(atan2(x, across if y <= 0 else -across))
    flat = horizontal or flexion > _HORIZONTAL_FROM_DEG
    if flat:
        flexion = degrees(acos(_clamped(-y)))
        abduction = degrees(atan2(z, x)) if hypot(x, z) > 1e-9 else 0.0
    else:
        abduction = degrees(atan2(z, abs(y))) if across > 1e-9 else 0.0
        abduction = abduction if y <= 0 else -abduction
    plain = turned_limb(trunk, side, flexion, abduction, flat)
    rotation = degrees(atan2(-dot(leg.thigh[0], plain[2]), dot(leg.thigh[0], plain[0])))
    return HipAngles(flexion, abduction, -side * rotation)


def knee_flexion_deg(leg: Leg) -> float:
    """Return how far the knee is bent."""
    return degrees(acos(_clamped(dot(leg.thigh[1], leg.shank[1]))))


def ankle_dorsiflexion_deg(leg: Leg) -> float:
    """Return how far the toes are drawn up against the shank; pointing them away is negative."""
    return degrees(asin(_clamped(dot(leg.foot[0], leg.shank[1]))))


def foot_eversion_deg(leg: Leg, side: int) -> float:
    """Return how far the sole is turned outward against the shank; inward is negative."""
    return side * degrees(asin(_clamped(dot(leg.foot[2], leg.shank[1]))))


def bent_arm(shoulder: Vec, chest: Frame, side: int, angles: tuple[float, float, float, float]) -> Arm:
    """Return the arm with these angles: flexion, elbow, abduction and rotation, in degrees."""
    flexion_deg, elbow_deg, abduction_deg, rotation_deg = angles
    upper = turn_y(turned_limb(chest, side, flexion_deg, abduction_deg, False), -side * rotation_deg)
    fore = turn_z(upper, elbow_deg)
    elbow = along(shoulder, upper[1], -UPPER_ARM_M)
    wrist = along(elbow, fore[1], -FOREARM_M)
    return Arm(shoulder, elbow, wrist, scaled(fore[1], -1.0), scaled(fore[2], -float(side)))


def reaching_arm(shoulder: Vec, wrist: Vec, elbow_towards: Vec, fingers: Vec, palm: Vec) -> Arm:
    """Return the arm with its wrist at a point, its elbow on the side of a direction, its hand turned as given."""
    elbow, end = two_bones(shoulder, wrist, elbow_towards, UPPER_ARM_M, FOREARM_M)
    return Arm(shoulder, elbow, end, fingers, palm)


def shoulder_angles(arm: Arm, chest: Frame, side: int) -> tuple[float, float]:
    """Return flexion and abduction of a shoulder against the chest, in degrees.

    Flexion is read in the plane from front to back, abduction against that plane.
    """
    down = scaled(sub(arm.elbow, arm.shoulder), 1.0 / UPPER_ARM_M)
    x, y, z = dot(down, chest[0]), dot(down, chest[1]), side * dot(down, chest[2])
    # An arm straight out to the side has no flexion to speak of.
    flexion = degrees(atan2(x, -y)) if hypot(x, y) > 0.2 else 0.0
    return flexion, degrees(asin(_clamped(z)))


def elbow_flexion_deg(arm: Arm) -> float:
    """Return how far the elbow is bent."""
    upper, fore = sub(arm.elbow, arm.shoulder), sub(arm.wrist, arm.elbow)
    return degrees(acos(_clamped(dot(upper, fore) / (UPPER_ARM_M * FOREARM_M))))


def wrist_bend_deg(arm: Arm) -> float:
    """Return how far the hand is bent against the forearm, in whichever direction."""
    return degrees(acos(_clamped(dot(arm.fingers, sub(arm.wrist, arm.elbow)) / FOREARM_M)))


def _clamped(value: float) -> float:
    return max(-1.0, min(1.0, value))
