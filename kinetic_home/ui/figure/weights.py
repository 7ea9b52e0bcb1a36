"""Weights: a dumb-bell in one hand, in both or at the chest, and on a walk a shopping bag; all hang plumb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kinetic_home.domain.motion import Carrier
from kinetic_home.domain.room import Prop, Worn
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.scene import Scene
from kinetic_home.figure.space import Frame, Vec, along, between, place
from kinetic_home.figure.worn import lies_across, weight_at
from kinetic_home.ui.figure.parts import Part, StringPart
from kinetic_home.ui.figure.shapes import Shaper
from kinetic_home.ui.figure.tones import toned

# A dumb-bell: how long its heads are as a share of all of it, and how thick its handle is.
_HEAD_SHARE, _HANDLE_M = 0.27, 0.016
# A bag: its size, how far it hangs below the hand, how much narrower it is below, and how thick its handles are.
_BAG_M, _HANGS_M, _TAPER, _STRING_M = (0.30, 0.30, 0.13), 0.16, 0.86, 0.012
_HANDLES_APART, _HANDLES_IN = 0.45, 0.6
_STRIPE = (0.3, 0.5)
_DOWN: Vec = (0.0, -1.0, 0.0)
_DARK, _END_SHADE, _STRIPE_SHARE = 0.35, 0.24, 0.7


class Weight(NamedTuple):
    """A weight where it is: the hands that hold it, its middle, its long axis and how it is turned."""

    hands: tuple[str, ...]
    bag: bool
    centre: Vec
    axis: Vec
    frame: Frame
    half_m: float
    radius_m: float


def weight_of(scene: Scene, figure: Figure, prop: Prop) -> Weight:
    """Return a weight where it hangs or is held: level in one hand or across, else upright in both or at the chest."""
    held = weight_at(figure, prop)
    other = "left" if figure.working == "right" else "right"
    one_hand = {Worn.WORK_HAND: (figure.working,), Worn.OTHER_HAND: (other,)}
    hands = one_hand.get(prop.worn or Worn.BOTH_HANDS, ("right", "left"))
    _, high, deep = prop.size
    bag = scene.motion.carrier is Carrier.WALK
    if lies_across(prop) and not bag:
        return Weight(hands, bag, held.centre, held.frame[2], held.frame, deep / 2, high / 2)
    if len(hands) == 2 and not bag:
        return Weight(hands, bag, held.centre, held.frame[1], held.frame, high / 2, deep / 2)
    # From the middle of the fist.
    grip = along(held.centre, held.frame[1], high / 2)
    return Weight(hands, bag, grip, held.frame[0], held.frame, high / 2, deep / 2)


def weight_reach(weight: Weight) -> tuple[Vec, ...]:
    """Return the outer points of a weight."""
    if not weight.bag:
        forward, up, right = weight.frame
        ends = [along(weight.centre, weight.axis, sign * weight.half_m) for sign in (-1.0, 1.0)]
        reach = weight.radius_m
        return tuple(along(end, way, sign * reach) for end in ends for way in (forward, up, right) for sign in (-1, 1))
    long, high, deep = _BAG_M
    top = along(weight.centre, _DOWN, _HANGS_M)
    return tuple(
        place(top, weight.frame, (dx * long / 2, down, dz * deep / 2))
        for dx in (-1, 1)
        for dz in (-1, 1)
        for down in (0.0, -high)
    )


def weight_parts(weight: Weight, shaper: Shaper) -> list[Part]:
    """Return what a weight is painted of, the farthest first."""
    return _bag(weight, shaper) if weight.bag else _dumbbell(weight, shaper)


def _dumbbell(weight: Weight, shaper: Shaper) -> list[Part]:
    low, top = (along(weight.centre, weight.axis, sign * weight.half_m) for sign in (-1.0, 1.0))
    inner_low, inner_top = between(low, top, _HEAD_SHARE), between(low, top, 1.0 - _HEAD_SHARE)
    iron = shaper.palette.iron
    heads = [shaper.roll(ends, weight.radius_m, iron, 0.25) for ends in ((low, inner_low), (inner_top, top))]
    if shaper.lens.depth(weight.axis) < 0:
        heads.reverse()
    handle = shaper.roll((inner_low, inner_top), _HANDLE_M, toned(iron, shaper.palette.line, _DARK), 0.1)
    return [heads[0], handle, heads[1]]


def _bag(weight: Weight, shaper: Shaper) -> list[Part]:
    """Return a shopping bag, its flat side to the leg."""
    lens, palette, frame = shaper.lens, shaper.palette, weight.frame
    long, high, deep = _BAG_M
    top = along(weight.centre, _DOWN, _HANGS_M)
    out = deep / 2 if lens.depth(frame[2]) > 0 else -deep / 2
    end = long / 2 if lens.depth(frame[0]) > 0 else -long / 2

    def corners(spots: Sequence[tuple[float, float]]) -> list[Vec]:
        """Return the corners of a side: along its top, and back along its narrower bottom."""
        rim = [place(top, frame, (x, 0.0, z)) for x, z in spots]
        base = [place(top, frame, (x * _TAPER, -high, z * _TAPER)) for x, z in reversed(spots)]
        return [*rim, *base]

    front = corners([(-long / 2, out), (long / 2, out)])
    left, right = ([between(front[k], front[3 - k], share) for share in _STRIPE] for k in (0, 1))
    return [
        _handle(top, weight, -out * _HANDLES_IN, shaper),
        shaper.sheet(corners([(end, -out), (end, out)]), toned(palette.cushion, palette.line, _END_SHADE)),
        shaper.sheet(front, palette.cushion),
        shaper.sheet([*left, *reversed(right)], toned(palette.cushion, palette.strap, _STRIPE_SHARE), lined=False),
        _handle(top, weight, out * _HANDLES_IN, shaper),
    ]


def _handle(top: Vec, weight: Weight, aside: float, shaper: Shaper) -> StringPart:
    half = _HANDLES_APART * _BAG_M[0] / 2
    rear, fore = (place(top, weight.frame, (sign * half, -0.01, aside)) for sign in (-1.0, 1.0))
    return shaper.string([rear, weight.centre, fore], shaper.palette.strap, _STRING_M)
