"""Everything that the pages themselves say is plain enough for sixth grade."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import kinetic_home
from kinetic_home.catalogue.readability import too_hard

PACKAGE = Path(kinetic_home.__file__).parent


def said() -> Iterator[tuple[str, str]]:
    """Yield every sentence of the user interface with its place."""
    for file in sorted((PACKAGE / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _is_tr(node.func):
                texts = (part.value for part in node.args[:1] if isinstance(part, ast.Constant))
                yield from ((f"{file.relative_to(PACKAGE)}:{node.lineno}", text) for text in texts)


def _is_tr(called: ast.expr) -> bool:
    return (isinstance(called, ast.Name) and called.id == "tr") or (
        isinstance(called, ast.Attribute) and called.attr == "tr"
    )


def test_every_sentence_of_the_pages_is_plain():
    assert [f"{place}: {text!r} {too_hard(text)}" for place, text in said() if too_hard(text)] == []


def test_the_sentences_are_found():
    assert sum(1 for _ in said()) > 200
