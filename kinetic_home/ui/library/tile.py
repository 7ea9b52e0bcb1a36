"""A small card of a neighbouring exercise: its figure beside its name; it opens when it is pressed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from kinetic_home.ui.library.card_face import kind_words
from kinetic_home.ui.library.figures import card_palette
from kinetic_home.ui.library.pictures import still_picture
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import paint_focus
from kinetic_home.ui.widgets.pressing import PressButton
from kinetic_home.workflow.library import Card

_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
_WIDTH = 15


class ExerciseTile(PressButton):
    """A button with the picture of an exercise; its object name ends in the exercise's id."""

    def __init__(self, look: Look, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._card = look, card
        self._picture: QPixmap | None = None
        self.setObjectName(f"open-{card.exercise.id}")
        self.setText(card.exercise.name)
        self.setAccessibleName(card.spoken)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """Return room for picture and words."""
        side, pad = self._side(), self._look.space(1)
        return QSize(side + _WIDTH * self._look.text_px("caption") + 3 * pad, max(side, self._words_high()) + 2 * pad)

    def minimumSizeHint(self) -> QSize:
        """Return the same: nothing may be cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, picture and words."""
        del event
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("card"))
        painter.drawRoundedRect(face, look.radius, look.radius)
        if self.hasFocus():
            paint_focus(painter, face, look)
        elif self.underMouse():
            painter.setPen(look.colour("outline"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(face.adjusted(0.5, 0.5, -0.5, -0.5), look.radius, look.radius)
        pad, side = look.space(1), self._side()
        painter.drawPixmap(pad, (self.height() - side) // 2, self._drawn())
        room = QRectF(side + 2 * pad, 0, self.width() - side - 3 * pad, self.height())
        high = self._words_high()
        top = (self.height() - high) / 2
        metrics = QFontMetrics(look.font("caption", strong=True))
        name_high = metrics.boundingRect(0, 0, int(room.width()), 100_000, int(_WRAPPED), self.text()).height()
        painter.setFont(look.font("caption", strong=True))
        painter.setPen(look.colour("ink"))
        painter.drawText(QRectF(room.left(), top, room.width(), name_high), int(_WRAPPED), self.text())
        painter.setFont(look.font("caption"))
        painter.setPen(look.colour("quiet"))
        rest = QRectF(room.left(), top + name_high, room.width(), high - name_high)
        painter.drawText(rest, int(_WRAPPED), kind_words(self._card))

    def _words_high(self) -> int:
        width = _WIDTH * self._look.text_px("caption")
        fonts = (
            (self._look.font("caption", strong=True), self.text()),
            (self._look.font("caption"), kind_words(self._card)),
        )
        return sum(
            QFontMetrics(font).boundingRect(0, 0, width, 100_000, int(_WRAPPED), words).height()
            for font, words in fonts
        )  # fmt: skip

    def _side(self) -> int:
        return self._look.space(11)

    def _drawn(self) -> QPixmap:
        if self._picture is None:
            size = QSize(self._side(), self._side())
            self._picture = still_picture(self._card.exercise, size, self.devicePixelRatioF(), card_palette(self._look))
        return self._picture

    @Slot()
    def _dress(self) -> None:
        self._picture = None
        self.updateGeometry()
        self.update()
