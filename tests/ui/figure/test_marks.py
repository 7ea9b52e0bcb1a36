"""Marks of wrong versions and overlays: seen where the fault is, gone where there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from kinetic_home.domain.fault import FaultKind, Mark, OverlayKind, Timing
from kinetic_home.domain.motion import Motion
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View
from kinetic_home.figure.emphasis import PLAIN, Emphasis, aim_of
from kinetic_home.figure.faults import wrong
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.scene import Scene
from kinetic_home.ui.figure.painter import FigurePainter, lens_for, paint_figure
from kinetic_home.ui.figure.palette import FigurePalette
from tests.figure.shown import EXERCISES
from tests.ui.figure.colours import PALETTES, differing

PX = 300
TIMINGS = [Timing.RUSHED, Timing.DROPPED, Timing.BOUNCED, Timing.STOPPED, Timing.UNEVEN]


def figure(motion: Motion, fraction: float = 1.0, side: Side = Side.RIGHT) -> Figure:
    return figure_at(motion, pose_from="A", pose_to="B", fraction=fraction, rep_no=1, side=side)


def painted(
    shown: Figure,
    motion: Motion,
    emphasis: Emphasis = PLAIN,
    *,
    view: View = View.SIDE,
    theme: str = "light",
    palette: FigurePalette | None = None,
) -> QImage:
    palette = palette or PALETTES[theme]
    image = QImage(PX, PX, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(palette.ground))
    painter = QPainter(image)
    scene = Scene(motion=motion, side=Side.RIGHT)
    paint_figure(painter, QRectF(0, 0, PX, PX), shown, scene, view, palette, emphasis)
    painter.end()
    return image


def changed(one: QImage, other: QImage) -> list[tuple[int, int]]:
    return differing(one, other)


def marked(mark: Mark, timing: Timing = Timing.RIGHT, *, fault: float = 1.0, **how: View | str) -> int:
    """Return how many pixels a mark takes in a picture of 300 px."""
    # A foot that hits something stands on it.
    name = "pat_box_squat" if mark.endswith("impact") else "pat_step_down"
    if mark is Mark.HAMSTRING:
        # The back of the thigh is seen from everywhere there.
        name = "act_glute_squeeze"
    motion = replace(EXERCISES[name].motion, marks=(mark,), timing=timing)
    # The same wrong colours, no fault to mark.
    bare = replace(figure(motion), fault=0.0)
    return len(changed(painted(bare, motion, **how), painted(replace(bare, fault=fault), motion, **how)))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("mark", [mark for mark in Mark if mark is not Mark.TIME])
def test_every_mark_is_seen_in_a_small_picture(qapp, mark: Mark, view: View, theme: str) -> None:
    assert marked(mark, view=view, theme=theme) > 150


@pytest.mark.parametrize("timing", TIMINGS)
def test_every_wrong_timing_has_its_sign(qapp, timing: Timing) -> None:
    assert marked(Mark.TIME, timing) > 200


def test_the_signs_of_wrong_timings_differ(qapp) -> None:
    motions = [replace(EXERCISES["pat_step_down"].motion, marks=(Mark.TIME,), timing=timing) for timing in TIMINGS]
    bare = figure(EXERCISES["pat_step_down"].motion)
    images = [painted(replace(bare, fault=1.0), motion) for motion in motions]
    for number, image in enumerate(images):
        assert all(image != other for other in images[number + 1 :])


@pytest.mark.parametrize("mark", list(Mark))
def test_a_mark_never_hides_the_figure(qapp, mark: Mark) -> None:
    assert marked(mark, Timing.RUSHED) < 0.12 * PX * PX


def test_a_slight_fault_has_no_mark_and_a_plain_one_all_of_it_soon(qapp) -> None:
    assert marked(Mark.WORK_KNEE, fault=0.34) == 0
    motion = replace(EXERCISES["pat_step_down"].motion, marks=(Mark.WORK_KNEE,))
    bare = replace(figure(motion), fault=0.0)
    plain = painted(bare, motion)

    def shown(fault: float) -> int:
        image = painted(replace(bare, fault=fault), motion)
        return sum(
            abs(plain.pixelColor(x, y).green() - image.pixelColor(x, y).green()) for x, y in changed(plain, image)
        )

    assert 0 < shown(0.38) < shown(0.45) == shown(1.0)


def test_the_arrow_of_a_knee_comes_from_outside_and_points_inward(qapp) -> None:
    right = EXERCISES["pat_step_down"].motion
    bad = wrong(right, FaultKind.KNEE_IN)
    shown = figure(bad)
    whole = changed(
        painted(replace(shown, fault=0.0), bad, view=View.FRONT), painted(shown, bad, Emphasis(), view=View.FRONT)
    )
    lens = lens_for(Scene(motion=bad, side=Side.RIGHT), View.FRONT, QRectF(0, 0, PX, PX))
    knee, _ = lens.flat(shown.joints["right_knee"])
    # Seen from ahead the right knee falls in toward the right of the picture.
    assert knee - min(x for x, _ in whole) > 1.5 * (max(x for x, _ in whole) - knee)


def test_what_the_overlay_draws_is_not_drawn_twice(qapp) -> None:
    bad = wrong(EXERCISES["bal_sls"].motion, FaultKind.PELVIS_DROPS)
    shown = figure(bad)

    def taken(told: Emphasis) -> int:
        bare = painted(replace(shown, fault=0.0), bad, told, view=View.FRONT)
        return len(changed(bare, painted(shown, bad, told, view=View.FRONT)))

    # The overlay has drawn the line of the pelvis: the arrow is left.
    assert 60 < taken(Emphasis(overlay=OverlayKind.PELVIS_LINE)) < 0.6 * taken(PLAIN)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("kind", list(OverlayKind))
def test_every_overlay_is_seen(qapp, kind: OverlayKind, theme: str) -> None:
    motion = EXERCISES["pat_box_squat"].motion
    shown = figure(motion, 0.7)
    told = Emphasis(overlay=kind, aim=aim_of(motion, Side.BOTH))
    assert len(changed(painted(shown, motion, theme=theme), painted(shown, motion, told, theme=theme))) > 150


@pytest.mark.parametrize("kind", list(OverlayKind))
def test_painting_only_where_an_overlay_was_and_is_makes_the_whole_picture(qapp, kind: OverlayKind) -> None:
    motion, rect = EXERCISES["str_split_squat"].motion, QRectF(0, 0, PX, PX)
    scene, aim = Scene(motion=motion, side=Side.RIGHT), aim_of(motion, Side.RIGHT)
    steps = [
        (figure(motion, share), Emphasis(overlay=over, aim=aim))
        for share, over in ((0.0, kind), (0.5, kind), (1.0, None))
    ]
    moving, whole = FigurePainter(PALETTES["light"]), FigurePainter(PALETTES["light"])
    seen, expected = (QImage(PX, PX, QImage.Format.Format_ARGB32_Premultiplied) for _ in range(2))
    seen.fill(0)
    expected.fill(0)
    for number, (shown, told) in enumerate(steps):
        painter = QPainter(seen)
        if number:
            parts = [
                moving.reach(rect, one, scene, View.SIDE, said) for one, said in (steps[number - 1], (shown, told))
            ]
            painter.setClipRect((parts[0] | parts[1]).toAlignedRect())
        moving.paint(painter, rect, shown, scene, View.SIDE, told)
        painter.end()
        painter = QPainter(expected)
        whole.paint(painter, rect, shown, scene, View.SIDE, told)
        painter.end()
        assert seen == expected


@pytest.mark.parametrize("name", ["mob_figure4", "mob_hamstring", "mob_plantar_fascia"])
@pytest.mark.parametrize("view", [View.SIDE, View.THREE_QUARTER])
def test_where_a_limb_swings_to_is_seen_behind_the_body_only(qapp, name: str, view: View) -> None:
    motion, palette = wrong(EXERCISES[name].motion, FaultKind.BOUNCES), PALETTES["light"]
    held = figure_at(motion, pose_from="B", pose_to="B", fraction=0.5, rep_no=1, side=Side.RIGHT, span_ms=4_000)
    plain = replace(held, fault=0.0)
    told, bare = painted(held, motion, view=view), painted(plain, motion, view=view)
    clothes = ("top", "shorts", "wrong", "quiet", "skin", "hair", "shoe", "sole")
    dyed = replace(palette, **dict.fromkeys(clothes, "#000000"))
    body = set(changed(bare, painted(plain, motion, view=view, palette=dyed)))
    spots = changed(bare, told)
    assert len(spots) > 150
    # At the body's very edge the two mix.
    assert sum(spot in body for spot in spots) < 0.25 * len(spots)
