"""How a plan's `modify` table becomes knobs, and what is said where an exercise does not take them."""

from __future__ import annotations

from msgspec import structs

from kinetic_home.catalogue.dosing import check_length
from kinetic_home.catalogue.problems import Findings
from kinetic_home.catalogue.reading import key_path
from kinetic_home.catalogue.schema import ModifyTable
from kinetic_home.domain.dose import Dose
from kinetic_home.domain.exercise import Exercise
from kinetic_home.domain.fitting import refusals
from kinetic_home.domain.knobs import AS_IT_IS, Knobs, dose_with


def planned_knobs(table: ModifyTable, exercise: Exercise, dose: Dose, path: str, findings: Findings) -> Knobs | None:
    """Return the knobs that a plan turns; None where it is noted why that cannot be done."""
    said = {key: value for key, value in structs.asdict(table).items() if value is not None}
    if not said:
        return AS_IT_IS
    knobs = Knobs.said(said)
    return knobs if fits(knobs, exercise, dose, path, findings) else None


def fits(knobs: Knobs, exercise: Exercise, dose: Dose, path: str, findings: Findings) -> bool:
    """Tell whether an exercise at a dose takes knobs, and note every one that it does not take, or not so far."""
    before = len(findings.problems)
    for refusal in refusals(exercise, dose, knobs):
        findings.add(key_path(path, refusal.key), f"'{exercise.id}' {refusal.cause}", refusal.way_out)
    if len(findings.problems) > before:
        return False
    from kinetic_home.figure.knobs import modified  # noqa: PLC0415 (few plans turn a knob, and no start waits for it)

    try:
        modified(exercise.motion, knobs)
        check_length(dose_with(dose, exercise.first, knobs), f"'{exercise.id}'", path, findings)
    except ValueError as misfit:
        findings.add(path, f"'{exercise.id}' cannot be done so: {misfit}", "turn fewer knobs, or less far")
    return len(findings.problems) == before
