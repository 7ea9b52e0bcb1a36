"""A page that scrolls where the window is too small for it, its column never too wide to read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.layouts import Column


class Page(QScrollArea):
    """A scrolling page; subclasses put their parts into `body`. PageUp and PageDown scroll it."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None, *, gap: float = 2.5) -> None:
        super().__init__(parent)
        self.look = look
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = QWidget()
        self.body = Column(look, self._column, gap=gap, margins=(4, 3.5, 4, 3.5))
        self._ground = QWidget()
        # As high as its words are at this width; else Qt reckons with the least width and leaves a void below.
        self._ground.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        centre = QHBoxLayout(self._ground)
        centre.setContentsMargins(0, 0, 0, 0)
        centre.addStretch(1)
        centre.addWidget(self._column, 1000)
        centre.addStretch(1)
        self.setWidget(self._ground)
        self._dress()
        look.changed.connect(self._dress)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the top, where the first thing to do is."""
        super().showEvent(event)
        self.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by a page."""
        bar = self.verticalScrollBar()
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())] * bar.pageStep())
        else:
            super().keyPressEvent(event)

    def settle(self) -> None:
        """Lay everything out now, the innermost first, so that new content is never seen half placed."""
        for layout in reversed(self._ground.findChildren(QLayout)):
            layout.activate()

    @Slot()
    def _dress(self) -> None:
        self._column.setMaximumWidth(self.look.column)
