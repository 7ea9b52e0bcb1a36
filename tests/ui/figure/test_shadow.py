"""A shadow lies on the floor or on a tread, and never on the upright face of a step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View
from kinetic_home.figure.detour import treads
from kinetic_home.figure.scene import Scene
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.painter import lens_for
from kinetic_home.ui.figure.shadow import Shadow
from tests.figure.shown import EXERCISES, at
from tests.ui.figure.colours import PALETTES

PX = 300


def thrown(name: str, way: str, share: float, side: Side) -> tuple[QImage, Lens]:
    """Return the shadows of a figure on a clear picture, and the lens through which it is seen."""
    scene = Scene(motion=EXERCISES[name].motion, side=side)
    lens = lens_for(scene, View.SIDE, QRectF(0, 0, PX, PX))
    image = QImage(PX, PX, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    Shadow(lens, PALETTES["light"].shadow, 1.0, scene).paint(painter, at(name, way, share, side))
    painter.end()
    return image, lens


def dark(image: QImage) -> int:
    return sum(image.pixelColor(x, y).alpha() for x in range(PX) for y in range(PX))


@pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
@pytest.mark.parametrize("name", ["pat_step_up", "pat_step_down", "pat_stairs", "str_calf_ecc_drop"])
def test_no_shadow_lies_on_the_upright_face_of_a_step(qapp, name: str, side: Side) -> None:
    near = 1.0 if side is Side.RIGHT else -1.0
    for share in (0.0, 0.3, 0.6, 1.0):
        image, lens = thrown(name, "AB", share, side)
        assert dark(image) > 0
        for (x0, _, _), (x1, high, z1) in treads(EXERCISES[name].motion):
            for across in (0.1, 0.3, 0.5, 0.7, 0.9):
                x, y = lens.flat((x0 + (x1 - x0) * across, high * 0.5, near * z1))
                assert image.pixelColor(round(x), round(y)).alpha() == 0
