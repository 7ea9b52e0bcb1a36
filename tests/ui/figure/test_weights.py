"""A weight is painted where it lies among the legs."""

from __future__ import annotations

import pytest

from kinetic_home.domain.fault import FaultKind
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View
from kinetic_home.figure.emphasis import PLAIN
from kinetic_home.figure.faults import wrong
from kinetic_home.figure.scene import Scene
from kinetic_home.ui.figure.body import Dresser
from kinetic_home.ui.figure.painter import lens_for
from kinetic_home.ui.figure.props import Room
from kinetic_home.ui.figure.tint import Tints
from tests.figure.shown import motion_of
from tests.ui.figure.colours import PALETTES
from tests.ui.figure.test_props import RECT, shown


@pytest.mark.parametrize("view", [View.SIDE, View.THREE_QUARTER])
@pytest.mark.parametrize("fraction", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("kind", [None, FaultKind.BACK_ROUNDS, FaultKind.SQUATS])
def test_the_near_end_of_a_weight_held_across_lies_before_the_near_leg(
    qapp, kind: FaultKind | None, fraction: float, view: View
) -> None:
    right = motion_of("str_hinge_loaded")
    motion = right if kind is None else wrong(right, kind)
    scene, figure = Scene(motion=motion, side=Side.BOTH), shown(motion, Side.BOTH, fraction)
    lens, palette = lens_for(scene, view, RECT), PALETTES["light"]
    body = Dresser(figure, scene, lens, palette, Tints(figure, scene, lens, palette, PLAIN)).parts()
    depths = {group.name: group.depth for group in body}
    ends = [group.depth for group in Room(scene, lens, palette).held(figure, body) if group.name == "weight"]
    assert max(depths["right_thigh"], depths["right_shank"]) < max(ends)
