"""Find exercises by the words that a person types: in any case, in the plural, run together, and with slips."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations
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
            said = [(weight, word) for weight, text in _texts(exercise) for word in words_of(text)]
            said += [(_NAME, words) for words in _run_together(exercise.name)]
            for weight, word in said:
                known = weights[word]
                known[exercise.id] = max(weight, known.get(exercise.id, 0.0))
        self._weights: Mapping[str, Mapping[ExerciseId, float]] = dict(weights)

    def fitness(self, text: str) -> dict[ExerciseId, float]:
        """Return how well each exercise fits a text; it must have all of the words that mean something.

        Where none has them all, the text may be a name that is written apart: «clam shell». A text without such words
        fits nothing in particular: the result is empty.
        """
        found: dict[ExerciseId, float] | None = None
        for word in words_of(text):
            fits = self._fits_of(word, _likeness) or self._fits_of(word, _near)
            found = fits if found is None else {name: found[name] + fits[name] for name in found if name in fits}
        if found is None:
            return {}
        return found or self._fits_of("".join(_letters(text)), _likeness)

    def _fits_of(self, word: str, alike: Callable[[str, str], float]) -> dict[ExerciseId, float]:
        fits: dict[ExerciseId, float] = {}
        for known, weights in self._weights.items():
            quality = alike(word, known)
            if quality:
                for name, weight in weights.items():
                    fits[name] = max(weight * quality, fits.get(name, 0.0))
        return fits


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text that mean something, in small letters without accents, in the singular."""
    return tuple(dict.fromkeys(_singular(word) for word in _letters(text) if word not in _EMPTY))


def _letters(text: str) -> list[str]:
    """Return all words of a text in small letters without accents."""
    return _WORD.findall("".join(letter for letter in normalize("NFKD", text.casefold()) if category(letter) != "Mn"))


def _run_together(name: str) -> Iterator[str]:
    """Yield the words of a name that follow one another as one: who types «sideplank» means «side plank»."""
    words = _letters(name)
    for first, last in combinations(range(len(words)), 2):
        if words[first] not in _EMPTY:
            yield _singular("".join(words[first : last + 1]))


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
