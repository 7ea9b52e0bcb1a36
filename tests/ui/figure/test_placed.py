"""A part that keeps still is laid down as a picture, and nobody sees a difference."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from kinetic_home.domain.exercise import Exercise
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.scene import Scene
from kinetic_home.ui.figure.painter import FigurePainter
from kinetic_home.ui.figure.placed import stills
from tests.figure.shown import EXERCISES
from tests.ui.figure.colours import PALETTES

PX = 240
# A blended edge that is blended once more may be a step or two off.
LEVELS = 3


def painted(figures: FigurePainter, exercise: Exercise, view: View, ratio: float = 1.0) -> QImage:
    side = Side.RIGHT if exercise.per_side else Side.BOTH
    figure = figure_at(exercise.motion, pose_from="A", pose_to="B", fraction=0.4, rep_no=1, side=side)
    image = QImage(round(PX * ratio), round(PX * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    figures.paint(painter, QRectF(0, 0, PX, PX), figure, Scene(motion=exercise.motion, side=side), view)
    painter.end()
    return image


def farthest(one: QImage, other: QImage) -> int:
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(a - b) for a, b in pairs)


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda exercise: exercise.id)
def test_head_and_shoes_look_alike_as_paths_and_as_pictures(qapp, exercise: Exercise, view: View) -> None:
    figures = FigurePainter(PALETTES["light"])
    first = painted(figures, exercise, view)
    # On the second sight the pictures are taken, and from the third on laid down.
    assert max(farthest(first, painted(figures, exercise, view)) for _ in range(2)) <= LEVELS


def test_on_a_fine_screen_too(qapp) -> None:
    figures, squat = FigurePainter(PALETTES["dark"]), EXERCISES["pat_box_squat"]
    assert farthest(painted(figures, squat, View.SIDE, 2.0), painted(figures, squat, View.SIDE, 2.0)) <= LEVELS


def test_where_pixels_do_not_fit_nothing_is_kept() -> None:
    assert stills(1.25) == {}
    assert set(stills(2.0)) == {"head", "right_shoe", "left_shoe"}
