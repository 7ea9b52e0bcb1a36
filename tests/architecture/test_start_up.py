"""The start stays short: what takes long to import is imported when it is first needed."""

from __future__ import annotations

import pytest

from tests.architecture.checkout import run_python

_LATE = {"playsound3", "pyqtgraph", "numpy", "scipy", "soundfile", "sqlite_utils"}
_QT = {"PySide6", "shiboken6"}

_IMPORTED = """
import importlib, sys
importlib.import_module(sys.argv[1])
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def _imported_with(module: str) -> set[str]:
    done = run_python(_IMPORTED, module)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


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
