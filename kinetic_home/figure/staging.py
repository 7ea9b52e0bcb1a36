"""A motion made ready to be asked at every frame: its curve, what bears the body when, and where it is pinned."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from kinetic_home.domain.motion import Carrier, Contact, Flow, LegPose, Motion
from kinetic_home.domain.room import HandSpot
from kinetic_home.figure.grounding import (
    Ground,
    ankle_over,
    foot_frame,
    free_leg,
    ground_of,
    pelvis_at,
    standing_height_m,
)
from kinetic_home.figure.kinematics import LEFT, RIGHT
from kinetic_home.figure.pose import END_AT, Curve, PoseRow, key_poses, numbers, row
from kinetic_home.figure.space import ZERO, Vec, between, sub
from kinetic_home.figure.spine import spine_at

_KEPT = 64


class Stretch(NamedTuple):
    """What holds between two keys: the contact of both legs, and where both hands come from and go to."""

    contacts: tuple[Contact, Contact]
    work_hand: tuple[HandSpot | None, HandSpot | None]
    other_hand: tuple[HandSpot | None, HandSpot | None]


class Stage(NamedTuple):
    """A motion made ready.

    `still` are the contacts and hands in A and in B. `slack` tells, by key and leg, how far the foot's place in the
    room lies from where the angles alone would have it; a foot in the air carries that over to its next place.
    """

    motion: Motion
    curve: Curve
    stretches: tuple[Stretch, ...]
    still: tuple[Stretch, Stretch]
    ground: Ground
    heights_m: Curve
    slack: tuple[tuple[Vec, Vec], ...]


@lru_cache(maxsize=_KEPT)
def staged(motion: Motion) -> Stage:
    """Make a motion ready; raises ValueError where its poses do not fit together."""
    keys = key_poses(motion)
    curve = Curve.through(tuple((at, numbers(pose)) for at, pose in keys), motion.flow)
    rows = [row(values) for values in curve.rows]
    end = curve.at.index(END_AT)
    ground = ground_of(motion, rows[0], rows[0 if motion.anchor == "A" else end])
    poses = [pose for _, pose in keys]
    stretches = tuple(
        Stretch(
            (_lasting(here.work, there.work), _lasting(here.other, there.other)),
            (here.work_arm.hand, there.work_arm.hand),
            (here.other_arm.hand, there.other_arm.hand),
        )
        for here, there in zip(poses, poses[1:] + poses[:1], strict=True)
    )
    still = tuple(
        Stretch(
            (poses[k].work.contact, poses[k].other.contact),
            (poses[k].work_arm.hand, poses[k].work_arm.hand),
            (poses[k].other_arm.hand, poses[k].other_arm.hand),
        )
        for k in (0, end)
    )
    contacts = [(pose.work.contact, pose.other.contact) for pose in poses]
    heights = [_height(motion, values, bears) for values, bears in zip(rows, contacts, strict=True)]
    height_curve = Curve.through(tuple(zip(curve.at, ((height,) for height in heights), strict=True)), motion.flow)
    stage = Stage(motion, curve, stretches, (still[0], still[1]), ground, height_curve, ())
    return stage._replace(slack=_slacks(stage, rows, heights, contacts))


def print_at(stage: Stage, index: int, place: float) -> Vec | None:
    """Return where a leg's footprint is; in a walk it moves back with the floor."""
    at = stage.ground.prints[index]
    if at is None or stage.motion.carrier is not Carrier.WALK:
        return at
    # The working foot is set down at 0, the other at one half; both at the same place ahead of the hips.
    first = stage.ground.prints[0]
    since = place if index == 0 or place >= END_AT else place + 1.0
    set_down = 0.0 if index == 0 else END_AT
    ahead = first[0] if first else at[0]
    return (ahead - stage.ground.stride_m * (since - set_down), at[1], at[2])


def _height(motion: Motion, values: PoseRow, bears: tuple[Contact, Contact]) -> float:
    if motion.carrier is not Carrier.WALK:
        return 0.0
    heights = [standing_height_m(motion, values, index, bears[index]) for index in (0, 1) if bears[index].on_foot]
    if not heights:
        raise ValueError("in a walk one foot is always on the floor")
    return min(heights)


def _lasting(here: LegPose, there: LegPose) -> Contact:
    """Return what a leg bears on from one pose to the next."""
    first, second = here.contact, there.contact
    if first is second:
        return first
    if not (first.on_foot and second.on_foot):
        return Contact.FREE
    if {first, second} == {Contact.TOE, Contact.HEEL}:
        raise ValueError("between heel and ball a foot needs a pose in which it is flat")
    return Contact.TOE if Contact.TOE in (first, second) else Contact.HEEL


def _slacks(
    stage: Stage, rows: list[PoseRow], heights: list[float], contacts: list[tuple[Contact, Contact]]
) -> tuple[tuple[Vec, Vec], ...]:
    """Find at every key how far each foot's place lies from where its leg's angles have it."""
    both = [_slack(stage, rows, heights, contacts, index) for index in (0, 1)]
    return tuple(zip(both[0], both[1], strict=True))


def _slack(
    stage: Stage, rows: list[PoseRow], heights: list[float], contacts: list[tuple[Contact, Contact]], index: int
) -> list[Vec]:
    motion, at = stage.motion, stage.curve.at
    known: dict[int, Vec] = {}
    for k, values in enumerate(rows):
        contact = contacts[k][index]
        spot = print_at(stage, index, at[k])
        if spot is None or not (contact.on_foot or contact is Contact.LYING):
            continue
        pelvis = pelvis_at(motion, values, stage.ground, contacts[k], heights[k])
        side, leg = ((RIGHT, values.work), (LEFT, values.other))[index]
        trunk = spine_at(pelvis, values, motion.carrier is Carrier.SIDE).trunk
        free = free_leg(pelvis, trunk, side, leg, motion.horizontal_abduction)
        wanted = ankle_over(spot, contact, foot_frame(leg.pitch_deg)) if contact.on_foot else spot
        known[k] = sub(wanted, free.ankle)
    return [_filled(known, at, k, motion.flow) for k in range(len(rows))]


def _filled(known: dict[int, Vec], at: tuple[float, ...], k: int, flow: Flow) -> Vec:
    """Return the slack at a key; going round without a stop, a free foot's lies between those before and after."""
    if k in known:
        return known[k]
    if flow is Flow.EASE or not known:
        return ZERO
    before = min(known, key=lambda other: (at[k] - at[other]) % 1.0)
    after = min(known, key=lambda other: (at[other] - at[k]) % 1.0)
    gap = (at[after] - at[before]) % 1.0
    return between(known[before], known[after], ((at[k] - at[before]) % 1.0) / gap) if gap else known[before]
