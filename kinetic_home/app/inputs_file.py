"""A JSON list of inputs to the progression rules, named as in their table: read whole, with every problem told."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import structs

from kinetic_home.catalogue.convert import read_as
from kinetic_home.catalogue.problems import WHOLE_FILE, ContentError, Findings, Problem, shown
from kinetic_home.catalogue.reading import Document
from kinetic_home.domain.progression.inputs import Inputs, Soreness
from kinetic_home.domain.scales import Nprs, Swelling

STANDARD_INPUT = "-"
_STANDARD_INPUT_NAME = "standard input"
_LIST = "inputs"
_EXAMPLE = 'write a list such as [{"pmax": 2, "d24": 0}]'

_Count = Annotated[int, msgspec.Meta(ge=0)]
_Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
_DELOAD = {"wanted": "0 for never, or a whole number from 3 to 8"}


class InputsTable(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The inputs for one exercise; null and a name that is left out both mean «missing»."""

    pmax: Annotated[int, msgspec.Meta(ge=0, le=10)] | None = None
    d24: Annotated[int, msgspec.Meta(ge=-10, le=10)] | None = None
    swell: Annotated[int, msgspec.Meta(ge=0, le=2)] | None = None
    trend: _Count | None = None
    gap: _Count | None = None
    comp: _Share | None = None
    qual: _Share | None = None
    crit: bool | None = None
    tech: _Count | None = None
    rir: Annotated[int, msgspec.Meta(ge=0, le=4)] | None = None
    streak: _Count | None = None
    flares: _Count | None = None
    deload: bool | None = None
    capok: bool | None = None
    attop: bool | None = None
    pain_cap: Annotated[int, msgspec.Meta(ge=0, le=5)] | None = None
    allow_progress: bool | None = None
    max_weekly_increase_pct: Annotated[int, msgspec.Meta(ge=5, le=30)] | None = None
    max_lvl: Annotated[int, msgspec.Meta(ge=1, le=5)] | None = None
    deload_every: Annotated[int, msgspec.Meta(ge=0, le=8, extra=_DELOAD)] | None = None
    ladder_allowed: list[str] | None = None
    sore: Soreness | None = None


class InputsFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The list, under a name of its own because the conversion begins at a table."""

    inputs: list[InputsTable]


def load_inputs(file: str) -> tuple[Inputs, ...]:
    """Return the inputs of a JSON file, or of standard input for «-»; raises ContentError with every problem."""
    name = _STANDARD_INPUT_NAME if file == STANDARD_INPUT else file
    data = _parsed(_text(file, name), name)
    findings = Findings(name)
    try:
        tables = read_as(Document(name=name, data={_LIST: data}, digest="", problems=()), InputsFile, findings).inputs
        for number, table in enumerate(tables, 1):
            if table.deload_every in {1, 2}:
                cause = f"must be {_DELOAD['wanted']}, not {table.deload_every}"
                findings.add(f"{_LIST}[{number}].deload_every", cause)
        findings.raise_any()
    except ContentError as error:
        raise ContentError(map(_without_name, error.problems)) from None
    return tuple(map(_inputs, tables))


def _inputs(table: InputsTable) -> Inputs:
    said: dict[str, Any] = dict(structs.asdict(table))
    said["pmax"] = None if table.pmax is None else Nprs(table.pmax)
    said["swell"] = None if table.swell is None else Swelling(table.swell)
    said["ladder_allowed"] = None if table.ladder_allowed is None else tuple(table.ladder_allowed)
    return Inputs(**said)


def _text(file: str, name: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == STANDARD_INPUT else Path(file).read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        cause = getattr(error, "strerror", None) or str(error)
        raise _refusal(name, WHOLE_FILE, f"cannot be read: {cause}", "check the name and the folder") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        cause = f"is not UTF-8 text here: byte 0x{data[error.start]:02X}"
        raise _refusal(name, f"line {line}", cause, "save it as UTF-8 plain text") from None


def _parsed(text: str, name: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_said_once, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise _refusal(name, place, f"is not JSON: {error.msg[:1].lower()}{error.msg[1:]}", _EXAMPLE) from None
    except RecursionError:
        raise _refusal(name, WHOLE_FILE, "is nested too deep", _EXAMPLE) from None
    except ValueError as error:
        raise _refusal(name, WHOLE_FILE, str(error), "write each input once, and numbers in digits") from None


def _said_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return a table; raises ValueError for a key that is said twice, of which JSON would drop one in silence."""
    table = dict(pairs)
    if len(table) < len(pairs):
        twice = next(key for number, (key, _) in enumerate(pairs) if key in dict(pairs[:number]))
        raise ValueError(f"holds {shown(twice)} twice in one entry")
    return table


def _no_number(word: str) -> object:
    raise ValueError(f"holds {word}, which is no number")


def _without_name(problem: Problem) -> Problem:
    """Return a problem with its place in the list alone: «[3].pmax», and the whole file for the list itself."""
    place = problem.path.removeprefix(_LIST) or WHOLE_FILE
    hint = problem.hint or (_EXAMPLE if place == WHOLE_FILE else "leave it out, or say null, where it is missing")
    # What JSON calls null is None by now.
    cause = f"{problem.cause.removesuffix('None')}null" if problem.cause.endswith(", not None") else problem.cause
    return Problem(file=problem.file, path=place, cause=cause, hint=hint)


def _refusal(name: str, path: str, cause: str, hint: str) -> ContentError:
    return ContentError([Problem(file=name, path=path, cause=cause, hint=hint)])
