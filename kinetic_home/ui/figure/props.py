"""The room around the figure: the floor, the things that stand on it, and which of them hide what of the body."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPainterPath, QPolygonF, QTransform

from kinetic_home.domain.motion import Carrier
from kinetic_home.domain.room import Prop, PropKind
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.scene import Scene
from kinetic_home.figure.space import Vec
from kinetic_home.ui.figure.layers import clear_layer
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.palette import FigurePalette
from kinetic_home.ui.figure.parts import Group
from kinetic_home.ui.figure.props_boxes import (
    FROM_THE_FRONT,
    Box,
    Piece,
    edge_pen,
    paint_boxes,
    paint_piece,
    pieces_of,
    standing_at,
)
from kinetic_home.ui.figure.props_worn import worn_parts, worn_reach
from kinetic_home.ui.figure.tones import plain, soft, toned

# A wall between the eye and the figure is a pane: a faint wash behind it, and before it the edges, the skirting and
# strokes of sheen, each from a place to a place on it and so high.
_WASH, _WASH_FOOT = 0.30, 0.72
_SHEEN_TONE, _SHEEN = "#ffffff", 0.26
_SHEENS = (
    ((0.04, 0.52), (0.58, 0.96), 0.085),
    ((0.04, 0.42), (0.70, 0.96), 0.030),
    ((0.34, 0.16), (0.96, 0.68), 0.085),
    ((0.46, 0.16), (0.96, 0.58), 0.030),
)
_STEP_MARK_M, _MARK_M, _MARK_HALF_M = 0.35, 0.022, 0.24
# What a body may sink into a thing that it still lies on or stands before.
_SUNK_M = 0.02
# What is higher over a step than a foot that stands on it is seen over it.
_OVER_STEP_M = 0.10
_EDGE_M, _EDGE_INK = 0.02, 0.45
# No part of the body is thicker around its joints.
_FLESH_M = 0.13
# The shadow of a thing on the floor.
_SHADE, _SHADE_M = 0.20, 0.02
_CASTS = {PropKind.CHAIR, PropKind.STEP, PropKind.STAIRS, PropKind.FOAM, PropKind.WORKTOP, PropKind.RAIL}
_FLAT_KINDS = {PropKind.MAT: 0, PropKind.FOAM: 1, PropKind.CUSHION: 1}


class Veil:
    """A piece of a standing thing that may hide a part of the body; it is painted again over what it hides."""

    def __init__(self, piece: Piece, lens: Lens, palette: FigurePalette, *, sheet: bool) -> None:
        self._piece, self._lens, self._palette, self.sheet = piece, lens, palette, sheet
        self.kind = piece.kind
        self.depth = max((lens.depth(_middle(box)) for box in piece.solid), default=0.0)
        self._kept: tuple[QPointF, QImage] | None = None

    def hides(self, part: Group, touching: frozenset[tuple[str, str]]) -> bool:
        """Tell whether a part of the body lies behind it; `touching` are the forearms that lie upon a thing."""
        if self.kind in part.under:
            return True
        upon = (part.name, self.kind.value) in touching and self.kind is PropKind.RAIL
        if not part.spots or upon:
            return False
        if self.sheet:
            return True
        return any(self._hides_low(box, part) for box in self._piece.solid)

    def _hides_low(self, box: Box, part: Group) -> bool:
        """Tell whether a box hides what of a part reaches down to it; a knee over a step is seen."""
        spots = part.spots
        if self.kind in (PropKind.STEP, PropKind.STAIRS):
            spots = tuple(spot for spot in spots if spot[1] < box.high[1] + _OVER_STEP_M)
        return bool(spots) and self._behind(box, *_extent(spots))

    def _behind(self, box: Box, low: Vec, high: Vec) -> bool:
        """Tell whether a plane of the box parts it from what lies farther away, and none from what lies nearer."""
        farther = False
        for towards, least, most, lower, upper in zip(self._lens.towards, low, high, box.low, box.high, strict=True):
            above, below = least >= upper - _SUNK_M, most <= lower + _SUNK_M
            if (above and towards > 0.0) or (below and towards < 0.0):
                return False
            farther = farther or (above and towards < 0.0) or (below and towards > 0.0)
        return farther

    def keep(self, ratio: float) -> None:
        """Paint it once; from now on its picture is laid down. `ratio` is how many pixels there are in each px."""
        flats = [self._lens.flat(corner) for box in self._piece.boxes for corner in _corners(box)]
        xs, ys = [x for x, _ in flats], [y for _, y in flats]
        edge = _EDGE_M * self._lens.scale
        rect = QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys))).adjusted(-edge, -edge, edge, edge)
        outer = QRectF(rect.toAlignedRect())
        image = clear_layer(outer.size(), ratio)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-outer.topLeft())
        self._draw(painter)
        painter.end()
        self._kept = outer.topLeft(), image

    def paint(self, painter: QPainter) -> None:
        """Paint it over what it hides."""
        if self._kept is None:
            self._draw(painter)
        else:
            painter.drawImage(*self._kept)

    def _draw(self, painter: QPainter) -> None:
        if self.sheet:
            self._outline(painter)
            return
        paint_piece(painter, self._lens, self._piece, self._palette.line)

    def _outline(self, painter: QPainter) -> None:
        """Draw a wall before the figure as a pane: sheen over all of it, its skirting over the feet, and its edges."""
        body, *foot = self._piece.boxes
        wall, line = self._palette.wall, self._palette.line
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(plain(_SHEEN_TONE))
        painter.setOpacity(_SHEEN)
        for start, end, wide_m in _SHEENS:
            painter.drawPolygon(self._sheen(body, start, end, wide_m))
        painter.setOpacity(_WASH_FOOT)
        painter.setPen(edge_pen(toned(wall, line, _EDGE_INK), self._lens))
        for box in (*foot, body):
            painter.setBrush(Qt.BrushStyle.NoBrush if box is body else plain(box.colour))
            (x, y0, z0), (_, y1, z1), *_ = box
            painter.drawPolygon(self._flat([(x, y0, z0), (x, y1, z0), (x, y1, z1), (x, y0, z1)]))
        painter.setOpacity(1.0)

    def _sheen(self, wall: Box, start: tuple[float, float], end: tuple[float, float], wide_m: float) -> QPolygonF:
        """Return a stroke across a wall from one place to another, each a share of its width and of its height."""
        (x, y0, z0), (_, y1, z1), *_ = wall
        (az, ay), (bz, by) = ((z0 + z * (z1 - z0), y0 + y * (y1 - y0)) for z, y in (start, end))
        return self._flat([(x, ay, az), (x, by, bz), (x, by - wide_m, bz), (x, ay - wide_m, az)])

    def _flat(self, corners: Sequence[Vec]) -> QPolygonF:
        return QPolygonF([QPointF(*self._lens.flat(corner)) for corner in corners])


class Room:
    """Paints the things of a scene: those behind the figure at once, and again those that hide something of it."""

    def __init__(self, scene: Scene, lens: Lens, palette: FigurePalette) -> None:
        self._scene, self._lens, self._palette, self._frame = scene, lens, palette, lens.frame

    @property
    def moves(self) -> bool:
        """Tell whether the floor moves under the feet."""
        return self._scene.holds(PropKind.PATH)

    def paint_ground(self, painter: QPainter) -> None:
        """Paint the floor, and the shadows that things throw on it."""
        lens, palette = self._lens, self._palette
        wide = (self._frame.right - self._frame.left) / 2
        deep = min(max(0.45, 0.55 * wide) * max(lens.towards[1], 0.10), -self._frame.bottom)
        middle = lens.middle_px
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(plain(palette.floor))
        base = lens.flat((0.0, 0.0, 0.0))[1]
        painter.drawEllipse(QPointF(middle, base), wide * lens.scale, deep * lens.scale)
        for prop in self._scene.props:
            if prop.kind in _CASTS:
                self._shade(painter, prop)

    def paint_behind(self, painter: QPainter) -> None:
        """Paint what stands in the room, and of a wall that one looks through a pale wash."""
        for _, piece in self._pieces:
            if self._is_sheet(piece):
                self._wash(painter, piece)
            else:
                paint_piece(painter, self._lens, piece, self._palette.line)

    def _wash(self, painter: QPainter, piece: Piece) -> None:
        painter.setOpacity(_WASH)
        paint_boxes(painter, self._lens, piece.boxes[:1], self._palette.line)
        painter.setOpacity(1.0)

    @cached_property
    def veils(self) -> list[Veil]:
        """Return what may hide a part of the body, the farthest first."""
        veils = [
            Veil(piece, self._lens, self._palette, sheet=self._is_sheet(piece))
            for _, piece in self._pieces
            if piece.solid
        ]
        return sorted(veils, key=lambda veil: (veil.sheet, veil.depth))

    def held_points(self, figure: Figure) -> tuple[Vec, ...]:
        """Return the outer points of what is held and worn and the body does not hide."""
        return worn_reach(self._scene, figure)

    def held(self, figure: Figure, body: Sequence[Group]) -> list[Group]:
        """Return what is held and worn as parts, so that hands and limbs lie before or behind it."""
        depths = {part.name: part.depth for part in body}
        return worn_parts(self._scene, figure, self._lens, self._palette, depths)

    def reach(self, spots: Sequence[Vec]) -> QRect:
        """Return the part of the picture that parts of the body take whose joints are at these spots."""
        if not spots:
            return QRect()
        flats = [self._lens.flat(spot) for spot in spots]
        xs, ys = [x for x, _ in flats], [y for _, y in flats]
        edge = _FLESH_M * self._lens.scale
        box = QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))
        return box.adjusted(-edge, -edge, edge, edge).toAlignedRect()

    @cached_property
    def _pieces(self) -> list[tuple[Prop, Piece]]:
        """Return all pieces, the nearest last; mats and pads lie under all the rest."""
        found = [
            (prop, piece)
            for prop in self._scene.props
            for piece in pieces_of(prop, self._scene.side, self._palette, self._lens)
        ]
        return sorted(found, key=lambda one: (_FLAT_KINDS.get(one[0].kind, 2), self._nearness(one[1])))

    def _nearness(self, piece: Piece) -> float:
        """Return how near to the eye a piece is; a rail is where its posts stand, however high its bar is."""
        x, y, z = _middle(piece.boxes[-1])
        return self._lens.depth((x, 0.0 if piece.kind is PropKind.RAIL else y, z))

    def _is_sheet(self, piece: Piece) -> bool:
        ahead = piece.boxes[0].low[0] > 0.0
        return piece.kind is PropKind.WALL and ahead and self._lens.towards[0] > FROM_THE_FRONT

    def _shade(self, painter: QPainter, prop: Prop) -> None:
        lens = self._lens
        x, _, z = standing_at(prop, self._scene.side)
        at_x, at_y = lens.flat((x, 0.0, z))
        half, across = prop.size[0] / 2 + _SHADE_M, prop.size[2] / 2 + _SHADE_M
        (ax, ay), (bx, by) = lens.step((half, 0.0, 0.0)), lens.step((0.0, 0.0, across))
        path = QPainterPath()
        path.addEllipse(QPointF(0.0, 0.0), 1.0, 1.0)
        laid = QTransform(ax, ay, bx, by, at_x, at_y)
        brush = QBrush(soft(self._palette.shadow, _SHADE))
        brush.setTransform(laid)
        painter.fillPath(laid.map(path), brush)

    def paint_path(self, painter: QPainter, figure: Figure) -> None:
        """Paint the marks on the floor that move under a walk, ahead or to a side."""
        sideways = self._scene.motion.carrier is Carrier.SIDE_WALK
        moved = figure.ground_side_m if sideways else -figure.ground_m
        shift = moved % _STEP_MARK_M
        marks = QPainterPath()
        for step in range(-8, 9):
            at = step * _STEP_MARK_M + shift
            around = (
                (at, -_MARK_HALF_M),
                (at + _MARK_M, -_MARK_HALF_M),
                (at + _MARK_M, _MARK_HALF_M),
                (at, _MARK_HALF_M),
            )
            corners = [self._lens.flat((y, 0.0, x) if sideways else (x, 0.0, y)) for x, y in around]
            if all(self._lens.shows(corner[0]) for corner in corners):
                marks.addPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        painter.fillPath(marks, plain(self._palette.mat_edge))


def touching_hands(figure: Figure) -> frozenset[tuple[str, str]]:
    """Return the forearms whose hands lie on something, each with what that is."""
    return frozenset(
        (f"{spot.part.removesuffix('_hand')}_forearm", spot.on)
        for spot in figure.contacts
        if spot.part.endswith("_hand")
    )


def paint_parts(painter: QPainter, body: Sequence[Group], room: Room, figure: Figure) -> None:
    """Paint body and worn things in their depth, and over what a standing thing hides that thing again."""
    waiting = sorted([*body, *room.held(figure, body)], key=lambda part: part.depth)
    touching = touching_hands(figure)
    reach = QRect()
    for veil in room.veils:
        hidden = [part for part in waiting if veil.hides(part, touching)]
        if any(part.name == "trunk" for part in hidden):
            # Its collar lies over the neck.
            hidden = [part for part in waiting if part in hidden or part.name == "neck"]
        for part in hidden:
            part.paint(painter)
        waiting = [part for part in waiting if part not in hidden]
        # What is nearer than a thing that was painted again must lie over it again, but nowhere else.
        reach |= room.reach([spot for part in hidden for spot in part.spots])
        if veil.sheet:
            veil.paint(painter)
        elif not reach.isEmpty():
            painter.save()
            painter.setClipRect(reach, Qt.ClipOperation.IntersectClip)
            veil.paint(painter)
            painter.restore()
    for part in waiting:
        part.paint(painter)


def _extent(points: tuple[Vec, ...]) -> tuple[Vec, Vec]:
    xs, ys, zs = zip(*points, strict=True)
    return (min(xs), min(ys), min(zs)), (max(xs), max(ys), max(zs))


def _middle(box: Box) -> Vec:
    (x0, y0, z0), (x1, y1, z1), *_ = box
    return ((x0 + x1) / 2, (y0 + y1) / 2, (z0 + z1) / 2)


def _corners(box: Box) -> list[Vec]:
    return [
        (x, y, z)
        for x in (box.low[0], box.high[0])
        for y in (box.low[1], box.high[1])
        for z in (box.low[2], box.high[2])
    ]
