"""What is held and worn: stick, strap, bands, towel, weights, a bag, a backpack, and foam that gives under a foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise
from math import cos, pi, sin

from kinetic_home.domain.fault import Mark
from kinetic_home.domain.room import Prop, PropKind
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.scene import Scene, stick_ends, strap_points
from kinetic_home.figure.space import Vec, add, along, between, dot, place, scaled, sub, unit
from kinetic_home.figure.worn import Held, backpack_at, band_rings, towel_at, worn_points
from kinetic_home.figure.worn import long_band as long_band_at
from kinetic_home.ui.figure.bands import long_band, loop_band
from kinetic_home.ui.figure.build import Ring
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.outline import limb_outline
from kinetic_home.ui.figure.palette import FigurePalette
from kinetic_home.ui.figure.parts import (
    Group,
    LimbPart,
    LinesPart,
    Part,
    ShapePart,
)
from kinetic_home.ui.figure.paths import BOTH_CAPS
from kinetic_home.ui.figure.props_boxes import standing_at
from kinetic_home.ui.figure.shapes import Shaper
from kinetic_home.ui.figure.tones import toned
from kinetic_home.ui.figure.weights import weight_of, weight_parts, weight_reach

_STICK_M, _STICK_BEFORE_M, _STICK_ON_TRUNK, _STRAP_M = 0.026, 0.02, 0.36, 0.036
_EPS = 1e-3
_FOAM_LIP_M, _FOOT_LONG_M, _FOOT_WIDE_M, _FOAM_NEAR_M = 0.014, 0.150, 0.056, 0.035
_ARC_STEPS = 10
_SHOULDER_STRAP_M = 0.030
# The stripes of a towel: where they lie along the roll, how long, how far out and how pale; its end and its turns.
_STRIPES, _STRIPE_LONG, _STRIPE_ON, _STRIPE_WHITE = (0.14, 0.74), 0.12, 1.02, 0.65
_FACE_WHITE, _TURN_INK = 0.30, 0.60


def worn_reach(scene: Scene, figure: Figure) -> tuple[Vec, ...]:
    """Return the outer points of what is held and worn and the body does not hide."""
    points = stick_ends(figure) if scene.holds(PropKind.STICK) else ()
    for prop in scene.worn:
        if prop.kind is PropKind.WEIGHT:
            points += weight_reach(weight_of(scene, figure, prop))
        else:
            points += worn_points(figure, prop, scene.motion.props)
    return points


def worn_parts(
    scene: Scene, figure: Figure, lens: Lens, palette: FigurePalette, depths: Mapping[str, float]
) -> list[Group]:
    """Return what is held and worn; `depths` are those of the parts of the body, by name."""
    wearer = _Wearer(scene, figure, lens, palette, depths)
    found: list[Group] = []
    for prop in scene.motion.props:
        found += wearer.parts(prop)
    return found


class _Wearer:
    def __init__(
        self, scene: Scene, figure: Figure, lens: Lens, palette: FigurePalette, depths: Mapping[str, float]
    ) -> None:
        self._scene, self._figure, self._lens, self._palette, self._depths = scene, figure, lens, palette, depths
        self._shaper = Shaper(lens, palette)

    def parts(self, prop: Prop) -> list[Group]:
        """Return the parts of one thing; what stands in the room has none."""
        figure, lens, palette = self._figure, self._lens, self._palette
        slack = figure.fault if Mark.BAND in self._scene.motion.marks else 0.0
        match prop.kind:
            case PropKind.STICK:
                return [self._stick()]
            case PropKind.STRAP:
                return self._strap()
            case PropKind.FOAM:
                return self._foam(prop)
            case PropKind.BAND_LOOP if prop.worn is not None:
                return loop_band(band_rings(figure, prop.worn), prop.worn, slack, lens, palette, self._depths)
            case PropKind.BAND_LONG:
                chair = next(one for one in self._scene.props if one.kind is PropKind.CHAIR)
                knot, ring = long_band_at(figure, chair)
                front_m = chair.at[0] + chair.size[0] / 2
                return long_band(knot, ring, figure.working, front_m, slack, lens, palette, self._depths)
            case PropKind.TOWEL:
                return [self._towel(prop)]
            case PropKind.WEIGHT:
                return self._weight(prop)
            case PropKind.BACKPACK:
                return self._backpack(prop)
            case _:
                return []

    def _depth_of(self, end: str, limb: str) -> float:
        """Return the depth of a hand or foot, which mostly is that of the limb that it ends."""
        return self._depths.get(end, self._depths[limb])

    def _stick(self) -> Group:
        ends = stick_ends(self._figure)
        # It lies on the middle of the trunk: what it does further up does not say what hides it.
        depth = self._lens.depth(between(*ends, _STICK_ON_TRUNK)) + _STICK_BEFORE_M
        return Group(depth, (self._shaper.string(ends, self._palette.wood, _STICK_M),))

    def _strap(self) -> list[Group]:
        near, way, far, middle = strap_points(self._figure)
        thigh, points = self._depths[f"{self._figure.working}_thigh"], (near, *way, far)
        # It is one strap: all of it lies behind the thigh, and what looks to the eye once more before it.
        before = [self._lens.depth(sub(point, middle)) > 0.0 for point in way]
        before = [before[0], *before, before[-1]]
        found = [self._strap_run(points, thigh - _EPS)]
        for seen, run in groupby(range(len(points)), before.__getitem__):
            numbers = list(run)
            if seen and len(numbers) > 1:
                found.append(self._strap_run([points[number] for number in numbers], thigh + _EPS))
        return found

    def _strap_run(self, points: Sequence[Vec], depth: float) -> Group:
        return Group(depth, (self._shaper.string(points, self._palette.strap, _STRAP_M),))

    def _foam(self, prop: Prop) -> list[Group]:
        """Return the rim of the foam that rises round a foot that sinks into it."""
        (x, _, z), (long, high, deep) = standing_at(prop, self._scene.side), prop.size
        found: list[Group] = []
        for side in ("right", "left"):
            foot, ball = self._figure.joints[f"{side}_heel"], self._figure.joints[f"{side}_ball"]
            middle = between(foot, ball, 0.55)
            on_it = abs(middle[0] - x) < long / 2 and abs(middle[2] - z) < deep / 2
            if on_it and max(foot[1], ball[1]) < high + _FOAM_NEAR_M:
                depth = self._depth_of(f"{side}_foot", f"{side}_shank") + _EPS
                found.append(Group(depth, (self._rim(middle, side, high),)))
        return found

    def _rim(self, middle: Vec, side: str, high: float) -> Part:
        ahead = self._figure.frames[f"{side}_foot"][0]
        ahead = unit((ahead[0], 0.0, ahead[2]))
        aside = (-ahead[2], 0.0, ahead[0])
        eye = self._lens.towards
        start = pi / 2 if dot(aside, eye) > 0 else -pi / 2
        turn = start - (dot(ahead, eye) / (abs(dot(aside, eye)) + 1e-6)) * 0.25 * (1 if start > 0 else -1)
        outer: list[Vec] = []
        inner: list[Vec] = []
        for step in range(_ARC_STEPS + 1):
            angle = turn - pi / 2 + pi * step / _ARC_STEPS
            rise = sin(pi * step / _ARC_STEPS)
            for row, grown, up in ((outer, 1.06, 0.0), (inner, 1.0, _FOAM_LIP_M * rise)):
                spot = along(middle, ahead, cos(angle) * _FOOT_LONG_M * grown)
                spot = along(spot, aside, sin(angle) * _FOOT_WIDE_M * grown)
                row.append((spot[0], high + up, spot[2]))
        flats = [self._lens.flat(point) for point in (*outer, *reversed(inner))]
        return ShapePart(flats, toned(self._palette.foam, "#ffffff", 0.10))

    def _towel(self, prop: Prop) -> Group:
        held = towel_at(self._figure, prop)
        half = scaled(held.frame[2], prop.size[2] / 2)
        start, end = sub(held.centre, half), add(held.centre, half)
        radius = prop.size[1] / 2
        parts: list[Part] = [self._shaper.roll((start, end), radius, self._palette.towel, 0.05)]
        stripe = toned(self._palette.towel, "#ffffff", _STRIPE_WHITE)
        for share in _STRIPES:
            ends = (between(start, end, share), between(start, end, share + _STRIPE_LONG))
            parts.append(self._shaper.roll(ends, radius * _STRIPE_ON, stripe, 0.05))
        near = end if self._lens.depth(half) > 0 else start
        parts += self._spiral(near, held, radius)
        side = self._figure.working
        below = min(self._depths[f"{side}_shank"], self._depths[f"{side}_thigh"]) - _EPS
        return Group(min(below, self._lens.depth(held.centre)), parts)

    def _spiral(self, near: Vec, held: Held, radius: float) -> list[Part]:
        """Return the end of a rolled towel: its round face and the turns of the cloth."""
        forward, up, _ = held.frame
        tone = toned(self._palette.towel, "#ffffff", _FACE_WHITE)
        face = [
            along(along(near, forward, cos(2 * pi * k / 20) * radius), up, sin(2 * pi * k / 20) * radius)
            for k in range(20)
        ]
        turns = [
            along(
                along(near, forward, cos(0.6 * k) * radius * (0.9 - 0.035 * k)),
                up,
                sin(0.6 * k) * radius * (0.9 - 0.035 * k),
            )
            for k in range(22)
        ]
        flats = [self._lens.flat(point) for point in turns]
        lines = LinesPart(tuple(pairwise(flats)), toned(tone, self._palette.line, _TURN_INK), self._shaper.line_px)
        return [self._shaper.sheet(face, tone), lines]

    def _weight(self, prop: Prop) -> list[Group]:
        weight = weight_of(self._scene, self._figure, prop)
        # Hands lie over what they hold; of two the far one lies behind it.
        hands = [self._depth_of(f"{side}_hand", f"{side}_forearm") for side in weight.hands]
        depth = min(max(self._lens.depth(weight.centre), min(hands)), max(hands)) - _EPS
        parts, spots = weight_parts(weight, self._shaper), weight_reach(weight)
        if len(hands) == 1 or weight.axis != weight.frame[2]:
            return [Group(depth, parts, name="weight", spots=spots)]
        # Held across, its near end sticks out past the near leg, though the hand may lie behind that.
        *far, near = parts
        out = max(self._lens.depth(along(weight.centre, weight.axis, sign * weight.half_m)) for sign in (-1.0, 1.0))
        return [
            Group(depth, far, name="weight", spots=spots),
            Group(max(out, *hands) - _EPS, (near,), name="weight", spots=spots),
        ]

    def _backpack(self, prop: Prop) -> list[Group]:
        held = backpack_at(self._figure, prop)
        forward, up, right = held.frame
        deep, high, wide = prop.size
        colour = self._palette.iron
        rings = (
            Ring(0.04, wide / 2 * 0.92, deep / 2, 0.0),
            Ring(0.35, wide / 2, deep / 2 * 1.08, 0.0),
            Ring(0.75, wide / 2 * 0.95, deep / 2, 0.0),
            Ring(0.96, wide / 2 * 0.74, deep / 2 * 0.75, 0.0),
        )
        low, top = along(held.centre, up, -high / 2), along(held.centre, up, high / 2)
        outline = limb_outline(self._lens, low, top, forward, rings, None, 0.15, 0.45)
        bag: list[Part] = [LimbPart(outline, colour, self._palette.line, self._shaper.line_px, capped=BOTH_CAPS)]
        behind = self._lens.depth(forward) < 0
        trunk = self._depths["trunk"]
        if behind:
            bag.append(self._pocket(held, prop))
        found = [Group(trunk + _EPS if behind else trunk - _EPS, bag)]
        if not behind or abs(self._lens.depth(right)) > 0.5:
            found.append(Group(trunk + _EPS / 2, self._shoulder_straps(held)))
        return found

    def _pocket(self, held: Held, prop: Prop) -> Part:
        deep, high, wide = prop.size
        x = -deep / 2 * 1.08
        corners = [(x, y * high, z * wide) for y, z in ((-0.40, -0.32), (-0.05, -0.32), (-0.05, 0.32), (-0.40, 0.32))]
        points = [place(held.centre, held.frame, corner) for corner in corners]
        return self._shaper.sheet(points, toned(self._palette.iron, "#ffffff", 0.10))

    def _shoulder_straps(self, held: Held) -> list[Part]:
        """Return the straps that run over the front of the shoulders and back under the arms."""
        neck, chest = self._figure.joints["neck"], self._figure.frames["chest"]
        found: list[Part] = []
        for sign in (-1.0, 1.0):
            if sign * self._lens.depth(chest[2]) + 1.2 * self._lens.depth(chest[0]) < 0.0:
                continue
            way = (
                (-0.07, 0.03, 0.105),
                (0.02, 0.035, 0.105),
                (0.088, -0.05, 0.110),
                (0.104, -0.15, 0.118),
                (0.06, -0.25, 0.142),
            )
            found.append(
                self._shaper.string(
                    [place(neck, chest, (x, y, sign * z)) for x, y, z in way],
                    toned(self._palette.iron, self._palette.line, 0.25),
                    _SHOULDER_STRAP_M,
                )
            )
        return found
