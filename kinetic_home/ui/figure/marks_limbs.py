"""Marks of legs, feet and hands: rings where it is wrong, strokes where a foot hits, flashes where it pulls."""

from __future__ import annotations

from math import atan2, degrees, hypot

from kinetic_home.domain.room import PropKind, Worn
from kinetic_home.domain.side import Side
from kinetic_home.figure.muscles import REGIONS
from kinetic_home.figure.overlay_shape import Tone
from kinetic_home.figure.space import between
from kinetic_home.ui.figure.emphasis import path_through
from kinetic_home.ui.figure.marks_pointer import ARROW_M, Pointer
from kinetic_home.ui.figure.outline import Flat
from kinetic_home.ui.figure.tint import region_middle

KNEE_M, HEEL_M, HAND_M, FOOT_HIGH_M = 0.095, 0.065, 0.080, 0.085
_THIGH_M, _BAND_M, _FRONT_M, _FOOT_LONG_M = 0.100, (0.17, 0.085), 0.075, 0.165
_UP_M = 0.01
_IMPACT_M = 0.15
# The strokes of an impact to one side: how far out and how far up each starts.
_STROKES = ((1.0, 0.05), (0.92, -0.30), (0.70, -0.58))
_FLASH = ((-0.5, -1.0), (0.15, -0.25), (-0.2, 0.05), (0.5, 1.0))
_FLASH_M = 0.075


def mark_thigh(at: Pointer) -> None:
    """Draw a ring around the working thigh and an arrow up: it has left the chair."""
    middle = at.lens.flat(between(at.joint(f"{at.work}_hip"), at.joint(f"{at.work}_knee"), 0.62))
    at.pencil.ring(middle, at.px(_THIGH_M))
    at.arrow(middle, _THIGH_M, at.gone(f"{at.work}_knee") or (0.0, -1.0))


def mark_heel(at: Pointer, side: str) -> None:
    """Draw a ring around a heel, the gap under it, and which way it has gone."""
    heel, ball = at.joint(f"{side}_heel"), at.joint(f"{side}_ball")
    lifted = heel[1] - ball[1]
    if abs(lifted) > _UP_M:
        at.pencil.stroke([at.lens.flat((heel[0], ball[1], heel[2])), at.lens.flat(ball)], Tone.WRONG, dashed=True)
    at.pencil.ring(at.lens.flat(heel), at.px(HEEL_M))
    usual: Flat | None = None if abs(lifted) <= _UP_M else (0.0, -1.0) if lifted > 0 else (0.0, 1.0)
    at.arrow(at.lens.flat(heel), HEEL_M, at.gone(f"{side}_heel") or usual)


def mark_foot(at: Pointer, side: str) -> None:
    """Draw a flat ring around a foot."""
    (hx, hy), (tx, ty) = at.flat(f"{side}_heel"), at.flat(f"{side}_toe")
    middle = at.lens.flat(between(at.joint(f"{side}_ankle"), at.joint(f"{side}_toe"), 0.5))
    size = hypot(tx - hx, ty - hy)
    turn = degrees(atan2(ty - hy, tx - hx)) if size > 2.0 else 0.0
    at.pencil.ring(middle, max(size * 0.62, at.px(FOOT_HIGH_M)), at.px(FOOT_HIGH_M), turn)
    at.arrow(middle, _FOOT_LONG_M, at.gone(f"{side}_toe") or at.gone(f"{side}_ankle"))


def mark_impact(at: Pointer, side: str) -> None:
    """Draw short strokes that fly from where a foot hits the floor."""
    x, y = at.lens.flat(between(at.joint(f"{side}_heel"), at.joint(f"{side}_ball"), 0.5))
    reach = at.px(_IMPACT_M)
    for sign in (-1.0, 1.0):
        for aside, up in _STROKES:
            start = (x + sign * reach * (0.25 + aside * 0.75), y + reach * up * 0.8)
            end = (x + sign * reach * (0.25 + aside * 1.45), y + reach * up * 1.9)
            at.pencil.path(path_through([start, end]), Tone.WRONG, at.pencil.bold_px)


def mark_hand(at: Pointer, side: str) -> None:
    """Draw a ring around a hand that pushes; it does not move, it presses down on what it lies on."""
    x, y = at.lens.flat(between(at.joint(f"{side}_wrist"), at.joint(f"{side}_fingertip"), 0.45))
    ring = at.px(HAND_M)
    at.pencil.ring((x, y), ring)
    at.pencil.arrow((x, y - ring - at.px(ARROW_M)), (x, y - ring * 0.55))


def mark_band(at: Pointer) -> None:
    """Draw a ring around a slack band, between the knees or the ankles, wherever it is worn."""
    bands = (prop.worn for prop in at.scene.motion.props if prop.kind is PropKind.BAND_LOOP)
    part = "knee" if next(bands, None) is Worn.ABOVE_KNEES else "ankle"
    middle = at.lens.flat(between(at.joint(f"right_{part}"), at.joint(f"left_{part}"), 0.5))
    at.pencil.ring(middle, at.px(_BAND_M[0]), at.px(_BAND_M[1]))


def mark_stretch(at: Pointer) -> None:
    """Draw flashes of pain on the muscle that is pulled too far."""
    regions = REGIONS.get(at.stretched[0], ()) if at.stretched else ()
    if regions:
        spot = region_middle(at.figure, regions[0], at.work)
    else:
        spot = between(at.joint(f"{at.work}_hip"), at.joint(f"{at.work}_knee"), 0.5)
    (x, y), size = at.lens.flat(spot), at.px(_FLASH_M)
    for aside in (-1.0, 0.0, 1.0):
        high = size * (1.0 if aside == 0.0 else 0.72)
        points = [(x + (fx + aside * 1.05) * size, y + fy * high) for fx, fy in _FLASH]
        at.pencil.path(path_through(points), Tone.WRONG, at.pencil.bold_px)


def mark_hamstring(at: Pointer) -> None:
    """Draw a ring around the back of the thigh that works in place of the buttock; its tint is the body's."""
    spots = [region_middle(at.figure, REGIONS["hamstrings"][0], side) for side in (at.work, at.other)]
    near = max(spots, key=at.lens.depth) if at.scene.side is Side.BOTH else spots[0]
    at.pencil.ring(at.lens.flat(near), at.px(_THIGH_M))


def mark_hip_front(at: Pointer) -> None:
    """Draw a ring around the front of the working hip."""
    spot = at.lens.flat(region_middle(at.figure, REGIONS["hip_flexors"][0], at.work))
    at.pencil.ring(spot, at.px(_FRONT_M))
    at.arrow(spot, _FRONT_M, at.gone("pelvis"))
