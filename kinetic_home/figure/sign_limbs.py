"""Signs at legs and hands: rings where it is wrong, strokes where a foot hits, flashes where it pulls."""

from __future__ import annotations

from math import hypot

from kinetic_home.domain.fault import FaultKind
from kinetic_home.domain.room import PropKind, Worn
from kinetic_home.domain.side import Side
from kinetic_home.figure.muscles import REGIONS, Bone, Region, region_middle
from kinetic_home.figure.overlay_shape import Tone
from kinetic_home.figure.sign_places import arrow_ends
from kinetic_home.figure.sign_shape import Arrow, Flat, Line, Ring, Shape, arc, middle, moved
from kinetic_home.figure.sign_view import HALF_SEEN, Seen, loaded_pair, named
from kinetic_home.figure.space import Vec, between, scaled, unit

ARROW_M, GAP_M = 0.15, 0.020
KNEE_M, HEEL_M, HAND_M = 0.090, 0.065, 0.075
_THIGH_M, _BAND_M, _MUSCLE_M, _RAYS = 0.100, (0.17, 0.085), 0.100, 8
# Rings of both knees do not touch.
_APART_M, _LEAST_RING_M = 0.012, 0.040
_UP_M = 0.01
_GOAL_HALF_M, _TICK_M = 0.19, 0.035
_IMPACT_M = 0.15
# The strokes of an impact to one side: how far out and how far up each starts.
_STROKES = ((1.0, 0.05), (0.92, 0.30), (0.70, 0.58))
_FLASH = ((-0.5, 1.0), (0.15, 0.25), (-0.2, -0.05), (0.5, -1.0))
_FLASH_M = 0.070
UP, DOWN = (0.0, 1.0), (0.0, -1.0)


def ringed(seen: Seen, joint: str, ring_m: float, way: Flat | None) -> list[Shape]:
    """Return a ring around a joint, and an arrow in the direction in which it has gone."""
    at = seen.flat(joint)
    shapes: list[Shape] = [Ring(at, ring_m, ring_m)]
    if way is not None:
        shapes.append(Arrow(arrow_ends(seen, joint, at, way, ring_m + GAP_M, ARROW_M)))
    return shapes


def knee(seen: Seen, side: str) -> list[Shape]:
    """Return the sign of a knee that falls inward, or else goes where it should not."""
    joint = f"{side}_knee"
    if seen.motion.fault not in (FaultKind.KNEE_IN, FaultKind.KNEES_TOGETHER):
        return ringed(seen, joint, KNEE_M, seen.way(seen.gone(joint)))
    at, its = seen.flat(joint), seen.flat("other_knee" if side == "work" else "work_knee")
    apart, ring = hypot(at[0] - its[0], at[1] - its[1]), KNEE_M
    if len(seen.motion.marks) > 1:
        ring = min(KNEE_M, max(apart / 2.0 - _APART_M, _LEAST_RING_M))
    shapes: list[Shape] = [Ring(at, ring, ring)]
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
    """Return a ring around a heel with the gap under it, or under the height that it should have."""
    name = f"{side}_heel"
    at, ball = seen.joint(name), seen.joint(f"{side}_ball")
    if seen.motion.fault is FaultKind.HEEL_SINKS:
        return fallen_short(seen, name, HEEL_M)
    gap = [seen.camera.flat((at[0], ball[1], at[2])), seen.camera.flat(ball)]
    dashes: list[Shape] = [Line(tuple(gap), dashed=True)] if abs(at[1] - ball[1]) > _UP_M else []
    return dashes + ringed(seen, name, HEEL_M, UP)


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
    """Return short strokes that fly from where a foot hits the floor."""
    x, y = seen.camera.flat(between(seen.joint(f"{side}_heel"), seen.joint(f"{side}_ball"), 0.5))
    return [
        Line(
            (
                (x + sign * _IMPACT_M * (0.25 + aside * 0.75), y + _IMPACT_M * up * 0.8),
                (x + sign * _IMPACT_M * (0.25 + aside * 1.45), y + _IMPACT_M * up * 1.9),
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
    """Return flashes of pain on the muscle that is pulled too far."""
    regions = REGIONS.get(stretched[0], ()) if stretched else ()
    if regions:
        spot = region_middle(seen.figure, regions[0], seen.work)
    else:
        spot = between(seen.joint("work_hip"), seen.joint("work_knee"), 0.5)
    x, y = seen.camera.flat(spot)
    shapes: list[Shape] = []
    for aside in (-1.0, 0.0, 1.0):
        high = _FLASH_M * (1.0 if aside == 0.0 else 0.72)
        shapes.append(Line(tuple((x + (fx + aside * 1.05) * _FLASH_M, y + fy * high) for fx, fy in _FLASH)))
    return shapes


def wrong_muscle(seen: Seen, muscle: str) -> list[Shape]:
    """Return a ring with rays around a muscle that works in place of the right one; its tint is the body's."""
    region = REGIONS[muscle][0]
    sides = (seen.work, seen.other) if seen.side is Side.BOTH else (seen.work,)
    # The ring is around the limb, not only where the muscle lies under the skin.
    spots = [between(region_middle(seen.figure, region, side), _bone(seen, region, side), 0.6) for side in sides]
    return _strained(seen.camera.flat(max(spots, key=seen.camera.depth)))


def hip_crease(seen: Seen) -> list[Shape]:
    """Return a ring with rays at the front of the working hip, where the thigh folds up."""
    hip, thigh = (region_middle(seen.figure, region, seen.work) for region in REGIONS["hip_flexors"])
    return _strained(seen.camera.flat(between(hip, thigh, 0.5)))


def _strained(at: Flat) -> list[Shape]:
    rays = [arc(at, size, 45.0, 405.0, _RAYS) for size in (_MUSCLE_M * 1.25, _MUSCLE_M * 1.55)]
    lines = [Line((start, end)) for start, end in zip(rays[0][:-1], rays[1][:-1], strict=True)]
    return [Ring(at, _MUSCLE_M, _MUSCLE_M), *lines]


def _bone(seen: Seen, region: Region, side: str) -> Vec:
    """Return the middle of the bone that a muscle of hip or thigh lies on."""
    joints = seen.figure.joints
    if region.bone is Bone.THIGH:
        return between(joints[f"{side}_hip"], joints[f"{side}_knee"], 0.5)
    return joints[f"{side}_hip"]


def _inward(seen: Seen, side: str) -> Vec:
    right = seen.figure.frames["hips"][2]
    level = unit((right[0], 0.0, right[2])) if hypot(right[0], right[2]) > 0.5 else right
    return scaled(level, -1.0 if named(seen.figure, f"{side}_knee").startswith("right") else 1.0)
