from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.choices import Choices

ANSWERS = (("yes", "Yes", "Y"), ("no", "No", "N"))


@pytest.fixture
def choices(look: Look, qtbot: QtBot) -> Choices:
    choices = Choices(look, ANSWERS, name="answer")
    qtbot.addWidget(choices)
    choices.show()
    return choices


def test_nothing_is_chosen_at_first(choices: Choices) -> None:
    assert choices.value is None


@pytest.mark.parametrize(("key", "value"), [("y", "yes"), ("Y", "yes"), ("n", "no")])
def test_one_key_chooses(choices: Choices, qtbot: QtBot, key: str, value: str) -> None:
    with qtbot.waitSignal(choices.picked) as picked:
        qtbot.keyClicks(choices, key)
    assert picked.args == [value]
    assert choices.value == value


def test_enter_presses_the_answer_that_has_the_focus(choices: Choices, qtbot: QtBot) -> None:
    no = choices.findChild(Button, "answer-1")
    with qtbot.waitSignal(choices.picked) as picked:
        qtbot.keyClick(no, Qt.Key.Key_Return)
    assert picked.args == ["no"]


def test_a_choice_that_is_shown_says_nothing_and_can_be_taken_back(choices: Choices, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(choices.picked):
        choices.choose("no")
        assert choices.value == "no"
        choices.choose(None)
    assert choices.value is None


def test_another_key_is_left_to_others(choices: Choices, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(choices.picked):
        qtbot.keyClicks(choices, "x")


def test_a_key_held_with_control_is_no_answer(choices: Choices, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(choices.picked):
        qtbot.keyClick(choices, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
