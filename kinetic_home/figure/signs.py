"""The signs of a wrong version: what is marked on a figure, and which way the part has gone.

A ring says where, an arrow which way, a thick line how a part lies that should lie as the dashed one does. All are
there as soon as the fault plainly shows. What they are drawn with, and how a picture holds them, follows from here.
"""

from __future__ import annotations

from functools import lru_cache
from math import hypot

from kinetic_home.domain.fault import FaultKind, Mark
from kinetic_home.domain.motion import Motion
from kinetic_home.domain.side import Side
from kinetic_home.figure import sign_feet as feet
from kinetic_home.figure import sign_limbs as limbs
from kinetic_home.figure import sign_trunk as trunk
from kinetic_home.figure.camera import Camera, View, camera_for
from kinetic_home.figure.faults import clearest_view, seen_from
from kinetic_home.figure.sign_breath import held_breath
from kinetic_home.figure.sign_places import BESIDE_M, bounds, hidden_by_step, taken
from kinetic_home.figure.sign_shape import Reach, Shape, reach_of
from kinetic_home.figure.sign_time import time_signs
from kinetic_home.figure.sign_view import LEAST_FAULT, Seen, samples

# Signs of both sides at these joints run into each other where they are nearer than this.
_OF_BOTH = {"heel": "heel", "impact": "ball", "hand": "wrist"}
_APART_M = 0.085
# A foot behind a step has none of these signs.
_ON_FEET = ("heel", "foot", "impact")


def signs_of(seen: Seen, stretched: tuple[str, ...] = (), drawn: Mark | None = None) -> tuple[Shape, ...]:
    """Return all signs of a figure; `drawn` is the mark whose line an overlay has drawn already."""
    shapes: list[Shape] = []
    if seen.figure.fault < LEAST_FAULT:
        return ()
    fault, view = seen.motion.fault, seen.view
    for mark in seen.motion.marks:
        if (fault is None or seen_from(fault, mark, view)) and not _hidden(seen, mark):
            shapes += _sign(seen, mark, stretched, drawn=mark is drawn)
    return tuple(shapes)


def _hidden(seen: Seen, mark: Mark) -> bool:
    """Tell whether a sign would run into that of the other side, which is nearer to the eye, or be on a step."""
    side, _, part = mark.partition("_")
    if part in _ON_FEET and hidden_by_step(seen, seen.joint(f"{side}_ball")):
        return True
    joint = _OF_BOTH.get(part)
    if joint is None or not {f"work_{part}", f"other_{part}"} <= {str(one) for one in seen.motion.marks}:
        return False
    if seen.motion.fault is FaultKind.WEAK_PUSH:
        return False
    own, its = (f"work_{joint}", f"other_{joint}") if side == "work" else (f"other_{joint}", f"work_{joint}")
    (ax, ay), (bx, by) = seen.flat(own), seen.flat(its)
    depth = seen.camera.depth
    return hypot(ax - bx, ay - by) < _APART_M and depth(seen.joint(own)) < depth(seen.joint(its))


def opening_view(motion: Motion, side: Side, own: View) -> View:
    """Return from where a wrong version is opened: where its fault is seen best, and is marked.

    A fault that is seen in the exercise's `own` view is opened there, unless what is wrong is hidden from there.
    """
    best = own if motion.fault is None else clearest_view(motion.fault) or own
    return next((view for view in (best, *View) if _marked_from(motion, side, view)), best)


@lru_cache(maxsize=128)
def _marked_from(motion: Motion, side: Side, view: View) -> bool:
    camera = camera_for(view, motion, side)
    return any(signs_of(Seen(figure, motion, side, camera)) for figure in samples(motion, side))


@lru_cache(maxsize=128)
def sign_reach(motion: Motion, side: Side, camera: Camera) -> tuple[Reach, ...]:
    """Return points of the picture, each with how far around it, that hold all signs of a whole repetition."""
    if not motion.marks:
        return ()
    found: list[Reach] = []
    if Mark.STRETCH in motion.marks:
        # Which muscle is pulled is the exercise's matter: beside the body is room for the flashes of any.
        left, bottom, right, _ = bounds(taken(motion, side, camera))
        found += [(left - BESIDE_M, bottom, 0.0), (right + BESIDE_M, bottom, 0.0)]
    for figure in samples(motion, side):
        found += reach_of(signs_of(Seen(figure, motion, side, camera)))
    return tuple(found)


def _sign(seen: Seen, mark: Mark, stretched: tuple[str, ...], *, drawn: bool) -> list[Shape]:
    side = "other" if mark.startswith("other") else "work"
    match mark:
        case Mark.WORK_KNEE | Mark.OTHER_KNEE:
            return limbs.knee(seen, side)
        case Mark.WORK_HEEL | Mark.OTHER_HEEL if seen.motion.fault is FaultKind.WEAK_PUSH:
            return feet.weak_push(seen, side)
        case Mark.WORK_HEEL | Mark.OTHER_HEEL:
            return limbs.heel(seen, side)
        case Mark.WORK_FOOT | Mark.OTHER_FOOT:
            return feet.foot(seen, side)
        case Mark.WORK_IMPACT | Mark.OTHER_IMPACT:
            # A foot that still falls has not hit anything.
            return limbs.impact(seen, side) if limbs.stands(seen, side) and not feet.hidden(seen, side) else []
        case Mark.WORK_HAND | Mark.OTHER_HAND:
            return limbs.hand(seen, side)
        case Mark.WORK_THIGH:
            return limbs.thigh(seen)
        case Mark.BAND:
            return limbs.band(seen)
        case Mark.STRETCH:
            return limbs.stretch(seen, stretched)
        case Mark.HAMSTRING:
            return limbs.wrong_muscle(seen, "hamstrings")
        case Mark.PELVIS:
            return trunk.pelvis(seen, drawn=drawn)
        case Mark.LOW_BACK:
            return trunk.low_back(seen, drawn=drawn)
        case Mark.TRUNK:
            return trunk.trunk(seen, drawn=drawn)
        case Mark.MOUTH:
            return held_breath(seen)
        case Mark.TIME:
            return time_signs(seen)
