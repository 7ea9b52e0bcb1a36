"""The window's pages, asked for by name and by what they are."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

from kinetic_home.ui.main_window import MainWindow

_P = TypeVar("_P", bound=QWidget)


def page_of(window: MainWindow, name: str, kind: type[_P]) -> _P:
    """Return a page of the window, made now where it was not shown before; raises TypeError where it is another."""
    page = window.page(name)
    if not isinstance(page, kind):
        raise TypeError(f"the page {name!r} is a {type(page).__name__}")
    return page
