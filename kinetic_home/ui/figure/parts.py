"""The parts that a figure is painted of, each with its depth, its colour and its own way to be painted."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from kinetic_home.domain.room import PropKind
from kinetic_home.figure.space import Vec
from kinetic_home.ui.figure.outline import Flat, Outline
from kinetic_home.ui.figure.paths import BOTH_CAPS, NO_CAPS, Caps, both, limb_paths
from kinetic_home.ui.figure.tones import mixed, plain, rounded, toned

# How wide the thin line is that keeps limbs of one colour apart, and how much of the line's ink it takes.
LINE_M = 0.0046
_LINE_INK = 0.50
_LEAST_PEN_PX = 1.05


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
        around, body, across = limb_paths(self._outline, self._line_px, capped=self._capped, sewn=sewn)
        light = QBrush(rounded(self._colour, self._line))
        light.setTransform(across if self._seam is None else self._seam)
        if self._joined is None:
            painter.fillPath(around, plain(inked(self._colour, self._line)))
            painter.fillPath(body, light)
        else:
            wider, piece, _ = limb_paths(self._joined, self._line_px, capped=BOTH_CAPS, sewn=False)
            painter.fillPath(both(around, wider), plain(inked(self._colour, self._line)))
            painter.fillPath(both(body, piece), light)
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
