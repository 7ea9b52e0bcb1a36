"""Opens the window: builds everything, hands it in, and lets it run until it is closed."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from types import FrameType

import click
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kinetic_home.app.folders import default_data_folder
from kinetic_home.app.paths import shipped
from kinetic_home.app.program import Program
from kinetic_home.app.screen import NO_SCREEN, has_screen

_SIGNALS_SEEN_WITHIN_MS = 500


def open_window(data: Path | None) -> int:
    """Open the window on a data folder and return the exit code when it is closed."""
    if not has_screen(os.environ):
        click.echo(NO_SCREEN, err=True)
        return 1
    os.umask(0o077)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("kinetic-home")
    app.setApplicationDisplayName("Kinetic Home")
    program = Program(app, data or default_data_folder(), resources=shipped("resources"), assets=shipped("assets"))
    program.open()
    _let_signals_close(app)
    return app.exec()


def _let_signals_close(app: QApplication) -> None:
    """Close as the person would where the system asks for it."""

    def close(_number: int, _frame: FrameType | None) -> None:
        app.quit()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, close)
    # Python looks after signals only between its own steps, and Qt's loop takes none by itself.
    wake = QTimer(app)
    wake.timeout.connect(_take_a_step)
    wake.start(_SIGNALS_SEEN_WITHIN_MS)


def _take_a_step() -> None:
    return
