"""What an overlay is made of: lines and signs in the room, each with its verdict, and what they are measured on.

Every overlay is measured on the figure itself; what it finds is good, wrong, or still on the way. The limits are
wider than what keeps two good repetitions apart and narrower than what an observer calls a fault: a pelvis that
drops 5°, a knee whose middle passes the second toe by half the width of a kneecap (3 cm), a trunk that leans 5° to
the side or 8° more forward than it should. They judge drawn figures, never people. [M]
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from kinetic_home.domain.motion import Motion
from kinetic_home.domain.side import Side
from kinetic_home.figure.figure import Figure, SideName
from kinetic_home.figure.space import Vec


class Tone(StrEnum):
    """What a line says: it is there to compare with, it is as it should be, or it is not."""

    GUIDE = "guide"
    GOOD = "good"
    WRONG = "wrong"


class Stroke(NamedTuple):
    """A line through points; a curve goes smoothly through them."""

    points: tuple[Vec, ...]
    tone: Tone
    dashed: bool = False
    curve: bool = False


class Sign(NamedTuple):
    """A place with a verdict."""

    at: Vec
    tone: Tone


class Number(NamedTuple):
    """An angle in degrees to be written at a place, and its target at another."""

    at: Vec
    value_deg: float
    target_at: Vec
    target_deg: float
    tone: Tone


class Overlay(NamedTuple):
    """All that is laid over a figure, in the order in which it is drawn."""

    strokes: tuple[Stroke, ...]
    signs: tuple[Sign, ...]
    number: Number | None = None


class Measured(NamedTuple):
    """What an overlay is measured on: a figure, who works, the right version now and the right far pose."""

    figure: Figure
    motion: Motion
    side: Side
    right: Figure | None
    aim: Figure | None

    @property
    def legs(self) -> tuple[SideName, ...]:
        """Return the sides whose legs are looked at."""
        return ("right", "left") if self.side is Side.BOTH else (self.figure.working,)

    @property
    def leg(self) -> SideName:
        """Return the one leg that is measured; where both work, the one near the eye."""
        return "right" if self.side is Side.BOTH else self.figure.working


def verdict(good: bool) -> Tone:
    """Return the tone of a verdict."""
    return Tone.GOOD if good else Tone.WRONG


def reached(value: float, measured: Measured, of: Callable[[Figure], float], near: float, same: float) -> Tone:
    """Judge a value that grows or shrinks on the way.

    Beside a right version it has to be within `same` of it; alone it is good within `near` of its aim, and before
    that only on the way.
    """
    if measured.right is not None:
        return verdict(abs(value - of(measured.right)) <= same)
    if measured.aim is not None and abs(value - of(measured.aim)) <= near:
        return Tone.GOOD
    return Tone.GUIDE
