"""Writes the tables as CSV files with a README that explains every column; all files are there, or none."""

from __future__ import annotations

import csv
import io
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from kinetic_home.domain.events import Stamped
from kinetic_home.export.csv_tables import Table, tables_of
from kinetic_home.workflow.ports import EnvironmentProblem, RawFact

README = "README.txt"
_FIRST_LINE = "Kinetic Home: the log as tables"

# The mark at the start tells spreadsheets that the letters are UTF-8.
_ENCODING = "utf-8-sig"


class ExportRefused(EnvironmentProblem):
    """The export could not be written; nothing was changed."""


def export_csv(facts: Iterable[Stamped], raw: Sequence[RawFact], folder: Path) -> tuple[Path, ...]:
    """Write the log as CSV files into a folder and return them; the same log always gives the same bytes.

    The folder may be new, empty, or hold an earlier export and nothing else, which is then replaced. Raises
    ExportRefused where it holds anything else or where the disk refuses; then it is left as it was.
    """
    told = tuple(facts)
    tables = tables_of(told, raw)
    contents = {table.name: csv_of(table) for table in tables} | {README: readme_of(tables, len(raw) - len(told))}
    try:
        _refuse_foreign(folder, contents)
        _put(folder, contents)
    except OSError as error:
        cause = error.strerror or type(error).__name__
        raise ExportRefused(
            f"The tables could not be written to «{folder}» ({cause}): free some space or choose another folder, "
            "then try again."
        ) from error
    return tuple(folder / name for name in contents)


def csv_of(table: Table) -> str:
    """Return a table as RFC 4180 text: a header, commas, CRLF."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(name for name, _ in table.columns)
    writer.writerows(table.rows)
    return text.getvalue()


def readme_of(tables: Iterable[Table], unread: int) -> str:
    """Return the text that explains files, columns and units; `unread` facts are in events.csv only."""
    lines = [
        _FIRST_LINE,
        "",
        "The files are CSV: UTF-8, commas, the first line names the columns. A name that ends in _ms is in",
        "milliseconds, _min in minutes, _s in seconds, _h in hours, _kg in kilograms. An empty cell means that there",
        "is no answer or no value; it never means 0. Times are ISO 8601. Yes and no are written as «yes» and «no».",
        "A text that a spreadsheet would take for a formula has an apostrophe (') in front, and so has a text that",
        "begins with one: take one leading apostrophe away to get the text as it was. Numbers are never changed.",
        "Corrections are applied in all files but events.csv, which holds every fact as it was written. A check-in",
        "that no session followed is in events.csv only.",
    ]
    if unread:
        lines += ["", f"This version could not read {unread} of the facts; they are in events.csv only."]
    for table in tables:
        lines += ["", f"{table.name}: each row is {table.row}."]
        lines += [f"  {name}: {meaning}." for name, meaning in table.columns]
    return "".join(f"{line}\r\n" for line in lines)


def _refuse_foreign(folder: Path, contents: Mapping[str, str]) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise ExportRefused(f"«{folder}» is a file: choose a new or an empty folder for the tables.")
    there = {entry.name for entry in folder.iterdir()}
    if there and not (there <= contents.keys() and _is_ours(folder / README)):
        raise ExportRefused(
            f"«{folder}» holds other files, so nothing was written: choose a new or an empty folder for the tables."
        )


def _is_ours(readme: Path) -> bool:
    return readme.is_file() and readme.read_bytes().startswith(_FIRST_LINE.encode(_ENCODING))


def _put(folder: Path, contents: Mapping[str, str]) -> None:
    """Write the files beside their place and move them there together."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=".kinetic-home-export-", dir=folder.parent))
    try:
        fresh, earlier = beside / "new", beside / "earlier"
        fresh.mkdir(mode=0o700)
        for name, text in contents.items():
            (fresh / name).write_bytes(text.encode(_ENCODING))
        if folder.exists():
            os.rename(folder, earlier)
        try:
            os.rename(fresh, folder)
        except OSError:
            if earlier.exists():
                os.rename(earlier, folder)
            raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)
