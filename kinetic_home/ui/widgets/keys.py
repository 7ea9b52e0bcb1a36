"""What a key press types, so that Ctrl with a number goes to a page and never gives an answer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def typed(event: QKeyEvent) -> str:
    """Return the text that a key press types; nothing where Ctrl, Alt or Meta is held with it."""
    return "" if event.modifiers() & _COMMANDS else event.text()
