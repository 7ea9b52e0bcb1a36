"""Signs laid over the feet: a heel that stays down, the height to which it rises, toes that point ahead."""

from __future__ import annotations

from math import asin, degrees, hypot

from kinetic_home.figure.figure import Figure, SideName
from kinetic_home.figure.overlay_shape import Measured, Overlay, Sign, Stroke, Tone, reached, verdict
from kinetic_home.figure.space import Vec, along, dot, scaled, sub, unit

# A heel is up when a card would slide under it; a rise that misses the first one by a finger's breadth is too low [M].
_HEEL_UP_M, _RISE_OFF_M, _RISE_NEAR_M = 0.012, 0.012, 0.008
# Feet turn out by up to 10° in an easy stance: only more than that is turned out [M].
_TOES_OFF_DEG = 12.0
_BEHIND_M, _AHEAD_M = 0.05, 0.16
_HEIGHT_HALF_M = 0.16


def heel_down(measured: Measured) -> Overlay:
    """Draw the sole of each foot that is looked at; a gap under the heel is wrong."""
    strokes: list[Stroke] = []
    signs: list[Sign] = []
    for side in measured.legs:
        joints = measured.figure.joints
        heel, ball, toe = (joints[f"{side}_{name}"] for name in ("heel", "ball", "toe"))
        up = _heel_lift_m(measured.figure, side)
        usual = _heel_lift_m(measured.right, side) if measured.right else 0.0
        tone = verdict(up - usual <= _HEEL_UP_M)
        under = (heel[0], ball[1], heel[2])
        strokes.append(Stroke((along(under, _ahead(ball, under), -_BEHIND_M), (toe[0], ball[1], toe[2])), tone))
        if tone is Tone.WRONG:
            strokes.append(Stroke((under, heel), tone))
        signs.append(Sign(under if tone is Tone.GOOD else heel, tone))
    return Overlay(tuple(strokes), tuple(signs))


def heel_height(measured: Measured) -> Overlay:
    """Draw the height to which the heel should rise; good where it gets there."""
    side = measured.leg
    heel = measured.figure.joints[f"{side}_heel"]

    def height(figure: Figure) -> float:
        return figure.joints[f"{side}_heel"][1]

    tone = reached(heel[1], measured, height, _RISE_NEAR_M, _RISE_OFF_M)
    top = height(measured.aim) if measured.aim else heel[1]
    ahead = _ahead(measured.figure.joints[f"{side}_ball"], heel)
    middle = (heel[0], top, heel[2])
    low = (heel[0], measured.figure.joints[f"{side}_ball"][1], heel[2])
    goal = Stroke(
        (along(middle, ahead, -_HEIGHT_HALF_M), along(middle, ahead, _HEIGHT_HALF_M)), Tone.GUIDE, dashed=True
    )
    return Overlay((goal, Stroke((low, heel), tone)), (Sign(heel, tone),))


def toes_ahead(measured: Measured) -> Overlay:
    """Draw the line of each foot against straight ahead."""
    strokes: list[Stroke] = []
    signs: list[Sign] = []
    for side in measured.legs:
        figure = measured.figure
        heel, toe = figure.joints[f"{side}_heel"], figure.joints[f"{side}_toe"]
        turned = _turned_out_deg(figure, side)
        usual = _turned_out_deg(measured.right, side) if measured.right else 0.0
        tone = verdict(abs(turned - usual) <= _TOES_OFF_DEG)
        foot = unit(sub(toe, heel))
        outward = figure.frames["hips"][2]
        straight = unit(along(foot, outward, -dot(foot, outward)))
        far = hypot(*sub(toe, heel)) + _AHEAD_M
        strokes += [
            Stroke((heel, along(heel, straight, far)), Tone.GUIDE, dashed=True),
            Stroke((heel, along(heel, foot, far)), tone),
        ]
        signs.append(Sign(along(heel, foot, far), tone))
    return Overlay(tuple(strokes), tuple(signs))


def _heel_lift_m(figure: Figure, side: SideName) -> float:
    """Return how far the heel is over the level of the ball."""
    return figure.joints[f"{side}_heel"][1] - figure.joints[f"{side}_ball"][1]


def _turned_out_deg(figure: Figure, side: SideName) -> float:
    """Return how far the toes point outward from straight ahead of the hips."""
    foot = unit(sub(figure.joints[f"{side}_toe"], figure.joints[f"{side}_heel"]))
    outward = scaled(figure.frames["hips"][2], 1.0 if side == "right" else -1.0)
    return degrees(asin(max(-1.0, min(1.0, dot(foot, outward)))))


def _ahead(ball: Vec, heel: Vec) -> Vec:
    """Return the level direction from heel to ball."""
    return unit((ball[0] - heel[0], 0.0, ball[2] - heel[2]))
