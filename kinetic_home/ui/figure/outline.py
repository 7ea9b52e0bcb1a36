"""Outlines on the picture plane: what a round limb, a trunk, a skull or a shoe looks like from the eye."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from math import acos, atan2, cos, hypot, pi, sin, sqrt
from typing import NamedTuple

from kinetic_home.figure.space import Vec, along, between, cross, dot, scaled, sub
from kinetic_home.ui.figure.build import Ring
from kinetic_home.ui.figure.lens import Lens

Flat = tuple[float, float]

# Beyond this a direction is too short on the picture to be one.
_SHORT_M = 0.02
# How much of the whole row's direction goes into that of each stretch of a bent one.
_STEADY_M = 0.12
# Some more than a body has limbs.
_KEPT = 32
# The steps round a ring whose outline is drawn with those of others.
ROUND = tuple((cos(pi * k / 6), sin(pi * k / 6)) for k in range(12))
UPWARDS: Flat = (0.0, -1.0)
Floor = Callable[[float, float, float], float]


class Outline(NamedTuple):
    """A tube on the picture: its two edges from the near end to the far end, and its two round ends.

    All in px, y downwards. `across` points from the right edge to the left one, `half` is half the greatest width.
    """

    left: tuple[Flat, ...]
    right: tuple[Flat, ...]
    start_cap: Flat
    end_cap: Flat
    across: Flat
    half: float


@lru_cache(maxsize=_KEPT)
def limb_outline(
    lens: Lens,
    start: Vec,
    end: Vec,
    ahead: Vec,
    rings: tuple[Ring, ...],
    floor: Floor | None,
    round_start: float = 1.0,
    round_end: float = 1.0,
) -> Outline:
    """Return the outline of a limb around the bone from start to end; `ahead` is the direction its front faces.

    Where a floor is given the flesh does not go below it. A limb that keeps still is found only once.
    """
    bone = sub(end, start)
    aside = scaled(cross(bone, ahead), 1.0 / sqrt(dot(bone, bone)))
    axis, front, wide = lens.step(bone), lens.step(ahead), lens.step(aside)
    towards = direction(axis, lens) or _turned(wide)
    outline = _tube(lens.flat(start), axis, rings, (wide, front), towards, (round_start, round_end))
    if floor is None:
        return outline
    places = [along(between(start, end, at), ahead, ahead_m) for at, _, _, ahead_m in rings]
    return rested(lens, floor, outline, places)


def direction(step: Flat, lens: Lens) -> Flat | None:
    """Return the direction of a step on the picture, or None where it is too short to have one."""
    x, y = step
    size = hypot(x, y)
    return (x / size, y / size) if size > _SHORT_M * lens.scale else None


def _tube(
    start: Flat, bone: Flat, rings: Sequence[Ring], axes: tuple[Flat, Flat], towards: Flat, rounds: tuple[float, float]
) -> Outline:
    """Return the outline of rings along a bone, all in px; `towards` is the direction of the bone on the picture.

    `axes` are the steps of a metre to the side and ahead. The ends are as round as is said, 1 being a ball.
    """
    (sx, sy), (bx, by), (tx, ty), ((wx, wy), (fx, fy)) = start, bone, towards, axes
    wide, deep = wx * ty - wy * tx, fx * ty - fy * tx
    left: list[Flat] = []
    right: list[Flat] = []
    most = 0.0
    for at, half_width, half_depth, ahead in rings:
        x, y = sx + bx * at + fx * ahead, sy + by * at + fy * ahead
        # How far the ring reaches across the bone.
        half = hypot(half_width * wide, half_depth * deep)
        left.append((x + ty * half, y - tx * half))
        right.append((x - ty * half, y + tx * half))
        most = max(most, half)
    caps: list[Flat] = []
    # The outermost point of an end: the ring seen aslant, or the ball that rounds it off.
    for end, sign, round_ in ((0, -1.0, rounds[0]), (-1, 1.0, rounds[1])):
        at, half_width, half_depth, ahead = rings[end]
        across = hypot(half_width * wide, half_depth * deep)
        forth = hypot(half_width * (wx * tx + wy * ty), half_depth * (fx * tx + fy * ty))
        reach = sign * max(forth, across * round_)
        caps.append((sx + bx * at + fx * ahead + tx * reach, sy + by * at + fy * ahead + ty * reach))
    return Outline(tuple(left), tuple(right), caps[0], caps[1], (ty, -tx), most)


def bent_outline(
    rings: Sequence[tuple[Flat, Flat, Flat]], towards: Flat, rounds: tuple[float, float], scale: float
) -> Outline:
    """Return the outline of a bent row of elliptic rings; each is its middle and its two half axes, all in px.

    Each ring is met where its own stretch of the row grazes it; `towards` is the direction of the whole row.
    """
    tx, ty = towards
    spare = _STEADY_M * scale
    left: list[Flat] = []
    right: list[Flat] = []
    most = 0.0
    ends: list[tuple[Flat, float]] = []
    for k, ((x, y), (ax, ay), (bx, by)) in enumerate(rings):
        (zx, zy), (nx, ny) = rings[max(k - 1, 0)][0], rings[min(k + 1, len(rings) - 1)][0]
        # Where the row comes towards the eye its own direction is too short to be one.
        lx, ly = nx - zx + tx * spare, ny - zy + ty * spare
        size = hypot(lx, ly) or 1.0
        lx, ly = lx / size, ly / size
        across_a, across_b = ax * ly - ay * lx, bx * ly - by * lx
        forth_a, forth_b = ax * lx + ay * ly, bx * lx + by * ly
        half = hypot(across_a, across_b) or 1e-6
        slip = (across_a * forth_a + across_b * forth_b) / half
        left.append((x + ly * half + lx * slip, y - lx * half + ly * slip))
        right.append((x - ly * half - lx * slip, y + lx * half - ly * slip))
        most = max(most, half)
        if k in (0, len(rings) - 1):
            ends.append(((lx, ly), max(hypot(forth_a, forth_b), half * rounds[0 if k == 0 else 1])))
    caps = [
        (at[0] + sign * way[0] * reach, at[1] + sign * way[1] * reach)
        for at, sign, (way, reach) in zip((rings[0][0], rings[-1][0]), (-1.0, 1.0), ends, strict=True)
    ]
    return Outline(_onward(left, towards), _onward(right, towards), caps[0], caps[1], (ty, -tx), most)


def round_about(rings: Sequence[tuple[Flat, Flat, Flat]]) -> list[Flat]:
    """Return points on elliptic rings; each ring is its middle and its two half axes, all in px."""
    return [(x + ax * c + bx * s, y + ay * c + by * s) for (x, y), (ax, ay), (bx, by) in rings for c, s in ROUND]


def around(points: Sequence[Flat], towards: Flat) -> Outline:
    """Return the convex outline around points, all in px; `towards` is the direction from its near to its far end."""
    (tx, ty), shape = towards, hull(points)
    far = [x * tx + y * ty for x, y in shape]
    first, last = far.index(min(far)), far.index(max(far))
    turned = shape[first:] + shape[:first]
    tip = (last - first) % len(shape)
    # The hull runs counter-clockwise: from its near end over the left edge to its far one.
    left, right = turned[1:tip] or turned[:1], turned[:tip:-1] or turned[:1]
    spread = [x * ty - y * tx for x, y in shape]
    return Outline(tuple(left), tuple(right), shape[first], shape[last], (ty, -tx), (max(spread) - min(spread)) / 2)


def _onward(edge: Sequence[Flat], towards: Flat) -> tuple[Flat, ...]:
    """Return an edge that never turns back on its way: one that is seen nearly end-on would fold into a tip."""
    (tx, ty), (x, y) = towards, edge[0]
    found = [edge[0]]
    for ahead_x, ahead_y in edge[1:]:
        back = min((ahead_x - x) * tx + (ahead_y - y) * ty, 0.0)
        x, y = ahead_x - back * tx, ahead_y - back * ty
        found.append((x, y))
    return tuple(found)


def rested(lens: Lens, floor: Floor, outline: Outline, middles: Sequence[Vec]) -> Outline:
    """Return the outline with what would lie below the floor pushed up onto it; `middles` are the rings' places."""
    (px, py), scale, up = outline.across, lens.scale, lens.up
    across = along(scaled(lens.right, px), up, -py)
    forth_y = -lens.right[1] * py - up[1] * px

    def raised(flat: Flat, x: float, y: float, z: float, at_y: float) -> Flat:
        low = floor(x, at_y, z) - y
        return (flat[0], flat[1] - low * up[1] * scale) if low > 0.0 else flat

    left: list[Flat] = []
    right: list[Flat] = []
    for middle, one, other in zip(middles, outline.left, outline.right, strict=True):
        half = ((one[0] - other[0]) * px + (one[1] - other[1]) * py) / (2.0 * scale)
        left.append(raised(one, *along(middle, across, half), middle[1]))
        right.append(raised(other, *along(middle, across, -half), middle[1]))
    caps: list[Flat] = []
    for end, tip in ((0, outline.start_cap), (-1, outline.end_cap)):
        (ax, ay), (bx, by), (x, y, z) = outline.left[end], outline.right[end], middles[end]
        reach = (tip[1] - (ay + by) / 2.0) * px - (tip[0] - (ax + bx) / 2.0) * py
        caps.append(raised(tip, x, y + forth_y * reach / scale, z, y))
    return outline._replace(left=tuple(left), right=tuple(right), start_cap=caps[0], end_cap=caps[1])


def _turned(step: Flat) -> Flat:
    """Return the direction across a step."""
    x, y = step
    size = hypot(x, y) or 1.0
    return -y / size, x / size


def ellipse(axes: Sequence[Flat]) -> tuple[float, float, float]:
    """Return the ellipse that an ellipsoid with these half axes, in px, shows: (a, b; 0, c) on a unit circle."""
    xx = yy = xy = 0.0
    for x, y in axes:
        xx, yy, xy = xx + x * x, yy + y * y, xy + x * y
    a = sqrt(xx)
    b = xy / a
    return a, b, sqrt(max(yy - b * b, 1e-12))


def cap_of_sphere(towards: Vec, beyond: float, steps: int = 20) -> list[Flat]:
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
        for point in sequence:
            x, y = point
            while len(chain) > 1:
                (ax, ay), (bx, by) = chain[-2], chain[-1]
                if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                    break
                chain.pop()
            chain.append(point)
        return chain[:-1]

    return half(ordered) + half(ordered[::-1])
