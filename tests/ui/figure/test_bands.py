from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from kinetic_home.domain.room import Prop, PropKind, Worn
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.scene import Scene
from kinetic_home.figure.space import distance, scaled, sub, unit
from kinetic_home.figure.worn import band_rings
from kinetic_home.ui.figure.bands import _strand, _thinned, _touched, _wrapped, loop_band
from kinetic_home.ui.figure.painter import lens_for
from tests.figure.shown import motion_of
from tests.ui.figure.colours import PALETTES

RECT = QRectF(0, 0, 200, 200)
PLACES = [Worn.ANKLES, Worn.ABOVE_KNEES, Worn.FEET]


def rings_of(worn: Worn, side: Side = Side.RIGHT, fraction: float = 1.0):
    motion = replace(motion_of("wu_leg_swing_side"), props=(Prop(kind=PropKind.BAND_LOOP, worn=worn),))
    figure = figure_at(motion, pose_from="A", pose_to="B", fraction=fraction, rep_no=1, side=side)
    return motion, band_rings(figure, worn)


@pytest.mark.parametrize("worn", PLACES)
@pytest.mark.parametrize("fraction", [0.0, 0.5, 1.0])
def test_a_band_touches_both_limbs(worn: Worn, fraction: float) -> None:
    _, rings = rings_of(worn, fraction=fraction)
    for ring in rings:
        for away in (ring.ahead, ring.aside, unit(sub(ring.ahead, ring.aside))):
            reach = distance(_touched(ring, away), ring.centre)
            thick = sorted((ring.half_ahead_m, ring.half_aside_m))
            assert thick[0] - 0.002 <= reach <= thick[1] + 0.008


@pytest.mark.parametrize("worn", PLACES)
@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
@pytest.mark.parametrize("slack", [0.0, 1.0])
def test_one_stretch_lies_before_both_limbs_and_one_behind_both(
    worn: Worn, view: View, side: Side, slack: float
) -> None:
    motion, rings = rings_of(worn, side)
    lens = lens_for(Scene(motion=motion, side=side), view, RECT)
    limb = "thigh" if worn is Worn.ABOVE_KNEES else "shank"
    depths = {f"right_{limb}": 0.10, f"left_{limb}": -0.15}
    found = loop_band(rings, worn, slack, lens, PALETTES["light"], depths)
    strands = sorted(part.depth for part in found[:2])
    assert strands[0] < -0.15
    assert strands[1] > 0.10
    # What goes round a limb lies right upon it.
    assert all(min(abs(part.depth - depth) for depth in depths.values()) < 0.01 for part in found[2:])


def test_a_slack_band_hangs_and_a_tight_one_is_straight() -> None:
    start, end, away = (0.0, 0.1, -0.2), (0.0, 0.1, 0.2), (1.0, 0.0, 0.0)
    assert _strand(start, end, 0.0, away) == [start, end]
    lows = [min(y for _, y, _ in _strand(start, end, slack, away)) for slack in (0.3, 0.6, 1.0)]
    assert lows == sorted(lows, reverse=True)
    assert lows[0] < 0.1


def test_a_band_gets_thinner_as_it_is_pulled_and_not_when_it_is_slack() -> None:
    widths = [_thinned(apart, 0.0) for apart in (0.1, 0.25, 0.4, 0.9)]
    assert widths == sorted(widths, reverse=True)
    assert widths[0] == 1.0
    assert widths[-1] < widths[1]
    assert _thinned(0.9, 1.0) == 1.0


def test_a_band_that_is_seen_edge_on_has_no_side_to_paint() -> None:
    motion, (ring, _) = rings_of(Worn.ANKLES)
    lens = lens_for(Scene(motion=motion, side=Side.RIGHT), View.SIDE, RECT)
    inward = scaled(lens.towards, -8.0)
    assert _wrapped(ring, lens.towards, lens, 0.05, PALETTES["light"]) is not None
    assert _wrapped(ring, inward, lens, 0.05, PALETTES["light"]) is None
