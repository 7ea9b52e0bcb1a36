from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.exercise import Catalogue, Category
from kinetic_home.domain.wording import category_in_words, equipment_in_words, is_optional
from kinetic_home.workflow.library import (
    NO_EQUIPMENT,
    Choice,
    Facet,
    LibraryView,
    Shelf,
    Wanted,
    count_in_words,
    neighbours,
)
from tests.ui.examples import catalogue

SHELF = Shelf(catalogue())
OPTIONS = [option.choice for group in SHELF.view(Wanted()).groups for option in group.options]
CHOICES = st.frozensets(st.sampled_from(OPTIONS), max_size=5)
SOME_WORDS = st.sampled_from(["", "knee", "calf stretch", "bridge", "hold", "nothing at all like this"])
WANTED = st.builds(lambda words, choices: Wanted(words=words, choices=choices), SOME_WORDS, CHOICES)


def ids(view: LibraryView) -> set[str]:
    return {card.exercise.id for card in view.cards}


def chosen(facet: Facet, *values: str) -> Wanted:
    return Wanted(choices=frozenset(Choice(facet, value) for value in values))


def test_without_a_wish_everything_is_there_warm_ups_first_and_easy_before_hard() -> None:
    cards = SHELF.view(Wanted()).cards
    assert len(cards) == len(catalogue().exercises) == SHELF.count
    order = [(list(Category).index(card.exercise.category), card.exercise.level) for card in cards]
    assert order == sorted(order)


def test_what_fits_best_comes_first() -> None:
    assert SHELF.view(Wanted(words="bridge")).cards[0].exercise.id == "act_bridge"


@given(WANTED)
def test_every_card_fits_every_facet(wanted: Wanted) -> None:
    for card in SHELF.view(wanted).cards:
        exercise = card.exercise
        kinds, levels = wanted.of(Facet.KIND), wanted.of(Facet.LEVEL)
        assert not kinds or category_in_words(exercise.category) in kinds
        assert not levels or card.level in levels
        if have := wanted.of(Facet.THINGS):
            needed = {equipment_in_words(thing) for thing in exercise.equipment if not is_optional(thing)}
            missing = needed - have - {equipment_in_words("space")}
            assert missing <= ({equipment_in_words("support")} if equipment_in_words("rail") in have else set())


@given(WANTED, st.sampled_from([facet for facet in Facet if facet is not Facet.THINGS]))
def test_a_facet_let_go_never_finds_less(wanted: Wanted, facet: Facet) -> None:
    assert ids(SHELF.view(wanted)) <= ids(SHELF.view(wanted.without(facet)))


@given(WANTED)
def test_having_more_never_finds_less(wanted: Wanted) -> None:
    mat = Choice(Facet.THINGS, "mat")
    if wanted.of(Facet.THINGS) and mat not in wanted.choices:
        assert ids(SHELF.view(wanted)) <= ids(SHELF.view(wanted.toggled(mat)))


@given(WANTED)
def test_an_option_says_how_many_it_has(wanted: Wanted) -> None:
    for group in SHELF.view(wanted).groups:
        if group.facet is Facet.THINGS:
            continue
        for option in group.options:
            alone = wanted.without(group.facet).toggled(option.choice)
            assert option.count == len(SHELF.view(alone).cards)
            assert option.chosen == (option.choice in wanted.choices)


@given(WANTED)
def test_where_nothing_fits_there_is_a_way_out_and_it_leads_somewhere(wanted: Wanted) -> None:
    view = SHELF.view(wanted)
    assert bool(view.ways_out) == (not view.cards)
    for way in view.ways_out:
        assert way.count == len(SHELF.view(way.wanted).cards) > 0


@given(WANTED, st.sampled_from(OPTIONS))
def test_a_choice_taken_back_leaves_all_as_it_was(wanted: Wanted, choice: Choice) -> None:
    assert wanted.toggled(choice).toggled(choice) == wanted


def test_who_has_nothing_is_shown_only_what_needs_nothing() -> None:
    cards = SHELF.view(chosen(Facet.THINGS, NO_EQUIPMENT)).cards
    assert cards
    assert {card.needs for card in cards} == {"No equipment"}


def test_who_has_a_rail_has_something_to_hold() -> None:
    found = ids(SHELF.view(chosen(Facet.THINGS, equipment_in_words("rail"))))
    assert found >= {exercise.id for exercise in catalogue().exercises.values() if exercise.equipment == ("support",)}


def test_kinds_add_up_within_a_facet_and_narrow_across_facets() -> None:
    balance, strength = category_in_words(Category.BALANCE), category_in_words(Category.STRENGTH)
    both = ids(SHELF.view(chosen(Facet.KIND, balance, strength)))
    assert both == ids(SHELF.view(chosen(Facet.KIND, balance))) | ids(SHELF.view(chosen(Facet.KIND, strength)))
    hip = chosen(Facet.KIND, balance, strength).toggled(Choice(Facet.PART, "hip"))
    assert ids(SHELF.view(hip)) < both


def test_the_way_out_names_what_to_leave_out() -> None:
    view = SHELF.view(chosen(Facet.LEVEL, "very hard").toggled(Choice(Facet.KIND, "warm-up")))
    assert not view.cards
    assert {way.words for way in view.ways_out} == {"Leave out «very hard»", "Leave out «warm-up»"}


def test_a_word_that_nothing_has_leads_to_all_exercises() -> None:
    ways = SHELF.view(Wanted(words=" qqqqqq ")).ways_out
    assert [(way.words, way.wanted, way.count) for way in ways] == [("Show all exercises", Wanted(), SHELF.count)]


def test_a_word_that_nothing_has_can_be_left_out_beside_a_filter() -> None:
    ways = SHELF.view(replace(chosen(Facet.LEVEL, "easy"), words=" qqqqqq ")).ways_out
    assert [way.words for way in ways] == ["Leave out «qqqqqq»"]


def test_every_facet_has_options_and_every_option_has_exercises() -> None:
    groups = SHELF.view(Wanted()).groups
    assert [group.facet for group in groups] == list(Facet)
    assert all(group.options and all(option.count for option in group.options) for group in groups)


@pytest.mark.parametrize("exercise", list(catalogue().exercises.values()), ids=lambda exercise: exercise.id)
def test_every_neighbour_has_a_card(exercise) -> None:
    names = (*exercise.easier, *exercise.harder)
    assert [card.exercise.id for card in neighbours(catalogue(), names)] == list(names)


def test_a_catalogue_without_exercises_says_so() -> None:
    view = Shelf(Catalogue(exercises={})).view(Wanted())
    assert (view.cards, [way.count for way in view.ways_out]) == ((), [0])


def test_only_words_with_a_meaning_and_choices_are_a_wish() -> None:
    assert not Wanted(words="  ").anything
    assert Wanted(words="knee").anything
    assert chosen(Facet.KIND, "Strength").anything


def test_a_card_is_read_out_in_one_line() -> None:
    card = next(card for card in SHELF.view(Wanted()).cards if card.exercise.id == "act_bridge")
    assert card.spoken == f"Bridge. {card.kind}, {card.level}. {card.needs}"


def test_one_exercise_is_not_told_in_the_plural() -> None:
    assert [count_in_words(count) for count in (0, 1, 2)] == ["0 exercises", "1 exercise", "2 exercises"]
