"""kinetic-home doctor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kinetic_home.app import diagnostics
from kinetic_home.app.commands import doctor
from kinetic_home.app.commands.root import root
from kinetic_home.app.diagnostics import Finding, Standing

_GOOD = Finding(subject="log", standing=Standing.OK, text="The log is sound.", essential=True)
_QUIET = Finding(subject="sound", standing=Standing.NOT_HERE, text="Nothing plays here.")
_STOPS = Finding(subject="data folder", standing=Standing.NOT_HERE, text="It takes no files.", essential=True)


def _ask(monkeypatch: pytest.MonkeyPatch, *findings: Finding, options: tuple[str, ...] = ()) -> tuple[int, str]:
    monkeypatch.setattr(doctor, "examine", lambda _data: findings)
    result = CliRunner().invoke(root, ["doctor", *options])
    return result.exit_code, result.output


def test_it_ends_well_although_something_that_is_not_essential_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    code, output = _ask(monkeypatch, _GOOD, _QUIET)
    assert code == 0
    assert output.splitlines() == [
        "ok        log            The log is sound.",
        "not here  sound          Nothing plays here.",
    ]


def test_it_ends_with_1_where_the_program_cannot_work(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _ask(monkeypatch, _GOOD, _STOPS)[0] == 1


def test_json_holds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    code, output = _ask(monkeypatch, _QUIET, _STOPS, options=("--json",))
    assert code == 1
    assert json.loads(output) == {
        "works": False,
        "findings": [
            {"subject": "sound", "standing": "not here", "essential": False, "text": "Nothing plays here."},
            {"subject": "data folder", "standing": "not here", "essential": True, "text": "It takes no files."},
        ],
    }


def test_a_long_sentence_goes_on_below_itself() -> None:
    finding = Finding(subject="log", standing=Standing.LOOK, text="word " * 40)
    first, *rest = doctor.as_line(finding).splitlines()
    assert first.startswith("look      log            word")
    assert rest
    assert all(len(line) <= 100 and line.startswith(" " * 25 + "word") for line in rest)


@pytest.mark.usefixtures("qapp")
def test_it_looks_at_this_computer_and_makes_no_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnostics, "look_at_sound", lambda: _QUIET)
    result = CliRunner().invoke(root, ["doctor", "--data", str(tmp_path / "data")])
    assert result.exit_code == 0, result.output
    assert [line[10:23].strip() for line in result.output.splitlines() if line[:8].strip()] == [
        "Kinetic Home",
        "Python",
        "SQLite",
        "PySide6",
        "window",
        "shipped files",
        "fonts",
        "data folder",
        "log",
        "sound",
    ]
    assert not (tmp_path / "data").exists()
