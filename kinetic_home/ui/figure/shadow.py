"""The soft shadow of what is near the floor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPainterPath, QPolygonF, QTransform

from kinetic_home.domain.side import Side
from kinetic_home.figure.detour import treads
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.scene import Scene
from kinetic_home.figure.space import Vec
from kinetic_home.ui.figure.layers import clear_layer
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.tones import soft

# The joints that throw a shadow, and how large a one; higher than so much over the floor they throw none.
_SHADOWS = (
    ("pelvis", 0.30),
    ("neck", 0.30),
    ("right_knee", 0.16),
    ("left_knee", 0.16),
    ("right_ball", 0.17),
    ("left_ball", 0.17),
)
_DARKEST, _UP_TO_M, _LOW_M = 0.26, 0.5, 0.05
_LEAST_FLATNESS = 0.13


class Shadow:
    """Lays shadows under the joints, on the floor or on a step; `ratio` is how many pixels there are in each px."""

    def __init__(self, lens: Lens, colour: str, ratio: float, scene: Scene) -> None:
        self._lens, self._colour, self._ratio = lens, colour, ratio
        self._treads = treads(scene.motion)
        self._mirror = -1.0 if scene.side is Side.LEFT else 1.0
        up = lens.up
        self._flatness = max(abs(up[0]) + abs(up[2]), _LEAST_FLATNESS)
        self._spots: dict[float, QImage] = {}
        self._shown = self._shown_grounds() if self._treads else {}

    def paint(self, painter: QPainter, figure: Figure) -> None:
        """Paint the shadow of a figure on the floor."""
        painter.save()
        for ground, thrown in groupby(sorted(self._thrown(figure), key=_ground_of), key=_ground_of):
            shown = self._shown.get(ground)
            if shown is not None:
                painter.save()
                # Once for all that lies on one ground: clipping to a shape takes longer than laying them down.
                painter.setClipPath(shown, Qt.ClipOperation.IntersectClip)
            for size, near, rect, _ in thrown:
                painter.setOpacity(near)
                painter.drawImage(rect.topLeft(), self._spot(size))
            if shown is not None:
                painter.restore()
        painter.restore()

    def reach(self, figure: Figure) -> QRectF:
        """Return the part of the picture that the shadow of a figure takes."""
        found = QRectF()
        for _, _, rect, _ in self._thrown(figure):
            found |= rect
        # Pictures are laid down on whole pixels.
        return found.adjusted(-1.0, -1.0, 2.0, 2.0)

    def _thrown(self, figure: Figure) -> Iterator[tuple[float, float, QRectF, float]]:
        """Yield the size of each shadow, how dark it is, from 0 to 1, where it lies, and how high its ground is."""
        for name, size in _SHADOWS:
            x, y, z = figure.joints[name]
            ground = self._ground(x, self._mirror * z)
            near = 1.0 - (y - ground - _LOW_M) / _UP_TO_M
            if near > 0.0:
                at_x, at_y = self._lens.flat((x, ground, z))
                wide = size * self._lens.scale
                high = wide * self._flatness
                # At the edge of the picture it is drawn in rather than cut off.
                least, most = self._lens.edges_px
                at_x = min(max(at_x, least + wide), most - wide)
                yield size, min(near, 1.0), QRectF(at_x - wide, at_y - high, 2.0 * wide, 2.0 * high), ground

    def _ground(self, x: float, z: float) -> float:
        """Return how high the highest tread is at a place; the floor is at 0."""
        return max(
            (high[1] for low, high in self._treads if low[0] < x < high[0] and low[2] < z < high[2]), default=0.0
        )

    def _shown_grounds(self) -> dict[float, QPainterPath]:
        """Return where on the picture each ground shows: the floor beside the steps, a tread up to its edges."""
        floor = QPainterPath()
        floor.addRect(self._lens.rect)
        shown: dict[float, QPainterPath] = {}
        for (x0, _, z0), (x1, high, z1) in self._treads:
            side_z = [self._mirror * z for z in (z0, z1)]
            for x in (x0, x1):
                floor -= self._face([(x, y, z) for z, y in _round(side_z, (0.0, high))])
            for z in side_z:
                floor -= self._face([(x, y, z) for x, y in _round((x0, x1), (0.0, high))])
            shown[high] = self._face([(x, high, z) for x, z in _round((x0, x1), side_z)])
            floor -= shown[high]
        return {0.0: floor, **shown}

    def _face(self, corners: list[Vec]) -> QPainterPath:
        path = QPainterPath()
        path.addPolygon(QPolygonF([QPointF(*self._lens.flat(corner)) for corner in corners]))
        path.closeSubpath()
        return path

    def _spot(self, size_m: float) -> QImage:
        """Return the picture of one shadow, made once: laying it down costs a tenth of shading it anew."""
        kept = self._spots.get(size_m)
        if kept is None:
            wide = size_m * self._lens.scale
            high = wide * self._flatness
            kept = clear_layer(QSizeF(2.0 * wide, 2.0 * high), self._ratio)
            brush = QBrush(soft(self._colour, _DARKEST))
            brush.setTransform(QTransform(wide, 0.0, 0.0, high, wide, high))
            painter = QPainter(kept)
            painter.fillRect(QRectF(0.0, 0.0, 2.0 * wide, 2.0 * high), brush)
            painter.end()
            self._spots[size_m] = kept
        return kept


def _ground_of(thrown: tuple[float, float, QRectF, float]) -> float:
    return thrown[3]


def _round(a: Sequence[float], b: Sequence[float]) -> list[tuple[float, float]]:
    """Return the corners of a rectangle, one after another."""
    return [(a[0], b[0]), (a[1], b[0]), (a[1], b[1]), (a[0], b[1])]
