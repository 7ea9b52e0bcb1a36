"""The program's entrance."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kinetic_home import __version__
from kinetic_home.app import cli
from kinetic_home.app.failures import told
from kinetic_home.catalogue.problems import ContentError, Problem
from kinetic_home.workflow.ports import EnvironmentProblem


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    asked: list[Path | None] = []

    def open_window(data: Path | None) -> int:
        asked.append(data)
        return 0

    monkeypatch.setattr(cli, "_open_window", open_window)
    return asked


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setattr(sys, "argv", ["kinetic-home", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


def test_without_a_command_the_window_opens(opened: list[Path | None], monkeypatch: pytest.MonkeyPatch):
    assert run(monkeypatch) == 0
    assert opened == [None]


def test_the_window_opens_on_the_folder_that_is_named(
    opened: list[Path | None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    run(monkeypatch, "--data", tmp_path)
    assert opened == [tmp_path]


def test_a_file_in_place_of_the_folder_is_a_usage_error(
    opened: list[Path | None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
):
    file = tmp_path / "file"
    file.touch()
    assert run(monkeypatch, "--data", file) == 2
    assert "is a file" in capsys.readouterr().err
    assert opened == []


def test_the_version_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    assert run(monkeypatch, "--version") == 0
    assert __version__ in capsys.readouterr().out


def test_help_names_every_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    assert run(monkeypatch, "--help") == 0
    printed = capsys.readouterr().out
    assert all(command in printed for command in ("plan", "play", "log", "sound", "figure", "export", "doctor"))
    assert "Example: kinetic-home" in printed


def test_an_unknown_command_is_a_usage_error(monkeypatch: pytest.MonkeyPatch):
    assert run(monkeypatch, "dance") == 2


def test_a_problem_of_the_computer_is_one_sentence_and_a_bug_shows_itself(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def full(_data: Path | None) -> int:
        raise EnvironmentProblem("The disk is full.")

    def broken(_data: Path | None) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(cli, "_open_window", full)
    assert run(monkeypatch) == 1
    assert capsys.readouterr().err == "The disk is full.\n"
    monkeypatch.setattr(cli, "_open_window", broken)
    monkeypatch.setattr(sys, "argv", ["kinetic-home"])
    with pytest.raises(ZeroDivisionError):
        cli.main()


def test_problems_of_files_are_told_with_their_place():
    problem = Problem(file="plan.toml", path="plan", cause="is missing")
    assert told(ContentError([problem])) == "plan.toml: plan: is missing"
    refused = PermissionError(13, "Permission denied", "out.wav")
    assert told(refused) == "out.wav: Permission denied (choose another place with --data or --out)"
    assert told(OSError("no file in it")) is None
    assert told(KeyError("bug")) is None
