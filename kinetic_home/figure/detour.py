"""The way of a foot round the edge of a step: out of its path, as little as will do, so that no part goes through."""

from __future__ import annotations

from typing import NamedTuple

from kinetic_home.domain.motion import Contact, Motion
from kinetic_home.domain.room import PropKind
from kinetic_home.figure.instant import Instant, instant_at
from kinetic_home.figure.kinematics import Leg
from kinetic_home.figure.legs import Limb, limb_at, solved_leg, swing
from kinetic_home.figure.skeleton import ANKLE_HEIGHT_M, BALL_FORWARD_M, HEEL_BACK_M, TOE_M
from kinetic_home.figure.space import ZERO, Vec, along, place
from kinetic_home.figure.stage import Stage

# How many treads a stair has.
TREADS = 3
_MARGIN_M = 0.012
_SAMPLES = 14
# How far a foot may go out of its way: up, and back from the edge [M].
_STEP_M, _MOST_UP, _MOST_BACK = 0.02, 15, 8
# How far a foot may be lifted that sinks into a step in a pose of its own, and what it then clears it by [M].
_SUNK_STEP_M, _MOST_SUNK, _CLOSE_M = 0.004, 16, 0.003
_SOLE_M = (-HEEL_BACK_M, 0.0, BALL_FORWARD_M, BALL_FORWARD_M + TOE_M)


class Box(NamedTuple):
    """An upright box, from its least corner to its greatest."""

    low: Vec
    high: Vec


def treads(motion: Motion) -> tuple[Box, ...]:
    """Return the boxes of steps and stairs; each tread of stairs lies behind and over the one before."""
    found: list[Box] = []
    for prop in motion.props:
        if prop.kind not in (PropKind.STEP, PropKind.STAIRS):
            continue
        (x, y, z), (long, high, deep) = prop.at, prop.size
        for number in range(TREADS if prop.kind is PropKind.STAIRS else 1):
            at = x + number * long
            low, top = (at - long / 2, y, z - deep / 2), (at + long / 2, y + high * (number + 1), z + deep / 2)
            found.append(Box(low, top))
    return tuple(found)


def inside(boxes: tuple[Box, ...], point: Vec, margin_m: float) -> bool:
    """Tell whether a point lies in a box, or nearer to it than the margin."""
    return any(
        low[0] - margin_m < point[0] < high[0] + margin_m
        and low[1] - margin_m < point[1] < high[1] + margin_m
        and low[2] - margin_m < point[2] < high[2] + margin_m
        for low, high in boxes
    )


def around_steps(stage: Stage) -> Stage:
    """Return the stage with the way of each free foot led round the steps; without steps it stays as it is."""
    boxes = treads(stage.motion)
    if not boxes:
        return stage
    lifted = [
        (_lifted(stage, boxes, number, 0), _lifted(stage, boxes, number, 1)) for number in range(len(stage.slack))
    ]
    stage = stage._replace(slack=tuple(lifted))
    ways = [(_way(stage, boxes, index, 0), _way(stage, boxes, index, 1)) for index in range(len(stage.stretches))]
    return stage._replace(detour=tuple(ways))


def _lifted(stage: Stage, boxes: tuple[Box, ...], key: int, leg: int) -> Vec:
    """Return the slack of a leg at a key, a free foot lifted out of a step that it would sink into a little."""
    now = instant_at(stage, stage.curve.at[key])
    limb = limb_at(stage, now, leg)
    if limb.held:
        return limb.slack
    free = limb._replace(contact=Contact.FREE)
    for number in range(_MOST_SUNK):
        slack = along(limb.slack, (0.0, 1.0, 0.0), number * _SUNK_STEP_M)
        sole = _sole(solved_leg(stage.motion, now, free._replace(slack=slack), None))
        if not any(inside(boxes, point, _CLOSE_M) for point in sole):
            return slack
    return limb.slack


def _way(stage: Stage, boxes: tuple[Box, ...], index: int, leg: int) -> Vec:
    """Return the least detour of a leg's foot in a stretch; none where it is on the ground, or where none helps."""
    if stage.stretches[index].contacts[leg] is not Contact.FREE:
        return ZERO
    start = stage.curve.at[index]
    end = stage.curve.at[index + 1] if index + 1 < len(stage.curve.at) else 1.0
    shares = [(number + 0.5) / _SAMPLES for number in range(_SAMPLES)]
    moments = [instant_at(stage, start + (end - start) * share) for share in shares]
    asked = [(now, limb_at(stage, now, leg)) for now in moments]
    if _clear(stage.motion, boxes, asked, ZERO):
        return ZERO
    for up, back in sorted(((u, b) for u in range(_MOST_UP) for b in range(_MOST_BACK)), key=sum):
        detour = (-_STEP_M * back, _STEP_M * up, 0.0)
        if _clear(stage.motion, boxes, asked, detour):
            return detour
    return ZERO


def _clear(motion: Motion, boxes: tuple[Box, ...], asked: list[tuple[Instant, Limb]], detour: Vec) -> bool:
    for number, (now, limb) in enumerate(asked):
        bow = swing(now.share)
        found = solved_leg(motion, now, limb._replace(slack=along(limb.slack, detour, bow)), None)
        if any(inside(boxes, point, _MARGIN_M * bow) for point in _sole(found)):
            # What is hit once is asked first the next time.
            asked.insert(0, asked.pop(number))
            return False
    return True


def _sole(leg: Leg) -> tuple[Vec, ...]:
    return tuple(place(leg.ankle, leg.foot, (along_m, -ANKLE_HEIGHT_M, 0.0)) for along_m in _SOLE_M)
