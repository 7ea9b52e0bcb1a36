"""A file of answers that a session in virtual time is played with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from kinetic_home.catalogue.convert import read_as
from kinetic_home.catalogue.problems import Findings
from kinetic_home.catalogue.reading import read_document
from kinetic_home.domain.events import CheckinGiven
from kinetic_home.domain.scales import Aid, Effort, Nprs, Place, SkipReason, Swelling


class CheckinTable(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What is said before the session; what is left out is not answered."""

    pain: int | None = None
    places: list[Place] = []
    swelling: int | None = None
    sleep_h: float | None = None


class DefaultTable(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The answer to every question that has none of its own; what is left out is passed."""

    pain: int | None = None
    clean: bool | None = None
    aid: Aid | None = None


class AnswerTable(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The answer to one question, by its gate id; left and right apart where the exercise is per side."""

    question: str
    pain: int | None = None
    clean: bool | None = None
    left: bool | None = None
    right: bool | None = None
    aid: Aid | None = None


class ActionTable(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Something done when the session has been played for `at_ms`, in ms of virtual time."""

    at_ms: Annotated[int, msgspec.Meta(ge=0)]
    do: Literal["pause", "skip_set", "skip_exercise", "skip_rest", "rest", "back", "pain", "end"]
    reason: SkipReason = SkipReason.OTHER
    pain: int | None = None
    ms: int = 0


class AfterTable(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What is said after the session."""

    effort: int | None = None
    pain: int | None = None
    note: str = ""


class Answers(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A whole answers file."""

    schema: Literal[1] = 1
    checkin: CheckinTable | None = None
    default: DefaultTable = DefaultTable()
    answers: list[AnswerTable] = []
    actions: list[ActionTable] = []
    after: AfterTable = AfterTable()


def load_answers(file: Path) -> Answers:
    """Return a file's answers; raises ContentError with every problem."""
    document = read_document(file)
    findings = Findings(document.name)
    answers = read_as(document, Answers, findings)
    _check(answers, findings)
    findings.raise_any()
    return answers


def checkin_of(answers: Answers) -> CheckinGiven | None:
    """Return the check-in as a fact; None where the file has none."""
    table = answers.checkin
    if table is None:
        return None
    return CheckinGiven(
        pain=None if table.pain is None else Nprs(table.pain),
        places=tuple(table.places),
        swelling=None if table.swelling is None else Swelling(table.swelling),
        sleep_h=table.sleep_h,
    )


def _check(answers: Answers, findings: Findings) -> None:
    """Note every value that lies outside its scale."""
    scales = [
        ("checkin.pain", answers.checkin and answers.checkin.pain, Nprs),
        ("checkin.swelling", answers.checkin and answers.checkin.swelling, Swelling),
        ("default.pain", answers.default.pain, Nprs),
        ("after.pain", answers.after.pain, Nprs),
        ("after.effort", answers.after.effort, Effort),
        *((f"answers[{n}].pain", table.pain, Nprs) for n, table in enumerate(answers.answers, 1)),
        *((f"actions[{n}].pain", table.pain, Nprs) for n, table in enumerate(answers.actions, 1)),
    ]
    for path, value, scale in scales:
        if value is None:
            continue
        try:
            scale(value)
        except ValueError as error:
            findings.add(path, str(error))
    for number, action in enumerate(answers.actions, 1):
        if action.do == "pain" and action.pain is None:
            findings.add(f"actions[{number}].pain", "this action needs a pain score", "write pain = 0 to 10")
