"""The sign of a breath that is held: gusts of air beside the mouth, crossed out."""

from __future__ import annotations

from functools import lru_cache
from math import hypot

from kinetic_home.domain.motion import Motion
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import Camera
from kinetic_home.figure.overlay_shape import Tone
from kinetic_home.figure.sign_places import HEAD_M, body_spots, bounds, taken
from kinetic_home.figure.sign_shape import Flat, Line, Ring, Shape, arc
from kinetic_home.figure.sign_view import Seen, samples
from kinetic_home.figure.space import place

_RING_M, _SMALL_M, _GAP_M = 0.098, 0.078, 0.012
# The lips, from the base of the neck in the frame of the head.
_LIPS_M = (0.098, 0.135, 0.0)
_COVERS, _GROWS, _TURNS, _SHRINKS = 8.0, 0.6, 0.20, 0.25
_ROUND_DEG, _EVERY = 15, 4
# Each gust: how far beside the middle, how long, and to which side it curls, in shares of the ring.
_BLOWS = ((-0.16, 0.12, -1.0), (0.20, 0.24, 1.0))
_CURL = ((0.14, 0.03), (0.23, 0.12), (0.24, 0.25), (0.16, 0.34), (0.05, 0.32), (0.0, 0.23))
_BAR = 0.70


def held_breath(seen: Seen) -> list[Shape]:
    """Return gusts of air with a bar through them, always on the same side of the head."""
    dx, dy, ring = _beside(seen.motion, seen.side, seen.camera)
    hx, hy = seen.flat("skull")
    cx, cy = hx + dx, hy + dy
    lips = seen.camera.flat(place(seen.joint("neck"), seen.figure.frames["head"], _LIPS_M))
    size = hypot(cx - lips[0], cy - lips[1]) or 1.0
    tx, ty = (cx - lips[0]) / size, (cy - lips[1]) / size
    shapes: list[Shape] = []
    for aside, long, hook in _BLOWS:
        steps = ((-0.68, 0.0), (long, 0.0), *((long + x, y * hook) for x, y in _CURL))
        shapes.append(
            Line(
                tuple(
                    (cx + (tx * x - ty * (aside + y)) * ring, cy + (ty * x + tx * (aside + y)) * ring) for x, y in steps
                ),
                Tone.GUIDE,
            )
        )
    bar = Line(((cx - ring * _BAR, cy - ring * _BAR), (cx + ring * _BAR, cy + ring * _BAR)))
    return [*shapes, Ring((cx, cy), ring, ring), bar]


@lru_cache(maxsize=64)
def _beside(motion: Motion, side: Side, camera: Camera) -> tuple[float, float, float]:
    """Return how far from the middle of the head the sign stands, and how large it is: near the mouth, on nothing."""
    figures = samples(motion, side)
    left, bottom, right, top = bounds(taken(motion, side, camera))
    heads = [camera.flat(figure.joints["skull"]) for figure in figures[::_EVERY]]
    bodies = [body_spots(figure, camera)[1:] for figure in figures[::_EVERY]]
    figure = figures[0]
    lips = camera.flat(place(figure.joints["neck"], figure.frames["head"], _LIPS_M))
    mouth = lips[0] - heads[0][0], lips[1] - heads[0][1]
    size = hypot(*mouth) or 1.0

    def cost(step: Flat, ring: float) -> float:
        covered, beside = 0.0, 0.0
        for (hx, hy), body in zip(heads, bodies, strict=True):
            x, y = hx + step[0], hy + step[1]
            covered = max(covered, sum(max(0.0, ring + r - hypot(px - x, py - y)) for px, py, r in body))
            out = max(left - x + ring, x + ring - right, 0.0) + max(bottom - y + ring, y + ring - top, 0.0)
            beside = max(beside, out)
        off = hypot(step[0] / hypot(*step) - mouth[0] / size, step[1] / hypot(*step) - mouth[1] / size)
        return _COVERS * covered + _GROWS * beside + _TURNS * off + _SHRINKS * (_RING_M - ring) / _RING_M

    tries = [
        (step, ring)
        for ring in (_RING_M, _SMALL_M)
        for step in arc((0.0, 0.0), HEAD_M + _GAP_M + ring, 0.0, 360.0 - _ROUND_DEG, 360 // _ROUND_DEG - 1)
    ]
    best, ring = min(tries, key=lambda one: cost(*one))
    return best[0], best[1], ring
