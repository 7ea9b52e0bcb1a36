"""The outline of a leg from the front and from behind, cut into the regions on which a person points.

Coordinates of one left leg: 100 wide (outer side at 0, mid-line of the body at 100), 330 high (waist at 0). A right
leg is its mirror image. Both pictures show the left leg on the left: the front as a mirror shows it.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

LEG_WIDTH = 100.0
LEG_HEIGHT = 330.0

# Points down the outer edge and up the inner edge, joined by a smooth curve.
_OUTER = (
    (38, 0), (34, 14), (29, 34), (24, 56), (23, 76), (25, 100), (29, 126), (33, 148), (35, 164), (35, 180), (32, 198),
    (31, 214), (34, 236), (40, 258), (43, 274), (42, 286), (41, 296),
)  # fmt: skip
_FOOT_FRONT = ((36, 308), (33, 318), (37, 326), (52, 328), (68, 327), (77, 320), (79, 308))
_FOOT_BACK = ((40, 306), (40, 316), (46, 324), (60, 326), (72, 323), (77, 315), (77, 305))
_INNER = (
    (80, 296), (81, 286), (80, 274), (81, 258), (85, 238), (88, 216), (88, 198), (86, 180), (86, 166), (89, 150),
    (93, 126), (96, 104), (98, 88), (100, 82),
)  # fmt: skip

# Regions as (name without its side, left, top, right, bottom), cut out of the outline.
_FRONT = (
    ("hip_outer", 0, 34, 48, 90),
    ("hip_front", 48, 34, 100, 90),
    ("thigh_front", 0, 90, 100, 148),
    ("knee_outer", 0, 148, 50, 190),
    ("knee_front", 50, 148, 71, 190),
    ("knee_inner", 71, 148, 100, 190),
    ("shin", 0, 190, 100, 262),
    ("ankle_outer", 0, 262, 55, 298),
    ("ankle_front", 55, 262, 68, 298),
    ("ankle_inner", 68, 262, 100, 298),
    ("foot", 0, 298, 100, 330),
)
_BACK = (
    ("hip_back", 0, 34, 100, 90),
    ("thigh_back", 0, 90, 100, 148),
    ("knee_back", 0, 148, 100, 190),
    ("calf", 0, 190, 100, 266),
    ("heel", 0, 266, 100, 330),
)


def leg_outline(*, front: bool) -> QPainterPath:
    """Return the closed outline of a left leg."""
    foot = _FOOT_FRONT if front else _FOOT_BACK
    path = _smooth([*_OUTER, *foot, *_INNER])
    path.lineTo(100, 0)
    path.closeSubpath()
    return path


def region_shapes(*, front: bool, right: bool) -> dict[str, QPainterPath]:
    """Return the shape of every region of one leg by its name without the side, in leg coordinates."""
    outline = leg_outline(front=front)
    shapes: dict[str, QPainterPath] = {}
    for name, left, top, far, bottom in _FRONT if front else _BACK:
        box = QPainterPath()
        box.addRect(QRectF(left, top, far - left, bottom - top))
        shape = outline.intersected(box)
        shapes[name] = mirrored(shape) if right else shape
    return shapes


def mirrored(path: QPainterPath) -> QPainterPath:
    """Return the right leg of a left one, standing beside it on the other side of the mid-line."""
    return QTransform(-1, 0, 0, 1, 2 * LEG_WIDTH, 0).map(path)


def _smooth(points: Iterable[tuple[float, float]]) -> QPainterPath:
    """Return a Catmull-Rom curve through the points."""
    knots = [QPointF(x, y) for x, y in points]
    path = QPainterPath(knots[0])
    padded = [knots[0], *knots, knots[-1]]
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        path.cubicTo(start + (end - before) / 6, end - (after - start) / 6, end)
    return path
