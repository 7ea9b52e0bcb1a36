from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kinetic_home.ui.summary.page import LONGEST_NOTE, SummaryPage
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.scale_picker import ScalePicker
from tests.ui.examples import SUMMARY


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> SummaryPage:
    page = SummaryPage(look)
    qtbot.addWidget(page)
    page.resize(1024, 640)
    page.show_summary(SUMMARY)
    page.show()
    return page


def words(page: SummaryPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def test_done_stands_beside_prescribed(page: SummaryPage) -> None:
    shown = words(page)
    assert "22 of 24" in shown
    assert "2 sets of 8" in shown
    assert "24 of 40 repetitions, of 2 sets of 10 on each side (too tired)" in shown


def test_answers_are_shown_by_side_and_a_missing_one_as_missing(page: SummaryPage) -> None:
    shown = words(page)
    assert "Did your hips stay stacked? (left side) Yes" in shown
    assert "Did your hips stay stacked? (right side) No" in shown
    assert "Did you keep breathing? Not answered" in shown


def test_a_pain_score_that_was_not_given_is_not_zero(page: SummaryPage) -> None:
    page.show_summary(replace(SUMMARY, worst_pain=None))
    assert "not answered" in words(page)
    assert "0 of 10" not in words(page)


def test_a_session_that_ended_early_says_so_without_blame(page: SummaryPage) -> None:
    page.show_summary(replace(SUMMARY, finished=False))
    assert "Session ended early" in words(page)


def test_the_next_session_comes_with_its_reason(page: SummaryPage) -> None:
    assert "Next: Foundation B: patterns, Tuesday, 3 March" in words(page)
    assert SUMMARY.next_reason in words(page)


def test_effort_is_reported_at_once(page: SummaryPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.effort_reported) as reported:
        qtbot.keyClicks(page.findChild(ScalePicker, "effort"), "6")
    assert reported.args == [6]


def test_done_hands_over_the_note_and_leaves(page: SummaryPage, qtbot: QtBot) -> None:
    page.findChild(QPlainTextEdit, "note").setPlainText("  The bridge felt easy.  ")
    with qtbot.waitSignals([page.note_written, page.closed]):
        qtbot.mouseClick(page.findChild(Button, "summaryDone"), Qt.MouseButton.LeftButton)


def test_an_empty_note_is_not_written(page: SummaryPage, qtbot: QtBot) -> None:
    page.findChild(QPlainTextEdit, "note").setPlainText("   ")
    with qtbot.assertNotEmitted(page.note_written), qtbot.waitSignal(page.closed):
        page.findChild(Button, "summaryDone").click()


def test_a_note_of_any_length_is_handed_over_within_bounds(page: SummaryPage, qtbot: QtBot) -> None:
    page.findChild(QPlainTextEdit, "note").setPlainText("x" * (LONGEST_NOTE + 100))
    with qtbot.waitSignal(page.note_written) as written:
        page.findChild(Button, "summaryDone").click()
    assert len(written.args[0]) == LONGEST_NOTE


def test_another_summary_starts_without_effort_and_note(page: SummaryPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.findChild(ScalePicker, "effort"), "6")
    page.findChild(QPlainTextEdit, "note").setPlainText("old")
    page.show_summary(SUMMARY)
    assert page.findChild(ScalePicker, "effort").score is None
    assert page.findChild(QPlainTextEdit, "note").toPlainText() == ""
