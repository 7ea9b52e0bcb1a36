"""Numbers as words, and words as they sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.voicebank.words import number_words, plain_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (13, "thirteen"),
        (20, "twenty"),
        (42, "forty two"),
        (100, "one hundred"),
        (101, "one hundred one"),
        (119, "one hundred nineteen"),
        (120, "one hundred twenty"),
    ],
)
def test_a_number_is_read_in_words(number: int, words: str):
    assert number_words(number) == words


@given(st.integers(0, 999), st.integers(0, 999))
def test_no_two_numbers_have_the_same_words(one: int, other: int):
    assert (number_words(one) == number_words(other)) == (one == other)


@pytest.mark.parametrize("number", [-1, 1_000])
def test_a_number_beyond_what_is_counted_is_refused(number: int):
    with pytest.raises(ValueError, match="not between"):
        number_words(number)


def test_digits_and_words_of_a_number_are_the_same():
    assert plain_words("120") == plain_words("One hundred, twenty.")


def test_words_that_sound_the_same_are_the_same():
    assert plain_words("Heel touches, half way") == plain_words("He'll touches halfway")


def test_punctuation_and_capitals_do_not_count():
    assert plain_words("Next: Sit-to-stand.") == ["next", "sit", "to", "stand"]
