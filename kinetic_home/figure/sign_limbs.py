"""Signs at legs and hands: rings where it is wrong, strokes where a foot hits, flashes where it pulls."""

from __future__ import annotations

from functools import lru_cache
from math import atan2, degrees, hypot

from kinetic_home.domain.fault import FaultKind
from kinetic_home.domain.motion import Motion
from kinetic_home.domain.room import PropKind, Worn
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import Camera
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.muscles import REGIONS, Region, region_middle
from kinetic_home.figure.overlay_shape import Tone
from kinetic_home.figure.sign_places import body_spots, near, taken
from kinetic_home.figure.sign_shape import Arrow, Flat, Line, Ring, Shape, arc, middle, moved
from kinetic_home.figure.sign_view import HALF_SEEN, Seen, as_seen, loaded_pair, named
from kinetic_home.figure.space import Vec, along, between, dot, flipped, place, scaled, sub, unit

ARROW_M, GAP_M = 0.15, 0.020
KNEE_M, HAND_M = 0.090, 0.075
# How far behind a heel its arrow is.
_BEHIND_M = 0.075
_THIGH_M, _BAND_M, _MUSCLE_M, _RAYS = 0.100, (0.17, 0.085), 0.080, 8
# Of a muscle that looks away from the eye by more than this, as a sine, nothing is seen.
_LOOKS_AWAY, _TO_BONE = 0.2, 0.35
# Rings of both knees do not touch; of knees that are too near for that one ring is around both.
_APART_M, _LEAST_RING_M = 0.012, 0.050
_UP_M = 0.01
_GOAL_HALF_M, _TICK_M = 0.19, 0.035
_IMPACT_M, _LEAST_JOLT = 0.15, 0.1
# The strokes of an impact to one side: how far out and how far up each starts.
_STROKES = ((1.0, 0.05), (0.92, 0.30), (0.70, 0.58))
_FLASH = ((-0.5, 1.0), (0.15, 0.25), (-0.2, -0.05), (0.5, -1.0))
_FLASH_M, _FLASH_CLEAR_M, _FREE_M = 0.070, -0.022, 0.060
UP, DOWN = (0.0, 1.0), (0.0, -1.0)


def ringed(seen: Seen, joint: str, ring_m: float, way: Flat | None) -> list[Shape]:
    """Return a ring around a joint, and an arrow that leaves it in the direction in which it has gone."""
    at = seen.flat(joint)
    shapes: list[Shape] = [Ring(at, ring_m, ring_m)]
    if way is not None:
        shapes.append(leaving(at, way, ring_m + GAP_M))
    return shapes


def leaving(at: Flat, way: Flat, from_m: float) -> Arrow:
    """Return an arrow that goes away from a place in a direction, from so far on."""
    return Arrow((moved(at, way, from_m), moved(at, way, from_m + ARROW_M)))


def knee(seen: Seen, side: str) -> list[Shape]:
    """Return the sign of a knee that falls inward, or else goes where it should not."""
    joint = f"{side}_knee"
    if seen.motion.fault not in (FaultKind.KNEE_IN, FaultKind.KNEES_TOGETHER):
        return ringed(seen, joint, KNEE_M, seen.way(seen.gone(joint)))
    at, its = seen.flat(joint), seen.flat("other_knee" if side == "work" else "work_knee")
    apart = hypot(at[0] - its[0], at[1] - its[1])
    shapes: list[Shape] = []
    # A ring never reaches over the other knee.
    ring = min(KNEE_M, max(apart / 2.0 - _APART_M, _LEAST_RING_M))
    if ring > _LEAST_RING_M or len(seen.motion.marks) == 1:
        shapes.append(Ring(at, ring, ring))
    elif side == "work":
        # Knees that touch have one ring around both.
        turn = degrees(atan2(its[1] - at[1], its[0] - at[0]))
        shapes.append(Ring(middle(at, its), apart / 2.0 + ring, ring, turn))
    x, y = seen.camera.flat(_inward(seen, side))
    if (size := hypot(x, y)) > HALF_SEEN:
        # From outside: an arrow that left would lie over the other leg.
        way = (x / size, y / size)
        shapes.append(Arrow((moved(at, way, -ring - GAP_M - ARROW_M), moved(at, way, -ring - GAP_M))))
    return shapes


def thigh(seen: Seen) -> list[Shape]:
    """Return a ring around the working thigh and an arrow up: it has left the chair."""
    at = seen.camera.flat(between(seen.joint("work_hip"), seen.joint("work_knee"), 0.62))
    ends = moved(at, UP, _THIGH_M + GAP_M), moved(at, UP, _THIGH_M + GAP_M + ARROW_M)
    return [Ring(at, _THIGH_M, _THIGH_M), Arrow(ends)]


def heel(seen: Seen, side: str) -> list[Shape]:
    """Return the gap under a heel, or under the height that it should have; the arrow is behind the foot."""
    name = f"{side}_heel"
    at, ball = seen.joint(name), seen.joint(f"{side}_ball")
    behind = along(at, unit((at[0] - ball[0], 0.0, at[2] - ball[2])), _BEHIND_M)
    if seen.motion.fault is FaultKind.HEEL_SINKS:
        goal = goal_line(seen, name)
        x, y = seen.camera.flat(behind)
        return [goal, Arrow(((x, max(middle(*goal.points)[1] + GAP_M, y + ARROW_M)), (x, y)))]
    floor = seen.camera.flat((behind[0], ball[1], behind[2]))
    dashes: list[Shape] = [Line((floor, seen.camera.flat(ball)), dashed=True)] if abs(at[1] - ball[1]) > _UP_M else []
    low = moved(floor, UP, GAP_M)
    return [*dashes, Arrow((low, moved(low, UP, ARROW_M)))]


def fallen_short(seen: Seen, joint: str, ring_m: float) -> list[Shape]:
    """Return a ring around a joint under the height that it should have, and an arrow down to it."""
    at = seen.flat(joint)
    top = moved(at, UP, ring_m + GAP_M + ARROW_M)
    arrow = Arrow((top, moved(at, UP, ring_m + GAP_M)))
    return [goal_line(seen, joint), Ring(at, ring_m, ring_m), arrow]


def goal_line(seen: Seen, joint: str) -> Line:
    """Return a dashed level at the height at which a joint should be, where it is."""
    x, _, z = seen.joint(joint)
    _, good = loaded_pair(seen.motion, seen.side)
    at = seen.camera.flat((x, good.joints[named(good, joint)][1], z))
    return Line((moved(at, (1.0, 0.0), -_GOAL_HALF_M), moved(at, (1.0, 0.0), _GOAL_HALF_M)), Tone.GUIDE, dashed=True)


def not_reached(seen: Seen, joint: str, ring_m: float) -> list[Shape]:
    """Return a ring around a joint, the height to which it should come, and the gap between the two."""
    at, goal = seen.flat(joint), goal_line(seen, joint)
    to = middle(*goal.points)
    shapes: list[Shape] = [goal, Ring(at, ring_m, ring_m)]
    way = 1.0 if to[1] > at[1] else -1.0
    if abs(to[1] - at[1]) > ring_m + _TICK_M:
        start = moved(at, UP, way * ring_m)
        shapes += [Line((start, to)), Line((moved(to, (1.0, 0.0), -_TICK_M), moved(to, (1.0, 0.0), _TICK_M)))]
    return shapes


def stands(seen: Seen, side: str) -> bool:
    """Tell whether a leg bears on something."""
    name = seen.work if side == "work" else seen.other
    return any(contact.part.startswith(name) for contact in seen.figure.contacts if not contact.part.endswith("hand"))


def impact(seen: Seen, side: str) -> list[Shape]:
    """Return short strokes that fly from where a foot hits the floor, the shorter the longer ago that was."""
    jolt = seen.figure.jolt
    if jolt < _LEAST_JOLT:
        return []
    x, y = seen.camera.flat(between(seen.joint(f"{side}_heel"), seen.joint(f"{side}_ball"), 0.5))
    return [
        Line(
            (
                (x + sign * _IMPACT_M * (0.25 + aside * 0.75), y + _IMPACT_M * up * 0.8),
                (x + sign * _IMPACT_M * (0.25 + aside * (0.75 + 0.70 * jolt)), y + _IMPACT_M * up * (0.8 + 1.1 * jolt)),
            )
        )
        for sign in (-1.0, 1.0)
        for aside, up in _STROKES
    ]


def hand(seen: Seen, side: str) -> list[Shape]:
    """Return a ring around a hand that pushes; it does not move, it presses down on what it lies on."""
    at = seen.camera.flat(between(seen.joint(f"{side}_wrist"), seen.joint(f"{side}_fingertip"), 0.45))
    return [Ring(at, HAND_M, HAND_M), Arrow((moved(at, UP, HAND_M + ARROW_M), moved(at, UP, HAND_M * 0.55)))]


def band(seen: Seen) -> list[Shape]:
    """Return a ring around a slack band, between the knees or the ankles, wherever it is worn."""
    bands = (prop.worn for prop in seen.motion.props if prop.kind is PropKind.BAND_LOOP)
    part = "knee" if next(bands, None) is Worn.ABOVE_KNEES else "ankle"
    return [Ring(middle(seen.flat(f"work_{part}"), seen.flat(f"other_{part}")), *_BAND_M)]


def stretch(seen: Seen, stretched: tuple[str, ...]) -> list[Shape]:
    """Return flashes of pain beside the muscle that is pulled too far: what is pulled is seen itself."""
    (sx, sy), (ax, ay) = seen.camera.flat(_pulled(seen.figure, stretched)), _flashes_aside(*seen[1:], stretched)
    x, y = sx + ax, sy + ay
    shapes: list[Shape] = []
    for aside in (-1.0, 0.0, 1.0):
        high = _FLASH_M * (1.0 if aside == 0.0 else 0.72)
        shapes.append(Line(tuple((x + (fx + aside * 1.05) * _FLASH_M, y + fy * high) for fx, fy in _FLASH)))
    return shapes


def _pulled(figure: Figure, stretched: tuple[str, ...]) -> Vec:
    """Return the middle of the muscle that is stretched; without a name, of the thigh."""
    regions = REGIONS.get(stretched[0], ()) if stretched else ()
    if regions:
        return region_middle(figure, regions[0], figure.working)
    return between(figure.joints[f"{figure.working}_hip"], figure.joints[f"{figure.working}_knee"], 0.5)


@lru_cache(maxsize=32)
def _flashes_aside(motion: Motion, side: Side, camera: Camera, stretched: tuple[str, ...]) -> Flat:
    """Return how far from the muscle its flashes are, where they cover least in the loaded instant."""
    bad, _ = loaded_pair(motion, side)
    at = camera.flat(_pulled(bad, stretched))
    outline = tuple((x * _FLASH_M, y * _FLASH_M) for x in (-1.5, -0.75, 0.0, 0.75, 1.5) for y in (-0.8, 0.0, 0.8))
    # They reach a little over the edge of the limb, but not over the muscle's middle.
    spots = [*body_spots(bad, camera), (*at, _FREE_M - _FLASH_CLEAR_M)]
    x, y = near(spots, at, outline, _FLASH_CLEAR_M, taken(motion, side, camera))
    return x - at[0], y - at[1]


def wrong_muscle(seen: Seen, muscle: str) -> list[Shape]:
    """Return a ring with rays around a muscle of the thigh that works in place of the right one; it is tinted too.

    From where the muscle is hidden behind the bone in the loaded instant there is none.
    """
    region = REGIONS[muscle][0]
    sides = ("work", "other") if seen.side is Side.BOTH else ("work",)
    bad, _ = loaded_pair(seen.motion, seen.side)
    near = max(sides, key=lambda side: seen.camera.depth(as_seen(bad, seen, f"{side}_knee")))
    out = unit(sub(*_on_thigh(bad, region, near)))
    if dot(out if bad.working == seen.figure.working else flipped(out), seen.camera.towards) < -_LOOKS_AWAY:
        return []
    return _strained(seen.camera.flat(between(*_on_thigh(seen.figure, region, near), _TO_BONE)))


def _on_thigh(figure: Figure, region: Region, side: str) -> tuple[Vec, Vec]:
    """Return the middle of a region of the working or the other thigh, and the place of the bone under it."""
    hip, frame = named(figure, f"{side}_hip"), figure.frames[named(figure, f"{side}_thigh")]
    bone = place(figure.joints[hip], frame, (0.0, (region.low_m + region.high_m) / 2.0, 0.0))
    return region_middle(figure, region, hip.removesuffix("_hip")), bone


def _strained(at: Flat) -> list[Shape]:
    rays = [arc(at, size, 45.0, 405.0, _RAYS) for size in (_MUSCLE_M * 1.25, _MUSCLE_M * 1.55)]
    lines = [Line((start, end)) for start, end in zip(rays[0][:-1], rays[1][:-1], strict=True)]
    return [Ring(at, _MUSCLE_M, _MUSCLE_M), *lines]


def _inward(seen: Seen, side: str) -> Vec:
    right = seen.figure.frames["hips"][2]
    level = unit((right[0], 0.0, right[2])) if hypot(right[0], right[2]) > 0.5 else right
    return scaled(level, -1.0 if named(seen.figure, f"{side}_knee").startswith("right") else 1.0)
