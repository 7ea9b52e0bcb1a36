"""Signs at the trunk: a pelvis that is not level, a low back that is bent, a trunk that leans."""

from __future__ import annotations

from functools import lru_cache
from math import cos, hypot, radians, sin

from kinetic_home.domain.fault import FaultKind
from kinetic_home.domain.motion import Motion
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import Camera
from kinetic_home.figure.overlay_lines import back_points
from kinetic_home.figure.overlay_shape import Tone
from kinetic_home.figure.sign_limbs import ARROW_M, DOWN, GAP_M, UP, fallen_short, leaving, not_reached
from kinetic_home.figure.sign_shape import Arrow, Flat, Line, Ring, Shape, middle, moved
from kinetic_home.figure.sign_view import LEAST_FAULT, Seen, loaded_pair, named, pairs_of
from kinetic_home.figure.space import Vec, add, along, between, cross, dot, flipped, scaled, sub, unit

_RING_M, _LINE_M, _LEVEL_M, _CREST_M = 0.115, 0.180, 0.25, 0.070
_UPRIGHT = 0.5
_BACK_GAP_M = 0.03
# Less of the line through the hips of one who lies is seen only where one hip hides the other.
_SIDE_SEEN = 0.75
# A pelvis whose axis rises less than this lies; the line through it then reaches out over the thigh of the free leg.
_LIES, _FREE_M = 0.5, 0.27
# How many points of the back are the low back.
_LOW = 5
# How far up the trunk an arrow is that says where it leans: below the face.
_ARROW_AT, _TO_NECK, _RIGHT_AT = 0.66, 0.96, 0.80
_BREAST_M = 0.05
# An arrow round the trunk: how far from its middle, and how far round to both sides of what is seen.
_TURN_M, _TURN_DEG, _TURN_STEPS = 0.215, 78.0, 10
_LEAST_TILT, _LEVEL_EYE = 0.40, 0.02
_SWAYS_M, _FROM_BESIDE = 0.03, 0.4


def pelvis(seen: Seen, *, drawn: bool) -> list[Shape]:
    """Return the sign of a pelvis as its fault has it; `drawn` where an overlay drew its line."""
    match seen.motion.fault:
        case FaultKind.HIPS_SAG:
            return fallen_short(seen, "pelvis", _RING_M)
        case FaultKind.SHORT_RANGE:
            return not_reached(seen, "pelvis", _RING_M)
        case FaultKind.SHIFTS_AWAY:
            return _shifted(seen)
        case FaultKind.SQUATS:
            return [Ring(seen.flat("pelvis"), _RING_M, _RING_M), _from_above(seen.flat("pelvis"))]
        case FaultKind.PELVIS_OPENS | FaultKind.HIPS_ROLL:
            return turned(seen, seen.joint("pelvis"), "hips", "work_hip")
        case _:
            return _tilted(seen, drawn=drawn)


def _from_above(at: Flat) -> Arrow:
    return Arrow((moved(at, UP, _RING_M + GAP_M + ARROW_M), moved(at, UP, _RING_M + GAP_M)))


def low_back(seen: Seen, *, drawn: bool) -> list[Shape]:
    """Return the bend of the low back, with an arrow out of it where it is rounded and into it where it is arched."""
    points = back_points(seen.figure)
    flats = tuple(seen.camera.flat(point) for point in points[:_LOW])
    shapes: list[Shape] = [] if drawn else [Line(flats, curve=True)]
    rounds = seen.motion.fault is FaultKind.BACK_ROUNDS
    hips = seen.figure.frames["hips"][0]
    x, y = seen.camera.flat(scaled(hips, -1.0 if rounds else 1.0))
    size = hypot(x, y)
    return [*shapes, leaving(middle(flats[1], flats[2]), (x / size, y / size), _BACK_GAP_M)]


def trunk(seen: Seen, *, drawn: bool) -> list[Shape]:
    """Return the line of the trunk against the one that it should have, with an arrow the way that it has gone."""
    if seen.motion.fault is FaultKind.TRUNK_TWISTS:
        centre = between(seen.joint("ribs"), seen.joint("neck"), 0.3)
        return turned(seen, centre, "chest", "other_shoulder")
    low, neck = seen.joint("pelvis"), seen.joint("neck")
    up = sub(neck, low)
    shapes: list[Shape] = []
    if not drawn:
        should = unit(sub(seen.should_be("neck"), seen.should_be("pelvis")))
        top = along(low, should, hypot(*up) * _RIGHT_AT)
        shapes.append(Line((seen.flat("pelvis"), seen.camera.flat(top)), Tone.GUIDE, dashed=True))
        shapes.append(Line((seen.flat("pelvis"), seen.camera.flat(between(low, neck, _TO_NECK)))))
    way = seen.way(_beside(seen.gone("neck"), unit(up)))
    if way is not None:
        at = seen.camera.flat(between(low, neck, _ARROW_AT))
        if abs(unit(up)[1]) > _UPRIGHT and sways(seen, way):
            reach = _BREAST_M + ARROW_M
            shapes.append(Arrow((moved(at, way, -reach), moved(at, way, reach)), both=True))
        else:
            shapes.append(leaving(at, way, _BREAST_M))
    return shapes


def _beside(gone: Vec, up: Vec) -> Vec:
    """Return a step without what of it is along the trunk."""
    size = gone[0] * up[0] + gone[1] * up[1] + gone[2] * up[2]
    return along(gone, up, -size)


def _tilted(seen: Seen, *, drawn: bool) -> list[Shape]:
    """Return a line through the hips against the level, with an arrow at the side that drops or is hiked."""
    camera, up = seen.camera, seen.figure.frames["hips"][1]
    across = unit(sub(seen.joint("other_hip"), seen.joint("work_hip")))
    lies = abs(up[1]) < _LIES
    if lies and hypot(*camera.flat(across)) < _SIDE_SEEN:
        # The side that drops is behind the other, and the line would be read the other way round.
        return []
    crest = camera.flat(along(seen.joint("pelvis"), up, _CREST_M))
    # What is level is drawn level, though the eye is above it.
    flat = camera.flat if lies else seen.upright
    bones = [moved(crest, flat(across), far) for far in (-_LINE_M, _FREE_M if lies else _LINE_M)]
    shapes: list[Shape] = []
    if not drawn:
        level = flat(unit((across[0], 0.0, across[2])))
        ends = tuple(moved(crest, level, sign * _LEVEL_M) for sign in (-1.0, 1.0))
        shapes += [Line(ends, Tone.GUIDE, dashed=True), Line((bones[0], bones[1]))]
    # In a walk it is now the one side and now the other.
    drops = seen.motion.fault is FaultKind.PELVIS_DROPS
    falls = seen.joint("other_hip")[1] < seen.joint("work_hip")[1]
    way, end = DOWN if drops else UP, bones[1 if falls is drops else 0]
    near, far = GAP_M + 0.01, GAP_M + 0.01 + ARROW_M
    # Under a lying pelvis is the leg that bears: there the arrow comes from the other end.
    steps = (-far, -near) if lies and end == bones[1] else (near, far)
    return [*shapes, Arrow((moved(end, way, steps[0]), moved(end, way, steps[1])))]


def _shifted(seen: Seen) -> list[Shape]:
    """Return a plumb line through where the pelvis should be, and how it has gone away from there."""
    x, _, z = seen.should_be("pelvis")
    top = (x, seen.joint("neck")[1], z)
    across = seen.figure.frames["hips"][2]
    gone = seen.gone("pelvis")
    size = gone[0] * across[0] + gone[1] * across[1] + gone[2] * across[2]
    way = seen.way(scaled(across, size))
    at = seen.flat("pelvis")
    shapes: list[Shape] = [Ring(at, _RING_M, _RING_M)]
    if abs(dot(seen.camera.right, seen.figure.frames["hips"][0])) < _FROM_BESIDE:
        # Hips are behind the feet: seen from beside, a plumb line under them would not come down between the feet.
        shapes.append(Line((seen.camera.flat((x, 0.0, z)), seen.camera.flat(top)), Tone.GUIDE, dashed=True))
    if way is not None:
        shapes.append(leaving(at, way, _RING_M + GAP_M))
    return shapes


def turned(seen: Seen, centre: Vec, frame: str, joint: str) -> list[Shape]:
    """Return an arrow round the trunk, over its side that is seen, the way in which a joint has turned about it.

    It lies as in the loaded instant, so that it does not turn itself.
    """
    bad, good = loaded_pair(seen.motion, seen.side)
    mirrored = bad.working != seen.figure.working
    axis, towards = bad.frames[frame][1], flipped(seen.camera.towards) if mirrored else seen.camera.towards
    front = unit(along(towards, axis, -dot(towards, axis)))
    beside = cross(axis, front)
    about = "pelvis" if joint.endswith("hip") else "neck"
    arms = [sub(one.joints[named(one, joint)], one.joints[about]) for one in (good, bad)]
    sense = 1.0 if dot(cross(arms[0], arms[1]), axis) > 0.0 else -1.0
    # Looked at square on, a way round the trunk would be a straight line: it is bent as if seen a little from above.
    bend, tilt = seen.camera.flat(flipped(axis) if mirrored else axis), dot(towards, axis)
    further = max(_LEAST_TILT - abs(tilt), 0.0) * (1.0 if tilt > -_LEVEL_EYE else -1.0)
    points: list[Flat] = []
    for step in range(_TURN_STEPS + 1):
        angle = radians(sense * _TURN_DEG * (2.0 * step / _TURN_STEPS - 1.0))
        way = add(scaled(front, cos(angle)), scaled(beside, sin(angle)))
        x, y = seen.camera.flat(along(centre, flipped(way) if mirrored else way, _TURN_M))
        bent = further * (1.0 - cos(angle)) * _TURN_M
        points.append((x + bend[0] * bent, y + bend[1] * bent))
    return [Arrow(tuple(points), wide=1.15)]


def sways(seen: Seen, way: Flat) -> bool:
    """Tell whether a trunk leans to and fro in a repetition, and not only one way."""
    return _least_lean(seen.motion, seen.side, seen.camera, (round(way[0], 2), round(way[1], 2))) < -_SWAYS_M


@lru_cache(maxsize=64)
def _least_lean(motion: Motion, side: Side, camera: Camera, way: Flat) -> float:
    """Return how far the neck is least beyond the right version in a direction while the fault shows."""
    leans = [1.0]
    for bad, good in pairs_of(motion, side):
        if bad.fault >= LEAST_FAULT:
            ups = [sub(one.joints["neck"], one.joints["pelvis"]) for one in (bad, good)]
            x, y = camera.flat((ups[0][0] - ups[1][0], 0.0, ups[0][2] - ups[1][2]))
            leans.append(x * way[0] + y * way[1])
    return min(leans)
