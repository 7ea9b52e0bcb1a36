"""The kneecap: a thin crescent on the front of a knee, which tells a bent knee from a limb's end."""

from __future__ import annotations

from functools import lru_cache
from math import cos, sin

from kinetic_home.figure.space import Frame, Vec, add, along, cross, dot, unit
from kinetic_home.ui.figure.build import KNEECAP
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.parts import Part, ShapePart

# From this turn to the eye on a kneecap is drawn, how dark, and as what: a crescent, across and down.
_SEEN, KNEE_INK = 0.35, 0.42
# A shank is bent away where the fronts of thigh and shank are no more alike, and it goes so much from the eye.
_BENT, _AWAY = 0.5, -0.6
_KEPT = 4
_CRESCENT = tuple(
    (sin(turn) * size, cos(turn) * size)
    for size, turns in ((1.0, range(-3, 4)), (0.86, range(2, -3, -1)))
    for turn in (step * 0.40 for step in turns)
)


@lru_cache(maxsize=_KEPT)
def kneecap(lens: Lens, knee: Vec, thigh: Frame, shank_front: Vec, colour: str) -> tuple[Part, ...]:
    """Return the lower edge of a kneecap where it looks to the eye; before a shank bent away it is the upper one."""
    front = unit(add(thigh[0], shank_front))
    if lens.depth(front) < _SEEN:
        return ()
    (out, wide, deep), right = KNEECAP, thigh[2]
    down, middle = cross(front, right), along(knee, front, out)
    (mx, my), (rx, ry), (dx, dy) = lens.flat(middle), lens.step(right), lens.step(down)
    if dot(thigh[0], shank_front) < _BENT and lens.depth(cross(shank_front, right)) < _AWAY:
        deep = -deep
    edges = [(wide * x, deep * y) for x, y in _CRESCENT]
    return (ShapePart([(mx + rx * x + dx * y, my + ry * x + dy * y) for x, y in edges], colour),)
