"""The commands of the build-time tool."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from kinetic_home.voicebank import cli


def test_the_help_names_every_command():
    text = CliRunner().invoke(cli.main, ["--help"]).output
    assert all(command in text for command in ("render", "check", "beats"))


def test_beats_are_written_into_the_assets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    pytest.importorskip("kinetic_home.voicebank.beats", exc_type=ImportError)
    monkeypatch.setattr(cli, "shipped", lambda tree: tmp_path)
    result = CliRunner().invoke(cli.main, ["beats"])
    assert result.exit_code == 0
    assert (tmp_path / "sounds" / "lift.wav").is_file()
