"""The pages that wait for the next start: read as they were written, or not at all."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.app import ahead
from kinetic_home.app.ahead import FILE_NAME, Ahead, read_ahead, write_ahead
from kinetic_home.app.clock import RandomIds, SystemClock
from kinetic_home.storage.database import open_log
from tests.ui.examples import DAY_OFF, RESUME, TODAY

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)
PAGES = {MONDAY: TODAY._replace(resume=RESUME), TUESDAY: DAY_OFF}
SOURCES = ("kinetic-home.db", "plan.toml", "settings.json")


def write(folder: Path) -> None:
    write_ahead(folder, PAGES, theme="dark", text_percent=150, reduced_motion=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in SOURCES[1:]:
        (tmp_path / name).write_text("as it was", encoding="utf-8")
    open_log(tmp_path, SystemClock(), RandomIds()).close()
    write(tmp_path)
    return tmp_path


@pytest.mark.parametrize("day", list(PAGES))
def test_what_was_written_for_a_day_is_read_on_that_day(folder: Path, day: date) -> None:
    expected = Ahead(view=PAGES[day], theme="dark", text_percent=150, reduced_motion=True)
    assert read_ahead(folder, day) == expected


def test_a_day_that_was_not_computed_has_no_page(folder: Path) -> None:
    assert read_ahead(folder, date(2026, 3, 4)) is None


def test_a_fresh_folder_has_no_page(tmp_path: Path) -> None:
    assert read_ahead(tmp_path / "nowhere", MONDAY) is None


@pytest.mark.parametrize("name", SOURCES)
def test_no_page_is_shown_once_a_file_that_it_depends_on_has_changed(folder: Path, name: str) -> None:
    with (folder / name).open("ab") as file:
        file.write(b"more")
    assert read_ahead(folder, MONDAY) is None


@pytest.mark.parametrize("name", SOURCES)
def test_a_change_that_keeps_the_size_is_seen_as_well(folder: Path, name: str) -> None:
    found = (folder / name).stat()
    os.utime(folder / name, ns=(found.st_atime_ns, found.st_mtime_ns + 1_000_000))
    assert read_ahead(folder, MONDAY) is None


@pytest.mark.parametrize("name", SOURCES)
def test_no_page_is_shown_once_a_file_that_it_depends_on_is_gone(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert read_ahead(folder, MONDAY) is None


def test_another_version_of_the_program_makes_its_pages_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "__version__", "0.0.0")
    assert read_ahead(folder, MONDAY) is None


@pytest.mark.parametrize("damage", [b"", b"\n", b"0\n", b"0\n{}", b"one\n{}", b"\xff\xfe"])
def test_a_file_that_holds_something_else_is_left_alone(folder: Path, damage: bytes) -> None:
    (folder / FILE_NAME).write_bytes(damage)
    assert read_ahead(folder, MONDAY) is None


@given(st.data())
def test_one_wrong_byte_anywhere_is_enough_to_leave_it_alone(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("data")
    write(folder)
    content = bytearray((folder / FILE_NAME).read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    (folder / FILE_NAME).write_bytes(content)
    assert read_ahead(folder, MONDAY) is None


@given(st.integers(0, 200))
def test_a_file_that_was_cut_off_is_left_alone(tmp_path_factory: pytest.TempPathFactory, kept: int) -> None:
    folder = tmp_path_factory.mktemp("data")
    write(folder)
    os.truncate(folder / FILE_NAME, kept)
    assert read_ahead(folder, MONDAY) is None


def test_a_disk_that_refuses_stops_nobody_from_closing(tmp_path: Path) -> None:
    write(tmp_path / "nowhere")
    assert not list(tmp_path.iterdir())


def test_a_file_that_cannot_be_replaced_leaves_no_half_one_behind(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    write(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == [FILE_NAME]
    assert read_ahead(tmp_path, MONDAY) is None
