"""Where signs have room: beside the body, where it never is during a repetition, and within what is shown anyway."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import hypot

from kinetic_home.domain.motion import Motion
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import Camera
from kinetic_home.figure.detour import inside, treads
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.sign_shape import Flat, Reach, arc
from kinetic_home.figure.sign_view import Seen, samples
from kinetic_home.figure.space import Vec, along, between, flipped
from kinetic_home.figure.worn import worn_points

HEAD_M = 0.115
# What is beside the body is no further from all that it takes than this.
BESIDE_M = 0.24
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
# A line of sight is followed so far, in such steps.
_SIGHT_M, _SIGHTS = 0.03, 40
# Bodies are looked at with this grain; every second sample is enough.
_GRAIN_M, _EVERY = 0.05, 2
_GRID = 13
# What it costs to cover the body, to make the picture larger, and to be far from the place wanted.
_COVERS, _GROWS, _FAR = 10.0, 1.0, 0.5
# Where a small sign is looked a place for, round what it belongs to, and what it costs to cover the body there.
_NEAR_STEP_M, _NEAR_STEPS, _COVERS_NEAR = 0.04, 14, 8.0


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


def near(
    spots: Iterable[Reach], at: Flat, outline: tuple[Flat, ...], thick_m: float, within: tuple[Reach, ...] = ()
) -> Flat:
    """Return the place nearest to another where a small sign covers next to nothing.

    `outline` is around its middle, and so thick; it should be beside what is taken `within` a repetition at most.
    """
    discs = tuple(spots)
    left, bottom, right, top = bounds(within)

    def cost(place: Flat) -> float:
        points = [(place[0] + x, place[1] + y) for x, y in outline]
        covered = max(size + thick_m - hypot(px - x, py - y) for px, py, size in discs for x, y in points)
        out = max(max(left - BESIDE_M - x, x - right - BESIDE_M, bottom - y, y - top, 0.0) for x, y in points)
        return _COVERS_NEAR * (max(covered, 0.0) + out) + hypot(place[0] - at[0], place[1] - at[1])

    rounds = (step * _NEAR_STEP_M for step in range(1, _NEAR_STEPS + 1))
    return min((place for far in rounds for place in arc(at, far, 0.0, 345.0, 23)), key=cost)


def hidden_by_step(seen: Seen, point: Vec) -> bool:
    """Tell whether a step or the stairs stand between a point and the eye."""
    boxes = treads(seen.motion)
    if seen.side is Side.LEFT:
        # Then all stands mirrored.
        point, towards = flipped(point), flipped(seen.camera.towards)
    else:
        towards = seen.camera.towards
    return any(inside(boxes, along(point, towards, far * _SIGHT_M), 0.0) for far in range(1, _SIGHTS + 1))
