"""Every exercise can be painted, right and wrong, from every side, at any instant."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View
from kinetic_home.figure.faults import wrong
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.scene import Scene
from kinetic_home.ui.figure.painter import paint_figure
from tests.figure.shown import EXERCISES, NAMES
from tests.ui.figure.colours import PALETTES

_SIZE = 120
_INSTANTS = [(way, place / 5) for way in ("AB", "BB", "BA") for place in range(6)]


@pytest.mark.parametrize("name", NAMES)
def test_an_exercise_can_be_painted_right_and_wrong_from_every_side(name: str) -> None:
    exercise = EXERCISES[name]
    side = Side.LEFT if exercise.per_side else Side.BOTH
    picture = QImage(_SIZE, _SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(0)
    blank = picture.copy()
    for motion in (exercise.motion, *(wrong(exercise.motion, kind) for kind in set(exercise.wrong.values()))):
        scene = Scene(motion=motion, side=side)
        for view in View:
            for way, share in _INSTANTS:
                figure = figure_at(
                    motion, pose_from=way[0], pose_to=way[1], fraction=share, rep_no=1, side=side, span_ms=5_000
                )
                picture.fill(0)
                painter = QPainter(picture)
                try:
                    paint_figure(painter, QRectF(0.0, 0.0, _SIZE, _SIZE), figure, scene, view, PALETTES["light"])
                finally:
                    painter.end()
                assert picture != blank
