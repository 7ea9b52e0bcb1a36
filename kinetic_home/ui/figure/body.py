"""A figure as the parts to paint: trunk, head, legs in tights and shoes, arms in sleeves."""

from __future__ import annotations

from collections.abc import Sequence
from math import asin, degrees

from PySide6.QtGui import QBrush, QTransform

from kinetic_home.domain.motion import Carrier, PropKind
from kinetic_home.domain.side import Side
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.scene import Scene
from kinetic_home.figure.skeleton import ANKLE_HEIGHT_M, BALL_FORWARD_M, TOE_M
from kinetic_home.figure.space import Frame, Vec, along, between, cross, dot, length, place, scaled, sub, turn_z, unit
from kinetic_home.ui.figure import build
from kinetic_home.ui.figure.head import HeadPart
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.outline import Flat, Floor, Outline, Tube, hull, limb_outline
from kinetic_home.ui.figure.palette import FigurePalette
from kinetic_home.ui.figure.parts import LINE_M, Group, LimbPart, Part, ShoePart
from kinetic_home.ui.figure.tones import soft, toned

# How much of the ground's colour the side away from the eye takes on.
_FAR_HAZE = 0.20
# A breath or a rolled pelvis moves the low back and the belly by so much.
_BREATH_M = 0.030
_LOIN_PER_DEG_M = 0.0024
_SIDES = ("right", "left")
# A hand whose finger tips are nearer to the wrist than this is a fist.
_FIST_M = 0.155
_MOST_GLOW = 0.62
# What sits on a seat may have its middle so much below it and is still borne by it.
_SUNK_M = 0.12


class Dresser:
    """Makes the parts of one figure, seen through one lens, in one palette."""

    def __init__(self, figure: Figure, scene: Scene, lens: Lens, palette: FigurePalette) -> None:
        self._figure, self._joints, self._scene = figure, figure.joints, scene
        self._lens, self._palette = lens, palette
        self._line_px = LINE_M * lens.scale
        self._floor = floor_of(scene)

    def parts(self) -> list[Part]:
        """Return every part of the body."""
        found: list[Part] = [self._trunk(), self._head()]
        for side in _SIDES:
            found += self._leg(side)
            found += self._arm(side)
        return found

    def _limb(self, outline: Outline, colour: str, *, capped: bool = False, glow: QBrush | None = None) -> LimbPart:
        return LimbPart(outline, colour, self._palette.line, self._line_px, capped=capped, glow=glow)

    def _effort(self, strength: float, at: Vec, looks: float, reach_m: float) -> QBrush | None:
        """Return the soft light of a part that works, from a place in the frame of the hips.

        `looks` is 1 where the part looks ahead and -1 where it looks back; turned away from the eye it fades.
        """
        hips = self._figure.frames["hips"]
        seen = min(max(1.0 + 1.3 * looks * dot(hips[0], self._lens.towards), 0.0), 1.0)
        strength *= seen
        if strength <= 0.01:
            return None
        x, y = self._lens.flat(place(self._joints["pelvis"], hips, at))
        reach = reach_m * self._lens.scale
        glow = QBrush(soft(self._palette.effort, round(_MOST_GLOW * strength, 2)))
        glow.setTransform(QTransform(reach, 0.0, 0.0, reach, x, y))
        return glow

    def _buttock(self) -> QBrush | None:
        return self._effort(self._figure.glute, (-0.070, -0.02, 0.0), -1.0, 0.15)

    def _belly(self) -> QBrush | None:
        return self._effort(self._figure.brace, (0.05, 0.16, 0.0), 1.0, 0.16)

    def _haze(self, side: str) -> float:
        away = self._lens.depth(sub(self._joints["pelvis"], self._joints[f"{side}_hip"]))
        return _FAR_HAZE * min(max(away / 0.08, 0.0), 1.0)

    def _tone(self, colour: str, side: str) -> str:
        return toned(colour, self._palette.ground, self._haze(side))

    def _legging(self, side: str) -> str:
        works = self._scene.side is Side.BOTH or side == self._figure.working
        return self._palette.work if works else self._palette.quiet

    def _leg(self, side: str) -> list[Part]:
        joints, frames, palette = self._joints, self._figure.frames, self._palette
        hip, knee, ankle = (joints[f"{side}_{name}"] for name in ("hip", "knee", "ankle"))
        tights, shorts = self._tone(self._legging(side), side), self._tone(palette.shorts, side)
        thigh_front, shank_front = frames[f"{side}_thigh"][0], frames[f"{side}_shank"][0]
        thigh = limb_outline(self._lens, hip, knee, thigh_front, build.THIGH, self._floor, round_start=0.1)
        shank = limb_outline(self._lens, knee, ankle, shank_front, build.SHANK, self._floor)
        cloth = limb_outline(self._lens, hip, knee, thigh_front, build.SHORTS_LEG, self._floor, round_end=0.12)
        depth = self._lens.depth
        return [
            Group(
                depth(between(hip, knee, 0.55)),
                (self._limb(thigh, tights), self._limb(cloth, shorts, glow=self._buttock())),
            ),
            Group(depth(between(knee, ankle, 0.5)), (self._limb(shank, tights), self._shoe(side))),
        ]

    def _shoe(self, side: str) -> ShoePart:
        ankle, ball, toe = (self._joints[f"{side}_{name}"] for name in ("ankle", "ball", "toe"))
        foot = self._figure.frames[f"{side}_foot"]
        bend = degrees(asin(max(-1.0, min(1.0, dot(sub(toe, ball), foot[1]) / TOE_M))))
        bent = turn_z(foot, bend)
        # The toes turn about the ball.
        hinge = place(ball, bent, (-BALL_FORWARD_M, ANKLE_HEIGHT_M, 0.0))
        low = build.SHOE_REAR[0][1]
        shapes: list[list[Flat]] = []
        soles: list[list[Flat]] = []
        for points, frame, origin in ((build.SHOE_REAR, foot, ankle), (build.SHOE_TOE, bent, hinge)):
            under = [(x, y, half) for x, y, half in points if y == low]
            welt = [(x, low + build.SOLE_M, half) for x, _, half in under]
            shapes.append(self._hull([*(point for point in points if point[1] > low), *welt], frame, origin))
            soles.append(self._hull([*under, *welt], frame, origin))
        seen_from_below = dot(foot[1], self._lens.towards) < 0.0
        tones = (self._tone(self._palette.shoe, side), self._tone(self._palette.sole, side), self._palette.line)
        return ShoePart(shapes, soles, tones, self._line_px, seen_from_below)

    def _hull(self, points: Sequence[tuple[float, float, float]], frame: Frame, origin: Vec) -> list[Flat]:
        return hull(
            [
                self._lens.flat(place(origin, frame, (x, y, sign * half)))
                for x, y, half in points
                for sign in (-1.0, 1.0)
            ]
        )

    def _arm(self, side: str) -> list[Part]:
        joints, palette = self._joints, self._palette
        shoulder, elbow, wrist, knuckle = (
            joints[f"{side}_{name}"] for name in ("shoulder", "elbow", "wrist", "knuckle")
        )
        tip, thumb = joints[f"{side}_fingertip"], joints[f"{side}_thumb"]
        skin, cloth = self._tone(palette.skin, side), self._tone(palette.top, side)
        upper_front = _bent_towards(sub(elbow, shoulder), sub(wrist, elbow), self._figure.frames["chest"][0])
        fore_front = _bent_towards(sub(wrist, elbow), sub(elbow, shoulder), self._figure.frames["chest"][0])
        upper = limb_outline(self._lens, shoulder, elbow, upper_front, build.UPPER_ARM, self._floor, round_start=0.1)
        sleeve = limb_outline(self._lens, shoulder, elbow, upper_front, build.SLEEVE, self._floor, round_end=0.15)
        fore = limb_outline(self._lens, elbow, wrist, fore_front, build.FOREARM, self._floor)
        hand = self._hand((wrist, knuckle, tip), thumb, skin)
        depth = self._lens.depth
        return [
            Group(
                depth(between(shoulder, elbow, 0.5)),
                (self._limb(upper, skin), self._limb(sleeve, cloth)),
            ),
            Group(depth(between(elbow, wrist, 0.6)) + 0.01, (self._limb(fore, skin), *hand)),
        ]

    def _hand(self, bones: tuple[Vec, Vec, Vec], thumb: Vec, skin: str) -> tuple[Part, Part]:
        wrist, knuckle, tip = bones
        along_palm = unit(sub(knuckle, wrist))
        aside = sub(thumb, wrist)
        aside = unit(along(aside, along_palm, -dot(aside, along_palm)))
        back = cross(along_palm, aside)
        fist = length(sub(tip, wrist)) < _FIST_M
        middles: list[Vec] = []
        for ring in build.FIST if fist else build.HAND:
            share = ring.at
            middles.append(between(wrist, knuckle, share) if share <= 1.0 else between(knuckle, tip, share - 1.0))
        axes = [
            (scaled(aside, ring.half_width_m), scaled(back, ring.half_depth_m))
            for ring in (build.FIST if fist else build.HAND)
        ]
        towards = _flat_direction(self._lens, wrist, knuckle if fist else tip)
        palm = self._limb(Tube(self._lens, middles, towards, None).outline(axes, 1.0, 1.0), skin)
        root = between(wrist, knuckle, 0.28)
        bone = unit(sub(thumb, root))
        front = unit(along(back, bone, -dot(back, bone)))
        digit = self._limb(limb_outline(self._lens, root, thumb, front, build.THUMB, None), skin)
        near = self._lens.depth(thumb) > self._lens.depth(between(wrist, tip, 0.4))
        return (palm, digit) if near else (digit, palm)

    def _trunk(self) -> Part:
        joints, palette = self._joints, self._palette
        neck, skull = joints["neck"], joints["skull"]
        front = self._figure.frames["head"][0]
        towards = _flat_direction(self._lens, joints["pelvis"], neck)
        shorts = self._trunk_outline(build.SHORTS, towards, 0.55, 0.25)
        top = self._trunk_outline(build.TOP, towards, 0.15, 0.4)
        throat = limb_outline(
            self._lens, along(neck, sub(skull, neck), -0.05), between(neck, skull, 0.72), front, build.NECK, None
        )
        parts: list[Part | None] = [
            self._limb(shorts, palette.shorts, glow=self._buttock()),
            self._limb(throat, palette.skin),
            self._limb(top, palette.top, capped=True, glow=self._belly()),
        ]
        return Group(self._lens.depth(between(joints["pelvis"], neck, 0.5)), parts)

    def _trunk_outline(self, rings: tuple[build.TrunkRing, ...], towards, round_start: float, round_end: float):
        joints, frames = self._joints, self._figure.frames
        hips, chest = frames["hips"], frames["chest"]
        tilt = self._figure.angles["pelvic_tilt"]
        breath = self._figure.belly
        middles: list[Vec] = []
        axes: list[tuple[Vec, Vec]] = []
        for number, ring in enumerate(rings):
            ahead, deep = ring.ahead_m, ring.half_depth_m
            frame, origin = (chest, joints["neck"]) if ring.from_neck else (hips, joints["pelvis"])
            if ring.from_neck and number in build.LOIN_RINGS:
                share = 1.0 if number == build.LOIN_RINGS[0] else 0.35
                ahead += share * (_BREATH_M / 2 * breath - _LOIN_PER_DEG_M * tilt)
                deep += share * _BREATH_M / 2 * breath
            middles.append(place(origin, frame, (ahead, ring.up_m, 0.0)))
            axes.append((scaled(frame[2], ring.half_width_m), scaled(frame[0], deep)))
        return Tube(self._lens, middles, towards, self._floor).outline(axes, round_start, round_end)

    def _head(self) -> Part:
        palette = self._palette
        return HeadPart(
            self._lens, self._joints["neck"], self._figure.frames["head"], palette.skin, palette.hair, palette.line
        )


def floor_of(scene: Scene) -> Floor:
    """Return how high the thing is that bears the body at a place: the floor, or the seat of a chair."""
    chairs = [prop for prop in scene.props if prop.kind is PropKind.CHAIR]
    if not chairs or scene.motion.carrier is Carrier.SHOULDERS:
        return _level
    (x, _, _), (long, high, _) = chairs[0].at, chairs[0].size

    def seat(at_x: float, at_y: float, _z: float) -> float:
        return high if abs(at_x - x) < long / 2 and at_y > high - _SUNK_M else 0.0

    return seat


def _level(_x: float, _y: float, _z: float) -> float:
    return 0.0


def _flat_direction(lens: Lens, start: Vec, end: Vec) -> tuple[float, float]:
    x, y = dot(sub(end, start), lens.right), dot(sub(end, start), lens.up)
    size = (x * x + y * y) ** 0.5
    return (x / size, y / size) if size > 0.02 else (0.0, 1.0)


def _bent_towards(bone: Vec, neighbour: Vec, hint: Vec) -> Vec:
    """Return the direction across a bone towards which its neighbour bends, or near the hint where it is straight."""
    axis = unit(bone)
    aim = along(scaled(hint, 0.05), neighbour, 1.0)
    aside = along(aim, axis, -dot(aim, axis))
    return unit(aside) if length(aside) > 1e-6 else unit(cross(axis, (0.3, 0.5, 0.8)))
