"""Marks of the trunk: a pelvis that is not level, a low back that is bent, a trunk that leans."""

from __future__ import annotations

from math import hypot

from kinetic_home.figure.overlay_lines import back_points, bend_deg
from kinetic_home.figure.overlay_shape import Tone
from kinetic_home.figure.space import along, between, scaled, sub, unit
from kinetic_home.ui.figure.emphasis import path_through
from kinetic_home.ui.figure.marks_pointer import ARROW_M, Pointer

_RING_M, _LINE_M, _LEVEL_M = 0.125, 0.155, 0.25
# A line through both hips shorter than this on the picture is looked at from its end.
_LINE_SEEN_M = 0.16
_BENT_DEG = 3.0
_SEEN = 0.3
_BOLDER = 1.25
_BACK_GAP_M = 0.03
# How many points of the back are the low back.
_LOW = 5


def mark_pelvis(at: Pointer, *, drawn: bool) -> None:
    """Draw a line from hip to hip against the level, or from the side a ring; `drawn` where an overlay drew it."""
    work, other, middle = at.joint(f"{at.work}_hip"), at.joint(f"{at.other}_hip"), at.joint("pelvis")
    across = unit(sub(other, work))
    if 2 * _LINE_M * hypot(*at.lens.step(across)) < _LINE_SEEN_M * at.lens.scale:
        at.pencil.ring(at.flat("pelvis"), at.px(_RING_M))
        at.arrow(at.flat("pelvis"), _RING_M, at.gone("pelvis") or at.gone(f"{at.other}_hip", about="pelvis"))
        return
    bones = [at.lens.flat(along(middle, across, sign * _LINE_M)) for sign in (-1.0, 1.0)]
    if not drawn:
        level = (across[0], 0.0, across[2])
        if hypot(*level) > 0.5:
            ends = [at.lens.flat(along(middle, unit(level), sign * _LEVEL_M)) for sign in (-1.0, 1.0)]
            at.pencil.stroke(ends, Tone.GUIDE, dashed=True)
        at.pencil.path(path_through(bones), Tone.WRONG, at.pencil.bold_px * _BOLDER)
        for bone in bones:
            at.pencil.ring(bone, at.pencil.bold_px * 0.9)
    turned = at.gone(f"{at.other}_hip", about="pelvis")
    if turned is not None:
        at.arrow(bones[1], 0.0, turned)
    else:
        at.arrow(at.flat("pelvis"), 0.0, at.gone("pelvis"))


def mark_low_back(at: Pointer, *, drawn: bool) -> None:
    """Draw the bend of the low back, with an arrow out of it where it is rounded and into it where it is arched."""
    points = back_points(at.figure)
    if not drawn:
        curve = path_through([at.lens.flat(point) for point in points[:_LOW]], curve=True)
        at.pencil.path(curve, Tone.WRONG, at.pencil.bold_px * _BOLDER)
    bent = bend_deg(at.figure) - (bend_deg(at.right) if at.right else 0.0)
    away = scaled(at.figure.frames["hips"][0], -1.0 if bent > 0 else 1.0)
    x, y = at.lens.step(away)
    size = hypot(x, y)
    if abs(bent) < _BENT_DEG or size < _SEEN * at.lens.scale:
        return
    middle = between(points[1], points[2], 0.5)
    start = middle if bent > 0 else along(middle, away, -ARROW_M - _BACK_GAP_M)
    at.arrow(at.lens.flat(start), 0.0, (x / size, y / size))


def mark_trunk(at: Pointer, *, drawn: bool) -> None:
    """Draw the line of the trunk against the upright, with an arrow where neck or shoulder has gone."""
    pelvis, neck = at.joint("pelvis"), at.joint("neck")
    up = sub(neck, pelvis)
    if not drawn:
        if abs(unit(up)[1]) > 0.5:
            top = along(pelvis, (0.0, 1.0, 0.0), hypot(*up) * 1.1)
            at.pencil.stroke([at.flat("pelvis"), at.lens.flat(top)], Tone.GUIDE, dashed=True)
        line = path_through([at.flat("pelvis"), at.flat("neck")])
        at.pencil.path(line, Tone.WRONG, at.pencil.bold_px * _BOLDER)
    shoulder = max(("right_shoulder", "left_shoulder"), key=at.gone_px)
    joint = "neck" if at.gone_px("neck") >= 0.6 * at.gone_px(shoulder) else shoulder
    at.arrow(at.flat(joint), 0.0, at.gone(joint))
