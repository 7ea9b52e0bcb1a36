"""How an exercise looks on its card: the figure, its name, its kind with the level as dots, and what one needs."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from kinetic_home.domain.wording import LEVEL_WORDS
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.theme.tokens import Role
from kinetic_home.ui.widgets.button import paint_focus
from kinetic_home.workflow.library import Card

_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_PICTURE_SHARE = 0.74
_MOST_LEVEL = max(LEVEL_WORDS)


class CardFace:
    """Measures and paints cards of one width in the look of now; their figures are `highest` px high at most."""

    def __init__(self, look: Look, width: int, highest: int) -> None:
        self._look = look
        self._name_font, self._small_font = look.font("body", strong=True), look.font("caption")
        self._pad, self._gap = look.space(2), look.space(0.5)
        self._room = max(1, width - 2 * self._pad)
        self._highs: dict[tuple[str, bool], int] = {}
        self.picture_size = QSize(width - 2 * look.space(1), min(highest, round(width * _PICTURE_SHARE)))

    def height(self, cards: Iterable[Card]) -> int:
        """Return how high cards beside each other are: as high as the words of one of them need."""
        words = max((self._words_high(card) for card in cards), default=0)
        return self._look.space(1) + self.picture_size.height() + self._look.space(1) + words + self._pad

    def picture_rect(self, card: QRect) -> QRect:
        """Return where the figure is on a card."""
        inset = self._look.space(1)
        return QRect(card.topLeft().x() + inset, card.top() + inset, *self.picture_size.toTuple())

    def paint_ground(self, painter: QPainter, card: QRect, *, pointed: bool, focused: bool) -> None:
        """Paint the card's own ground, and the ring where it has the keyboard."""
        look, face = self._look, QRectF(card)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("card"))
        painter.drawRoundedRect(face, look.radius, look.radius)
        if focused:
            paint_focus(painter, face, look)
        elif pointed:
            edge = look.ring / 2
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(look.colour("outline"))
            painter.drawRoundedRect(face.adjusted(edge, edge, -edge, -edge), look.radius, look.radius)

    def paint_words(self, painter: QPainter, place: QRect, card: Card) -> None:
        """Paint all that is said on a card."""
        left = place.left() + self._pad
        top = self.picture_rect(place).bottom() + 1 + self._look.space(1)
        for words, role in self._lines(card):
            strong = role == "ink"
            high = self._high(words, strong)
            room = QRect(left, top, self._room, high)
            self._say(painter, room, words, self._name_font if strong else self._small_font, role)
            if role == "action_text":
                self._paint_level(painter, room, words, card.exercise.level)
            top += high + self._gap

    def _say(self, painter: QPainter, room: QRect, words: str, font: QFont, role: Role) -> None:
        painter.setFont(font)
        painter.setPen(self._look.colour(role))
        painter.drawText(room, _WRAPPED, words)

    def _paint_level(self, painter: QPainter, room: QRect, kind: str, level: int) -> None:
        """Paint the level as dots after its word, where there is room for them in the line."""
        metrics = QFontMetrics(self._small_font)
        dot = self._look.text_px("caption") * 0.42
        step = dot * 1.5
        left = room.left() + metrics.horizontalAdvance(kind) + self._look.space(1)
        if left + step * _MOST_LEVEL > room.right():
            return
        top = room.top() + (metrics.height() - dot) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        empty = QColor(self._look.colour("outline"))
        empty.setAlphaF(0.35)
        for number in range(_MOST_LEVEL):
            painter.setBrush(self._look.colour("action") if number < level else empty)
            painter.drawEllipse(QRectF(left + number * step, top, dot, dot))

    def _lines(self, card: Card) -> tuple[tuple[str, Role], ...]:
        return (card.exercise.name, "ink"), (kind_words(card), "action_text"), (card.needs, "quiet")

    def _words_high(self, card: Card) -> int:
        lines = self._lines(card)
        return sum(self._high(words, role == "ink") for words, role in lines) + self._gap * (len(lines) - 1)

    def _high(self, words: str, strong: bool) -> int:
        """Return how high wrapped words are; many cards have the same ones."""
        if (words, strong) not in self._highs:
            metrics = QFontMetrics(self._name_font if strong else self._small_font)
            needed = metrics.boundingRect(QRect(0, 0, self._room, 100_000), _WRAPPED, words)
            self._highs[words, strong] = needed.height()
        return self._highs[words, strong]


def kind_words(card: Card) -> str:
    """Return the kind and the level of a card in one line."""
    return f"{card.kind} · {card.level}"
