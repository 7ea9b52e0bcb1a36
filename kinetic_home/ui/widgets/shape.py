"""A state as a shape beside its word: a disc, a triangle, a square, a tick or a ring."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.theme.tokens import Role


class Shape(QWidget):
    """A small shape in the colour of a role, as high as a capital of the body text."""

    def __init__(self, look: Look, shape: str = "", role: Role = "ink", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shape = shape
        self._role: Role = role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if not shape:
            self.hide()
        look.changed.connect(self._dress)

    def show_shape(self, shape: str, role: Role) -> None:
        """Show another shape; an empty one takes no room."""
        self._shape, self._role = shape, role
        self.setVisible(bool(shape))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square of a capital's height."""
        side = round(self._look.text_px("body") * 0.85)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shape."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, self._shape, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._look, self._role)

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


def paint_mark(painter: QPainter, shape: str, box: QRectF, look: Look, role: Role) -> None:
    """Paint a shape into a box: "disc", "triangle", "square", "tick", "ring", "half", "dash" or "dot"."""
    colour = look.colour(role)
    stroke = max(2.0, box.width() * 0.13)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    match shape:
        case "tick":
            pen = QPen(colour, stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            left, top, width, height = box.left(), box.top(), box.width(), box.height()
            steps = ((0.12, 0.55), (0.4, 0.82), (0.9, 0.22))
            painter.drawPolyline(QPolygonF([QPointF(left + x * width, top + y * height) for x, y in steps]))
        case "ring" | "half":
            painter.setPen(QPen(colour, stroke * 0.8))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inner = box.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
            painter.drawEllipse(inner)
            if shape == "half":
                painter.setBrush(colour)
                painter.drawChord(inner, 90 * 16, 180 * 16)
        case "dash":
            middle, half = box.center().y(), stroke * 0.5
            painter.drawRoundedRect(QRectF(box.left(), middle - half, box.width(), 2 * half), half, half)
        case "dot":
            third = box.width() * 0.32
            painter.drawEllipse(box.adjusted(third, third, -third, -third))
        case _:
            paint_shape(painter, shape, box)


def paint_shape(painter: QPainter, shape: str, box: QRectF) -> None:
    """Paint a disc, a triangle or a square into a box, with the painter's brush."""
    if shape == "disc":
        painter.drawEllipse(box)
    elif shape == "triangle":
        points = (box.bottomLeft(), box.bottomRight(), QPointF(box.center().x(), box.top()))
        painter.drawPolygon(QPolygonF(points))
    else:
        painter.drawRect(box)
