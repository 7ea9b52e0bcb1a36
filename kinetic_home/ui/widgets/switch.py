"""A switch: on or off, as a knob that slides and as a word."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.pressing import pressed_by_enter


class Switch(QCheckBox):
    """On or off, as a knob that slides and as a word."""

    def __init__(self, look: Look, *, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """Return room for the knob's way and the word."""
        return QSize(self._look.space(8) + self._look.text_px("body") * 3, self._look.target)

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on it."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change over on Enter as well."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the way, the knob and the word."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse():
            painter.setBrush(self._look.colour("well"))
            painter.drawRoundedRect(self.rect(), self._look.radius, self._look.radius)
        height, width, halo = self._look.space(4), self._look.space(7), round(self._look.ring * 2)
        way = QRectF(halo, (self.height() - height) / 2, width, height)
        painter.setBrush(self._look.colour("action" if self.isChecked() else "outline"))
        painter.drawRoundedRect(way, height / 2, height / 2)
        side = height - self._look.space(1)
        left = way.right() - side - self._look.space(0.5) if self.isChecked() else way.left() + self._look.space(0.5)
        painter.setBrush(self._look.colour("card"))
        painter.drawEllipse(QRectF(left, way.center().y() - side / 2, side, side))
        painter.setPen(self._look.colour("ink"))
        painter.setFont(self._look.font("body"))
        room = QRectF(way.right() + self._look.space(1.5), 0, self.width(), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.tr("On") if self.isChecked() else self.tr("Off"))
        if self.hasFocus():
            away = self._look.ring * 1.2
            painter.setPen(QPen(self._look.colour("focus"), self._look.ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(way.adjusted(-away, -away, away, away), height, height)

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
