"""Right and wrong beside each other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kinetic_home.domain.exercise import CheckId, ExerciseId
from kinetic_home.domain.side import Side
from kinetic_home.ui.figure.view import FigureView
from kinetic_home.ui.session.page import PlayerPage
from kinetic_home.ui.theme.look import Look
from kinetic_home.workflow.comparison import Comparison, comparison
from kinetic_home.workflow.views import Stage
from tests.ui.examples import catalogue, player, question

STANDS, LIES = ("pat_step_down", "knee_line"), ("act_bridge", "no_back_arch")


def compared(name: str, check_id: str, t_ms: int = 2_500) -> Comparison:
    exercise = catalogue()[ExerciseId(name)]
    check = next(check for check in exercise.checks if check.id == CheckId(check_id))
    return comparison(exercise, check, Side.RIGHT, t_ms)


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> PlayerPage:
    page = PlayerPage(look)
    qtbot.addWidget(page)
    page.resize(1024, 640)
    page.show()
    page.show_player(player(stage=Stage.QUESTION))
    page.ask(question())
    return page


def part(page: PlayerPage, name: str) -> QWidget:
    found = page.findChild(QWidget, name)
    assert found is not None
    return found


def test_both_are_shown_under_their_words(page: PlayerPage) -> None:
    page.picture.show_comparison(compared(*STANDS))
    words = [page.findChild(QLabel, f"{name}Words").text() for name in ("right", "wrong")]
    assert words == ["Like this", "Not like this"]
    assert part(page, "rightFigure").isVisible()
    assert part(page, "wrongFigure").isVisible()
    assert not page.picture.figure.isVisible()


def test_each_figure_says_what_it_is(page: PlayerPage) -> None:
    assert part(page, "rightFigure").accessibleName() != part(page, "wrongFigure").accessibleName()


def test_without_a_wrong_version_the_right_one_has_all_the_room(page: PlayerPage) -> None:
    both = compared(*STANDS)
    page.picture.show_comparison(both)
    half = part(page, "rightFigure").width()
    alone = Comparison(view=both.view, right=both.right, wrong=None)
    page.picture.show_comparison(alone)
    page.layout()
    assert not part(page, "wrongPane").isVisible()
    part(page, "comparison").layout().activate()
    assert part(page, "rightFigure").width() > 1.5 * half


def test_both_have_one_scale(page: PlayerPage) -> None:
    found = compared(*STANDS)
    page.picture.show_comparison(found)
    right, wrong = (page.findChild(FigureView, f"{name}Figure") for name in ("right", "wrong"))
    # An odd pixel has to go to one of them.
    assert abs(right.width() - wrong.width()) <= 1
    assert right.height() == wrong.height()
    assert right.view is wrong.view is found.view


def place(page: PlayerPage, check: tuple[str, str]) -> tuple[int, int]:
    """Return how far the wrong figure lies to the right of the right one, and how far below it."""
    page.picture.show_comparison(compared(*check))
    part(page, "comparison").layout().activate()
    moved = part(page, "wrongPane").pos() - part(page, "rightPane").pos()
    return moved.x(), moved.y()


def test_figures_that_stand_are_beside_each_other_and_those_that_lie_above_each_other(page: PlayerPage) -> None:
    beside, above = place(page, STANDS), place(page, LIES)
    assert beside[0] > 100
    assert beside[1] == 0
    assert above[0] == 0
    assert above[1] > 100


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("check", [STANDS, LIES])
@pytest.mark.parametrize(("width", "height", "text"), [(1024, 640, 200), (1024, 640, 100), (1920, 1080, 150)])
def test_both_are_seen_whole_at_every_size(
    look: Look, qtbot: QtBot, check: tuple[str, str], width: int, height: int, text: int, theme: str
) -> None:
    look.fit(QSize(width, height))
    look.use(theme=theme, text_percent=text, reduced_motion=False)
    page = PlayerPage(look)
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    page.show_player(player(stage=Stage.QUESTION))
    page.ask(question())
    for _ in range(2):
        page.picture.show_comparison(compared(*check))
        part(page, "comparison").layout().activate()
    shown = page.picture.rect()
    for name in ("rightFigure", "wrongFigure", "rightWords", "wrongWords"):
        widget = part(page, name)
        assert shown.contains(widget.rect().translated(widget.mapTo(page.picture, widget.rect().topLeft()))), name
    assert min(part(page, "rightFigure").width(), part(page, "rightFigure").height()) >= 96
    look.fit(QSize(1280, 800))


def test_the_one_figure_comes_back_when_the_session_goes_on(page: PlayerPage) -> None:
    found = compared(*STANDS)
    page.picture.show_comparison(found)
    page.picture.show_figure(catalogue()[ExerciseId("pat_step_down")], found.right.figure)
    assert page.picture.figure.isVisible()
    assert not part(page, "comparison").isVisible()


def test_colours_change_with_the_theme(page: PlayerPage, look: Look) -> None:
    page.picture.show_comparison(compared(*STANDS))
    before = part(page, "wrongFigure").grab().toImage()
    look.use(theme="dark", text_percent=100, reduced_motion=False)
    assert part(page, "wrongFigure").grab().toImage() != before
