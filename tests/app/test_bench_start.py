"""How long a start takes, beside a bare PySide6 window's: whole processes; run with --benchmark-enable.

It prints and never judges: the machine may be busy.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from tests.architecture.checkout import run_python

_BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Bare(QWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, app.quit)

app = QApplication([])
window = Bare()
window.resize(1024, 640)
window.show()
app.exec()
"""

# Ends as soon as today's page is painted: what would begin behind it ends the program instead.
_FIRST_PAGE = """
import sys
from PySide6.QtCore import QTimer
from kinetic_home.app import window
from kinetic_home.app.cli import main

def painted(opening):
    QTimer.singleShot(0, opening._app.quit)

window.Opening._begin_behind = painted
sys.argv[1:] = ["--data", sys.argv[1]]
main()
"""

# Ends when the window is shown and the program behind it has begun, and closes as the person would.
_WHOLE = """
import sys
from PySide6.QtCore import QTimer
from kinetic_home.app import window
from kinetic_home.app.cli import main

def open_and_close(opening, begin=window.Opening.open):
    begin(opening)
    QTimer.singleShot(0, opening._app.quit)

window.Opening.open = open_and_close
sys.argv[1:] = ["--data", sys.argv[1]]
main()
"""


@pytest.fixture
def measure(request: pytest.FixtureRequest) -> Callable[..., None]:
    if request.config.getoption("benchmark_disable") and not request.config.getoption("benchmark_enable"):
        pytest.skip("a benchmark; run with --benchmark-enable")
    benchmark = request.getfixturevalue("benchmark")

    def run(code: str, *arguments: str) -> None:
        done = run_python(code, *arguments)
        assert done.returncode == 0, done.stderr

    def measured(code: str, folder: Callable[[], Path]) -> None:
        benchmark.pedantic(run, setup=lambda: ((code, str(folder())), {}), rounds=7, warmup_rounds=1)

    return measured


@pytest.fixture
def used(tmp_path: Path) -> Path:
    """A data folder that the program was closed on, so that it holds the pages of the coming days."""
    done = run_python(_WHOLE, str(tmp_path))
    assert done.returncode == 0, done.stderr
    return tmp_path


def test_start_1_a_bare_window(measure: Callable[..., None], tmp_path: Path) -> None:
    measure(_BARE, lambda: tmp_path)


def test_start_2_todays_page_known_ahead(measure: Callable[..., None], used: Path) -> None:
    measure(_FIRST_PAGE, lambda: used)


def test_start_3_with_the_program_behind_and_closed_again(measure: Callable[..., None], used: Path) -> None:
    measure(_WHOLE, lambda: used)


def test_start_4_the_very_first_one_and_closed_again(measure: Callable[..., None], tmp_path: Path) -> None:
    fresh = count()
    measure(_WHOLE, lambda: tmp_path / str(next(fresh)))
