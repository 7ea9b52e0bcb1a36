"""Where signs have room: beside the body, where it never is during a repetition, and within what is shown anyway."""

from __future__ import annotations

from functools import lru_cache
from math import hypot

from kinetic_home.domain.motion import Motion
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import Camera
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.sign_shape import Flat, Reach, moved
from kinetic_home.figure.sign_view import LEAST_FAULT, Seen, named, samples
from kinetic_home.figure.space import between
from kinetic_home.figure.worn import worn_points

HEAD_M = 0.115
# Parts of the body from joint to joint, with their flesh.
_PARTS = (
    ("pelvis", "neck", 0.15),
    ("neck", "skull", 0.07),
    ("pelvis", "right_hip", 0.13),
    ("pelvis", "left_hip", 0.13),
    ("neck", "right_shoulder", 0.08),
    ("neck", "left_shoulder", 0.08),
    *((f"{side}_{one}", f"{side}_{two}", size) for side in ("right", "left") for one, two, size in (
        ("hip", "knee", 0.085), ("knee", "ankle", 0.060), ("heel", "toe", 0.050),
        ("shoulder", "elbow", 0.050), ("elbow", "wrist", 0.045), ("wrist", "fingertip", 0.035),
    )),
)  # fmt: skip
_SPOTS = (0.0, 0.34, 0.67, 1.0)
# Bodies are looked at with this grain; every second sample is enough.
_GRAIN_M, _EVERY = 0.05, 2
_GRID = 13
# What it costs to cover the body, to make the picture larger, and to be far from the place wanted.
_COVERS, _GROWS, _FAR = 10.0, 1.0, 0.5
_HEAD_HIT, _RATHER = 5.0, 0.07


def body_spots(figure: Figure, camera: Camera) -> list[Reach]:
    """Return discs that together cover a figure as it is seen."""
    joints = figure.joints
    found: list[Reach] = [(*camera.flat(joints["skull"]), HEAD_M)]
    for one, two, size in _PARTS:
        found += [(*camera.flat(between(joints[one], joints[two], share)), size) for share in _SPOTS]
    return found


@lru_cache(maxsize=64)
def taken(motion: Motion, side: Side, camera: Camera) -> tuple[Reach, ...]:
    """Return discs that cover the body, and what it wears and holds, wherever it is during a repetition."""
    found: dict[tuple[int, int], Reach] = {}
    for figure in samples(motion, side)[::_EVERY]:
        for x, y, size in body_spots(figure, camera):
            key = (round(x / _GRAIN_M), round(y / _GRAIN_M))
            if key not in found or found[key][2] < size:
                found[key] = (x, y, size)
        for prop in motion.props:
            for x, y in map(camera.flat, worn_points(figure, prop, motion.props)):
                found.setdefault((round(x / _GRAIN_M), round(y / _GRAIN_M)), (x, y, _GRAIN_M))
    return tuple(found.values())


def bounds(spots: tuple[Reach, ...]) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of what discs cover."""
    return (
        min(x - size for x, _, size in spots),
        min(y - size for _, y, size in spots),
        max(x + size for x, _, size in spots),
        max(y + size for _, y, size in spots),
    )


@lru_cache(maxsize=128)
def free_place(motion: Motion, side: Side, camera: Camera, half: Flat, wanted: tuple[Flat, ...]) -> Flat:
    """Return the middle of a box of a half size that covers the body least, as near as can be to a wanted place."""
    spots = taken(motion, side, camera)
    left, bottom, right, top = bounds(spots)
    wide, high = half

    def cost(x: float, y: float) -> float:
        covered = sum(
            max(0.0, size - hypot(max(abs(px - x) - wide, 0.0), max(abs(py - y) - high, 0.0))) for px, py, size in spots
        )
        beside = max(left - x + wide, x + wide - right, 0.0) + max(bottom - y + high, y + high - top, 0.0)
        far = min(hypot(x - wx, y - wy) for wx, wy in wanted)
        return _COVERS * covered + _GROWS * beside + _FAR * far

    across = [left - wide + (right - left + 2.0 * wide) * step / (_GRID - 1) for step in range(_GRID)]
    across += [left + wide, right - wide]
    upward = [bottom + high + (top - bottom - high) * step / (_GRID - 1) for step in range(_GRID)]
    upward += [top - high]
    return min(((x, y) for x in across for y in upward), key=lambda at: cost(*at))


@lru_cache(maxsize=256)
def comes_from_behind(
    motion: Motion, side: Side, camera: Camera, joint: str, ends: tuple[float, float], way: Flat
) -> bool:
    """Tell whether an arrow at a joint has better room coming from behind than leaving ahead, all repetition long.

    `ends` are how near to the joint the arrow is and how far it reaches.
    """
    left, bottom, right, top = bounds(taken(motion, side, camera))
    costs = [0.0, _RATHER]
    for figure in samples(motion, side):
        if figure.fault < LEAST_FAULT:
            continue
        at, head = camera.flat(figure.joints[named(figure, joint)]), camera.flat(figure.joints["skull"])
        for number, sign in enumerate((1.0, -1.0)):
            x, y = moved(at, way, sign * ends[1])
            out = max(left - x, x - right, 0.0) + max(bottom - y, y - top, 0.0)
            tips = [moved(at, way, sign * (ends[0] + (ends[1] - ends[0]) * share)) for share in (0.0, 0.5, 1.0)]
            hit = max(HEAD_M + 0.04 - hypot(tx - head[0], ty - head[1]) for tx, ty in tips)
            costs[number] = max(costs[number], out + _HEAD_HIT * max(hit, 0.0) + (_RATHER if number else 0.0))
    return costs[1] < costs[0]


def arrow_ends(seen: Seen, joint: str, at: Flat, way: Flat, near_m: float, long_m: float) -> tuple[Flat, Flat]:
    """Return start and end of an arrow in a direction, beside a place near a joint, where it has room."""
    ends = (near_m, near_m + long_m)
    if comes_from_behind(seen.motion, seen.side, seen.camera, joint, ends, (round(way[0], 3), round(way[1], 3))):
        return moved(at, way, -ends[1]), moved(at, way, -ends[0])
    return moved(at, way, ends[0]), moved(at, way, ends[1])
