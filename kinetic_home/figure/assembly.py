"""Put a figure together: trunk, legs on the ground, arms on what they hold, and all of it mirrored for the left."""

from __future__ import annotations

from typing import NamedTuple

from kinetic_home.domain.motion import Carrier, Contact, Motion
from kinetic_home.domain.room import HandSpot
from kinetic_home.figure.description import ArmState, LegState, angles_of, contacts_of, frames_of, joints_of
from kinetic_home.figure.figure import Figure, Planted
from kinetic_home.figure.footing import ankle_over, foot_frame
from kinetic_home.figure.grounding import SIDES, free_leg, lain, pelvis_at, slides
from kinetic_home.figure.hands import PALM_OVER_M, Body, arm_reach, reached, spot_reach
from kinetic_home.figure.kinematics import LEFT, RIGHT, Arm, Leg, bent_arm, kneeling_leg, reaching_leg
from kinetic_home.figure.pose import LegRow, PoseRow, row
from kinetic_home.figure.skeleton import ANKLE_HEIGHT_M, BALL_FORWARD_M, FOREARM_M, HEEL_BACK_M, THIGH_M
from kinetic_home.figure.space import (
    Frame,
    Vec,
    add,
    along,
    between,
    between_frames,
    flipped,
    flipped_frame,
    length,
    place,
    scaled,
    sub,
    turn_x,
    turn_y,
    turn_z,
    unit,
)
from kinetic_home.figure.spine import Spine, shoulder_at, spine_at
from kinetic_home.figure.staging import Firmness, Stage, Stretch, passed_m, prints_at

# Where an ankle lies that is laid across the other thigh: in front of it, along it, and past it to the outside.
_CROSSED_M = (0.070, 0.95 * THIGH_M, 0.12)
_CROSSED_UPWARD = 1.0
# So near to the floor a foot need not be brought.
_TOUCHES_M = 2e-4
_MOST_LIFTS = 4


class _Limb(NamedTuple):
    """What a leg is asked for at an instant; `firm` and `held` tell how far it stands or bears, 0 to 1."""

    index: int
    side: int
    row: LegRow
    contact: Contact
    print: Vec | None
    slack: Vec
    firm: float
    held: float


def assembled(stage: Stage, at: float, *, still: bool, turns: int, mirrored: bool, belly: float) -> Figure:
    """Return the figure at a place of the repetition, [0, 1); `turns` repetitions have gone before."""
    motion = stage.motion
    index, share = stage.curve.stretch(at)
    values = row(stage.curve.values(index, share))
    stretch = stage.stretches[index] if not still else stage.still[0 if at == 0.0 else 1]
    ease = share * share * (3.0 - 2.0 * share)
    prints = prints_at(motion, stage.ground, at)
    spine = spine_at(values, motion.carrier)
    ground = stage.ground._replace(prints=prints)
    path = stage.path_m.values(index, share)
    spine = spine.moved(pelvis_at(motion, values, spine, ground, stretch.contacts, (path[0], path[1])))
    slack = _slack(stage, index, ease)
    work_limb, other_limb = (_limb(values, stretch, leg, prints[leg], slack[leg], ease) for leg in (0, 1))
    other = _leg(motion, spine, values, other_limb, None)
    work = _leg(motion, spine, values, work_limb, other)
    body = Body(spine, work, other, max(values.belly, belly))
    arms = _arms(stage, body, values, stretch, ease)
    legs = (
        LegState(work, values.work, stretch.contacts[0], stretch.stays[0], motion.surface_m[0]),
        LegState(other, values.other, stretch.contacts[1], stretch.stays[1], motion.surface_m[1]),
    )
    return _described(stage, body, values, legs, arms, at, turns, mirrored)


def _described(
    stage: Stage,
    body: Body,
    values: PoseRow,
    legs: tuple[LegState, LegState],
    arms: tuple[ArmState, ArmState],
    at: float,
    turns: int,
    mirrored: bool,
) -> Figure:
    motion, spine = stage.motion, body.spine
    names = ("left", "right") if mirrored else ("right", "left")
    joints = joints_of(spine, legs, arms, names)
    frames = frames_of(spine, legs, names)
    contacts = contacts_of(motion, values, joints, legs, arms, names)
    aside = _hopped_m(stage, at, turns)
    if aside:
        joints = {name: (x, y, z + aside) for name, (x, y, z) in joints.items()}
        contacts = [Planted(part=c.part, on=c.on, at=(c.at[0], c.at[1], c.at[2] + aside)) for c in contacts]
    if mirrored:
        joints = {name: flipped(point) for name, point in joints.items()}
        frames = {name: flipped_frame(frame) for name, frame in frames.items()}
        contacts = [Planted(part=c.part, on=c.on, at=flipped(c.at)) for c in contacts]
    passed = stage.ground.stride_m * turns + passed_m(motion, stage.ground, at)
    sideways = motion.carrier is Carrier.SIDE_WALK
    return Figure(
        joints=joints,
        frames=frames,
        angles=angles_of(spine, values, legs, arms, names, motion.horizontal_abduction),
        contacts=tuple(contacts),
        working=names[0],
        ground_m=0.0 if sideways else passed,
        ground_side_m=(passed if mirrored else -passed) if sideways else 0.0,
        brace=values.brace,
        glute=values.glute,
        belly=body.belly,
        shrug=values.shrug,
        fault=values.fault,
    )


def _hopped_m(stage: Stage, at: float, turns: int) -> float:
    """Return how far a hop has gone to the working side: there in one repetition, and back in the next."""
    if stage.flight is None or not stage.motion.travel_m:
        return 0.0
    leave, land = stage.flight
    share = min(max((at - leave) / (land - leave), 0.0), 1.0)
    way = share * share * (3.0 - 2.0 * share)
    return stage.motion.travel_m * (way if turns % 2 == 0 else 1.0 - way)


def _slack(stage: Stage, index: int, ease: float) -> tuple[Vec, Vec]:
    here, there = stage.slack[index], stage.slack[(index + 1) % len(stage.slack)]
    return between(here[0], there[0], ease), between(here[1], there[1], ease)


def _limb(values: PoseRow, stretch: Stretch, index: int, spot: Vec | None, slack: Vec, ease: float) -> _Limb:
    leg = values.work if index == 0 else values.other
    firm, held = _at(stretch.firm[index], ease), _at(stretch.held[index], ease)
    return _Limb(index, SIDES[index], leg, stretch.contacts[index], spot, slack, firm, held)


def _at(ends: Firmness, ease: float) -> float:
    return ends[0] + (ends[1] - ends[0]) * ease


def _leg(motion: Motion, spine: Spine, values: PoseRow, limb: _Limb, other: Leg | None) -> Leg:
    free = free_leg(spine, values, limb.index, limb.held, motion.horizontal_abduction)
    leg, side = limb.row, limb.side
    # A knee goes with a foot that stands turned out; a free foot turns under its shank.
    swivel = side * (leg.knee_in_deg - leg.toes_out_deg * limb.firm)
    match limb.contact:
        case Contact.FLAT | Contact.TOE | Contact.HEEL | Contact.EDGE if limb.print is not None:
            ankle = ankle_over(limb.print, limb.contact, leg, side)
            return reaching_leg(free, ankle, swivel)._replace(foot=foot_frame(leg, side))
        case Contact.LYING if limb.print is not None:
            ankle = lain(motion, free, limb.index) if slides(motion, limb.contact) else limb.print
            found = reaching_leg(free, ankle, swivel)
            return found._replace(foot=_hanging(found.shank, limb))
        case Contact.KNEEL if limb.print is not None:
            found = kneeling_leg(free, limb.print)
            return found._replace(foot=_hanging(found.shank, limb))
        case Contact.CROSSED if other is not None:
            front, down, outward = _CROSSED_M
            ankle = place(other.hip, other.thigh, (front, -down, -side * outward))
            # The knee falls open to its own side, as far as a hip turns out.
            out = scaled(spine.trunk[2], float(side))
            open_thigh = (unit(along(out, spine.trunk[1], _CROSSED_UPWARD)), free.thigh[1], free.thigh[2])
            found = reaching_leg(free._replace(thigh=open_thigh), ankle, swivel)
            return found._replace(foot=_hanging(found.shank, limb))
        case _:
            return _in_the_air(free, limb, swivel)


def _in_the_air(free: Leg, limb: _Limb, swivel: float) -> Leg:
    """Return a leg that bears on nothing; its foot is not let under the floor, and eases into how it will stand."""
    ankle = add(free.ankle, limb.slack)
    found = free
    for _ in range(_MOST_LIFTS):
        if swivel or length(sub(ankle, free.ankle)) > 1e-9:
            found = reaching_leg(free, ankle, swivel)
        foot = _hanging(found.shank, limb)
        if limb.firm:
            foot = between_frames(foot, foot_frame(limb.row, limb.side), limb.firm)
        found = found._replace(foot=foot)
        low = found.ankle[1] - foot[1][1] * ANKLE_HEIGHT_M + min(BALL_FORWARD_M * foot[0][1], -HEEL_BACK_M * foot[0][1])
        if low > -_TOUCHES_M:
            break
        ankle = (ankle[0], ankle[1] - low, ankle[2])
    return found


def _hanging(shank: Frame, limb: _Limb) -> Frame:
    """Return the frame of a foot that the shank carries."""
    leg, side = limb.row, limb.side
    foot = turn_z(turn_y(shank, -side * leg.toes_out_deg * (1.0 - limb.firm)), leg.ankle_deg)
    return turn_x(foot, -side * leg.roll_deg)


def _arms(stage: Stage, body: Body, values: PoseRow, stretch: Stretch, ease: float) -> tuple[ArmState, ArmState]:
    carrier = stage.motion.carrier
    other = shoulder_at(body.spine, LEFT, values.shrug, lain_on=carrier is Carrier.SIDE)
    other_arm = ArmState(_arm(body, LEFT, other, values.other_arm, stretch.other_hand, ease), *stretch.other_hand)
    work = shoulder_at(body.spine, RIGHT, values.shrug)
    if carrier is Carrier.ELBOW:
        return ArmState(_leaning_arm(work, stage.ground.hold), None, None), other_arm
    return ArmState(_arm(body, RIGHT, work, values.work_arm, stretch.work_hand, ease), *stretch.work_hand), other_arm


def _leaning_arm(shoulder: Vec, elbow: Vec) -> Arm:
    """Return the arm whose forearm lies on the mat and points ahead."""
    down = elbow[1] - PALM_OVER_M
    ahead = ((FOREARM_M**2 - down**2) ** 0.5, -down, 0.0)
    return Arm(shoulder, elbow, add(elbow, ahead), (1.0, 0.0, 0.0), (0.0, -1.0, 0.0))


def _arm(
    body: Body,
    side: int,
    shoulder: Vec,
    angles: tuple[float, float, float, float],
    spots: tuple[HandSpot | None, HandSpot | None],
    share: float,
) -> Arm:
    chest = body.spine.chest
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
