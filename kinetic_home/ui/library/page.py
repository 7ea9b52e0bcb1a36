"""The Library page: all exercises, and one of them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from kinetic_home.domain.exercise import Catalogue, ExerciseId
from kinetic_home.ui.library.browser import Browser
from kinetic_home.ui.library.exercise_page import ExercisePage
from kinetic_home.ui.theme.look import Look
from kinetic_home.workflow.library import Shelf
from kinetic_home.workflow.library_exercise import exercise_view


class LibraryPage(QStackedWidget):
    """Shows a catalogue; `sheet_wanted` and `print_wanted` carry the id of an exercise to put on paper.

    Who goes from an exercise to its neighbours goes back the same way, at last to all exercises. Who visits an exercise
    from another page goes back to that page: `left` carries the exercise that was visited.
    `citations` tell what the tags of the exercises' sources stand for.
    """

    sheet_wanted = Signal(str)
    print_wanted = Signal(str)
    left = Signal(str)

    def __init__(
        self, look: Look, catalogue: Catalogue, citations: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._catalogue, self._citations = look, catalogue, citations
        self._exercise: ExercisePage | None = None
        self._shown = self._visited = ""
        # The exercises on the way here, each with how far its page was scrolled.
        self._trail: list[tuple[str, int]] = []
        self.setObjectName("libraryPage")
        self.browser = Browser(look, Shelf(catalogue))
        self.addWidget(self.browser)
        self.browser.opened.connect(self.open_exercise)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._find)

    @property
    def exercise_page(self) -> ExercisePage:
        """Return the page of one exercise, made when it is first asked for."""
        if self._exercise is None:
            self._exercise = ExercisePage(self._look)
            self._exercise.left.connect(self.go_back)
            self._exercise.opened.connect(self._open_neighbour)
            self._exercise.sheet_wanted.connect(self.sheet_wanted)
            self._exercise.print_wanted.connect(self.print_wanted)
            self.addWidget(self._exercise)
        return self._exercise

    @property
    def visited(self) -> bool:
        """Tell whether an exercise is shown to somebody who came from another page."""
        return bool(self._visited)

    def take_focus(self) -> None:
        """Give the keyboard to what is shown."""
        if self.currentWidget() is self.browser:
            self.browser.take_focus()
        else:
            self.exercise_page.take_focus()

    @Slot(str)
    def open_exercise(self, exercise_id: str) -> None:
        """Show one exercise of those that are shown here."""
        self._trail.clear()
        self._visited = ""
        self._show(exercise_id)

    def visit(self, exercise_id: str) -> None:
        """Show one exercise to somebody who comes from another page."""
        self.open_exercise(exercise_id)
        self._visited = exercise_id

    @Slot()
    def go_back(self) -> None:
        """Show what was shown before: the exercise before this one, the other page, or all exercises."""
        if self._trail:
            exercise_id, scrolled = self._trail.pop()
            self._show(exercise_id)
            self.exercise_page.verticalScrollBar().setValue(scrolled)
            return
        visited = self._visited
        self.show_all()
        if visited:
            self.left.emit(visited)

    @Slot()
    def show_all(self) -> None:
        """Show all exercises again, as they were left."""
        self._trail.clear()
        self._visited = ""
        self.setCurrentWidget(self.browser)
        self.browser.take_focus()

    def _show(self, exercise_id: str) -> None:
        self._shown = exercise_id
        page = self.exercise_page
        page.show_exercise(exercise_view(self._catalogue, ExerciseId(exercise_id), self._citations))
        self.setCurrentWidget(page)
        page.take_focus()

    @Slot(str)
    def _open_neighbour(self, exercise_id: str) -> None:
        if self._trail and self._trail[-1][0] == exercise_id:
            self.go_back()
            return
        self._trail.append((self._shown, self.exercise_page.verticalScrollBar().value()))
        self._show(exercise_id)

    @Slot()
    def _find(self) -> None:
        self.show_all()
        self.browser.focus_search()
