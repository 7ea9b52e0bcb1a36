"""What a question about form looks at, measured on a figure: knee over second toe, level pelvis, upright trunk.

Points and angles are those of the picture; what lies to the working side is positive unless said otherwise.
"""

from __future__ import annotations

from math import asin, atan2, degrees

from kinetic_home.figure.figure import Figure, SideName
from kinetic_home.figure.space import Vec, cross, distance, dot, scaled, sub, unit


def other_side(figure: Figure) -> SideName:
    """Return the side that does not work."""
    return "left" if figure.working == "right" else "right"


def knee_inward_m(figure: Figure, side: SideName) -> float:
    """Return how far a knee lies inward of the upright plane through ankle and second toe; outward is negative."""
    ankle, toe, knee = (figure.joints[f"{side}_{name}"] for name in ("ankle", "toe", "knee"))
    ahead = unit((toe[0] - ankle[0], 0.0, toe[2] - ankle[2]))
    outward = cross(ahead, (0.0, 1.0, 0.0))
    aside = dot(sub(knee, ankle), outward)
    return -aside if side == "right" else aside


def knees_apart_m(figure: Figure) -> float:
    """Return how far apart the knees are."""
    return distance(figure.joints["right_knee"], figure.joints["left_knee"])


def pelvis_drop_deg(figure: Figure) -> float:
    """Return how far the pelvis hangs down on the side that does not work; 0 is level."""
    work = figure.joints[f"{figure.working}_hip"]
    other = figure.joints[f"{other_side(figure)}_hip"]
    return degrees(asin(_bounded(unit(sub(work, other))[1])))


def pelvis_turn_deg(figure: Figure) -> float:
    """Return how far the working hip lies behind the other one; 0 is square to the front."""
    work = figure.joints[f"{figure.working}_hip"]
    other = figure.joints[f"{other_side(figure)}_hip"]
    return degrees(asin(_bounded(unit(sub(other, work))[0])))


def pelvis_shift_m(figure: Figure) -> float:
    """Return how far the pelvis lies to the working side of the middle between the ankles."""
    right, left = figure.joints["right_ankle"], figure.joints["left_ankle"]
    return _to_working(figure, figure.joints["pelvis"][2] - (right[2] + left[2]) / 2.0)


def trunk_lean_deg(figure: Figure) -> float:
    """Return how far the straight line of the trunk leans forward from the upright."""
    up = _trunk(figure)
    ahead = figure.frames["chest"][0]
    lean = degrees(asin(_bounded((up[0] ** 2 + up[2] ** 2) ** 0.5)))
    return lean if ahead[0] * up[0] + ahead[2] * up[2] >= 0 else -lean


def trunk_aside_deg(figure: Figure) -> float:
    """Return how far the straight line of the trunk leans to the working side."""
    return degrees(asin(_bounded(_to_working(figure, _trunk(figure)[2]))))


def trunk_twist_deg(figure: Figure) -> float:
    """Return how far the shoulders are turned against the hips, the working shoulder ahead."""
    ahead, up, right = figure.frames["hips"]
    line = sub(figure.joints["right_shoulder"], figure.joints["left_shoulder"])
    flat = sub(line, scaled(up, dot(line, up)))
    return _to_working(figure, degrees(atan2(dot(flat, ahead), dot(flat, right))))


def back_bend_deg(figure: Figure) -> float:
    """Return how far the chest is bent ahead against the pelvis; an arch is negative."""
    hips, chest = figure.frames["hips"], figure.frames["chest"]
    return degrees(atan2(dot(chest[1], hips[0]), dot(chest[1], hips[1])))


def heel_rise_m(figure: Figure, side: SideName) -> float:
    """Return how high the heel is over the ball of the foot."""
    return figure.joints[f"{side}_heel"][1] - figure.joints[f"{side}_ball"][1]


def foot_roll_deg(figure: Figure, side: SideName) -> float:
    """Return how far a foot is rolled inward, its arch down; outward is negative."""
    slant = degrees(asin(_bounded(figure.frames[f"{side}_foot"][2][1])))
    return slant if side == "right" else -slant


def toes_out_deg(figure: Figure, side: SideName) -> float:
    """Return how far a foot points outward from straight ahead."""
    ahead = sub(figure.joints[f"{side}_ball"], figure.joints[f"{side}_heel"])
    outward = degrees(atan2(ahead[2], ahead[0]))
    return outward if side == "right" else -outward


def _trunk(figure: Figure) -> Vec:
    return unit(sub(figure.joints["neck"], figure.joints["pelvis"]))


def _to_working(figure: Figure, rightward: float) -> float:
    return rightward if figure.working == "right" else -rightward


def _bounded(value: float) -> float:
    return max(-1.0, min(1.0, value))
