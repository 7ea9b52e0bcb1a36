"""Describe a solved body: its joints by name, its angles by name, and what it bears on."""

from __future__ import annotations

from math import asin, degrees
from typing import NamedTuple

from kinetic_home.domain.motion import Carrier, Contact, Motion
from kinetic_home.domain.room import HandSpot, PropKind
from kinetic_home.figure.figure import Planted
from kinetic_home.figure.footing import ground_point
from kinetic_home.figure.hands import palm_point
from kinetic_home.figure.kinematics import (
    LEFT,
    RIGHT,
    Arm,
    Leg,
    ankle_dorsiflexion_deg,
    elbow_flexion_deg,
    foot_eversion_deg,
    hip_angles,
    knee_flexion_deg,
    shoulder_angles,
    wrist_bend_deg,
)
from kinetic_home.figure.pose import LegRow, PoseRow
from kinetic_home.figure.skeleton import (
    ANKLE_HEIGHT_M,
    BALL_FORWARD_M,
    HAND_M,
    HEEL_BACK_M,
    KNEEL_M,
    KNUCKLE_M,
    LIE_SHOULDER_M,
    SIT_M,
    TOE_M,
)
from kinetic_home.figure.space import Frame, Vec, along, cross, place, scaled, turn_z, unit
from kinetic_home.figure.spine import Spine

_SIDES = (RIGHT, LEFT)
_TOES_UP_MOST_DEG, _TOES_DOWN_MOST_DEG = 88.0, -30.0
# A foot that hangs lower than this beneath its surface hangs beside it.
_OVER_SURFACE_M = 0.02
_THUMB_OUT_M, _THUMB_ALONG_M = 0.055, 0.065
# A seat is left when the hips have risen by so much.
_SEAT_LEFT_M = 0.0008
# A head that is raised by more than this does not lie any more.
_HEAD_LIFTED_M = 0.01


class LegState(NamedTuple):
    """A leg as it is, the numbers it was asked for, what it bears on and whether it stays there.

    `surface_m` is how high the surface under its foot is.
    """

    leg: Leg
    row: LegRow
    contact: Contact
    stays: bool
    surface_m: float


class ArmState(NamedTuple):
    """An arm as it is, the spots that its hand comes from and goes to, and whether it is closed round a weight."""

    arm: Arm
    first: HandSpot | None
    second: HandSpot | None
    closed: bool = False


def joints_of(
    spine: Spine, legs: tuple[LegState, LegState], arms: tuple[ArmState, ArmState], names: tuple[str, str]
) -> dict[str, Vec]:
    """Return every joint by name; `names` are the sides of the working and the other limbs."""
    joints: dict[str, Vec] = {
        "pelvis": spine.pelvis,
        "sacrum": spine.sacrum,
        "waist": spine.waist,
        "ribs": spine.ribs,
        "neck": spine.neck,
        "skull": spine.skull,
        "crown": spine.crown,
        "chin": spine.chin,
        "nose": spine.nose,
    }
    for name, state in zip(names, legs, strict=True):
        leg = state.leg
        ball = place(leg.ankle, leg.foot, (BALL_FORWARD_M, -ANKLE_HEIGHT_M, 0.0))
        joints[f"{name}_hip"] = leg.hip
        joints[f"{name}_knee"] = leg.knee
        joints[f"{name}_ankle"] = leg.ankle
        joints[f"{name}_heel"] = place(leg.ankle, leg.foot, (-HEEL_BACK_M, -ANKLE_HEIGHT_M, 0.0))
        joints[f"{name}_ball"] = ball
        joints[f"{name}_toe"] = along(ball, turn_z(leg.foot, _toes_up_deg(state, ball))[0], TOE_M)
    for name, side, state in zip(names, _SIDES, arms, strict=True):
        arm = state.arm
        knuckle = along(arm.wrist, arm.fingers, KNUCKLE_M)
        joints[f"{name}_shoulder"] = arm.shoulder
        joints[f"{name}_elbow"] = arm.elbow
        joints[f"{name}_wrist"] = arm.wrist
        joints[f"{name}_knuckle"] = knuckle
        joints[f"{name}_fingertip"] = along(knuckle, _finger_direction(state), HAND_M - KNUCKLE_M)
        joints[f"{name}_thumb"] = _thumb(arm, side)
    return joints


def frames_of(spine: Spine, legs: tuple[LegState, LegState], names: tuple[str, str]) -> dict[str, Frame]:
    """Return how the parts with a front are turned, by name."""
    frames = {
        "hips": spine.hips,
        "loin": spine.loin,
        "ribs": spine.rib_cage,
        "chest": spine.chest,
        "head": spine.head,
    }
    for name, state in zip(names, legs, strict=True):
        frames[f"{name}_thigh"] = state.leg.thigh
        frames[f"{name}_shank"] = state.leg.shank
        frames[f"{name}_foot"] = state.leg.foot
    return frames


def angles_of(
    spine: Spine,
    values: PoseRow,
    legs: tuple[LegState, LegState],
    arms: tuple[ArmState, ArmState],
    names: tuple[str, str],
    horizontal: bool,
) -> dict[str, float]:
    """Return every angle by name, in degrees, as the solved body has it."""
    angles = {
        "trunk_lean": values.trunk_deg,
        "pelvic_tilt": values.pelvic_tilt_deg,
        "lumbar_flexion": values.lumbar_deg,
        "thoracic_flexion": values.thoracic_deg,
        "trunk_side_bend": values.lean_deg + values.drop_deg,
        "trunk_rotation": values.twist_deg,
        "pelvic_drop": values.drop_deg,
        "neck_flexion": values.neck_deg,
        "neck_side_bend": -values.lean_deg,
        "neck_rotation": values.turn_deg - values.twist_deg,
    }
    for name, side, state in zip(names, _SIDES, legs, strict=True):
        leg = state.leg
        hip = hip_angles(leg, spine.trunk, side, horizontal)
        ball = place(leg.ankle, leg.foot, (BALL_FORWARD_M, -ANKLE_HEIGHT_M, 0.0))
        angles[f"{name}_hip_flexion"] = hip.flexion_deg
        angles[f"{name}_hip_abduction"] = hip.abduction_deg
        angles[f"{name}_hip_rotation"] = hip.rotation_deg
        angles[f"{name}_knee_flexion"] = knee_flexion_deg(leg)
        angles[f"{name}_ankle_dorsiflexion"] = ankle_dorsiflexion_deg(leg)
        angles[f"{name}_foot_eversion"] = foot_eversion_deg(leg, side)
        angles[f"{name}_toe_extension"] = _toes_up_deg(state, ball)
    for name, side, state in zip(names, _SIDES, arms, strict=True):
        flexion, abduction = shoulder_angles(state.arm, spine.chest, side)
        angles[f"{name}_shoulder_flexion"] = flexion
        angles[f"{name}_shoulder_abduction"] = abduction
        angles[f"{name}_elbow_flexion"] = elbow_flexion_deg(state.arm)
        angles[f"{name}_wrist_bend"] = wrist_bend_deg(state.arm)
    return angles


def contacts_of(
    motion: Motion,
    values: PoseRow,
    joints: dict[str, Vec],
    legs: tuple[LegState, LegState],
    arms: tuple[ArmState, ArmState],
    names: tuple[str, str],
) -> list[Planted]:
    """Return what the body bears on: feet, knee, seat or back, and the hands that lie on something."""
    found: list[Planted] = []
    for name, side, state in zip(names, _SIDES, legs, strict=True):
        found += _leg_contacts(motion, name, side, state, joints)
    found += _trunk_contacts(motion, values, joints, arms[0], names)
    for name, state in zip(names, arms, strict=True):
        if state.first is not None and state.first == state.second:
            found.append(Planted(part=f"{name}_hand", on=state.first.on.value, at=palm_point(state.arm)))
    return found


def _leg_contacts(motion: Motion, name: str, side: int, state: LegState, joints: dict[str, Vec]) -> list[Planted]:
    match state.contact:
        case Contact.FLAT:
            parts = (("heel", -HEEL_BACK_M), ("ball", BALL_FORWARD_M))
        case Contact.TOE | Contact.EDGE:
            parts = (("ball", BALL_FORWARD_M),)
        case Contact.HEEL:
            parts = (("heel", -HEEL_BACK_M),)
        case Contact.KNEEL:
            knee = joints[f"{name}_knee"]
            on = "cushion" if motion.kneel_m else "mat"
            if motion.carrier is Carrier.ELBOW and side == LEFT:
                on = "work_leg"
            return [Planted(part=f"{name}_knee", on=on, at=(knee[0], knee[1] - KNEEL_M, knee[2]))]
        case Contact.LYING:
            chair = motion.carrier is Carrier.SHOULDERS and any(prop.kind is PropKind.CHAIR for prop in motion.props)
            on = "chair" if chair else "mat"
            if motion.carrier is Carrier.ELBOW and side == LEFT:
                on = "work_leg"
            return [Planted(part=f"{name}_ankle", on=on, at=joints[f"{name}_ankle"])] if state.stays else []
        case Contact.CROSSED:
            return [Planted(part=f"{name}_ankle", on="other_thigh", at=joints[f"{name}_ankle"])]
        case Contact.FREE:
            return []
    leg, roll_deg = state.leg, state.row.roll_deg
    return [
        Planted(part=f"{name}_{part}", on="floor", at=ground_point(leg.ankle, leg.foot, along_m, roll_deg, side))
        for part, along_m in parts
    ]


def _trunk_contacts(
    motion: Motion, values: PoseRow, joints: dict[str, Vec], work_arm: ArmState, names: tuple[str, str]
) -> list[Planted]:
    pelvis = joints["pelvis"]
    match motion.carrier:
        case Carrier.SHOULDERS:
            found = [Planted(part="shoulders", on="mat", at=joints["neck"])]
            if joints["skull"][1] < LIE_SHOULDER_M + _HEAD_LIFTED_M:
                found.append(Planted(part="head", on="mat", at=joints["skull"]))
            if abs(values.trunk_deg + 90.0) < 1e-6 and abs(values.pelvic_tilt_deg) < 1e-6:
                found.append(Planted(part="pelvis", on="mat", at=pelvis))
            return found
        case Carrier.SIDE:
            shoulder = f"{names[1]}_shoulder"
            return [
                Planted(part="pelvis", on="mat", at=pelvis),
                Planted(part=shoulder, on="mat", at=joints[shoulder]),
            ]
        case Carrier.ELBOW:
            work = names[0]
            return [
                Planted(part=f"{work}_elbow", on="mat", at=joints[f"{work}_elbow"]),
                Planted(part=f"{work}_hand", on="mat", at=palm_point(work_arm.arm)),
            ]
        case _:
            seats = [prop.size[1] for prop in motion.props if prop.kind is PropKind.CHAIR]
            if seats and pelvis[1] - seats[0] - SIT_M < _SEAT_LEFT_M:
                return [Planted(part="pelvis", on="chair", at=pelvis)]
            if not seats and motion.carrier is Carrier.SEAT:
                return [Planted(part="pelvis", on="mat", at=pelvis)]
            return []


def _toes_up_deg(state: LegState, ball: Vec) -> float:
    """Return how far the toes bend up: level on the floor under a raised heel, tucked under a kneeling leg."""
    match state.contact:
        case Contact.TOE:
            return min(max(state.row.toe_deg, 0.0), _TOES_UP_MOST_DEG)
        case Contact.EDGE:
            return min(max(state.row.toe_deg, _TOES_DOWN_MOST_DEG), _TOES_UP_MOST_DEG)
        case Contact.KNEEL:
            return min(max(-_toes_fall_deg(ball[1]) - state.row.pitch_deg, 0.0), _TOES_UP_MOST_DEG)
        case _:
            # Toes that brush the floor give way.
            slope = degrees(asin(max(-1.0, min(1.0, state.leg.foot[0][1]))))
            over = ball[1] - state.surface_m
            over = over if over > -_OVER_SURFACE_M else ball[1]
            return min(max(state.row.toe_deg, -_toes_fall_deg(over) - slope), _TOES_UP_MOST_DEG)


def _toes_fall_deg(over_m: float) -> float:
    """Return how far toes can point down from a ball that is so high over the ground."""
    return degrees(asin(min(max(over_m, 0.0) / TOE_M, 1.0)))


def _finger_direction(state: ArmState) -> Vec:
    arm, spot = state.arm, state.second or state.first
    if spot is None and not state.closed:
        return unit(along(arm.fingers, arm.palm, 0.35))
    grips = state.closed if spot is None else spot.grip
    return unit(along(scaled(arm.fingers, 0.35), arm.palm, 1.0)) if grips else arm.fingers


def _thumb(arm: Arm, side: int) -> Vec:
    aside = scaled(cross(arm.palm, arm.fingers), -float(side))
    return along(along(arm.wrist, arm.fingers, _THUMB_ALONG_M), aside, _THUMB_OUT_M)
