"""One step up: the next thing that an exercise varies, then a cut range given back, then the next rung of a ladder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from kinetic_home.domain.dose import Dose
from kinetic_home.domain.exercise import Catalogue, Exercise
from kinetic_home.domain.progression.ladder import harder
from kinetic_home.domain.progression.prescription import Prescription, StepLimits, lightest_kg
from kinetic_home.domain.progression.range_of_motion import lower_seat, more_range

# Steps of clinical source 3.4: repetitions by one below ten, then by two; holds by 5 s, work by 15 s.
_BY_ONE_BELOW = 10
_HOLD_STEP_MS, _WORK_STEP_MS = 5_000, 15_000
# Load: +5 percent, at least 2 and at most 10 [V7]; a larger smallest increment takes three clean sessions (3.1).
_LEAST_LOAD_STEP, _LOAD_STEP, _MOST_LOAD_STEP = 0.02, 0.05, 0.10
_CLEAN_FOR_LARGE_INCREMENT = 3
# No slower and no faster than the source doses anything (its 4-0-2-0 and 120 beats); three bands make a set [M].
_TEMPO_NOTCH_MS, _SLOWEST_LOWERING_MS = 1_000, 4_000
_BEAT_NOTCH, _FASTEST_BEAT = 5, 120
_HEAVIEST_BAND = 3


def step_up(
    now: Prescription, catalogue: Catalogue, limits: StepLimits, clean_sessions: int | None
) -> Prescription | None:
    """Return the prescription exactly one step up; None at the top, or where the clinician's caps end.

    `clean_sessions` is the streak at this dose; where it is not known it counts for no large increment of load.
    """
    exercise = catalogue[now.exercise]
    for name in exercise.vary:
        raised = _RAISE[name](now, exercise, limits, clean_sessions or 0)
        if raised is not None:
            return raised
    given_back = more_range(exercise, now.knobs, limits.knobs)
    if given_back is not None:
        return replace(now, knobs=given_back)
    return harder(now, catalogue, limits)


def heavier_kg(load_kg: float, highest_kg: float, increment_kg: float, clean_sessions: int) -> float | None:
    """Return the next load in kg: as near to 5 percent more as increments from 2 to 10 percent allow.

    Where the smallest increment is more than 10 percent it takes three clean sessions. None where no step fits.
    """
    if load_kg <= 0:
        return increment_kg if increment_kg <= highest_kg else None
    room_kg = min(load_kg * _MOST_LOAD_STEP, highest_kg - load_kg)
    steps = [increment_kg * count for count in range(1, int(room_kg / increment_kg + 1e-9) + 1)]
    fitting = [step for step in steps if step >= load_kg * _LEAST_LOAD_STEP - 1e-9]
    if fitting:
        return round(load_kg + min(fitting, key=lambda step: abs(step - load_kg * _LOAD_STEP)), 3)
    large = increment_kg > load_kg * _MOST_LOAD_STEP and load_kg + increment_kg <= highest_kg
    return round(load_kg + increment_kg, 3) if large and clean_sessions >= _CLEAN_FOR_LARGE_INCREMENT else None


# Raises one thing that an exercise varies by one step; None where it is at its top or the exercise lacks it.
_Raise = Callable[[Prescription, Exercise, StepLimits, int], Prescription | None]


def _reps(now: Prescription, exercise: Exercise, _limits: StepLimits, _clean: int) -> Prescription | None:
    reps, allowed = now.dose.reps, exercise.limits.reps
    if reps is None or allowed is None or reps >= allowed[1]:
        return None
    more = reps + (1 if reps < _BY_ONE_BELOW else 2)
    return replace(now, dose=replace(now.dose, reps=min(more, allowed[1])))


def _hold(now: Prescription, exercise: Exercise, _limits: StepLimits, _clean: int) -> Prescription | None:
    hold_ms, allowed = now.dose.hold_ms, exercise.limits.hold_ms
    if hold_ms is None or allowed is None or hold_ms >= allowed[1]:
        return None
    return replace(now, dose=replace(now.dose, hold_ms=min(hold_ms + _HOLD_STEP_MS, allowed[1])))


def _work(now: Prescription, exercise: Exercise, _limits: StepLimits, _clean: int) -> Prescription | None:
    work_ms, allowed = now.dose.work_ms, exercise.limits.work_ms
    if work_ms is None or allowed is None or work_ms >= allowed[1]:
        return None
    return replace(now, dose=replace(now.dose, work_ms=min(work_ms + _WORK_STEP_MS, allowed[1])))


def _sets(now: Prescription, exercise: Exercise, _limits: StepLimits, _clean: int) -> Prescription | None:
    if now.dose.sets >= exercise.limits.sets[1]:
        return None
    return replace(now, dose=replace(_fewest_reps(now.dose, exercise), sets=now.dose.sets + 1))


def _load(now: Prescription, exercise: Exercise, limits: StepLimits, clean_sessions: int) -> Prescription | None:
    allowed, load_kg = exercise.limits.load_kg, now.dose.load_kg
    if allowed is None:
        return None
    if load_kg is None and lightest_kg(exercise) > 0:
        # Nobody has said what is carried: the lightest load is said first, and nothing is added to an unknown one.
        more: float | None = lightest_kg(exercise)
    else:
        more = heavier_kg(load_kg or 0.0, allowed[1], limits.increment_kg, clean_sessions)
    return None if more is None else replace(now, dose=replace(_fewest_reps(now.dose, exercise), load_kg=more))


def _band(now: Prescription, _exercise: Exercise, _limits: StepLimits, _clean: int) -> Prescription | None:
    # As with the load: where nobody has said which band, it is the lightest first.
    band = now.band or 0
    return replace(now, band=band + 1) if band < _HEAVIEST_BAND else None


def _tempo(now: Prescription, _exercise: Exercise, _limits: StepLimits, _clean: int) -> Prescription | None:
    tempo = now.dose.tempo
    if tempo is None or tempo.eccentric_ms + _TEMPO_NOTCH_MS > _SLOWEST_LOWERING_MS:
        return None
    slower = replace(tempo, eccentric_ms=tempo.eccentric_ms + _TEMPO_NOTCH_MS)
    return replace(now, dose=replace(now.dose, tempo=slower))


def _beat(now: Prescription, _exercise: Exercise, _limits: StepLimits, _clean: int) -> Prescription | None:
    bpm = now.dose.bpm
    if bpm is None or bpm >= _FASTEST_BEAT:
        return None
    return replace(now, dose=replace(now.dose, bpm=min(bpm + _BEAT_NOTCH, _FASTEST_BEAT)))


def _depth(now: Prescription, exercise: Exercise, limits: StepLimits, _clean: int) -> Prescription | None:
    knobs = more_range(exercise, now.knobs, limits.knobs)
    return None if knobs is None else replace(now, knobs=knobs)


def _seat(now: Prescription, exercise: Exercise, limits: StepLimits, _clean: int) -> Prescription | None:
    knobs = lower_seat(exercise, now.knobs, limits.knobs)
    return None if knobs is None else replace(now, knobs=knobs)


def _fewest_reps(dose: Dose, exercise: Exercise) -> Dose:
    allowed = exercise.limits.reps
    return dose if dose.reps is None or allowed is None else replace(dose, reps=allowed[0])


# By the names that an exercise's `vary` holds; a test keeps them together with those of the schema.
_RAISE: Mapping[str, _Raise] = MappingProxyType(
    {
        "reps": _reps,
        "sets": _sets,
        "hold_s": _hold,
        "work_s": _work,
        "load_kg": _load,
        "band": _band,
        "tempo": _tempo,
        "depth": _depth,
        "seat_lower": _seat,
        "bpm": _beat,
    }
)
