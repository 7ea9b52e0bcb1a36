"""Where things are that are worn or held: bands round legs, a towel under a limb, weights in hands, a backpack."""

from __future__ import annotations

from typing import NamedTuple

from kinetic_home.domain.room import Prop, PropKind, Worn
from kinetic_home.figure.figure import Figure, SideName
from kinetic_home.figure.skeleton import ANKLE_HEIGHT_M, TOE_M
from kinetic_home.figure.space import UPRIGHT, Frame, Vec, along, between, cross, dot, place, scaled, sub, unit

# A loop's limb: the bone's ends, the frame that turns with it, the share of the way, half thickness ahead and aside.
_LOOPS: dict[Worn, tuple[str, str, str, float, float, float]] = {
    Worn.ANKLES: ("knee", "ankle", "shank", 0.88, 0.037, 0.034),
    Worn.ABOVE_KNEES: ("hip", "knee", "thigh", 0.82, 0.062, 0.057),
}
_ANKLE_LOOP = (0.92, 0.036, 0.033)
# A loop round the feet lies behind the ball, round sole and instep.
_INSTEP_M, _INSTEP_HALF_M, _FOOT_HALF_M = 0.075, 0.034, 0.045
_KNOT_UP_M, _KNOT_IN_M = 0.10, 0.02
# From the middle of the fist to the middle of the weight's handle, and of a bag's handle to its middle.
_KNEE_BACK_M = 0.055
_FIST_M = 0.045
_BACK_M, _BACK_DOWN_M = 0.125, 0.20
_SIDES: tuple[SideName, SideName] = ("right", "left")


class Ring(NamedTuple):
    """A band's loop round one limb: directions along, ahead and to the right of it, and its half thickness there."""

    centre: Vec
    along: Vec
    ahead: Vec
    aside: Vec
    half_ahead_m: float
    half_aside_m: float


class Held(NamedTuple):
    """A thing's middle and how it is turned."""

    centre: Vec
    frame: Frame


def band_rings(figure: Figure, worn: Worn) -> tuple[Ring, Ring]:
    """Return where a loop of band goes round the right and the left leg; raises KeyError for other places."""
    if worn is Worn.FEET:
        return _foot_ring(figure, "right"), _foot_ring(figure, "left")
    near, far, part, at, ahead_m, aside_m = _LOOPS[worn]
    right, left = (_ring(figure, side, (near, far, part), at, ahead_m, aside_m) for side in _SIDES)
    return right, left


def long_band(figure: Figure, chair: Prop) -> tuple[Vec, Ring]:
    """Return where a long band is tied to the chair's back leg of the working side, and its loop at the ankle."""
    aside = 1.0 if figure.working == "right" else -1.0
    (x, _, z), (long, _, deep) = chair.at, chair.size
    knot = (x - long / 2 + _KNOT_IN_M, _KNOT_UP_M, aside * (z + deep / 2 - _KNOT_IN_M))
    at, ahead_m, aside_m = _ANKLE_LOOP
    return knot, _ring(figure, figure.working, ("knee", "ankle", "shank"), at, ahead_m, aside_m)


def towel_at(figure: Figure, prop: Prop) -> Held:
    """Return the middle of a rolled towel under the working knee or toes; its frame's right axis is the roll's."""
    joints, frames, side = figure.joints, figure.frames, figure.working
    half = prop.size[1] / 2
    if prop.worn is Worn.UNDER_WORK_TOES:
        # The toes lie up on it: it fills what is under them, on the ground in front of the ball.
        foot, ball, toe = frames[f"{side}_foot"], joints[f"{side}_ball"], joints[f"{side}_toe"]
        ahead = _level(foot[0])
        spot = along(ball, ahead, max(dot(sub(toe, ball), ahead), TOE_M / 2) * 0.8)
        return Held((spot[0], ball[1] + half, spot[2]), (ahead, UPRIGHT[1], cross(ahead, UPRIGHT[1])))
    knee, thigh, shank = joints[f"{side}_knee"], frames[f"{side}_thigh"], frames[f"{side}_shank"]
    behind = unit(scaled(between(thigh[0], shank[0], 0.5), -1.0))
    spot = along(knee, behind, _KNEE_BACK_M + half)
    ahead = _level(thigh[1])
    # What a knee presses on lies on the mat.
    return Held((spot[0], max(min(spot[1], half), half), spot[2]), (ahead, UPRIGHT[1], cross(ahead, UPRIGHT[1])))


def weight_at(figure: Figure, prop: Prop) -> Held:
    """Return the middle of a weight in one hand, in both, or held to the chest.

    In a hand it hangs from its top; one that is wider than high lies level across, both hands on its handle.
    """
    if prop.worn is Worn.CHEST:
        centre = between(_fist(figure, "right"), _fist(figure, "left"), 0.5)
        return Held(centre, figure.frames["chest"])
    other: SideName = "left" if figure.working == "right" else "right"
    hands: tuple[SideName, ...] = _SIDES
    if prop.worn in (Worn.WORK_HAND, Worn.OTHER_HAND):
        hands = (figure.working if prop.worn is Worn.WORK_HAND else other,)
    fists = [_fist(figure, hand) for hand in hands]
    handle = between(fists[0], fists[-1], 0.5)
    ahead = _level(figure.frames["chest"][0])
    frame = (ahead, UPRIGHT[1], cross(ahead, UPRIGHT[1]))
    return Held(handle if lies_across(prop) else along(handle, UPRIGHT[1], -prop.size[1] / 2), frame)


def lies_across(prop: Prop) -> bool:
    """Tell whether a weight is held level, its long axis from side to side."""
    return prop.size[2] > prop.size[1]


def backpack_at(figure: Figure, prop: Prop) -> Held:
    """Return the middle of a backpack: behind the chest, its top a little under the base of the neck."""
    ribs, chest = figure.frames["ribs"], figure.frames["chest"]
    up = unit(between(ribs[1], chest[1], 0.5))
    right = chest[2]
    ahead = unit(cross(up, right))
    behind = along(figure.joints["neck"], ahead, -_BACK_M - prop.size[0] / 2)
    return Held(along(behind, up, -_BACK_DOWN_M), (ahead, up, cross(ahead, up)))


def worn_points(figure: Figure, prop: Prop, props: tuple[Prop, ...]) -> tuple[Vec, ...]:
    """Return the outer points of anything worn or held; `props` are all things of the motion, a chair among them."""
    match prop.worn:
        case Worn.ANKLES | Worn.ABOVE_KNEES | Worn.FEET:
            return tuple(point for ring in band_rings(figure, prop.worn) for point in _rim(ring))
        case Worn.CHAIR_TO_WORK_ANKLE:
            chairs = [thing for thing in props if thing.kind is PropKind.CHAIR]
            if not chairs:
                return ()
            knot, ring = long_band(figure, chairs[0])
            return (knot, *_rim(ring))
        case Worn.UNDER_WORK_KNEE | Worn.UNDER_WORK_TOES:
            return _box(towel_at(figure, prop), prop)
        case Worn.BACK:
            return _box(backpack_at(figure, prop), prop)
        case None:
            return ()
        case _:
            return _box(weight_at(figure, prop), prop)


def _ring(
    figure: Figure, side: SideName, bone: tuple[str, str, str], at: float, ahead_m: float, aside_m: float
) -> Ring:
    near, far = figure.joints[f"{side}_{bone[0]}"], figure.joints[f"{side}_{bone[1]}"]
    ahead, up, right = figure.frames[f"{side}_{bone[2]}"]
    return Ring(between(near, far, at), up, ahead, right, ahead_m, aside_m)


def _foot_ring(figure: Figure, side: SideName) -> Ring:
    forward, up, right = figure.frames[f"{side}_foot"]
    centre = place(
        figure.joints[f"{side}_ankle"], (forward, up, right), (_INSTEP_M, _INSTEP_HALF_M - ANKLE_HEIGHT_M, 0.0)
    )
    return Ring(centre, scaled(forward, -1.0), up, right, _INSTEP_HALF_M, _FOOT_HALF_M)


def _fist(figure: Figure, side: SideName) -> Vec:
    """Return the middle of what a hand closes round."""
    knuckle, tip = figure.joints[f"{side}_knuckle"], figure.joints[f"{side}_fingertip"]
    return between(knuckle, tip, 0.4)


def _level(direction: Vec) -> Vec:
    """Return a direction along the floor; straight ahead where it has none."""
    x, _, z = direction
    flat = (x * x + z * z) ** 0.5
    return (x / flat, 0.0, z / flat) if flat > 1e-6 else UPRIGHT[0]


def _rim(ring: Ring) -> tuple[Vec, ...]:
    return (
        along(ring.centre, ring.ahead, ring.half_ahead_m),
        along(ring.centre, ring.ahead, -ring.half_ahead_m),
        along(ring.centre, ring.aside, ring.half_aside_m),
        along(ring.centre, ring.aside, -ring.half_aside_m),
    )


def _box(held: Held, prop: Prop) -> tuple[Vec, ...]:
    long, high, deep = prop.size
    return tuple(
        place(held.centre, held.frame, (dx * long / 2, dy * high / 2, dz * deep / 2))
        for dx in (-1, 1)
        for dy in (-1, 1)
        for dz in (-1, 1)
    )
