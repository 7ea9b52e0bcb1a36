"""Check how exercises lead to easier and harder ones: no dead ends, no circles, never harder the wrong way.

Neighbours need not name each other: a stretch leads on to a squat, but the way back from the squat is another squat.
On a ladder they do, because a step up must have its way back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from kinetic_home.catalogue.problems import Problem, did_you_mean, shown
from kinetic_home.catalogue.reading import item_path
from kinetic_home.catalogue.schema import NeighboursFile
from kinetic_home.domain.exercise import Exercise, ExerciseId

_FILE = "catalogue/neighbours.toml"
_LEVEL_HINT = "put the level right, or leave the neighbour out"
_Exercises = Mapping[ExerciseId, Exercise]


def check_neighbours(exercises: _Exercises, table: NeighboursFile) -> Iterator[Problem]:
    """Yield what is wrong with the neighbours of all exercises and with the ladders of difficulty."""
    for exercise in exercises.values():
        file = f"catalogue/exercises/{exercise.id}.toml"
        yield from _unknown(file, "easier", exercise.easier, exercises)
        yield from _unknown(file, "harder", exercise.harder, exercises)
        yield from _wrong_way(file, exercise, exercises)
    yield from _circles({exercise.id: exercise.easier for exercise in exercises.values()}, "easier")
    yield from _circles({exercise.id: exercise.harder for exercise in exercises.values()}, "harder")
    for name, rungs in table.ladders.items():
        path = f"ladders.{name}"
        yield from _unknown(_FILE, path, rungs, exercises)
        for lower, upper in pairwise(exercises[ExerciseId(rung)] for rung in rungs if rung in exercises):
            yield from _missing_rungs(path, lower, upper)


def _wrong_way(file: str, exercise: Exercise, exercises: _Exercises) -> Iterator[Problem]:
    """Yield every neighbour whose level contradicts it, or that is said to be easier and harder at once."""
    for index, name in enumerate(exercise.harder):
        path = item_path("harder", index)
        if name in exercise.easier:
            yield _problem(file, path, f"{shown(name)} is named as easier too", "leave one out")
        elif name in exercises and exercises[name].level < exercise.level:
            cause = f"{shown(name)} is of level {exercises[name].level}, below this one's {exercise.level}"
            yield _problem(file, path, cause, _LEVEL_HINT)
    for index, name in enumerate(exercise.easier):
        if name in exercises and exercises[name].level > exercise.level:
            cause = f"{shown(name)} is of level {exercises[name].level}, above this one's {exercise.level}"
            yield _problem(file, item_path("easier", index), cause, _LEVEL_HINT)


def _missing_rungs(path: str, lower: Exercise, upper: Exercise) -> Iterator[Problem]:
    """Yield what keeps a person from stepping up a ladder from one rung to the next, and back down again."""
    if upper.level < lower.level:
        yield _problem(_FILE, path, f"goes down in level from {shown(lower.id)} to {shown(upper.id)}")
    if upper.id not in lower.harder:
        yield _problem(_FILE, path, f"{shown(lower.id)} does not name {shown(upper.id)} as harder", "add it there")
    if lower.id not in upper.easier:
        yield _problem(_FILE, path, f"{shown(upper.id)} does not name {shown(lower.id)} as easier", "add it there")


def _unknown(file: str, path: str, names: Sequence[str], exercises: _Exercises) -> Iterator[Problem]:
    for index, name in enumerate(names):
        if name not in exercises:
            hint = did_you_mean(name, list(exercises), "write the exercise first, or leave it out")
            yield _problem(file, item_path(path, index), f"no exercise {shown(name)}", hint)


def _circles(graph: Mapping[ExerciseId, tuple[ExerciseId, ...]], key: str) -> Iterator[Problem]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle = " -> ".join(error.args[1])
        yield _problem("catalogue/exercises", key, f"leads round in a circle: {circle}")


def _problem(file: str, path: str, cause: str, hint: str = "") -> Problem:
    return Problem(file=file, path=path, cause=cause, hint=hint)
