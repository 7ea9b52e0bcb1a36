"""The voice's phrases are loaded, and one that could not be said is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kinetic_home.catalogue.phrasebook import load_phrasebook
from kinetic_home.catalogue.problems import ContentError


def written(folder: Path, text: str) -> Path:
    (folder / "catalogue").mkdir()
    (folder / "catalogue" / "phrases.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_phrase_is_said_with_the_name_of_the_exercise(resources: Path) -> None:
    assert load_phrasebook(resources).text("next", name="Bridge") == "Next: Bridge."


def test_every_phrase_that_the_score_may_name_is_there(resources: Path) -> None:
    phrases = load_phrasebook(resources).say
    assert {"rest", "answer", "switch_sides", "last_set", "next", "name"} <= set(phrases)
    assert {f"set_{number}" for number in range(2, 10)} <= set(phrases)


def test_a_phrase_with_something_else_to_fill_in_is_refused(tmp_path: Path) -> None:
    text = 'schema = 1\n[say]\nnext = "Next: {nmae}."\nbegin = "Go {"\nend = "{name.__class__}"'
    with pytest.raises(ContentError) as caught:
        load_phrasebook(written(tmp_path, text))
    assert [problem.path for problem in caught.value.problems] == ["say.begin", "say.end", "say.next"]
    assert "'{nmae}' stands for nothing (only {name} is filled in)" in str(caught.value)


def test_phrases_are_calm_and_short(resources: Path) -> None:
    for phrase in load_phrasebook(resources).say.values():
        assert re.fullmatch(r"[^!]{1,60}\.", phrase)
