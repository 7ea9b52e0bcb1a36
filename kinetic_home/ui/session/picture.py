"""The figure on its ground, with the cue of the moment below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.card import Card
from kinetic_home.ui.widgets.layouts import Column
from kinetic_home.ui.widgets.text import Text

VIEWS = ("side", "front", "three-quarter")


class Picture(Card):
    """A card with the figure; `turn` shows it from the next direction."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "card", parent)
        self.setObjectName("picture")
        self._view = VIEWS[0]
        column = Column(look, self, gap=0, margins=(2, 2, 2, 2))
        self.figure = QWidget()
        self._cue = Text(look, "", "heading", strong=True)
        self._cue.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.figure, 1)
        column.addWidget(self._cue)
        self._look_at = look
        self._dress()
        look.changed.connect(self._dress)

    def show_cue(self, text: str) -> None:
        """Show the cue of the moment, or nothing."""
        self._cue.say(text)

    def set_view(self, view: str) -> None:
        """Look from a direction: "side", "front" or "three-quarter"."""
        self._view = view

    @Slot()
    def turn(self) -> None:
        """Look from the next direction."""
        self.set_view(VIEWS[(VIEWS.index(self._view) + 1) % len(VIEWS)])

    @Slot()
    def _dress(self) -> None:
        # Room for two lines at all times: the figure must not jump when a cue comes.
        self._cue.setMinimumHeight(round(self._look_at.text_px("heading") * 2.6))
