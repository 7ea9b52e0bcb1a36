"""How long a frame takes at 900 x 900, from nothing to the finished picture: printed, never judged; aim 4 ms."""

from __future__ import annotations

from itertools import count

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View
from kinetic_home.figure.scene import Scene
from kinetic_home.ui.figure.painter import FigurePainter
from tests.figure.shown import at, motion_of
from tests.ui.figure.colours import PALETTES

PX = 900


@pytest.mark.parametrize("name", ["act_bridge", "wu_march", "pat_gait", "mob_figure4", "str_calf_double"])
def test_a_frame_is_found_and_painted(qapp, benchmark, name: str) -> None:
    image = QImage(PX, PX, QImage.Format.Format_ARGB32_Premultiplied)
    scene = Scene(motion=motion_of(name), side=Side.RIGHT)
    figures, steps = FigurePainter(PALETTES["light"]), count()

    def frame() -> None:
        figure = at(name, "AB", next(steps) % 100 / 100)
        painter = QPainter(image)
        figures.paint(painter, QRectF(0, 0, PX, PX), figure, scene, View.SIDE)
        painter.end()

    image.fill(0)
    benchmark(frame)
    assert any(bytes(image.constBits()))
