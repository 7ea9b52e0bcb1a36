"""The rail at the left edge: the pages, each with its picture, its name and its key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import paint_focus
from kinetic_home.ui.widgets.icon import icon_pixmap
from kinetic_home.ui.widgets.layouts import Column
from kinetic_home.ui.widgets.pressing import pressed_by_enter


class Place(NamedTuple):
    """A page on the rail: its name for the program, its words, its icon."""

    name: str
    words: str
    icon: str


class NavigationRail(QWidget):
    """The pages below each other; Ctrl and a number goes there. `chosen` carries the page's name."""

    chosen = Signal(str)

    def __init__(self, look: Look, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self._names = [place.name for place in places]
        self._group = QButtonGroup(self)
        column = Column(look, self, gap=1, margins=(1, 2, 0, 2))
        for number, place in enumerate(places):
            button = _RailButton(look, place, f"Ctrl {number + 1}")
            self._group.addButton(button, number)
            column.addWidget(button)
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number + 1}"), self)
            shortcut.activated.connect(button.click)
        column.addStretch(1)
        self._group.idClicked.connect(self._choose)

    def show_place(self, name: str) -> None:
        """Mark a page as the one that is shown; a name that is not on the rail marks none."""
        self._group.setExclusive(False)
        for number, known in enumerate(self._names):
            self._group.button(number).setChecked(known == name)
        self._group.setExclusive(True)

    @Slot(int)
    def _choose(self, number: int) -> None:
        self.chosen.emit(self._names[number])


class _RailButton(QAbstractButton):
    """Picture above name, key below."""

    def __init__(self, look: Look, place: Place, key: str) -> None:
        super().__init__()
        self._look, self._icon, self._key = look, place.icon, key
        self.setText(place.words)
        self.setObjectName(f"go-{place.name}")
        self.setAccessibleName(place.words)
        self.setAccessibleDescription(key)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """Return room for picture, name and key."""
        words = QFontMetrics(self._look.font("caption", strong=True)).horizontalAdvance(self.text())
        caption = self._look.text_px("caption")
        return QSize(max(words + self._look.space(4), self._look.space(12)), round(caption * 4.6) + self._look.space(1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go there on Enter as well."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, picture, name and key."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = QRectF(self.rect())
        if self.hasFocus():
            face = paint_focus(painter, face, self._look)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("action_soft" if chosen else "well"))
            painter.drawRoundedRect(face, self._look.radius, self._look.radius)
        face = QRectF(self.rect())
        role = "action_text" if chosen else "ink"
        caption = self._look.text_px("caption")
        side = round(caption * 1.6)
        pixmap = icon_pixmap(self._look, self._icon, role, side, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(face.center().x() - side / 2, face.top() + self._look.space(0.75)), pixmap)
        painter.setPen(self._look.colour(role))
        painter.setFont(self._look.font("caption", strong=True))
        name = QRectF(face.left(), face.top() + self._look.space(0.75) + side, face.width(), caption * 1.4)
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.setPen(self._look.colour("quiet" if not chosen else "action_text"))
        painter.setFont(self._look.font_of(round(caption * 0.8)))
        painter.drawText(name.translated(0, caption * 1.15), Qt.AlignmentFlag.AlignCenter, self._key)

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
