"""The things around the figure: mat, chair, wall, worktop, rail, cushion, and what the hands hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from kinetic_home.domain.room import Prop, PropKind
from kinetic_home.domain.side import Side
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.scene import Scene, corners, stick_ends, strap_points
from kinetic_home.figure.space import Vec, between, dot
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.palette import FigurePalette
from kinetic_home.ui.figure.parts import LINE_M, Part, StringPart
from kinetic_home.ui.figure.tones import plain, toned

# A thing that stands between the eye and the figure is a sheet of glass.
_GLASS = 0.16
_FROM_THE_FRONT = 0.4
_EDGE_M, _BEFORE_EDGE_M = 0.008, 0.02
_STICK_M, _STICK_BEFORE_M, _STICK_ON_TRUNK, _STRAP_M = 0.026, 0.02, 0.36, 0.036
_STEP_MARK_M, _MARK_M = 0.35, 0.022


class Box(NamedTuple):
    """An upright box: its least and its greatest corner."""

    low: Vec
    high: Vec


class Tints(NamedTuple):
    """The colours of a box: above, towards the eye, and away from the light."""

    above: str
    front: str
    side: str


_FACES: tuple[tuple[Vec, tuple[int, int, int, int]], ...] = (
    ((0.0, 1.0, 0.0), (2, 3, 7, 6)),
    ((1.0, 0.0, 0.0), (4, 5, 7, 6)),
    ((-1.0, 0.0, 0.0), (0, 1, 3, 2)),
    ((0.0, 0.0, 1.0), (1, 3, 7, 5)),
    ((0.0, 0.0, -1.0), (0, 2, 6, 4)),
)


class Room:
    """Paints the things of a scene, those behind the figure and those before it."""

    def __init__(self, scene: Scene, lens: Lens, palette: FigurePalette) -> None:
        self._scene, self._lens, self._palette, self._frame = scene, lens, palette, lens.frame

    @property
    def moves(self) -> bool:
        """Tell whether the floor moves under the feet."""
        return self._scene.holds(PropKind.PATH)

    def paint_ground(self, painter: QPainter) -> None:
        """Paint the floor."""
        lens, palette = self._lens, self._palette
        wide = (self._frame.right - self._frame.left) / 2
        deep = min(max(0.45, 0.55 * wide) * max(lens.towards[1], 0.10), -self._frame.bottom)
        middle = lens.middle_px
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(plain(palette.floor))
        base = lens.flat((0.0, 0.0, 0.0))[1]
        painter.drawEllipse(QPointF(middle, base), wide * lens.scale, deep * lens.scale)

    def paint_behind(self, painter: QPainter) -> None:
        """Paint what stands on the floor behind the figure or under it."""
        for prop in self._sorted():
            if not self._before(prop):
                self._paint(painter, prop, 1.0)

    def paint_before(self, painter: QPainter) -> None:
        """Paint what stands between the eye and the figure, so that one sees through it."""
        for prop in self._sorted():
            if self._before(prop):
                self._paint(painter, prop, _GLASS)
                if prop.kind is PropKind.WALL:
                    self._paint_edges(painter, self._box(prop, 0.0, prop.size[1]))

    def before_rect(self) -> QRectF:
        """Return the part of the picture that things before the figure take; it is empty where there are none."""
        found = QRectF()
        for prop in self._scene.props:
            if self._before(prop):
                flats = [self._lens.flat(corner) for corner in corners(prop, self._scene.side)]
                xs, ys = [x for x, _ in flats], [y for _, y in flats]
                found |= QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        edge = _BEFORE_EDGE_M * self._lens.scale
        return found.adjusted(-edge, -edge, edge, edge) if not found.isEmpty() else found

    def held_points(self, figure: Figure) -> tuple[Vec, ...]:
        """Return the ends of what the hands hold and the body does not hide."""
        return stick_ends(figure) if self._scene.holds(PropKind.STICK) else ()

    def held(self, figure: Figure) -> list[Part]:
        """Return the stick or the strap as parts, so that hands and limbs lie before or behind it."""
        parts: list[Part] = []
        if self._scene.holds(PropKind.STICK):
            ends = stick_ends(figure)
            # It lies on the middle of the trunk: what it does further up does not say what hides it.
            depth = self._lens.depth(between(*ends, _STICK_ON_TRUNK)) + _STICK_BEFORE_M
            parts.append(self._string(ends, depth, self._palette.wood, _STICK_M))
        if self._scene.holds(PropKind.STRAP):
            near, behind, far = strap_points(figure)
            thigh = self._lens.depth(behind)
            for half in (near, far):
                side = self._lens.depth(between(*half, 0.5))
                parts.append(
                    self._string(half, max(side, thigh) if side > thigh else side, self._palette.strap, _STRAP_M)
                )
        return parts

    def _string(self, points: Sequence[Vec], depth: float, colour: str, wide_m: float) -> StringPart:
        flats = [self._lens.flat(point) for point in points]
        scale = self._lens.scale
        return StringPart(depth, flats, (colour, self._palette.line), wide_m * scale, LINE_M * scale)

    def _sorted(self) -> list[Prop]:
        # The nearest last; a mat lies under all the rest.
        return sorted(
            self._scene.props,
            key=lambda prop: (prop.kind is not PropKind.MAT, self._lens.depth(self._standing(prop))),
        )

    def _standing(self, prop: Prop) -> Vec:
        x, y, z = prop.at
        return (x, y, -z if self._scene.side is Side.LEFT else z)

    def _before(self, prop: Prop) -> bool:
        return prop.kind in (PropKind.WALL, PropKind.WORKTOP) and self._lens.towards[0] > _FROM_THE_FRONT

    def _paint(self, painter: QPainter, prop: Prop, opaque: float) -> None:
        palette = self._palette
        body = Tints(palette.prop_light, palette.prop, palette.prop_dark)
        painter.setOpacity(opaque)
        match prop.kind:
            case PropKind.MAT:
                tints = Tints(palette.mat, palette.mat_edge, palette.mat_edge)
                self._boxes(painter, [self._box(prop, -prop.size[1], 0.0)], tints)
            case PropKind.CUSHION:
                tints = Tints(palette.cushion, toned(palette.cushion, palette.line, 0.12), palette.prop_dark)
                self._boxes(painter, [self._box(prop, 0.0, prop.size[1])], tints, round_m=0.025)
            case PropKind.CHAIR:
                tints = Tints(
                    palette.wood, toned(palette.wood, palette.line, 0.14), toned(palette.wood, palette.line, 0.3)
                )
                self._boxes(painter, self._chair(prop), tints)
            case PropKind.WORKTOP:
                top = prop.size[1]
                self._boxes(painter, [self._box(prop, 0.0, top - 0.04, inset=0.03)], body)
                wood = Tints(palette.wood, toned(palette.wood, palette.line, 0.14), palette.prop_dark)
                self._boxes(painter, [self._box(prop, top - 0.04, top)], wood)
            case PropKind.RAIL:
                self._boxes(painter, self._rail(prop), body)
            case PropKind.WALL:
                self._boxes(painter, [self._box(prop, 0.0, prop.size[1])], body)
            case PropKind.PATH | PropKind.STICK | PropKind.STRAP:
                pass
        painter.setOpacity(1.0)

    def _box(self, prop: Prop, low: float, high: float, inset: float = 0.0) -> Box:
        x, _, z = self._standing(prop)
        long, _, deep = prop.size
        return Box(
            (x - long / 2 + inset, low, z - deep / 2 + inset), (x + long / 2 - inset, high, z + deep / 2 - inset)
        )

    def _chair(self, prop: Prop) -> list[Box]:
        x, _, z = self._standing(prop)
        long, high, deep = prop.size
        back = 1.0 if abs(prop.turn_deg) > 90.0 else -1.0
        leg, slab = 0.036, 0.042
        boxes = [
            Box(
                (x + dx * (long / 2 - leg / 2) - leg / 2, 0.0, z + dz * (deep / 2 - leg / 2) - leg / 2),
                (x + dx * (long / 2 - leg / 2) + leg / 2, high - slab, z + dz * (deep / 2 - leg / 2) + leg / 2),
            )
            for dx in (-1, 1)
            for dz in (-1, 1)
        ]
        boxes.append(Box((x - long / 2, high - slab, z - deep / 2), (x + long / 2, high, z + deep / 2)))
        edge = x + back * (long / 2 - 0.02)
        boxes += [
            Box(
                (edge - 0.018, high, z + dz * (deep / 2 - 0.02) - 0.018),
                (edge + 0.018, high + 0.42, z + dz * (deep / 2 - 0.02) + 0.018),
            )
            for dz in (-1, 1)
        ]
        boxes.append(Box((edge - 0.016, high + 0.26, z - deep / 2), (edge + 0.016, high + 0.44, z + deep / 2)))
        return boxes

    def _rail(self, prop: Prop) -> list[Box]:
        x, _, z = self._standing(prop)
        long, high, deep = prop.size
        posts = [
            Box(
                (x + dx * (long / 2 - 0.06) - 0.016, 0.0, z - 0.016),
                (x + dx * (long / 2 - 0.06) + 0.016, high - deep, z + 0.016),
            )
            for dx in (-1, 1)
        ]
        return [*posts, Box((x - long / 2, high - deep, z - deep / 2), (x + long / 2, high, z + deep / 2))]

    def _boxes(self, painter: QPainter, boxes: Sequence[Box], tints: Tints, round_m: float = 0.006) -> None:
        boxes = sorted(boxes, key=self._box_depth)
        for box in boxes:
            (x0, y0, z0), (x1, y1, z1) = box
            points = [QPointF(*self._lens.flat((x, y, z))) for x in (x0, x1) for y in (y0, y1) for z in (z0, z1)]
            for normal, four in _FACES:
                if dot(normal, self._lens.towards) <= 0.02:
                    continue
                colour = tints.above if normal[1] else tints.front if abs(normal[2]) else tints.side
                painter.setBrush(plain(colour))
                painter.setPen(
                    QPen(
                        QColor(colour),
                        round_m * self._lens.scale,
                        Qt.PenStyle.SolidLine,
                        Qt.PenCapStyle.RoundCap,
                        Qt.PenJoinStyle.RoundJoin,
                    )
                )
                painter.drawPolygon(QPolygonF([points[k] for k in four]))

    def _paint_edges(self, painter: QPainter, box: Box) -> None:
        (x, y0, z0), (_, y1, z1) = box
        face = [self._lens.flat(corner) for corner in ((x, y0, z0), (x, y1, z0), (x, y1, z1), (x, y0, z1))]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._palette.prop_dark), _EDGE_M * self._lens.scale))
        painter.drawPolygon(QPolygonF([QPointF(*point) for point in face]))

    def _box_depth(self, box: Box) -> float:
        return self._lens.depth(tuple((a + b) / 2 for a, b in zip(box.low, box.high, strict=True)))  # type: ignore[arg-type]

    def paint_path(self, painter: QPainter, figure: Figure) -> None:
        """Paint the marks on the floor that move back under a walk."""
        shift = figure.ground_m % _STEP_MARK_M
        marks = QPainterPath()
        for step in range(-8, 9):
            x = step * _STEP_MARK_M - shift
            corners = [
                self._lens.flat((x + along, 0.0, across))
                for along, across in ((0.0, -0.24), (_MARK_M, -0.24), (_MARK_M, 0.24), (0.0, 0.24))
            ]
            if all(self._lens.shows(corner[0]) for corner in corners):
                marks.addPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        painter.fillPath(marks, plain(self._palette.mat_edge))
