"""Signs of a wrong timing: too fast, dropped, bounced, stopped too early, uneven.

A sign of time stands in one place for a whole repetition, where the body never is.
"""

from __future__ import annotations

from functools import lru_cache
from math import hypot, sqrt

from kinetic_home.domain.fault import Timing
from kinetic_home.domain.motion import Motion
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import Camera
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.sign_places import HEAD_M, bounds, free_place, near, taken
from kinetic_home.figure.sign_shape import (
    ARROW_HALF_M,
    LINE_HALF_M,
    Arrow,
    Flat,
    Ghost,
    Line,
    Patch,
    Ring,
    Shape,
    arc,
    middle,
    moved,
)
from kinetic_home.figure.sign_view import Seen, as_seen, named, samples
from kinetic_home.figure.space import between, distance, sub
from kinetic_home.figure.timing import BOUNCES_A_SECOND, lowers_outward

_CLOCK_M, _KNOB_M = 0.105, 0.024
_CLOCK_WIDE_M, _CLOCK_HIGH_M = 0.125, 0.140
_FAST_WIDE_M = 0.225
_STREAK_M, _STREAK_ASIDE_M, _STREAK_FROM_M = 0.19, 0.045, 0.12
_DROP_M, _DROP_WIDE_M, _DROP_HIGH_M = 0.15, 0.07, 0.24
_SWING_M = 0.16
# A chain of limbs swings where it goes nearly as far as the one that goes farthest, and a limb of it so much as that.
_AS_FAR, _SWINGS_TOO, _MEETS = 0.85, 0.2, 0.25
_STOPPED_AT = 0.45
_PRINT_M, _TRACK_WIDE_M, _TRACK_HIGH_M = 0.125, 0.17, 0.40
# So much counts of a way that is level.
_LEVEL = 0.5
# Within so much of its way from either end a part has no speed.
_RESTS = 0.06
# The parts of which one moves most in any exercise, and how much its way counts: what is near the ground tells more.
_MOVING = {
    "ribs": 0.8,
    "pelvis": 0.95,
    "work_knee": 1.0,
    "work_heel": 1.25,
    "work_toe": 1.1,
    "other_knee": 0.9,
    "other_heel": 0.90,
}
_Chain = tuple[tuple[tuple[str, ...], float], ...]
# Chains of limbs that may swing, and how wide each limb is.
_CHAINS: tuple[_Chain, ...] = (
    ((("pelvis", "neck"), 0.24), (("neck", "skull"), 0.20)),
    *(
        (
            ((f"{side}_hip", f"{side}_knee"), 0.15),
            ((f"{side}_knee", f"{side}_ankle"), 0.11),
            ((f"{side}_heel", f"{side}_toe"), 0.09),
        )
        for side in ("right", "left")
    ),
    *(
        (((f"{side}_shoulder", f"{side}_elbow", f"{side}_wrist", f"{side}_fingertip"), 0.075),)
        for side in ("right", "left")
    ),
)


def time_signs(seen: Seen) -> list[Shape]:
    """Return the sign of the motion's timing, and beside the part that moves how it moves."""
    match seen.motion.timing:
        case Timing.RUSHED:
            return _rushed(seen)
        case Timing.DROPPED:
            return _dropped(seen)
        case Timing.BOUNCED:
            return _bounced(seen)
        case Timing.STOPPED:
            at = free_place(seen.motion, seen.side, seen.camera, (_CLOCK_WIDE_M, _CLOCK_HIGH_M), _top_corners(seen))
            return [Ring(at, _CLOCK_M, _CLOCK_M, swept=_STOPPED_AT), _knob(at)]
        case _:
            return _uneven(seen)


@lru_cache(maxsize=64)
def ends(motion: Motion, side: Side) -> tuple[Figure, Figure]:
    """Return both poses of a motion."""
    first, last = (
        figure_at(motion, pose_from=pose, pose_to=pose, fraction=0.0, rep_no=0, side=side) for pose in ("A", "B")
    )
    return first, last


@lru_cache(maxsize=64)
def _moving(motion: Motion, side: Side) -> tuple[str, ...]:
    """Return the parts that move, those first that go farthest; what goes less than half as far is not told."""
    first, last = ends(motion, side)

    def gone(name: str) -> float:
        x, y, z = sub(first.joints[named(first, name)], last.joints[named(last, name)])
        # What goes down is what is seen to fall.
        return _MOVING[name] * hypot(x * _LEVEL, y, z * _LEVEL)

    most = max(map(gone, _MOVING))
    return tuple(sorted((name for name in _MOVING if gone(name) >= most / 2.0), key=gone, reverse=True))


def _top_corners(seen: Seen) -> tuple[Flat, ...]:
    left, _, right, top = bounds(taken(seen.motion, seen.side, seen.camera))
    return (left, top), (right, top)


def _rushed(seen: Seen) -> list[Shape]:
    """Return a clock that is wound forward, and streaks behind the part that goes fastest."""
    half = (_FAST_WIDE_M, _CLOCK_HIGH_M)
    x, y = free_place(seen.motion, seen.side, seen.camera, half, _top_corners(seen))
    at = (x - _FAST_WIDE_M + _CLOCK_M + 0.012, y)
    hands = Line(((at[0], y + _CLOCK_M * 0.62), at, (at[0] + _CLOCK_M * 0.44, y - _CLOCK_M * 0.20)))
    shapes: list[Shape] = [Ring(at, _CLOCK_M, _CLOCK_M), hands, _knob(at)]
    for number in (0, 1):
        left = at[0] + _CLOCK_M * (1.28 + number * 0.55)
        high = _CLOCK_M * 0.44
        shapes.append(Patch(((left, y - high), (left + _CLOCK_M * 0.55, y), (left, y + high))))
    return shapes + _streaks(seen)


def _streaks(seen: Seen) -> list[Shape]:
    """Return lines behind the part that goes fastest, along its way down, and never on the head."""
    joint = _streaked(seen.motion, seen.side, seen.camera)
    return [] if joint is None or _rests(seen, joint) else [*_streaks_at(seen, joint)]


@lru_cache(maxsize=64)
def _streaked(motion: Motion, side: Side, camera: Camera) -> str | None:
    """Return which part has lines of speed: the one that goes farthest of those whose lines keep off the head."""
    every = [Seen(figure, motion, side, camera) for figure in samples(motion, side)]
    return next((joint for joint in _moving(motion, side) if all(_off_head(seen, joint) for seen in every)), None)


def _rests(seen: Seen, joint: str) -> bool:
    """Tell whether a part is still where its way starts, or has come to its end."""
    first, last = (as_seen(one, seen, joint) for one in ends(seen.motion, seen.side))
    return min(distance(seen.joint(joint), end) for end in (first, last)) < _RESTS * distance(first, last)


def _off_head(seen: Seen, joint: str) -> bool:
    hx, hy = seen.flat("skull")
    spots = [spot for line in _streaks_at(seen, joint) for spot in (*line.points, middle(*line.points))]
    return all(hypot(x - hx, y - hy) > HEAD_M + LINE_HALF_M for x, y in spots)


def _streaks_at(seen: Seen, joint: str) -> list[Line]:
    first, last = ends(seen.motion, seen.side)
    high, low = (first, last) if lowers_outward(seen.motion) else (last, first)
    way = seen.way(sub(low.joints[named(low, joint)], high.joints[named(high, joint)]))
    if way is None:
        return []
    at = seen.flat(joint)
    shapes: list[Line] = []
    for number in (-1.0, 0.0, 1.0):
        beside = moved(at, (-way[1], way[0]), number * _STREAK_ASIDE_M)
        far = _STREAK_FROM_M + _STREAK_M * (1.0 if number == 0.0 else 0.7)
        shapes.append(Line((moved(beside, way, -_STREAK_FROM_M), moved(beside, way, -far))))
    return shapes


def _dropped(seen: Seen) -> list[Shape]:
    """Return a thick arrow straight down beside the hips, which fall, with lines of speed above it."""
    first, last = (seen.camera.flat(one.joints["pelvis"]) for one in ends(seen.motion, seen.side))
    x, y = free_place(seen.motion, seen.side, seen.camera, (_DROP_WIDE_M, _DROP_HIGH_M), (middle(first, last),))
    shapes: list[Shape] = [Arrow(((x, y + _DROP_M * 0.7), (x, y - _DROP_HIGH_M + 0.03)), wide=1.7)]
    for number in (-1.0, 1.0):
        beside = x + number * 0.045
        shapes.append(Line(((beside, y + _DROP_HIGH_M - 0.02), (beside, y + _DROP_M * 0.4))))
    return shapes


def _bounced(seen: Seen) -> list[Shape]:
    """Return an arrow to and fro beside the part that swings, and the limb where it swings to.

    There is nothing to see end-on, nor where the limb is there itself.
    """
    joint = _swinging(seen.motion, seen.side)
    back, last = (as_seen(one, seen, joint) for one in swing_ends(seen.motion, seen.side))
    way = seen.way(sub(last, back))
    if way is None or distance(seen.joint(joint), back) < _MEETS * distance(back, last):
        return []
    x, y = _beside_swing(seen.motion, seen.side, seen.camera, seen.camera.flat(between(back, last, 0.5)), way)
    arrow = Arrow((moved((x, y), way, -_SWING_M), moved((x, y), way, _SWING_M)), wide=1.2, both=True)
    return [_ghost_of(seen.motion, seen.side, seen.camera), arrow]


@lru_cache(maxsize=32)
def _beside_swing(motion: Motion, side: Side, camera: Camera, at: Flat, way: Flat) -> Flat:
    """Return the place nearest to a part that swings where an arrow along its way covers next to nothing."""
    arrow = tuple(moved((0.0, 0.0), way, _SWING_M * share) for share in (-1.0, -0.5, 0.0, 0.5, 1.0))
    spots = taken(motion, side, camera)
    return near(spots, at, arrow, ARROW_HALF_M, spots)


@lru_cache(maxsize=32)
def _ghost_of(motion: Motion, side: Side, camera: Camera) -> Ghost:
    """Return the limb that swings, as it is at the other end of the swing."""
    back, _ = swing_ends(motion, side)
    most = max(_swung(motion, side, chain) for chain in _CHAINS)
    limbs: list[tuple[tuple[Flat, ...], float]] = []
    for chain in _CHAINS:
        if _swung(motion, side, chain) >= _AS_FAR * most:
            for limb, wide in chain:
                if _gone(motion, side, limb) > _SWINGS_TOO * most:
                    limbs.append((tuple(camera.flat(back.joints[joint]) for joint in limb), wide))
    return Ghost(tuple(limbs))


def _swung(motion: Motion, side: Side, chain: _Chain) -> float:
    """Return how far that limb of a chain swings that swings most."""
    return max(_gone(motion, side, limb) for limb, _ in chain)


def _gone(motion: Motion, side: Side, limb: tuple[str, ...]) -> float:
    """Return how far a limb swings all in all: a hand that holds on keeps its arm."""
    back, last = swing_ends(motion, side)
    return hypot(*(distance(back.joints[joint], last.joints[joint]) for joint in limb)) / sqrt(len(limb))


@lru_cache(maxsize=32)
def _swinging(motion: Motion, side: Side) -> str:
    """Return the part that swings farthest."""
    back, last = swing_ends(motion, side)
    return max(_MOVING, key=lambda name: distance(back.joints[named(back, name)], last.joints[named(last, name)]))


@lru_cache(maxsize=32)
def swing_ends(motion: Motion, side: Side) -> tuple[Figure, Figure]:
    """Return both ends of the swing of a bounced hold: the one farthest back, and the held pose."""
    once_ms = round(1_000 / BOUNCES_A_SECOND)
    back = figure_at(motion, pose_from="B", pose_to="B", fraction=0.5, rep_no=1, side=side, span_ms=once_ms)
    return back, ends(motion, side)[1]


def _uneven(seen: Seen) -> list[Shape]:
    """Return footprints on the floor beside the walk: a long step and a short one."""
    left, bottom, right, _ = bounds(taken(seen.motion, seen.side, seen.camera))
    corners = ((left, bottom + _TRACK_HIGH_M), (right, bottom + _TRACK_HIGH_M))
    x, y = free_place(seen.motion, seen.side, seen.camera, (_TRACK_WIDE_M, _TRACK_HIGH_M), corners)
    shapes: list[Shape] = []
    places = (-0.31, 0.13, 0.31)
    for number, up in enumerate(places):
        aside = -0.055 if number % 2 else 0.055
        shapes += _print((x + aside - 0.05, y + up))
    # How long both steps are, beside them.
    bar = x + _TRACK_WIDE_M - 0.04
    for low, high in ((places[0], places[1]), (places[1], places[2])):
        tips = ((bar, y + low + 0.02), (bar, y + high - 0.02))
        shapes.append(Line(tips))
        shapes += [Line((moved(tip, (1.0, 0.0), -0.03), moved(tip, (1.0, 0.0), 0.03))) for tip in tips]
    return shapes


def _print(at: Flat) -> list[Shape]:
    """Return a footprint seen from above: a sole and a heel."""
    x, y = at
    sole = arc((0.0, 0.0), 1.0, 0.0, 324.0, 9)
    return [
        Patch(tuple((x + px * _PRINT_M * 0.36, y + _PRINT_M * 0.22 + py * _PRINT_M * 0.52) for px, py in sole)),
        Patch(tuple((x + px * _PRINT_M * 0.26, y - _PRINT_M * 0.62 + py * _PRINT_M * 0.24) for px, py in sole)),
    ]


def _knob(at: Flat) -> Line:
    return Line(((at[0], at[1] + _CLOCK_M), (at[0], at[1] + _CLOCK_M + _KNOB_M)))
