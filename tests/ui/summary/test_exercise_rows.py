"""Every answer of the summary can be given anew or taken back, by keyboard alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kinetic_home.domain.scales import Nprs
from kinetic_home.ui.summary.exercise_rows import ExerciseRows
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.scale_picker import ScalePicker
from tests.ui.examples import SUMMARY
from tests.ui.keyboard import Keyboard

BRIDGE, CLAMSHELL = SUMMARY.exercises
BRIDGE_PAIN, BRIDGE_CURVE, CLAM_PAIN, CLAM_LEFT, CLAM_BREATH = "0-0", "0-1", "1-0", "1-1", "1-3"
ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab


@pytest.fixture
def rows(look: Look, qtbot: QtBot) -> ExerciseRows:
    rows = ExerciseRows(look)
    qtbot.addWidget(rows)
    rows.resize(900, 900)
    rows.show_exercises(SUMMARY.exercises)
    with qtbot.waitActive(rows):
        rows.show()
        rows.activateWindow()
    return rows


@pytest.fixture
def keys(rows: ExerciseRows, qtbot: QtBot) -> Keyboard:
    return Keyboard(qtbot, rows)


def change(rows: ExerciseRows, name: str) -> Button:
    # The latest made: one of a session that was shown before goes away only with the event loop.
    return rows.findChildren(Button, f"change-{name}")[-1]


def press_change(rows: ExerciseRows, keys: Keyboard, name: str) -> None:
    change(rows, name).setFocus()
    keys.type(ENTER)


def editors(rows: ExerciseRows) -> list[str]:
    found = (part for part in rows.findChildren(QWidget) if "Editor" in part.objectName())
    return [part.objectName() for part in found if part.isVisible()]


def words(rows: ExerciseRows) -> list[str]:
    return [label.text() for label in rows.findChildren(QLabel) if label.isVisible()]


def test_each_change_button_says_what_it_changes(rows: ExerciseRows) -> None:
    names = [change(rows, name).accessibleName() for name in (BRIDGE_PAIN, CLAM_LEFT, CLAM_BREATH)]
    assert names == [
        "Change: worst pain of Bridge",
        "Change: Did your hips stay stacked? (left side) of Clamshell",
        "Change: Did you keep breathing? of Clamshell",
    ]


def test_pain_is_given_anew_by_number_and_enter(rows: ExerciseRows, keys: Keyboard, qtbot: QtBot) -> None:
    press_change(rows, keys, BRIDGE_PAIN)
    with qtbot.waitSignal(rows.corrected) as said:
        keys.type("1", "0", ENTER)
    assert said.args == ["pain-bridge", "pain", 10]


def test_the_scale_opens_at_the_answer_that_stands(rows: ExerciseRows, keys: Keyboard) -> None:
    press_change(rows, keys, BRIDGE_PAIN)
    assert rows.findChild(ScalePicker, "painAgain").score == 4


def test_pain_is_taken_back_by_its_button(rows: ExerciseRows, keys: Keyboard, qtbot: QtBot) -> None:
    press_change(rows, keys, BRIDGE_PAIN)
    with qtbot.waitSignal(rows.corrected) as said:
        keys.type(TAB, TAB)
        assert QApplication.focusWidget().objectName() == "takeBack"
        keys.type(ENTER)
    assert said.args == ["pain-bridge", "pain", None]


def test_a_number_typed_on_a_button_of_the_editor_reaches_the_scale(rows: ExerciseRows, keys: Keyboard) -> None:
    press_change(rows, keys, BRIDGE_PAIN)
    keys.type(TAB, "7")
    assert rows.findChild(ScalePicker, "painAgain").score == 7


def test_nothing_is_saved_while_no_number_is_chosen(rows: ExerciseRows, keys: Keyboard, qtbot: QtBot) -> None:
    press_change(rows, keys, CLAM_PAIN)
    save = rows.findChild(Button, "savePain")
    assert not save.isEnabled()
    with qtbot.assertNotEmitted(rows.corrected):
        keys.type(ENTER)
    with qtbot.waitSignal(rows.corrected) as said:
        keys.type("3")
        save.click()
    assert said.args == ["pain-clamshell", "pain", 3]


@pytest.mark.parametrize(("key", "said"), [("n", False), ("y", None)])
def test_a_checkpoint_is_given_anew_by_one_key_and_the_same_answer_writes_nothing(
    rows: ExerciseRows, keys: Keyboard, key: str, said: bool | None
) -> None:
    given: list[tuple[object, ...]] = []
    rows.corrected.connect(lambda *word: given.append(word))
    press_change(rows, keys, BRIDGE_CURVE)
    keys.type(key)
    assert given == ([] if said is None else [("curve", "clean", said)])
    assert editors(rows) == []


def test_a_checkpoint_of_one_side_is_taken_back(rows: ExerciseRows, keys: Keyboard, qtbot: QtBot) -> None:
    press_change(rows, keys, CLAM_LEFT)
    with qtbot.waitSignal(rows.corrected) as said:
        rows.findChild(Button, "takeBack").click()
    assert said.args == ["stacked-left", "clean", None]


@pytest.mark.parametrize("name", [CLAM_PAIN, CLAM_BREATH])
def test_what_was_not_answered_cannot_be_taken_back(rows: ExerciseRows, keys: Keyboard, name: str) -> None:
    press_change(rows, keys, name)
    assert not rows.findChild(Button, "takeBack").isVisible()


def test_a_second_press_of_enter_answers_nothing_where_there_is_no_answer(
    rows: ExerciseRows, keys: Keyboard, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(rows.corrected):
        press_change(rows, keys, CLAM_BREATH)
        keys.type(ENTER)
    assert editors(rows) == []


@pytest.mark.parametrize("name", [BRIDGE_PAIN, BRIDGE_CURVE, CLAM_BREATH])
def test_esc_leaves_the_answer_and_gives_the_keyboard_back(
    rows: ExerciseRows, keys: Keyboard, qtbot: QtBot, name: str
) -> None:
    press_change(rows, keys, name)
    with qtbot.assertNotEmitted(rows.corrected):
        keys.type(ESC)
    assert editors(rows) == []
    assert QApplication.focusWidget() is change(rows, name)


def test_pressing_change_again_leaves_the_answer(rows: ExerciseRows) -> None:
    change(rows, BRIDGE_PAIN).click()
    assert editors(rows) == ["painEditor"]
    change(rows, BRIDGE_PAIN).click()
    assert editors(rows) == []


def test_an_answer_gives_the_keyboard_back_to_its_line(rows: ExerciseRows, keys: Keyboard) -> None:
    press_change(rows, keys, BRIDGE_PAIN)
    keys.type("2", ENTER)
    assert QApplication.focusWidget() is change(rows, BRIDGE_PAIN)


def test_only_one_editor_is_open_at_a_time(rows: ExerciseRows) -> None:
    change(rows, BRIDGE_PAIN).click()
    change(rows, CLAM_LEFT).click()
    assert editors(rows) == ["checkEditor"]
    assert QApplication.focusWidget() is not None
    assert rows.isAncestorOf(QApplication.focusWidget())


def test_an_answer_that_was_taken_back_stays_on_its_line_and_can_be_given_again(
    rows: ExerciseRows, keys: Keyboard, qtbot: QtBot
) -> None:
    rows.show_answers((replace(BRIDGE, worst_pain=None, pain_scores=0), CLAMSHELL))
    assert words(rows).count("Worst pain: not answered") == 2
    press_change(rows, keys, BRIDGE_PAIN)
    with qtbot.waitSignal(rows.corrected) as said:
        keys.type("5", ENTER)
    assert said.args == ["pain-bridge", "pain", 5]


def test_a_worst_pain_of_several_answers_says_so(rows: ExerciseRows) -> None:
    rows.show_answers((replace(BRIDGE, worst_pain=Nprs(3), pain_scores=2), CLAMSHELL))
    assert "Worst pain: 3 of 10, acceptable, the worst of 2 answers" in words(rows)


def test_an_exercise_without_a_pain_answer_has_no_line_for_it(rows: ExerciseRows, qtbot: QtBot) -> None:
    rows.show_exercises((replace(BRIDGE, worst_pain=None, worst_pain_event=None, pain_scores=0),))
    qtbot.waitUntil(change(rows, "0-0").isVisible)
    assert not any("pain" in said.lower() for said in words(rows))


def test_an_answer_that_reached_the_log_late_gets_its_line(rows: ExerciseRows, qtbot: QtBot) -> None:
    rows.show_exercises((replace(BRIDGE, worst_pain=None, worst_pain_event=None, pain_scores=0),))
    change(rows, "0-0").click()
    rows.show_answers((BRIDGE,))
    qtbot.waitUntil(lambda: "Worst pain: 4 of 10, acceptable" in words(rows))
    assert editors(rows) == []
