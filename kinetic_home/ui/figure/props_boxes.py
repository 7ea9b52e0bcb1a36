"""Standing things as boxes: what a chair, a step, a worktop, a rail or a wall is built of, and how a box is painted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from kinetic_home.domain.room import Prop, PropKind
from kinetic_home.domain.side import Side
from kinetic_home.figure.detour import TREADS
from kinetic_home.figure.scene import CHAIR_BACK_M
from kinetic_home.figure.space import Vec, dot
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.palette import FigurePalette
from kinetic_home.ui.figure.tones import plain, toned

# A thing that is turned by more than this is turned by a right angle.
_QUARTER_DEG = 45.0
_SKIRTING_M, _SKIRTING_DEEP_M = 0.075, 0.012
# How near to the eye a wall goes that is seen from beside, and how little light shades it.
_WALL_NEAR_M, _WALL_SHADING = 0.24, 0.30
# From here on the eye looks from the front.
FROM_THE_FRONT = 0.4
# The darker edge of a step: how wide and how high it is, and how far it stands out.
_EDGE_M, _EDGE_HIGH_M, _ON_M = 0.035, 0.022, 0.001
_CHAIR_LEG_M, _SEAT_M, _BOARD_M, _POST_M = 0.036, 0.042, 0.18, 0.018
# A cushion is round at its edges, and light goes round them.
_SOFT_M, _SOFT_SHADING = 0.03, 0.6
_TOP_M, _APRON_M, _INSET_M, _TABLE_LEG_M = 0.04, 0.07, 0.035, 0.05
_RUNNER_M, _RUNNER_LONG = 0.035, 0.62
_RAIL_POST_M, _RAIL_FOOT_M, _STEEL = 0.016, 0.07, 0.4
# How much of the line's ink an edge takes on, and how wide it is.
_EDGE_INK, _EDGE_LINE_M = 0.20, 0.004


class Box(NamedTuple):
    """An upright box: its least and its greatest corner, its colour, how strongly light shades it, and how round it is.

    `round_m` is the radius of its edges.
    """

    low: Vec
    high: Vec
    colour: str
    shading: float = 1.0
    round_m: float = 0.0

    @property
    def middle(self) -> Vec:
        """Return the place halfway between its corners."""
        (x0, y0, z0), (x1, y1, z1) = self.low, self.high
        return (x0 + x1) / 2, (y0 + y1) / 2, (z0 + z1) / 2

    @property
    def corners(self) -> tuple[Vec, ...]:
        """Return its eight corners."""
        (x0, y0, z0), (x1, y1, z1) = self.low, self.high
        return tuple((x, y, z) for x in (x0, x1) for y in (y0, y1) for z in (z0, z1))


class Piece(NamedTuple):
    """A part of a standing thing that is painted in one go.

    `solid` are those of its boxes that hide a body; `trim` lies on the boxes and is painted after them.
    """

    kind: PropKind
    boxes: tuple[Box, ...]
    solid: tuple[Box, ...]
    trim: tuple[Box, ...] = ()


_FACES: tuple[tuple[Vec, tuple[int, int, int, int], float], ...] = (
    ((0.0, 1.0, 0.0), (2, 3, 7, 6), 0.0),
    ((1.0, 0.0, 0.0), (4, 5, 7, 6), 0.22),
    ((-1.0, 0.0, 0.0), (0, 1, 3, 2), 0.22),
    ((0.0, 0.0, 1.0), (1, 3, 7, 5), 0.11),
    ((0.0, 0.0, -1.0), (0, 2, 6, 4), 0.11),
)


def standing_at(prop: Prop, side: Side) -> Vec:
    """Return where a thing stands; for the left side all is mirrored."""
    x, y, z = prop.at
    return (x, y, -z if side is Side.LEFT else z)


def pieces_of(prop: Prop, side: Side, palette: FigurePalette, lens: Lens) -> list[Piece]:
    """Return the pieces of a standing thing, as they are drawn for an eye."""
    at, kind = standing_at(prop, side), prop.kind
    if _QUARTER_DEG < prop.turn_deg % 180.0 < 180.0 - _QUARTER_DEG:
        long, high, deep = prop.size
        prop = replace(prop, size=(deep, high, long))
    match kind:
        case PropKind.MAT:
            return [_one(kind, _box(at, prop, (-prop.size[1], 0.0), palette.mat), solid=False)]
        case PropKind.CUSHION:
            pillow = _box(at, prop, (0.0, prop.size[1]), palette.cushion)._replace(
                shading=_SOFT_SHADING, round_m=_SOFT_M
            )
            return [_one(kind, pillow, solid=False)]
        case PropKind.FOAM:
            return [_one(kind, _box(at, prop, (0.0, prop.size[1]), palette.foam), solid=False)]
        case PropKind.CHAIR:
            return _chair(at, prop, palette)
        case PropKind.WORKTOP:
            return _worktop(at, prop, palette)
        case PropKind.RAIL:
            return [_rail(at, prop, palette)]
        case PropKind.WALL:
            return [_wall(at, prop, palette, lens)]
        case PropKind.STEP:
            box = _box(at, prop, (0.0, prop.size[1]), palette.prop_light)
            return [_tread(kind, box, palette, lens, ahead=True)]
        case PropKind.STAIRS:
            return list(_stairs(at, prop, palette, lens))
        case _:
            return []


def _one(kind: PropKind, box: Box, *, solid: bool) -> Piece:
    return Piece(kind, (box,), (box,) if solid else ())


def _box(at: Vec, prop: Prop, heights: tuple[float, float], colour: str, inset: float = 0.0) -> Box:
    (x, _, z), (long, _, deep) = at, prop.size
    half, across = long / 2 - inset, deep / 2 - inset
    return Box((x - half, heights[0], z - across), (x + half, heights[1], z + across), colour)


def _tread(kind: PropKind, box: Box, palette: FigurePalette, lens: Lens, *, ahead: bool) -> Piece:
    """Return a step with a darker edge where one steps up to it, and `ahead` where one steps down from it."""
    (x0, _, z0), (x1, high, z1), *_ = box
    colour = toned(palette.prop_dark, palette.line, 0.18)
    low, over = high - _EDGE_HIGH_M, _ON_M
    near = z1 if lens.towards[2] > 0.0 else z0
    trim = [
        Box((x0 - over, high - over, z0 - over), (x0 + _EDGE_M, high + over, z1 + over), colour),
        Box((x0 - over, low, near - over), (x0 + _EDGE_M, high, near + over), colour),
    ]
    if ahead:
        trim.append(Box((x1 - _EDGE_M, low, z0 - over), (x1 + over, high + over, z1 + over), colour))
    return Piece(kind, (box,), (box,), tuple(trim))


def _stairs(at: Vec, prop: Prop, palette: FigurePalette, lens: Lens) -> Iterator[Piece]:
    (x, y, z), (long, high, _) = at, prop.size
    for number in range(TREADS):
        spot = (x + number * long, y, z)
        box = _box(spot, prop, (0.0, high * (number + 1)), palette.prop_light)
        yield _tread(prop.kind, box, palette, lens, ahead=False)


def _wall(at: Vec, prop: Prop, palette: FigurePalette, lens: Lens) -> Piece:
    (x, _, z), (long, high, deep) = at, prop.size
    z0, z1 = z - deep / 2, z + deep / 2
    if x > 0 and lens.towards[0] < FROM_THE_FRONT:
        # Seen from beside, it is cut off before it hides the hands that lie on it.
        z0, z1 = (z0, min(z1, z + _WALL_NEAR_M)) if lens.towards[2] > 0 else (max(z0, z - _WALL_NEAR_M), z1)
    body = Box((x - long / 2, 0.0, z0), (x + long / 2, high, z1), palette.wall, _WALL_SHADING)
    # The face that the person sees has the skirting.
    face = x - long / 2 if x > 0 else x + long / 2
    out = -_SKIRTING_DEEP_M if x > 0 else _SKIRTING_DEEP_M
    low, top = (min(face, face + out), 0.0, z0), (max(face, face + out), _SKIRTING_M, z1)
    return Piece(prop.kind, (body, Box(low, top, palette.wall_edge, _WALL_SHADING)), (body,))


def _chair(at: Vec, prop: Prop, palette: FigurePalette) -> list[Piece]:
    (x, _, z), (long, high, deep) = at, prop.size
    wood, leg = palette.wood, _CHAIR_LEG_M
    dark = toned(wood, palette.line, 0.10)
    legs = [
        Box((cx - leg / 2, 0.0, cz - leg / 2), (cx + leg / 2, high - _SEAT_M, cz + leg / 2), dark)
        for cx in (x - (long - leg) / 2, x + (long - leg) / 2)
        for cz in (z - (deep - leg) / 2, z + (deep - leg) / 2)
    ]
    seat = Box((x - long / 2, high - _SEAT_M, z - deep / 2), (x + long / 2, high, z + deep / 2), wood)
    back = x + (1.0 if abs(prop.turn_deg) > 90.0 else -1.0) * (long / 2 - 0.02)
    post, top = _POST_M, high + CHAIR_BACK_M
    posts = [
        Box((back - post, high, cz - post), (back + post, top, cz + post), wood)
        for cz in (z - deep / 2 + post, z + deep / 2 - post)
    ]
    board = Box((back - 0.016, top - _BOARD_M, z - deep / 2), (back + 0.016, top, z + deep / 2), wood)
    return [Piece(prop.kind, (*legs, seat), (seat,)), Piece(prop.kind, (*posts, board), (board,))]


def _worktop(at: Vec, prop: Prop, palette: FigurePalette) -> list[Piece]:
    """Return a worktop on two legs at its far edge, so that the person's own are seen from everywhere.

    Runners on the floor bear it; its slab hides what is behind it and nothing else does.
    """
    (x, _, z), (long, high, deep) = at, prop.size
    far = 1.0 if x > 0.0 else -1.0
    slab = _box(at, prop, (high - _TOP_M, high), palette.wood)
    leg, edge = _TABLE_LEG_M, x + far * (long / 2 - _INSET_M)
    beam = _between(edge, edge - far * leg, (high - _TOP_M - _APRON_M, high - _TOP_M), z, deep / 2 - _INSET_M)
    boxes = [Box(*beam, palette.prop)]
    for sign in (-1.0, 1.0):
        at_z = z + sign * (deep / 2 - _INSET_M - leg / 2)
        for end, heights in ((leg, (_RUNNER_M, high - _TOP_M)), (_RUNNER_LONG * long, (0.0, _RUNNER_M))):
            boxes.append(Box(*_between(edge, edge - far * end, heights, at_z, leg / 2), palette.prop))
    return [Piece(prop.kind, (*boxes, slab), (slab,))]


def _between(x0: float, x1: float, heights: tuple[float, float], z: float, across: float) -> tuple[Vec, Vec]:
    return (min(x0, x1), heights[0], z - across), (max(x0, x1), heights[1], z + across)


def _rail(at: Vec, prop: Prop, palette: FigurePalette) -> Piece:
    (x, _, z), (long, high, deep) = at, prop.size
    post, foot = _RAIL_POST_M, _RAIL_FOOT_M
    places = [x + sign * (long / 2 - 0.06) for sign in (-1.0, 1.0)]
    steel = toned(palette.prop_dark, palette.iron, _STEEL)
    posts = [Box((cx - post, 0.0, z - post), (cx + post, high - deep, z + post), steel) for cx in places]
    feet = [Box((cx - foot, 0.0, z - foot), (cx + foot, 0.012, z + foot), steel) for cx in places]
    bar = _box(at, prop, (high - deep, high), palette.wood)
    return Piece(prop.kind, (*feet, *posts, bar), (bar,))


def paint_piece(painter: QPainter, lens: Lens, piece: Piece, line: str) -> None:
    """Paint all boxes of a piece, what lies on them last."""
    paint_boxes(painter, lens, piece.boxes, line)
    paint_boxes(painter, lens, piece.trim, line)


def paint_boxes(painter: QPainter, lens: Lens, boxes: Sequence[Box], line: str) -> None:
    """Paint boxes that do not overlap, the farthest first, each with its edges a little darker."""
    for box in sorted(boxes, key=lambda one: lens.depth(one.middle)):
        faces = list(_seen_faces(lens, box, line))
        # A round edge is a broad pen of the face's own tone, and its line a pen that is a little broader.
        for tone, face in faces if box.round_m else ():
            painter.setPen(_pen(toned(tone, line, _EDGE_INK), 2.0 * (box.round_m + _EDGE_LINE_M), lens))
            painter.drawPolygon(face)
        for tone, face in faces:
            painter.setBrush(plain(tone))
            edge = (tone, 2.0 * box.round_m) if box.round_m else (toned(tone, line, _EDGE_INK), _EDGE_LINE_M)
            painter.setPen(_pen(*edge, lens))
            painter.drawPolygon(face)


def edge_pen(colour: str, lens: Lens) -> QPen:
    """Return the pen of an edge."""
    return _pen(colour, _EDGE_LINE_M, lens)


def _seen_faces(lens: Lens, box: Box, line: str) -> Iterator[tuple[str, QPolygonF]]:
    """Yield the tone and the outline of every face that looks to the eye, within the round edges."""
    (x0, y0, z0), (x1, y1, z1), colour, shading, off = box
    xs, ys, zs = (x0 + off, x1 - off), (y0 + off, y1 - off), (z0 + off, z1 - off)
    points = [QPointF(*lens.flat((x, y, z))) for x in xs for y in ys for z in zs]
    for normal, four, shade in _FACES:
        if dot(normal, lens.towards) > 0.02:
            yield toned(colour, line, round(shade * shading, 3)), QPolygonF([points[k] for k in four])


def _pen(colour: str, wide_m: float, lens: Lens) -> QPen:
    width = wide_m * lens.scale
    return QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
