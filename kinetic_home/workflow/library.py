"""The Library page: which exercises fit what the person looks for, and what to change where none does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from kinetic_home.domain.exercise import Catalogue, Category, Exercise, ExerciseId, Position
from kinetic_home.domain.wording import (
    EQUIPMENT_WORDS,
    LEVEL_WORDS,
    BodyPart,
    body_part_of,
    category_in_words,
    equipment_in_words,
    is_optional,
    level_in_words,
    position_in_words,
)
from kinetic_home.workflow.library_search import SearchIndex, words_of

NO_EQUIPMENT = "no equipment"
# Room is not a thing that one has to get.
_NOT_A_THING = "space"
# What does as well: who has a rail has something to hold.
_STANDS_IN = {equipment_in_words("support"): equipment_in_words("rail")}


class Facet(StrEnum):
    """What an exercise can be filtered by; the value is its heading."""

    PART = "Body part"
    THINGS = "What you have"
    KIND = "Kind"
    POSITION = "Position"
    LEVEL = "Level"


class Choice(NamedTuple):
    """One thing to filter by; the value is its word as well."""

    facet: Facet
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the person looks for: words, and choices of which one of each facet must fit.

    For things it is the other way round: what an exercise needs must be among them.
    """

    words: str = ""
    choices: frozenset[Choice] = frozenset()

    @property
    def anything(self) -> bool:
        """Tell whether something is looked for at all."""
        return bool(self.choices) or bool(words_of(self.words))

    def toggled(self, choice: Choice) -> Wanted:
        """Return this with a choice taken in, or left out where it was in."""
        return replace(self, choices=self.choices ^ {choice})

    def of(self, facet: Facet) -> frozenset[str]:
        """Return what is chosen of a facet."""
        return frozenset(choice.value for choice in self.choices if choice.facet is facet)

    def without(self, facet: Facet) -> Wanted:
        """Return this without the choices of a facet."""
        return replace(self, choices=frozenset(choice for choice in self.choices if choice.facet is not facet))


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An exercise among others: its name, its kind and level, and what one needs for it."""

    exercise: Exercise
    kind: str
    level: str
    needs: str

    @property
    def spoken(self) -> str:
        """Return all of it in one line, as a screen reader says it."""
        return f"{self.exercise.name}. {self.kind}, {self.level}. {self.needs}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A choice with the number of exercises that it has, all other facets as they are."""

    choice: Choice
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A facet with its options."""

    facet: Facet
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOut:
    """What to change where nothing fits, in words, and how many exercises there are then."""

    words: str
    wanted: Wanted
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryView:
    """The Library page; there are ways out where there are no cards."""

    wanted: Wanted
    cards: tuple[Card, ...]
    groups: tuple[Group, ...]
    ways_out: tuple[WayOut, ...] = field(default=())


class Shelf:
    """All exercises of a catalogue, ready to be looked through."""

    def __init__(self, catalogue: Catalogue) -> None:
        kinds, order = list(Category), catalogue.exercises.values()
        self._exercises = sorted(order, key=lambda one: (kinds.index(one.category), one.level, one.name))
        self._cards = {exercise.id: card_of(exercise) for exercise in self._exercises}
        self._values = {
            exercise.id: {facet: frozenset(read(exercise)) for facet, read in _READERS.items()}
            for exercise in self._exercises
        }
        self._options = self._all_options()
        self._index = SearchIndex(self._exercises)
        self._asked: tuple[str, dict[ExerciseId, float]] = "", {}

    @property
    def count(self) -> int:
        """Return the number of all exercises."""
        return len(self._exercises)

    def view(self, wanted: Wanted) -> LibraryView:
        """Return the page for what is looked for; the best fit first, else warm-ups first and easy before hard."""
        found = self._found(wanted)
        cards = tuple(self._cards[exercise.id] for exercise in found)
        groups = tuple(self._group(facet, wanted) for facet in Facet)
        return LibraryView(wanted=wanted, cards=cards, groups=groups, ways_out=() if cards else self._ways_out(wanted))

    def _found(self, wanted: Wanted) -> list[Exercise]:
        fitting = [exercise for exercise in self._exercises if self._fits(exercise, wanted)]
        if not words_of(wanted.words):
            return fitting
        fitness = self._fitness(wanted.words)
        said = [exercise for exercise in fitting if exercise.id in fitness]
        return sorted(said, key=lambda exercise: -fitness[exercise.id])

    def _fitness(self, words: str) -> dict[ExerciseId, float]:
        """Return how well exercises fit some words; each facet asks for the same ones."""
        if words != self._asked[0]:
            self._asked = words, self._index.fitness(words)
        return self._asked[1]

    def _fits(self, exercise: Exercise, wanted: Wanted) -> bool:
        values = self._values[exercise.id]
        for facet in Facet:
            chosen = wanted.of(facet)
            if not chosen:
                continue
            if facet is Facet.THINGS:
                if any(thing not in chosen and _STANDS_IN.get(thing) not in chosen for thing in _needed(exercise)):
                    return False
            elif not values[facet] & chosen:
                return False
        return True

    def _group(self, facet: Facet, wanted: Wanted) -> Group:
        others = self._found(wanted.without(facet))
        chosen = wanted.of(facet)
        options = (
            Option(
                choice=Choice(facet, value),
                count=sum(value in self._values[exercise.id][facet] for exercise in others),
                chosen=value in chosen,
            )
            for value in self._options[facet]
        )
        return Group(facet=facet, options=tuple(options))

    def _all_options(self) -> dict[Facet, tuple[str, ...]]:
        order: dict[Facet, list[str]] = {
            Facet.PART: [part.value for part in BodyPart],
            Facet.THINGS: [NO_EQUIPMENT, *dict.fromkeys(EQUIPMENT_WORDS.values())],
            Facet.KIND: [category_in_words(kind) for kind in Category],
            Facet.POSITION: [position_in_words(position) for position in Position],
            Facet.LEVEL: list(LEVEL_WORDS.values()),
        }
        used = {
            facet: {value for values in self._values.values() for value in values[facet]} for facet in Facet
        }  # fmt: skip
        return {facet: tuple(value for value in order[facet] if value in used[facet]) for facet in Facet}

    def _ways_out(self, wanted: Wanted) -> tuple[WayOut, ...]:
        if not wanted.choices:
            return (self._way("Show all exercises", Wanted()),)
        ways: list[WayOut] = []
        if words_of(wanted.words):
            ways.append(self._way(f"Leave out «{wanted.words.strip()}»", replace(wanted, words="")))
        for facet in Facet:
            if chosen := wanted.of(facet):
                named = ", ".join(value for value in self._options[facet] if value in chosen)
                ways.append(self._way(f"Leave out «{named}»", wanted.without(facet)))
        ways = [way for way in ways if way.count] or [self._way("Show all exercises", Wanted())]
        return tuple(sorted(ways, key=lambda way: -way.count))

    def _way(self, words: str, wanted: Wanted) -> WayOut:
        return WayOut(words=words, wanted=wanted, count=len(self._found(wanted)))


def card_of(exercise: Exercise) -> Card:
    """Return an exercise as a card."""
    return Card(
        exercise=exercise,
        kind=capital(category_in_words(exercise.category)),
        level=level_in_words(exercise.level),
        needs=capital(", ".join(_needed(exercise)) or NO_EQUIPMENT),
    )


def capital(words: str) -> str:
    """Return words as they stand alone, with a large first letter."""
    return words[:1].upper() + words[1:]


def count_in_words(count: int) -> str:
    """Return a number of exercises."""
    return "1 exercise" if count == 1 else f"{count} exercises"


def neighbours(catalogue: Catalogue, ids: tuple[ExerciseId, ...]) -> tuple[Card, ...]:
    """Return the cards of exercises that this catalogue holds."""
    return tuple(card_of(catalogue[name]) for name in ids if name in catalogue)


def _needed(exercise: Exercise) -> tuple[str, ...]:
    things = (thing for thing in exercise.equipment if not is_optional(thing) and thing != _NOT_A_THING)
    return tuple(dict.fromkeys(equipment_in_words(thing) for thing in things))


def _things(exercise: Exercise) -> tuple[str, ...]:
    return _needed(exercise) or (NO_EQUIPMENT,)


def _parts(exercise: Exercise) -> tuple[str, ...]:
    return tuple(part.value for part in body_part_of(exercise))


def _kinds(exercise: Exercise) -> tuple[str, ...]:
    return (category_in_words(exercise.category),)


def _positions(exercise: Exercise) -> tuple[str, ...]:
    return (position_in_words(exercise.position),)


def _levels(exercise: Exercise) -> tuple[str, ...]:
    return (level_in_words(exercise.level),)


_READERS: dict[Facet, Callable[[Exercise], tuple[str, ...]]] = {
    Facet.PART: _parts,
    Facet.THINGS: _things,
    Facet.KIND: _kinds,
    Facet.POSITION: _positions,
    Facet.LEVEL: _levels,
}
