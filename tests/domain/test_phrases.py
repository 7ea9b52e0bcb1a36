"""The phrases of the voice."""

import pytest

from kinetic_home.domain.phrases import Phrasebook

BOOK = Phrasebook(say={"next": "Next: {name}.", "rest": "Rest."})


def test_a_phrase_names_the_exercise_where_it_has_room_for_a_name():
    assert BOOK.text("next", name="Bridge") == "Next: Bridge."
    assert BOOK.text("rest", name="Bridge") == "Rest."


def test_a_name_with_braces_is_said_as_it_stands():
    assert BOOK.text("next", name="{name} {0}") == "Next: {name} {0}."


def test_a_phrase_that_the_book_does_not_hold_is_an_error():
    with pytest.raises(KeyError):
        BOOK.text("last_set")
