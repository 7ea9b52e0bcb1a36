"""What the doctor says about what it finds."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from kinetic_home.app import diagnostics
from kinetic_home.app.clock import RandomIds, SystemClock
from kinetic_home.app.diagnostics import Finding, Standing
from kinetic_home.storage.database import DATABASE_NAME, open_log
from kinetic_home.workflow.ports import SoundState


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/data/OneDrive/kinetic-home", "OneDrive"),
        ("/data/OneDrive - Clinic North/health", "OneDrive"),
        ("/data/Dropbox (Personal)/kinetic-home", "Dropbox"),
        ("/data/Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("/data/Google Drive/My Drive", "Google Drive"),
        ("/data/NEXTCLOUD/a", "Nextcloud"),
    ],
)
def test_a_folder_that_a_service_copies_elsewhere_is_named(folder: str, service: str) -> None:
    finding = diagnostics.judge_folder(Path(folder), exists=True, writable=True, free_mb=5_000)
    assert finding.standing is Standing.LOOK
    assert service in finding.text


@pytest.mark.parametrize("folder", ["/data/kinetic-home", "/data/dropboxes/x", "/data/my-onedriver/x", "onedrives"])
def test_a_folder_that_only_sounds_like_a_service_is_left_alone(folder: str) -> None:
    assert diagnostics.cloud_of(Path(folder)) is None


def test_a_folder_with_room_is_good() -> None:
    finding = diagnostics.judge_folder(Path("here"), exists=True, writable=True, free_mb=12_345)
    assert finding == Finding(
        subject="data folder", standing=Standing.OK, text="«here» is there and takes files, 12,345 MB free."
    )


def test_a_folder_with_little_room_is_something_to_look_at() -> None:
    finding = diagnostics.judge_folder(Path("here"), exists=True, writable=True, free_mb=12)
    assert finding.standing is Standing.LOOK
    assert "only 12 MB are free" in finding.text


@pytest.mark.parametrize("exists", [True, False])
def test_a_folder_that_takes_no_files_stops_the_program_and_names_the_way_out(exists: bool) -> None:
    finding = diagnostics.judge_folder(Path("here"), exists=exists, writable=False, free_mb=None)
    assert finding.stops
    assert "--data" in finding.text


def test_looking_at_a_folder_that_is_not_there_makes_none(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    finding = diagnostics.look_at_folder(folder)
    assert finding.standing is Standing.OK
    assert "not there yet" in finding.text
    assert diagnostics.look_at_log(folder).text == "Nothing is recorded yet."
    assert list(tmp_path.iterdir()) == []


def test_looking_at_a_folder_leaves_nothing_in_it(tmp_path: Path) -> None:
    assert diagnostics.look_at_folder(tmp_path).standing is Standing.OK
    assert diagnostics.look_at_log(tmp_path).standing is Standing.OK
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_stops_the_program(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("mine")
    assert diagnostics.look_at_folder(tmp_path / "data").stops


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this user may write everywhere")
def test_a_folder_without_permission_stops_the_program(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert diagnostics.look_at_folder(tmp_path).stops


def test_the_facts_of_a_sound_log_are_counted(tmp_path: Path) -> None:
    with open_log(tmp_path, SystemClock(), RandomIds()):
        pass
    assert diagnostics.look_at_log(tmp_path).text == "The log is sound and holds 0 facts."


def test_a_log_that_is_open_elsewhere_is_something_to_look_at(tmp_path: Path) -> None:
    with open_log(tmp_path, SystemClock(), RandomIds()):
        finding = diagnostics.look_at_log(tmp_path)
    assert finding.standing is Standing.LOOK
    assert "in use" in finding.text


def test_a_log_of_another_program_stops_the_program(tmp_path: Path) -> None:
    import sqlite3

    connection = sqlite3.connect(tmp_path / DATABASE_NAME)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    finding = diagnostics.look_at_log(tmp_path)
    assert finding.stops
    assert "another program" in finding.text


def test_what_was_mended_in_the_log_is_told() -> None:
    finding = diagnostics.judge_log(1, 0, ["It was damaged and has been put together again."])
    assert finding.standing is Standing.LOOK
    assert finding.text == "The log holds 1 fact. It was damaged and has been put together again."


def test_facts_that_cannot_be_read_are_told() -> None:
    assert diagnostics.judge_log(1_200, 3, []).text == (
        "The log holds 1,200 facts. This version cannot read 3 of them; they are kept."
    )


def test_a_sound_that_plays_is_good_and_says_when_it_is_heard() -> None:
    finding = diagnostics.judge_sound(["gstreamer", "alsa"], SoundState.WORKING, 48)
    assert finding.standing is Standing.OK
    assert "gstreamer, alsa" in finding.text
    assert "48 ms" in finding.text


@pytest.mark.parametrize("state", [SoundState.SILENT, SoundState.STARTING])
def test_a_test_sound_that_does_not_play_is_something_to_look_at(state: SoundState) -> None:
    assert diagnostics.judge_sound(["alsa"], state, 50).standing is Standing.LOOK


def test_a_computer_without_sound_still_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnostics, "find_backends", tuple)
    monkeypatch.setattr("kinetic_home.audio.start.find_backends", tuple)
    finding = diagnostics.look_at_sound()
    assert finding.standing is Standing.NOT_HERE
    assert not finding.stops


def test_a_computer_without_a_screen_still_has_the_commands() -> None:
    assert diagnostics.judge_screen(True).standing is Standing.OK
    assert not diagnostics.judge_screen(False).stops


@pytest.mark.parametrize(
    ("release", "python", "stops"),
    [("6.11.3", (3, 11), False), ("6.12.0", (3, 11), True), ("6.12.0", (3, 12), False), ("7.0", (3, 11), True)],
)
def test_a_pyside_that_aborts_this_python_stops_the_program(release: str, python: tuple[int, int], stops: bool) -> None:
    assert diagnostics.judge_qt(release, python).stops is stops


@pytest.mark.usefixtures("qapp")
def test_the_shipped_fonts_can_be_read() -> None:
    assert diagnostics.look_at_fonts().standing is Standing.OK


@pytest.mark.usefixtures("qapp")
def test_a_damaged_font_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fonts = shutil.copytree(diagnostics.shipped("assets") / "fonts", tmp_path / "fonts")
    first = sorted(fonts.glob("*.ttf"))[0]
    first.write_bytes(b"not a font")
    monkeypatch.setattr(diagnostics, "shipped", lambda _tree: tmp_path)
    finding = diagnostics.look_at_fonts()
    assert finding.standing is Standing.LOOK
    assert first.name in finding.text


def test_a_broken_installation_stops_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert diagnostics.look_at_shipped().standing is Standing.OK
    monkeypatch.setattr(diagnostics, "shipped", lambda _tree: tmp_path)
    finding = diagnostics.look_at_shipped()
    assert finding.stops
    assert "install" in finding.text.lower()
