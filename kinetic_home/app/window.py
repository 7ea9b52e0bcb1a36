"""Opens the window: today's page first, everything else behind it."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kinetic_home.app.ahead import read_ahead
from kinetic_home.app.clock import SystemClock, today
from kinetic_home.app.paths import shipped
from kinetic_home.app.screen import NO_SCREEN, has_screen
from kinetic_home.ui.main_window import MainWindow
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.today.page import TodayPage

if TYPE_CHECKING:
    from kinetic_home.app.program import Program
    from kinetic_home.workflow.day_views import TodayView
    from kinetic_home.workflow.ports import Clock

# The one style that looks the same everywhere and takes all its colours from our palette.
STYLE = "fusion"
_SIGNALS_SEEN_WITHIN_MS = 500
_SHARE_OF_SCREEN = 0.95
_LARGEST_FIRST_SIZE = QSize(1680, 1050)


def open_window(data: Path) -> int:
    """Open the window on a data folder and return the exit code when it is closed."""
    if not has_screen(os.environ):
        sys.stderr.write(f"{NO_SCREEN}\n")
        return 1
    os.umask(0o077)
    # What is painted here is small: sharing each fill among threads takes longer than filling.
    os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
    # Hardly anything that the start makes is garbage; looking for it would take a tenth of the start.
    gc.disable()
    app = QApplication([*sys.argv[:1], "-style", STYLE])
    app.setApplicationName("kinetic-home")
    app.setApplicationDisplayName("Kinetic Home")
    opening = Opening(app, data, clock=SystemClock())
    opening.open()
    let_signals_close(app, opening.window)
    return app.exec()


class Opening(QObject):
    """Paints today's page as it was computed ahead, if it is known, and begins the program behind it.

    Everything that the first page does not need is imported and opened only after it is painted: half of the start's
    time would go into what nobody sees yet.
    """

    def __init__(self, app: QApplication, data: Path, *, clock: Clock) -> None:
        super().__init__(app)
        self._app, self._data, self._clock = app, data, clock
        self._ahead = read_ahead(data, today(clock))
        size = (app.primaryScreen().availableSize() * _SHARE_OF_SCREEN).boundedTo(_LARGEST_FIRST_SIZE)
        self._look = self._look_ahead(app, size)
        self._makers: dict[str, Callable[[Look], QWidget]] = {"today": TodayPage}
        self.window = MainWindow(self._look, self._makers)
        self.window.resize(size)
        self.program: Program | None = None

    def open(self) -> None:
        """Show the window."""
        if self._ahead is None:
            self._begin_behind()
        else:
            self._show(self._ahead.view)
            QTimer.singleShot(0, self._begin_behind)
        self.window.show()
        # A screen without a window manager gives the keyboard to nobody by itself, and shortcuts need it.
        self.window.activateWindow()

    def _look_ahead(self, app: QApplication, size: QSize) -> Look:
        resources, assets, ahead = shipped("resources"), shipped("assets"), self._ahead
        if ahead is None:
            return Look(app, resources, assets, window=size)
        return Look(
            app,
            resources,
            assets,
            theme=ahead.theme,
            text_percent=ahead.text_percent,
            reduced_motion=ahead.reduced_motion,
            window=size,
        )

    def _show(self, view: TodayView) -> None:
        page = self.window.page("today")
        if isinstance(page, TodayPage):
            page.show_today(view)
            self.window.show_page("today")
            page.focus_first()

    def _begin_behind(self) -> None:
        from kinetic_home.app.program import Program  # noqa: PLC0415 (only now, see the class)

        self.program = Program(
            self._app, self.window, self._makers, look=self._look, data=self._data, clock=self._clock
        )
        self.program.start(shown=None if self._ahead is None else self._ahead.view)
        gc.freeze()
        gc.enable()


def let_signals_close(app: QApplication, window: QWidget) -> None:
    """Close as the person would where the system asks for it."""

    def close(_number: int, _frame: FrameType | None) -> None:
        # A question that waits for its answer would keep the window from closing.
        if (dialog := app.activeModalWidget()) is not None:
            dialog.close()
        window.close()
        app.quit()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, close)
    # Python looks after signals only between its own steps, and Qt's loop takes none by itself.
    wake = QTimer(app)
    wake.timeout.connect(_take_a_step)
    wake.start(_SIGNALS_SEEN_WITHIN_MS)


def _take_a_step() -> None:
    return
