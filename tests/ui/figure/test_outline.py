from __future__ import annotations

from math import cos, hypot, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from kinetic_home.figure.camera import turned_camera
from kinetic_home.figure.scene import Frame
from kinetic_home.figure.space import length, unit
from kinetic_home.ui.figure.build import Ring
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.outline import around, cap_of_sphere, hull, limb_outline, round_about

coordinate = st.floats(-1, 1)
flats = st.lists(st.tuples(coordinate, coordinate), min_size=4, max_size=24, unique=True)
ROUND = (Ring(0.0, 0.05, 0.05, 0.0), Ring(0.5, 0.05, 0.05, 0.0), Ring(1.0, 0.05, 0.05, 0.0))


def lens() -> Lens:
    return Lens(turned_camera(0.0, 0.0), Frame(-1, -1, 1, 1), QRectF(0, 0, 200, 200))


@given(points=flats)
def test_a_hull_holds_all_its_points(points) -> None:
    shape = hull(points)
    for (ax, ay), (bx, by) in zip(shape, shape[1:] + shape[:1], strict=True):
        for x, y in points:
            assert (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= -1e-9


@given(
    rings=st.lists(st.tuples(coordinate, coordinate, st.floats(0.1, 0.5)), min_size=2, max_size=6),
    towards=st.floats(-3, 3).map(lambda turn: (cos(turn), sin(turn))),
)
def test_the_outline_around_rings_holds_them_all_between_its_two_edges(rings, towards) -> None:
    (tx, ty), points = towards, round_about([((x, y), (size, 0.0), (0.0, size)) for x, y, size in rings])
    found = around(points, towards)
    across = [x * ty - y * tx for x, y in points]
    edges = [x * ty - y * tx for x, y in (*found.left, *found.right, found.start_cap, found.end_cap)]
    assert max(edges) == pytest.approx(max(across))
    assert min(edges) == pytest.approx(min(across))
    ends = [x * tx + y * ty for x, y in (found.start_cap, found.end_cap)]
    assert ends == pytest.approx([min(x * tx + y * ty for x, y in points), max(x * tx + y * ty for x, y in points)])


def test_a_round_limb_is_as_wide_as_it_is_thick_from_wherever_it_is_seen() -> None:
    eye = lens()
    for ahead in ((1.0, 0.0, 0.0), (0.0, 0.0, 1.0), unit((1.0, 0.0, 1.0))):
        outline = limb_outline(eye, (0.0, 0.5, 0.0), (0.0, 0.0, 0.0), ahead, ROUND, None)
        for (ax, ay), (bx, by) in zip(outline.left, outline.right, strict=True):
            assert hypot(ax - bx, ay - by) == pytest.approx(0.1 * eye.scale)


def test_a_limb_seen_end_on_is_still_a_ball() -> None:
    eye = lens()
    outline = limb_outline(eye, (0.0, 0.5, 0.0), (0.0, 0.5, 0.4), (1.0, 0.0, 0.0), ROUND, None)
    (ax, ay), (bx, by) = outline.left[0], outline.right[0]
    assert hypot(ax - bx, ay - by) == pytest.approx(0.1 * eye.scale)


def test_flesh_gives_way_to_the_floor() -> None:
    eye = lens()
    lying = limb_outline(eye, (-0.3, 0.03, 0.0), (0.3, 0.03, 0.0), (0.0, 1.0, 0.0), ROUND, lambda x, y, z: 0.0)
    floor = eye.flat((0.0, 0.0, 0.0))[1]
    assert max(y for _, y in [*lying.left, *lying.right]) == pytest.approx(floor)


@given(
    towards=st.tuples(coordinate, coordinate, coordinate).filter(lambda v: length(v) > 0.1).map(unit),
    beyond=st.floats(-0.9, 0.9),
)
def test_a_cap_lies_on_the_ball_that_it_is_cut_from(towards, beyond) -> None:
    assert all(hypot(x, y) <= 1.0 + 1e-6 for x, y in cap_of_sphere(towards, beyond))


def test_a_cap_that_looks_away_is_only_seen_where_it_comes_round() -> None:
    facing, away = cap_of_sphere((0.0, 0.6, 0.8), 0.3), cap_of_sphere((0.0, 0.8, -0.6), 0.3)
    assert min(y for _, y in facing) < 0.0
    assert min(y for _, y in away) > 0.3
