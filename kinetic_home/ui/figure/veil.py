"""What stands before the figure and is painted again over what it hides: a rail, a step, a wall as a pane."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPolygonF

from kinetic_home.domain.room import PropKind
from kinetic_home.figure.space import Vec
from kinetic_home.ui.figure.layers import clear_layer
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.outline import Flat
from kinetic_home.ui.figure.palette import FigurePalette
from kinetic_home.ui.figure.parts import Group
from kinetic_home.ui.figure.props_boxes import Box, Piece, edge_pen, paint_piece
from kinetic_home.ui.figure.tones import plain, toned

# A wall between the eye and the figure is a pane: before the figure are its edges, its skirting, and strokes of sheen,
# each from a place to a place on it and so high.
_EDGES = 0.72
_SHEEN_TONE, _SHEEN = "#ffffff", 0.26
_SHEENS = (
    ((0.04, 0.52), (0.58, 0.96), 0.085),
    ((0.04, 0.42), (0.70, 0.96), 0.030),
    ((0.34, 0.16), (0.96, 0.68), 0.085),
    ((0.46, 0.16), (0.96, 0.58), 0.030),
)
# What a body may sink into a thing that it still lies on or stands before.
_SUNK_M = 0.02
# No limb is thicker to one side of its bone: farther from a thing on the picture it is not hidden by that.
_FLESH_M = 0.12
# What is higher over a step than a foot that stands on it is seen over it.
_OVER_STEP_M = 0.10
_EDGE_M, _EDGE_INK = 0.02, 0.45
# A hand whose wrist is no higher over a rail slides along it.
_ON_RAIL_M = 0.06


class Veil:
    """A piece of a standing thing that may hide a part of the body; it is painted again over what it hides."""

    def __init__(self, piece: Piece, lens: Lens, palette: FigurePalette, *, sheet: bool) -> None:
        self._piece, self._lens, self._palette, self.sheet = piece, lens, palette, sheet
        self.kind = piece.kind
        self._rect = _around([lens.flat(corner) for box in piece.boxes for corner in box.corners])
        self._kept: tuple[QPointF, QImage] | None = None

    def hides(self, part: Group, touching: frozenset[tuple[str, str]]) -> bool:
        """Tell whether a part of the body lies behind it; `touching` are the forearms that lie upon a thing."""
        if self.kind in part.under:
            return True
        upon = self.kind is PropKind.RAIL and (part.name, self.kind.value) in touching
        if not part.spots or upon:
            return False
        if self.sheet:
            return True
        behind = any(self._hides_low(box, part) for box in self._piece.solid)
        return behind and self._meets(part) and not self._slides(part)

    def _meets(self, part: Group) -> bool:
        """Tell whether a part comes near it on the picture: what does not keeps its place among the other parts."""
        edge = _FLESH_M * self._lens.scale
        body = _around([self._lens.flat(spot) for spot in part.spots])
        return self._rect.intersects(body.adjusted(-edge, -edge, edge, edge))

    def _slides(self, part: Group) -> bool:
        """Tell whether a hand slides along a rail that it just does not hold on to."""
        return self.kind is PropKind.RAIL and any(
            box.low[0] <= x <= box.high[0] and 0.0 <= y - box.high[1] <= _ON_RAIL_M and box.low[2] <= z <= box.high[2]
            for x, y, z in part.spots
            for box in self._piece.solid
        )

    def _hides_low(self, box: Box, part: Group) -> bool:
        """Tell whether a box hides what of a part reaches down to it; a knee over a step is seen."""
        spots = part.spots
        if self.kind in (PropKind.STEP, PropKind.STAIRS):
            spots = tuple(spot for spot in spots if spot[1] < box.high[1] + _OVER_STEP_M)
        return bool(spots) and self._behind(box, *_extent(spots))

    def _behind(self, box: Box, low: Vec, high: Vec) -> bool:
        """Tell whether a plane of the box parts it from what lies farther away, and none from what lies nearer."""
        farther = False
        for towards, least, most, lower, upper in zip(self._lens.towards, low, high, box.low, box.high, strict=True):
            above, below = least >= upper - _SUNK_M, most <= lower + _SUNK_M
            if (above and towards > 0.0) or (below and towards < 0.0):
                return False
            farther = farther or (above and towards < 0.0) or (below and towards > 0.0)
        return farther

    def keep(self, ratio: float) -> None:
        """Paint it once; from now on its picture is laid down. `ratio` is how many pixels there are in each px."""
        edge = _EDGE_M * self._lens.scale
        outer = QRectF(self._rect.adjusted(-edge, -edge, edge, edge).toAlignedRect())
        image = clear_layer(outer.size(), ratio)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-outer.topLeft())
        self._draw(painter)
        painter.end()
        self._kept = outer.topLeft(), image

    def paint(self, painter: QPainter) -> None:
        """Paint it over what it hides."""
        if self._kept is None:
            self._draw(painter)
        else:
            painter.drawImage(*self._kept)

    def _draw(self, painter: QPainter) -> None:
        if self.sheet:
            self._outline(painter)
            return
        paint_piece(painter, self._lens, self._piece, self._palette.line)

    def _outline(self, painter: QPainter) -> None:
        """Draw a wall before the figure as a pane: sheen over all of it, its skirting over the feet, and its edges."""
        body, *foot = self._piece.boxes
        wall, line = self._palette.wall, self._palette.line
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(plain(_SHEEN_TONE))
        painter.setOpacity(_SHEEN)
        for start, end, wide_m in _SHEENS:
            painter.drawPolygon(self._sheen(body, start, end, wide_m))
        painter.setPen(edge_pen(toned(wall, line, _EDGE_INK), self._lens))
        for box in (*foot, body):
            painter.setOpacity(_EDGES if box is body else 1.0)
            painter.setBrush(Qt.BrushStyle.NoBrush if box is body else plain(box.colour))
            (x, y0, z0), (_, y1, z1), *_ = box
            painter.drawPolygon(self._flat([(x, y0, z0), (x, y1, z0), (x, y1, z1), (x, y0, z1)]))
        painter.setOpacity(1.0)

    def _sheen(self, wall: Box, start: tuple[float, float], end: tuple[float, float], wide_m: float) -> QPolygonF:
        """Return a stroke across a wall from one place to another, each a share of its width and of its height."""
        (x, y0, z0), (_, y1, z1), *_ = wall
        (az, ay), (bz, by) = ((z0 + z * (z1 - z0), y0 + y * (y1 - y0)) for z, y in (start, end))
        return self._flat([(x, ay, az), (x, by, bz), (x, by - wide_m, bz), (x, ay - wide_m, az)])

    def _flat(self, corners: Sequence[Vec]) -> QPolygonF:
        return QPolygonF([QPointF(*self._lens.flat(corner)) for corner in corners])


def _around(flats: Sequence[Flat]) -> QRectF:
    xs, ys = zip(*flats, strict=True)
    return QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))


def _extent(points: tuple[Vec, ...]) -> tuple[Vec, Vec]:
    xs, ys, zs = zip(*points, strict=True)
    return (min(xs), min(ys), min(zs)), (max(xs), max(ys), max(zs))
