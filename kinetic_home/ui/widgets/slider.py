"""A slider with its value in words beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from kinetic_home.ui.theme.look import Look


class Slider(QSlider):
    """A horizontal slider with a knob that can be hit; a click on the track goes there."""

    def __init__(
        self, look: Look, *, name: str, label: str, low: int, high: int, step: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setPageStep(step)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """Return room for the knob."""
        return QSize(self._look.space(30), self._look.target)

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(self._look.space(16), self._look.target)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the pointer is, in whole steps."""
        knob = self._knob()
        share = (event.position().x() - knob / 2) / max(1.0, self.width() - knob)
        wanted = self.minimum() + share * (self.maximum() - self.minimum())
        self.setValue(round(wanted / self.singleStep()) * self.singleStep())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave Qt's own dragging out."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past a setting must not change it."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint track and knob."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        knob, track = self._knob(), self._look.space(1)
        share = (self.value() - self.minimum()) / max(1, self.maximum() - self.minimum())
        centre = knob / 2 + share * (self.width() - knob)
        middle = self.height() / 2
        whole = QRectF(knob / 2, middle - track / 2, self.width() - knob, track)
        painter.setBrush(self._look.colour("well"))
        painter.drawRoundedRect(whole, track / 2, track / 2)
        painter.setBrush(self._look.colour("action" if self.isEnabled() else "outline"))
        painter.drawRoundedRect(QRectF(whole.left(), whole.top(), centre - whole.left(), track), track / 2, track / 2)
        side = knob * 0.72
        painter.drawEllipse(QRectF(centre - side / 2, middle - side / 2, side, side))
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("focus"), self._look.ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = side / 2 + self._look.ring * 1.2
            painter.drawEllipse(QPointF(centre, middle), around, around)

    def _knob(self) -> float:
        return self._look.space(4.5)

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
