from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kinetic_home.ui.main_window import MainWindow
from kinetic_home.ui.navigation import NavigationRail
from kinetic_home.ui.theme.look import Look


@pytest.fixture
def made() -> list[str]:
    return []


@pytest.fixture
def window(look: Look, qtbot: QtBot, made: list[str]) -> MainWindow:
    def maker(name: str) -> Callable[[Look], QWidget]:
        def make(look: Look) -> QWidget:
            del look
            made.append(name)
            return QLabel(name)

        return make

    window = MainWindow(look, {name: maker(name) for name in ("today", "progress", "library", "settings", "player")})
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show_page("today")
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def test_the_title_is_the_name_of_the_program_and_nothing_of_the_person(window: MainWindow) -> None:
    assert window.windowTitle() == "Kinetic Home"


def test_a_page_is_made_when_it_is_first_shown_and_only_once(window: MainWindow, made: list[str]) -> None:
    assert made == ["today"]
    window.show_page("progress")
    window.show_page("today")
    window.show_page("progress")
    assert made == ["today", "progress"]


@pytest.mark.parametrize(("number", "name"), [("1", "today"), ("2", "progress"), ("3", "library"), ("4", "settings")])
def test_control_and_a_number_goes_to_a_page(window: MainWindow, qtbot: QtBot, number: str, name: str) -> None:
    with qtbot.waitSignal(window.went_to) as went:
        qtbot.keyClick(window, number, Qt.KeyboardModifier.ControlModifier)
    assert went.args == [name]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_page_on_the_rail_is_reached_with_enter_and_with_space(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    button = window.findChild(QWidget, "go-settings")
    with qtbot.waitSignal(window.went_to) as went:
        qtbot.keyClick(button, key)
    assert went.args == ["settings"]


def test_a_session_hides_the_rail_and_its_keys(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("player", rail=False)
    assert not window.findChild(NavigationRail).isVisible()
    with qtbot.assertNotEmitted(window.went_to):
        qtbot.keyClick(window, "2", Qt.KeyboardModifier.ControlModifier)


def test_the_window_says_that_it_closes_while_everything_still_stands(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closed):
        window.close()
    assert not window.isVisible()
