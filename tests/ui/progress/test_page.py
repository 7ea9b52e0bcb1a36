from __future__ import annotations

import math

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kinetic_home.ui.progress.page import ProgressPage
from kinetic_home.ui.progress.tables import DataTable, RowsModel, pain_rows, week_rows
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.empty_state import EmptyState
from tests.ui.examples import NO_PROGRESS, PROGRESS


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> ProgressPage:
    page = ProgressPage(look)
    qtbot.addWidget(page)
    page.resize(1024, 640)
    page.show_progress(PROGRESS)
    page.show()
    return page


def test_each_chart_has_its_sentence(page: ProgressPage) -> None:
    shown = {label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)}
    assert {PROGRESS.pain_sentence, PROGRESS.weeks_sentence} <= shown


def test_a_missing_score_is_a_gap_and_never_a_zero(page: ProgressPage) -> None:
    assert page._filled is not None
    _, before = page._filled.pain.before.getOriginalDataset()
    _, worst = page._filled.pain.worst.getOriginalDataset()
    assert [None if math.isnan(score) else score for score in before] == [4, None, 3, 2]
    assert [None if math.isnan(score) else score for score in worst] == [5, 6, None, 2]


def test_prescribed_but_not_done_is_drawn(page: ProgressPage) -> None:
    assert page._filled is not None
    assert page._filled.weeks.bars.weeks == PROGRESS.weeks
    assert page._filled.weeks.bars.boundingRect().height() == 5


def test_each_chart_has_its_table_with_the_newest_first(page: ProgressPage) -> None:
    pain = page.findChild(DataTable, "painTable").model()
    rows = [[pain.index(row, column).data() for column in range(4)] for row in range(pain.rowCount())]
    assert rows[0] == ["Friday, 6 February", "Foundation A: wake and move", "2 of 10, safe", "2 of 10, safe"]
    assert rows[2][2] == "not answered"
    weeks = page.findChild(DataTable, "weeksTable").model()
    assert [weeks.index(0, column).data() for column in range(4)] == ["From Monday, 9 February", "4", "4", "0"]


def test_before_the_first_session_the_page_says_what_will_be_here(look: Look, qtbot: QtBot) -> None:
    page = ProgressPage(look)
    qtbot.addWidget(page)
    page.show_progress(NO_PROGRESS)
    assert page.findChild(EmptyState).isVisibleTo(page)
    assert page.findChild(DataTable) is None
    page.show_progress(PROGRESS)
    assert not page.findChild(EmptyState).isVisibleTo(page)


def test_the_tables_keep_the_rules_of_qt(qtbot: QtBot) -> None:
    model = RowsModel(("Day", "Session", "Before", "Worst"))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(pain_rows(PROGRESS.pain))
    model.show_rows(())
    assert model.rowCount() == 0


def test_every_week_is_a_row() -> None:
    assert len(week_rows(PROGRESS.weeks)) == len(PROGRESS.weeks)


def test_the_charts_follow_the_theme(page: ProgressPage, look: Look) -> None:
    look.use(theme="dark", text_percent=100, reduced_motion=False)
    assert page._filled is not None
    assert page._filled.pain.plot.backgroundBrush().color() == look.colour("card")
