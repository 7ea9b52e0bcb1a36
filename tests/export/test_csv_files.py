"""The tables as files: readable elsewhere, the same bytes for the same log, all of them or none."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.events import NoteWritten, Stamped
from kinetic_home.export import csv_files
from kinetic_home.export.csv_files import ExportRefused, csv_of, export_csv, readme_of
from kinetic_home.export.csv_tables import Table, tables_of
from kinetic_home.storage.event_log import raw_of
from kinetic_home.workflow.ports import EnvironmentProblem, RawFact
from tests.fakes import ListLog

NAMES = {
    "sessions.csv",
    "prescribed.csv",
    "performed.csv",
    "pain.csv",
    "checkpoints.csv",
    "events.csv",
    "README.txt",
}


@pytest.fixture
def facts() -> tuple[Stamped, ...]:
    """Return a log of two notes, one of which looks like a formula."""
    log = ListLog()
    log.append(session_ref="s", at_ms=None, event=NoteWritten(text="Größer, «schöner»"))
    log.append(session_ref="=s", at_ms=None, event=NoteWritten(text="=1"))
    return log.read()


@pytest.fixture
def raw(facts: tuple[Stamped, ...]) -> list[RawFact]:
    """Return the same facts as written."""
    return [raw_of(fact) for fact in facts]


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_all_tables_and_their_explanation_are_written(
    tmp_path: Path, facts: tuple[Stamped, ...], raw: list[RawFact]
) -> None:
    out = tmp_path / "new" / "export"
    files = export_csv(facts, raw, out)
    assert {file.name for file in files} == NAMES == set(contents(out))
    assert [entry.name for entry in out.parent.iterdir()] == ["export"]


def test_a_file_is_utf_8_with_its_mark_and_lines_end_as_the_standard_says(
    tmp_path: Path, facts: tuple[Stamped, ...], raw: list[RawFact]
) -> None:
    export_csv(facts, raw, tmp_path / "out")
    for content in contents(tmp_path / "out").values():
        assert content.startswith(b"\xef\xbb\xbf")
        assert content.endswith(b"\r\n")
        assert content.count(b"\n") == content.count(b"\r\n")
    with (tmp_path / "out" / "events.csv").open(encoding="utf-8-sig", newline="") as file:
        told = list(csv.DictReader(file))
    assert [row["session_ref"] for row in told] == ["s", "'=s"]
    assert told[0]["payload"] == '{"text":"Größer, «schöner»"}'


@given(cells=st.lists(st.text(max_size=20), min_size=2, max_size=2))
def test_any_text_comes_back_from_a_csv_reader(cells: list[str]) -> None:
    table = Table(name="t.csv", row="r", columns=(("a", ""), ("b", "")), rows=((cells[0], cells[1]),))
    assert list(csv.reader(io.StringIO(csv_of(table), newline=""))) == [["a", "b"], cells]


def test_the_same_log_gives_the_same_bytes(tmp_path: Path, facts: tuple[Stamped, ...], raw: list[RawFact]) -> None:
    export_csv(facts, raw, tmp_path / "a")
    export_csv(facts, raw, tmp_path / "b")
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_the_explanation_names_every_column_of_every_table() -> None:
    tables = tables_of((), ())
    text = readme_of(tables, 0)
    for table in tables:
        assert f"{table.name}: each row is {table.row}." in text
        assert all(f"  {name}: {meaning}." in text for name, meaning in table.columns)
    assert "could not read" not in text


def test_facts_that_could_not_be_read_are_counted_in_the_explanation(
    tmp_path: Path, facts: tuple[Stamped, ...], raw: list[RawFact]
) -> None:
    export_csv(facts[:1], raw, tmp_path / "out")
    assert "could not read 1 of the facts" in (tmp_path / "out" / "README.txt").read_text(encoding="utf-8-sig")


def test_an_earlier_export_is_replaced_whole(tmp_path: Path, facts: tuple[Stamped, ...], raw: list[RawFact]) -> None:
    export_csv((), (), tmp_path / "out")
    (tmp_path / "out" / "pain.csv").unlink()
    export_csv(facts, raw, tmp_path / "out")
    export_csv(facts, raw, tmp_path / "fresh")
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["fresh", "out"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert len(export_csv((), (), tmp_path / "out")) == len(NAMES)


@pytest.mark.parametrize("foreign", ["thesis.docx", "pain.csv", "README.txt"])
def test_a_folder_with_anything_else_in_it_is_refused_and_left_as_it_is(tmp_path: Path, foreign: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / foreign).write_text("mine")
    with pytest.raises(ExportRefused, match="holds other files") as refused:
        export_csv((), (), out)
    assert isinstance(refused.value, EnvironmentProblem)
    assert contents(out) == {foreign: b"mine"}


def test_an_earlier_export_with_a_file_of_somebody_in_it_is_refused(tmp_path: Path) -> None:
    export_csv((), (), tmp_path / "out")
    (tmp_path / "out" / "my remarks.txt").write_text("mine")
    before = contents(tmp_path / "out")
    with pytest.raises(ExportRefused, match="choose a new or an empty folder"):
        export_csv((), (), tmp_path / "out")
    assert contents(tmp_path / "out") == before


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(ExportRefused, match="is a file"):
        export_csv((), (), tmp_path / "out")
    assert (tmp_path / "out").read_text() == "mine"


@pytest.mark.parametrize("fails_at", [1, 2])
def test_a_disk_that_refuses_leaves_the_earlier_export_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, facts: tuple[Stamped, ...], raw: list[RawFact], fails_at: int
) -> None:
    export_csv((), (), tmp_path / "out")
    before = contents(tmp_path / "out")
    real, calls = os.rename, iter(range(1, 10))

    def rename(source: Path, target: Path) -> None:
        if next(calls) == fails_at:
            raise OSError(28, "No space left on device")
        real(source, target)

    monkeypatch.setattr(csv_files.os, "rename", rename)
    with pytest.raises(ExportRefused, match="No space left on device"):
        export_csv(facts, raw, tmp_path / "out")
    assert contents(tmp_path / "out") == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize(("owner", "call"), [(Path, "write_bytes"), (csv_files.os, "rename")])
def test_a_disk_that_refuses_the_first_export_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: object, call: str
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(owner, call, refuse)
    with pytest.raises(ExportRefused, match="then try again"):
        export_csv((), (), tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps other people out by the folder's place")
def test_the_tables_are_for_their_owner_alone(tmp_path: Path) -> None:
    export_csv((), (), tmp_path / "out")
    assert (tmp_path / "out").stat().st_mode & 0o777 == 0o700
