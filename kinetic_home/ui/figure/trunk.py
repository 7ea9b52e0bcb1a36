"""The outlines of the trunk: shorts and top, bent between hips and chest, and filled by a breath."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from kinetic_home.figure.space import Frame, Vec, place, sub
from kinetic_home.ui.figure.build import LOIN_RINGS, SHORTS, TOP, TrunkRing
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.outline import (
    UPWARDS,
    Flat,
    Floor,
    Half,
    Outline,
    direction,
    rested,
    ring_halves,
    tube_outline,
)

# A breath or a rolled pelvis moves the low back and the belly by so much.
_BREATH_M = 0.030
_LOIN_PER_DEG_M = 0.0024
_SECOND_LOIN_SHARE = 0.35
# The trunk is not thicker around its middle than this: higher up nothing is squashed.
_REACH_M = 0.20
_SHORTS_ROUND, _TOP_ROUND = (0.55, 0.25), (0.15, 0.4)
_KEPT = 4


class Trunk(NamedTuple):
    """How a trunk lies in the room: hips and chest, the roll of the pelvis, and how far a breath has raised it."""

    pelvis: Vec
    neck: Vec
    hips: Frame
    chest: Frame
    tilt_deg: float
    belly: float


@lru_cache(maxsize=_KEPT)
def trunk_outlines(lens: Lens, trunk: Trunk, floor: Floor, floor_m: float) -> tuple[Outline, Outline]:
    """Return the outlines of shorts and top; nothing of the floor is higher than `floor_m`."""
    towards = direction(lens.step(sub(trunk.neck, trunk.pelvis)), lens) or UPWARDS
    under = floor if min(trunk.pelvis[1], trunk.neck[1]) < floor_m + _REACH_M else None
    return (
        _outline(lens, trunk, SHORTS, towards, _SHORTS_ROUND, under),
        _outline(lens, trunk, TOP, towards, _TOP_ROUND, under),
    )


def _outline(
    lens: Lens,
    trunk: Trunk,
    rings: tuple[TrunkRing, ...],
    towards: Flat,
    rounds: tuple[float, float],
    floor: Floor | None,
) -> Outline:
    hips = (lens.step(trunk.hips[2]), lens.step(trunk.hips[0]))
    chest = (lens.step(trunk.chest[2]), lens.step(trunk.chest[0]))
    breath = _BREATH_M / 2 * trunk.belly
    places: list[Vec] = []
    halves: list[Half] = []
    for number, (from_neck, ahead, up, wide, deep) in enumerate(rings):
        if from_neck and number in LOIN_RINGS:
            share = 1.0 if number == LOIN_RINGS[0] else _SECOND_LOIN_SHARE
            ahead, deep = ahead + share * (breath - _LOIN_PER_DEG_M * trunk.tilt_deg), deep + share * breath
        if from_neck:
            places.append(place(trunk.neck, trunk.chest, (ahead, up, 0.0)))
            halves += ring_halves(((wide, deep),), chest, towards)
        else:
            places.append(place(trunk.pelvis, trunk.hips, (ahead, up, 0.0)))
            halves += ring_halves(((wide, deep),), hips, towards)
    outline = tube_outline([lens.flat(spot) for spot in places], halves, towards, rounds)
    return outline if floor is None else rested(lens, floor, outline, places)
