"""How hard a text is to read."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import mean
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.catalogue.readability import HIGHEST_GRADE, MOST_WORDS, grade, syllables, too_hard

_HERE = Path(__file__).parent
RECORDS: list[dict[str, Any]] = json.loads((_HERE / "source_records.json").read_text(encoding="utf-8"))
SOURCE: dict[str, Any] = json.loads((_HERE / "source_library.json").read_text(encoding="utf-8"))
MEASURED = [
    pytest.param([cue for record in RECORDS for cue in record["cues"]], 188, -0.4, 6.6, id="cues"),
    pytest.param([check["ask"] for check in SOURCE["checks"].values()], 38, 0.5, 3.7, id="questions"),
    pytest.param([check["fix"] for check in SOURCE["checks"].values()], 38, -0.1, 3.7, id="fixes"),
    pytest.param([*SOURCE["stop"].values(), *SOURCE["avoid"].values()], 25, 1.7, 5.9, id="notes"),
]


@pytest.mark.parametrize(
    ("word", "count"),
    [("knee", 1), ("heel", 1), ("second", 2), ("toe", 1), ("ankle", 2), ("squeeze", 1), ("buttocks", 2), ("90", 1)],
)
def test_a_syllable_is_a_group_of_vowels(word: str, count: int) -> None:
    assert syllables(word) == syllables(word.upper()) == count


@pytest.mark.parametrize(("texts", "number", "average", "worst"), MEASURED)
def test_the_texts_of_the_source_measure_what_the_source_measured(
    texts: list[str], number: int, average: float, worst: float
) -> None:
    grades = [grade(text) for text in texts]
    assert len(texts) == number
    assert mean(grades) == pytest.approx(average, abs=0.06)
    assert max(grades) == pytest.approx(worst, abs=0.06)


@given(st.text())
def test_every_text_has_a_grade(text: str) -> None:
    assert grade(text) < 1_000_000
    assert isinstance(too_hard(text), str)


@given(st.lists(st.sampled_from(["knee", "foot", "step", "hip"]), min_size=1, max_size=MOST_WORDS))
def test_short_words_in_a_short_sentence_are_plain(words: list[str]) -> None:
    assert too_hard(" ".join(words) + ".") == ""


@given(st.integers(MOST_WORDS + 1, 60))
def test_a_long_sentence_is_hard_whatever_its_words(count: int) -> None:
    assert too_hard("knee " * count) == f"has a sentence of {count} words"


def test_a_sentence_may_rest_at_a_colon_or_semicolon() -> None:
    half = "knee " * 8
    assert too_hard(f"{half}{half}") == "has a sentence of 16 words"
    assert too_hard(f"{half}: {half}") == ""
    assert too_hard(f"{half}; {half}") == ""


def test_long_words_are_hard() -> None:
    text = "Facilitates considerable elongation of the gastrocnemius musculature."
    assert grade(text) > HIGHEST_GRADE
    assert too_hard(text) == f"reads at grade {grade(text):.1f}"


def test_a_text_of_few_words_has_no_grade_to_speak_of() -> None:
    assert too_hard("Relax your shoulders completely") == ""
