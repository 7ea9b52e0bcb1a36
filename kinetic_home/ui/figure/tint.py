"""The soft tint of muscles that work or are stretched, laid inside the outline of the parts that they are seen on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import atan2, ceil, cos, degrees, floor, hypot, radians, sin, sqrt
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QTransform

from kinetic_home.domain.fault import Mark
from kinetic_home.domain.side import Side
from kinetic_home.figure.emphasis import Emphasis, effort_left
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.muscles import LEG, REGIONS, Bone, Cover, Region, share_of
from kinetic_home.figure.scene import Scene
from kinetic_home.figure.space import UPRIGHT, Frame, Vec, along, cross, dot, scaled, sub, unit
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.outline import Flat
from kinetic_home.ui.figure.palette import FigurePalette
from kinetic_home.ui.figure.tones import belly_brush

# Below this a tint is not seen.
_LEAST = 0.02
# Less than this of a region in sight is the edge of a limb and no muscle.
_LEAST_SEEN_DEG = 6.0
# The brush fades out this much beyond the muscle's edge; of a muscle that hardly works only its belly shows, so much.
_SOFT, _BELLY = 1.08, 0.55
_MOST_BEYOND = 0.7
_FIBRES = 4
_FIBRE_M = 0.0042
_FIBRE_REACH = 0.76
# Fibres keep so far within the surface, and need so much of their muscle in sight.
_WITHIN, _ROOM_FOR_FIBRES = 0.80, 0.5
# They show on a muscle that is longer than it goes round its bone, and is seen longer than wide: all of them where it
# is by half as much again; and where so many of their own widths lie between them.
_LONG, _APART = 1.0, 3.0
_FIBRE_ALPHA, _FIBRE_SEEN = 0.50, 0.05
# What is seen of a sole lies so far below the ankle, and all of it so near its middle line, bent toes too.
_SOLE_M, _SOLE_WIDE_M = 0.056, 0.24
_BREATHING = "diaphragm"
_STILL_BREATH = 0.45
_UPPER_JOINT = {Bone.THIGH: "hip", Bone.SHANK: "knee", Bone.FOOT: "ankle"}
_SIDES = (("right", 1.0), ("left", -1.0))
# The muscle that works in place of the right ones in a wrong version.
_OTHER = "hamstrings"


class Tint(NamedTuple):
    """One muscle as it is seen: its brush, and its fibres where it is stretched."""

    brush: QBrush
    reach: QRectF
    fibres: QPainterPath | None
    pen: QPen | None

    def brush_moved(self, x_px: float, y_px: float) -> QBrush:
        """Return the brush, moved by so much."""
        brush = QBrush(self.brush)
        brush.setTransform(self.brush.transform() * QTransform.fromTranslate(x_px, y_px))
        return brush

    def paint(self, painter: QPainter, within: QPainterPath) -> None:
        """Lay the tint over a shape that the muscle is seen on."""
        shape = within.controlPointRect()
        if self.reach.contains(shape):
            painter.fillPath(within, self.brush)
        elif self.reach.intersects(shape):
            # Most of a shape may be beyond the muscle, where there would be nothing but clear colour to lay.
            painter.save()
            painter.setClipRect(self.reach, Qt.ClipOperation.IntersectClip)
            painter.fillPath(within, self.brush)
            painter.restore()
        if self.fibres is not None and self.pen is not None:
            painter.strokePath(self.fibres, self.pen)


class _Glow(NamedTuple):
    """A muscle to tint: its name, its colour, how strongly, and whether its fibres show."""

    muscle: str
    colour: str
    strength: float
    drawn_out: bool


class Tints:
    """The tints of one figure, by the part that they are seen on; `on` asks for «left_thigh», «shorts» and so on."""

    def __init__(self, figure: Figure, scene: Scene, lens: Lens, palette: FigurePalette, emphasis: Emphasis) -> None:
        self._figure, self._motion, self._lens, self._palette = figure, scene.motion, lens, palette
        self._found: dict[str, list[Tint]] = {}
        for glow in _glows(figure, scene, palette, emphasis):
            for region in REGIONS.get(glow.muscle, ()):
                self._lay(glow, region, scene.side)

    def on(self, cover: Cover, side: str = "") -> Sequence[Tint]:
        """Return what is tinted on a part of the painted body; shorts and top have no side."""
        return self._found.get(f"{side}_{cover}" if side else cover, ())

    def _lay(self, glow: _Glow, region: Region, works: Side) -> None:
        for side, sign in _SIDES:
            if region.middle and side == "left":
                continue
            share = 1.0 if region.middle else share_of(glow.muscle, side, self._figure, self._motion, works)
            if share * glow.strength <= _LEAST:
                continue
            placed = self._placed(region, side)
            tint = self._tint(glow._replace(strength=share * glow.strength), region, placed, sign)
            if tint is None:
                continue
            # A thigh that comes ahead is painted upon its shorts.
            comes = region.seen == LEG and self._lens.depth(placed[1][1]) < 0.0
            last = region.seen[0 if comes else -1]
            for cover in region.seen:
                key = cover if cover in (Cover.SHORTS, Cover.TOP) else f"{side}_{cover}"
                # Fibres are drawn once, with the part that is painted last.
                shown = tint if cover is last else tint._replace(fibres=None)
                self._found.setdefault(key, []).append(shown)

    def _placed(self, region: Region, side: str) -> tuple[Vec, Frame]:
        """Return the upper joint of a region's bone, and its frame with the up axis along the bone."""
        joints, frames = self._figure.joints, self._figure.frames
        match region.bone:
            case Bone.HIPS:
                return joints["pelvis"], frames["hips"]
            case Bone.CHEST:
                return joints["neck"], frames["chest"]
            case Bone.FOREARM:
                elbow, wrist = joints[f"{side}_elbow"], joints[f"{side}_wrist"]
                return elbow, _around(unit(sub(elbow, wrist)), self._lens.towards)
            case Bone.FOOT:
                ahead, up, right = frames[f"{side}_foot"]
                # Along a foot is ahead.
                return along(joints[f"{side}_ankle"], up, -_SOLE_M), (up, ahead, right)
            case _:
                return joints[f"{side}_{_UPPER_JOINT[region.bone]}"], frames[f"{side}_{region.bone}"]

    def _tint(self, glow: _Glow, region: Region, placed: tuple[Vec, Frame], sign: float) -> Tint | None:
        origin, (forward, up, right) = placed
        lens, eye = self._lens, self._lens.towards
        deep, broad = region.deep_m, region.wide_m
        if region.bone is Bone.FOOT:
            return self._on_sole(glow, region, origin, up)
        outward = scaled(right, sign)
        # Where round the bone the surface looks at the eye; a quarter turn to both sides of it is in sight.
        faces = degrees(atan2(deep * dot(outward, eye), broad * dot(forward, eye)))
        off = (region.facing_deg - faces + 180.0) % 360.0 - 180.0
        low, high = max(off - region.half_deg, -90.0), min(off + region.half_deg, 90.0)
        if high - low < _LEAST_SEEN_DEG:
            return None
        (fx, fy), (ox, oy) = lens.step(scaled(forward, deep)), lens.step(scaled(outward, broad))

        def around(angle_deg: float) -> Flat:
            turn = radians(faces + angle_deg)
            c, s = cos(turn), sin(turn)
            return fx * c + ox * s, fy * c + oy * s

        (lx, ly), (hx, hy) = around(low), around(high)
        fibre_at = ((lx + hx) * _WITHIN / 2, (ly + hy) * _WITHIN / 2)
        fibre_across = ((hx - lx) * _WITHIN / 2, (hy - ly) * _WITHIN / 2)
        # What goes on behind the edge keeps its fullness up to the edge; the outline cuts the rest off.
        lx, ly = _beyond((lx, ly), (hx, hy), (low - off + region.half_deg) / (2.0 * region.half_deg))
        hx, hy = _beyond((hx, hy), (lx, ly), (off + region.half_deg - high) / (2.0 * region.half_deg))
        middle = lens.flat(along(origin, up, (region.low_m + region.high_m) / 2))
        (bx, by) = lens.step(scaled(up, (region.high_m - region.low_m) / 2))
        ax, ay = (hx - lx) / 2, (hy - ly) / 2
        if abs(ax * by - ay * bx) < 1.0:
            return None
        at = (middle[0] + (lx + hx) / 2, middle[1] + (ly + hy) / 2)
        seen = min(1.0, (high - low) / (1.4 * region.half_deg))
        strength = round(sqrt(glow.strength * seen), 2)
        tint = _glowing(glow.colour, strength, at, (ax, ay), (bx, by))
        # At a limb's very edge there is no room for lines.
        round_m = radians(region.half_deg) * (deep + broad)
        if not glow.drawn_out or seen < _ROOM_FOR_FIBRES or region.high_m - region.low_m < _LONG * round_m:
            return tint
        pen = self._pen(glow, 2.0 * hypot(*fibre_across), 2.0 * hypot(bx, by))
        if pen is None:
            return tint
        start = (middle[0] + fibre_at[0], middle[1] + fibre_at[1])
        return tint._replace(fibres=_fibres(start, fibre_across, (bx, by)), pen=pen)

    def _on_sole(self, glow: _Glow, region: Region, origin: Vec, ahead: Vec) -> Tint | None:
        """Return the tint of a sole: a stretch of it, as wide as whatever is seen of it."""
        lens = self._lens
        bx, by = lens.step(scaled(ahead, (region.high_m - region.low_m) / 2))
        size = hypot(bx, by)
        if size < 1.0:
            return None
        wide = _SOLE_WIDE_M * lens.scale / size
        at = lens.flat(along(origin, ahead, (region.low_m + region.high_m) / 2))
        return _glowing(glow.colour, round(sqrt(glow.strength), 2), at, (-by * wide, bx * wide), (bx, by))

    def _pen(self, glow: _Glow, wide_px: float, long_px: float) -> QPen | None:
        """Return the pen for fibres of a muscle that is seen so wide and so long, or nothing where it has no room."""
        line_px = max(1.4, _FIBRE_M * self._lens.scale)
        room = min(2.0 * (long_px / wide_px - _LONG), wide_px / (_FIBRES * line_px) - _APART, 1.0)
        alpha = _FIBRE_ALPHA * glow.strength * room
        if alpha < _FIBRE_SEEN:
            return None
        colour = QColor(self._palette.fibre)
        colour.setAlphaF(alpha)
        pen = QPen(colour, line_px)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        return pen


def _glowing(colour: str, strength: float, at: Flat, across: Flat, bone: Flat) -> Tint:
    """Return the tint around a place; what works harder glows farther out from its belly, and there as always."""
    size = _SOFT * (_BELLY + (1.0 - _BELLY) * strength)
    (ax, ay), (bx, by) = across, bone
    brush = QBrush(belly_brush(colour, strength))
    brush.setTransform(QTransform(ax * size, ay * size, bx * size, by * size, *at))
    # The box of the ellipse that the brush fills, on whole pixels: a clip on part of one would show.
    half_x, half_y = hypot(ax, bx) * size, hypot(ay, by) * size
    left, top = floor(at[0] - half_x), floor(at[1] - half_y)
    reach = QRectF(left, top, ceil(at[0] + half_x) - left, ceil(at[1] + half_y) - top)
    return Tint(brush, reach, None, None)


def _glows(figure: Figure, scene: Scene, palette: FigurePalette, emphasis: Emphasis) -> Iterable[_Glow]:
    """Yield every muscle to tint, what is stretched before what works."""
    wrong = figure.fault if Mark.HAMSTRING in scene.motion.marks else 0.0
    if emphasis.pull > _LEAST:
        for muscle in emphasis.stretched:
            yield _Glow(muscle, palette.stretch, emphasis.pull, drawn_out=True)
    effort = emphasis.effort * effort_left(figure, scene.motion, scene.side)
    strengths = dict.fromkeys(emphasis.muscles, effort)
    # A pose that tightens the buttocks or the belly shows it, whatever else is emphasised.
    for muscle, held in (("glute_max", figure.glute), ("core_deep", figure.brace)):
        if held > _LEAST:
            strengths[muscle] = max(strengths.get(muscle, 0.0), held)
    if wrong:
        strengths = {name: strength * (1.0 - wrong) for name, strength in strengths.items()}
    for muscle, strength in strengths.items():
        if muscle == _BREATHING:
            strength *= _STILL_BREATH + (1.0 - _STILL_BREATH) * figure.belly
        if strength > _LEAST:
            yield _Glow(muscle, palette.effort, strength, drawn_out=False)
    if wrong > _LEAST:
        yield _Glow(_OTHER, palette.mark, wrong, drawn_out=False)


def _beyond(edge: Flat, other: Flat, hidden: float) -> Flat:
    """Return an edge of a region moved outward by what of it is hidden, a share of the whole."""
    grown = min(hidden / (1.0 - hidden), _MOST_BEYOND) if hidden < 1.0 else _MOST_BEYOND
    return edge[0] + (edge[0] - other[0]) * grown, edge[1] + (edge[1] - other[1]) * grown


def _fibres(at: Flat, across: Flat, bone: Flat) -> QPainterPath:
    """Return lines along a muscle that come together at its ends, as fibres do."""
    (x, y), (ax, ay), (bx, by) = at, across, bone
    path = QPainterPath()
    for number in range(_FIBRES):
        share = (2.0 * (number + 0.5) / _FIBRES - 1.0) * 0.62
        reach = _FIBRE_REACH * sqrt(1.0 - 0.55 * share * share)
        ends = [
            QPointF(x + ax * share * 0.5 + sign * bx * reach, y + ay * share * 0.5 + sign * by * reach)
            for sign in (1.0, -1.0)
        ]
        path.moveTo(ends[0])
        path.quadTo(QPointF(x + ax * share * 1.25, y + ay * share * 1.25), ends[1])
    return path


def _around(up: Vec, eye: Vec) -> Frame:
    """Return a frame along a bone that is alike all round: its front looks at the eye."""
    front = along(eye, up, -dot(eye, up))
    if hypot(*front) < 1e-3:
        front = along(UPRIGHT[0], up, -dot(UPRIGHT[0], up))
    front = unit(front)
    return front, up, cross(front, up)
