"""What is asked of a person in one exercise, how much work that is, and how far a step may go."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kinetic_home.domain.dose import Dose
from kinetic_home.domain.exercise import Category, Exercise, ExerciseId
from kinetic_home.domain.knobs import AS_IT_IS, Knobs, dose_with
from kinetic_home.domain.side import Side
from kinetic_home.domain.wording import base_equipment, is_optional

# The smallest load to be had at home: half a litre of water [M].
SMALLEST_INCREMENT_KG = 0.5
_BANDS = frozenset({"band", "band_loop", "band_long"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescription:
    """One exercise with its dose, its knobs and its band: 1 is the person's lightest, None where none is asked for.

    `side` is the one that the dose is for: both where the two share it, and where no side is worked by itself. The dose
    is without what the knobs add to its tempo.
    """

    exercise: ExerciseId
    dose: Dose
    side: Side = Side.BOTH
    knobs: Knobs = AS_IT_IS
    band: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLimits:
    """How far a step may go: the clinician's caps, and what the person has at home.

    `max_lvl` and `ladder_allowed` say which harder exercises may be stepped up to; where one is missing, none may.
    Jumps appear only where the person has passed their gate (`plyo_gate`) and the clinician has switched them on
    (`plyo_switch`). `knobs` are those of the plan: a step may make an exercise gentler than they do, never harder.
    Raises ValueError for an increment that is no weight.
    """

    max_lvl: int | None = None
    ladder_allowed: tuple[ExerciseId, ...] | None = None
    plyo_gate: bool = False
    plyo_switch: bool = False
    knobs: Knobs = AS_IT_IS
    increment_kg: float = SMALLEST_INCREMENT_KG

    def __post_init__(self) -> None:
        if not 0 < self.increment_kg < float("inf"):
            raise ValueError("the smallest increment must be a weight above 0 kg")

    def let_appear(self, exercise: Exercise) -> bool:
        """Tell whether an exercise may be asked for at all (clinical source, 3.4, invariant 9)."""
        return exercise.category is not Category.PLYOMETRIC or (self.plyo_gate and self.plyo_switch)


def work(exercise: Exercise, asked: Prescription) -> float:
    """Return how much work is asked for, in ms weighed by load and level.

    Sets x length of a set x sides x (1 + load / 20 kg) x level; own modelling (clinical source, 3.4) [M].
    """
    dose = dose_with(asked.dose, exercise.first, asked.knobs)
    sides = 2 if exercise.per_side and asked.side is Side.BOTH else 1
    return dose.sets * dose.set_ms * sides * (1 + (dose.load_kg or 0) / 20) * exercise.level


def own_dose(exercise: Exercise, side: Side, knobs: Knobs) -> Prescription:
    """Return an exercise at its own dose, for one side where it is done one side at a time."""
    side = side if exercise.per_side else Side.BOTH
    band = lightest_band(exercise)
    return Prescription(exercise=exercise.id, dose=exercise.dose, side=side, knobs=knobs, band=band)


def lowest(asked: Prescription, exercise: Exercise) -> Prescription:
    """Return a prescription with every part at the minimum of the exercise's range; tempo and rest stay."""
    dose, limits = asked.dose, exercise.limits
    parts = dose
    if dose.reps is not None and limits.reps is not None:
        parts = replace(parts, reps=limits.reps[0])
    if dose.hold_ms is not None and limits.hold_ms is not None:
        parts = replace(parts, hold_ms=limits.hold_ms[0])
    if dose.work_ms is not None and limits.work_ms is not None:
        parts = replace(parts, work_ms=limits.work_ms[0])
    if dose.load_kg is not None:
        parts = replace(parts, load_kg=lightest_kg(exercise))
    band = None if asked.band is None else lightest_band(exercise)
    return replace(asked, dose=replace(parts, sets=limits.sets[0]), band=band)


def lightest_kg(exercise: Exercise) -> float:
    """Return the lightest load that an exercise is done with, in kg; 0 where it is done without."""
    return 0.0 if exercise.limits.load_kg is None else exercise.limits.load_kg[0]


def lightest_band(exercise: Exercise) -> int | None:
    """Return 1 where an exercise cannot be done without a band, else None."""
    needed = any(base_equipment(thing) in _BANDS and not is_optional(thing) for thing in exercise.equipment)
    return 1 if needed else None
