"""Beats as long as something moves: sixty times a second, and not at all while nothing does."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal

BEAT_MS = 16


class Heartbeat(QObject):
    """A timer that is told what to do with each beat by whoever connects to `beat`."""

    beat = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self.beat)

    def start(self) -> None:
        """Begin to beat."""
        self._timer.start()

    def stop(self) -> None:
        """Be still."""
        self._timer.stop()
