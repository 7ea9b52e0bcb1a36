"""Elastic bands: a loop round both legs, or a long one from the chair to an ankle.

A loop is what a tight band is: the hull of both limbs. A stretch of it whose outside looks to the eye lies before both
limbs, one whose outside looks away lies behind both, so that nothing is crossed that should not be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import cos, pi, sin, sqrt

from PySide6.QtGui import QPen

from kinetic_home.domain.room import PropKind, Worn
from kinetic_home.figure.space import Vec, add, along, between, cross, distance, dot, scaled, sub, unit
from kinetic_home.figure.worn import Ring
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.palette import FigurePalette
from kinetic_home.ui.figure.parts import LINE_M, Group, LinesPart, Part, ShapePart, inked, thin_pen
from kinetic_home.ui.figure.tones import toned

LOOP_WIDE_M, LONG_WIDE_M = 0.050, 0.032
# A band this long between two limbs is as wide as it lies; pulled longer it gets thinner, down to a share of that.
_AT_REST_M, _THINNEST = 0.16, 0.62
# How far a slack loop sags, how far it stands off, and how far a slack long band hangs.
_SAG_M, _STAND_OFF_M, _LONG_SAG_M = 0.085, 0.020, 0.12
_STEPS = 8
_OVER_M = 0.004
_EPS = 1e-3
# How far past its outer half a loop is seen to go round a limb.
_INWARD = -0.25
_BACK_SHADE, _FOLD_SHADE = 0.30, 0.14
# Which part of a leg a loop lies round.
_LIMBS = {Worn.ANKLES: "shank", Worn.FEET: "shank", Worn.ABOVE_KNEES: "thigh"}


def loop_band(
    rings: tuple[Ring, Ring], worn: Worn, slack: float, lens: Lens, palette: FigurePalette, depths: Mapping[str, float]
) -> list[Group]:
    """Return a loop round the right and the left leg; `slack` from 0 to 1 lets it hang."""
    right, left = rings
    ends = [depths[f"{side}_{_LIMBS[worn]}"] for side in ("right", "left")]
    apart = sub(left.centre, right.centre)
    upward = unit(add(right.along, left.along))
    outward = unit(cross(apart, upward))
    width = LOOP_WIDE_M * _thinned(distance(right.centre, left.centre), slack)
    found: list[Group] = []
    for sign in (1.0, -1.0):
        away = scaled(outward, sign)
        before = lens.depth(away) > 0.0
        row = _strand(_touched(right, away), _touched(left, away), slack, away)
        tone = palette.band if before else toned(palette.band, palette.line, _BACK_SHADE)
        depth = max(ends) + _EPS if before else min(ends) - _EPS
        found.append(
            Group(depth, (_ribbon(row, upward, width, tone, lens, palette),), spots=(right.centre, left.centre))
        )
    for ring, depth, outer in ((right, ends[0], scaled(apart, -1.0)), (left, ends[1], apart)):
        wrap = _wrapped(ring, unit(outer), lens, width, palette)
        if wrap is not None:
            found.append(Group(depth + _EPS / 2, (wrap,), spots=(ring.centre,)))
    return found


def long_band(
    knot: Vec,
    ring: Ring,
    side: str,
    front_m: float,
    slack: float,
    lens: Lens,
    palette: FigurePalette,
    depths: Mapping[str, float],
) -> list[Group]:
    """Return a band from a knot on the chair to a loop round the working ankle; `front_m` is where the chair ends.

    Under the chair its legs hide it; from there on it lies before the resting leg.
    """
    depth = depths[f"{side}_shank"]
    way = unit(sub(knot, ring.centre))
    end = _touched(ring, unit(along(way, ring.along, -dot(way, ring.along))))
    upward = unit(along(ring.along, way, -dot(way, ring.along)))
    wide = LONG_WIDE_M * _thinned(distance(knot, ring.centre) * 0.4, slack)
    points = [
        along(between(end, knot, step / _STEPS), (0.0, -1.0, 0.0), slack * _LONG_SAG_M * _arch(step / _STEPS))
        for step in range(_STEPS + 1)
    ]
    points = [point if point[1] > _OVER_M else (point[0], _OVER_M, point[2]) for point in points]
    # The strand is straight seen from above, so that it leaves the chair at one share of its way.
    leaves = (end[0] - front_m) / max(end[0] - knot[0], _EPS)
    cut = min(max(round(leaves * _STEPS), 0), _STEPS)
    found: list[Group] = []
    # The chair hides all that runs under it; what runs on before it is painted once more.
    for run, under in ((points, frozenset({PropKind.CHAIR})), (points[: cut + 1], frozenset[PropKind]())):
        if len(run) > 1:
            strand = _strip(run, upward, wide, palette.band, lens, palette)
            found.append(Group(depth - _EPS, strand, spots=(knot, ring.centre) if under else (), under=under))
    wrap = _wrapped(ring, None, lens, LONG_WIDE_M, palette)
    if wrap is not None:
        found.append(Group(depth + _EPS / 2, (wrap,), spots=(ring.centre,)))
    return found


def _thinned(apart_m: float, slack: float) -> float:
    pulled = min(max(1.0 - (apart_m - _AT_REST_M) * 0.9, _THINNEST), 1.0)
    return pulled + (1.0 - pulled) * slack


def _arch(share: float) -> float:
    return 4.0 * share * (1.0 - share)


def _touched(ring: Ring, away: Vec) -> Vec:
    """Return the point of a ring that lies farthest in a direction, a little outside of it."""
    ahead, aside = dot(ring.ahead, away) * ring.half_ahead_m, dot(ring.aside, away) * ring.half_aside_m
    size = sqrt(ahead * ahead + aside * aside) or 1.0
    reach_a, reach_b = ahead / size * (ring.half_ahead_m + _OVER_M), aside / size * (ring.half_aside_m + _OVER_M)
    return along(along(ring.centre, ring.ahead, reach_a), ring.aside, reach_b)


def _strand(start: Vec, end: Vec, slack: float, away: Vec) -> list[Vec]:
    """Return a stretch between two limbs: straight where it is tight, hanging down and away where it is slack."""
    if slack <= 0.0:
        return [start, end]
    row: list[Vec] = []
    for step in range(_STEPS + 1):
        share = step / _STEPS
        hang = slack * _arch(share)
        row.append(along(along(between(start, end, share), (0.0, -1.0, 0.0), hang * _SAG_M), away, hang * _STAND_OFF_M))
    return row


def _ribbon(row: Sequence[Vec], upward: Vec, width: float, tone: str, lens: Lens, palette: FigurePalette) -> Part:
    high = [lens.flat(along(point, upward, width / 2)) for point in row]
    low = [lens.flat(along(point, upward, -width / 2)) for point in row]
    return ShapePart([*high, *reversed(low)], tone, _pen(tone, lens, palette))


def _strip(
    row: Sequence[Vec], upward: Vec, width: float, tone: str, lens: Lens, palette: FigurePalette
) -> tuple[Part, Part]:
    """Return a ribbon that goes on beyond its ends: it has a line along its edges alone."""
    high, low = ([lens.flat(along(point, upward, sign * width / 2)) for point in row] for sign in (1.0, -1.0))
    edges = (*pairwise(high), *pairwise(low))
    return ShapePart([*high, *reversed(low)], tone), LinesPart(edges, inked(tone, palette.line), LINE_M * lens.scale)


def _wrapped(ring: Ring, outer: Vec | None, lens: Lens, width: float, palette: FigurePalette) -> Part | None:
    """Return what is seen of a band that lies round a limb: the half that looks to the eye, but for the inner side."""
    points: list[Vec] = []
    turns = 4 * _STEPS
    seen = [
        turn
        for turn in range(turns)
        if _looks(ring, 2 * pi * turn / turns, lens.towards) > 0.0
        and (outer is None or _looks(ring, 2 * pi * turn / turns, outer) > _INWARD * ring.half_ahead_m)
    ]
    if len(seen) < 2:
        return None
    # The seen stretch is one run; it may go over the start of the round.
    gap = next((k for k in range(len(seen)) if (seen[k] - seen[k - 1]) % turns != 1), 0)
    for turn in [*seen[gap:], *seen[:gap]]:
        angle = 2 * pi * turn / turns
        points.append(
            along(
                along(ring.centre, ring.ahead, cos(angle) * (ring.half_ahead_m + _OVER_M)),
                ring.aside,
                sin(angle) * (ring.half_aside_m + _OVER_M),
            )
        )
    tone = toned(palette.band, palette.line, _FOLD_SHADE)
    return _ribbon(points, ring.along, width, tone, lens, palette)


def _looks(ring: Ring, angle: float, towards: Vec) -> float:
    return (
        dot(ring.ahead, towards) * cos(angle) * ring.half_aside_m
        + dot(ring.aside, towards) * sin(angle) * ring.half_ahead_m
    )


def _pen(tone: str, lens: Lens, palette: FigurePalette) -> QPen:
    return thin_pen(tone, palette.line, LINE_M * lens.scale)
