"""The start stays short: what takes long to import is imported when it is first needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.checkout import run_python

_LATE = {"playsound3", "pyqtgraph", "numpy", "scipy", "soundfile", "sqlite_utils"}
_QT = {"PySide6", "shiboken6"}

# What today's page, computed ahead, is painted without; each of these would be seen in the time of every start.
_AFTER_PAINTING = {
    "click", "dataclasses", "hashlib", "msgspec", "numpy", "platformdirs", "playsound3", "pyqtgraph",
    "soundfile", "sqlite3", "sqlite_utils", "tomllib",
    "kinetic_home.app.program", "kinetic_home.app.settings",
    "kinetic_home.domain.exercise", "kinetic_home.domain.plan", "kinetic_home.domain.scales",
    "kinetic_home.ui.today.rest_card", "kinetic_home.ui.today.resume_card", "kinetic_home.ui.widgets.notice",
    "kinetic_home.workflow.desk", "kinetic_home.workflow.today", "kinetic_home.workflow.views",
}  # fmt: skip
_ROOMS_AFTER_PAINTING = (
    *(f"kinetic_home.{room}." for room in ("audio", "catalogue", "export", "figure", "score", "storage")),
    *(
        f"kinetic_home.ui.{page}."
        for page in ("checkin", "figure", "library", "progress", "session", "settings", "summary")
    ),
)

_CLOSED_ONCE = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from kinetic_home.app.clock import SystemClock
from kinetic_home.app.window import Opening
opening = Opening(QApplication([]), Path(sys.argv[1]), clock=SystemClock())
opening.open()
opening.program.close()
"""

_PAINTED = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from kinetic_home.app.clock import SystemClock
from kinetic_home.app.window import Opening
opening = Opening(QApplication([]), Path(sys.argv[1]), clock=SystemClock())
opening.open()
opening.window.grab()
print(opening.window.shown, *sys.modules)
"""

_IMPORTED = """
import importlib, sys
importlib.import_module(sys.argv[1])
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def _imported_with(module: str) -> set[str]:
    done = run_python(_IMPORTED, module)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_nothing_is_imported_for_the_first_painting_that_it_does_not_need(tmp_path: Path) -> None:
    made = run_python(_CLOSED_ONCE, str(tmp_path))
    assert made.returncode == 0, made.stderr
    done = run_python(_PAINTED, str(tmp_path))
    assert done.returncode == 0, done.stderr
    shown, *imported = done.stdout.split()
    assert shown == "today"
    assert [name for name in imported if name in _AFTER_PAINTING or name.startswith(_ROOMS_AFTER_PAINTING)] == []


def test_the_library_is_imported_by_nobody_who_does_not_open_it() -> None:
    done = run_python("import sys, kinetic_home.app.program; print(*sys.modules)")
    assert done.returncode == 0, done.stderr
    assert [name for name in done.stdout.split() if "library" in name.rpartition(".")[2] and "ui" in name] == []
    assert "kinetic_home.workflow.library" not in done.stdout.split()


@pytest.mark.parametrize(
    "module",
    [
        "kinetic_home.app.window",
        "kinetic_home.app.program",
        "kinetic_home.ui.main_window",
        "kinetic_home.ui.session.page",
        "kinetic_home.storage.database",
        "kinetic_home.audio.player",
    ],
)
def test_what_the_window_needs_imports_nothing_slow(module: str) -> None:
    assert _imported_with(module) & _LATE == set()


@pytest.mark.parametrize(
    "module", ["kinetic_home.app.cli", "kinetic_home.app.commands.root", "kinetic_home.app.commands.plan"]
)
def test_the_command_line_needs_neither_qt_nor_anything_slow(module: str) -> None:
    assert _imported_with(module) & (_LATE | _QT) == set()
