"""The marks of a wrong version: where on the body it is wrong, and which way the part has gone.

A ring says where, an arrow which way, a thick line how a part lies that should lie otherwise. All come and go with
`figure.fault`. Where the right version at the same instant is given, arrows show the difference between the two.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import hypot

from PySide6.QtGui import QPainter

from kinetic_home.domain.fault import Mark, OverlayKind
from kinetic_home.figure.emphasis import Emphasis
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.scene import Scene
from kinetic_home.ui.figure import marks_limbs as limbs
from kinetic_home.ui.figure import marks_trunk as trunk
from kinetic_home.ui.figure.emphasis import Pencil
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.marks_face import paint_held_breath
from kinetic_home.ui.figure.marks_pointer import Pointer
from kinetic_home.ui.figure.marks_time import paint_time

# Less than this of a fault is not marked.
LEAST_FAULT = 0.15
# The joint that a mark of either side is at, and how large its ring is.
_RINGS: Mapping[str, tuple[str, float]] = {
    "knee": ("knee", limbs.KNEE_M),
    "heel": ("heel", limbs.HEEL_M),
    "foot": ("ball", limbs.FOOT_HIGH_M),
    "impact": ("ball", limbs.FOOT_HIGH_M),
    "hand": ("wrist", limbs.HAND_M),
}
# Rings nearer than so many times their size run into each other.
_APART = 1.6
# What an overlay draws already is not drawn twice.
_DRAWN_BY: Mapping[OverlayKind, Mark] = {
    OverlayKind.PELVIS_LINE: Mark.PELVIS,
    OverlayKind.TRUNK_LINE: Mark.TRUNK,
    OverlayKind.BACK_LINE: Mark.LOW_BACK,
}


def paint_marks(
    painter: QPainter, lens: Lens, pencil: Pencil, figure: Figure, scene: Scene, emphasis: Emphasis
) -> None:
    """Paint all marks of a figure, as strongly as its fault shows."""
    if figure.fault < LEAST_FAULT or not scene.motion.marks:
        return
    at = Pointer(lens, pencil, figure, scene, emphasis)
    drawn = _DRAWN_BY.get(emphasis.overlay) if emphasis.overlay else None
    painter.save()
    painter.setOpacity(min(figure.fault, 1.0))
    for mark in scene.motion.marks:
        if not _hidden(at, mark):
            _paint(at, mark, drawn=mark is drawn)
    painter.restore()


def _paint(at: Pointer, mark: Mark, *, drawn: bool) -> None:
    side = at.other if mark.startswith("other") else at.work
    match mark:
        case Mark.WORK_KNEE | Mark.OTHER_KNEE:
            at.ringed(f"{side}_knee", limbs.KNEE_M)
        case Mark.WORK_HEEL | Mark.OTHER_HEEL:
            limbs.mark_heel(at, side)
        case Mark.WORK_FOOT | Mark.OTHER_FOOT:
            limbs.mark_foot(at, side)
        case Mark.WORK_IMPACT | Mark.OTHER_IMPACT:
            limbs.mark_impact(at, side)
        case Mark.WORK_HAND | Mark.OTHER_HAND:
            limbs.mark_hand(at, side)
        case Mark.WORK_THIGH:
            limbs.mark_thigh(at)
        case Mark.BAND:
            limbs.mark_band(at)
        case Mark.STRETCH:
            limbs.mark_stretch(at)
        case Mark.HAMSTRING:
            limbs.mark_hamstring(at)
        case Mark.HIP_FRONT:
            limbs.mark_hip_front(at)
        case Mark.PELVIS:
            trunk.mark_pelvis(at, drawn=drawn)
        case Mark.LOW_BACK:
            trunk.mark_low_back(at, drawn=drawn)
        case Mark.TRUNK:
            trunk.mark_trunk(at, drawn=drawn)
        case Mark.MOUTH:
            paint_held_breath(at.pencil, at.lens, at.figure)
        case Mark.TIME:
            paint_time(at.pencil, at.lens, at.figure, at.scene, at.right)


def _hidden(at: Pointer, mark: Mark) -> bool:
    """Tell whether a mark would run into that of the other side, which is nearer to the eye."""
    side, _, part = mark.partition("_")
    if part not in _RINGS or not {f"work_{part}", f"other_{part}"} <= {str(one) for one in at.scene.motion.marks}:
        return False
    joint, ring_m = _RINGS[part]
    sides = (at.work, at.other) if side == "work" else (at.other, at.work)
    own, its = (at.joint(f"{one}_{joint}") for one in sides)
    (ax, ay), (bx, by) = at.lens.flat(own), at.lens.flat(its)
    return hypot(ax - bx, ay - by) < _APART * at.px(ring_m) and at.lens.depth(own) < at.lens.depth(its)
