"""Put a figure together: trunk, legs on the ground, arms on what they hold, and all of it mirrored for the left."""

from __future__ import annotations

from math import inf

from kinetic_home.domain.motion import Carrier
from kinetic_home.domain.room import HandSpot, Worn
from kinetic_home.figure.description import ArmState, LegState, angles_of, contacts_of, frames_of, joints_of
from kinetic_home.figure.figure import Figure, Planted
from kinetic_home.figure.hands import PALM_OVER_M, Body, arm_reach, reached, spot_reach
from kinetic_home.figure.instant import Instant, instant_at
from kinetic_home.figure.kinematics import LEFT, RIGHT, Arm, bent_arm
from kinetic_home.figure.legs import limb_at, solved_leg
from kinetic_home.figure.pose import PoseRow
from kinetic_home.figure.skeleton import FOREARM_M, KNUCKLE_M
from kinetic_home.figure.space import Vec, add, along, between, flipped, flipped_frame, sub
from kinetic_home.figure.spine import shoulder_at
from kinetic_home.figure.stage import Stage, passed_m
from kinetic_home.figure.worn import lies_across

# How far the wrist of a forearm that lies on the mat is over the palm's height.
_LYING_WRIST_M = 0.008
# How far from the middle of a handle each of two fists lies, and how far before the bones of the legs it is held.
_ASIDE_M, _BEFORE_M = 0.048, 0.115


def assembled(stage: Stage, at: float, *, still: bool, turns: int, mirrored: bool, belly: float) -> Figure:
    """Return the figure at a place of the repetition, [0, 1); `turns` repetitions have gone before."""
    motion, now = stage.motion, instant_at(stage, at, still=still)
    values, stretch = now.row, now.stretch
    other = solved_leg(motion, now, limb_at(stage, now, 1), None)
    work = solved_leg(motion, now, limb_at(stage, now, 0), other)
    body = Body(now.spine, work, other, max(values.belly, belly))
    legs = (
        LegState(work, values.work, stretch.contacts[0], stretch.stays[0], motion.surface_m[0]),
        LegState(other, values.other, stretch.contacts[1], stretch.stays[1], motion.surface_m[1]),
    )
    return _described(stage, body, values, legs, _arms(stage, body, now), at, turns, mirrored)


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


def _arms(stage: Stage, body: Body, now: Instant) -> tuple[ArmState, ArmState]:
    carrier, values, ease = stage.motion.carrier, now.row, now.ease
    work_hand, other_hand = now.stretch.work_hand, now.stretch.other_hand
    worn = {prop.worn for prop in stage.motion.props}
    other = shoulder_at(body.spine, LEFT, values.shrug, lain_on=carrier is Carrier.SIDE)
    other_holds = not worn.isdisjoint({Worn.OTHER_HAND, Worn.BOTH_HANDS})
    work_holds = not worn.isdisjoint({Worn.WORK_HAND, Worn.BOTH_HANDS})
    other_arm = ArmState(_arm(body, LEFT, other, values.other_arm, other_hand, ease), *other_hand, other_holds)
    work = shoulder_at(body.spine, RIGHT, values.shrug)
    if carrier is Carrier.ELBOW:
        return ArmState(_leaning_arm(work, stage.ground.hold), None, None), other_arm
    work_arm = ArmState(_arm(body, RIGHT, work, values.work_arm, work_hand, ease), *work_hand, work_holds)
    if any(prop.worn is Worn.BOTH_HANDS and lies_across(prop) for prop in stage.motion.props):
        return _on_one_handle(work_arm, other_arm, body)
    return work_arm, other_arm


def _on_one_handle(work: ArmState, other: ArmState, body: Body) -> tuple[ArmState, ArmState]:
    """Return the arms with both fists side by side on a handle that lies across, in front of the legs."""
    fists = [along(state.arm.wrist, state.arm.fingers, KNUCKLE_M) for state in (work, other)]
    x, y, z = between(fists[0], fists[1], 0.5)
    middle = (max(x, _legs_ahead_m(body, y) + _BEFORE_M), y, z)

    def gripping(state: ArmState, fist: Vec, side: int) -> ArmState:
        reach = arm_reach(state.arm)
        spot = along(middle, body.spine.chest[2], side * _ASIDE_M)
        moved = reach._replace(wrist=add(reach.wrist, sub(spot, fist)))
        return state._replace(arm=reached(state.arm.shoulder, moved, moved, 0.0))

    return gripping(work, fists[0], RIGHT), gripping(other, fists[1], LEFT)


def _legs_ahead_m(body: Body, height_m: float) -> float:
    """Return how far ahead the bones of the legs lie at a height."""
    bones = [bone for leg in (body.work, body.other) for bone in ((leg.hip, leg.knee), (leg.knee, leg.ankle))]
    return max(
        (
            between(top, low, (top[1] - height_m) / (top[1] - low[1]))[0]
            for top, low in bones
            if low[1] < height_m <= top[1]
        ),
        default=-inf,
    )


def _leaning_arm(shoulder: Vec, elbow: Vec) -> Arm:
    """Return the arm whose forearm lies on the mat and points ahead."""
    down = elbow[1] - PALM_OVER_M - _LYING_WRIST_M
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
