"""Load the shipped exercises, and check that they hold together, before anyone exercises by them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinetic_home.catalogue.convert import read_as
from kinetic_home.catalogue.dosing import catalogue_dose, check_dose, dose_range
from kinetic_home.catalogue.library import Library, load_library, refer
from kinetic_home.catalogue.motion_schema import MotionFile
from kinetic_home.catalogue.motions import motion_of
from kinetic_home.catalogue.neighbours import check_neighbours
from kinetic_home.catalogue.parsed import load_parsed
from kinetic_home.catalogue.problems import ContentError, Findings, Problem, shown
from kinetic_home.catalogue.reading import Parsed, item_path, key_path, read_document
from kinetic_home.catalogue.schema import BreathingTable, CueTable, ExerciseFile
from kinetic_home.domain.exercise import (
    Breathing,
    Catalogue,
    Check,
    CheckId,
    Cue,
    CueMoment,
    Exercise,
    ExerciseId,
    First,
    RepPhase,
)
from kinetic_home.domain.fault import FaultKind
from kinetic_home.domain.motion import Motion
from kinetic_home.domain.wording import EQUIPMENT_WORDS, MUSCLE_WORDS, base_equipment

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

MOST_CUE_WORDS = 8

_LIFT_AND_LOWER = (RepPhase.ECCENTRIC, RepPhase.PAUSE, RepPhase.CONCENTRIC)
_PHASES = {
    First.ECCENTRIC: _LIFT_AND_LOWER,
    First.CONCENTRIC: _LIFT_AND_LOWER,
    First.HOLD: (RepPhase.MOVE, RepPhase.HOLD, RepPhase.RETURN),
    First.CYCLIC: (RepPhase.MOVE, RepPhase.PAUSE, RepPhase.RETURN),
    First.JUMP: (RepPhase.JUMP, RepPhase.LAND, RepPhase.HOLD, RepPhase.PAUSE),
}


def load_catalogue(root: Traversable) -> Catalogue:
    """Return every exercise under a resources folder; raises ContentError with all the problems of all the files."""
    parsed = load_parsed(root / "catalogue")
    library = load_library(root, parsed)
    problems: list[Problem] = []
    exercises: dict[ExerciseId, Exercise] = {}
    for file in sorted((root / "catalogue" / "exercises").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            findings = Findings(f"catalogue/exercises/{file.name}")
            exercise = _load_exercise(file, library, parsed, findings)
            problems.extend(findings.problems)
            if exercise is not None:
                exercises[exercise.id] = exercise
    if not problems:
        problems.extend(check_neighbours(exercises, library.neighbours))
    if problems:
        raise ContentError(problems)
    ladders = {name: tuple(map(ExerciseId, rungs)) for name, rungs in library.neighbours.ladders.items()}
    return Catalogue(exercises=exercises, ladders=ladders)


def _load_exercise(file: Traversable, library: Library, parsed: Parsed, findings: Findings) -> Exercise | None:
    """Return one exercise, or None where the findings say what is wrong with its file."""
    table = _read(file, parsed, findings)
    if table is None:
        return None
    if file.name != f"{table.id}.toml":
        findings.add("id", f"{shown(table.id)} is not the name of its file", f"call the file {table.id}.toml")
    limits = dose_range(table.range, findings)
    dose = catalogue_dose(table.dose, table.first, findings)
    breathing = _breathing(table.breathing, table.first, findings)
    _check_cues(table.cues, table.first, findings)
    refer([base_equipment(name) for name in table.equipment], EQUIPMENT_WORDS, "equipment", "equipment", findings)
    refer(table.targets, MUSCLE_WORDS, "target", "targets", findings)
    checks = refer(table.checks, library.checks, "check", "checks", findings)
    stop_notes = refer(table.stop_notes, library.stop_notes, "stop note", "stop_notes", findings)
    cautions = refer(table.cautions, library.cautions, "caution", "cautions", findings)
    sources = refer(table.sources, library.sources, "source", "sources", findings)
    motion = _motion(table.motion, findings)
    if dose is None or motion is None:
        return None
    check_dose(dose, limits, "this exercise", "dose", findings)
    return Exercise(
        id=ExerciseId(table.id),
        name=table.name,
        category=table.category,
        position=table.position,
        per_side=table.per_side,
        level=table.level,
        first=table.first,
        view=table.view,
        plane=table.plane,
        equipment=tuple(table.equipment),
        targets=tuple(table.targets),
        tissue={str(group): load for group, load in table.tissue.items()},
        dose=dose,
        days_per_week=table.dose.days_per_week,
        limits=limits,
        vary=tuple(table.vary),
        range_of_motion=table.range_of_motion,
        cues=tuple(Cue(text=cue.text, moment=cue.moment, role=cue.role) for cue in table.cues),
        breathing=breathing,
        checks=tuple(library.checks[name] for name in checks),
        easier=tuple(map(ExerciseId, table.easier)),
        harder=tuple(map(ExerciseId, table.harder)),
        stop_notes=tuple(library.stop_notes[name] for name in stop_notes),
        cautions=tuple(library.cautions[name] for name in cautions),
        sources=sources,
        motion=motion,
        why=table.why,
        wrong=_wrong(table, [library.checks[name] for name in checks], findings),
    )


def _wrong(table: ExerciseFile, checks: list[Check], findings: Findings) -> dict[CheckId, FaultKind]:
    """Return the fault that each check's «no» looks like in this exercise."""
    known = [check.id for check in checks]
    for name in table.wrong:
        if name not in known:
            findings.add(f"wrong.{name}", "is not one of this exercise's checks", f"its checks are {', '.join(known)}")
    found: dict[CheckId, FaultKind] = {}
    for check in checks:
        fault = table.wrong.get(check.id) or next(iter(check.faults), None)
        if fault is not None:
            found[check.id] = fault
    return found


def _read(file: Traversable, parsed: Parsed, findings: Findings) -> ExerciseFile | None:
    try:
        table = read_as(read_document(file, findings.file, parsed), ExerciseFile, findings)
    except ContentError as error:
        findings.problems[:] = error.problems
        return None
    return None if findings.problems else table


def _motion(table: MotionFile, findings: Findings) -> Motion | None:
    try:
        return motion_of(table)
    except ValueError as error:
        findings.add("motion", str(error))
        return None


def _check_cues(cues: list[CueTable], first: First, findings: Findings) -> None:
    moments = {CueMoment.PREPARE, CueMoment.AFTER} | {CueMoment(phase) for phase in _PHASES[first]}
    for index, cue in enumerate(cues):
        place = item_path("cues", index)
        words = len(cue.text.split())
        if words > MOST_CUE_WORDS:
            findings.add(key_path(place, "text"), f"has {words} words", f"at most {MOST_CUE_WORDS} can be said in time")
        if cue.moment not in moments:
            findings.add(
                key_path(place, "moment"),
                f"'{cue.moment}' never comes in an exercise with first = '{first}'",
                f"one of {', '.join(sorted(moments))}",
            )


def _breathing(table: BreathingTable, first: First, findings: Findings) -> Breathing:
    for phase in table.by_phase:
        if phase not in _PHASES[first]:
            findings.add(
                f"breathing.by_phase.{phase}",
                f"'{phase}' never comes in an exercise with first = '{first}'",
                f"one of {', '.join(_PHASES[first])}",
            )
    if (table.in_s is None) != (table.out_s is None):
        findings.add("breathing", "in_s and out_s belong together", "write both or neither")
    if table.in_s is None or table.out_s is None:
        return Breathing(by_phase=dict(table.by_phase))
    return Breathing(by_phase=dict(table.by_phase), paced_ms=(round(table.in_s * 1000), round(table.out_s * 1000)))
