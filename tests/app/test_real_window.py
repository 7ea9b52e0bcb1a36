"""The real program in a real window on a virtual screen, driven by real keys."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kinetic_home.app.settings import Settings, save_settings

TOOLS = ("Xvfb", "xdotool")
LONGEST_WAIT_S = 40

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason="needs Xvfb and xdotool"),
]


def wait_until(happened: Callable[[], bool], what: str) -> None:
    """Look again and again, without burning the processor, until something has happened."""
    for _ in range(LONGEST_WAIT_S * 20):
        if happened():
            return
        threading.Event().wait(0.05)
    pytest.fail(f"{what} did not happen within {LONGEST_WAIT_S} s")


@pytest.fixture
def display() -> Iterator[str]:
    """Return the name of a virtual screen."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24"]
    screen = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    yield f":{number}"
    screen.terminate()
    screen.wait()


class Running:
    """The program in its own process, with somebody at its keyboard."""

    def __init__(self, display: str, data: Path) -> None:
        self._environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self._data = data
        command = [sys.executable, "-m", "kinetic_home", "--data", str(data)]
        self.process = subprocess.Popen(command, env=self._environment, stderr=subprocess.PIPE, text=True)
        self.xdotool("search", "--sync", "--onlyvisible", "--name", "^Kinetic Home$")
        wait_until(lambda: (data / "kinetic-home.events.jsonl").exists(), "the start")

    def xdotool(self, *words: str) -> str:
        command = ["xdotool", *words]
        ran = subprocess.run(command, env=self._environment, capture_output=True, text=True, timeout=60, check=True)
        return ran.stdout

    def press(self, *keys: str) -> None:
        self.xdotool("key", "--delay", "150", *keys)

    def kinds(self) -> list[str]:
        """Return the kinds of facts in the log's second copy, which may be read while the program runs."""
        lines = (self._data / "kinetic-home.events.jsonl").read_text(encoding="utf-8").splitlines()
        return [json.loads(line.split(" ", 1)[1])["kind"] for line in lines if line.endswith("}")]

    def wait_for(self, kind: str, count: int = 1) -> None:
        wait_until(lambda: self.kinds().count(kind) >= count, kind)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    save_settings(folder, Settings(sound_on=False))
    return folder


@pytest.fixture
def start(display: str, data: Path) -> Iterator[Callable[[], Running]]:
    """Return what starts the program; whatever still runs is ended."""
    started: list[Running] = []

    def begin() -> Running:
        started.append(Running(display, data))
        return started[-1]

    yield begin
    for running in started:
        running.process.kill()
        running.process.communicate()


def test_a_session_killed_in_the_middle_is_offered_again_and_goes_on(start: Callable[[], Running]):
    first = start()
    first.press("Return", "3", "Return", "Return", "Return", "Return", "Return")
    first.wait_for("bout_started")
    first.process.send_signal(signal.SIGKILL)
    first.process.wait()
    assert first.kinds() == ["session_started", "checkin_given", "bout_started"]
    second = start()
    second.press("Return")
    second.wait_for("session_resumed")
    second.wait_for("bout_started", 2)
    assert second.kinds().count("session_started") == 1


def test_keys_work_from_the_first_moment_even_without_a_window_manager(start: Callable[[], Running]):
    running = start()
    running.press("Return", "3", "Return", "Return", "Return", "Return", "Return")
    running.wait_for("bout_started")
    running.press("space")
    running.wait_for("session_paused")
    running.press("space")
    running.wait_for("session_resumed")


def test_a_program_that_is_asked_to_end_leaves_the_session_to_be_taken_up(start: Callable[[], Running]):
    running = start()
    running.press("Return", "0", "Return", "Return", "Return", "Return")
    running.wait_for("session_started")
    running.process.send_signal(signal.SIGTERM)
    _, told = running.process.communicate(timeout=LONGEST_WAIT_S)
    assert (running.process.returncode, told) == (0, "")
    assert "session_ended" not in running.kinds()
