"""Breathe in, breathe out, or keep breathing: an arrow or a wave, and the words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget

from kinetic_home.domain.exercise import Breath
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.icon import icon_pixmap
from kinetic_home.ui.widgets.layouts import Row
from kinetic_home.ui.words import tr

_ICONS = {Breath.IN: "breath_in", Breath.OUT: "breath_out", Breath.ON: "breath_on"}


class BreathSign(QWidget):
    """Shows what the breath does, sized by the page."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._breath: Breath | None = None
        self._px = look.text_px("lead")
        row = Row(look, self, gap=1)
        self._picture, self._words = QLabel(), QLabel()
        row.addStretch(1)
        for part in (self._picture, self._words):
            part.setTextFormat(Qt.TextFormat.PlainText)
            row.addWidget(part)
        row.addStretch(1)
        self._dress()
        look.changed.connect(self._dress)

    def set_size(self, px: int) -> None:
        """Make the words so high."""
        self._px = px
        self._dress()

    def show_breath(self, breath: Breath | None) -> None:
        """Show what the breath does; None shows nothing."""
        if breath is not self._breath:
            self._breath = breath
            self._words.setText(breath_words(breath))
            self._dress()

    @Slot()
    def _dress(self) -> None:
        self._words.setFont(self._look.font_of(self._px))
        if self._breath is None:
            self._picture.clear()
            return
        pixmap = icon_pixmap(
            self._look, _ICONS[self._breath], "action", round(self._px * 1.3), self.devicePixelRatioF()
        )
        self._picture.setPixmap(pixmap)


def breath_words(breath: Breath | None) -> str:
    """Return what the breath does, in words."""
    return {
        None: "",
        Breath.IN: tr("Breathe in"),
        Breath.OUT: tr("Breathe out"),
        Breath.ON: tr("Keep breathing"),
    }[breath]
