"""The page of one exercise: all that its record says, in the words of the person who does it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kinetic_home.domain.exercise import Breath, Catalogue, Check, CueMoment, Exercise, ExerciseId, RepPhase
from kinetic_home.domain.fault import FaultKind
from kinetic_home.domain.wording import (
    body_part_of,
    category_in_words,
    dose_in_words,
    equipment_in_words,
    is_optional,
    length_in_words,
    level_in_words,
    load_in_words,
    position_in_words,
    targets_in_words,
    tissue_in_words,
)
from kinetic_home.workflow.library import NO_EQUIPMENT, Card, capital, neighbours
from kinetic_home.workflow.library_moving import tempo_in_words

_AS_YOU = {
    RepPhase.ECCENTRIC: "as you lower",
    RepPhase.CONCENTRIC: "as you lift",
    RepPhase.PAUSE: "in the pause",
    RepPhase.HOLD: "while you hold",
    RepPhase.MOVE: "as you begin",
    RepPhase.RETURN: "on the way back",
    RepPhase.JUMP: "as you jump",
    RepPhase.LAND: "as you land",
}
_WHEN = {
    CueMoment.PREPARE: "before you start",
    CueMoment.AFTER: "at the end",
    **{CueMoment(phase.value): words for phase, words in _AS_YOU.items()},
}
# What stands in brackets is for the clinician.
_REMARK = re.compile(r"\s*\(.*?\)")
_BREATHE = {Breath.IN: "Breathe in", Breath.OUT: "Breathe out", Breath.ON: "Keep breathing"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CueLine:
    """A cue and when it is said, such as «as you lower»."""

    text: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """A question about form with what a «no» looks like; `kind` is None where nothing can be seen of it."""

    check: Check
    kind: FaultKind | None
    name: str
    wrong: str
    right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A source of the numbers: its tag and what it is."""

    tag: str
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseView:
    """One exercise, complete: page and printed sheet show this and nothing else."""

    exercise: Exercise
    facts: tuple[str, ...]
    needs: str
    if_you_like: str
    muscles: tuple[str, ...]
    dose: str
    tempo: str
    rhythm: tuple[str, ...]
    cues: tuple[CueLine, ...]
    breathing: tuple[str, ...]
    checkpoints: tuple[Checkpoint, ...]
    easier: tuple[Card, ...]
    harder: tuple[Card, ...]
    numbers: tuple[str, ...]
    sources: tuple[SourceLine, ...]


def exercise_view(
    catalogue: Catalogue, exercise_id: ExerciseId, citations: Mapping[str, str] | None = None
) -> ExerciseView:
    """Return the page of an exercise; `citations` tell what the tags of its sources stand for.

    Raises KeyError for an exercise that the catalogue does not hold.
    """
    exercise = catalogue[exercise_id]
    known = citations or {}
    return ExerciseView(
        exercise=exercise,
        facts=(
            capital(category_in_words(exercise.category)),
            capital(level_in_words(exercise.level)),
            capital(position_in_words(exercise.position)),
            capital(" · ".join(part.value for part in body_part_of(exercise))),
        ),
        needs=", ".join(_things(exercise, optional=False)) or NO_EQUIPMENT,
        if_you_like=", ".join(_things(exercise, optional=True)),
        muscles=targets_in_words(exercise),
        dose=capital(dose_in_words(exercise.dose, per_side=exercise.per_side)),
        tempo=tempo_in_words(exercise),
        rhythm=tuple(_rhythm(exercise)),
        cues=tuple(CueLine(text=cue.text, when=_WHEN[cue.moment]) for cue in exercise.cues),
        breathing=tuple(_breathing(exercise)),
        checkpoints=tuple(checkpoint_of(exercise, check) for check in exercise.checks),
        easier=neighbours(catalogue, exercise.easier),
        harder=neighbours(catalogue, exercise.harder),
        numbers=tuple(_numbers(exercise)),
        sources=tuple(SourceLine(tag=tag, citation=known.get(tag, "")) for tag in exercise.sources),
    )


def checkpoint_of(exercise: Exercise, check: Check) -> Checkpoint:
    """Return a check of an exercise as its page shows it."""
    name = capital(_REMARK.sub("", check.fault))
    return Checkpoint(
        check=check,
        kind=exercise.wrong.get(check.id),
        name=name,
        wrong=f"{name}.",
        right=check.fix,
    )


def _things(exercise: Exercise, *, optional: bool) -> tuple[str, ...]:
    things = (thing for thing in exercise.equipment if is_optional(thing) is optional)
    return tuple(dict.fromkeys(equipment_in_words(thing) for thing in things))


def _rhythm(exercise: Exercise) -> Iterator[str]:
    if exercise.dose.rest_ms:
        yield f"Rest {length_in_words(exercise.dose.rest_ms)} after each set"
    days = exercise.days_per_week
    yield "Every day" if days == 7 else "Once a week" if days == 1 else f"{days} days a week"


def _breathing(exercise: Exercise) -> Iterator[str]:
    paced = exercise.breathing.paced_ms
    if paced is not None:
        inward, outward = (f"{ms / 1000:g}" for ms in paced)
        yield f"Breathe in for {inward} seconds, and out for {outward}."
    for phase, breath in exercise.breathing.by_phase.items():
        yield f"{_BREATHE[breath]} {_AS_YOU[phase]}."
    if paced is None and not exercise.breathing.by_phase:
        yield "Keep breathing."


def _numbers(exercise: Exercise) -> Iterator[str]:
    yield f"Range of motion in degrees: {exercise.range_of_motion}."
    limits = exercise.limits
    ranges = [_between("sets", limits.sets), _between("repetitions", limits.reps)]
    ranges += [_between(f"{name}, in seconds", ms and (ms[0] // 1000, ms[1] // 1000)) for name, ms in (
        ("hold", limits.hold_ms), ("work", limits.work_ms),
    )]  # fmt: skip
    ranges.append(_between("load, in kg", limits.load_kg))
    yield f"Limits of the dose: {'; '.join(words for words in ranges if words)}."
    loads = [f"{tissue_in_words(name)}: {load_in_words(load)}" for name, load in exercise.tissue.items() if load]
    if loads:
        yield f"Load on tissues: {'; '.join(loads)}."


def _between(name: str, limits: tuple[float, float] | None) -> str:
    return "" if limits is None else f"{name} {limits[0]:g} to {limits[1]:g}"
