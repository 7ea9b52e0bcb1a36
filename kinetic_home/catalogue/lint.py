"""What an author of content is told beyond what the program needs to run: whether people can read what is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

import msgspec

from kinetic_home.catalogue.convert import read_as
from kinetic_home.catalogue.problems import Findings, Problem, shown
from kinetic_home.catalogue.readability import HIGHEST_GRADE, MOST_WORDS, too_hard
from kinetic_home.catalogue.reading import item_path, read_document
from kinetic_home.catalogue.schema import ChecksFile, ExerciseFile, NotesFile, PhrasesFile, PlanFile

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_HINT = f"use shorter words and sentences: at most {MOST_WORDS} words, at most grade {HIGHEST_GRADE:g}"
# Remarks in brackets are for clinicians and are not shown to the person.
_REMARK = re.compile(r"\s*\([^)]*\)")

_T = TypeVar("_T", bound=msgspec.Struct)
# A place in a file and the text that a person reads there.
_Texts = Iterator[tuple[str, str]]


def hard_texts(root: Traversable) -> Iterator[Problem]:
    """Yield every text under a resources folder that is too hard to read; raises ContentError for unsound files."""
    folder = root / "catalogue"
    for name in sorted(file.name for file in (folder / "exercises").iterdir()):
        if name.endswith(".toml"):
            yield from _hard(folder / "exercises" / name, f"catalogue/exercises/{name}", ExerciseFile, exercise_texts)
    yield from _hard(folder / "checks.toml", "catalogue/checks.toml", ChecksFile, check_texts)
    yield from _hard(folder / "notes.toml", "catalogue/notes.toml", NotesFile, note_texts)
    yield from _hard(folder / "phrases.toml", "catalogue/phrases.toml", PhrasesFile, phrase_texts)
    for name in sorted(file.name for file in (root / "plans").iterdir()):
        if name.endswith(".toml"):
            yield from _hard(root / "plans" / name, f"plans/{name}", PlanFile, plan_texts)


def exercise_texts(table: ExerciseFile) -> _Texts:
    """Yield what a person reads of an exercise."""
    yield "name", table.name
    yield "why", table.why
    for index, cue in enumerate(table.cues):
        yield f"{item_path('cues', index)}.text", cue.text


def check_texts(table: ChecksFile) -> _Texts:
    """Yield what a person reads of the questions about form."""
    for name, check in table.checks.items():
        yield f"checks.{name}.ask", check.ask
        yield f"checks.{name}.fault", _REMARK.sub("", check.fault)
        yield f"checks.{name}.fix", check.fix


def note_texts(table: NotesFile) -> _Texts:
    """Yield when to stop and who takes care."""
    for kind, notes in (("stop", table.stop), ("caution", table.caution)):
        yield from ((f"{kind}.{name}", text) for name, text in notes.items())


def phrase_texts(table: PhrasesFile) -> _Texts:
    """Yield what the voice says besides names and cues."""
    yield from ((f"say.{key}", text) for key, text in table.say.items())


def plan_texts(table: PlanFile) -> _Texts:
    """Yield what a person reads of a plan; only shipped plans are held to it, a clinician writes as they please."""
    yield "plan.title", table.plan.title
    yield "plan.goal", table.plan.goal
    for index, phase in enumerate(table.phases):
        yield f"{item_path('phases', index)}.title", phase.title
    for index, session in enumerate(table.sessions):
        path = item_path("sessions", index)
        yield f"{path}.title", session.title
        yield f"{path}.aim", session.aim
        for number, item in enumerate(session.items):
            yield f"{path}.{item_path('items', number)}.note", item.note


def _hard(file: Traversable, name: str, kind: type[_T], texts_of: Callable[[_T], _Texts]) -> Iterator[Problem]:
    findings = Findings(name)
    table = read_as(read_document(file, name), kind, findings)
    findings.raise_any()
    for path, text in texts_of(table):
        if cause := too_hard(text):
            yield Problem(file=name, path=path, cause=f"{shown(text)} {cause}", hint=_HINT)
