"""Signs at feet: how a sole lies and how it should, a foot that rolls, toes that turn out, a foot that comes down."""

from __future__ import annotations

from math import atan2, cos, degrees, hypot, radians, sin

from kinetic_home.domain.fault import FaultKind
from kinetic_home.figure.overlay_shape import Tone
from kinetic_home.figure.sign_limbs import impact
from kinetic_home.figure.sign_shape import Arrow, Line, Ring, Shape, arc, heading, moved
from kinetic_home.figure.sign_view import Seen, as_seen, loaded_pair, named
from kinetic_home.figure.space import Vec, add, along, between, flipped, scaled, sub, unit

_RING_M, _LONG = 0.085, 0.62
# A foot comes down ahead of the hips by so much and pushes off behind them; a sole this near the floor bears.
_AHEAD_M, _BEHIND_M, _BEARS_M = 0.03, 0.15, 0.035
# How a sole should slope when the heel comes down first, and when the foot pushes off; how long its line is.
_HEEL_FIRST_DEG, _PUSH_DEG, _SOLE_M, _TO_HEEL_M = 24.0, 48.0, 0.30, 0.24
# The lines of a foot that turns out begin where it ends, so that it is seen itself.
_PAST_TOES_M, _TURN_M, _BULGE = 0.25, 0.44, 0.10
_ROLL_M, _ROLL_IN_M, _ROLL_ARC_M, _SOLE_UNDER_M = 0.125, 0.065, 0.165, 0.02
_DOWN_M = 0.06
# A foot nearer than this to the one before it is covered by it.
_HIDES_M = 0.115
# Of one nearer than this only an end is seen.
_COVERS_M, _END_M = 0.16, 0.075


def foot(seen: Seen, side: str) -> list[Shape]:
    """Return the sign of a foot, as its fault has it."""
    match seen.motion.fault:
        case FaultKind.FOOT_ROLLS_OUT | FaultKind.ARCH_DROPS:
            return _rolled(seen, side)
        case FaultKind.TOES_TURN_OUT:
            return _turned_out(seen, side)
        case FaultKind.FLAT_STEP:
            return _landing(seen, side)
        case _:
            return _come_down(seen, side)


def weak_push(seen: Seen, side: str) -> list[Shape]:
    """Return the sole of the rear foot as it leaves the floor, and the slope that it should have then."""
    heel, ball, toe = (seen.joint(f"{side}_{name}") for name in ("heel", "ball", "toe"))
    behind = _ahead(seen, side)
    if behind > -_BEHIND_M or min(ball[1], toe[1]) > _BEARS_M or _bears_later(seen, side):
        return []
    return _sole(seen, ball, heel, _PUSH_DEG, _TO_HEEL_M)


def _landing(seen: Seen, side: str) -> list[Shape]:
    """Return the sole of the foot that comes down flat, and the slope that it should have: heel first."""
    heel, toe = seen.joint(f"{side}_heel"), seen.joint(f"{side}_toe")
    if _ahead(seen, side) < _AHEAD_M or heel[1] > 2.0 * _BEARS_M:
        return []
    return _sole(seen, heel, toe, _HEEL_FIRST_DEG, _SOLE_M)


def _ahead(seen: Seen, side: str) -> float:
    """Return how far a foot is ahead of the hips."""
    step, forward = sub(seen.joint(f"{side}_ankle"), seen.joint("pelvis")), seen.figure.frames["hips"][0]
    size = hypot(forward[0], forward[2]) or 1.0
    return (step[0] * forward[0] + step[2] * forward[2]) / size


def _bears_later(seen: Seen, side: str) -> bool:
    """Tell whether the other foot is further behind: one foot is marked at a time."""
    return _ahead(seen, "other" if side == "work" else "work") < _ahead(seen, side)


def _sole(seen: Seen, pivot: Vec, end: Vec, should_deg: float, long_m: float) -> list[Shape]:
    """Return a thick line along a sole from a pivot, a dashed one as it should slope, and an arrow between."""
    floor = (end[0], pivot[1], end[2])
    way = unit(sub(floor, pivot))
    slope, camera = radians(should_deg), seen.camera
    should = along(along(pivot, way, long_m * cos(slope)), (0.0, 1.0, 0.0), long_m * sin(slope))
    actual = along(pivot, unit(sub(end, pivot)), long_m)
    start, to, at = camera.flat(should), camera.flat(actual), camera.flat(pivot)
    return [
        Line((at, start), Tone.GUIDE, dashed=True),
        Line((at, to)),
        Arrow(
            (start, moved(start, heading(start, to) or (0.0, -1.0), hypot(to[0] - start[0], to[1] - start[1]) * 0.86))
        ),
    ]


def _rolled(seen: Seen, side: str) -> list[Shape]:
    """Return the slope of a sole from side to side against the level, and the way in which the foot rolls."""
    name = named(seen.figure, f"{side}_ball")
    own = name.removesuffix("_ball")
    ball, right = seen.joint(f"{side}_ball"), seen.figure.frames[f"{own}_foot"][2]
    at = seen.camera.flat(along(ball, (0.0, 1.0, 0.0), -_SOLE_UNDER_M))
    out = right if own == "right" else (-right[0], -right[1], -right[2])
    ways = [seen.camera.flat(step) for step in (out, (out[0], 0.0, out[2]))]
    (ox, oy), (lx, ly) = ways
    # Inside, where the other foot is, the bars are shorter.
    reach = (-_ROLL_M if len(seen.motion.marks) == 1 else -_ROLL_IN_M, _ROLL_M)
    bar = [moved(at, (ox, oy), far) for far in reach]
    level = [moved(at, (lx, ly), far) for far in reach]
    rolls_out = seen.motion.fault is FaultKind.FOOT_ROLLS_OUT
    to_right = (lx > 0) is rolls_out
    # Always on the outer side: inside is the other foot.
    way_out = (62.0, -6.0) if to_right else (118.0, 186.0)
    way_in = (186.0, 118.0) if to_right else (-6.0, 62.0)
    return [
        Line((level[0], level[1]), Tone.GUIDE, dashed=True),
        Line((bar[0], bar[1])),
        Arrow(arc(moved(at, (0.0, 1.0), 0.03), _ROLL_ARC_M, *(way_out if rolls_out else way_in))),
    ]


def _turned_out(seen: Seen, side: str) -> list[Shape]:
    """Return the line of a foot that points outward, and the one that it should point along."""
    _, good = loaded_pair(seen.motion, seen.side)
    heel, toe = seen.joint(f"{side}_heel"), seen.joint(f"{side}_toe")
    should = sub(good.joints[named(good, f"{side}_toe")], good.joints[named(good, f"{side}_heel")])
    if good.working != seen.figure.working:
        should = flipped(should)
    if _stands(seen, side):
        toe, should = (toe[0], heel[1], toe[2]), (should[0], 0.0, should[2])
    camera = seen.camera
    ways = unit(should), unit(sub(toe, heel))
    between_m = [add(scaled(ways[0], 1.0 - share), scaled(ways[1], share)) for share in (0.15, 0.4, 0.7, 0.95)]
    lines = [tuple(camera.flat(along(heel, way, far)) for far in (_PAST_TOES_M, _TURN_M)) for way in ways]
    swing = tuple(camera.flat(along(heel, unit(step), _TURN_M * (1.0 - _BULGE))) for step in between_m)
    return [Line(lines[0], Tone.GUIDE, dashed=True), Line(lines[1]), Arrow(swing)]


def _stands(seen: Seen, side: str) -> bool:
    return seen.joint(f"{side}_heel")[1] < 0.15


def _come_down(seen: Seen, side: str) -> list[Shape]:
    """Return a ring around a foot that should be in the air or stay, with strokes once it has hit the floor."""
    if hidden(seen, side):
        return []
    low = min(seen.joint(f"{side}_{name}")[1] for name in ("heel", "ball", "toe"))
    ring: list[Shape] = [_seen_part(seen, side)]
    return ring + impact(seen, side) if low < _DOWN_M + _floor_m(seen, side) else ring


def hidden(seen: Seen, side: str) -> bool:
    """Tell whether a foot that should not have come down is hidden behind the one that stands."""
    if seen.motion.fault not in (FaultKind.FOOT_DOWN, FaultKind.LOST_LANDING):
        return False
    foot, stood = _come_down_at(seen, side)
    depth = seen.camera.depth
    return _gap_m(seen, foot, stood) < _HIDES_M and depth(foot) < depth(stood)


def _seen_part(seen: Seen, side: str) -> Ring:
    """Return a ring around a foot, or around that end of it which the standing foot does not cover."""
    foot, stood = _come_down_at(seen, side)
    if _gap_m(seen, foot, stood) > _COVERS_M:
        return _around(seen, side)
    bad, _ = loaded_pair(seen.motion, seen.side)
    ends = {name: as_seen(bad, seen, f"{side}_{name}") for name in ("heel", "toe")}
    end = max(ends, key=lambda name: _gap_m(seen, ends[name], stood))
    return Ring(seen.flat(f"{side}_{end}"), _END_M, _END_M)


def _come_down_at(seen: Seen, side: str) -> tuple[Vec, Vec]:
    """Return the middle of a foot where it has come down, and of the one that stands."""
    bad, _ = loaded_pair(seen.motion, seen.side)
    its = "other" if side == "work" else "work"
    foot, stood = (
        between(as_seen(bad, seen, f"{one}_heel"), as_seen(bad, seen, f"{one}_toe"), 0.5) for one in (side, its)
    )
    return foot, stood


def _gap_m(seen: Seen, one: Vec, other: Vec) -> float:
    (ax, ay), (bx, by) = seen.camera.flat(one), seen.camera.flat(other)
    return hypot(ax - bx, ay - by)


def _floor_m(seen: Seen, side: str) -> float:
    """Return how high the floor is under a foot at its lowest in the loaded instant."""
    bad, _ = loaded_pair(seen.motion, seen.side)
    return min(bad.joints[named(bad, f"{side}_{name}")][1] for name in ("heel", "ball", "toe"))


def _around(seen: Seen, side: str) -> Ring:
    """Return a flat ring around a foot."""
    (hx, hy), (tx, ty) = seen.flat(f"{side}_heel"), seen.flat(f"{side}_toe")
    size = hypot(tx - hx, ty - hy)
    at = seen.camera.flat(between(seen.joint(f"{side}_ankle"), seen.joint(f"{side}_toe"), 0.5))
    turn = degrees(atan2(ty - hy, tx - hx)) if size > 0.02 else 0.0
    return Ring(at, max(size * _LONG, _RING_M), _RING_M, turn)
