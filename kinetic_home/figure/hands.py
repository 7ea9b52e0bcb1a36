"""Hands that lie on something: where the wrist must be so that the palm is where it belongs."""

from __future__ import annotations

from typing import NamedTuple

from kinetic_home.domain.room import HandSpot, Touch
from kinetic_home.figure.kinematics import Arm, Leg, reaching_arm
from kinetic_home.figure.skeleton import PALM_M, SACRUM, THIGH_M
from kinetic_home.figure.space import UPRIGHT, ZERO, Frame, Vec, along, between, place, sub, unit
from kinetic_home.figure.spine import Spine, joints_and_frames
from kinetic_home.figure.stick import stick_on

# How far the wrist's centre lies over the surface that the palm lies on.
PALM_OVER_M = 0.028
# How far a full breath raises the belly.
BELLY_RISE_M = 0.042


class Reach(NamedTuple):
    """Where a wrist has to be, how its hand is turned, and where its elbow points."""

    wrist: Vec
    fingers: Vec
    palm: Vec
    elbow: Vec


class Body(NamedTuple):
    """What hands can lie on: trunk and legs; `belly` is how far a breath has raised it, 0 to 1."""

    spine: Spine
    work: Leg
    other: Leg
    belly: float


def spot_reach(spot: HandSpot, body: Body, side: int) -> Reach:
    """Return where the wrist belongs so that the palm lies on its spot."""
    origin, frame, local = _local(spot, body, side)
    fingers = unit(_turned(frame, spot.fingers, side))
    palm = unit(_turned(frame, spot.palm, side))
    wrist = along(along(place(origin, frame, local), palm, -PALM_OVER_M), fingers, -PALM_M)
    return Reach(wrist, fingers, palm, _turned(body.spine.chest, spot.elbow, side))


def arm_reach(arm: Arm) -> Reach:
    """Return the reach that an arm has by its angles."""
    middle = between(arm.shoulder, arm.wrist, 0.56)
    return Reach(arm.wrist, arm.fingers, arm.palm, sub(arm.elbow, middle))


def palm_point(arm: Arm) -> Vec:
    """Return where the palm's surface is."""
    return along(along(arm.wrist, arm.fingers, PALM_M), arm.palm, PALM_OVER_M)


def reached(shoulder: Vec, first: Reach, second: Reach, share: float) -> Arm:
    """Return the arm at a share of the way from one reach to another."""
    mixed = first
    if share > 0.0:
        mixed = Reach(
            between(first.wrist, second.wrist, share),
            unit(between(first.fingers, second.fingers, share)),
            unit(between(first.palm, second.palm, share)),
            between(unit(first.elbow), unit(second.elbow), share),
        )
    return reaching_arm(shoulder, mixed.wrist, mixed.elbow, mixed.fingers, mixed.palm)


def _local(spot: HandSpot, body: Body, side: int) -> tuple[Vec, Frame, Vec]:
    x, y, z = spot.at
    match spot.on:
        case Touch.BELLY:
            # The belly lies before the low back, and goes with it where that arches.
            up, ahead = y - SACRUM[1], x - SACRUM[0] + BELLY_RISE_M * body.belly
            return body.spine.sacrum, body.spine.loin, (ahead, up, side * z)
        case Touch.HIP:
            return body.spine.pelvis, body.spine.hips, (x, y, side * z)
        case Touch.STICK:
            stick = stick_on(*joints_and_frames(body.spine))
            return stick.origin, stick.frame, (x, y, side * z)
        case Touch.WORK_THIGH | Touch.STRAP:
            return body.work.hip, body.work.thigh, (x, -y * THIGH_M, side * z)
        case Touch.OTHER_THIGH:
            return body.other.hip, body.other.thigh, (x, -y * THIGH_M, side * z)
        case Touch.CHEST:
            return body.spine.neck, body.spine.chest, (x, y, side * z)
        case Touch.WORK_FOOT:
            return body.work.ankle, body.work.foot, (x, y, side * z)
        case _:
            return ZERO, UPRIGHT, (x, y, side * z)


def _turned(frame: Frame, direction: Vec, side: int) -> Vec:
    f, u, r = frame
    x, y, z = direction[0], direction[1], side * direction[2]
    return (
        f[0] * x + u[0] * y + r[0] * z,
        f[1] * x + u[1] * y + r[1] * z,
        f[2] * x + u[2] * y + r[2] * z,
    )
