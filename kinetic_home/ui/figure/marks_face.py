"""The sign of a breath that is held: gusts of air before the mouth, crossed out."""

from __future__ import annotations

from math import hypot

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from kinetic_home.figure.figure import Figure
from kinetic_home.figure.overlay_shape import Tone
from kinetic_home.figure.space import along, place
from kinetic_home.ui.figure.emphasis import Pencil
from kinetic_home.ui.figure.lens import Lens

# The lips, from the base of the neck in the frame of the head; how far before them the sign stands, and how large.
_LIPS_M = (0.098, 0.135, 0.0)
_BEFORE_M, _BESIDE_M, _SIZE_M, _LEAST_PX = 0.125, 0.21, 0.078, 15.0
# Each gust: how far beside the middle, how long, and to which side it curls, in shares of the size.
_BLOWS = ((-0.20, 0.15, -1.0), (0.26, 0.30, 1.0))
_CURL = ((0.18, 0.04), (0.30, 0.16), (0.31, 0.32), (0.20, 0.43), (0.06, 0.41), (0.0, 0.30))


def paint_held_breath(pencil: Pencil, lens: Lens, figure: Figure) -> None:
    """Draw gusts of air with a bar through them, before the mouth or, seen from ahead, beside it."""
    frame = figure.frames["head"]
    lips = place(figure.joints["neck"], frame, _LIPS_M)
    x, y = lens.step(frame[0])
    ahead = hypot(x, y) / lens.scale
    size = max(_SIZE_M * lens.scale, _LEAST_PX)
    if ahead > 0.5:
        tx, ty = x / (ahead * lens.scale), y / (ahead * lens.scale)
        cx, cy = lens.flat(along(lips, frame[0], _BEFORE_M / ahead))
    else:
        rx, ry = lens.step(frame[2])
        wide = hypot(rx, ry) or 1.0
        tx, ty = rx / wide, ry / wide
        lx, ly = lens.flat(lips)
        cx, cy = lx + tx * _BESIDE_M * lens.scale, ly + ty * _BESIDE_M * lens.scale
    nx, ny = -ty, tx
    for aside, long, hook in _BLOWS:
        blow = QPainterPath()
        # A straight gust that curls up at its end.
        for number, (ahead_, across) in enumerate(
            ((-0.85, 0.0), (long, 0.0), *((long + x, y * hook) for x, y in _CURL))
        ):
            point = QPointF(
                cx + (tx * ahead_ + nx * (aside + across)) * size, cy + (ty * ahead_ + ny * (aside + across)) * size
            )
            if number == 0:
                blow.moveTo(point)
            else:
                blow.lineTo(point)
        pencil.path(blow, Tone.GUIDE, pencil.line_px)
    pencil.ring((cx, cy), size * 1.28)
    bar = QPainterPath(QPointF(cx - size * 0.90, cy + size * 0.90))
    bar.lineTo(cx + size * 0.90, cy - size * 0.90)
    pencil.path(bar, Tone.WRONG, pencil.bold_px)
