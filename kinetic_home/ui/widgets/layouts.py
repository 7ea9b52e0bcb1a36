"""Rows and columns whose gaps and margins stand on the 8-px grid and grow with the window."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QBoxLayout, QWidget

from kinetic_home.ui.theme.look import Look

Margins = tuple[float, float, float, float]
NONE: Margins = (0, 0, 0, 0)


class Line(QBoxLayout):
    """A box layout with its gap and its margins (left, top, right, bottom) in steps of the grid."""

    def __init__(
        self, look: Look, direction: QBoxLayout.Direction, gap: float, margins: Margins, parent: QWidget | None
    ) -> None:
        super().__init__(direction)
        if parent is not None:
            parent.setLayout(self)
        self._look, self._gap, self._margins = look, gap, margins
        self._dress()
        look.changed.connect(self._dress)

    @Slot()
    def _dress(self) -> None:
        self.setSpacing(self._look.space(self._gap))
        left, top, right, bottom = (self._look.space(steps) for steps in self._margins)
        self.setContentsMargins(left, top, right, bottom)


class Column(Line):
    """Things below each other."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, gap: float = 2, margins: Margins = NONE) -> None:
        super().__init__(look, QBoxLayout.Direction.TopToBottom, gap, margins, parent)


class Row(Line):
    """Things beside each other."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, gap: float = 2, margins: Margins = NONE) -> None:
        super().__init__(look, QBoxLayout.Direction.LeftToRight, gap, margins, parent)
