"""What a question about form looks at, measured on a figure: knee over second toe, level pelvis, upright trunk."""

from __future__ import annotations

from math import asin, degrees

from kinetic_home.figure.figure import Figure, SideName
from kinetic_home.figure.space import cross, dot, sub, unit


def knee_inward_m(figure: Figure, side: SideName) -> float:
    """Return how far a knee lies inward of the upright plane through ankle and second toe; outward is negative."""
    ankle, toe, knee = (figure.joints[f"{side}_{name}"] for name in ("ankle", "toe", "knee"))
    ahead = unit((toe[0] - ankle[0], 0.0, toe[2] - ankle[2]))
    outward = cross(ahead, (0.0, 1.0, 0.0))
    aside = dot(sub(knee, ankle), outward)
    return -aside if side == "right" else aside


def pelvis_drop_deg(figure: Figure) -> float:
    """Return how far the pelvis hangs down on the side that does not work; 0 is level."""
    work = figure.joints[f"{figure.working}_hip"]
    other = figure.joints["left_hip" if figure.working == "right" else "right_hip"]
    return degrees(asin(unit(sub(work, other))[1]))


def trunk_lean_deg(figure: Figure) -> float:
    """Return how far the straight line of the trunk leans forward from the upright."""
    up = unit(sub(figure.joints["neck"], figure.joints["pelvis"]))
    ahead = figure.frames["chest"][0]
    lean = degrees(asin(max(-1.0, min(1.0, (up[0] ** 2 + up[2] ** 2) ** 0.5))))
    return lean if ahead[0] * up[0] + ahead[2] * up[2] >= 0 else -lean
