from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from kinetic_home.domain.exercise import ExerciseId
from kinetic_home.ui.library.option import OptionBox
from kinetic_home.ui.library.tile import ExerciseTile
from kinetic_home.ui.navigation import NavigationRail, Place
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.today.exercise_link import ExerciseLink
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.switch import Switch
from kinetic_home.workflow.day_views import BlockExercise
from kinetic_home.workflow.library import Choice, Facet, card_of
from tests.ui.examples import catalogue

KINDS = ("button", "link", "tile", "option", "place", "switch")


@pytest.fixture(params=KINDS)
def button(request: pytest.FixtureRequest, look: Look, qtbot: QtBot) -> Iterator[QAbstractButton]:
    window = NavigationRail(look, [Place("today", "Today", "today")])
    qtbot.addWidget(window)
    card = card_of(catalogue()[ExerciseId("pat_step_down")])
    link = BlockExercise(exercise_id="pat_step_down", name="Step-down")
    made: dict[str, QAbstractButton] = {
        "button": Button(look, "Start", name="start", parent=window),
        "link": ExerciseLink(look, link, window),
        "tile": ExerciseTile(look, card, window),
        "option": OptionBox(look, Choice(Facet.PART, "knee"), window),
        "place": window.findChild(QAbstractButton, "go-today"),
        "switch": Switch(look, name="soundOn", label="Sound", parent=window),
    }
    # The window lives as long as its buttons are asked.
    yield made[request.param]
    window.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_every_button_is_pressed_by_enter_and_by_space(button: QAbstractButton, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(button.clicked, timeout=1_000):
        qtbot.keyClick(button, key)


def test_a_key_that_is_held_presses_once(button: QAbstractButton, qtbot: QtBot) -> None:
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    with qtbot.assertNotEmitted(button.clicked):
        QApplication.sendEvent(button, held)


def test_every_button_shows_that_the_pointer_is_over_it(button: QAbstractButton) -> None:
    away = button.grab().toImage()
    QApplication.sendEvent(button, QEnterEvent(QPointF(2, 2), QPointF(2, 2), QPointF(2, 2)))
    over = button.grab().toImage()
    QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
    assert over != away
    assert button.grab().toImage() == away
