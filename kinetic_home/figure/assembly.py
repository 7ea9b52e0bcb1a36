"""Put a figure together: trunk, legs on the ground, arms on what they hold, and all of it mirrored for the left."""

from __future__ import annotations

from typing import NamedTuple

from kinetic_home.domain.motion import Carrier, Contact
from kinetic_home.domain.room import HandSpot
from kinetic_home.figure.description import ArmState, LegState, angles_of, contacts_of, frames_of, joints_of
from kinetic_home.figure.figure import Figure, Planted
from kinetic_home.figure.grounding import ankle_over, foot_frame, free_leg, highest_m, pelvis_at
from kinetic_home.figure.hands import Body, arm_reach, reached, spot_reach
from kinetic_home.figure.kinematics import LEFT, RIGHT, Arm, Leg, bent_arm, reaching_leg
from kinetic_home.figure.pose import LegRow, PoseRow, row
from kinetic_home.figure.skeleton import SHOULDER_HALF_M, THIGH_M
from kinetic_home.figure.space import (
    Frame,
    Vec,
    add,
    along,
    between,
    flipped,
    flipped_frame,
    length,
    place,
    scaled,
    unit,
)
from kinetic_home.figure.spine import spine_at
from kinetic_home.figure.staging import Stage, print_at

# Where an ankle lies that is laid across the other thigh: in front of it, along it, and past it to the outside.
_CROSSED_M = (0.070, 0.95 * THIGH_M, 0.12)
_STANDING = {Carrier.WORK_FOOT, Carrier.OTHER_FOOT, Carrier.WALK}
_SLACK_M = 1e-6
_CROSSED_UPWARD = 1.0
_SHOULDER_DROP_M = 0.012
# Lying on it, the lower shoulder slides forward and under the chest.
_LOW_SHOULDER_M = (0.075, -0.02, -0.115)


class _Limb(NamedTuple):
    side: int
    row: LegRow
    contact: Contact
    print: Vec | None
    slack: Vec


def assembled(stage: Stage, at: float, *, still: bool, turns: int, mirrored: bool, belly: float) -> Figure:
    """Return the figure at a place of the repetition, [0, 1); `turns` repetitions have gone before."""
    index, share = stage.curve.stretch(at)
    values = row(stage.curve.values(index, share))
    stretch = stage.stretches[index] if not still else stage.still[0 if at == 0.0 else 1]
    motion, contacts = stage.motion, stretch.contacts
    limbs = _limbs(stage, values, contacts, index, share, at)
    pelvis = pelvis_at(motion, values, stage.ground, contacts, stage.heights_m.values(index, share)[0])
    spine = spine_at(pelvis, values, motion.carrier is Carrier.SIDE)
    if motion.carrier in _STANDING:
        # A straight leg says how high the hips can be; the other knee bends by that much more.
        lower = min(_reach_limit(pelvis, spine.trunk, limb) for limb in limbs)
        if lower < pelvis[1] - _SLACK_M:
            pelvis = (pelvis[0], lower, pelvis[2])
            spine = spine_at(pelvis, values, False)
    horizontal = motion.horizontal_abduction
    other = _leg(pelvis, spine.trunk, limbs[1], horizontal, None)
    work = _leg(pelvis, spine.trunk, limbs[0], horizontal, other)
    risen = max(values.belly, belly)
    body = Body(spine, work, other, risen)
    ease = share * share * (3.0 - 2.0 * share)
    work_arm = _arm(body, RIGHT, values.work_arm, stretch.work_hand, ease)
    other_arm = _arm(body, LEFT, values.other_arm, stretch.other_hand, ease, motion.carrier is Carrier.SIDE)
    names = ("left", "right") if mirrored else ("right", "left")
    legs = (LegState(work, limbs[0].row, contacts[0]), LegState(other, limbs[1].row, contacts[1]))
    arms = (ArmState(work_arm, *stretch.work_hand), ArmState(other_arm, *stretch.other_hand))
    joints = joints_of(spine, legs, arms, names)
    frames = frames_of(spine, legs, names)
    angles = angles_of(spine, values, legs, arms, names, horizontal)
    contacts_found = contacts_of(motion, values, joints, legs, arms, names)
    if mirrored:
        joints = {name: flipped(point) for name, point in joints.items()}
        frames = {name: flipped_frame(frame) for name, frame in frames.items()}
        contacts_found = [Planted(part=c.part, on=c.on, at=flipped(c.at)) for c in contacts_found]
    return Figure(
        joints=joints,
        frames=frames,
        angles=angles,
        contacts=tuple(contacts_found),
        working=names[0],
        ground_m=stage.ground.stride_m * (turns + at),
        brace=values.brace,
        glute=values.glute,
        belly=risen,
    )


def _limbs(
    stage: Stage, values: PoseRow, contacts: tuple[Contact, Contact], index: int, share: float, at: float
) -> tuple[_Limb, _Limb]:
    """Return what the working and the other leg are asked for at a place of the repetition."""
    work, other = (
        _Limb(side, legs, contacts[leg], print_at(stage, leg, at), _between_keys(stage, index, share, leg))
        for leg, (side, legs) in enumerate(((RIGHT, values.work), (LEFT, values.other)))
    )
    return work, other


def _between_keys(stage: Stage, index: int, share: float, leg: int) -> Vec:
    here, there = stage.slack[index][leg], stage.slack[(index + 1) % len(stage.slack)][leg]
    return between(here, there, share * share * (3.0 - 2.0 * share))


def _reach_limit(pelvis: Vec, trunk: Frame, limb: _Limb) -> float:
    if limb.print is None or not limb.contact.on_foot:
        return float("inf")
    return highest_m(pelvis, trunk, limb.side, ankle_over(limb.print, limb.contact, foot_frame(limb.row.pitch_deg)))


def _leg(pelvis: Vec, trunk: Frame, limb: _Limb, horizontal: bool, other: Leg | None) -> Leg:
    free = free_leg(pelvis, trunk, limb.side, limb.row, horizontal)
    match limb.contact:
        case Contact.FLAT | Contact.TOE | Contact.HEEL if limb.print is not None:
            foot = foot_frame(limb.row.pitch_deg)
            return reaching_leg(free, ankle_over(limb.print, limb.contact, foot), foot, limb.row.ankle_deg)
        case Contact.LYING if limb.print is not None:
            return reaching_leg(free, limb.print, None, limb.row.ankle_deg)
        case Contact.CROSSED if other is not None:
            front, down, outward = _CROSSED_M
            ankle = place(other.hip, other.thigh, (front, -down, -limb.side * outward))
            # The knee falls open to its own side, as far as a hip turns out.
            out = scaled(trunk[2], float(limb.side))
            open_thigh = (unit(along(out, trunk[1], _CROSSED_UPWARD)), free.thigh[1], free.thigh[2])
            return reaching_leg(free._replace(thigh=open_thigh), ankle, None, limb.row.ankle_deg)
        case _ if length(limb.slack) > 1e-9:
            return reaching_leg(free, add(free.ankle, limb.slack), free.foot, limb.row.ankle_deg)
        case _:
            return free


def _arm(
    body: Body,
    side: int,
    angles: tuple[float, float, float, float],
    spots: tuple[HandSpot | None, HandSpot | None],
    share: float,
    tucked: bool = False,
) -> Arm:
    chest = body.spine.chest
    shoulder = place(
        body.spine.neck, chest, _LOW_SHOULDER_M if tucked else (0.0, -_SHOULDER_DROP_M, side * SHOULDER_HALF_M)
    )
    first, second = spots
    if first is None and second is None:
        return bent_arm(shoulder, chest, side, angles)
    if first is not None and first == second:
        reach = spot_reach(first, body, side)
        return reached(shoulder, reach, reach, 0.0)
    free = arm_reach(bent_arm(shoulder, chest, side, angles))
    start = spot_reach(first, body, side) if first else free
    end = spot_reach(second, body, side) if second else free
    return reached(shoulder, start, end, share)
