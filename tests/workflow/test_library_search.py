from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.exercise import ExerciseId
from kinetic_home.workflow.library_search import SearchIndex, slips_between, words_of
from tests.ui.examples import catalogue

INDEX = SearchIndex(catalogue().exercises.values())
NAMES = [exercise.name for exercise in catalogue().exercises.values()]
WORDS = st.text(alphabet="abcdef", min_size=1, max_size=8)


def best(text: str) -> ExerciseId:
    fitness = INDEX.fitness(text)
    return max(fitness, key=fitness.__getitem__)


@pytest.mark.parametrize("name", NAMES)
def test_an_exercise_is_found_by_its_own_name(name: str) -> None:
    found = INDEX.fitness(name)
    assert name in {catalogue()[exercise].name for exercise in found}


@pytest.mark.parametrize("typed", ["bridge", "BRIDGE", "Bridges", "brige", "bridgge", "birdge", "brídge"])
def test_case_plural_accents_and_a_slip_of_the_finger_do_not_matter(typed: str) -> None:
    assert best(typed) == "act_bridge"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("gastroc", "str_calf_single"),
        ("calf", "str_calf_single"),
        ("squatting", "pat_box_squat"),
        ("stretches", "mob_gastroc"),
    ],
)
def test_muscles_are_found_by_both_their_names_and_moves_by_what_one_does(typed: str, expected: str) -> None:
    assert expected in INDEX.fitness(typed)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("sideplank", "Side plank"),
        ("Side-Planks", "Side plank"),
        ("sideplnk", "Side plank"),
        ("sidepla", "Side plank"),
        ("sittostand", "Sit to stand"),
        ("heelraise", "Heel raise with toes up"),
        ("stepdown low", "Step-down, low step"),
        ("singleleg bridge", "Single-leg bridge"),
        ("clam shell", "Clamshell"),
        ("single leg dead lift", "Single-leg deadlift"),
    ],
)
def test_a_name_is_found_written_together_and_apart(typed: str, expected: str) -> None:
    assert catalogue()[best(typed)].name == expected


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_found_without_its_spaces(name: str) -> None:
    first = re.split(r"[,:]", name)[0]
    together = "".join(letter for letter in first if letter.isalnum())
    assert name in {catalogue()[exercise].name for exercise in INDEX.fitness(together)}


def test_every_word_must_fit() -> None:
    both = set(INDEX.fitness("calf stretch"))
    assert both
    assert both == set(INDEX.fitness("calf")) & set(INDEX.fitness("stretch"))


def test_a_name_says_more_than_a_cue() -> None:
    fitness = INDEX.fitness("bridge")
    assert fitness[ExerciseId("act_bridge")] >= max(fitness.values())


@pytest.mark.parametrize("typed", ["", "   ", "the", "for my", "?!"])
def test_words_that_say_nothing_fit_nothing_in_particular(typed: str) -> None:
    assert INDEX.fitness(typed) == {}


@pytest.mark.parametrize("typed", ["qqqqqq", "kneexyz"])
def test_a_word_that_nothing_has_finds_nothing(typed: str) -> None:
    assert INDEX.fitness(typed) == {}


@given(st.text(max_size=60))
def test_no_text_is_too_strange_to_search_for(text: str) -> None:
    fitness = INDEX.fitness(text)
    assert all(weight > 0 for weight in fitness.values())
    assert set(fitness) <= set(catalogue().exercises)


@given(st.sampled_from(NAMES), st.sampled_from(["upper", "lower", "title"]))
def test_the_case_of_letters_never_changes_what_is_found(name: str, case: str) -> None:
    assert INDEX.fitness(getattr(name, case)()) == INDEX.fitness(name)


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_more_words_never_find_more(one: str, other: str) -> None:
    assert set(INDEX.fitness(f"{one} {other}")) <= set(INDEX.fitness(one))


@given(WORDS, WORDS)
def test_slips_are_the_same_both_ways(one: str, other: str) -> None:
    assert slips_between(one, other, 3) == slips_between(other, one, 3)


@given(WORDS, st.integers(0, 7), st.sampled_from("abcdef"))
def test_one_wrong_letter_is_at_most_one_slip(word: str, place: int, letter: str) -> None:
    place %= len(word)
    assert slips_between(word, word[:place] + letter + word[place + 1 :], 2) <= 1
    assert slips_between(word, word[:place] + word[place + 1 :], 2) == 1
    assert slips_between(word, word[:place] + letter + word[place:], 2) == 1


@given(WORDS, st.integers(0, 6))
def test_two_letters_exchanged_are_one_slip(word: str, place: int) -> None:
    place %= max(1, len(word) - 1)
    exchanged = word[:place] + word[place : place + 2][::-1] + word[place + 2 :]
    assert slips_between(word, exchanged, 2) <= 1


def test_words_are_taken_in_the_singular_without_accents() -> None:
    assert words_of("Knees, CALVES and the Piqués") == ("knee", "calve", "pique")


@pytest.mark.parametrize(
    ("plural", "singular"), [("bodies", "body"), ("stretches", "stretch"), ("presses", "press"), ("boxes", "box")]
)
def test_each_way_to_make_a_plural_is_undone(plural: str, singular: str) -> None:
    assert words_of(plural) == words_of(singular) == (singular,)
