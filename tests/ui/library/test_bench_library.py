"""How long the Library takes to open, to scroll, to find and to move: printed, never judged.

Aims: 300 ms to open, 16 ms for a frame. Run with --benchmark-enable.
"""

from __future__ import annotations

from itertools import count

from pytestqt.qtbot import QtBot

from kinetic_home.ui.library.page import LibraryPage
from kinetic_home.ui.theme.look import Look
from tests.ui.examples import catalogue


def opened(look: Look, qtbot: QtBot) -> LibraryPage:
    page = LibraryPage(look, catalogue(), {})
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    page.grab()
    return page


def test_the_page_opens(look: Look, qtbot: QtBot, benchmark) -> None:
    assert benchmark.pedantic(opened, (look, qtbot), rounds=3).browser.grid.columns


def test_the_grid_scrolls(look: Look, qtbot: QtBot, benchmark) -> None:
    page, steps = opened(look, qtbot), count()
    grid = page.browser.grid
    qtbot.waitUntil(lambda: not grid._pictures._waiting, timeout=20_000)

    def frame() -> None:
        bar = grid.verticalScrollBar()
        bar.setValue(next(steps) * 64 % max(1, bar.maximum()))
        grid.viewport().grab()

    benchmark(frame)
    assert grid.verticalScrollBar().maximum() > 0


def test_a_card_moves(look: Look, qtbot: QtBot, benchmark) -> None:
    page = opened(look, qtbot)
    grid = page.browser.grid
    grid._move(grid.model().index(1, 0))

    def frame() -> None:
        grid._move_on(33)
        grid.viewport().grab(grid.visualRect(grid.model().index(1, 0)))

    benchmark(frame)
    assert grid._moving.row() == 1


def test_a_word_is_searched_for(look: Look, qtbot: QtBot, benchmark) -> None:
    page, words = opened(look, qtbot), count()

    def search() -> None:
        page.browser.search.setText(("brige", "calf", "knee bend", "")[next(words) % 4])

    benchmark(search)
    assert page.browser.grid.model().rowCount() >= 0


def test_right_and_wrong_move(look: Look, qtbot: QtBot, benchmark) -> None:
    page = opened(look, qtbot)
    page.open_exercise("pat_step_down")
    page.exercise_page.checkpoints._buttons[0].click()
    stage = page.exercise_page.stage

    def frame() -> None:
        stage._move_on(33)
        stage.grab()

    benchmark(frame)
    assert stage.wrong_motion is not None
