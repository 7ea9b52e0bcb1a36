from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View
from kinetic_home.figure.scene import Scene
from kinetic_home.ui.figure.view import FigureView
from tests.figure.shown import at, motion_of
from tests.ui.figure.colours import PALETTES

NAME = "pat_hip_hinge"


@pytest.fixture
def view(qtbot) -> FigureView:
    widget = FigureView(PALETTES["light"])
    qtbot.addWidget(widget)
    widget.resize(300, 300)
    return widget


def colours(widget: FigureView) -> set[int]:
    image = widget.grab().toImage()
    return {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}


def test_it_says_what_it_is(view: FigureView) -> None:
    assert view.objectName() == "figureView"
    assert view.accessibleName()


def test_without_a_figure_it_shows_nothing(view: FigureView) -> None:
    assert len(colours(view)) == 1


def test_a_figure_is_shown_in_its_scene(view: FigureView) -> None:
    view.set_scene(Scene(motion=motion_of(NAME), side=Side.BOTH))
    view.show_figure(at(NAME, "AB", 0.5, Side.BOTH))
    assert len(colours(view)) > 50


def test_another_scene_takes_the_old_figure_away(view: FigureView) -> None:
    view.set_scene(Scene(motion=motion_of(NAME), side=Side.BOTH))
    view.show_figure(at(NAME, "AB", 0.5, Side.BOTH))
    view.set_scene(Scene(motion=motion_of("act_bridge"), side=Side.BOTH))
    assert len(colours(view)) == 1


def test_the_view_can_be_turned(view: FigureView) -> None:
    view.set_scene(Scene(motion=motion_of(NAME), side=Side.BOTH))
    view.show_figure(at(NAME, "AB", 1.0, Side.BOTH))
    side = view.grab().toImage()
    view.set_view(View.FRONT)
    assert view.view is View.FRONT
    assert view.grab().toImage() != side


def test_other_colours_are_taken_at_once(view: FigureView) -> None:
    view.set_scene(Scene(motion=motion_of(NAME), side=Side.BOTH))
    view.show_figure(at(NAME, "AB", 0.0, Side.BOTH))
    view.set_palette_colours(PALETTES["dark"])
    assert view.grab().toImage().pixelColor(2, 2) == QColor(PALETTES["dark"].ground)
