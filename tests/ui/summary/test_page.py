from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kinetic_home.domain.scales import Nprs
from kinetic_home.ui.summary.exercise_rows import done_mark
from kinetic_home.ui.summary.page import LONGEST_NOTE, SummaryPage, work_words
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.notice import Notice
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
    assert "24 of 40 repetitions (asked: 2 sets of 10 on each side) · too tired" in shown


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


def test_effort_can_be_taken_back_by_key_and_by_button(page: SummaryPage, qtbot: QtBot) -> None:
    effort, button = page.findChild(ScalePicker, "effort"), page.findChild(Button, "effortBack")
    assert not button.isVisible()
    qtbot.keyClicks(effort, "6")
    with qtbot.waitSignal(page.effort_taken_back):
        button.click()
    assert effort.score is None
    assert not button.isVisible()
    qtbot.keyClicks(effort, "7")
    with qtbot.waitSignal(page.effort_taken_back):
        qtbot.keyClick(effort, Qt.Key.Key_Backspace)


def test_answers_shown_afresh_leave_effort_note_and_place_alone(page: SummaryPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.findChild(ScalePicker, "effort"), "6")
    page.findChild(QPlainTextEdit, "note").setPlainText("half a wor")
    page.verticalScrollBar().setValue(120)
    bridge = replace(SUMMARY.exercises[0], worst_pain=Nprs(2))
    page.show_answers(replace(SUMMARY, worst_pain=Nprs(2), exercises=(bridge, *SUMMARY.exercises[1:])))
    shown = words(page)
    assert "Worst pain: 2 of 10, safe" in shown
    assert "4 of 10" not in shown
    assert page.findChild(ScalePicker, "effort").score == 6
    assert page.findChild(QPlainTextEdit, "note").toPlainText() == "half a wor"
    assert page.verticalScrollBar().value() == 120


def test_a_problem_is_told_where_it_is_seen_until_all_is_well(page: SummaryPage) -> None:
    bar = page.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.tell("The disk is full.")
    notice = page.findChild(Notice, "summaryNotice")
    assert "The disk is full." in words(page)
    assert 0 <= notice.mapTo(page.viewport(), notice.rect().topLeft()).y() < page.viewport().height()
    page.tell("")
    assert not notice.isVisible()


def test_another_summary_starts_without_the_problem_of_the_last(page: SummaryPage) -> None:
    page.tell("The disk is full.")
    page.show_summary(SUMMARY)
    assert not page.findChild(Notice, "summaryNotice").isVisible()


def test_the_editor_of_the_last_answer_is_wholly_in_sight(page: SummaryPage) -> None:
    page.findChild(Button, "change-1-3").click()
    editor = page.findChild(QWidget, "checkEditor")
    top = editor.mapTo(page.viewport(), editor.rect().topLeft()).y()
    assert top >= 0
    assert top + editor.height() <= page.viewport().height()


def test_work_shorter_than_a_minute_is_told_in_seconds() -> None:
    assert (work_words(13_000), work_words(61_000)) == ("13 seconds", "2 minutes")


def test_what_was_not_begun_has_another_sign_than_what_was_half_done() -> None:
    half = SUMMARY.exercises[1]
    assert done_mark(half) == ("half", "done_text")
    assert done_mark(replace(half, begun=False)) == ("ring", "outline")
    assert done_mark(replace(half, complete=True)) == ("tick", "done_text")
