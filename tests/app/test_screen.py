"""Where a window can be had."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kinetic_home.app.screen import NO_SCREEN, has_screen


@pytest.fixture
def x_sockets(tmp_path: Path) -> Path:
    (tmp_path / "X7").touch()
    return tmp_path


@pytest.mark.parametrize("display", [":7", ":7.0", "unix:7", "other-computer:0"])
def test_an_x_display_that_is_there_is_a_screen(display: str, x_sockets: Path):
    assert has_screen({"DISPLAY": display}, "linux", x_sockets)


@pytest.mark.parametrize("display", ["", ":8", "nonsense"])
def test_an_x_display_that_is_not_there_is_none(display: str, x_sockets: Path):
    assert not has_screen({"DISPLAY": display}, "linux", x_sockets)


def test_a_wayland_display_is_a_screen_where_its_socket_is(tmp_path: Path):
    (tmp_path / "wayland-0").touch()
    environment = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert has_screen(environment, "linux", tmp_path)
    assert not has_screen({**environment, "WAYLAND_DISPLAY": "wayland-1"}, "linux", tmp_path)


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_always_have_a_screen(platform: str, tmp_path: Path):
    assert has_screen({}, platform, tmp_path)


def test_a_platform_without_a_screen_needs_none(tmp_path: Path):
    assert has_screen({"QT_QPA_PLATFORM": "offscreen"}, "linux", tmp_path)


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="these always have a screen")
def test_without_a_screen_one_sentence_names_the_commands_that_work(tmp_path: Path):
    environment = {key: value for key, value in os.environ.items() if key not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    environment.pop("QT_QPA_PLATFORM", None)
    command = [sys.executable, "-m", "kinetic_home", "--data", str(tmp_path / "data")]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, "", f"{NO_SCREEN}\n")
    assert not (tmp_path / "data").exists()
