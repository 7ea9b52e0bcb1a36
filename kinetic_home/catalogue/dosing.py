"""The dose rules of a content file: which parts each kind of exercise needs, and how a plan's words change them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from kinetic_home.catalogue.problems import Findings, shown
from kinetic_home.catalogue.reading import key_path
from kinetic_home.catalogue.schema import CatalogueDose, ItemTable, RangeTable
from kinetic_home.domain.dose import Dose, DoseRange
from kinetic_home.domain.exercise import Exercise, First
from kinetic_home.domain.tempo import Tempo

_T = TypeVar("_T")

# Nobody works longer than this without a pause, and no exercise is guided faster; our own modelling.
LONGEST_SET_MS = 1_800_000
SHORTEST_REP_MS = 500

_REFUSALS = {
    "reps": ("is done for a time, without counting", "use work_s"),
    "hold_s": ("has no hold", "leave hold_s out"),
    "work_s": ("is done by repetitions", "use reps"),
    "tempo": ("is held still and has no tempo", "use hold_s or work_s"),
    "bpm": ("keeps no steady beat", "use tempo"),
    "load_kg": ("is done without a load", "leave load_kg out"),
}


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a dose as files name it, as DoseRange names it, and how many of the domain's units one unit has."""

    key: str
    name: str
    scale: int


_PARTS = (
    _Part("sets", "sets", 1),
    _Part("reps", "reps", 1),
    _Part("hold_s", "hold", 1000),
    _Part("work_s", "work", 1000),
    _Part("load_kg", "load", 1),
)


def catalogue_dose(table: CatalogueDose, first: First, findings: Findings, path: str = "dose") -> Dose | None:
    """Return an exercise's own dose; None where it is noted among the findings that it does not fit."""
    before = len(findings.problems)
    tempo = _tempo(table.tempo, path, findings)
    for key, cause in _misfits(table, first):
        findings.add(key_path(path, key), cause)
    if len(findings.problems) > before:
        return None
    return Dose(
        sets=table.sets,
        reps=table.reps,
        hold_ms=_ms(table.hold_s),
        work_ms=_ms(table.work_s),
        tempo=tempo,
        bpm=table.bpm,
        rest_ms=table.rest_s * 1000,
    )


def dose_range(table: RangeTable, findings: Findings, path: str = "range") -> DoseRange:
    """Return an exercise's range; pairs that stand the wrong way round are noted among the findings."""
    for part in _PARTS:
        pair = getattr(table, part.key)
        if pair is not None and pair[0] > pair[1]:
            findings.add(key_path(path, part.key), f"the lowest value {pair[0]:g} is above the highest {pair[1]:g}")
    return DoseRange(
        sets=table.sets,
        reps=table.reps,
        hold_ms=_ms_pair(table.hold_s),
        work_ms=_ms_pair(table.work_s),
        load_kg=table.load_kg,
    )


def planned_dose(item: ItemTable, exercise: Exercise, path: str, findings: Findings) -> Dose | None:
    """Return the catalogue's dose changed as the plan says; None where it is noted why that cannot be done."""
    before = len(findings.problems)
    tempo = _tempo(item.tempo, path, findings)
    for key in _not_taken(item, exercise):
        cause, hint = _REFUSALS[key]
        findings.add(key_path(path, key), f"'{exercise.id}' {cause}", hint)
    if item.tempo is not None and item.bpm is not None:
        findings.add(key_path(path, "bpm"), "tempo and bpm cannot both be kept", "leave one of the two out")
    if len(findings.problems) > before:
        return None
    own = exercise.dose
    dose = Dose(
        sets=_or(item.sets, own.sets),
        reps=_or(item.reps, own.reps),
        hold_ms=_or(_ms(item.hold_s), own.hold_ms),
        work_ms=_or(_ms(item.work_s), own.work_ms),
        # A new beat takes the place of a tempo, and the other way round.
        tempo=None if item.bpm is not None else _or(tempo, own.tempo),
        bpm=None if tempo is not None else _or(item.bpm, own.bpm),
        rest_ms=own.rest_ms if item.rest_s is None else item.rest_s * 1000,
        load_kg=_or(item.load_kg, own.load_kg),
    )
    check_dose(dose, exercise.limits, f"'{exercise.id}'", path, findings)
    return dose


def check_dose(dose: Dose, limits: DoseRange, whose: str, path: str, findings: Findings) -> None:
    """Note every part of a dose that lies outside its range, and sets and repetitions of impossible length."""
    outside = limits.outside(dose)
    for part in _PARTS:
        if part.name in outside:
            attribute = part.key.replace("_s", "_ms") if part.scale == 1000 else part.key
            value, (low, high) = getattr(dose, attribute), getattr(limits, attribute)
            findings.add(
                key_path(path, part.key),
                f"{value / part.scale:g} is outside the range of {whose}",
                f"{low / part.scale:g} to {high / part.scale:g}",
            )
    if dose.tempo is not None and dose.tempo.rep_ms < SHORTEST_REP_MS:
        findings.add(key_path(path, "tempo"), "a repetition is too short to follow", "at least 0.5 s in all")
    check_length(dose, whose, path, findings)


def check_length(dose: Dose, whose: str, path: str, findings: Findings) -> None:
    """Note where one set would last too long."""
    if dose.set_ms > LONGEST_SET_MS:
        minutes = dose.set_ms / 60_000
        findings.add(
            path,
            f"one set of {whose} would last {minutes:.0f} minutes",
            f"at most {LONGEST_SET_MS // 60_000} minutes; take fewer repetitions",
        )


def _not_taken(item: ItemTable, exercise: Exercise) -> Iterator[str]:
    """Yield the keys that this exercise does not take: a plan changes how much is done, not what kind of work."""
    own, first = exercise.dose, exercise.first
    refused = {
        "reps": own.work_ms is not None,
        "hold_s": own.hold_ms is None,
        "work_s": own.work_ms is None,
        "tempo": first is First.HOLD,
        "bpm": first is not First.CYCLIC,
        "load_kg": exercise.limits.load_kg is None or exercise.limits.load_kg[1] == 0,
    }
    return (key for key, no in refused.items() if no and getattr(item, key) is not None)


def _misfits(table: CatalogueDose, first: First) -> Iterator[tuple[str, str]]:
    """Yield the key and cause of every part that a dose lacks, or has and must not have."""
    match first:
        case First.ECCENTRIC | First.CONCENTRIC | First.JUMP:
            needs = {"reps", "tempo"}
        case First.HOLD:
            needs = {"work_s"} if table.reps is None else {"reps", "hold_s"}
        case First.CYCLIC:
            needs = {"work_s" if table.reps is None else "reps", "tempo" if table.bpm is None else "bpm"}
    for key in ("reps", "hold_s", "work_s", "tempo", "bpm"):
        given = getattr(table, key) is not None
        if key in needs and not given:
            yield key, f"is missing; a dose with first = '{first}' needs {' and '.join(sorted(needs))}"
        elif given and key not in needs:
            yield key, f"is too much; a dose with first = '{first}' needs only {' and '.join(sorted(needs))}"


def _tempo(text: str | None, path: str, findings: Findings) -> Tempo | None:
    if text is None:
        return None
    try:
        return Tempo.parse(text)
    except ValueError as error:
        hint = "write the seconds of lowering-pause-lifting-pause"
        findings.add(key_path(path, "tempo"), f"{shown(text)} is no tempo: {error}", hint)
        return None


def _ms(seconds: int | None) -> int | None:
    return None if seconds is None else seconds * 1000


def _ms_pair(seconds: tuple[int, int] | None) -> tuple[int, int] | None:
    return None if seconds is None else (seconds[0] * 1000, seconds[1] * 1000)


def _or(value: _T | None, otherwise: _T) -> _T:
    return otherwise if value is None else value
