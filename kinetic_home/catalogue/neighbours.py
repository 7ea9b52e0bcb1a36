"""Check how exercises lead to easier and harder ones: no dead ends, no circles, never harder the wrong way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from kinetic_home.catalogue.problems import Problem, did_you_mean, shown
from kinetic_home.catalogue.reading import item_path
from kinetic_home.catalogue.schema import NeighboursFile
from kinetic_home.domain.exercise import Exercise, ExerciseId

_FILE = "catalogue/neighbours.toml"


def check_neighbours(exercises: Mapping[ExerciseId, Exercise], table: NeighboursFile) -> Iterator[Problem]:
    """Yield what is wrong with the neighbours of all exercises and with the ladders of difficulty."""
    for index, name in enumerate(table.later):
        if name in exercises:
            yield _problem(_FILE, item_path("later", index), f"{shown(name)} is here already", "take it off the list")
    known = [*exercises, *table.later]
    for exercise in exercises.values():
        file = f"catalogue/exercises/{exercise.id}.toml"
        yield from _unknown(file, "easier", exercise.easier, known)
        yield from _unknown(file, "harder", exercise.harder, known)
        for index, name in enumerate(exercise.harder):
            if name in exercises and exercises[name].level < exercise.level:
                cause = f"{shown(name)} is of level {exercises[name].level}, below this one's {exercise.level}"
                yield _problem(file, item_path("harder", index), cause)
    yield from _circles({exercise.id: exercise.easier for exercise in exercises.values()}, "easier")
    yield from _circles({exercise.id: exercise.harder for exercise in exercises.values()}, "harder")
    yield from _check_ladders(exercises, table, known)


def _check_ladders(
    exercises: Mapping[ExerciseId, Exercise], table: NeighboursFile, known: list[str]
) -> Iterator[Problem]:
    for name, rungs in table.ladders.items():
        path = f"ladders.{name}"
        yield from _unknown(_FILE, path, rungs, known)
        here = [exercises[ExerciseId(rung)] for rung in rungs if rung in exercises]
        for lower, upper in pairwise(here):
            if upper.level < lower.level:
                yield _problem(_FILE, path, f"goes down in level from {shown(lower.id)} to {shown(upper.id)}")


def _unknown(
    file: str, path: str, names: Iterator[str] | tuple[str, ...] | list[str], known: list[str]
) -> Iterator[Problem]:
    for index, name in enumerate(names):
        if name not in known:
            hint = did_you_mean(name, known, f"write the exercise, or list it as later in {_FILE}")
            yield _problem(file, item_path(path, index), f"no exercise {shown(name)}", hint)


def _circles(graph: Mapping[ExerciseId, tuple[ExerciseId, ...]], key: str) -> Iterator[Problem]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle = " -> ".join(error.args[1])
        yield _problem("catalogue/exercises", key, f"leads round in a circle: {circle}")


def _problem(file: str, path: str, cause: str, hint: str = "") -> Problem:
    return Problem(file=file, path=path, cause=cause, hint=hint)
