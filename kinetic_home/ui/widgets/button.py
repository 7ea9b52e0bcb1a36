"""Buttons that can be hit from a mat: large, worded, with their picture and their key on them."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.theme.tokens import Role
from kinetic_home.ui.widgets.icon import icon_pixmap
from kinetic_home.ui.widgets.pressing import PressButton

Kind = Literal["primary", "plain", "quiet", "faint", "stop"]
# What a button stands on, and what is written on it.
_ROLES: dict[Kind, tuple[Role | None, Role]] = {
    "primary": ("action", "on_action"),
    "plain": ("well", "ink"),
    "quiet": (None, "ink"),
    "faint": (None, "quiet"),
    "stop": ("stop_soft", "stop_text"),
}
_CHOSEN: tuple[Role, Role] = ("action", "on_action")
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
_ENDLESS = 100_000


class _Parts(NamedTuple):
    """The widths in px of what a button shows; 0 where it does not show it."""

    icon: int
    words: int
    cap: int
    gap: int

    @property
    def whole(self) -> int:
        shown = [width for width in (self.icon, self.words, self.cap) if width]
        return sum(shown) + self.gap * max(0, len(shown) - 1)


class Button(PressButton):
    """A push button; Enter presses it when it has the focus, and its key is drawn on it as a small cap.

    Long words wrap, they are never cut. `compact` leaves the words out where there is no room for them; the
    accessible name keeps them. A `large` one is read from the mat; a `dense` one is one of several in a short row.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        *,
        name: str,
        kind: Kind = "plain",
        icon: str = "",
        key: str = "",
        large: bool = False,
        dense: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        # Not super().__init__(text, parent): to tell it from the one with an icon, PySide makes all of QIcon's types.
        super().__init__(parent)
        self.setText(text)
        self._look, self._icon, self._key, self._large = look, icon, key, large
        self._dense = dense
        self._kind: Kind = kind
        self._compact = self._left = False
        self._most_px: int | None = None
        self._pixmaps: dict[Role, QPixmap] = {}
        self._sizes: dict[int, QSize] = {}
        self.setObjectName(name)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._dress()
        look.changed.connect(self._dress)

    def reword(self, text: str, icon: str = "") -> None:
        """Show other words, and another icon where one is given."""
        if (text, icon or self._icon) == (self.text(), self._icon):
            return
        self._icon = icon or self._icon
        self._pixmaps.clear()
        self.setText(text)
        self.setAccessibleName(text)
        self._sizes.clear()
        self.updateGeometry()

    def set_kind(self, kind: Kind) -> None:
        """Make it the one thing to do, or one of several."""
        if kind != self._kind:
            self._kind = kind
            self._dress()

    def set_compact(self, compact: bool) -> None:
        """Leave the words out, or show them."""
        if compact != self._compact:
            self._compact = compact
            self.updateGeometry()
            self.update()

    def limit_text(self, px: int) -> None:
        """Let the words grow no higher than this where the room is the window's and not the page's."""
        if px != self._most_px:
            self._most_px = px
            self._dress()

    def align_left(self) -> Button:
        """Begin the words at the left edge, as in a list of answers; returns itself."""
        self._left = True
        return self

    def sizeHint(self) -> QSize:
        """Return room for icon, words in one line, and key."""
        parts = self._parts(_ENDLESS)
        return QSize(max(self._look.least_target, parts.whole + 2 * self._inset()), self._height(parts.words))

    def minimumSizeHint(self) -> QSize:
        """Return room for the longest word."""
        metrics = QFontMetrics(self.font())
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        parts = self._parts(longest + 2 if self._shows_words() else 0)
        return QSize(max(self._look.least_target, parts.whole + 2 * self._inset()), self._least_height())

    def hasHeightForWidth(self) -> bool:
        """Say that words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the wrapped words take."""
        return self._height(self._parts(width - 2 * self._inset()).words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, focus ring, icon, words and key."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = _CHOSEN if self.isCheckable() and self.isChecked() else _ROLES[self._kind]
        face = QRectF(self.rect())
        if self.hasFocus():
            face = paint_focus(painter, face, self._look)
        self._paint_ground(painter, face, ground, ink)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        self._paint_words(painter, self.rect(), ink)

    def _paint_ground(self, painter: QPainter, face: QRectF, ground: Role | None, ink: Role) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if ground is not None:
            painter.setBrush(self._look.colour(ground))
            painter.drawRoundedRect(face, self._look.radius, self._look.radius)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            veil = QColor(self._look.colour(ink))
            veil.setAlphaF(0.16 if self.isDown() else 0.08)
            painter.setBrush(veil)
            painter.drawRoundedRect(face, self._look.radius, self._look.radius)

    def _paint_words(self, painter: QPainter, face: QRect, ink: Role) -> None:
        inset = self._inset()
        room = face.adjusted(inset, 0, -inset, 0)
        parts = self._parts(room.width())
        left = room.left() if self._left else room.left() + max(0, (room.width() - parts.whole) // 2)
        if parts.icon:
            top = face.top() + (face.height() - parts.icon) / 2
            painter.drawPixmap(QPointF(left, top), self._pixmap(ink))
            left += parts.icon + parts.gap
        painter.setPen(self._look.colour(ink))
        if parts.words:
            painter.setFont(self.font())
            painter.drawText(QRect(left, face.top(), parts.words, face.height()), int(_WRAPPED), self.text())
            left += parts.words + parts.gap
        if parts.cap:
            cap_left = room.right() - parts.cap if self._left else left
            self._paint_cap(painter, QRectF(cap_left, face.top(), parts.cap, face.height()), ink)

    def _paint_cap(self, painter: QPainter, room: QRectF, ink: Role) -> None:
        font = self._key_font()
        height = round(font.pixelSize() * 1.6)
        cap = QRectF(room.left() + 0.5, round(room.center().y() - height / 2) + 0.5, room.width(), height)
        edge = QColor(self._look.colour(ink))
        edge.setAlphaF(0.5)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap, self._look.radius / 3, self._look.radius / 3)
        painter.setPen(self._look.colour(ink))
        painter.setFont(font)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)

    def _parts(self, room: int) -> _Parts:
        icon = self._icon_px() if self._icon else 0
        cap = self._cap_width() if self._key else 0
        gap = self._look.space(0.75 if self._dense else 1.25)
        words = 0
        if self._shows_words():
            others = sum(width + gap for width in (icon, cap) if width)
            words = self._words_within(max(1, room - others)).width() + 2
        return _Parts(icon=icon, words=words, cap=cap, gap=gap)

    def _words_within(self, width: int) -> QSize:
        """Return the room of the words, wrapped where one line is too wide."""
        line = self._measured(_ENDLESS)
        return line if line.width() <= width else self._measured(width)

    def _measured(self, width: int) -> QSize:
        # Layouts ask for the same widths dozens of times before the first painting.
        if width not in self._sizes:
            room = QRect(0, 0, width, _ENDLESS)
            self._sizes[width] = QFontMetrics(self.font()).boundingRect(room, int(_WRAPPED), self.text()).size()
        return self._sizes[width]

    def _height(self, words_width: int) -> int:
        words = self._words_within(words_width).height() + self._look.space(2.5) if words_width else 0
        return max(self._least_height(), words)

    def _least_height(self) -> int:
        if self._most_px is not None:
            return max(self._look.least_target, round(self.font().pixelSize() * 2.2))
        return self._look.target + self._look.space(1.5 if self._large else 1)

    def _shows_words(self) -> bool:
        return bool(self.text()) and not (self._compact and self._icon)

    def _cap_width(self) -> int:
        font = self._key_font()
        words = QFontMetrics(font).horizontalAdvance(self._key) + self._look.space(1.5)
        return max(round(font.pixelSize() * 1.6), words)

    def _key_font(self) -> QFont:
        return self._look.font_of(round(self.font().pixelSize() * 0.72))

    def _icon_px(self) -> int:
        return round(self.font().pixelSize() * 1.2)

    def _pixmap(self, role: Role) -> QPixmap:
        if role not in self._pixmaps:
            self._pixmaps[role] = icon_pixmap(self._look, self._icon, role, self._icon_px(), self.devicePixelRatioF())
        return self._pixmaps[role]

    def _inset(self) -> int:
        return self._look.space(1.5 if self._compact or self._dense else 4 if self._large else 2.5)

    @Slot()
    def _dress(self) -> None:
        self._pixmaps.clear()
        self._sizes.clear()
        px = self._look.text_px("lead" if self._large else "body")
        px = px if self._most_px is None else min(px, self._most_px)
        self.setFont(self._look.font_of(px, strong=self._kind == "primary"))
        self.updateGeometry()
        self.update()


def paint_focus(painter: QPainter, room: QRectF, look: Look) -> QRectF:
    """Paint the focus ring along the inside of a room and return the face that is left within it."""
    half = look.ring / 2
    painter.setPen(QPen(look.colour("focus"), look.ring))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(room.adjusted(half, half, -half, -half), look.radius, look.radius)
    away = look.ring + look.space(0.375)
    return room.adjusted(away, away, -away, -away)
