from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kinetic_home.domain.checkin import CheckinResult
from kinetic_home.domain.events import CheckinGiven
from kinetic_home.domain.scales import Nprs, Place, Swelling
from kinetic_home.ui.checkin.page import CheckinPage
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from tests.ui.examples import CHECKIN
from tests.ui.keyboard import Keyboard

ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> CheckinPage:
    page = CheckinPage(look)
    qtbot.addWidget(page)
    page.resize(1024, 640)
    page.show_checkin(CHECKIN)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def test_eleven_keys_answer_everything(page: CheckinPage, qtbot: QtBot) -> None:
    keys = Keyboard(qtbot, page)
    keys.type("4", ENTER, " ", ENTER, "2", "7", ENTER)
    with qtbot.waitSignal(page.checkin_given) as given:
        keys.type(ENTER)
    assert given.args == [
        CheckinGiven(pain=Nprs(4), places=(Place.LEFT_KNEE_FRONT,), swelling=Swelling.LITTLE, sleep_h=7.0)
    ]
    assert keys.pressed <= 11


def test_every_question_can_be_left_open_with_enter(page: CheckinPage, qtbot: QtBot) -> None:
    keys = Keyboard(qtbot, page)
    keys.type(ENTER, ENTER, ENTER, ENTER)
    assert page.given == CheckinGiven(pain=None, places=(), swelling=None, sleep_h=None)
    with qtbot.waitSignal(page.checkin_given):
        keys.type(ENTER)


def test_a_stray_space_answers_nothing(page: CheckinPage, qtbot: QtBot) -> None:
    keys = Keyboard(qtbot, page)
    keys.type("0", ENTER, " ", " ")
    assert page.given.swelling is None


def test_without_pain_nobody_is_asked_where_it_hurts(page: CheckinPage, qtbot: QtBot) -> None:
    keys = Keyboard(qtbot, page)
    keys.type("0", ENTER, "1")
    assert page.given.swelling is Swelling.NONE
    assert page.given.places == ()


def test_too_much_pain_offers_recovery_and_no_way_on(page: CheckinPage, qtbot: QtBot) -> None:
    keys = Keyboard(qtbot, page)
    keys.type("8", ENTER, ENTER, "1", ENTER)
    assert page.advice.result is CheckinResult.RECOVERY_ONLY
    assert not page.findChild(Button, "goOn").isVisible()
    with qtbot.assertNotEmitted(page.checkin_given), qtbot.waitSignal(page.recovery_chosen) as chosen:
        keys.type(ENTER)
    assert chosen.args[0].pain == Nprs(8)


def test_a_plan_without_a_recovery_session_lets_the_person_stay_out(page: CheckinPage, qtbot: QtBot) -> None:
    page.show_checkin(type(CHECKIN)(session_title="A", usual_pain=None, recovery_id=None, recovery_title=None))
    keys = Keyboard(qtbot, page)
    keys.type("9", ENTER, ENTER, "3", ENTER)
    assert not page.findChild(Button, "recovery").isVisible()
    with qtbot.waitSignal(page.stayed_out) as out:
        keys.type(ENTER)
    assert out.args[0].swelling is Swelling.MUCH


def test_escape_goes_back_a_question_and_at_the_first_one_leaves(page: CheckinPage, qtbot: QtBot) -> None:
    keys = Keyboard(qtbot, page)
    keys.type("4", ENTER, Qt.Key.Key_Escape)
    assert page.findChild(Button, "checkinNext").isVisible()
    assert page.given.pain == Nprs(4)
    with qtbot.waitSignal(page.closed):
        keys.type(Qt.Key.Key_Escape)


def test_an_answer_can_be_changed_from_the_conclusion(page: CheckinPage, qtbot: QtBot) -> None:
    keys = Keyboard(qtbot, page)
    keys.type("8", ENTER, ENTER, "1", ENTER)
    page.findChild(Button, "change-0").click()
    keys.type("2", ENTER, ENTER, ENTER, ENTER)
    assert page.advice.result is CheckinResult.GO
    assert page.given.pain == Nprs(2)


def test_another_check_in_starts_without_the_old_answers(page: CheckinPage, qtbot: QtBot) -> None:
    Keyboard(qtbot, page).type("8", ENTER, " ", ENTER, "3", "4", ENTER)
    page.show_checkin(CHECKIN)
    assert page.given == CheckinGiven(pain=None, places=(), swelling=None, sleep_h=None)


@pytest.mark.parametrize(("typed", "hours"), [("7", 7.0), ("7+", 7.5), ("7--", 6.0), ("10", 10.0), ("12", 12.0)])
def test_sleep_is_typed_in_hours_and_halves(page: CheckinPage, qtbot: QtBot, typed: str, hours: float) -> None:
    keys = Keyboard(qtbot, page)
    keys.type("0", ENTER, ENTER, *typed)
    assert page.given.sleep_h == hours
