"""The ladders of difficulty: which exercise comes before or after another, and whether it may be stepped to.

Automatic steps move along ladders only; anything else needs a person (clinical source, 1.3).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kinetic_home.domain.exercise import Catalogue, Exercise, ExerciseId, Position
from kinetic_home.domain.fitting import angle_in, main_angle, refusals
from kinetic_home.domain.knobs import Knobs, Support
from kinetic_home.domain.progression.prescription import Prescription, StepLimits, lowest, own_dose


def rungs_below(catalogue: Catalogue, exercise_id: ExerciseId) -> tuple[ExerciseId, ...]:
    """Return the exercises one rung below on any ladder, the easiest first."""
    below = (low for rungs in catalogue.ladders.values() for low, high in pairwise(rungs) if high == exercise_id)
    return _easiest_first(catalogue, below)


def rungs_above(catalogue: Catalogue, exercise_id: ExerciseId) -> tuple[ExerciseId, ...]:
    """Return the exercises one rung above on any ladder, the easiest first."""
    above = (high for rungs in catalogue.ladders.values() for low, high in pairwise(rungs) if low == exercise_id)
    return _easiest_first(catalogue, above)


def easier(now: Prescription, catalogue: Catalogue, limits: StepLimits) -> Prescription | None:
    """Return the nearest easier exercise that may be asked for, at its own dose; None at the bottom of a ladder."""
    for exercise, knobs in _down(catalogue[now.exercise], now.exercise, catalogue, limits):
        return own_dose(exercise, now.side, knobs)
    return None


def harder(now: Prescription, catalogue: Catalogue, limits: StepLimits) -> Prescription | None:
    """Return the next harder exercise at its lowest dose; None where the clinician or a gate does not let it.

    It has to take every knob of the plan: a cap that it cannot keep is a reason not to go there.
    """
    for rung in rungs_above(catalogue, now.exercise):
        exercise = catalogue[rung]
        level_fits = limits.max_lvl is not None and exercise.level <= limits.max_lvl
        allowed = limits.ladder_allowed is not None and rung in limits.ladder_allowed
        keeps_all = carried(limits.knobs, catalogue[now.exercise], exercise) == limits.knobs
        if level_fits and allowed and keeps_all and limits.let_appear(exercise):
            return lowest(own_dose(exercise, now.side, limits.knobs), exercise)
    return None


def carried(planned: Knobs, source: Exercise, target: Exercise) -> Knobs | None:
    """Return the plan's knobs as another exercise takes them.

    What the other does not take falls away, but not what protects: where the other would go beyond a cap on the depth,
    or would leave someone standing without the hold that the plan asks for, there are no such knobs and it gives None.
    """
    kept = planned
    for key in planned.keys:
        if key == "depth":
            if not _same_depth(planned, source, target):
                if _beyond(planned, source, target):
                    return None
                kept = kept.without(key)
        elif refusals(target, target.dose, _alone(planned, key)):
            if key == "support" and planned.support is not Support.NONE and target.position is Position.STANDING:
                return None
            kept = kept.without(key)
    return kept


def _down(
    source: Exercise, rung: ExerciseId, catalogue: Catalogue, limits: StepLimits
) -> Iterator[tuple[Exercise, Knobs]]:
    """Yield the exercises below that may be asked for, the nearest first, with the plan's knobs as they take them."""
    for below in rungs_below(catalogue, rung):
        exercise = catalogue[below]
        knobs = carried(limits.knobs, source, exercise)
        if knobs is not None and limits.let_appear(exercise):
            yield exercise, knobs
        yield from _down(source, below, catalogue, limits)


def _alone(knobs: Knobs, key: str) -> Knobs:
    return knobs.without(*(other for other in knobs.keys if other != key))


def _same_depth(planned: Knobs, source: Exercise, target: Exercise) -> bool:
    """Tell whether a cap on the depth means the same in both exercises and the other takes it."""
    one, other = main_angle(source.motion), main_angle(target.motion)
    same = one is not None and other is not None and one.name == other.name
    return same and not refusals(target, target.dose, Knobs(depth_deg=planned.depth_deg))


def _beyond(planned: Knobs, source: Exercise, target: Exercise) -> bool:
    """Tell whether an exercise goes further than a cap on another's depth."""
    angle = main_angle(source.motion)
    cap = planned.depth_deg
    if angle is None or cap is None:
        return False
    upward = angle.end_deg > angle.start_deg
    reached = (angle_in(pose, angle.name) for pose in (target.motion.start, target.motion.end))
    return any(deg is not None and (deg > cap if upward else deg < cap) for deg in reached)


def _easiest_first(catalogue: Catalogue, rungs: Iterator[ExerciseId]) -> tuple[ExerciseId, ...]:
    return tuple(sorted(dict.fromkeys(rungs), key=lambda rung: catalogue[rung].level))
