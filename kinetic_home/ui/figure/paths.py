"""Paths of limbs: the closed shape of an outline, the thin line around it, and how light is laid across it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath, QTransform

from kinetic_home.ui.figure.outline import Flat, Outline
from kinetic_home.ui.figure.tones import LIGHT

# Whether the thin line goes round the start and the end of a limb too.
Caps = tuple[bool, bool]
NO_CAPS, START_CAP, END_CAP, BOTH_CAPS = (False, False), (True, False), (False, True), (True, True)

_ROUND = 0.5523
_LEAST_LIGHT = 0.36
# How much of the line is left where one piece of cloth goes on in another.
_FADED = 0.3
# Copied, as telling Qt a fill rule takes longer than drawing two curves.
_WOUND = QPainterPath()
_WOUND.setFillRule(Qt.FillRule.WindingFill)
# Some more than a body has limbs.
_KEPT = 32


def light_over(at: Flat, reach_px: float) -> QTransform:
    """Return how the brush of a round limb is laid over something that is lit as a whole, from its middle on."""
    x, y = LIGHT[0] * reach_px, LIGHT[1] * reach_px
    return QTransform(x, y, -y, x, *at)


@lru_cache(maxsize=_KEPT)
def limb_paths(
    outline: Outline, line_px: float, *, capped: Caps, sewn: bool
) -> tuple[QPainterPath, QPainterPath, QTransform]:
    """Return the line around a limb and the limb as closed paths, and how light is laid across it.

    A limb that keeps still has its paths made only once.
    """
    body, back = _side(outline.left), _side(outline.right[::-1])
    around = _fading(outline, body, back, line_px) if sewn else _wider(outline, body, back, line_px, capped=capped)
    _cap(body, outline.left[-1], outline.right[-1], outline.end_cap)
    body.connectPath(back)
    _cap(body, outline.right[0], outline.left[0], outline.start_cap)
    return around, body, _across(outline)


def wound() -> QPainterPath:
    """Return an empty path of which all that it goes round is filled, also where its edges cross."""
    return QPainterPath(_WOUND)


def both(first: QPainterPath, second: QPainterPath) -> QPainterPath:
    """Return two shapes as one; all limbs go round the same way, so that none of them is cut out of the other."""
    path = QPainterPath(first)
    path.addPath(second)
    return path


def _wider(outline: Outline, left: QPainterPath, right: QPainterPath, line_px: float, *, capped: Caps) -> QPainterPath:
    # Filling is much cheaper than stroking, and the line stays the same at every turn.
    x, y = outline.across[0] * line_px, outline.across[1] * line_px
    path = left.translated(x, y)
    # The row goes along (-y, x).
    at_start, at_end = capped
    if at_end:
        one, other, (tip_x, tip_y) = outline.left[-1], outline.right[-1], outline.end_cap
        _cap(path, (one[0] + x, one[1] + y), (other[0] - x, other[1] - y), (tip_x - y, tip_y + x))
    path.connectPath(right.translated(-x, -y))
    if at_start:
        one, other, (tip_x, tip_y) = outline.left[0], outline.right[0], outline.start_cap
        _cap(path, (other[0] - x, other[1] - y), (one[0] + x, one[1] + y), (tip_x + y, tip_y - x))
    return path


def _fading(outline: Outline, left: QPainterPath, right: QPainterPath, line_px: float) -> QPainterPath:
    """Return a limb a little wider, at its first two rings least of all: there it goes on in what it is sewn to."""
    x, y = outline.across[0] * line_px, outline.across[1] * line_px
    path, back = left.translated(x, y), right.translated(-x, -y)
    x, y = x * _FADED, y * _FADED
    # A side is a start and three points to each stretch: the first stretch of both sides is drawn in again.
    for near in range(4):
        at, far = left.elementAt(near), right.elementCount() - 1 - near
        path.setElementPositionAt(near, at.x + x, at.y + y)
        at = right.elementAt(far)
        back.setElementPositionAt(far, at.x - x, at.y - y)
    one, other, (tip_x, tip_y) = outline.left[-1], outline.right[-1], outline.end_cap
    x, y = outline.across[0] * line_px, outline.across[1] * line_px
    _cap(path, (one[0] + x, one[1] + y), (other[0] - x, other[1] - y), (tip_x - y, tip_y + x))
    path.connectPath(back)
    return path


def _across(outline: Outline) -> QTransform:
    """Return how the brush of a round limb is laid, so that its light is on the side on which light falls."""
    (px, py), half = outline.across, max(outline.half, 1e-3)
    falls = px * LIGHT[0] + py * LIGHT[1]
    reach = half / max(abs(falls), _LEAST_LIGHT) * (1.0 if falls >= 0 else -1.0)
    # An outline seen from its end has edges of unlike length.
    (ax, ay), (bx, by) = outline.left[len(outline.left) // 2], outline.right[len(outline.right) // 2]
    x, y = px * reach, py * reach
    return QTransform(x, y, -y, x, (ax + bx) / 2, (ay + by) / 2)


def _side(points: Sequence[Flat]) -> QPainterPath:
    """Return a path that goes smoothly through points."""
    ax, ay = points[0]
    path = wound()
    path.moveTo(ax, ay)
    cubic_to = path.cubicTo
    # At both ends the direction is that of the last stretch, half as strong.
    nexts = (*points[1:], points[-1])
    ux, uy = (nexts[0][0] - ax) / 6, (nexts[0][1] - ay) / 6
    for (bx, by), (cx, cy) in pairwise(nexts):
        vx, vy = (cx - ax) / 6, (cy - ay) / 6
        cubic_to(ax + ux, ay + uy, bx - vx, by - vy, bx, by)
        ax, ay, ux, uy = bx, by, vx, vy
    return path


def _cap(path: QPainterPath, start: Flat, end: Flat, tip: Flat) -> None:
    """Go round an end: two quarter ellipses from one edge over the tip to the other."""
    (ax, ay), (bx, by), (x, y) = start, end, tip
    ox, oy = (x - (ax + bx) / 2) * _ROUND, (y - (ay + by) / 2) * _ROUND
    hx, hy = (ax - bx) / 2 * _ROUND, (ay - by) / 2 * _ROUND
    path.cubicTo(ax + ox, ay + oy, x + hx, y + hy, x, y)
    path.cubicTo(x - hx, y - hy, bx + ox, by + oy, bx, by)
