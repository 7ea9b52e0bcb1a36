"""The room around the figure: the floor, the things that stand on it, and which of them hide what of the body."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from math import inf, sqrt

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPolygonF, QTransform

from kinetic_home.domain.motion import Carrier
from kinetic_home.domain.room import Prop, PropKind
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.scene import Scene
from kinetic_home.figure.space import Vec
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.outline import Flat
from kinetic_home.ui.figure.palette import FigurePalette
from kinetic_home.ui.figure.parts import Group
from kinetic_home.ui.figure.props_boxes import (
    FROM_THE_FRONT,
    Piece,
    paint_boxes,
    paint_piece,
    pieces_of,
    standing_at,
)
from kinetic_home.ui.figure.props_worn import worn_parts, worn_reach
from kinetic_home.ui.figure.shadow import Shadow
from kinetic_home.ui.figure.tones import plain, soft
from kinetic_home.ui.figure.veil import Veil

# How much is seen of a wall behind which the figure stands; its edges and its sheen are painted over the figure.
_WASH = 0.30
_STEP_MARK_M, _MARK_M, _MARK_HALF_M = 0.35, 0.022, 0.24
# No part of the body is thicker around its joints.
_FLESH_M = 0.13
# The shadow of a thing on the floor.
_SHADE, _SHADE_M = 0.20, 0.02
_CASTS = {PropKind.CHAIR, PropKind.STEP, PropKind.STAIRS, PropKind.FOAM, PropKind.WORKTOP, PropKind.RAIL}
_LEG_ENDS = ("_thigh", "_shank")
_ARM_ENDS, _TORSO = ("_upper_arm", "_forearm", "_hand"), {"hips", "waistband", "trunk"}
_FLAT_KINDS = {PropKind.MAT: 0, PropKind.FOAM: 1, PropKind.CUSHION: 1}


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
        x, y, wide, deep = self._floor
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(plain(self._palette.floor))
        painter.drawEllipse(QPointF(x, y), wide, deep)
        for prop in self._scene.props:
            if prop.kind in _CASTS:
                self._shade(painter, prop)

    @cached_property
    def _floor(self) -> tuple[float, float, float, float]:
        """Return the middle of the floor that is shown and its half axes, in px."""
        lens, frame = self._lens, self._frame
        wide = (frame.right - frame.left) / 2
        deep = min(max(0.45, 0.55 * wide) * max(lens.towards[1], 0.10), -frame.bottom)
        return lens.middle_px, lens.flat((0.0, 0.0, 0.0))[1], wide * lens.scale, deep * lens.scale

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
        """Return what may hide a part of the body, the farthest first, panes last of all."""
        veils = [
            Veil(piece, self._lens, self._palette, sheet=self._is_sheet(piece))
            for _, piece in self._pieces
            if piece.solid
        ]
        return sorted(veils, key=lambda veil: veil.sheet)

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
        x, y, z = piece.boxes[-1].middle
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
            ends = ((at, -_MARK_HALF_M), (at, _MARK_HALF_M))
            start, end = (self._lens.flat((y, 0.0, x) if sideways else (x, 0.0, y)) for x, y in ends)
            on_floor = self._on_floor(start, end)
            if on_floor is not None:
                wide_x, wide_y = self._lens.step((0.0, 0.0, _MARK_M) if sideways else (_MARK_M, 0.0, 0.0))
                rear = [QPointF(x, y) for x, y in on_floor]
                marks.addPolygon(QPolygonF([*rear, *(spot + QPointF(wide_x, wide_y) for spot in reversed(rear))]))
        painter.fillPath(marks, plain(self._palette.mat_edge))

    def _on_floor(self, start: Flat, end: Flat) -> tuple[Flat, Flat] | None:
        """Return the part of a straight line that lies on the floor that is shown, if any, in px."""
        x, y, wide, deep = self._floor
        ax, ay = (start[0] - x) / wide, (start[1] - y) / deep
        ux, uy = (end[0] - start[0]) / wide, (end[1] - start[1]) / deep
        size, half = ux * ux + uy * uy, ax * ux + ay * uy
        inside = half * half - size * (ax * ax + ay * ay - 1.0)
        if inside <= 0.0:
            return None
        enters, leaves = max((-half - sqrt(inside)) / size, 0.0), min((-half + sqrt(inside)) / size, 1.0)
        if enters >= leaves:
            return None
        (sx, sy), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
        return (sx + dx * enters, sy + dy * enters), (sx + dx * leaves, sy + dy * leaves)


def touching_hands(figure: Figure) -> frozenset[tuple[str, str]]:
    """Return the hands that lie on something and their forearms, each with what that is."""
    return frozenset(
        (name, spot.on)
        for spot in figure.contacts
        if spot.part.endswith("_hand")
        for name in (spot.part, f"{spot.part.removesuffix('_hand')}_forearm")
    )


def paint_parts(painter: QPainter, body: Sequence[Group], room: Room, figure: Figure, shadow: Shadow) -> None:
    """Paint body and worn things in their depth, and over what a standing thing hides that thing again."""
    waiting = sorted([*body, *room.held(figure, body)], key=lambda part: part.depth)
    touching = touching_hands(figure)
    reach = QRect()
    for veil in room.veils:
        hidden = _with_torso([part for part in waiting if veil.hides(part, touching)], waiting)
        if any(part.name == "trunk" for part in hidden):
            # Its collar lies over the neck.
            hidden = [part for part in waiting if part in hidden or part.name == "neck"]
        hidden = _with_other_leg(hidden, waiting, room)
        for part in hidden:
            part.paint(painter)
        waiting = [part for part in waiting if part not in hidden]
        # What is nearer than a thing that was painted again must lie over it again, but nowhere else.
        reach |= room.reach([spot for part in hidden for spot in part.spots])
        if veil.kind is PropKind.CHAIR and not reach.isEmpty():
            # The shadow of the body darkens its legs: where only a part is painted again they would show a step.
            reach |= shadow.reach(figure).toAlignedRect()
        if veil.sheet:
            veil.paint(painter)
        elif not reach.isEmpty():
            painter.save()
            painter.setClipRect(reach, Qt.ClipOperation.IntersectClip)
            veil.paint(painter)
            painter.restore()
    for part in waiting:
        part.paint(painter)


def _with_torso(hidden: Sequence[Group], waiting: Sequence[Group]) -> Sequence[Group]:
    """Return what a thing hides with what of the trunk lies behind a hidden arm: it is not painted over that later."""
    nearest = max((part.depth for part in hidden if part.name.endswith(_ARM_ENDS)), default=-inf)
    return [part for part in waiting if part in hidden or (part.name in _TORSO and part.depth < nearest)]


def _with_other_leg(hidden: Sequence[Group], waiting: Sequence[Group], room: Room) -> Sequence[Group]:
    """Return what a thing hides with what of the other leg lies behind a hidden shank: it is not painted over later."""
    legs = [part for part in waiting if part.name.endswith(_LEG_ENDS)]
    behind: list[Group] = []
    for shank in (part for part in hidden if part.name.endswith("_shank")):
        side, taken = shank.name.removesuffix("_shank"), room.reach(shank.spots)
        others = [part for part in legs if part.depth < shank.depth and not part.name.startswith(side)]
        behind += [part for part in others if room.reach(part.spots).intersects(taken)]
    return [part for part in waiting if part in behind or part in hidden] if behind else hidden
