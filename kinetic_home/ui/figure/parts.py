"""The parts that a figure is painted of, each with its depth, its colour and its own way to be painted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import hypot
from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from kinetic_home.domain.room import PropKind
from kinetic_home.figure.space import Vec
from kinetic_home.ui.figure.outline import Flat, Outline
from kinetic_home.ui.figure.tones import LIGHT, mixed, plain, rounded, toned

# How wide the thin line is that keeps limbs of one colour apart, and how much of the line's ink it takes.
LINE_M = 0.0046
_LINE_INK = 0.50
_ROUND = 0.5523
_LEAST_LIGHT = 0.36
_LEAST_PEN_PX = 1.05
# Some more than a body has limbs.
_KEPT = 32

# Whether the thin line goes round the start and the end of a limb too.
Caps = tuple[bool, bool]
NO_CAPS, START_CAP, END_CAP, BOTH_CAPS = (False, False), (True, False), (False, True), (True, True)

# A path and what it is filled with.
Fill = tuple[QPainterPath, QBrush]


class Part(Protocol):
    """Something that can be painted."""

    def paint(self, painter: QPainter) -> None:
        """Paint it."""
        ...


class Tint(Protocol):
    """A colour that is laid over a part, inside its outline."""

    def paint(self, painter: QPainter, within: QPainterPath) -> None:
        """Lay it over a shape."""
        ...


class Group:
    """Parts that are painted one upon another: what is sorted by its depth, how near it is to the eye in m.

    `spots` are the points that it reaches, so that what stands in the room hides it or not; a thing that is named in
    `under` always does.
    """

    def __init__(
        self,
        depth: float,
        parts: Sequence[Part],
        *,
        name: str = "",
        spots: tuple[Vec, ...] = (),
        under: frozenset[PropKind] = frozenset(),
    ) -> None:
        self.depth, self.name, self.spots, self.under = depth, name, spots, under
        self._parts = parts

    def paint(self, painter: QPainter) -> None:
        """Paint its parts in their order."""
        for part in self._parts:
            part.paint(painter)


class LimbPart:
    """A round limb: one closed path with light across it, and a thin line along both its edges.

    `tints` are laid over it where muscles in it work. What it is `joined` to is one piece of cloth with it: no
    line runs between them. A `seam` says how light is laid over a piece of cloth that it is sewn to: then it has that
    light, and its line fades out towards its start.
    """

    def __init__(
        self,
        outline: Outline,
        colour: str,
        line: str,
        line_px: float,
        *,
        capped: Caps = NO_CAPS,
        tints: Sequence[Tint] = (),
        joined: Outline | None = None,
        seam: QTransform | None = None,
    ) -> None:
        self._joined, self._seam = joined, seam
        self._outline = outline
        self._colour = colour
        self._line = line
        self._capped = capped
        self._tints = tints
        self._line_px = line_px

    def paint(self, painter: QPainter) -> None:
        """Paint a shape a little wider in the line's colour, then the limb upon it."""
        sewn = self._seam is not None
        around, body, across = _limb_paths(self._outline, self._line_px, capped=self._capped, sewn=sewn)
        light = QBrush(rounded(self._colour, self._line))
        light.setTransform(across if self._seam is None else self._seam)
        if self._joined is None:
            painter.fillPath(around, plain(inked(self._colour, self._line)))
            painter.fillPath(body, light)
        else:
            wider, piece, _ = _limb_paths(self._joined, self._line_px, capped=BOTH_CAPS, sewn=False)
            painter.fillPath(_both(around, wider), plain(inked(self._colour, self._line)))
            painter.fillPath(_both(body, piece), light)
        for tint in self._tints:
            tint.paint(painter, body)


class ShapePart:
    """A flat shape of one colour that lies upon what was painted before it, with a line around it where it has one."""

    def __init__(self, points: Sequence[Flat], colour: str, pen: QPen | None = None) -> None:
        self._points, self._colour, self._pen = points, colour, pen

    def paint(self, painter: QPainter) -> None:
        """Paint it."""
        if self._pen is not None:
            painter.setPen(self._pen)
            painter.setBrush(plain(self._colour))
            painter.drawPolygon(QPolygonF([QPointF(*point) for point in self._points]))
            return
        path = QPainterPath(QPointF(*self._points[0]))
        for point in self._points[1:]:
            path.lineTo(*point)
        painter.fillPath(path, plain(self._colour))


class LinesPart:
    """Thin straight lines that lie upon what was painted before them."""

    def __init__(self, lines: Sequence[tuple[Flat, Flat]], colour: str, wide_px: float) -> None:
        self._lines, self._colour, self._wide = lines, colour, wide_px

    def paint(self, painter: QPainter) -> None:
        """Paint them."""
        if not self._lines:
            return
        # Filled, not stroked: a thin stroke looks a little different where the painter is clipped.
        path = QPainterPath()
        for (ax, ay), (bx, by) in self._lines:
            size = hypot(bx - ax, by - ay) or 1.0
            x, y = (ay - by) / size * self._wide / 2, (bx - ax) / size * self._wide / 2
            corners = ((ax + x, ay + y), (bx + x, by + y), (bx - x, by - y), (ax - x, ay - y))
            path.addPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        painter.fillPath(path, plain(self._colour))


class PlacedPart:
    """Fills that were made once, put where they belong now; the first goes round all of it and bears the tints."""

    def __init__(self, at: Flat, fills: Sequence[Fill], tints: Sequence[Tint] = ()) -> None:
        self._at, self._fills, self._tints = at, fills, tints

    def paint(self, painter: QPainter) -> None:
        """Paint its fills in their order."""
        x, y = self._at
        painter.translate(x, y)
        for path, brush in self._fills:
            painter.fillPath(path, brush)
        painter.translate(-x, -y)
        if self._tints:
            around = self._fills[0][0].translated(x, y)
            for tint in self._tints:
                tint.paint(painter, around)


class StringPart:
    """A stick or a strap: a line of one width through points."""

    def __init__(self, points: Sequence[Flat], tones: tuple[str, str], wide_px: float, line_px: float) -> None:
        self._points, self._tones = points, tones
        self._wide, self._line_px = max(wide_px, _LEAST_PEN_PX), line_px

    def paint(self, painter: QPainter) -> None:
        """Paint the line around it, then the thing."""
        colour, line = self._tones
        path = QPainterPath(QPointF(*self._points[0]))
        for point in self._points[1:]:
            path.lineTo(*point)
        pen = line_pen(colour, line, self._wide / 2 + self._line_px)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.strokePath(path, pen)
        pen.setColor(QColor(colour))
        pen.setWidthF(self._wide)
        painter.strokePath(path, pen)


def inked(colour: str, line: str) -> str:
    """Return the colour of the thin line around a colour."""
    return toned(colour, line, _LINE_INK)


def line_pen(colour: str, line: str, half_px: float) -> QPen:
    """Return the pen of the thin line around a colour; half of its width shows."""
    return QPen(
        mixed(colour, line, _LINE_INK),
        2.0 * half_px,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.FlatCap,
        Qt.PenJoinStyle.RoundJoin,
    )


def thin_pen(colour: str, line: str, wide_px: float) -> QPen:
    """Return the pen of the thin line around a flat shape; thinner than a pixel it would depend on the clipping."""
    return QPen(
        mixed(colour, line, _LINE_INK),
        max(wide_px, _LEAST_PEN_PX),
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )


def light_over(at: Flat, reach_px: float) -> QTransform:
    """Return how the brush of a round limb is laid over something that is lit as a whole, from its middle on."""
    x, y = LIGHT[0] * reach_px, LIGHT[1] * reach_px
    return QTransform(x, y, -y, x, *at)


@lru_cache(maxsize=_KEPT)
def _limb_paths(
    outline: Outline, line_px: float, *, capped: Caps, sewn: bool
) -> tuple[QPainterPath, QPainterPath, QTransform]:
    """Return the line around a limb and the limb as closed paths, and how light is laid across it.

    A limb that keeps still has its paths made only once.
    """
    body, back = _side(outline.left), _side(outline.right[::-1])
    # Where a row bends sharply its edges cross.
    body.setFillRule(Qt.FillRule.WindingFill)
    around = _fading(outline, line_px) if sewn else _wider(outline, body, back, line_px, capped=capped)
    _cap(body, outline.left[-1], outline.right[-1], outline.end_cap)
    body.connectPath(back)
    _cap(body, outline.right[0], outline.left[0], outline.start_cap)
    return around, body, _across(outline)


def _both(first: QPainterPath, second: QPainterPath) -> QPainterPath:
    """Return two shapes as one; all limbs go round the same way, so that none of them is cut out of the other."""
    path = QPainterPath(first)
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addPath(second)
    return path


def _wider(outline: Outline, left: QPainterPath, right: QPainterPath, line_px: float, *, capped: Caps) -> QPainterPath:
    # Filling is much cheaper than stroking, and the line stays the same at every turn.
    x, y = outline.across[0] * line_px, outline.across[1] * line_px
    path = left.translated(x, y)
    # The row goes along (-y, x).
    at_start, at_end = capped
    if at_end:
        one, other, (tip_x, tip_y) = outline.left[-1], outline.right[-1], outline.end_cap
        _cap(path, (one[0] + x, one[1] + y), (other[0] - x, other[1] - y), (tip_x - y, tip_y + x))
    path.connectPath(right.translated(-x, -y))
    if at_start:
        one, other, (tip_x, tip_y) = outline.left[0], outline.right[0], outline.start_cap
        _cap(path, (other[0] - x, other[1] - y), (one[0] + x, one[1] + y), (tip_x + y, tip_y - x))
    return path


def _fading(outline: Outline, line_px: float) -> QPainterPath:
    """Return a limb a little wider at all but its first two rings: there it goes on in what it is sewn to."""
    x, y = outline.across[0] * line_px, outline.across[1] * line_px
    left = [(ax + x, ay + y) if k > 1 else (ax, ay) for k, (ax, ay) in enumerate(outline.left)]
    right = [(ax - x, ay - y) if k > 1 else (ax, ay) for k, (ax, ay) in enumerate(outline.right)]
    path = _side(left)
    _cap(path, left[-1], right[-1], (outline.end_cap[0] - y, outline.end_cap[1] + x))
    path.connectPath(_side(right[::-1]))
    return path


def _across(outline: Outline) -> QTransform:
    """Return how the brush of a round limb is laid, so that its light is on the side on which light falls."""
    (px, py), half = outline.across, max(outline.half, 1e-3)
    falls = px * LIGHT[0] + py * LIGHT[1]
    reach = half / max(abs(falls), _LEAST_LIGHT) * (1.0 if falls >= 0 else -1.0)
    middle = len(outline.left) // 2
    (ax, ay), (bx, by) = outline.left[middle], outline.right[middle]
    x, y = px * reach, py * reach
    return QTransform(x, y, -y, x, (ax + bx) / 2, (ay + by) / 2)


def _side(points: Sequence[Flat]) -> QPainterPath:
    """Return a path that goes smoothly through points."""
    path = QPainterPath()
    path.moveTo(*points[0])
    # At both ends the direction is that of the last stretch, half as strong.
    padded = [points[0], *points, points[-1]]
    for (zx, zy), (ax, ay), (bx, by), (cx, cy) in zip(padded, points, points[1:], padded[3:], strict=False):
        path.cubicTo(ax + (bx - zx) / 6, ay + (by - zy) / 6, bx - (cx - ax) / 6, by - (cy - ay) / 6, bx, by)
    return path


def _cap(path: QPainterPath, start: Flat, end: Flat, tip: Flat) -> None:
    """Go round an end: two quarter ellipses from one edge over the tip to the other."""
    mx, my = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    ox, oy = (tip[0] - mx) * _ROUND, (tip[1] - my) * _ROUND
    hx, hy = (start[0] - mx) * _ROUND, (start[1] - my) * _ROUND
    path.cubicTo(start[0] + ox, start[1] + oy, tip[0] + hx, tip[1] + hy, *tip)
    path.cubicTo(tip[0] - hx, tip[1] - hy, end[0] + ox, end[1] + oy, *end)
