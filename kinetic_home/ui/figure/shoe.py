"""The shoe: rear and toes as one rounded shape upon its sole, as it looks from wherever the eye is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import hypot

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QPainterPath, QPolygonF

from kinetic_home.figure.skeleton import ANKLE_HEIGHT_M, BALL_FORWARD_M
from kinetic_home.figure.space import ZERO, Frame, Vec, dot, place, turn_z
from kinetic_home.ui.figure.build import SHOE_REAR, SHOE_SEAM, SHOE_TOE, SOLE_M
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.outline import Flat, hull
from kinetic_home.ui.figure.parts import LINE_M, inked
from kinetic_home.ui.figure.paths import wound
from kinetic_home.ui.figure.placed import Fill
from kinetic_home.ui.figure.tones import plain, toned

# How far along its edges the corner of a shoe is rounded off.
_CORNER = 0.42
_CORNER_GROWTH = 1.25
_KEPT = 8
# How dark the seam is, and how far over the sole's middle its outside is reckoned from.
_SEAM_INK, _SEAM_OVER_M = 0.30, 0.050

# Forward, up, half width, and how far it turns with bent toes.
Corner = tuple[float, float, float, float]


@lru_cache(maxsize=_KEPT)
def shoe_fills(lens: Lens, foot: Frame, bend_deg: float, tones: tuple[str, str, str]) -> tuple[Fill, ...]:
    """Return what a shoe is painted of, in px from its ankle: a line around it, then shoe and sole, the nearer last.

    `bend_deg` is how far the toes are bent up, `tones` are the colours of shoe, sole and line. A planted foot asks
    for the same shoe at every frame.
    """
    shoe, sole, line = tones
    # The toes turn about the ball; what lies at the bend turns half as far.
    turned = {share: _hinged(foot, share * bend_deg) for share in (0.0, 0.5, 1.0)}
    uppers: list[list[Flat]] = []
    soles: list[list[Flat]] = []
    axes = {share: (*lens.turned(frame), lens.step(origin)) for share, (frame, origin) in turned.items()}
    for upper, under in _SPLIT:
        uppers.append(_seen(upper, axes))
        soles.append(_seen(under, axes))
    around = [_grown(points, LINE_M * lens.scale) for points in (*uppers, *soles)]
    seam = _seam(lens, turned[1.0])
    both = [(_rounded(soles), plain(sole)), (_rounded(uppers), plain(shoe))]
    if seam:
        both.append((seam, plain(toned(shoe, line, _SEAM_INK))))
    if dot(foot[1], lens.towards) < 0.0:
        both.reverse()
    return ((_rounded(around), plain(inked(shoe, line))), *both)


def with_soled(lens: Lens, foot: Frame, fills: Sequence[Fill], brushes: Sequence[QBrush]) -> Sequence[Fill]:
    """Return what a shoe is painted of with brushes laid over what is seen of its sole."""
    upon = len(fills) if dot(foot[1], lens.towards) < 0.0 else 2
    sole, _ = fills[upon - 1]
    return (*fills[:upon], *((sole, brush) for brush in brushes), *fills[upon:])


def _hinged(foot: Frame, bend_deg: float) -> tuple[Frame, Vec]:
    """Return the frame of toes that are bent up, and where it hangs so that they turn about the ball."""
    bent = turn_z(foot, bend_deg)
    ball = place(ZERO, foot, (BALL_FORWARD_M, -ANKLE_HEIGHT_M, 0.0))
    return bent, place(ball, bent, (-BALL_FORWARD_M, ANKLE_HEIGHT_M, 0.0))


def _split(corners: Sequence[Corner]) -> tuple[list[Corner], list[Corner]]:
    """Return the corners of the upper and those of the sole; they share the welt between them."""
    low = SHOE_REAR[0][1]
    under = [corner for corner in corners if corner[1] == low]
    welt = [(x, low + SOLE_M, half, share) for x, _, half, share in under]
    return [*(corner for corner in corners if corner[1] > low), *welt], [*under, *welt]


_SPLIT = (_split(SHOE_REAR), _split(SHOE_TOE))


def _seen(corners: Sequence[Corner], axes: Mapping[float, tuple[Flat, Flat, Flat, Flat]]) -> list[Flat]:
    points: list[Flat] = []
    for x, y, half, share in corners:
        (fx, fy), (ux, uy), (rx, ry), (ox, oy) = axes[share]
        at_x, at_y, out_x, out_y = ox + x * fx + y * ux, oy + x * fy + y * uy, half * rx, half * ry
        points += ((at_x + out_x, at_y + out_y), (at_x - out_x, at_y - out_y))
    return hull(points)


def _seam(lens: Lens, toes: tuple[Frame, Vec]) -> QPainterPath | None:
    """Return the seam over the toes where it is seen: it tells where a foot points from wherever one looks."""
    frame, origin = toes
    (rear, front), way = SHOE_SEAM
    seen = [spot for spot in way if lens.depth(place(ZERO, frame, (0.0, spot[0] + _SEAM_OVER_M, spot[1]))) > 0.0]
    if len(seen) < 2:
        return None
    points = [place(origin, frame, (rear, up, aside)) for up, aside in seen]
    points += [place(origin, frame, (front, up - 0.002, aside)) for up, aside in reversed(seen)]
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(*lens.step(point)) for point in points]))
    path.closeSubpath()
    return path


def _grown(points: Sequence[Flat], by: float) -> list[Flat]:
    """Return a convex shape that is larger by so much all round."""
    mx, my = sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
    grown: list[Flat] = []
    for x, y in points:
        share = 1.0 + by * _CORNER_GROWTH / (hypot(x - mx, y - my) or 1.0)
        grown.append((mx + (x - mx) * share, my + (y - my) * share))
    return grown


def _rounded(shapes: Sequence[Sequence[Flat]]) -> QPainterPath:
    """Return closed shapes in one path, their corners rounded off over a share of both edges."""
    path = wound()
    line_to, quad_to = path.lineTo, path.quadTo
    for points in shapes:
        (ax, ay), (bx, by) = points[-1], points[0]
        path.moveTo(bx + (ax - bx) * _CORNER, by + (ay - by) * _CORNER)
        for cx, cy in (*points[1:], points[0]):
            line_to(bx + (ax - bx) * _CORNER, by + (ay - by) * _CORNER)
            quad_to(bx, by, bx + (cx - bx) * _CORNER, by + (cy - by) * _CORNER)
            ax, ay, bx, by = bx, by, cx, cy
        path.closeSubpath()
    return path
