"""The trunk: shorts and top along the bent spine, filled by a breath, and the waistband that shows the pelvis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import atan2, cos, pi, sin
from typing import NamedTuple

from kinetic_home.figure.figure import Figure
from kinetic_home.figure.space import Frame, Vec, add, along, cross, dot, length, scaled, sub, unit
from kinetic_home.ui.figure.build import LOIN_RINGS, SHORTS, SHOULDER_RINGS, TOP, WAISTBAND, TrunkRing
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.outline import (
    ROUND,
    UPWARDS,
    Flat,
    Floor,
    Outline,
    around,
    bent_outline,
    direction,
    rested,
    round_about,
)

# A breath or a rolled pelvis moves the low back and the belly by so much, raised shoulders the collar.
_BREATH_M = 0.042
_LOIN_PER_DEG_M = 0.0024
_SHRUG_M = 0.040
# The trunk is not thicker around its middle than this: higher up nothing is squashed.
_REACH_M = 0.20
_SHORTS_ROUND, _TOP_ROUND = (0.55, 0.0), (0.1, 0.3)
# A row of rings that is seen so much from its end has no edges of its own: it is all that lies around them.
_END_ON = 0.80
# How many steps the seen half of a ring is drawn in.
_ARC = tuple(pi * step / 8 for step in range(9))
_KEPT = 4


class Trunk(NamedTuple):
    """How a trunk lies in the room: joints and frames of its parts, the roll of the pelvis, breath and shoulders."""

    pelvis: Vec
    waist: Vec
    ribs: Vec
    neck: Vec
    hips: Frame
    loin: Frame
    rib_cage: Frame
    chest: Frame
    tilt_deg: float
    belly: float
    shrug: float

    @classmethod
    def of(cls, figure: Figure) -> Trunk:
        """Return the trunk of a figure."""
        joints, frames = figure.joints, figure.frames
        return cls(
            joints["pelvis"],
            joints["waist"],
            joints["ribs"],
            joints["neck"],
            frames["hips"],
            frames["loin"],
            frames["ribs"],
            frames["chest"],
            figure.angles["pelvic_tilt"],
            figure.belly,
            figure.shrug,
        )

    def spots(self) -> dict[str, tuple[Vec, Frame]]:
        """Return where the parts of the trunk are and how they are turned, by the joint that each hangs on."""
        return {
            "pelvis": (self.pelvis, self.hips),
            "waist": (self.waist, _halfway(self.loin, self.rib_cage)),
            "ribs": (self.ribs, _halfway(self.rib_cage, self.chest)),
            "neck": (self.neck, self.chest),
        }


class TrunkLook(NamedTuple):
    """What is seen of a trunk: the outlines of shorts and top, and the seen part of the waistband."""

    shorts: Outline
    top: Outline
    waistband: tuple[Flat, ...]


@lru_cache(maxsize=_KEPT)
def trunk_look(lens: Lens, trunk: Trunk, floor: Floor, floor_m: float) -> TrunkLook:
    """Return what is seen of a trunk; nothing of the floor is higher than `floor_m`."""
    towards = direction(lens.step(sub(trunk.neck, trunk.pelvis)), lens) or UPWARDS
    under = floor if min(trunk.pelvis[1], trunk.neck[1]) < floor_m + _REACH_M else None
    spots = trunk.spots()
    shorts = _outline(lens, _placed(trunk, spots, SHORTS, worn=False), towards, _SHORTS_ROUND, under)
    top = _outline(lens, _placed(trunk, spots, TOP, worn=True), towards, _TOP_ROUND, under)
    low, high = _placed(trunk, spots, WAISTBAND, worn=False)
    return TrunkLook(shorts, top, (*_seen_half(lens, low, under), *reversed(_seen_half(lens, high, under))))


class _Ring(NamedTuple):
    """A ring where it is: its middle, and its half axes to the right and ahead."""

    middle: Vec
    wide: Vec
    deep: Vec


def _placed(
    trunk: Trunk, spots: Mapping[str, tuple[Vec, Frame]], rings: Sequence[TrunkRing], *, worn: bool
) -> list[_Ring]:
    breath = _BREATH_M / 2 * trunk.belly
    found: list[_Ring] = []
    for number, (joint, ahead, up, wide, deep) in enumerate(rings):
        at, (forward, upward, right) = spots[joint]
        if worn:
            share = LOIN_RINGS.get(number, 0.0)
            ahead, deep = ahead + share * (breath - _LOIN_PER_DEG_M * trunk.tilt_deg), deep + share * breath
            up += _SHRUG_M * trunk.shrug * SHOULDER_RINGS.get(number, 0.0)
        middle = along(along(at, forward, ahead), upward, up)
        found.append(_Ring(middle, scaled(right, wide), scaled(forward, deep)))
    return found


def _outline(
    lens: Lens, rings: Sequence[_Ring], towards: Flat, rounds: tuple[float, float], floor: Floor | None
) -> Outline:
    flats = [(lens.flat(ring.middle), lens.step(ring.wide), lens.step(ring.deep)) for ring in rings]
    axis = sub(rings[-1].middle, rings[0].middle)
    if abs(lens.depth(axis)) > _END_ON * length(axis):
        return around(_seen_points(lens, rings, flats, floor), towards)
    outline = bent_outline(flats, towards, rounds, lens.scale)
    return outline if floor is None else rested(lens, floor, outline, [ring.middle for ring in rings])


def _seen_points(
    lens: Lens, rings: Sequence[_Ring], flats: Sequence[tuple[Flat, Flat, Flat]], floor: Floor | None
) -> list[Flat]:
    """Return points on rings in px, those that would lie below the floor pushed up onto it."""
    points = round_about(flats)
    if floor is None:
        return points
    up, places = lens.up[1] * lens.scale, [(*ring, floor(*ring.middle)) for ring in rings]
    lows = [at - m[1] - w[1] * c - d[1] * s for m, w, d, at in places for c, s in ROUND]
    return [(x, y - max(low, 0.0) * up) for (x, y), low in zip(points, lows, strict=True)]


def _seen_half(lens: Lens, ring: _Ring, floor: Floor | None) -> list[Flat]:
    """Return the half of a ring that looks to the eye, from its left edge on the picture to its right one."""
    middle = atan2(lens.depth(unit(ring.deep)), lens.depth(unit(ring.wide))) - pi / 2
    turns = [(cos(middle + turn), sin(middle + turn)) for turn in _ARC]
    if floor is None:
        (x, y), (ax, ay), (bx, by) = lens.flat(ring.middle), lens.step(ring.wide), lens.step(ring.deep)
        return [(x + ax * c + bx * s, y + ay * c + by * s) for c, s in turns]
    found: list[Flat] = []
    for c, s in turns:
        point = along(along(ring.middle, ring.wide, c), ring.deep, s)
        found.append(lens.flat(add(point, (0.0, max(floor(*point) - point[1], 0.0), 0.0))))
    return found


def _halfway(one: Frame, other: Frame) -> Frame:
    """Return the frame in the middle between two."""
    up = unit(add(one[1], other[1]))
    ahead = add(one[0], other[0])
    ahead = unit(along(ahead, up, -dot(ahead, up)))
    return ahead, up, cross(ahead, up)
