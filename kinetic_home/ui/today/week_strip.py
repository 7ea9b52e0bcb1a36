"""The last two weeks as a strip of days, each with a shape for what became of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.theme.tokens import Role
from kinetic_home.ui.widgets.shape import paint_mark
from kinetic_home.ui.words import day_words, tr, weekday_letter
from kinetic_home.workflow.day_views import DayMark, DayState

MARKS: dict[DayState, tuple[str, Role]] = {
    DayState.DONE: ("tick", "done_text"),
    DayState.PART_DONE: ("half", "done_text"),
    DayState.PLANNED: ("ring", "outline"),
    DayState.TODAY: ("ring", "action"),
    DayState.NOT_DONE: ("dash", "outline"),
    DayState.OFF: ("dot", "outline"),
}


class WeekStrip(QWidget):
    """Fourteen days side by side; their words are its accessible name."""

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
        """Return room for a letter and a shape a day."""
        return QSize(14 * self._look.space(5), round(self._look.text_px("caption") * 3.8))

    def minimumSizeHint(self) -> QSize:
        """Return the height and the least width."""
        return QSize(14 * self._look.space(3), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the days."""
        del event
        if not self._days:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = min(self.width() / len(self._days), self._look.text_px("caption") * 5.5)
        for place, day in enumerate(self._days):
            self._paint_day(painter, QRectF(place * cell, 0, cell, self._day_height()), day)

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
        side = caption * 1.35
        box = QRectF(room.center().x() - side / 2, caption * 1.95, side, side)
        shape, role = MARKS[day.state]
        paint_mark(painter, shape, box, self._look, role)

    def _day_height(self) -> float:
        return self._look.text_px("caption") * 3.8

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
