"""Less range of motion, and the way back to it: a cap on the depth, a lower step or a higher seat."""

from __future__ import annotations

import math
from dataclasses import replace

from kinetic_home.domain.exercise import Exercise
from kinetic_home.domain.fitting import LEAST_SHARE, MainAngle, knobs_taken, main_angle, step_height_m
from kinetic_home.domain.knobs import KNOBS, STEPS_CM, Knobs
from kinetic_home.domain.room import PropKind

# What is left of the range at each cut (clinical source, 3.4).
_LEFT = 2 / 3
# A third of the way down to a seat would need a seat too high to be had: each cut adds two firm cushions, and one
# notch on the way back takes one of them away [M].
_SEAT_CUT_M, _SEAT_NOTCH_M = 0.10, 0.05
_NEARLY = 1e-6


def less_range(exercise: Exercise, knobs: Knobs) -> Knobs | None:
    """Return knobs that cut the range of motion by a third; None where there is no less to be had."""
    taken = knobs_taken(exercise)
    angle = main_angle(exercise.motion)
    if "depth" in taken and angle is not None:
        cap = _cap(angle, _share(angle, knobs) * _LEFT)
        return replace(knobs, depth_deg=cap) if _share(angle, knobs) - angle.share(cap) > _NEARLY else None
    if "step_cm" in taken:
        now = _step_m(exercise, knobs)
        lower = [step / 100 for step in STEPS_CM if step / 100 < now - _NEARLY]
        third_less = [step for step in lower if step <= now * _LEFT]
        step_m = max(third_less or lower[:1], default=None)
        return None if step_m is None else replace(knobs, step_m=step_m)
    if "seat_cm" in taken:
        seat_m = min(_seat_m(exercise, knobs) + _SEAT_CUT_M, _seat_limit_m("high"))
        return replace(knobs, seat_m=round(seat_m, 2)) if seat_m - _seat_m(exercise, knobs) > _NEARLY else None
    return None


def more_range(exercise: Exercise, knobs: Knobs, planned: Knobs) -> Knobs | None:
    """Return knobs that give a notch of a cut range back, never beyond those of the plan; None where none is cut."""
    angle = main_angle(exercise.motion)
    if angle is not None and knobs.depth_deg is not None:
        share, most = _share(angle, knobs), _share(angle, planned)
        if most - share > _NEARLY:
            cap = _cap(angle, share / _LEFT)
            return replace(knobs, depth_deg=planned.depth_deg if angle.share(cap) >= most - _NEARLY else cap)
    if knobs.step_m is not None:
        most_m = _step_m(exercise, planned)
        higher = [step / 100 for step in STEPS_CM if knobs.step_m + _NEARLY < step / 100 <= most_m + _NEARLY]
        if higher:
            return replace(knobs, step_m=planned.step_m if higher[0] >= most_m - _NEARLY else higher[0])
    if knobs.seat_m is not None:
        least_m = _seat_m(exercise, planned)
        if knobs.seat_m - least_m > _NEARLY:
            lower_m = round(knobs.seat_m - _SEAT_NOTCH_M, 2)
            return replace(knobs, seat_m=planned.seat_m if lower_m <= least_m + _NEARLY else lower_m)
    return None


def lower_seat(exercise: Exercise, knobs: Knobs, planned: Knobs) -> Knobs | None:
    """Return knobs with a seat one notch lower than now; None where the plan sets it or it cannot be lower."""
    if planned.seat_m is not None or "seat_cm" not in knobs_taken(exercise):
        return None
    seat_m = max(_seat_m(exercise, knobs) - _SEAT_NOTCH_M, _seat_limit_m("low"))
    return replace(knobs, seat_m=round(seat_m, 2)) if _seat_m(exercise, knobs) - seat_m > _NEARLY else None


def gentler(exercise: Exercise, one: Knobs, other: Knobs) -> Knobs:
    """Return the first knobs with the depth, step and seat of whichever of the two leaves less range."""
    angle = main_angle(exercise.motion)
    if angle is not None and _share(angle, other) < _share(angle, one):
        one = replace(one, depth_deg=other.depth_deg)
    if "step_cm" in knobs_taken(exercise) and _step_m(exercise, other) < _step_m(exercise, one):
        one = replace(one, step_m=other.step_m)
    if "seat_cm" in knobs_taken(exercise) and _seat_m(exercise, other) > _seat_m(exercise, one):
        one = replace(one, seat_m=other.seat_m)
    return one


def _share(angle: MainAngle, knobs: Knobs) -> float:
    return 1.0 if knobs.depth_deg is None else angle.share(knobs.depth_deg)


def _cap(angle: MainAngle, share: float) -> float:
    """Return the cap that leaves a share of the way, in whole degrees rounded to less range, within what is taken."""
    exact = angle.start_deg + (angle.end_deg - angle.start_deg) * max(share, LEAST_SHARE)
    low, high = angle.limits_deg
    whole = math.floor(exact + _NEARLY) if angle.end_deg > angle.start_deg else math.ceil(exact - _NEARLY)
    return float(min(max(whole, low), high))


def _step_m(exercise: Exercise, knobs: Knobs) -> float:
    return knobs.step_m or step_height_m(exercise.motion) or 0.0


def _seat_m(exercise: Exercise, knobs: Knobs) -> float:
    chairs = (prop.size[1] for prop in exercise.motion.props if prop.kind is PropKind.CHAIR)
    return knobs.seat_m or next(chairs)


def _seat_limit_m(end: str) -> float:
    knob = KNOBS["seat_cm"]
    return (knob.low if end == "low" else knob.high) * knob.scale
