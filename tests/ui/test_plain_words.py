"""Everything that the program itself says to a person is plain enough for sixth grade."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import kinetic_home
from kinetic_home.catalogue.readability import too_hard

PACKAGE = Path(kinetic_home.__file__).parent
# Where texts stand that a person at home reads. The commands and what the doctor finds are for whoever installs it.
SPEAKING = ("ui", "workflow", "domain", "score", "app/program.py", "app/settings.py", "app/ahead.py", "app/sounding.py")
FEWEST_WORDS = 6
# What begins small and has no mark is a list of words or a piece of a sentence, and no sentence to be measured.
SENTENCE = re.compile(r"^\s*[A-Z]|[.?!,:;]")


def said(place: str) -> Iterator[tuple[str, str]]:
    """Yield every sentence of so many words in a file or folder of the program, with its line; docstrings are none."""
    files = [PACKAGE / place] if place.endswith(".py") else sorted((PACKAGE / place).rglob("*.py"))
    for file in files:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        statements = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or id(node) in statements:
                continue
            text = node.value
            if isinstance(text, str) and len(text.split()) >= FEWEST_WORDS and SENTENCE.search(text):
                yield f"{file.relative_to(PACKAGE)}:{node.lineno}", text


@pytest.mark.parametrize("place", SPEAKING)
def test_every_sentence_of_the_program_is_plain(place: str):
    assert [f"{line}: {text!r} {too_hard(text)}" for line, text in said(place) if too_hard(text)] == []


def test_the_sentences_are_found():
    assert sum(1 for _ in said("ui")) > 50
