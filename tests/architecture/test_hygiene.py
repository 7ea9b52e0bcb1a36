"""What no file of the repository may hold: the places of one machine, the hosts that packages come from, leftovers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.checkout import ROOT, committed_files, committed_texts

_LARGEST_FILE = 5_000_000

# Anna is the person in our examples.
_MACHINE_PLACE = re.compile(
    r"(?<![\w.~}/-])/(?:work|root|opt|mnt|srv)/\w|(?<![\w.~}/-])/(?:home|Users)/(?!anna\b)\w"
    r"|\b[A-Za-z]:\\Users\\(?!anna\b)\w|\.\./shared\b|\bfile:///\w"
)
_REGISTRY = re.compile(
    r"\b(?:pypi\.(?:org|io|python\.org)|pythonhosted\.org|registry\.(?:npmjs\.org|yarnpkg\.com)|npmjs\.com"
    r"|(?:deb|security|ftp|snapshot)\.debian\.org|archive\.ubuntu\.com|crates\.io|proxy\.golang\.org)"
    r"|--(?:extra-)?index-url\b|/simple/\w",
    re.IGNORECASE,
)
_LEFT_OVER = re.compile(
    r"(?:#|//|<!--|\"{3}) *(?:TODO|FIXME|XXX|HACK|WIP)\b|\b(?:TODO|FIXME)\b|\blorem ipsum\b|^(?:<{7}|>{7}) ",
    re.IGNORECASE | re.MULTILINE,
)
_WORKSHOP = re.compile(
    r"\b(?:Claude|Anthropic|OpenAI|ChatGPT|Copilot|LLMs?|AI[- ](?:generated|assisted|written)|large language model)\b"
    r"|\b(?:[Ii]ssue|PR|[Pp]ull request) #\d|\((?:#\d+)\)|\b(?:[Ss]ub)?[Aa]gent session\b"
)

# These name what they look for.
_SELF = {Path(__file__).resolve(), ROOT / "tests" / "architecture" / "test_requirements.py"}


def _found(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{file.relative_to(ROOT)}:{text.count(chr(10), 0, match.start()) + 1}: {match.group().strip()}"
        for file, text in committed_texts()
        if file not in _SELF
        for match in pattern.finditer(text)
    ]


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param(_MACHINE_PLACE, id="the places of one machine"),
        pytest.param(_REGISTRY, id="the hosts of a package registry"),
        pytest.param(_LEFT_OVER, id="what was left to be done"),
        pytest.param(_WORKSHOP, id="how the work was shared out"),
    ],
)
def test_no_file_names(pattern: re.Pattern[str]) -> None:
    assert _found(pattern) == []


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (_MACHINE_PLACE, "see /home/builder/notes"),
        (_MACHINE_PLACE, r"C:\Users\builder"),
        (_REGISTRY, "https://pypi.org/project/numpy"),
        (_REGISTRY, "pip install --index-url=here"),
        (_LEFT_OVER, "# TODO: later"),
        (_WORKSHOP, "fixes issue #12"),
    ],
)
def test_such_a_text_would_be_found(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "~/.local/share/kinetic-home",
        "/home/anna/data",
        "/tmp/.X11-unix",
        "https://json-schema.org/draft",
        "resources/home/a.toml",
    ],
)
def test_places_that_every_machine_has_are_none_of_one_machine(text: str) -> None:
    assert not any(pattern.search(text) for pattern in (_MACHINE_PLACE, _REGISTRY, _LEFT_OVER, _WORKSHOP))


def test_nothing_stands_at_the_top_that_has_no_room_there() -> None:
    expected = {
        ".ci", ".gitattributes", ".gitignore", ".python-version", "CHANGELOG.md", "LICENSE", "NOTICE.md", "README.md",
        "assets", "justfile", "kinetic_home", "pyproject.toml", "requirements", "resources", "tests",
    }  # fmt: skip
    assert {file.relative_to(ROOT).parts[0] for file in committed_files()} - expected == set()


def test_no_file_is_too_large_to_be_kept_in_a_repository() -> None:
    sizes = {str(file.relative_to(ROOT)): file.stat().st_size for file in committed_files()}
    assert {name: size for name, size in sizes.items() if size > _LARGEST_FILE} == {}
