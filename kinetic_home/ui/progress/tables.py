"""The data of the charts as tables, which a keyboard and a screen reader can walk."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from kinetic_home.domain.scales import Nprs
from kinetic_home.ui.answer_words import pain_words
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.words import day_words, tr
from kinetic_home.workflow.views import PainPoint, WeekDone

_ROWS_SHOWN = 6
Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractTableModel):
    """Rows of words under headings; the newest comes first."""

    def __init__(self, headings: tuple[str, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = headings
        self._rows: tuple[tuple[str, ...], ...] = ()

    def show_rows(self, rows: tuple[tuple[str, ...], ...]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell."""
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._rows[index.row()][index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a heading."""
        across = orientation == Qt.Orientation.Horizontal
        if role != Qt.ItemDataRole.DisplayRole or not across or not 0 <= section < len(self._headings):
            return None
        return self._headings[section]


class DataTable(QTableView):
    """A quiet table: read only, whole rows, as high as a few of its rows."""

    def __init__(self, look: Look, model: RowsModel, *, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setModel(model)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        model.modelReset.connect(self._dress)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        row = round(self._look.text_px("body") * 1.9)
        self.verticalHeader().setDefaultSectionSize(row)
        self.horizontalHeader().setFixedHeight(round(row * 1.2))
        rows = min(_ROWS_SHOWN, max(1, self.model().rowCount()))
        self.setFixedHeight(round(row * (rows + 1.2)) + 4 * self._look.ring)


def pain_rows(points: tuple[PainPoint, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the pain of each session in words, the newest first."""
    return tuple(
        (day_words(point.date), point.session_title, pain_words(point.before), pain_words(point.worst))
        for point in reversed(points)
    )


def week_rows(weeks: tuple[WeekDone, ...]) -> tuple[tuple[str, ...], ...]:
    """Return each week in words, the newest first."""
    return tuple(
        (
            tr("From {day}").format(day=day_words(week.first_date)),
            str(week.planned),
            str(week.done),
            str(week.part_done),
        )
        for week in reversed(weeks)
    )


def score_of(pain: Nprs | None) -> float:
    """Return a score for a chart; a missing one is not a number, so that the line has a gap there."""
    return float("nan") if pain is None else float(pain.score)
