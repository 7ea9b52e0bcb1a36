"""A figure as the parts to paint: trunk, head, legs in tights and shoes, arms in sleeves."""

from __future__ import annotations

from functools import lru_cache
from math import asin, degrees

from PySide6.QtGui import QBrush, QTransform

from kinetic_home.domain.motion import Carrier
from kinetic_home.domain.room import PropKind
from kinetic_home.domain.side import Side
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.scene import Scene
from kinetic_home.figure.skeleton import TOE_M
from kinetic_home.figure.space import Frame, Vec, along, between, cross, dot, length, place, scaled, sub, unit
from kinetic_home.ui.figure import build
from kinetic_home.ui.figure.head import head_fills
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.outline import (
    UPWARDS,
    Floor,
    Outline,
    direction,
    limb_outline,
    ring_halves,
    tube_outline,
)
from kinetic_home.ui.figure.palette import FigurePalette
from kinetic_home.ui.figure.parts import LINE_M, Group, LimbPart, Part, PlacedPart
from kinetic_home.ui.figure.shoe import shoe_fills
from kinetic_home.ui.figure.tones import soft, toned
from kinetic_home.ui.figure.trunk import Trunk, trunk_outlines

# How much of the ground's colour the side away from the eye takes on.
_FAR_HAZE = 0.20
_SIDES = ("right", "left")
# A hand whose finger tips are nearer to the wrist than this is a fist.
_FIST_M = 0.155
_MOST_GLOW = 0.62
_HEAD_BEFORE_M = 0.06
# No limb is thicker around its bone than this: higher up nothing is squashed.
_LIMB_REACH_M = 0.105
# Turned by less than this, what was drawn before is drawn again.
_SAME_TURN = 4
# What sits on a seat may have its middle so much below it and is still borne by it.
_SUNK_M = 0.12


class Dresser:
    """Makes the parts of one figure, seen through one lens, in one palette."""

    def __init__(self, figure: Figure, scene: Scene, lens: Lens, palette: FigurePalette) -> None:
        self._figure, self._joints, self._scene = figure, figure.joints, scene
        self._lens, self._palette = lens, palette
        self._line_px = LINE_M * lens.scale
        self._floor, self._floor_m = floor_of(scene)

    def parts(self) -> list[Part]:
        """Return every part of the body."""
        found: list[Part] = [self._trunk(), self._head()]
        for side in _SIDES:
            found += self._leg(side)
            found += self._arm(side)
        return found

    def _limb(self, outline: Outline, colour: str, *, capped: bool = False, glow: QBrush | None = None) -> LimbPart:
        return LimbPart(outline, colour, self._palette.line, self._line_px, capped=capped, glow=glow)

    def _bone(
        self,
        start: Vec,
        end: Vec,
        ahead: Vec,
        rings: tuple[build.Ring, ...],
        round_start: float = 1.0,
        round_end: float = 1.0,
    ) -> Outline:
        near = min(start[1], end[1]) < self._floor_m + _LIMB_REACH_M
        return limb_outline(self._lens, start, end, ahead, rings, self._floor if near else None, round_start, round_end)

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
        # In steps, so that the tones between are made only once.
        return round(_FAR_HAZE * min(max(away / 0.08, 0.0), 1.0), 2)

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
        thigh = self._bone(hip, knee, thigh_front, build.THIGH, round_start=0.1)
        shank = self._bone(knee, ankle, shank_front, build.SHANK)
        cloth = self._bone(hip, knee, thigh_front, build.SHORTS_LEG, round_end=0.12)
        depth = self._lens.depth
        return [
            Group(
                depth(between(hip, knee, 0.55)),
                (self._limb(thigh, tights), self._limb(cloth, shorts, glow=self._buttock())),
            ),
            Group(depth(between(knee, ankle, 0.5)), (self._limb(shank, tights), self._shoe(side))),
        ]

    def _shoe(self, side: str) -> PlacedPart:
        ankle, ball, toe = (self._joints[f"{side}_{name}"] for name in ("ankle", "ball", "toe"))
        foot = self._figure.frames[f"{side}_foot"]
        bend = degrees(asin(max(-1.0, min(1.0, dot(sub(toe, ball), foot[1]) / TOE_M))))
        tones = (self._tone(self._palette.shoe, side), self._tone(self._palette.sole, side), self._palette.line)
        fills = shoe_fills(self._lens, _settled(foot), round(bend, 2), tones)
        return PlacedPart(0.0, self._lens.flat(ankle), fills)

    def _arm(self, side: str) -> list[Part]:
        joints, palette = self._joints, self._palette
        shoulder, elbow, wrist, knuckle = (
            joints[f"{side}_{name}"] for name in ("shoulder", "elbow", "wrist", "knuckle")
        )
        tip, thumb = joints[f"{side}_fingertip"], joints[f"{side}_thumb"]
        skin, cloth = self._tone(palette.skin, side), self._tone(palette.top, side)
        upper_front = _bent_towards(sub(elbow, shoulder), sub(wrist, elbow), self._figure.frames["chest"][0])
        fore_front = _bent_towards(sub(wrist, elbow), sub(elbow, shoulder), self._figure.frames["chest"][0])
        upper = self._bone(shoulder, elbow, upper_front, build.UPPER_ARM, round_start=0.1)
        sleeve = self._bone(shoulder, elbow, upper_front, build.SLEEVE, round_end=0.15)
        fore = self._bone(elbow, wrist, fore_front, build.FOREARM)
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
        palm = self._limb(self._palm(bones, aside, back), skin)
        root = between(wrist, knuckle, 0.28)
        bone = unit(sub(thumb, root))
        front = unit(along(back, bone, -dot(back, bone)))
        digit = self._limb(limb_outline(self._lens, root, thumb, front, build.THUMB, None), skin)
        near = self._lens.depth(thumb) > self._lens.depth(between(wrist, tip, 0.4))
        return (palm, digit) if near else (digit, palm)

    def _palm(self, bones: tuple[Vec, Vec, Vec], aside: Vec, back: Vec) -> Outline:
        wrist, knuckle, tip = bones
        lens = self._lens
        fist = length(sub(tip, wrist)) < _FIST_M
        rings = build.FIST if fist else build.HAND
        towards = direction(lens.step(sub(knuckle if fist else tip, wrist)), lens) or UPWARDS
        (wx, wy), (kx, ky), (tx, ty) = lens.flat(wrist), lens.flat(knuckle), lens.flat(tip)
        middles = [
            (wx + (kx - wx) * at, wy + (ky - wy) * at)
            if at <= 1.0
            else (kx + (tx - kx) * (at - 1.0), ky + (ty - ky) * (at - 1.0))
            for at, _, _, _ in rings
        ]
        halves = ring_halves([ring[1:3] for ring in rings], (lens.step(aside), lens.step(back)), towards)
        return tube_outline(middles, halves, towards, (1.0, 1.0))

    def _trunk(self) -> Part:
        joints, palette = self._joints, self._palette
        neck, skull = joints["neck"], joints["skull"]
        front = self._figure.frames["head"][0]
        frames, figure = self._figure.frames, self._figure
        trunk = Trunk(
            joints["pelvis"], neck, frames["hips"], frames["chest"], figure.angles["pelvic_tilt"], figure.belly
        )
        shorts, top = trunk_outlines(self._lens, trunk, self._floor, self._floor_m)
        throat = limb_outline(
            self._lens, along(neck, sub(skull, neck), -0.05), between(neck, skull, 0.72), front, build.NECK, None
        )
        parts: list[Part | None] = [
            self._limb(shorts, palette.shorts, glow=self._buttock()),
            self._limb(throat, palette.skin),
            self._limb(top, palette.top, capped=True, glow=self._belly()),
        ]
        return Group(self._lens.depth(between(joints["pelvis"], neck, 0.5)), parts)

    def _head(self) -> Part:
        lens, palette, neck, frame = self._lens, self._palette, self._joints["neck"], self._figure.frames["head"]
        depth = lens.depth(place(neck, frame, (0.0, build.CRANIUM[0][1], 0.0))) + _HEAD_BEFORE_M
        return PlacedPart(
            depth, lens.flat(neck), head_fills(lens, _settled(frame), palette.skin, palette.hair, palette.line)
        )


@lru_cache(maxsize=4)
def floor_of(scene: Scene) -> tuple[Floor, float]:
    """Return how high the thing is that bears the body at a place, the floor or the seat of a chair; and the highest.

    In m.
    """
    chairs = [prop for prop in scene.props if prop.kind is PropKind.CHAIR]
    if not chairs or scene.motion.carrier is Carrier.SHOULDERS:
        return _level, 0.0
    (x, _, _), (long, high, _) = chairs[0].at, chairs[0].size

    def seat(at_x: float, at_y: float, _z: float) -> float:
        return high if abs(at_x - x) < long / 2 and at_y > high - _SUNK_M else 0.0

    return seat, high


def _level(_x: float, _y: float, _z: float) -> float:
    return 0.0


def _settled(frame: Frame) -> Frame:
    """Return a frame without what only reckoning has changed in it: less than a hundredth of a pixel."""
    forward, up, right = ((round(x, _SAME_TURN), round(y, _SAME_TURN), round(z, _SAME_TURN)) for x, y, z in frame)
    return forward, up, right


def _bent_towards(bone: Vec, neighbour: Vec, hint: Vec) -> Vec:
    """Return the direction across a bone towards which its neighbour bends, or near the hint where it is straight."""
    axis = unit(bone)
    aim = along(scaled(hint, 0.05), neighbour, 1.0)
    aside = along(aim, axis, -dot(aim, axis))
    return unit(aside) if length(aside) > 1e-6 else unit(cross(axis, (0.3, 0.5, 0.8)))
