from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.today.exercise_link import ExerciseLink
from kinetic_home.ui.today.page import TodayPage
from kinetic_home.ui.today.week_strip import WeekStrip
from kinetic_home.ui.widgets.button import Button
from tests.ui.examples import DAY_OFF, RESUME, TODAY


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> TodayPage:
    page = TodayPage(look)
    qtbot.addWidget(page)
    page.resize(1024, 640)
    page.show_today(TODAY)
    page.show()
    return page


def words(page: TodayPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def test_the_session_that_is_due_is_shown_with_its_length_and_needs(page: TodayPage) -> None:
    shown = words(page)
    assert "Monday, 2 March" in shown
    assert "Foundation · week 1 of 2" in shown
    assert "Foundation A: wake and move" in shown
    assert "27 minutes · 14 short questions" in shown
    assert "You need: mat, chair" in shown
    assert [link.text() for link in page.findChildren(ExerciseLink)][:2] == ["March", "Ankle pumps"]


def test_an_exercise_leads_to_its_page(page: TodayPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.exercise_chosen) as chosen:
        qtbot.mouseClick(page.findChild(ExerciseLink, "see-act_bridge"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["act_bridge"]
    with qtbot.waitSignal(page.exercise_chosen) as chosen:
        qtbot.keyClick(page.findChild(ExerciseLink, "see-wu_march"), Qt.Key.Key_Return)
    assert chosen.args == ["wu_march"]


def test_who_comes_back_from_an_exercise_is_at_its_name_and_sees_it(page: TodayPage, qtbot: QtBot) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    page.focus_exercise("act_clam")
    link = page.findChild(ExerciseLink, "see-act_clam")
    assert link.hasFocus()
    assert not link.visibleRegion().isEmpty()
    page.focus_exercise("not_in_this_session")
    assert page.findChild(Button, "start").hasFocus()


@pytest.mark.parametrize("text_percent", [100, 200])
def test_a_link_is_large_enough_to_be_hit_and_its_name_is_not_cut(
    page: TodayPage, look: Look, text_percent: int
) -> None:
    look.use(theme="light", text_percent=text_percent, reduced_motion=False)
    page.settle()
    for link in page.findChildren(ExerciseLink):
        assert link.height() >= look.least_target
        assert link.height() >= link.heightForWidth(link.width())


def test_the_names_of_a_block_begin_under_its_title(page: TodayPage, look: Look) -> None:
    page.settle()
    title = next(label for label in page.findChildren(QLabel) if label.text() == TODAY.session.blocks[0].title)
    link = page.findChildren(ExerciseLink)[0]
    assert link.mapTo(page, QPoint()).x() + look.space(0.75) == title.mapTo(page, QPoint()).x()
    assert link.visibleRegion().boundingRect().left() == 0


def test_start_says_which_session(page: TodayPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.started) as started:
        qtbot.mouseClick(page.findChild(Button, "start"), Qt.MouseButton.LeftButton)
    assert started.args == ["F_A"]


def test_an_offered_session_can_be_started_as_well(page: TodayPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.started) as started:
        qtbot.mouseClick(page.findChild(Button, "start-REC"), Qt.MouseButton.LeftButton)
    assert started.args == ["REC"]


def test_the_keyboard_is_on_start_so_that_enter_begins(page: TodayPage, qtbot: QtBot) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    page.focus_first()
    with qtbot.waitSignal(page.started):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)


def test_an_unfinished_session_can_go_on(page: TodayPage, qtbot: QtBot) -> None:
    page.show_today(TODAY._replace(session=None, resume=RESUME))
    assert "You stopped at Bridge" in words(page)
    assert "9 of 24 sets are done" in words(page)
    with qtbot.waitSignal(page.resumed) as resumed:
        page.findChild(Button, "resume").click()
    assert resumed.args == ["ref-1"]


def test_the_rest_of_a_session_is_let_go_only_when_asked_twice(page: TodayPage, qtbot: QtBot) -> None:
    page.show_today(TODAY._replace(session=None, resume=RESUME))
    with qtbot.assertNotEmitted(page.discarded):
        page.findChild(Button, "discard").click()
    assert "What you did is kept" in words(page)
    with qtbot.waitSignal(page.discarded) as discarded:
        page.findChild(Button, "discardSure").click()
    assert discarded.args == ["ref-1"]


def test_whoever_does_not_let_it_go_is_back_where_they_were(page: TodayPage) -> None:
    page.show_today(TODAY._replace(session=None, resume=RESUME))
    page.findChild(Button, "discard").click()
    page.findChild(Button, "discardNot").click()
    assert page.findChild(Button, "resume").isVisibleTo(page)
    assert not page.findChild(Button, "discardSure").isVisibleTo(page)


def test_a_day_off_says_so_and_names_the_next_session(page: TodayPage) -> None:
    page.show_today(DAY_OFF)
    assert "Today is a day off" in words(page)
    assert "Next: Foundation B: patterns, Tuesday, 3 March" in words(page)
    assert "Foundation A" not in words(page)


def test_a_day_that_is_done_says_so(page: TodayPage) -> None:
    page.show_today(DAY_OFF._replace(done_today=True))
    assert "Done for today" in words(page)


def test_every_day_of_the_strip_is_spoken_without_blame(page: TodayPage) -> None:
    spoken = page.findChild(WeekStrip).accessibleName()
    assert spoken.count(";") == 13
    assert "rested" in spoken
    assert "missed" not in spoken


def test_showing_another_day_leaves_nothing_of_the_first(page: TodayPage) -> None:
    page.show_today(TODAY._replace(offered=()))
    assert not any(button.isVisibleTo(page) for button in page.findChildren(Button, "start-REC"))
