"""The one window: the rail and the page beside it; pages are made when they are first shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from kinetic_home.ui.navigation import NavigationRail, Place
from kinetic_home.ui.theme.look import Look

TITLE = "Kinetic Home"
SMALLEST = QSize(1024, 640)


class MainWindow(QWidget):
    """Shows one page at a time.

    `went_to` carries the name of a page that the person chose on the rail; whoever runs the program fills the page
    and calls `show_page`. A page is made by the maker that was handed in for its name, when it is first asked for.
    `closed` is emitted when the window closes, while everything in it still stands.
    """

    went_to = Signal(str)
    closed = Signal()

    def __init__(self, look: Look, makers: dict[str, Callable[[Look], QWidget]]) -> None:
        super().__init__()
        self._look, self._makers = look, makers
        self._pages: dict[str, QWidget] = {}
        self.setObjectName("mainWindow")
        self.setWindowTitle(TITLE)
        self.setMinimumSize(SMALLEST)
        places = (
            Place(name="today", words=self.tr("Today"), icon="today"),
            Place(name="progress", words=self.tr("Progress"), icon="progress"),
            Place(name="library", words=self.tr("Library"), icon="library"),
            Place(name="settings", words=self.tr("Settings"), icon="settings"),
        )
        self._rail = NavigationRail(look, places, self)
        self._stack = QStackedWidget(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._stack, 1)
        self._rail.chosen.connect(self.went_to)

    def page(self, name: str) -> QWidget:
        """Return a page, made now where it was not shown before."""
        if name not in self._pages:
            page = self._makers[name](self._look)
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    def show_page(self, name: str, *, rail: bool = True) -> None:
        """Show a page; without the rail where nothing else should call for attention, as in a session."""
        self._stack.setCurrentWidget(self.page(name))
        self._rail.setVisible(rail)
        self._rail.show_place(name)

    @property
    def shown(self) -> str:
        """Return the name of the page that is shown."""
        current = self._stack.currentWidget()
        return next((name for name, page in self._pages.items() if page is current), "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let everything grow with the window."""
        self._look.fit(event.size())
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the window closes: what still paints into it must stop first."""
        self.closed.emit()
        event.accept()
