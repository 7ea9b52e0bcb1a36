"""The whole session as one thin bar, in sections, with what is done filled in."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from kinetic_home.ui.theme.look import Look


class SessionBar(QProgressBar):
    """A progress bar whose gaps are the borders of the session's sections."""

    def __init__(self, look: Look, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sections: tuple[tuple[int, str], ...] = ()
        self._length_ms = 1
        self._filled_px = -1
        self._at_ms = 0
        self.setObjectName(name)
        self.setAccessibleName(self.tr("How far the session has come"))
        self.setRange(0, 100)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)

    def show_position(self, at_ms: int, length_ms: int, sections: tuple[tuple[int, str], ...]) -> None:
        """Show the position on the session; repaints only where a pixel of the bar changes."""
        if sections is not self._sections:
            self._sections = sections
            self._filled_px = -1
        self._at_ms, self._length_ms = at_ms, max(1, length_ms)
        filled = round(self.width() * at_ms / self._length_ms)
        if filled != self._filled_px:
            self._filled_px = filled
            self.setValue(round(100 * at_ms / self._length_ms))
            self.setAccessibleDescription(self._section_name())
            self.update()

    def sizeHint(self) -> QSize:
        """Return a thin line."""
        return QSize(200, self._look.space(1.25))

    def minimumSizeHint(self) -> QSize:
        """Return a thin line."""
        return QSize(64, self._look.space(1.25))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sections."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        starts = [start for start, _ in self._sections] or [0]
        ends = [*starts[1:], self._length_ms]
        gap, corner = self._look.space(0.5), self.height() / 2
        for start, end in zip(starts, ends, strict=True):
            left, right = (self.width() * ms / self._length_ms for ms in (start, end))
            piece = QRectF(left, 0, max(corner, right - left - (gap if end < self._length_ms else 0)), self.height())
            painter.setBrush(self._look.colour("well"))
            painter.drawRoundedRect(piece, corner, corner)
            if self._at_ms > start:
                piece.setWidth(min(piece.width(), max(2 * corner, self._filled_px - left)))
                painter.setBrush(self._look.colour("action"))
                painter.drawRoundedRect(piece, corner, corner)

    def _section_name(self) -> str:
        passed = [title for start, title in self._sections if start <= self._at_ms]
        return passed[-1] if passed else ""

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
