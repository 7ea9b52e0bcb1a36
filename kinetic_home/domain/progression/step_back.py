"""Steps down: a smaller dose, an easier variant, a new beginning; none of them ever asks for more than before."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from kinetic_home.domain.exercise import Catalogue, Exercise
from kinetic_home.domain.progression.ladder import easier
from kinetic_home.domain.progression.prescription import (
    Prescription,
    StepLimits,
    lightest_band,
    lightest_kg,
    lowest,
    work,
)
from kinetic_home.domain.progression.range_of_motion import gentler, less_range

# Cuts of clinical source 3.4 [M].
_LOAD_LEFT = 0.8
_LESS_OF_THREE, _OF_FOUR = 3, 4


def smaller_dose(
    now: Prescription, catalogue: Catalogue, limits: StepLimits, settled: Prescription | None
) -> Prescription:
    """Return a dose that was cut, and cut again while it is more work than the last one that settled.

    At the floor, the bottom of the ladder with nothing left to cut, it gives back what it was given.
    """
    smaller = _cut(now, catalogue, limits)
    if settled is None:
        return smaller
    most = work(catalogue[settled.exercise], settled)
    while work(catalogue[smaller.exercise], smaller) > most:
        further = _cut(smaller, catalogue, limits)
        if further == smaller:
            break
        smaller = further
    return _no_harder_than(settled, smaller, catalogue[smaller.exercise])


def easier_variant(now: Prescription, catalogue: Catalogue, limits: StepLimits) -> Prescription:
    """Return the exercise before on its ladder at its own dose; at the bottom, the lowest dose and less range."""
    before = easier(now, catalogue, limits)
    if before is not None:
        return before
    exercise = catalogue[now.exercise]
    knobs = less_range(exercise, now.knobs)
    return replace(lowest(now, exercise), knobs=now.knobs if knobs is None else knobs)


def low_restart(now: Prescription, catalogue: Catalogue, limits: StepLimits) -> Prescription:
    """Return the lowest dose one rung down; at the bottom of a ladder, that of the exercise itself."""
    before = easier(now, catalogue, limits) or now
    return lowest(before, catalogue[before.exercise])


def lighter_kg(load_kg: float, lowest_kg: float, increment_kg: float, left: float) -> float:
    """Return the share of a load that is left, in whole increments rounded down and never below the lowest, in kg."""
    return max(lowest_kg, round(math.floor(load_kg * left / increment_kg + 1e-9) * increment_kg, 3))


_Cut = Callable[[Prescription, Exercise, StepLimits], Prescription | None]


def _cut(now: Prescription, catalogue: Catalogue, limits: StepLimits) -> Prescription:
    """Return a prescription with the first thing cut that can be; an easier variant where nothing can."""
    exercise = catalogue[now.exercise]
    for cut in _CUTS:
        smaller = cut(now, exercise, limits)
        if smaller is not None:
            return smaller
    return easier_variant(now, catalogue, limits)


def _less_load(now: Prescription, exercise: Exercise, limits: StepLimits) -> Prescription | None:
    load_kg, least_kg = now.dose.load_kg, lightest_kg(exercise)
    if load_kg is None or load_kg <= least_kg:
        return None
    less_kg = lighter_kg(load_kg, least_kg, limits.increment_kg, _LOAD_LEFT)
    return replace(now, dose=replace(now.dose, load_kg=less_kg))


def _lighter_band(now: Prescription, exercise: Exercise, _limits: StepLimits) -> Prescription | None:
    least = lightest_band(exercise)
    if now.band is None or now.band == least:
        return None
    return replace(now, band=now.band - 1 if now.band > 1 else None)


def _fewer_sets(now: Prescription, exercise: Exercise, _limits: StepLimits) -> Prescription | None:
    if now.dose.sets <= exercise.limits.sets[0]:
        return None
    return replace(now, dose=replace(now.dose, sets=now.dose.sets - 1))


def _fewer_reps(now: Prescription, exercise: Exercise, _limits: StepLimits) -> Prescription | None:
    reps, allowed = now.dose.reps, exercise.limits.reps
    if reps is None or allowed is None or reps <= allowed[0]:
        return None
    return replace(now, dose=replace(now.dose, reps=max(allowed[0], reps * _LESS_OF_THREE // _OF_FOUR)))


def _shorter_hold(now: Prescription, exercise: Exercise, _limits: StepLimits) -> Prescription | None:
    hold_ms, allowed = now.dose.hold_ms, exercise.limits.hold_ms
    if hold_ms is None or allowed is None or hold_ms <= allowed[0]:
        return None
    return replace(now, dose=replace(now.dose, hold_ms=max(allowed[0], _three_quarters_ms(hold_ms))))


def _shorter_work(now: Prescription, exercise: Exercise, _limits: StepLimits) -> Prescription | None:
    work_ms, allowed = now.dose.work_ms, exercise.limits.work_ms
    if work_ms is None or allowed is None or work_ms <= allowed[0]:
        return None
    return replace(now, dose=replace(now.dose, work_ms=max(allowed[0], _three_quarters_ms(work_ms))))


# A band is a load, so it comes right after it (clinical source, 3.4).
_CUTS: tuple[_Cut, ...] = (_less_load, _lighter_band, _fewer_sets, _fewer_reps, _shorter_hold, _shorter_work)


def _three_quarters_ms(length_ms: int) -> int:
    return length_ms * _LESS_OF_THREE // _OF_FOUR // 1000 * 1000


def _no_harder_than(settled: Prescription, smaller: Prescription, exercise: Exercise) -> Prescription:
    """Return a prescription with no heavier band, no slower, faster or deeper than one of its exercise that settled.

    Work does not tell these: a deeper squat of fewer repetitions is less work, and yet more than settled before.
    """
    if settled.exercise != smaller.exercise:
        return smaller
    dose = smaller.dose
    if dose.tempo is not None and settled.dose.tempo is not None and settled.dose.tempo.rep_ms < dose.tempo.rep_ms:
        dose = replace(dose, tempo=settled.dose.tempo)
    if dose.bpm is not None and settled.dose.bpm is not None:
        dose = replace(dose, bpm=min(dose.bpm, settled.dose.bpm))
    band, heaviest = smaller.band, settled.band or lightest_band(exercise)
    if band is not None and (heaviest is None or band > heaviest):
        band = heaviest
    return replace(smaller, dose=dose, band=band, knobs=gentler(exercise, smaller.knobs, settled.knobs))
