"""A scale from 0 to 10 that is answered with one or two keys, in bands that have a shape and a word each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.theme.tokens import Role
from kinetic_home.ui.widgets.button import paint_focus
from kinetic_home.ui.widgets.keys import typed
from kinetic_home.ui.widgets.shape import paint_shape

HIGHEST = 10
_CELLS = HIGHEST + 1
# How many numbers stand in a row, by the room there is.
_ROWS = (11, 6, 4)
# Two digits typed within this time are one number: «1», «0» is ten.
_ONE_NUMBER_MS = 1_500


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A stretch of the scale, both ends counted: its shape ("disc", "triangle", "square"), its word, its colours."""

    low: int
    high: int
    shape: str
    word: str
    role: Role
    soft: Role
    text: Role


class ScalePicker(QSlider):
    """Whole numbers from 0 to 10, none chosen at first.

    Keys: a digit chooses, «1» and then «0» is ten, End is ten, the arrows go by one, Backspace takes the answer
    back, Enter confirms; Left and Right are left to the page while nothing is chosen. It is a slider to a screen
    reader. `picked` carries the number, `confirmed` the number when Enter was pressed, `cleared` says that the
    answer was taken back.
    """

    picked = Signal(int)
    confirmed = Signal(int)
    cleared = Signal()

    def __init__(
        self,
        look: Look,
        *,
        name: str,
        label: str,
        low_word: str,
        high_word: str,
        bands: Sequence[Band] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look, self._label, self._bands = look, label, tuple(bands)
        self._ends = (low_word, high_word)
        self._score: int | None = None
        self._last_digit: tuple[int, int] | None = None
        self.setRange(0, HIGHEST)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._speak()
        look.changed.connect(self._dress)

    @property
    def score(self) -> int | None:
        """Return the chosen number, or None where there is no answer."""
        return self._score

    def show_score(self, score: int | None) -> None:
        """Show a number as chosen, or none, without a signal."""
        self._score = score
        self._last_digit = None
        self.setValue(score or 0)
        self._speak()
        self.update()

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer by a key; return whether it was one of the scale's keys."""
        key, text = event.key(), typed(event)
        if len(text) == 1 and text in "0123456789":
            self._digit(int(text), event.timestamp())
        elif key == Qt.Key.Key_End:
            self._pick(HIGHEST)
        elif key == Qt.Key.Key_Home or (key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and self._score is None):
            self._pick(0)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Down} and self._score is not None:
            self._pick(max(0, self._score - 1))
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_Up} and self._score is not None:
            self._pick(min(HIGHEST, self._score + 1))
        elif key in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete} and self._score is not None:
            self.show_score(None)
            self.cleared.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._score is not None:
            self.confirmed.emit(self._score)
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by keyboard."""
        if not self.take_key(event):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the number under the pointer."""
        for number in range(_CELLS):
            if self._cell(number).contains(event.position()):
                self._pick(number)
                return

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose by dragging as well."""
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave the slider's own dragging out."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past a scale must not answer it."""
        event.ignore()

    def sizeHint(self) -> QSize:
        """Return room for one row of cells."""
        return QSize(self._look.target * _CELLS + self._look.space(1) * HIGHEST, self.heightForWidth(_CELLS * 10_000))

    def minimumSizeHint(self) -> QSize:
        """Return room for the shortest rows."""
        return QSize(self._least_cell() * _ROWS[-1], self._look.target)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow scale takes several rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of one row of cells, or of several where the width is short."""
        rows = -(-_CELLS // self._in_row(width))
        return round(self._halo() + rows * self._row_height(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, the bands below them and the words at both ends."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(_CELLS):
            self._paint_cell(painter, number)
        for band in self._bands:
            self._paint_band(painter, band)
        if not self._bands:
            self._paint_ends(painter)
        if self.hasFocus() and self._score is None:
            self._paint_open_focus(painter)

    def _paint_cell(self, painter: QPainter, number: int) -> None:
        band = self._band(number)
        chosen = number == self._score
        solid, soft, text = (band.role, band.soft, band.text) if band else ("action", "well", "ink")
        painter.setPen(Qt.PenStyle.NoPen)
        cell = face = self._cell(number)
        if chosen and self.hasFocus():
            face = paint_focus(painter, cell, self._look)
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(solid if chosen else soft))
        painter.drawRoundedRect(face, self._look.radius * 0.75, self._look.radius * 0.75)
        painter.setPen(self._look.colour("on_action" if chosen else text))
        painter.setFont(self._look.font("lead", strong=chosen, tabular=True))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(number))

    def _paint_open_focus(self, painter: QPainter) -> None:
        """Draw a line over every row of the scale: the keyboard is here, and no number is favoured."""
        ring, in_row = self._look.ring, self._in_row(self.width())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("focus"))
        for start in range(0, _CELLS, in_row):
            first, last = self._cell(start), self._cell(min(start + in_row, _CELLS) - 1)
            line = QRectF(first.left(), first.top() - self._halo(), last.right() - first.left(), ring)
            painter.drawRoundedRect(line, ring / 2, ring / 2)

    def _paint_band(self, painter: QPainter, band: Band) -> None:
        low, high = self._longest_run(band)
        first, last = self._cell(low), self._cell(high)
        font = self._look.font("caption", strong=self._score is not None and low <= self._score <= high)
        metrics = QFontMetrics(font)
        side = metrics.capHeight()
        room = QRectF(first.left(), first.bottom(), last.right() - first.left(), self._words_height())
        left = room.left() + max(0.0, (room.width() - metrics.horizontalAdvance(band.word) - side * 1.6) / 2)
        painter.setBrush(self._look.colour(band.text))
        painter.setPen(Qt.PenStyle.NoPen)
        paint_shape(painter, band.shape, QRectF(left, room.center().y() - side / 2, side, side))
        painter.setPen(self._look.colour(band.text))
        painter.setFont(font)
        painter.drawText(
            room.adjusted(left - room.left() + side * 1.6, 0, side * 4, 0), Qt.AlignmentFlag.AlignVCenter, band.word
        )

    def _paint_ends(self, painter: QPainter) -> None:
        painter.setPen(self._look.colour("quiet"))
        painter.setFont(self._look.font("caption"))
        for number, words, side in (
            (0, self._ends[0], Qt.AlignmentFlag.AlignLeft),
            (HIGHEST, self._ends[1], Qt.AlignmentFlag.AlignRight),
        ):
            room = QRectF(0, self._cell(number).bottom(), self.width(), self._words_height())
            painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, words)

    def _band(self, number: int) -> Band | None:
        return next((band for band in self._bands if band.low <= number <= band.high), None)

    def _cell(self, number: int) -> QRectF:
        gap, halo, in_row = self._look.space(0.75), self._halo(), self._in_row(self.width())
        width = (self.width() - gap * (in_row - 1)) / in_row
        row, place = divmod(number, in_row)
        top = halo + row * self._row_height(self.width())
        return QRectF(place * (width + gap), top, width, self._cell_height())

    def _in_row(self, width: int) -> int:
        gap = self._look.space(0.75)
        fitting = (count for count in _ROWS if count * self._least_cell() + (count - 1) * gap <= width)
        return next(fitting, _ROWS[-1])

    def _least_cell(self) -> int:
        return max(round(self._look.least_target * 0.925), round(self._look.text_px("lead") * 1.4))

    def _longest_run(self, band: Band) -> tuple[int, int]:
        """Return the longest part of a band that stands in one row, both ends counted."""
        in_row = self._in_row(self.width())
        rows = [[n for n in range(band.low, band.high + 1) if n // in_row == row] for row in range(_CELLS)]
        longest = max(rows, key=len)
        return longest[0], longest[-1]

    def _cell_height(self) -> float:
        return self._look.target * 1.25

    def _row_height(self, width: int) -> float:
        apart = self._halo() if self._in_row(width) < _CELLS else 0
        return self._cell_height() + self._words_height() + apart

    def _words_height(self) -> float:
        return self._look.text_px("caption") * 1.9

    def _halo(self) -> int:
        return self._look.ring + self._look.space(0.5)

    def _digit(self, digit: int, at_ms: int) -> None:
        last = self._last_digit
        ten = digit == 0 and last is not None and last[0] == 1 and at_ms - last[1] <= _ONE_NUMBER_MS
        self._pick(HIGHEST if ten else digit)
        self._last_digit = (digit, at_ms)

    def _pick(self, number: int) -> None:
        self.show_score(number)
        self.picked.emit(number)

    def _speak(self) -> None:
        if self._score is None:
            self.setAccessibleName(self.tr("{label}: not answered").format(label=self._label))
            self.setAccessibleDescription(f"0: {self._ends[0]}. 10: {self._ends[1]}.")
            return
        band = self._band(self._score)
        word = f", {band.word}" if band else ""
        self.setAccessibleName(self.tr("{label}: {score} of 10").format(label=self._label, score=self._score) + word)

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
