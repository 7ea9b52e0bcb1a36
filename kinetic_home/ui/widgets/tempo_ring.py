"""The tempo ring: how far the phase has come as an arc, the repetition or the seconds as a numeral inside."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.theme.tokens import Role

_FULL_TURN = 360 * 16
_TOP = 90 * 16
# Digits of the family are 0.668 em high.
_DIGIT_HEIGHT = 0.668


class TempoRing(QProgressBar):
    """A progress bar to a screen reader; on the screen a ring with a numeral.

    `digit_px` is the height of the numeral's digits, which the page sets from the window's height.
    """

    def __init__(self, look: Look, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._arc = 0
        self._numeral = self._unit = ""
        self._digit_px = 100
        self._role: Role = "action"
        self.setObjectName(name)
        self.setRange(0, 100)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._dress)

    def show_phase(self, fraction: float, numeral: str, unit: str, role: Role) -> None:
        """Show how far the phase has come (0 to 1), the numeral and what it counts; repaints what changed only."""
        # A fifth of a degree is less than a pixel on any ring that fits a screen.
        arc = round(max(0.0, min(1.0, fraction)) * 1_800)
        if (numeral, unit, role) != (self._numeral, self._unit, self._role):
            self._numeral, self._unit, self._role = numeral, unit, role
            self.setAccessibleDescription(f"{numeral} {unit}")
            self.setValue(round(fraction * 100))
            self.update()
        if arc != self._arc:
            self._arc = arc
            self.update()

    def set_digit_height(self, px: int) -> None:
        """Make the numeral's digits so high."""
        if px != self._digit_px:
            self._digit_px = px
            self.update()

    @property
    def painted_digit_height(self) -> float:
        """Return the height of the numeral's digits as they are painted, in px: less where the ring is small."""
        return self._numeral_font(self._inner_width()).pixelSize() * _DIGIT_HEIGHT

    def sizeHint(self) -> QSize:
        """Return room for the numeral with its ring."""
        return QSize(self._digit_px * 3, self._digit_px * 3)

    def minimumSizeHint(self) -> QSize:
        """Return the least size: the page decides."""
        return QSize(64, 64)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint track, arc and numeral."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, stroke = min(self.width(), self.height()), self._stroke()
        ring = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        ring.adjust(stroke / 2 + 1, stroke / 2 + 1, -stroke / 2 - 1, -stroke / 2 - 1)
        painter.setPen(QPen(self._look.colour("well"), stroke))
        painter.drawEllipse(ring)
        if self._arc:
            pen = QPen(self._look.colour(self._role), stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(ring, _TOP, -round(_FULL_TURN * self._arc / 1_800))
        self._paint_numeral(painter, ring)

    def _stroke(self) -> float:
        return max(8.0, min(self.width(), self.height()) * 0.045)

    def _inner_width(self) -> float:
        return min(self.width(), self.height()) - 3 * self._stroke()

    def _numeral_font(self, room: float) -> QFont:
        font = self._look.font_of(round(self._digit_px / _DIGIT_HEIGHT), strong=True, tabular=True)
        width = QFontMetrics(font).horizontalAdvance(self._numeral)
        if width > room > 0:
            font.setPixelSize(max(1, int(font.pixelSize() * room / width)))
        return font

    def _paint_numeral(self, painter: QPainter, ring: QRectF) -> None:
        font = self._numeral_font(self._inner_width())
        digits = font.pixelSize() * _DIGIT_HEIGHT
        unit_font = self._look.font_of(min(self._look.text_px("lead"), round(self._digit_px * 0.24)))
        unit_height = QFontMetrics(unit_font).height() if self._unit else 0
        base = ring.center().y() + digits / 2 - unit_height * 0.32
        painter.setPen(self._look.colour("ink"))
        painter.setFont(font)
        advance = QFontMetrics(font).horizontalAdvance(self._numeral)
        painter.drawText(round(ring.center().x() - advance / 2), round(base), self._numeral)
        painter.setFont(unit_font)
        unit = QRectF(ring.left(), base + digits * 0.06, ring.width(), unit_height * 1.3)
        painter.drawText(unit, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, self._unit)

    @Slot()
    def _dress(self) -> None:
        self.update()
