"""Where two limbs cross on the picture, and which of them is the nearer one there."""

from __future__ import annotations

from math import hypot
from typing import NamedTuple

from kinetic_home.figure.space import Vec

# Limbs whose bones are nearer on the picture than this share of what both are thick cover each other there; where
# they lie farther apart in depth than that other share, one is clearly the nearer one.
_COVERS, _CLEAR = 0.85, 0.30


class Bone(NamedTuple):
    """A bone as the eye sees it: its ends as (to the right, up, towards the eye), and how thick its limb is, in m.

    Beyond `left` and `right`, `low` and `high` it covers nothing.
    """

    start: Vec
    end: Vec
    radius_m: float
    left: float
    right: float
    low: float
    high: float

    @classmethod
    def between(cls, start: Vec, end: Vec, radius_m: float) -> Bone:
        """Return the bone of a limb between two places."""
        (ax, ay, _), (bx, by, _), reach = start, end, _COVERS * radius_m
        left, right = (ax, bx) if ax < bx else (bx, ax)
        low, high = (ay, by) if ay < by else (by, ay)
        return cls(start, end, radius_m, left - reach, right + reach, low - reach, high + reach)


def clearly_nearer(one: Bone, other: Bone) -> float:
    """Return how much nearer one limb is where it crosses another, in m; 0 where they don't cross, or only touch."""
    if one[3] > other[4] or other[3] > one[4] or one[5] > other[6] or other[5] > one[6]:
        return 0.0
    (ax, ay, az), (bx, by, bz), thick, *_ = one
    (cx, cy, cz), (dx, dy, dz), wide, *_ = other
    reach = _COVERS * (thick + wide)
    s, t = _meeting(one, other)
    beside = hypot(ax + (bx - ax) * s - cx - (dx - cx) * t, ay + (by - ay) * s - cy - (dy - cy) * t)
    nearer = az + (bz - az) * s - cz - (dz - cz) * t
    return nearer if beside < reach and abs(nearer) > _CLEAR * (thick + wide) else 0.0


def _meeting(one: Bone, other: Bone) -> tuple[float, float]:
    """Return where two bones cross or are nearest on the picture, each as a share of the way along."""
    (ax, ay, _), (bx, by, _), *_ = one
    (cx, cy, _), (dx, dy, _), *_ = other
    ux, uy, vx, vy, wx, wy = bx - ax, by - ay, dx - cx, dy - cy, cx - ax, cy - ay
    across = ux * vy - uy * vx
    if abs(across) > 1e-9:
        s, t = (wx * vy - wy * vx) / across, (wx * uy - wy * ux) / across
        if 0.0 <= s <= 1.0 and 0.0 <= t <= 1.0:
            return s, t
    # Apart, they are nearest at one of their ends.
    uu, vv = ux * ux + uy * uy + 1e-12, vx * vx + vy * vy + 1e-12
    at_start, at_end = (wx * ux + wy * uy) / uu, ((wx + vx) * ux + (wy + vy) * uy) / uu
    of_start, of_end = -(wx * vx + wy * vy) / vv, ((ux - wx) * vx + (uy - wy) * vy) / vv
    ways = (
        (min(max(at_start, 0.0), 1.0), 0.0),
        (min(max(at_end, 0.0), 1.0), 1.0),
        (0.0, min(max(of_start, 0.0), 1.0)),
        (1.0, min(max(of_end, 0.0), 1.0)),
    )
    return min(ways, key=lambda way: hypot(wx + vx * way[1] - ux * way[0], wy + vy * way[1] - uy * way[0]))
