"""Which texts are recorded, how they are read, and what their files are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.app.paths import shipped
from kinetic_home.voicebank.texts import file_names, reading_of, texts_of


def test_names_cues_phrases_and_numbers_are_all_there():
    texts = texts_of(shipped("resources"))
    assert {"Bridge.", "Next: Clamshell.", "Squeeze the buttocks.", "Switch sides.", "0", "120"} <= set(texts)
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize(
    ("text", "reading"),
    [("7", "Seven."), ("120", "One hundred twenty."), ("Rest.", "Rest."), ("Set two.", "Set, two.")],
)
def test_a_text_is_read_so_that_it_is_understood(text: str, reading: str):
    assert reading_of(text) == reading


def test_a_file_is_called_what_it_says():
    names = file_names(["Next: Calf raise, two legs.", "7", "Straße."])
    assert list(names.values()) == ["next-calf-raise-two-legs.ogg", "number-007.ogg", "strae.ogg"]


def test_texts_that_would_share_a_name_keep_apart():
    first, second = file_names(["In, out.", "In: out."]).values()
    assert first != second
    assert first.startswith("in-out-")


@given(st.lists(st.text(max_size=80), unique=True, max_size=20))
def test_every_text_has_a_file_of_its_own_that_any_system_can_hold(texts: list[str]):
    names = file_names(texts)
    assert len(set(names.values())) == len(texts)
    assert all(name.isascii() and len(name) <= 80 and "/" not in name for name in names.values())
