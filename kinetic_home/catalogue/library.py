"""What the exercises refer to by id: form checks, stop notes, cautions, sources and neighbours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import msgspec

from kinetic_home.catalogue.convert import read_as
from kinetic_home.catalogue.problems import Findings, did_you_mean, shown
from kinetic_home.catalogue.reading import NOTHING_PARSED, Parsed, item_path, read_document
from kinetic_home.catalogue.schema import ChecksFile, NeighboursFile, NotesFile, SourcesFile, SourceTable
from kinetic_home.domain.exercise import Check, CheckId

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_T = TypeVar("_T", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Everything that an exercise may name; notes and cautions as the person reads them."""

    checks: Mapping[str, Check]
    stop_notes: Mapping[str, str]
    cautions: Mapping[str, str]
    sources: Mapping[str, SourceTable]
    neighbours: NeighboursFile


def load_library(root: Traversable, parsed: Parsed = NOTHING_PARSED) -> Library:
    """Return the library under a resources folder; raises ContentError with all the problems of a file."""
    folder = root / "catalogue"
    notes = load_file(folder / "notes.toml", NotesFile, parsed)
    sources = load_file(folder / "sources.toml", SourcesFile, parsed).sources
    return Library(
        checks=_load_checks(folder / "checks.toml", sources, parsed),
        stop_notes=notes.stop,
        cautions=notes.caution,
        sources=sources,
        neighbours=load_file(folder / "neighbours.toml", NeighboursFile, parsed),
    )


def load_file(file: Traversable, kind: type[_T], parsed: Parsed) -> _T:
    """Return a file of the catalogue folder in its shape; raises ContentError with all its problems."""
    findings = Findings(f"catalogue/{file.name}")
    table = read_as(read_document(file, findings.file, parsed), kind, findings)
    findings.raise_any()
    return table


def refer(ids: list[str], known: Mapping[str, object], what: str, path: str, findings: Findings) -> tuple[str, ...]:
    """Return the ids that are known, and note those that are not or that are named twice."""
    for index, name in enumerate(ids):
        if name not in known:
            hint = did_you_mean(name, list(known), f"there is no {what} of this id")
            findings.add(item_path(path, index), f"unknown {what} {shown(name)}", hint)
        elif name in ids[:index]:
            findings.add(item_path(path, index), f"{shown(name)} is named twice", "leave one out")
    return tuple(name for name in ids if name in known)


def _load_checks(file: Traversable, sources: Mapping[str, SourceTable], parsed: Parsed) -> dict[str, Check]:
    findings = Findings(f"catalogue/{file.name}")
    table = read_as(read_document(file, findings.file, parsed), ChecksFile, findings)
    for name, check in table.checks.items():
        refer(check.sources, sources, "source", f"checks.{name}.sources", findings)
    findings.raise_any()
    return {
        name: Check(
            id=CheckId(name),
            ask=check.ask,
            fault=check.fault,
            fix=check.fix,
            critical=check.critical,
            look=check.look,
            faults=tuple(check.faults),
            overlay=check.overlay,
        )
        for name, check in table.checks.items()
    }
