"""How long a frame takes at 900 x 900, from nothing to the finished picture: printed, never judged; aim 4 ms."""

from __future__ import annotations

from itertools import count

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from kinetic_home.domain.fault import FaultKind, OverlayKind
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View
from kinetic_home.figure.emphasis import Emphasis, with_overlay, worked
from kinetic_home.figure.faults import wrong
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.scene import Scene
from kinetic_home.ui.figure.painter import FigurePainter
from tests.figure.shown import EXERCISES, at, motion_of
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


@pytest.mark.parametrize(
    ("name", "view", "overlay"),
    [
        ("act_bridge", View.SIDE, OverlayKind.BACK_LINE),
        ("pat_box_squat", View.SIDE, OverlayKind.KNEE_ANGLE),
        ("cd_walk", View.SIDE, OverlayKind.TRUNK_LINE),
        ("mob_hip_flexor", View.SIDE, OverlayKind.BACK_LINE),
        ("pat_step_down", View.FRONT, OverlayKind.KNEE_PLUMB),
    ],
)
@pytest.mark.parametrize("fault", [None, FaultKind.HOLDS_BREATH])
def test_a_frame_with_tints_and_overlay_is_found_and_painted(
    qapp, benchmark, name: str, view: View, overlay: OverlayKind, fault: FaultKind | None
) -> None:
    image = QImage(PX, PX, QImage.Format.Format_ARGB32_Premultiplied)
    exercise = EXERCISES[name]
    motion = exercise.motion if fault is None else wrong(exercise.motion, fault)
    scene = Scene(motion=motion, side=Side.RIGHT)
    muscles, stretched = worked(exercise)
    figures, steps = FigurePainter(PALETTES["light"]), count()

    def frame() -> None:
        share = next(steps) % 100 / 100
        right = at(name, "AB", share)
        shown = figure_at(motion, pose_from="A", pose_to="B", fraction=share, rep_no=1, side=Side.RIGHT)
        told = with_overlay(Emphasis(muscles, 1.0, stretched, 1.0), overlay, exercise.motion, Side.RIGHT)
        painter = QPainter(image)
        beside = told._replace(right=right if fault else None)
        figures.paint(painter, QRectF(0, 0, PX, PX), shown, scene, view, beside)
        painter.end()

    image.fill(0)
    benchmark(frame)
    assert any(bytes(image.constBits()))
