"""What every button has in common: Enter presses it as Space does, and the pointer over it is a hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PressButton(QPushButton):
    """A push button that paints itself; `underMouse` tells whether the pointer is over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter as well."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)


def pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button on Enter, which Qt leaves to dialogs, once however long it is held; return whether it was that."""
    if event.key() not in _ENTER or event.isAutoRepeat():
        return False
    button.click()
    return True
