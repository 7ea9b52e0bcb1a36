"""Find exercises by the words that a person types: in any case, in the plural, and with small slips of the finger."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from unicodedata import category, normalize

from kinetic_home.domain.exercise import Exercise, ExerciseId
from kinetic_home.domain.wording import (
    body_part_of,
    category_in_words,
    equipment_in_words,
    position_in_words,
    targets_in_words,
)

# How much a word says about an exercise, by where it stands.
_NAME, _BODY, _KIND, _PLACE, _CUE, _WHY = 10.0, 6.0, 5.0, 4.0, 3.0, 2.0
# How well a word fits that is the same, begins so, is longer than the known one, or is off by a letter or two.
_SAME, _BEGINS, _LONGER, _SLIP, _TWO_SLIPS = 1.0, 0.85, 0.7, 0.6, 0.45
_LEAST_ROOT, _LEAST_FOR_A_SLIP, _LEAST_FOR_TWO = 4, 4, 6
_WORD = re.compile(r"[a-z0-9]+")
# «Squatting» means «squat».
_ENDING = re.compile(r".?(ing|ed|er)")
# Words that say nothing about an exercise.
_EMPTY_TEXT = """
a about all an and any are as at be by can do does exercise exercises for from good have help helps i in is it its
me my of on or so some that the their them then this to up want what when which while with without you your
"""
_EMPTY = frozenset(_EMPTY_TEXT.split())


class SearchIndex:
    """Every word of every exercise, with how much it says about each."""

    def __init__(self, exercises: Iterable[Exercise]) -> None:
        weights: defaultdict[str, dict[ExerciseId, float]] = defaultdict(dict)
        for exercise in exercises:
            for weight, text in _texts(exercise):
                for word in words_of(text):
                    known = weights[word]
                    known[exercise.id] = max(weight, known.get(exercise.id, 0.0))
        self._weights: Mapping[str, Mapping[ExerciseId, float]] = dict(weights)

    def fitness(self, text: str) -> dict[ExerciseId, float]:
        """Return how well each exercise fits a text; it must have all of the words that mean something.

        A text without such words fits nothing in particular: the result is empty.
        """
        found: dict[ExerciseId, float] | None = None
        for word in words_of(text):
            fits = self._fits_of(word)
            found = fits if found is None else {name: found[name] + fits[name] for name in found if name in fits}
        return found or {}

    def _fits_of(self, word: str) -> dict[ExerciseId, float]:
        qualities = {known: quality for known in self._weights if (quality := _likeness(word, known))}
        if not qualities:
            qualities = {known: quality for known in self._weights if (quality := _near(word, known))}
        fits: dict[ExerciseId, float] = {}
        for known, quality in qualities.items():
            for name, weight in self._weights[known].items():
                fits[name] = max(weight * quality, fits.get(name, 0.0))
        return fits


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text that mean something, in small letters without accents, in the singular."""
    plain = "".join(letter for letter in normalize("NFKD", text.casefold()) if category(letter) != "Mn")
    words = _WORD.findall(plain)
    return tuple(dict.fromkeys(_singular(word) for word in words if word not in _EMPTY))


def _texts(exercise: Exercise) -> Iterable[tuple[float, str]]:
    yield _NAME, exercise.name
    yield _BODY, " ".join((*body_part_of(exercise), *targets_in_words(exercise)))
    # Who knows the muscles' own names finds by them too.
    yield _BODY, " ".join(exercise.targets).replace("_", " ")
    yield _KIND, category_in_words(exercise.category)
    yield _PLACE, position_in_words(exercise.position)
    yield _PLACE, " ".join(equipment_in_words(thing) for thing in exercise.equipment)
    yield _CUE, " ".join(cue.text for cue in exercise.cues)
    yield _WHY, exercise.why


def _singular(word: str) -> str:
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def _likeness(word: str, known: str) -> float:
    if word == known:
        return _SAME
    if len(word) >= 2 and known.startswith(word):
        return _BEGINS
    if len(known) >= _LEAST_ROOT and word.startswith(known) and _ENDING.fullmatch(word[len(known) :]):
        return _LONGER
    return 0.0


def _near(word: str, known: str) -> float:
    if len(word) < _LEAST_FOR_A_SLIP or len(known) < _LEAST_FOR_A_SLIP:
        return 0.0
    most = 2 if len(word) >= _LEAST_FOR_TWO else 1
    # Somebody who is still typing has slipped in the beginning of a longer word.
    slips = min(slips_between(word, known, most), slips_between(word, known[: len(word)], most))
    return 0.0 if slips > most else _TWO_SLIPS if slips == 2 else _SLIP


def slips_between(one: str, other: str, most: int) -> int:
    """Return how many letters are wrong, missing, too many or exchanged with their neighbour; `most` + 1 is «more»."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before = before, row
        row = [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
