"""What stands before a body hides only what it meets on the picture."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter

from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View
from kinetic_home.figure.emphasis import PLAIN
from kinetic_home.figure.scene import Scene
from kinetic_home.ui.figure.body import Dresser
from kinetic_home.ui.figure.painter import lens_for
from kinetic_home.ui.figure.parts import Group
from kinetic_home.ui.figure.props import Room, paint_parts
from kinetic_home.ui.figure.shadow import Shadow
from kinetic_home.ui.figure.tint import Tints
from tests.figure.shown import motion_of
from tests.ui.figure.colours import PALETTES
from tests.ui.figure.test_props import RECT, room_of, shown

NO_HANDS: frozenset[tuple[str, str]] = frozenset()
LIMBS = (("shoulder", "elbow"), ("elbow", "wrist"), ("hip", "knee"), ("knee", "ankle"))


@pytest.mark.parametrize("fraction", [0.0, 0.3, 0.6])
def test_a_worktop_ahead_leaves_who_is_seen_from_the_side_in_one_piece(qapp, fraction: float) -> None:
    motion = motion_of("wu_march")
    figure, room = shown(motion, Side.BOTH, fraction), room_of(motion, View.SIDE, Side.BOTH)
    limbs = [tuple(figure.joints[f"right_{name}"] for name in ends) for ends in LIMBS]
    assert room.veils
    assert not any(veil.hides(Group(0.0, (), spots=spots), NO_HANDS) for veil in room.veils for spots in limbs[:2])


@pytest.mark.parametrize("view", list(View))
def test_an_arm_that_a_chair_hides_in_part_still_lies_over_the_trunk(qapp, monkeypatch, view: View) -> None:
    motion = motion_of("cd_breathing")
    scene, figure = Scene(motion=motion, side=Side.BOTH), shown(motion, Side.BOTH, 0.5)
    lens, palette = lens_for(scene, view, RECT), PALETTES["light"]
    body = Dresser(figure, scene, lens, palette, Tints(figure, scene, lens, palette, PLAIN)).parts()
    depths = {part.name: part.depth for part in body}
    order: list[str] = []
    monkeypatch.setattr(Group, "paint", lambda part, _: order.append(part.name))
    image = QImage(RECT.size().toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    paint_parts(painter, body, Room(scene, lens, palette), figure, Shadow(lens, palette.shadow, 1.0, scene))
    painter.end()
    for name in ("right_forearm", "left_forearm"):
        assert (order.index(name) > order.index("trunk")) == (depths[name] > depths["trunk"])


def test_from_the_front_it_hides_the_thighs_behind_it(qapp) -> None:
    motion = motion_of("wu_march")
    figure, room = shown(motion, Side.BOTH), room_of(motion, View.FRONT, Side.BOTH)
    thigh = Group(0.0, (), spots=(figure.joints["right_hip"], figure.joints["right_knee"]))
    assert any(veil.hides(thigh, NO_HANDS) for veil in room.veils)
