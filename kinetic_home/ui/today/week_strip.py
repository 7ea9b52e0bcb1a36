"""The last two weeks as a strip of days, each with a shape for what became of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.theme.tokens import Role
from kinetic_home.ui.widgets.shape import paint_mark
from kinetic_home.ui.words import day_words, tr, weekday_letter
from kinetic_home.workflow.views import DayMark, DayState

_MARKS: dict[DayState, tuple[str, Role]] = {
    DayState.DONE: ("tick", "done_text"),
    DayState.PART_DONE: ("half", "done_text"),
    DayState.PLANNED: ("ring", "outline"),
    DayState.TODAY: ("ring", "action"),
    DayState.NOT_DONE: ("dash", "outline"),
    DayState.OFF: ("dot", "outline"),
}


class WeekStrip(QWidget):
    """Fourteen days side by side and the key to their shapes; its words are its accessible name."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._days: tuple[DayMark, ...] = ()
        self.setObjectName("weekStrip")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)

    def show_days(self, days: tuple[DayMark, ...]) -> None:
        """Show these days, oldest first."""
        self._days = days
        spoken = (f"{day_words(day.date)}: {state_word(day.state)}" for day in days)
        self.setAccessibleName("; ".join(spoken))
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for a letter and a shape a day, and the key."""
        return QSize(14 * self._look.space(5), round(self._look.text_px("caption") * 5.4))

    def minimumSizeHint(self) -> QSize:
        """Return the height and the least width."""
        return QSize(14 * self._look.space(3), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the days and the key."""
        del event
        if not self._days:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = min(self.width() / len(self._days), self._look.text_px("caption") * 4.5)
        for place, day in enumerate(self._days):
            self._paint_day(painter, QRectF(place * cell, 0, cell, self._day_height()), day)
        self._paint_key(painter)

    def _paint_day(self, painter: QPainter, room: QRectF, day: DayMark) -> None:
        today = day.state is DayState.TODAY
        caption = self._look.text_px("caption")
        if today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("action_soft"))
            painter.drawRoundedRect(room.adjusted(2, 0, -2, 0), self._look.radius / 2, self._look.radius / 2)
        painter.setPen(self._look.colour("action_text" if today else "quiet"))
        painter.setFont(self._look.font("caption", strong=today))
        letter = QRectF(room.left(), caption * 0.25, room.width(), caption * 1.4)
        painter.drawText(letter, Qt.AlignmentFlag.AlignCenter, weekday_letter(day.date))
        side = caption * 1.05
        box = QRectF(room.center().x() - side / 2, caption * 1.85, side, side)
        _paint_state(painter, self._look, day.state, box)

    def _paint_key(self, painter: QPainter) -> None:
        caption = self._look.text_px("caption")
        painter.setFont(self._look.font("caption"))
        metrics = QFontMetrics(painter.font())
        shown = {day.state for day in self._days}
        left, top = 0.0, self._day_height() + caption * 0.7
        for state in _MARKS:
            if state not in shown or state is DayState.TODAY:
                continue
            _paint_state(painter, self._look, state, QRectF(left, top + caption * 0.2, caption * 0.9, caption * 0.9))
            painter.setPen(self._look.colour("quiet"))
            left += caption * 1.3
            painter.drawText(round(left), round(top + caption), state_word(state))
            left += metrics.horizontalAdvance(state_word(state)) + caption * 1.5

    def _day_height(self) -> float:
        return self._look.text_px("caption") * 3.2

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


def state_word(state: DayState) -> str:
    """Return what became of a day, without blame."""
    return {
        DayState.DONE: tr("done"),
        DayState.PART_DONE: tr("done in part"),
        DayState.PLANNED: tr("planned"),
        DayState.NOT_DONE: tr("rested"),
        DayState.OFF: tr("off day"),
        DayState.TODAY: tr("today"),
    }[state]


def _paint_state(painter: QPainter, look: Look, state: DayState, box: QRectF) -> None:
    shape, role = _MARKS[state]
    if shape == "dash":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(role))
        painter.drawRoundedRect(QRectF(box.left(), box.center().y() - 1.5, box.width(), 3), 1.5, 1.5)
    else:
        paint_mark(painter, shape, box, look, role)
