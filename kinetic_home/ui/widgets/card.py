"""A card: something of its own on the ground, set off by its tone instead of a line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.theme.tokens import Role


class Card(QFrame):
    """A rounded piece of ground in the colour of a role."""

    def __init__(self, look: Look, role: Role = "card", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._role: Role = role
        look.changed.connect(self.update)

    def set_role(self, role: Role) -> None:
        """Stand on the colour of another role."""
        self._role = role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(self._role))
        painter.drawRoundedRect(self.rect(), self._look.radius, self._look.radius)
