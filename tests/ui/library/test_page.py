"""The Library as a person goes through it, by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kinetic_home.ui.library.card_model import CardModel
from kinetic_home.ui.library.filters import FilterPanel
from kinetic_home.ui.library.grid import CardGrid
from kinetic_home.ui.library.option import OptionBox
from kinetic_home.ui.library.page import LibraryPage
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from tests.ui.examples import catalogue
from tests.ui.keyboard import Keyboard

Key = Qt.Key


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> LibraryPage:
    made = LibraryPage(look, catalogue(), {"V7": "A position stand"})
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.take_focus()
    return made


@pytest.fixture
def keyboard(page: LibraryPage, qtbot: QtBot) -> Keyboard:
    return Keyboard(qtbot, page)


def settle(page: LibraryPage) -> None:
    """Let every layout find its place, as the event loop would."""
    for _ in range(4):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        page.grab()


def names(page: LibraryPage) -> list[str]:
    model = page.browser.grid.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def current(page: LibraryPage) -> str:
    return page.browser.grid.currentIndex().data()


def test_the_keyboard_is_on_the_first_card_and_walks_in_rows_and_columns(page: LibraryPage, keyboard: Keyboard) -> None:
    assert current(page) == names(page)[0]
    keyboard.type(Key.Key_Right)
    assert current(page) == names(page)[1]
    keyboard.type(Key.Key_Down)
    assert current(page) == names(page)[1 + page.browser.grid.columns]
    keyboard.type(Key.Key_Left, Key.Key_Up)
    assert current(page) == names(page)[0]


def test_enter_opens_and_esc_comes_back_to_the_same_place(page: LibraryPage, keyboard: Keyboard) -> None:
    keyboard.type(Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Right)
    card, place = current(page), page.browser.grid.verticalScrollBar().value()
    assert place > 0
    keyboard.type(Key.Key_Return)
    assert page.currentWidget() is page.exercise_page
    assert card in [label.text() for label in page.exercise_page.findChildren(QLabel)]
    keyboard.type(Key.Key_Escape)
    assert page.currentWidget() is page.browser
    assert (current(page), page.browser.grid.verticalScrollBar().value()) == (card, place)
    assert page.browser.grid.hasFocus()


def test_a_click_on_a_card_opens_it(page: LibraryPage, qtbot: QtBot) -> None:
    grid = page.browser.grid
    place = grid.visualRect(grid.model().index(2, 0)).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.currentWidget() is page.exercise_page


def test_a_slash_searches_from_anywhere_and_the_arrow_down_goes_to_what_was_found(
    page: LibraryPage, keyboard: Keyboard
) -> None:
    keyboard.type("/", "Bridges")
    assert page.browser.search.text() == "Bridges"
    assert names(page)[0] == "Bridge"
    keyboard.type(Key.Key_Down)
    assert (current(page), page.browser.grid.hasFocus()) == ("Bridge", True)
    keyboard.type(Key.Key_Up)
    assert page.browser.search.hasFocus()


def test_who_types_on_the_cards_searches(page: LibraryPage, keyboard: Keyboard) -> None:
    keyboard.type(*"bridge")
    assert page.browser.search.hasFocus()
    assert page.browser.search.text() == "bridge"
    assert names(page)[0] == "Bridge"


def test_neighbours_lead_back_the_way_they_were_gone(page: LibraryPage) -> None:
    page.open_exercise("act_bridge")
    page._open_neighbour("act_sl_bridge")
    page._open_neighbour("act_bridge")
    assert page._shown == "act_bridge"
    page._open_neighbour("act_sl_bridge")
    page._open_neighbour("str_hamstring_bridge")
    for expected in ("act_sl_bridge", "act_bridge"):
        page.exercise_page.left.emit()
        assert page._shown == expected
        assert page.currentWidget() is page.exercise_page
    page.exercise_page.left.emit()
    assert page.currentWidget() is page.browser


def test_a_neighbours_page_leads_back_to_where_the_page_before_was_scrolled(page: LibraryPage) -> None:
    page.open_exercise("act_bridge")
    bar = page.exercise_page.verticalScrollBar()
    bar.setValue(bar.maximum())
    place = bar.value()
    page._open_neighbour("act_sl_bridge")
    assert bar.value() == 0
    page.exercise_page.left.emit()
    assert bar.value() == place > 0


def test_who_came_from_another_page_goes_back_to_it(page: LibraryPage, keyboard: Keyboard, qtbot: QtBot) -> None:
    page.visit("act_bridge")
    with qtbot.waitSignal(page.left) as left:
        keyboard.type(Key.Key_Escape)
    assert left.args == ["act_bridge"]
    assert not page.visited


def test_cards_beside_each_other_are_of_one_height_and_no_row_is_higher_than_its_words(page: LibraryPage) -> None:
    grid = page.browser.grid
    settle(page)
    places = [grid.visualRect(grid.model().index(row, 0)) for row in range(len(names(page)))]
    tops = sorted({place.top() for place in places})
    assert len(tops) == -(-len(places) // grid.columns)
    rows = [{place.height() for place in places if place.top() == top} for top in tops]
    assert all(len(heights) == 1 for heights in rows)
    assert len(set.union(*rows)) > 1


def test_the_cards_do_not_jump_when_there_is_something_to_clear(page: LibraryPage, keyboard: Keyboard) -> None:
    settle(page)
    before = page.browser.grid.mapTo(page, QPoint())
    keyboard.type(*"knee")
    settle(page)
    assert page.browser.grid.mapTo(page, QPoint()) == before


def test_control_f_searches_also_from_an_exercise(page: LibraryPage, keyboard: Keyboard, qtbot: QtBot) -> None:
    keyboard.type(Key.Key_Return)
    qtbot.keyClick(page.exercise_page, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.currentWidget() is page.browser
    assert page.browser.search.hasFocus()


def test_esc_empties_the_search_and_then_leaves_it(page: LibraryPage, keyboard: Keyboard) -> None:
    keyboard.type("/", "knee", Key.Key_Escape)
    assert page.browser.search.text() == ""
    assert len(names(page)) == len(catalogue().exercises)
    keyboard.type(Key.Key_Escape)
    assert page.browser.grid.hasFocus()


def test_a_filter_is_ticked_and_everything_is_cleared_at_once(page: LibraryPage, qtbot: QtBot) -> None:
    box = page.findChild(OptionBox, "filter-kind-balance")
    box.click()
    assert box.isChecked()
    assert len(names(page)) == sum(exercise.category == "balance" for exercise in catalogue().exercises.values())
    clear = page.findChild(Button, "clearAll")
    assert clear.isVisibleTo(page)
    clear.click()
    assert not box.isChecked()
    assert len(names(page)) == len(catalogue().exercises)
    assert not clear.isVisibleTo(page)


def test_where_nothing_fits_one_press_changes_it(page: LibraryPage, keyboard: Keyboard) -> None:
    page.findChild(OptionBox, "filter-kind-balance").click()
    keyboard.type("/", "qqqqqq")
    assert names(page) == []
    ways = [button for button in page.findChildren(Button) if button.objectName().startswith("wayOut")]
    assert [way.text() for way in ways if way.isVisibleTo(page)] == ["Leave out «qqqqqq» · 4 exercises"]
    ways[-1].click()
    assert len(names(page)) == 4
    assert page.browser.search.text() == ""


def test_a_word_that_nothing_has_is_named_and_enter_leads_on_to_all_exercises(
    page: LibraryPage, keyboard: Keyboard
) -> None:
    keyboard.type("/", "xylophone")
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    assert "Nothing found for «xylophone»" in said
    keyboard.type(Key.Key_Return)
    assert page.focusWidget().objectName() == "wayOut-0"
    keyboard.type(Key.Key_Return)
    assert len(names(page)) == len(catalogue().exercises)
    assert page.browser.grid.hasFocus()


def test_in_a_narrow_window_the_filters_lie_over_the_cards_and_esc_puts_them_away(
    page: LibraryPage, keyboard: Keyboard
) -> None:
    page.resize(900, 640)
    button = page.findChild(Button, "showFilters")
    assert button.isVisibleTo(page)
    button.click()
    assert not page.browser.grid.isVisible()
    assert isinstance(page.focusWidget(), OptionBox)
    assert button.text() == f"Show {len(catalogue().exercises)} exercises"
    keyboard.type(Key.Key_Space, Key.Key_Escape)
    assert page.browser.grid.isVisible()
    assert button.text() == "Filters · 1"


def test_the_way_back_from_the_filters_is_said_in_words_in_large_text_too(page: LibraryPage, look: Look) -> None:
    look.use(theme="light", text_percent=200, reduced_motion=False)
    page.resize(850, 640)
    settle(page)
    button = page.findChild(Button, "showFilters")
    button.click()
    assert button.text() == f"Show {len(catalogue().exercises)}"
    assert button.width() > QFontMetrics(button.font()).horizontalAdvance(button.text()) > look.least_target
    button.click()
    assert button.text() == "Filters"


@pytest.mark.parametrize("size", [(1024, 640), (1920, 1080)])
def test_the_cards_stand_under_the_heading_and_the_search(page: LibraryPage, look: Look, size: tuple[int, int]) -> None:
    look.fit(QSize(*size))
    page.resize(*size)
    settle(page)
    grid, gap, filters = page.browser.grid, look.space(1), page.findChild(Button, "showFilters")
    beside = not filters.isVisibleTo(page)
    first, last = (grid.visualRect(grid.model().index(number, 0)) for number in (0, grid.columns - 1))
    heading = left_of(page, page.browser.findChild(QLabel))
    begins = left_of(page, page.findChild(OptionBox)) if beside else left_of(page, grid.viewport()) + first.left() + gap
    assert begins == heading
    ends = left_of(page, grid.viewport()) + last.right() - gap
    assert abs(ends - right_of(page, page.browser.search if beside else filters)) <= gap / 2


@pytest.mark.parametrize("width", [760, 1024])
def test_the_options_of_the_filters_fill_the_width(page: LibraryPage, look: Look, width: int) -> None:
    page.resize(width, 640)
    page.findChild(Button, "showFilters").click()
    settle(page)
    panel = page.findChild(FilterPanel)
    farthest = max(right_of(panel, box) for box in panel.findChildren(OptionBox))
    assert panel.viewport().width() - farthest <= look.space(2)


def left_of(page: QWidget, part: QWidget) -> int:
    return part.mapTo(page, QPoint()).x()


def right_of(page: QWidget, part: QWidget) -> int:
    return left_of(page, part) + part.width()


@pytest.mark.parametrize("text_percent", [100, 200])
def test_there_are_as_many_columns_as_there_is_room_for(page: LibraryPage, look: Look, text_percent: int) -> None:
    look.use(theme="light", text_percent=text_percent, reduced_motion=False)
    grid, found = page.browser.grid, []
    for width in (760, 1280, 1900, 2800):
        page.resize(width, 800)
        settle(page)
        found.append(grid.columns)
        places = [grid.visualRect(grid.model().index(row, 0)) for row in range(grid.columns + 1)]
        assert len({place.top() for place in places[:-1]}) == 1
        assert places[-1].top() > places[0].top()
        assert places[-2].right() <= grid.viewport().width()
    assert found == sorted(found)
    assert found[0] < found[-1]


def test_only_the_card_with_the_keyboard_or_under_the_pointer_moves(page: LibraryPage, keyboard: Keyboard) -> None:
    grid = page.browser.grid
    assert grid._clock.runs
    assert grid._moving.row() == 0
    keyboard.type(Key.Key_Right)
    assert grid._moving.row() == 1
    grid._point_at(grid.model().index(3, 0))
    assert grid._moving.row() == 3
    grid._point_at_nothing()
    assert grid._moving.row() == 1
    page.browser.search.setFocus()
    assert not grid._clock.runs


def test_a_moving_card_shows_another_picture_after_a_while(page: LibraryPage) -> None:
    grid = page.browser.grid
    place = grid.visualRect(grid.currentIndex())
    before = grid.grab(place).toImage()
    grid._move_on(700)
    assert grid.grab(place).toImage() != before


def test_with_less_motion_no_card_moves(page: LibraryPage, look: Look, keyboard: Keyboard) -> None:
    look.use(theme="light", text_percent=100, reduced_motion=True)
    keyboard.type(Key.Key_Right)
    assert not page.browser.grid._clock.runs
    page.browser.grid.grab()


def test_nothing_moves_while_nobody_looks(page: LibraryPage) -> None:
    page.hide()
    assert not page.browser.grid._clock.runs


def test_the_figures_that_are_seen_are_painted_without_being_asked_for_twice(page: LibraryPage, qtbot: QtBot) -> None:
    grid = page.browser.grid
    qtbot.waitUntil(lambda: not grid._pictures._waiting, timeout=20_000)
    assert all(grid._pictures.picture(exercise) for exercise in catalogue().exercises.values())
    assert not grid._pictures._timer.isActive()


def test_the_ring_shows_which_card_has_the_keyboard(page: LibraryPage, look: Look) -> None:
    grid = page.browser.grid
    place = grid.visualRect(grid.currentIndex())
    edge = QPoint(place.center().x(), place.top() + look.space(1) + look.ring // 2)
    assert grid.grab().toImage().pixelColor(edge) == look.colour("focus")
    page.browser.search.setFocus()
    assert grid.grab().toImage().pixelColor(edge) != look.colour("focus")


def test_a_card_is_said_whole_by_a_screen_reader(page: LibraryPage) -> None:
    QAccessible.setActive(True)
    spoken = QAccessible.queryAccessibleInterface(page.browser.grid)
    assert spoken.role() == QAccessible.Role.List
    assert spoken.text(QAccessible.Text.Name) == "Exercises"
    first = page.browser.grid.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert first.startswith(names(page)[0])
    assert "very easy" in first
    QAccessible.setActive(False)


def test_the_model_keeps_qts_rules(qtbot: QtBot) -> None:
    model = CardModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_cards(CARDS)
    assert model.rowCount() == len(CARDS)
    assert model.data(QModelIndex()) is None
    del tester


def test_a_change_of_look_paints_every_figure_anew(page: LibraryPage, look: Look, qtbot: QtBot) -> None:
    grid: CardGrid = page.browser.grid
    qtbot.waitUntil(lambda: not grid._pictures._waiting, timeout=20_000)
    look.use(theme="dark", text_percent=100, reduced_motion=False)
    assert grid._pictures._waiting


def _cards():
    from kinetic_home.workflow.library import Shelf, Wanted

    return Shelf(catalogue()).view(Wanted()).cards


CARDS = _cards()
