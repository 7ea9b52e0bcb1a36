"""What all the Library's figures share: their colours on a card, and the time on which they move."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot

from kinetic_home.ui.figure.palette import FigurePalette, figure_palette
from kinetic_home.ui.theme.look import Look

# Thirty pictures a second are smooth at the pace of a careful movement.
FRAME_MS = 33
# After a longer gap, as when the window was hidden, the movement goes on where it was.
_LONGEST_STEP_MS = 200


def card_palette(look: Look) -> FigurePalette:
    """Return the figure's colours on the ground of a card."""
    dark = look.theme.name == "dark"
    palette = figure_palette(look.theme_text("figure.toml"), "dark" if dark else "light")
    return replace(palette, ground=look.theme.roles["card"])


class FrameClock(QObject):
    """Says how many ms have passed since the last frame, thirty times a second, as long as something moves."""

    ticked = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def runs(self) -> bool:
        """Tell whether something moves."""
        return self._timer.isActive()

    def run(self, *, on: bool) -> None:
        """Move from now on, or stand still."""
        if on and not self.runs:
            self._since.start()
            self._timer.start()
        elif not on:
            self._timer.stop()

    @Slot()
    def _tick(self) -> None:
        self.ticked.emit(min(self._since.restart(), _LONGEST_STEP_MS))
