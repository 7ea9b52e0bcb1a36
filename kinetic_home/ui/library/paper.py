"""How a sheet looks on paper: its type in points, its colours, and a pen that goes down the page."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPagedPaintDevice, QPageSize, QPainter, QPen, QPolygonF

from kinetic_home.ui.theme.look import FAMILY

# Everything on the sheet is measured in points, 72 to the inch.
MARGIN_PT = 40.0
BODY_PT, SMALL_PT, HEADING_PT, NAME_PT = 11.5, 11.0, 13.5, 27.0
# Black and white safe: what matters differs in shape and line, and greys are far from each other.
INK, QUIET, RULE, GROUND = QColor("#000000"), QColor("#444444"), QColor("#999999"), QColor("#FFFFFF")
# The strokes of a mark in a square of side 1.
_MARKS = {
    "tick": (((0.05, 0.55), (0.38, 0.9), (0.95, 0.1)),),
    "cross": (((0.1, 0.1), (0.9, 0.9)), ((0.9, 0.1), (0.1, 0.9))),
}
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


def prepare(device: QPagedPaintDevice, size: QPageSize.PageSizeId) -> None:
    """Set a page of a size with no margins of its own."""
    device.setPageSize(QPageSize(size))
    device.setPageMargins(QMarginsF(0, 0, 0, 0))


def font(pt: float, *, strong: bool = False) -> QFont:
    """Return the sheet's font."""
    chosen = QFont(FAMILY)
    chosen.setPointSizeF(pt)
    chosen.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return chosen


class LinePainter(QPainter):
    """Draws lines and letters only: a figure's soft shadow is a bitmap, and paper does without it."""

    def drawImage(self, *args: object, **kwargs: object) -> None:
        """Leave pictures made of dots out."""

    def drawPixmap(self, *args: object, **kwargs: object) -> None:
        """Leave pictures made of dots out."""


class Pen:
    """Writes down a column: each call returns where the next thing begins.

    `painter` paints on a page, `scale` is how many of its dots make a point.
    """

    def __init__(self, painter: QPainter, scale: float) -> None:
        self.painter, self.scale = painter, scale

    def rect(self, x: float, y: float, wide: float, high: float) -> QRectF:
        """Return a rectangle in dots from points."""
        return QRectF(x * self.scale, y * self.scale, wide * self.scale, high * self.scale)

    def text(
        self,
        x: float,
        y: float,
        wide: float,
        words: str,
        *,
        pt: float = BODY_PT,
        strong: bool = False,
        quiet: bool = False,
    ) -> float:
        """Write words that wrap, and return the foot of them."""
        painter, chosen = self.painter, font(pt, strong=strong)
        painter.setFont(chosen)
        painter.setPen(QUIET if quiet else INK)
        high = self.height(words, wide, pt=pt, strong=strong)
        painter.drawText(self.rect(x, y, wide, high), _WRAPPED, words)
        return y + high

    def height(self, words: str, wide: float, *, pt: float = BODY_PT, strong: bool = False) -> float:
        """Return how high wrapped words are, in points."""
        metrics = QFontMetricsF(font(pt, strong=strong), self.painter.device())
        room = QRectF(0, 0, wide * self.scale, 1e7)
        return metrics.boundingRect(room, _WRAPPED, words).height() / self.scale

    def heading(self, x: float, y: float, wide: float, words: str) -> float:
        """Write a heading over a line, and return the foot of it."""
        foot = self.text(x, y, wide, words, pt=HEADING_PT, strong=True) + 1.5
        self.line(x, foot, x + wide, foot)
        return foot + 4

    def line(self, x1: float, y1: float, x2: float, y2: float, *, pt: float = 0.8, dark: bool = False) -> None:
        """Draw a line."""
        self.painter.setPen(QPen(INK if dark else RULE, pt * self.scale))
        self.painter.drawLine(QPointF(x1, y1) * self.scale, QPointF(x2, y2) * self.scale)

    def arrow(self, x1: float, x2: float, y: float) -> None:
        """Draw an arrow along the page."""
        self.line(x1, y, x2 - 4, y, pt=1.4, dark=True)
        head = [QPointF(x2, y), QPointF(x2 - 7, y - 3.5), QPointF(x2 - 7, y + 3.5)]
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(INK)
        self.painter.drawPolygon(QPolygonF([point * self.scale for point in head]))

    def dot(self, x: float, y: float, side: float) -> None:
        """Draw the dot before a line of a list."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(INK)
        self.painter.drawEllipse(self.rect(x, y, side, side))

    def mark(self, shape: str, x: float, y: float, side: float) -> None:
        """Draw a tick or a cross, as high as the letters beside it."""
        pen = QPen(INK, 1.6 * self.scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in _MARKS[shape]:
            points = [QPointF(x + dx * side, y + dy * side) * self.scale for dx, dy in stroke]
            self.painter.drawPolyline(QPolygonF(points))
