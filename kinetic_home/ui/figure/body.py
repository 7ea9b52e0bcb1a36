"""A figure as the parts to paint: trunk, head, legs in tights and shoes, arms in sleeves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import asin, degrees
from types import MappingProxyType

from PySide6.QtGui import QTransform

from kinetic_home.domain.fault import Mark, Timing
from kinetic_home.domain.motion import Carrier
from kinetic_home.domain.room import PropKind
from kinetic_home.domain.side import Side
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.muscles import Cover
from kinetic_home.figure.scene import Scene
from kinetic_home.figure.skeleton import TOE_M
from kinetic_home.figure.space import Frame, Vec, along, between, cross, dot, length, place, scaled, sub, unit
from kinetic_home.ui.figure import build
from kinetic_home.ui.figure.hand import grip_of, hand_frame, hand_look
from kinetic_home.ui.figure.head import head_fills
from kinetic_home.ui.figure.knee import KNEE_INK, kneecap
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.order import UNDER_M, Order
from kinetic_home.ui.figure.outline import Floor, Outline, limb_outline
from kinetic_home.ui.figure.palette import FigurePalette
from kinetic_home.ui.figure.parts import (
    LINE_M,
    Group,
    LimbPart,
    LinesPart,
    Part,
    ShapePart,
)
from kinetic_home.ui.figure.paths import BOTH_CAPS, END_CAP, NO_CAPS, START_CAP, Caps, light_over
from kinetic_home.ui.figure.placed import Fill, PlacedPart, Still
from kinetic_home.ui.figure.shoe import shoe_fills, with_soled
from kinetic_home.ui.figure.tint import Tint, Tints
from kinetic_home.ui.figure.tones import toned
from kinetic_home.ui.figure.trunk import Trunk, trunk_look

# How much of the ground's colour the side away from the eye takes on.
_FAR_HAZE = 0.20
# A forearm whose hand is farther from the eye than its elbow by this points away from it.
_AWAY_M = 0.17
# How dark and how wide the lines between fingers are.
_FINGER_INK, _FINGER_LINE_M = 0.38, 0.0032
_HEAD_BEFORE_M = 0.06
# No limb is thicker around its bone than this: higher up nothing is squashed.
_LIMB_REACH_M = 0.105
# Turned by less than this, what was drawn before is drawn again.
_SAME_TURN = 4
# What sits on a seat may have its middle so much below it and is still borne by it.
_SUNK_M = 0.12
# How much flatter the shorts end above a straight hip than above a bent one.
_HIP_FLAT = 0.75
# How far the crotch lies below the hips.
_CROTCH_M = 0.07
# How much of that the shorts take on, which are of one cloth with the near side.
_SEWN_HAZE = 0.35
# How far light falls off over the shorts.
_LIGHT_M = 0.24
# How much lighter the waistband is than the shorts.
_BAND_SHARE = 0.62


class Dresser:
    """Makes the parts of one figure, seen through one lens, in one palette, with the tints of its muscles.

    `stills` keep pictures of those that keep still from one figure to the next.
    """

    def __init__(
        self,
        figure: Figure,
        scene: Scene,
        lens: Lens,
        palette: FigurePalette,
        tints: Tints,
        stills: Mapping[str, Still] = MappingProxyType({}),
    ) -> None:
        self._figure, self._joints, self._scene = figure, figure.joints, scene
        self._tints, self._stills = tints, stills
        self._lens, self._palette = lens, palette
        self._line_px = LINE_M * lens.scale
        self._hazes = {side: self._haze(side) for side in ("right", "left")}
        self._floor, self._floor_m = floor_of(scene)
        shows_fault = bool(scene.motion.marks) or scene.motion.timing is not Timing.RIGHT
        self._working = palette.wrong if shows_fault else palette.work
        pelvis = self._joints["pelvis"]
        # Shorts are one piece of cloth: all of it is lit together.
        self._seam = light_over(lens.flat(pelvis), _LIGHT_M * lens.scale)
        self._order = Order(lens, figure)

    def parts(self) -> list[Group]:
        """Return every part of the body."""
        legs = [*self._leg("right"), *self._leg("left")]
        return [*self._trunk(legs), *legs, *self._arm("right"), *self._arm("left")]

    def _limb(
        self,
        outline: Outline,
        colour: str,
        *,
        capped: Caps = NO_CAPS,
        tints: Sequence[Tint] = (),
        joined: Outline | None = None,
        seam: QTransform | None = None,
    ) -> LimbPart:
        line, wide = self._palette.line, self._line_px
        return LimbPart(outline, colour, line, wide, capped=capped, tints=tints, joined=joined, seam=seam)

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

    def _haze(self, side: str) -> float:
        away = self._lens.depth(sub(self._joints["pelvis"], self._joints[f"{side}_hip"]))
        # In steps, so that the tones between are made only once.
        return round(_FAR_HAZE * min(max(away / 0.08, 0.0), 1.0), 2)

    def _tone(self, colour: str, side: str, share: float = 1.0) -> str:
        return toned(colour, self._palette.ground, round(share * self._hazes[side], 3))

    def _legging(self, side: str) -> str:
        works = self._scene.side is Side.BOTH or side == self._figure.working
        return self._working if works else self._palette.quiet

    def _leg(self, side: str) -> list[Group]:
        joints, frames, palette = self._joints, self._figure.frames, self._palette
        hip, knee, ankle = (joints[f"{side}_{name}"] for name in ("hip", "knee", "ankle"))
        tights, shorts = self._tone(self._legging(side), side), self._tone(palette.shorts, side, _SEWN_HAZE)
        thigh_front, shank_front = frames[f"{side}_thigh"][0], frames[f"{side}_shank"][0]
        comes = self._lens.depth(frames[f"{side}_thigh"][1]) < 0.0
        thigh = self._bone(hip, knee, thigh_front, build.THIGH_OUT if comes else build.THIGH, round_start=0.05)
        shank = self._bone(knee, ankle, shank_front, build.SHANK)
        # A bent hip shows round; a straight one does not reach up over the waistband.
        straight = max(dot(frames[f"{side}_thigh"][1], frames["hips"][1]), 0.0)
        cloth = self._bone(hip, knee, thigh_front, build.SHORTS_LEG, 0.9 - _HIP_FLAT * straight, round_end=0.04)
        upper, lower = self._order.legs[f"{side}_thigh"], self._order.legs[f"{side}_shank"]
        cap = kneecap(self._lens, knee, frames[f"{side}_thigh"], shank_front, toned(tights, palette.line, KNEE_INK))
        # Of the two that meet in a joint the lower one has the line round it.
        under, over = (END_CAP, NO_CAPS) if upper < lower else (NO_CAPS, START_CAP)
        leg = [
            self._limb(thigh, tights, capped=under, tints=self._tints.on(Cover.THIGH, side)),
            self._limb(cloth, shorts, tints=self._tints.on(Cover.CLOTH, side), seam=self._seam),
        ]
        high = [*(leg[::-1] if comes else leg), *(cap if upper >= lower else ())]
        low: list[Part] = [self._limb(shank, tights, capped=over, tints=self._tints.on(Cover.SHANK, side))]
        low += cap if upper < lower else ()
        spots = (knee, ankle, joints[f"{side}_heel"], joints[f"{side}_ball"], joints[f"{side}_toe"])
        found = [Group(upper, high, name=f"{side}_thigh", spots=(hip, knee))]
        if side in self._order.feet:
            found.append(Group(self._order.feet[side], (self._shoe(side),), name=f"{side}_foot", spots=spots))
        else:
            low.append(self._shoe(side))
        return [*found, Group(lower, low, name=f"{side}_shank", spots=spots)]

    def _shoe(self, side: str) -> PlacedPart:
        ankle, ball, toe = (self._joints[f"{side}_{name}"] for name in ("ankle", "ball", "toe"))
        foot = self._figure.frames[f"{side}_foot"]
        bend = degrees(asin(max(-1.0, min(1.0, dot(sub(toe, ball), foot[1]) / TOE_M))))
        foot = _settled(foot)
        tones = (self._tone(self._palette.shoe, side), self._tone(self._palette.sole, side), self._palette.line)
        fills: Sequence[Fill] = shoe_fills(self._lens, foot, round(bend, 2), tones)
        x, y = at = self._lens.flat(ankle)
        glow = [tint.brush_moved(-x, -y) for tint in self._tints.on(Cover.SOLE, side)]
        if glow:
            fills = with_soled(self._lens, foot, fills, glow)
        return PlacedPart(at, fills, self._stills.get(f"{side}_shoe"), self._tints.on(Cover.SHOE, side))

    def _arm(self, side: str) -> list[Group]:
        joints, palette = self._joints, self._palette
        shoulder, elbow, wrist = (joints[f"{side}_{name}"] for name in ("shoulder", "elbow", "wrist"))
        skin, cloth = self._tone(palette.skin, side), self._tone(palette.top, side)
        upper_front = _bent_towards(sub(elbow, shoulder), sub(wrist, elbow), self._figure.frames["chest"][0])
        fore_front = _bent_towards(sub(wrist, elbow), sub(elbow, shoulder), self._figure.frames["chest"][0])
        comes = self._lens.depth(sub(elbow, shoulder)) > 0.0
        bare = build.UPPER_ARM_OUT if comes else build.UPPER_ARM
        upper = self._bone(shoulder, elbow, upper_front, bare, round_start=0.05)
        sleeve = self._bone(shoulder, elbow, upper_front, build.SLEEVE, round_end=0.04)
        fore = self._bone(elbow, wrist, fore_front, build.FOREARM)
        hand = self._hand(side, skin)
        high, low, last = self._order.arm(side)
        under, over = (END_CAP, NO_CAPS) if high < low else (NO_CAPS, START_CAP)
        arm = [self._limb(upper, skin, capped=under), self._limb(sleeve, cloth, capped=END_CAP)]
        lower: list[Part] = [self._limb(fore, skin, capped=over, tints=self._tints.on(Cover.FOREARM, side))]
        spots = (elbow, wrist, joints[f"{side}_fingertip"])
        found = [Group(high, arm[::-1] if comes else arm, name=f"{side}_upper_arm", spots=(shoulder, elbow))]
        if last == low:
            # Of a forearm that points away from the eye the hand is the far end.
            points_away = self._lens.depth(sub(elbow, wrist)) > _AWAY_M
            lower = [*hand, *lower] if points_away else [*lower, *hand]
        else:
            found.append(Group(last, hand, name=f"{side}_hand", spots=spots))
        return [*found, Group(low, lower, name=f"{side}_forearm", spots=spots)]

    def _hand(self, side: str, skin: str) -> list[Part]:
        joints = self._joints
        wrist, knuckle, tip, thumb = (joints[f"{side}_{name}"] for name in ("wrist", "knuckle", "fingertip", "thumb"))
        look = hand_look(self._lens, wrist, hand_frame(wrist, knuckle, thumb, side), grip_of(wrist, knuckle, tip))
        palm, digit = self._limb(look.palm, skin, capped=END_CAP), self._limb(look.thumb, skin, capped=END_CAP)
        lines = LinesPart(look.lines, toned(skin, self._palette.line, _FINGER_INK), _FINGER_LINE_M * self._lens.scale)
        return [palm, lines, digit] if look.thumb_before else [digit, palm, lines]

    def _shorts_tints(self, legs: Sequence[Group]) -> Sequence[Tint]:
        """Return the tints of the shorts, with those of the legs of theirs that lie under them."""
        found = list(self._tints.on(Cover.SHORTS))
        for side in ("right", "left"):
            if any(leg.name == f"{side}_thigh" and leg.depth < self._order.hips for leg in legs):
                known = [tint.brush for tint in found]
                found += [tint for tint in self._tints.on(Cover.CLOTH, side) if tint.brush not in known]
        return found

    def _trunk(self, legs: Sequence[Group]) -> list[Group]:
        """Return trunk, neck and head: the collar lies over the neck, and so does the chin, from wherever one looks."""
        joints, palette, lens = self._joints, self._palette, self._lens
        neck, skull = joints["neck"], joints["skull"]
        look = trunk_look(lens, Trunk.of(self._figure), self._floor, self._floor_m)
        chest = self._figure.frames["chest"]
        yoke = self._bone(joints["right_shoulder"], joints["left_shoulder"], chest[0], build.YOKE, 0.6, 0.6)
        shorts: list[Part] = [self._limb(look.shorts, palette.shorts, tints=self._shorts_tints(legs), seam=self._seam)]
        top: list[Part] = [
            self._limb(look.top, palette.top, capped=BOTH_CAPS, tints=self._tints.on(Cover.TOP), joined=yoke)
        ]
        band = ShapePart(look.waistband, toned(palette.shorts, palette.top, _BAND_SHARE))
        crotch = place(joints["pelvis"], self._figure.frames["hips"], (0.0, -_CROTCH_M, 0.0))
        girdle = (crotch, joints["waist"])
        hips = Group(self._order.hips, shorts, name="hips", spots=girdle)
        # A thigh that comes ahead lies over the shorts and under their waistband.
        waist = Group(self._order.band - UNDER_M / 10, (band,), name="waistband", spots=girdle)
        trunk = Group(self._order.trunk, top, name="trunk", spots=(joints["waist"], neck))
        head_frame = self._figure.frames["head"]
        throat = limb_outline(
            lens, along(neck, sub(skull, neck), -0.05), between(neck, skull, 0.72), head_frame[0], build.NECK, None
        )
        head = self._head(head_frame)
        under = min(trunk.depth, head.depth) - UNDER_M
        return [
            Group(under, (self._limb(throat, palette.skin),), name="neck", spots=(neck, skull)),
            hips,
            waist,
            trunk,
            head,
        ]

    def _head(self, frame: Frame) -> Group:
        lens, palette, neck = self._lens, self._palette, self._joints["neck"]
        depth = lens.depth(place(neck, frame, (0.0, build.CRANIUM[0][1], 0.0))) + _HEAD_BEFORE_M
        puff = round(self._figure.fault, 1) if Mark.MOUTH in self._scene.motion.marks else 0.0
        fills = head_fills(lens, _settled(frame), palette.skin, palette.hair, palette.line, puff, palette.wrong)
        face = PlacedPart(lens.flat(neck), fills, self._stills.get("head"))
        return Group(depth, (face,), name="head", spots=(self._joints["crown"], self._joints["chin"]))


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
