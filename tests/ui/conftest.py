"""What the tests of the window share: one look, put back before every test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication

from kinetic_home.ui.theme.look import Look

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def _one_look(qapp: QApplication) -> Look:
    qapp.setStyle("fusion")
    return Look(qapp, ROOT / "resources", ROOT / "assets")


@pytest.fixture
def look(_one_look: Look) -> Iterator[Look]:
    """The look as the program starts with it, but for the theme, which is the light one."""
    # The pages of the test before are gone only now: without a running event loop nothing else sends them away, and
    # each change of the look would dress them all again.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    _one_look.fit(QSize(1280, 800))
    _one_look.use(theme="light", text_percent=100, reduced_motion=False)
    yield _one_look
    _one_look.use(theme="light", text_percent=100, reduced_motion=False)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the one thing pass that Qt's screenless platform says of every window with a least size."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints"))
