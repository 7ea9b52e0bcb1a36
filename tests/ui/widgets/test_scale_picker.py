from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from kinetic_home.ui.pain_bands import pain_bands
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.scale_picker import ScalePicker


@pytest.fixture
def picker(look: Look, qtbot: QtBot) -> ScalePicker:
    picker = ScalePicker(look, name="pain", label="Pain", low_word="no pain", high_word="the worst", bands=pain_bands())
    qtbot.addWidget(picker)
    picker.resize(900, picker.heightForWidth(900))
    return picker


def press(picker: ScalePicker, digit: str, at_ms: int) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_0 + int(digit), Qt.KeyboardModifier.NoModifier, digit)
    event.setTimestamp(at_ms)
    picker.keyPressEvent(event)


def test_at_first_nothing_is_chosen(picker: ScalePicker) -> None:
    assert picker.score is None
    assert "not answered" in picker.accessibleName()


@pytest.mark.parametrize("digit", range(10))
def test_a_digit_chooses_its_number(picker: ScalePicker, qtbot: QtBot, digit: int) -> None:
    with qtbot.waitSignal(picker.picked) as picked:
        press(picker, str(digit), 1_000)
    assert picked.args == [digit]
    assert picker.score == digit


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier])
def test_a_digit_that_calls_a_page_is_no_answer(picker: ScalePicker, held: Qt.KeyboardModifier) -> None:
    picker.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, held, "1"))
    assert picker.score is None


def test_one_and_then_zero_is_ten(picker: ScalePicker) -> None:
    press(picker, "1", 1_000)
    press(picker, "0", 1_400)
    assert picker.score == 10


def test_a_zero_long_after_a_one_is_zero(picker: ScalePicker) -> None:
    press(picker, "1", 1_000)
    press(picker, "0", 5_000)
    assert picker.score == 0


def test_end_is_ten_and_home_is_zero(picker: ScalePicker, qtbot: QtBot) -> None:
    qtbot.keyClick(picker, Qt.Key.Key_End)
    assert picker.score == 10
    qtbot.keyClick(picker, Qt.Key.Key_Home)
    assert picker.score == 0


def test_the_arrows_go_by_one_and_stop_at_the_ends(picker: ScalePicker, qtbot: QtBot) -> None:
    qtbot.keyClick(picker, Qt.Key.Key_End)
    qtbot.keyClick(picker, Qt.Key.Key_Right)
    assert picker.score == 10
    qtbot.keyClick(picker, Qt.Key.Key_Left)
    assert picker.score == 9


def test_enter_confirms_only_when_a_number_is_chosen(picker: ScalePicker, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(picker.confirmed):
        qtbot.keyClick(picker, Qt.Key.Key_Return)
    press(picker, "4", 1_000)
    with qtbot.waitSignal(picker.confirmed) as confirmed:
        qtbot.keyClick(picker, Qt.Key.Key_Return)
    assert confirmed.args == [4]


def test_backspace_takes_the_answer_back(picker: ScalePicker, qtbot: QtBot) -> None:
    press(picker, "4", 1_000)
    with qtbot.waitSignal(picker.cleared):
        qtbot.keyClick(picker, Qt.Key.Key_Backspace)
    assert picker.score is None


@pytest.mark.parametrize("width", [900, 500, 320])
def test_a_click_chooses_the_number_under_it_in_one_row_or_in_several(
    picker: ScalePicker, qtbot: QtBot, width: int
) -> None:
    picker.resize(width, picker.heightForWidth(width))
    for number in (0, 3, 7, 10):
        qtbot.mouseClick(picker, Qt.MouseButton.LeftButton, pos=picker._cell(number).center().toPoint())
        assert picker.score == number


@pytest.mark.parametrize("width", [900, 500, 320])
def test_every_number_can_be_hit_and_lies_inside(picker: ScalePicker, width: int) -> None:
    picker.resize(width, picker.heightForWidth(width))
    for number in range(11):
        cell = picker._cell(number)
        assert cell.width() >= 48
        assert cell.height() >= 48
        assert picker.rect().toRectF().contains(cell)


def test_the_band_of_the_answer_is_spoken(picker: ScalePicker) -> None:
    press(picker, "7", 1_000)
    assert picker.accessibleName() == "Pain: 7 of 10, too much"


def underlined(picker: ScalePicker, look: Look) -> set[int]:
    """Return the numbers over which the line of the keyboard runs."""
    image, colour = picker.grab().toImage(), look.colour("focus").rgb()
    found = set[int]()
    for number in range(11):
        cell = picker._cell(number).toRect()
        above = range(max(0, cell.top() - 2 * look.ring - look.space(0.5)), cell.top())
        if any(image.pixel(cell.center().x(), y) == colour for y in above):
            found.add(number)
    return found


@pytest.mark.parametrize(("width", "text_percent"), [(900, 100), (500, 100), (320, 100), (900, 200), (500, 200)])
def test_before_the_answer_the_keyboard_is_shown_over_every_row(
    picker: ScalePicker, look: Look, qtbot: QtBot, width: int, text_percent: int
) -> None:
    look.use(theme="light", text_percent=text_percent, reduced_motion=False)
    picker.resize(width, picker.heightForWidth(width))
    assert underlined(picker, look) == set()
    with qtbot.waitActive(picker):
        picker.show()
    picker.setFocus()
    assert underlined(picker, look) == set(range(11))
    picker.show_score(4)
    assert underlined(picker, look) == set()
