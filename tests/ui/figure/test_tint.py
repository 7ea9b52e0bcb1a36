"""Muscles that work are tinted where they are seen, inside the body's outline."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View
from kinetic_home.figure.emphasis import PLAIN, Emphasis
from kinetic_home.figure.muscles import REGIONS
from kinetic_home.figure.scene import Scene
from kinetic_home.ui.figure.painter import paint_figure
from kinetic_home.ui.figure.tones import belly_brush
from tests.figure.shown import EXERCISES, at
from tests.ui.figure.colours import PALETTES, differing

PX = 220
# The back is seen where it is bent over.
NAME_OF = {"erectors": "pat_hip_hinge"}


def painted(
    name: str, emphasis: Emphasis, *, view: View = View.SIDE, side: Side = Side.RIGHT, theme: str = "light"
) -> QImage:
    image = QImage(PX, PX, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(PALETTES[theme].ground))
    painter = QPainter(image)
    figure = at(name, "AB", 0.4, side)
    scene = Scene(motion=EXERCISES[name].motion, side=side)
    paint_figure(painter, QRectF(0, 0, PX, PX), figure, scene, view, PALETTES[theme], emphasis)
    painter.end()
    return image


def changed(name: str, emphasis: Emphasis, **how: View | Side | str) -> list[tuple[int, int]]:
    plain, told = painted(name, PLAIN, **how), painted(name, emphasis, **how)
    return differing(plain, told)


def working(*muscles: str, effort: float = 1.0) -> Emphasis:
    return Emphasis(muscles, effort)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("muscle", sorted(REGIONS))
def test_every_muscle_is_seen_from_somewhere(qapp, muscle: str, theme: str) -> None:
    name = NAME_OF.get(muscle, "pat_step_up")
    seen = [
        len(changed(name, working(muscle), view=view, side=side, theme=theme))
        for view in View
        for side in (Side.RIGHT, Side.BOTH)
    ]
    assert max(seen) > 25


def test_the_front_of_the_thigh_is_seen_from_ahead_and_its_back_is_not(qapp) -> None:
    assert len(changed("wu_march", working("quads"), view=View.FRONT)) > 80
    assert len(changed("cd_walk", working("hamstrings"), view=View.FRONT)) < 20


def test_both_faces_of_a_leg_are_seen_from_the_side(qapp) -> None:
    front = changed("pat_sit_to_stand", working("quads"), side=Side.BOTH)
    back = changed("pat_sit_to_stand", working("hamstrings"), side=Side.BOTH)
    assert min(len(front), len(back)) > 60


def test_only_the_working_leg_is_tinted_where_one_leg_works(qapp) -> None:
    one = changed("pat_step_up", working("quads"), view=View.FRONT, side=Side.RIGHT)
    both = changed("pat_step_up", working("quads"), view=View.FRONT, side=Side.BOTH)
    assert len(both) > 1.4 * len(one)


def test_a_tint_stays_inside_the_body(qapp) -> None:
    ground = QColor(PALETTES["light"].ground)
    for muscle in REGIONS:
        told = Emphasis((muscle,), 1.0, (muscle,), 1.0)
        bare = painted("pat_box_squat", PLAIN, side=Side.BOTH)
        outside = [spot for spot in changed("pat_box_squat", told, side=Side.BOTH) if bare.pixelColor(*spot) == ground]
        assert len(outside) <= 2, muscle


def test_harder_work_shows_more(qapp) -> None:
    def strength(effort: float) -> int:
        plain = painted("pat_sit_to_stand", PLAIN, side=Side.BOTH)
        told = painted("pat_sit_to_stand", working("quads", effort=effort), side=Side.BOTH)
        return sum(
            abs(plain.pixelColor(x, y).red() - told.pixelColor(x, y).red()) for x in range(PX) for y in range(PX)
        )

    assert 0 == strength(0.0) < strength(0.4) < strength(0.8) < strength(1.0)


def test_a_stretch_looks_other_than_work(qapp) -> None:
    name = "mob_hip_flexor"
    work, stretch = Emphasis(("quads",), 1.0), Emphasis(stretched=("quads",), pull=1.0)
    assert painted(name, work) != painted(name, stretch)
    assert len(changed(name, stretch)) > 60


@pytest.mark.parametrize("strength", [0.25, 0.5, 0.75, 1.0])
def test_a_glow_hides_what_is_below_its_middle_at_every_strength(strength: float) -> None:
    gradient = belly_brush(PALETTES["light"].effort, strength).gradient()
    assert gradient is not None
    assert gradient.stops()[1][1].alphaF() > 0.9


def near(image: QImage, spot: tuple[int, int], colour: str, within: int) -> bool:
    seen, wanted = image.pixelColor(*spot), QColor(colour)
    pairs = ((seen.red(), wanted.red()), (seen.green(), wanted.green()), (seen.blue(), wanted.blue()))
    return all(abs(a - b) <= within for a, b in pairs)


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("muscle", ["foot_intrinsics", "plantar_fascia", "toe_flexors"])
def test_muscles_of_the_foot_glow_on_its_sole_and_never_on_the_shoe(qapp, muscle: str, view: View) -> None:
    plain, told = painted("str_calf_fascia", PLAIN, view=view), working(muscle)
    spots = changed("str_calf_fascia", told, view=view)
    # At an edge the two mix.
    on_shoe = [spot for spot in spots if near(plain, spot, PALETTES["light"].shoe, 12)]
    assert spots
    assert len(on_shoe) <= 0.1 * len(spots)


@pytest.mark.parametrize("muscle", ["glute_max", "glute_med", "glute_min"])
def test_the_buttocks_never_glow_above_the_belt(qapp, muscle: str) -> None:
    for view in View:
        plain = painted("pat_step_down", PLAIN, view=view)
        spots = changed("pat_step_down", working(muscle), view=view)
        assert not [spot for spot in spots if near(plain, spot, PALETTES["light"].top, 24)]
