"""The README says what is so: its commands, its options, its example plan and its links."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from kinetic_home.app.answers import load_answers
from kinetic_home.app.commands.root import root
from kinetic_home.app.content import catalogue
from kinetic_home.catalogue.plans import load_plan
from tests.architecture.checkout import ROOT

_README = (ROOT / "README.md").read_text(encoding="utf-8")
_BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", _README, re.MULTILINE | re.DOTALL)
_SHELL = [text for language, text in _BLOCKS if language == "sh"]
_TOML = [text for language, text in _BLOCKS if language == "toml"]
_CALLS = sorted(
    {*re.findall(r"`(kinetic-home [^`]+)`", _README), *re.findall(r"^kinetic-home .+", _README, re.MULTILINE)}
)


def test_the_two_commands_are_one_line_each_and_use_hashes() -> None:
    for command, last in zip(_SHELL[:2], (".venv/bin/kinetic-home", ".venv/bin/python -m pytest"), strict=True):
        assert command.count("\n") == 1
        assert command.startswith("python3 -m venv .venv && ")
        assert "--require-hashes -r requirements/" in command
        assert command.strip().split(" && ")[-1] == last


def test_the_gate_runs_the_readmes_own_test_command() -> None:
    """The gate reads the command from here: the one code line that ends in pytest."""
    lines = [line for line in _README.splitlines() if line.startswith("python3 -m venv") and line.endswith("-m pytest")]
    assert lines == [_SHELL[1].strip()]


@pytest.mark.parametrize("call", _CALLS)
def test_every_command_in_the_readme_exists_with_its_options(call: str) -> None:
    words = shlex.split(call)[1:]
    command: click.Command = root
    options = _options(command)
    while words and isinstance(command, click.Group):
        if words[0].startswith("--"):
            words = words[2:]
            continue
        found = command.get_command(click.Context(command), words.pop(0))
        assert found is not None, call
        command = found
        options |= _options(command)
    assert {word for word in words if word.startswith("--")} <= options, call


def _options(command: click.Command) -> set[str]:
    return {option for parameter in command.params for option in parameter.opts}


def test_the_example_plan_is_sound(tmp_path: Path) -> None:
    file = tmp_path / "gentle-start.toml"
    file.write_text(_TOML[0], encoding="utf-8")
    assert load_plan(file, catalogue()).sessions


def test_the_example_answers_are_sound(tmp_path: Path) -> None:
    file = tmp_path / "answers.toml"
    file.write_text(_TOML[1], encoding="utf-8")
    assert load_answers(file).actions


def test_every_link_leads_to_a_file() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", _README)
    assert links
    assert [link for link in links if "://" not in link and not (ROOT / link).exists()] == []
