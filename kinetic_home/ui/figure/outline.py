"""Outlines on the picture plane: what a round limb, a trunk, a skull or a shoe looks like from the eye."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import acos, atan2, cos, hypot, pi, sin, sqrt
from typing import NamedTuple

from kinetic_home.figure.space import Vec, cross, dot, scaled, sub
from kinetic_home.ui.figure.build import Ring
from kinetic_home.ui.figure.lens import Lens

Flat = tuple[float, float]

# Beyond this a direction is too short on the picture to be one.
_SHORT_M = 0.02
Floor = Callable[[float, float, float], float]


class Outline(NamedTuple):
    """A tube on the picture: its two edges from the near end to the far end, and its two round ends.

    All in px, y downwards. `across` points from the right edge to the left one, `half` is half the greatest width.
    """

    left: list[Flat]
    right: list[Flat]
    start_cap: Flat
    end_cap: Flat
    across: Flat
    half: float


def limb_outline(
    lens: Lens,
    start: Vec,
    end: Vec,
    ahead: Vec,
    rings: Sequence[Ring],
    floor: Floor | None,
    round_start: float = 1.0,
    round_end: float = 1.0,
) -> Outline:
    """Return the outline of a limb around the bone from start to end; `ahead` is the direction its front faces.

    Where a floor is given the flesh does not go below it.
    """
    bone = sub(end, start)
    long = sqrt(dot(bone, bone))
    axis = scaled(bone, 1.0 / long)
    aside = cross(axis, ahead)
    middles = [
        (
            start[0] + bone[0] * ring.at + ahead[0] * ring.ahead_m,
            start[1] + bone[1] * ring.at + ahead[1] * ring.ahead_m,
            start[2] + bone[2] * ring.at + ahead[2] * ring.ahead_m,
        )
        for ring in rings
    ]
    flat_x, flat_y = dot(axis, lens.right), dot(axis, lens.up)
    short = hypot(flat_x, flat_y)
    if short * long < _SHORT_M:
        side_x, side_y = dot(aside, lens.right), dot(aside, lens.up)
        size = hypot(side_x, side_y) or 1.0
        flat_x, flat_y, short = side_y / size, -side_x / size, 1.0
    tube = Tube(lens, middles, (flat_x / short, flat_y / short), floor)
    return tube.outline(
        [(scaled(aside, ring.half_width_m), scaled(ahead, ring.half_depth_m)) for ring in rings], round_start, round_end
    )


class Tube:
    """A row of elliptic rings seen along one direction of the picture."""

    def __init__(self, lens: Lens, middles: Sequence[Vec], towards: Flat, floor: Floor | None) -> None:
        self._lens = lens
        self._middles = middles
        self._towards = towards
        self._floor = floor

    def outline(self, axes: Sequence[tuple[Vec, Vec]], round_start: float, round_end: float) -> Outline:
        """Return the outline of rings with these half axes; the ends are as round as is said, 1 being a ball."""
        lens, (tx, ty) = self._lens, self._towards
        px, py = -ty, tx
        right, up = lens.right, lens.up
        across = (right[0] * px + up[0] * py, right[1] * px + up[1] * py, right[2] * px + up[2] * py)
        forth = (right[0] * tx + up[0] * ty, right[1] * tx + up[1] * ty, right[2] * tx + up[2] * ty)
        left: list[Flat] = []
        rest: list[Flat] = []
        most = 0.0
        for middle, (wide, deep) in zip(self._middles, axes, strict=True):
            half = sqrt(dot(wide, across) ** 2 + dot(deep, across) ** 2)
            most = max(most, half)
            left.append(self._edge(middle, across, half))
            rest.append(self._edge(middle, across, -half))
        caps = [
            self._cap(self._middles[end], axes[end], forth, across, sign * round_)
            for end, sign, round_ in ((0, -1.0, round_start), (-1, 1.0, round_end))
        ]
        return Outline(left, rest, caps[0], caps[1], (px, -py), most * lens.scale)

    def _edge(self, middle: Vec, across: Vec, half: float) -> Flat:
        point = (middle[0] + across[0] * half, middle[1] + across[1] * half, middle[2] + across[2] * half)
        x, y = self._lens.flat(point)
        if self._floor is not None:
            low = self._floor(point[0], middle[1], point[2]) - point[1]
            if low > 0.0:
                y -= low * self._lens.up[1] * self._lens.scale
        return x, y

    def _cap(self, middle: Vec, axes: tuple[Vec, Vec], forth: Vec, across: Vec, round_: float) -> Flat:
        """Return the outermost point of an end: the ring seen aslant, or the ball that rounds it off."""
        wide, deep = axes
        slant = sqrt(dot(wide, forth) ** 2 + dot(deep, forth) ** 2)
        ball = sqrt(dot(wide, across) ** 2 + dot(deep, across) ** 2) * abs(round_)
        reach = max(slant, ball) if round_ > 0 else -max(slant, ball)
        x, y = self._lens.flat(middle)
        scale = self._lens.scale
        point = (x + self._towards[0] * reach * scale, y - self._towards[1] * reach * scale)
        if self._floor is not None:
            low = self._floor(middle[0], middle[1], middle[2]) - (middle[1] + forth[1] * reach)
            if low > 0.0:
                point = (point[0], point[1] - low * self._lens.up[1] * scale)
        return point


def ellipsoid(lens: Lens, middle: Vec, axes: tuple[Vec, Vec, Vec]) -> tuple[Flat, float, float, float]:
    """Return the ellipse that an ellipsoid shows: its middle in px, and the matrix (a, b; 0, c) on a unit circle."""
    xx = yy = xy = 0.0
    for axis in axes:
        x, y = lens.step(axis)
        xx, yy, xy = xx + x * x, yy + y * y, xy + x * y
    a = sqrt(xx)
    b = xy / a
    return lens.flat(middle), a, b, sqrt(max(yy - b * b, 1e-12))


def cap_of_sphere(towards: Vec, beyond: float, steps: int = 14) -> list[Flat]:
    """Return the outline of the part of a unit ball beyond a plane, seen from its third axis.

    `towards` is the plane's direction in the ball's own axes (right, up, to the eye), `beyond` its distance from the
    middle.
    """
    x, y, z = towards
    flat = hypot(x, y)
    ring = sqrt(1.0 - beyond * beyond)
    # Two directions in the plane of the ring: one level with the picture, one towards the eye.
    e1 = (-y / flat, x / flat, 0.0) if flat > 1e-6 else (1.0, 0.0, 0.0)
    e2 = cross(towards, e1)
    if flat <= abs(beyond) + 1e-6:
        if (z > 0) == (beyond < 0):
            return [(cos(2 * pi * k / (2 * steps)), sin(2 * pi * k / (2 * steps))) for k in range(2 * steps)]
        return [_on_ring(towards, beyond, ring, e1, e2, 2 * pi * k / (2 * steps)) for k in range(2 * steps)]
    middle, half = atan2(y, x), acos(beyond / flat)
    outer = [
        (cos(middle - half + 2 * half * k / steps), sin(middle - half + 2 * half * k / steps)) for k in range(steps)
    ]
    # The ring's visible half runs back between the two points where it meets the ball's edge.
    start = _angle_at(outer_end := (cos(middle + half), sin(middle + half)), towards, beyond, ring, e1, e2)
    stop = _angle_at((cos(middle - half), sin(middle - half)), towards, beyond, ring, e1, e2)
    sweep = (stop - start) % (2 * pi)
    if e2[2] * sin(start + sweep / 2) + towards[2] * beyond / ring < 0:
        sweep -= 2 * pi
    inner = [_on_ring(towards, beyond, ring, e1, e2, start + sweep * k / steps) for k in range(steps + 1)]
    return [*outer, outer_end, *inner]


def _on_ring(towards: Vec, beyond: float, ring: float, e1: Vec, e2: Vec, angle: float) -> Flat:
    c, s = cos(angle) * ring, sin(angle) * ring
    return towards[0] * beyond + e1[0] * c + e2[0] * s, towards[1] * beyond + e1[1] * c + e2[1] * s


def _angle_at(point: Flat, towards: Vec, beyond: float, ring: float, e1: Vec, e2: Vec) -> float:
    offset = (point[0] - towards[0] * beyond, point[1] - towards[1] * beyond, -towards[2] * beyond)
    return atan2(dot(offset, e2) / ring, dot(offset, e1) / ring)


def hull(points: Sequence[Flat]) -> list[Flat]:
    """Return the convex hull, counter-clockwise (Andrew's monotone chain)."""
    ordered = sorted(points)

    def half(sequence: Sequence[Flat]) -> list[Flat]:
        chain: list[Flat] = []
        for x, y in sequence:
            while len(chain) > 1:
                (ax, ay), (bx, by) = chain[-2], chain[-1]
                if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                    break
                chain.pop()
            chain.append((x, y))
        return chain[:-1]

    return half(ordered) + half(ordered[::-1])
