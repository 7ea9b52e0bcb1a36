"""What is wrong with a content file, said so that the person who edits it can put it right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

WHOLE_FILE = "whole file"
_MOST_SHOWN = 60
_MOST_PROBLEMS = 100
_NUMBER = re.compile(r"(\d{1,9})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong: where, why and, where there is one, the way out.

    A path reads like `sessions[1].items[3].exercise` and counts from 1, as the person does who looks for the place.
    """

    file: str
    path: str
    cause: str
    hint: str = ""

    def __str__(self) -> str:
        line = f"{self.file}: {self.path}: {self.cause}" + (f" ({self.hint})" if self.hint else "")
        return printable(line)


class ContentError(Exception):
    """A file cannot be used; `problems` holds everything that is wrong with it, its text one line for each."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


@dataclass(slots=True)
class Findings:
    """The problems of one file, gathered while it is read: for each place the first one."""

    file: str
    problems: list[Problem] = field(default_factory=list[Problem])

    def add(self, path: str, cause: str, hint: str = "") -> None:
        """Note one more problem; raises ContentError with those so far where there are too many to be worth it."""
        path = path or WHOLE_FILE
        if any(problem.path == path for problem in self.problems):
            return
        self.problems.append(Problem(file=self.file, path=path, cause=cause, hint=hint))
        if len(self.problems) == _MOST_PROBLEMS:
            self.add(WHOLE_FILE, f"holds {_MOST_PROBLEMS} problems or more", "put these right first")
            self.raise_any()

    def has(self, path: str) -> bool:
        """Tell whether there is a problem at this path or below it."""
        return any(problem.path.startswith(path) for problem in self.problems)

    def raise_any(self) -> None:
        """Raise ContentError where there is a problem, with what belongs to one place together."""
        if self.problems:
            raise ContentError(sorted(self.problems, key=_place))


def _place(problem: Problem) -> list[tuple[int, str]]:
    """Return a key by which item 10 comes after item 9."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in _NUMBER.split(problem.path)]


def printable(text: str) -> str:
    """Return the text on one line, with everything that a terminal or label would not show as such escaped."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def shown(value: object) -> str:
    """Return a value from a file as a message may quote it: in quotes where it is text, and never long."""
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and abs(value) >= 10**15:
        return "a huge number"  # str() itself refuses one of more than 4,300 digits
    text = str(value)
    short = text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 3] + "..."
    return f"'{short}'" if isinstance(value, str) else short


def did_you_mean(word: str, known: Sequence[str], otherwise: str = "") -> str:
    """Return a hint at the known word that looks most like this one, else the other hint."""
    import difflib  # noqa: PLC0415 - it costs 2 ms of every start, and only a mistake needs it

    by_lower = {name.lower(): name for name in known}
    # Very long words cannot be misspellings of short ones, and comparing them takes long.
    near = difflib.get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6) if len(word) <= _MOST_SHOWN else []
    return f"did you mean {shown(by_lower[near[0]])}?" if near else otherwise
