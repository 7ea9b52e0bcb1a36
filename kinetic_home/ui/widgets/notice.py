"""A calm word at the top of a page about something that the person should know."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.theme.tokens import Role
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.card import Card
from kinetic_home.ui.widgets.layouts import Row
from kinetic_home.ui.widgets.shape import Shape
from kinetic_home.ui.widgets.text import Text

Tone = Literal["plain", "done", "look", "stop"]
_TONES: dict[Tone, tuple[Role, Role, str]] = {
    "plain": ("well", "ink", ""),
    "done": ("done_soft", "done_text", "disc"),
    "look": ("look_soft", "look_text", "triangle"),
    "stop": ("stop_soft", "stop_text", "square"),
}


class Notice(Card):
    """One or two sentences with a shape for their tone, and a way to put them away."""

    closed = Signal()

    def __init__(self, look: Look, *, name: str, tone: Tone = "plain", parent: QWidget | None = None) -> None:
        super().__init__(look, _TONES[tone][0], parent)
        self.setObjectName(name)
        row = Row(look, self, gap=1.5, margins=(2.5, 2, 2.5, 2))
        self._shape = Shape(look)
        self._words = Text(look)
        row.addWidget(self._shape)
        row.addWidget(self._words, 1)
        self._away = Button(look, self.tr("Close"), name=f"{name}-close", kind="quiet", icon="close")
        self._away.set_compact(True)
        self._away.clicked.connect(self._close)
        row.addWidget(self._away)
        self.set_tone(tone)
        self.hide()

    def set_tone(self, tone: Tone) -> None:
        """Speak in another tone."""
        ground, ink, shape = _TONES[tone]
        self.set_role(ground)
        self._words.set_role(ink)
        self._shape.show_shape(shape, ink)

    def limit_text(self, px: int) -> None:
        """Let the words grow no higher than this where the room is the window's and not the page's."""
        self._words.limit_text(px)
        self._away.limit_text(px)

    def say(self, text: str) -> None:
        """Show a text; an empty one hides the notice."""
        self._words.say(text)
        self.setVisible(bool(text))

    def _close(self) -> None:
        self.say("")
        self.closed.emit()
