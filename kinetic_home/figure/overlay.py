"""The one line or sign laid over a figure that tells where to look, as points in the room and a verdict."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kinetic_home.domain.fault import OverlayKind
from kinetic_home.domain.motion import Motion
from kinetic_home.domain.side import Side
from kinetic_home.figure import overlay_angles, overlay_feet, overlay_lines
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.overlay_shape import Measured, Overlay, Tone

_LEAST_FAULT = 0.15
_MAKERS: Mapping[OverlayKind, Callable[[Measured], Overlay]] = {
    OverlayKind.KNEE_PLUMB: overlay_lines.knee_plumb,
    OverlayKind.PELVIS_LINE: overlay_lines.pelvis_line,
    OverlayKind.TRUNK_LINE: overlay_lines.trunk_line,
    OverlayKind.BACK_LINE: overlay_lines.back_line,
    OverlayKind.HIP_HEIGHT: overlay_lines.hip_height,
    OverlayKind.HEEL_DOWN: overlay_feet.heel_down,
    OverlayKind.HEEL_HEIGHT: overlay_feet.heel_height,
    OverlayKind.TOES_AHEAD: overlay_feet.toes_ahead,
    OverlayKind.KNEE_ANGLE: overlay_angles.knee_angle,
    OverlayKind.HIP_ANGLE: overlay_angles.hip_angle,
    OverlayKind.ANKLE_ANGLE: overlay_angles.ankle_angle,
}


def overlay_of(
    kind: OverlayKind, figure: Figure, motion: Motion, side: Side, *, right: Figure | None, aim: Figure | None
) -> Overlay:
    """Return the overlay of a kind.

    `right` is the right version at the same instant, given where `figure` is a wrong one; `aim` is the right
    version's far pose. While a fault shows that the overlay does not find, nothing is called good.
    """
    found = _MAKERS[kind](Measured(figure, motion, side, right, aim))
    return found if figure.fault < _LEAST_FAULT else _without_praise(found)


def _without_praise(overlay: Overlay) -> Overlay:
    def said(tone: Tone) -> Tone:
        return Tone.GUIDE if tone is Tone.GOOD else tone

    number = overlay.number
    return Overlay(
        tuple(stroke._replace(tone=said(stroke.tone)) for stroke in overlay.strokes),
        tuple(sign._replace(tone=said(sign.tone)) for sign in overlay.signs),
        None if number is None else number._replace(tone=said(number.tone)),
    )
