"""Types where the keyboard is, as a person does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot


class Keyboard:
    """Sends keys to the widget that has the focus, or to the window where none has it."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self._qtbot, self._window = qtbot, window
        self.pressed = 0

    def type(self, *keys: str | Qt.Key) -> None:
        """Press and let go of every key in turn."""
        for key in keys:
            self.pressed += 1
            where = QApplication.focusWidget() or self._window
            if isinstance(key, str):
                self._qtbot.keyClicks(where, key)
            else:
                self._qtbot.keyClick(where, key)
