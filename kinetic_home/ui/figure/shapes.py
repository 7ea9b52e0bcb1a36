"""Simple things made of points in the room: a string, a round roll and a flat sheet."""

from __future__ import annotations

from collections.abc import Sequence

from kinetic_home.figure.space import Vec, along, dot, sub, unit
from kinetic_home.ui.figure.build import Ring
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.outline import limb_outline
from kinetic_home.ui.figure.palette import FigurePalette
from kinetic_home.ui.figure.parts import LINE_M, LimbPart, ShapePart, StringPart, thin_pen
from kinetic_home.ui.figure.paths import BOTH_CAPS

_UP: Vec = (0.0, 1.0, 0.0)


class Shaper:
    """Makes simple parts, seen through one lens, with the thin line of one palette."""

    def __init__(self, lens: Lens, palette: FigurePalette) -> None:
        self.lens, self.palette = lens, palette
        self.line_px = LINE_M * lens.scale

    def string(self, points: Sequence[Vec], colour: str, wide_m: float) -> StringPart:
        """Return a line of one width through points."""
        flats = [self.lens.flat(point) for point in points]
        return StringPart(flats, (colour, self.palette.line), wide_m * self.lens.scale, self.line_px)

    def roll(self, ends: tuple[Vec, Vec], radius_m: float, colour: str, round_: float) -> LimbPart:
        """Return a round thing between two points; its ends are as round as is said, 1 being a ball."""
        axis = unit(sub(ends[1], ends[0]))
        eye = self.lens.towards
        front = along(eye, axis, -dot(eye, axis))
        ahead = unit(front) if dot(front, front) > 1e-6 else _UP
        rings = tuple(Ring(at, radius_m, radius_m, 0.0) for at in (0.0, 0.5, 1.0))
        outline = limb_outline(self.lens, *ends, ahead, rings, None, round_, round_)
        return LimbPart(outline, colour, self.palette.line, self.line_px, capped=BOTH_CAPS)

    def sheet(self, points: Sequence[Vec], colour: str, *, lined: bool = True) -> ShapePart:
        """Return a flat shape, with the thin line around it or without."""
        flats = [self.lens.flat(point) for point in points]
        return ShapePart(flats, colour, thin_pen(colour, self.palette.line, self.line_px) if lined else None)
