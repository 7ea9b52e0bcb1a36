"""The rows of the Settings page: a name with a word of explanation, and the thing to change beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.card import Card
from kinetic_home.ui.widgets.layouts import Column, Row
from kinetic_home.ui.widgets.text import Text

# Below this many heights of the body text the control goes below its name.
_WIDE = 34


class Section(Card):
    """A heading and its rows on one card."""

    def __init__(self, look: Look, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(look, "card", parent)
        self.rows = Column(look, self, gap=2, margins=(4, 3, 4, 3))
        self.rows.addWidget(Text(look, heading, "heading", strong=True))


class SettingRow(QWidget):
    """A setting: what it is on the left, how to change it on the right, or below where there is no room."""

    def __init__(self, look: Look, name: str, words: str, control: QWidget) -> None:
        super().__init__()
        self._look = look
        self._line = Row(look, self, gap=2)
        label = Column(look, gap=0.25)
        label.addWidget(Text(look, name, "body", strong=True))
        if words:
            label.addWidget(Text(look, words, "caption", role="quiet"))
        self._line.addLayout(label, 4)
        fixed = control.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed
        self._line.addWidget(control, 5, Qt.AlignmentFlag.AlignLeft if fixed else Qt.AlignmentFlag(0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the control below its name where the row is narrow."""
        wide = event.size().width() >= _WIDE * self._look.text_px("body")
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(beside if wide else below)
        super().resizeEvent(event)
