"""PySide6 6.12.0 drops a reference to None and to True with every call that returns one, until Python 3.11 aborts."""

from __future__ import annotations

import sys
from importlib.metadata import version

import pytest

from tests.architecture.checkout import run_python

_CALLS = 300
_MOST_MOVED = 50

_COUNT = f"""
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel()
before = sys.getrefcount(None), sys.getrefcount(True)
for n in range({_CALLS}):
    label.setText(str(n))
    label.update()
    label.show()
    label.setObjectName("label")
    label.isVisible()
    app.processEvents()
after = sys.getrefcount(None), sys.getrefcount(True)
print(after[0] - before[0], after[1] - before[1])
"""

_EMIT = """
from PySide6.QtCore import QObject, Signal
class Beat(QObject):
    beaten = Signal(bool)
heard = []
beat = Beat()
beat.beaten.connect(heard.append)
for _ in range(5_000):
    beat.beaten.emit(True)
print(len(heard), all(heard))
"""


def test_the_pinned_pyside_is_below_the_release_that_aborts_python_3_11() -> None:
    major, minor = map(int, version("PySide6-Essentials").split(".")[:2])
    assert (6, 11) <= (major, minor) < (6, 12)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="from Python 3.12 on None and True cannot die")
def test_calls_into_qt_keep_the_references_to_none_and_true() -> None:
    done = run_python(_COUNT)
    assert done.returncode == 0, done.stderr
    moved = [abs(int(word)) for word in done.stdout.split()]
    assert max(moved) < _MOST_MOVED, f"None and True moved by {done.stdout.strip()} in {_CALLS} rounds of six calls"


def test_five_thousand_signals_survive() -> None:
    done = run_python(_EMIT)
    assert (done.returncode, done.stdout.split()) == (0, ["5000", "True"]), done.stderr
