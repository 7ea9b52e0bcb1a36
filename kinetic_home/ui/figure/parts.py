"""The parts that a figure is painted of, each with its depth, its colour and its own way to be painted."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, degrees, hypot
from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QTransform

from kinetic_home.ui.figure.outline import Flat, Outline
from kinetic_home.ui.figure.tones import LIGHT, mixed, plain, rounded, toned

# How wide the thin line is that keeps limbs of one colour apart, and how much of the line's ink it takes.
LINE_M = 0.0046
_LINE_INK = 0.50
_ROUND = 0.5523
_LEAST_LIGHT = 0.36
# How far along its edges the corner of a shoe is rounded off.
_CORNER = 0.42
_CORNER_GROWTH = 1.25


class Part(Protocol):
    """Something with a depth that can be painted."""

    @property
    def depth(self) -> float:
        """Return how near it is to the eye."""
        ...

    def paint(self, painter: QPainter) -> None:
        """Paint it."""
        ...


class Group:
    """Parts that are painted one upon another wherever they lie in depth."""

    def __init__(self, depth: float, parts: Sequence[Part | None]) -> None:
        self.depth = depth
        self._parts = parts

    def paint(self, painter: QPainter) -> None:
        """Paint its parts in their order."""
        for part in self._parts:
            if part is not None:
                part.paint(painter)


class LimbPart:
    """A round limb: one closed path with light across it, and a thin line along both its edges.

    `glow` is laid over it where something in it works hard.
    """

    def __init__(
        self,
        outline: Outline,
        colour: str,
        line: str,
        line_px: float,
        *,
        capped: bool = False,
        glow: QBrush | None = None,
    ) -> None:
        self.depth = 0.0
        self._outline = outline
        self._colour = colour
        self._line = line
        self._capped = capped
        self._glow = glow
        self._line_px = line_px

    def paint(self, painter: QPainter) -> None:
        """Paint a shape a little wider in the line's colour, then the limb upon it."""
        outline = self._outline
        painter.fillPath(self._wider(), plain(inked(self._colour, self._line)))
        body = QPainterPath(QPointF(*outline.left[0]))
        _through(body, outline.left)
        _cap(body, outline.left[-1], outline.right[-1], outline.end_cap)
        _through(body, outline.right[::-1])
        _cap(body, outline.right[0], outline.left[0], outline.start_cap)
        painter.fillPath(body, lit(self._colour, self._line, outline))
        if self._glow is not None:
            painter.fillPath(body, self._glow)

    def _wider(self) -> QPainterPath:
        # Filling is much cheaper than stroking, and the line stays the same at every turn.
        outline, (px, py), wide = self._outline, self._outline.across, self._line_px
        left = [(x + px * wide, y + py * wide) for x, y in outline.left]
        right = [(x - px * wide, y - py * wide) for x, y in reversed(outline.right)]
        path = QPainterPath(QPointF(*left[0]))
        _through(path, left)
        if self._capped:
            ax, ay = py * wide, -px * wide
            forward = (outline.end_cap[0] - outline.start_cap[0]) * ax + (
                outline.end_cap[1] - outline.start_cap[1]
            ) * ay
            sign = 1.0 if forward >= 0 else -1.0
            _cap(path, left[-1], right[0], (outline.end_cap[0] + sign * ax, outline.end_cap[1] + sign * ay))
            _through(path, right)
            _cap(path, right[-1], left[0], (outline.start_cap[0] - sign * ax, outline.start_cap[1] - sign * ay))
        else:
            path.lineTo(*right[0])
            _through(path, right)
        return path


class ShoePart:
    """A shoe: rear and toes as one rounded shape, with its sole."""

    def __init__(
        self,
        hulls: Sequence[Sequence[Flat]],
        soles: Sequence[Sequence[Flat]],
        tones: tuple[str, str, str],
        line_px: float,
        seen_from_below: bool,
    ) -> None:
        self.depth = 0.0
        self._from_below = seen_from_below
        self._hulls, self._soles = hulls, soles
        self._shoe, self._sole, self._line = tones
        self._line_px = line_px

    def paint(self, painter: QPainter) -> None:
        """Paint a shape a little larger in the line's colour, then shoe and sole, the nearer of the two last."""
        around = [_grown(points, self._line_px) for points in (*self._hulls, *self._soles)]
        both = [(self._soles, self._sole), (self._hulls, self._shoe)]
        if self._from_below:
            both.reverse()
        for shapes, colour in [(around, inked(self._shoe, self._line)), *both]:
            path = QPainterPath()
            path.setFillRule(Qt.FillRule.WindingFill)
            for points in shapes:
                _round_shape(path, points)
            painter.fillPath(path, plain(colour))


class StringPart:
    """A stick or a strap: a line of one width through points."""

    def __init__(
        self, depth: float, points: Sequence[Flat], tones: tuple[str, str], wide_px: float, line_px: float
    ) -> None:
        self.depth = depth
        self._points, self._tones = points, tones
        self._wide, self._line_px = wide_px, line_px

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


def lit(colour: str, line: str, outline: Outline) -> QBrush:
    """Return the brush that lays shade and light across a limb as the light falls on it."""
    (px, py), half = outline.across, max(outline.half, 1e-3)
    falls = px * LIGHT[0] + py * LIGHT[1]
    sign = 1.0 if falls >= 0 else -1.0
    reach = half / max(abs(falls), _LEAST_LIGHT)
    middle = len(outline.left) // 2
    x = (outline.left[middle][0] + outline.right[middle][0]) / 2
    y = (outline.left[middle][1] + outline.right[middle][1]) / 2
    brush = QBrush(rounded(colour, line))
    across = QTransform()
    across.translate(x, y)
    across.rotate(degrees(atan2(py * sign, px * sign)))
    across.scale(reach, reach)
    brush.setTransform(across)
    return brush


def _grown(points: Sequence[Flat], by: float) -> list[Flat]:
    """Return a convex shape that is larger by so much all round."""
    mx, my = sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
    grown: list[Flat] = []
    for x, y in points:
        away = hypot(x - mx, y - my) or 1.0
        grown.append((x + (x - mx) / away * by * _CORNER_GROWTH, y + (y - my) / away * by * _CORNER_GROWTH))
    return grown


def _through(path: QPainterPath, points: Sequence[Flat]) -> None:
    """Go smoothly through points, from the first, where the path is already."""
    last = len(points) - 1
    for k in range(last):
        (ax, ay), (bx, by) = points[k], points[k + 1]
        zx, zy = points[k - 1] if k else points[0]
        cx, cy = points[k + 2] if k + 2 <= last else points[last]
        path.cubicTo(ax + (bx - zx) / 6, ay + (by - zy) / 6, bx - (cx - ax) / 6, by - (cy - ay) / 6, bx, by)


def _cap(path: QPainterPath, start: Flat, end: Flat, tip: Flat) -> None:
    """Go round an end: two quarter ellipses from one edge over the tip to the other."""
    mx, my = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    ox, oy = (tip[0] - mx) * _ROUND, (tip[1] - my) * _ROUND
    hx, hy = (start[0] - mx) * _ROUND, (start[1] - my) * _ROUND
    path.cubicTo(start[0] + ox, start[1] + oy, tip[0] + hx, tip[1] + hy, *tip)
    path.cubicTo(tip[0] - hx, tip[1] - hy, end[0] + ox, end[1] + oy, *end)


def _round_shape(path: QPainterPath, points: Sequence[Flat]) -> None:
    """Add a closed shape whose corners are rounded off over a third of the shorter edge."""
    count = len(points)
    for k in range(count):
        (ax, ay), (bx, by), (cx, cy) = points[k - 1], points[k], points[(k + 1) % count]
        share = _CORNER
        start = (bx + (ax - bx) * share, by + (ay - by) * share)
        if k == 0:
            path.moveTo(*start)
        else:
            path.lineTo(*start)
        path.quadTo(bx, by, bx + (cx - bx) * share, by + (cy - by) * share)
    path.closeSubpath()
