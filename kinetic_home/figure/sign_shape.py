"""What the signs of a wrong version are made of: lines, rings, arrows and patches on the plane of the picture.

All places are in metres on that plane, to the right and up, as a camera sees them.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, hypot, radians, sin
from typing import NamedTuple

from kinetic_home.figure.overlay_shape import Tone

Flat = tuple[float, float]

# How far the thick line of an arrow and its head reach beside the line that it is drawn along.
ARROW_HALF_M, LINE_HALF_M = 0.032, 0.014


class Line(NamedTuple):
    """A line through points, thick where it is wrong; a curve goes smoothly through them."""

    points: tuple[Flat, ...]
    tone: Tone = Tone.WRONG
    dashed: bool = False
    curve: bool = False


class Ring(NamedTuple):
    """An open ring; a flat one is turned by `turn_deg` against the clock. `swept` of a clock's face is filled."""

    at: Flat
    wide_m: float
    high_m: float
    turn_deg: float = 0.0
    swept: float = 0.0


class Arrow(NamedTuple):
    """An arrow along points, with a head at its end, and at its start too where it goes to and fro."""

    points: tuple[Flat, ...]
    wide: float = 1.0
    both: bool = False


class Patch(NamedTuple):
    """A filled shape."""

    points: tuple[Flat, ...]


class Ghost(NamedTuple):
    """The pale outline of limbs: each runs through points and is so wide."""

    limbs: tuple[tuple[tuple[Flat, ...], float], ...]


Shape = Line | Ring | Arrow | Patch | Ghost
Reach = tuple[float, float, float]


def reach_of(shapes: Iterable[Shape]) -> tuple[Reach, ...]:
    """Return points that hold shapes, each with how far around it they reach."""
    found: list[Reach] = []
    for shape in shapes:
        match shape:
            case Ring():
                found.append((*shape.at, max(shape.wide_m, shape.high_m) + LINE_HALF_M))
            case Arrow():
                found += [(x, y, ARROW_HALF_M * shape.wide) for x, y in shape.points]
            case Line() | Patch():
                found += [(x, y, LINE_HALF_M) for x, y in shape.points]
            case Ghost():
                pass
    return tuple(found)


def moved(at: Flat, direction: Flat, size_m: float) -> Flat:
    """Return the place so far from another in a direction."""
    return at[0] + direction[0] * size_m, at[1] + direction[1] * size_m


def middle(a: Flat, b: Flat) -> Flat:
    """Return the place half way between two."""
    return (a[0] + b[0]) / 2.0, (a[1] + b[1]) / 2.0


def heading(a: Flat, b: Flat) -> Flat | None:
    """Return the direction from one place to another, or None where they are one."""
    size = hypot(b[0] - a[0], b[1] - a[1])
    return ((b[0] - a[0]) / size, (b[1] - a[1]) / size) if size > 1e-6 else None


def arc(at: Flat, size_m: float, from_deg: float, to_deg: float, steps: int = 6) -> tuple[Flat, ...]:
    """Return places on a circle, from one angle against the clock to another; 0 is to the right."""
    angles = [radians(from_deg + (to_deg - from_deg) * step / steps) for step in range(steps + 1)]
    return tuple((at[0] + size_m * cos(angle), at[1] + size_m * sin(angle)) for angle in angles)
