"""Paint the overlay of a figure: its lines, its verdicts, and the angle in degrees."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from kinetic_home.figure.overlay_shape import Number, Overlay, Stroke, Tone
from kinetic_home.figure.space import Vec
from kinetic_home.ui.figure.emphasis import Pencil
from kinetic_home.ui.figure.lens import Lens

# Nothing of an overlay is drawn farther from its points.
_REACH_M, _REACH_PX = 0.14, 26.0


def paint_overlay(pencil: Pencil, lens: Lens, overlay: Overlay) -> None:
    """Paint what to compare with first, then what is measured, then the verdicts."""
    for stroke in sorted(overlay.strokes, key=_said_last):
        pencil.stroke([lens.flat(at) for at in stroke.points], stroke.tone, dashed=stroke.dashed, curve=stroke.curve)
    for sign in overlay.signs:
        pencil.sign(lens.flat(sign.at), sign.tone)
    if overlay.number is not None:
        _paint_number(pencil, lens, overlay.number)


def overlay_reach(lens: Lens, overlay: Overlay) -> QRectF:
    """Return the part of the picture that an overlay takes."""
    points: list[Vec] = [at for stroke in overlay.strokes for at in stroke.points]
    if overlay.number is not None:
        points += [overlay.number.at, overlay.number.target_at]
    flats = [lens.flat(point) for point in points]
    left, right = min(x for x, _ in flats), max(x for x, _ in flats)
    top, bottom = min(y for _, y in flats), max(y for _, y in flats)
    edge = _REACH_M * lens.scale + _REACH_PX
    return QRectF(left, top, right - left, bottom - top).adjusted(-edge, -edge, edge, edge)


def _paint_number(pencil: Pencil, lens: Lens, number: Number) -> None:
    if number.tone is not Tone.GOOD:
        pencil.words(lens.flat(number.target_at), _degrees(number.target_deg), Tone.GUIDE, small=True)
        pencil.words(lens.flat(number.at), _degrees(number.value_deg), number.tone)
    else:
        pencil.words(lens.flat(number.at), _degrees(number.target_deg), number.tone)


def _degrees(value_deg: float) -> str:
    return f"{round(value_deg)}°"


def _said_last(stroke: Stroke) -> bool:
    return stroke.tone is not Tone.GUIDE
