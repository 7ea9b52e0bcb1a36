"""The Progress page: pain over time, sessions by week; each chart with its sentence and its table."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kinetic_home.ui.progress.tables import DataTable, RowsModel, pain_rows, week_rows
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.theme.tokens import Role
from kinetic_home.ui.widgets.card import Card
from kinetic_home.ui.widgets.empty_state import EmptyState
from kinetic_home.ui.widgets.flow import Flow
from kinetic_home.ui.widgets.layouts import Column, Row
from kinetic_home.ui.widgets.notice import Notice
from kinetic_home.ui.widgets.page import Page
from kinetic_home.ui.widgets.text import Text
from kinetic_home.ui.words import tr
from kinetic_home.workflow.views import ProgressView


class ProgressPage(Page):
    """Shows a ProgressView; the charts are made when there is something to draw."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "progressPage", parent)
        self.notice = Notice(look, name="progressNotice")
        self._empty = EmptyState(
            look,
            "progress",
            self.tr("Nothing to show yet"),
            self.tr("After your first session you will see your pain and your weeks here."),
        )
        self.body.addWidget(self.notice)
        self.body.addWidget(Text(look, self.tr("Progress"), "title", strong=True))
        self.body.addWidget(self._empty)
        self._filled: _Charts | None = None
        self.body.addStretch(1)

    def show_progress(self, view: ProgressView) -> None:
        """Show what the log holds."""
        something = bool(view.pain or view.weeks)
        self._empty.setVisible(not something)
        if something and self._filled is None:
            self._filled = _Charts(self.look)
            self.body.insertWidget(self.body.count() - 1, self._filled)
        if self._filled is not None:
            self._filled.setVisible(something)
            self._filled.show_progress(view)
        self.settle()


class _Charts(QWidget):
    """Two cards, each a sentence, a chart, the key to its marks, and the table."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        # Here and not above: numpy and pyqtgraph take most of a second and the start does not need them.
        from kinetic_home.ui.progress.charts import PainChart, WeeksChart  # noqa: PLC0415

        column = Column(look, self, gap=3)
        self.pain, self.weeks = PainChart(look), WeeksChart(look)
        self._pain_sentence, self._weeks_sentence = (Text(look, "", "lead", strong=True) for _ in range(2))
        self._pain_rows = RowsModel((tr("Day"), tr("Session"), tr("Before"), tr("Worst")), self)
        self._week_rows = RowsModel((tr("Week"), tr("Planned"), tr("Done"), tr("Done in part")), self)
        pain_table = DataTable(look, self._pain_rows, name="painTable", label=tr("Pain of each session"))
        week_table = DataTable(look, self._week_rows, name="weeksTable", label=tr("Sessions of each week"))
        pain_key = _key(look, (("line", "ink", tr("worst in the session")), ("dashes", "quiet", tr("before it"))))
        week_key = _key(
            look,
            (("full", "done", tr("done")), ("part", "done", tr("done in part")), ("open", "outline", tr("planned"))),
        )
        column.addWidget(_card(look, tr("Pain"), self._pain_sentence, self.pain, pain_key, pain_table))
        column.addWidget(_card(look, tr("Sessions"), self._weeks_sentence, self.weeks, week_key, week_table))

    def show_progress(self, view: ProgressView) -> None:
        """Show the values."""
        self._pain_sentence.say(view.pain_sentence)
        self._weeks_sentence.say(view.weeks_sentence)
        self.pain.show_points(view.pain)
        self.weeks.show_weeks(view.weeks)
        self._pain_rows.show_rows(pain_rows(view.pain))
        self._week_rows.show_rows(week_rows(view.weeks))


class _Mark(QWidget):
    """A mark of a chart as its key shows it."""

    def __init__(self, look: Look, mark: str, role: Role) -> None:
        super().__init__()
        self._look, self._mark = look, mark
        self._role: Role = role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """Return room for a short line."""
        caption = self._look.text_px("caption")
        return QSize(round(caption * (2 if self._mark in {"line", "dashes"} else 1)), caption)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour, width = self._look.colour(self._role), self._look.ring * 0.8
        if self._mark in {"line", "dashes"}:
            style = Qt.PenStyle.DashLine if self._mark == "dashes" else Qt.PenStyle.SolidLine
            painter.setPen(QPen(colour, width, style))
            painter.drawLine(0, self.height() // 2, self.width(), self.height() // 2)
            return
        box = QRectF(self.rect()).adjusted(width, width, -width, -width)
        painter.setPen(QPen(colour, width))
        painter.setBrush(colour if self._mark == "full" else Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        if self._mark == "part":
            painter.fillRect(box.adjusted(0, box.height() / 2, 0, 0), colour)

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


def _key(look: Look, marks: tuple[tuple[str, Role, str], ...]) -> QWidget:
    box = QWidget()
    flow = Flow(look, box, gap=3)
    for mark, role, words in marks:
        pair = QWidget()
        row = Row(look, pair, gap=1)
        row.addWidget(_Mark(look, mark, role))
        row.addWidget(Text(look, words, "caption", role="quiet", wrap=False))
        flow.addWidget(pair)
    return box


def _card(look: Look, heading: str, sentence: Text, *parts: QWidget) -> Card:
    card = Card(look)
    column = Column(look, card, gap=1.5, margins=(3, 3, 3, 3))
    column.addWidget(Text(look, heading, "body", role="quiet", strong=True))
    column.addWidget(sentence)
    for part in parts:
        column.addWidget(part)
    return card
