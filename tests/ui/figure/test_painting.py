from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.scene import Scene
from kinetic_home.ui.figure.painter import FigurePainter, paint_figure
from tests.figure.shown import EXERCISES, NAMES, at
from tests.ui.figure.colours import PALETTES

PX = 160


def blank(size: int = PX) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(PALETTES["light"].ground))
    return image


def scene(name: str, side: Side = Side.RIGHT) -> Scene:
    return Scene(motion=EXERCISES[name].motion, side=side)


def painted(name: str, figure: Figure, view: View, side: Side = Side.RIGHT, theme: str = "light") -> QImage:
    image = blank()
    painter = QPainter(image)
    paint_figure(painter, QRectF(0, 0, PX, PX), figure, scene(name, side), view, PALETTES[theme])
    painter.end()
    return image


def ink(image: QImage) -> tuple[int, int, int, int]:
    """Return the box of what differs from the ground: left, top, right, bottom."""
    ground = QColor(PALETTES["light"].ground)
    spots = [(x, y) for x in range(PX) for y in range(PX) if image.pixelColor(x, y) != ground]
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("view", list(View))
def test_a_figure_fills_its_rectangle_and_stays_in_it(qapp, name: str, view: View) -> None:
    for fraction in (0.0, 1.0):
        left, top, right, bottom = ink(painted(name, at(name, "AB", fraction), view))
        assert left >= 1
        assert top >= 1
        assert right <= PX - 2
        assert bottom <= PX - 2
        assert max(right - left, bottom - top) > 0.6 * PX


def near(image: QImage, colour: str) -> int:
    wanted = QColor(colour)
    close = 0
    for x in range(PX):
        for y in range(PX):
            seen = image.pixelColor(x, y)
            off = (seen.red() - wanted.red()) ** 2 + (seen.green() - wanted.green()) ** 2
            close += off + (seen.blue() - wanted.blue()) ** 2 < 900
    return close


def test_the_working_leg_is_the_saturated_one(qapp) -> None:
    palette = PALETTES["light"]
    one = painted("wu_leg_swing_front", at("wu_leg_swing_front", "AB", 0.0), View.FRONT)
    assert near(one, palette.work) > 60
    assert near(one, palette.quiet) > 60


def test_both_legs_are_saturated_where_both_work(qapp) -> None:
    figure, quiet = at("pat_hip_hinge", "AB", 0.0, Side.BOTH), PALETTES["light"].quiet
    both = painted("pat_hip_hinge", figure, View.FRONT, Side.BOTH)
    one = painted("pat_hip_hinge", figure, View.FRONT, Side.RIGHT)
    assert near(both, quiet) < near(one, quiet) / 3


def test_the_left_side_shows_the_mirrored_picture(qapp) -> None:
    name = "act_glute_squeeze"
    right = painted(name, at(name, "AB", 0.0), View.SIDE)
    left = painted(name, at(name, "AB", 0.0, Side.LEFT), View.SIDE, Side.LEFT)
    (a, _, b, _), (c, _, d, _) = ink(right), ink(left)
    assert abs((PX - 1 - b) - c) <= 2
    assert abs((PX - 1 - a) - d) <= 2


def test_effort_is_seen(qapp) -> None:
    name = "act_glute_squeeze"
    rest = painted(name, at(name, "AA", 0.0), View.SIDE)
    work = painted(name, at(name, "BB", 0.5), View.SIDE)
    changed = sum(rest.pixel(x, y) != work.pixel(x, y) for x in range(PX) for y in range(PX))
    assert changed > 40


def test_the_painter_keeps_the_room_and_paints_the_same_picture(qapp) -> None:
    name, figure = "pat_sit_to_stand", at("pat_sit_to_stand", "AB", 0.3, Side.BOTH)
    own = painted(name, figure, View.SIDE, Side.BOTH)
    kept = blank()
    figure_painter = FigurePainter(PALETTES["light"])
    for _ in range(2):
        painter = QPainter(kept)
        figure_painter.paint(painter, QRectF(0, 0, PX, PX), figure, scene(name, Side.BOTH), View.SIDE)
        painter.end()
    differing = sum(
        abs(own.pixelColor(x, y).lightness() - kept.pixelColor(x, y).lightness()) > 6
        for x in range(PX)
        for y in range(PX)
    )
    assert differing == 0


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("view", list(View))
def test_painting_only_where_a_figure_was_and_is_makes_the_whole_picture(qapp, name: str, view: View) -> None:
    shown, rect = scene(name), QRectF(0, 0, PX, PX)
    figures = [at(name, "AB", fraction) for fraction in (0.0, 0.4, 1.0)]
    moving, whole = FigurePainter(PALETTES["light"]), FigurePainter(PALETTES["light"])
    seen, expected = blank(), blank()
    for number, figure in enumerate(figures):
        painter = QPainter(seen)
        if number:
            before = figures[number - 1]
            parts = [moving.reach(rect, one, shown, view) for one in (before, figure)]
            painter.setClipRect((parts[0] | parts[1]).toAlignedRect())
        moving.paint(painter, rect, figure, shown, view)
        painter.end()
        painter = QPainter(expected)
        whole.paint(painter, rect, figure, shown, view)
        painter.end()
        assert seen == expected


def test_the_floor_of_a_walk_moves_under_the_feet(qapp) -> None:
    first = painted("cd_walk", at("cd_walk", "AB", 0.0), View.SIDE)
    later = painted("cd_walk", at("cd_walk", "AB", 0.0, rep_no=2), View.SIDE)
    assert first != later
