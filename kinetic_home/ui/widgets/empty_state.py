"""What a page says while it has nothing to show: what will be here, and how to get it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.icon import icon_pixmap
from kinetic_home.ui.widgets.layouts import Column
from kinetic_home.ui.widgets.text import Text


class EmptyState(QWidget):
    """An icon, a heading and a sentence in the middle of the room."""

    def __init__(self, look: Look, icon: str, heading: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._name = look, icon
        column = Column(look, self, gap=1.5, margins=(2, 6, 2, 6))
        self._icon = QLabel()
        self._icon.setTextFormat(Qt.TextFormat.PlainText)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = Text(look, heading, "heading", strong=True)
        words = Text(look, sentence, "body", role="quiet")
        column.addWidget(self._icon)
        for text in (title, words):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(text)
        self._dress()
        look.changed.connect(self._dress)

    @Slot()
    def _dress(self) -> None:
        px = self._look.text_px("title") * 2
        self._icon.setPixmap(icon_pixmap(self._look, self._name, "outline", px, self.devicePixelRatioF()))
