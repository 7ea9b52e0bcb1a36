"""All exercises: search, filters, and the grid of what fits."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from kinetic_home.ui.library.filters import FilterPanel
from kinetic_home.ui.library.grid import CardGrid
from kinetic_home.ui.library.nothing_found import NothingFound
from kinetic_home.ui.library.search_field import SearchField
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.layouts import Column, Row
from kinetic_home.ui.widgets.text import Text
from kinetic_home.workflow.library import Choice, LibraryView, Shelf, Wanted, count_in_words

# From so many heights of the body text on, the filters are beside the cards; they are so many wide.
_WIDE, _PANEL = 56, 16.5
# From so many on there is room for the page's title and for all of the words of its buttons.
_ROOMY = 36
_ABOVE = (1, 0, 3.25, 0)


class Browser(QWidget):
    """Looks through a shelf; `opened` carries the id of the exercise that the person opens."""

    opened = Signal(str)

    def __init__(self, look: Look, shelf: Shelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._shelf = look, shelf
        self._wanted = Wanted()
        self._over = False
        self.setObjectName("libraryBrowser")
        self.search = SearchField(look)
        self.grid = CardGrid(look)
        self._panel = FilterPanel(look)
        self._nothing = NothingFound(look)
        self._title = Text(look, self.tr("Library"), "title", strong=True, wrap=False)
        self._filters = Button(look, self.tr("Filters"), name="showFilters", icon="filter")
        self._filters.setCheckable(True)
        self._count = Text(look, "", "body", role="quiet", tabular=True)
        self._clear = Button(look, self.tr("Clear all"), name="clearAll", kind="quiet", icon="close", dense=True)
        # The cards must not jump when there is something to clear.
        policy = self._clear.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._clear.setSizePolicy(policy)
        self._stack = QStackedWidget()
        for part in (self.grid, self._nothing):
            self._stack.addWidget(part)
        self._build(look)
        self._wire()
        self._show(shelf.view(self._wanted))
        look.changed.connect(self._arrange)

    @property
    def wanted(self) -> Wanted:
        """Return what is looked for."""
        return self._wanted

    def _build(self, look: Look) -> None:
        # The cards and the filters have a margin of their own; what stands above them keeps to their edges.
        column = Column(look, self, gap=1, margins=(2, 2.5, 1, 0))
        head = Row(look, gap=2, margins=_ABOVE)
        head.addWidget(self._title)
        head.addWidget(self.search, 1)
        head.addWidget(self._filters)
        told = Row(look, gap=1, margins=_ABOVE)
        told.addWidget(self._count, 1)
        told.addWidget(self._clear)
        body = Row(look, gap=1)
        body.addWidget(self._panel)
        body.addWidget(self._stack, 1)
        column.addLayout(head)
        column.addLayout(told)
        column.addLayout(body, 1)

    def _wire(self) -> None:
        self.search.textChanged.connect(self._search_for)
        self.search.left_downwards.connect(self._go_down)
        self.grid.opened.connect(self.opened)
        self.grid.left_upwards.connect(self.focus_search)
        self.grid.typed.connect(self._begin_to_search)
        self._panel.toggled.connect(self._toggle)
        self._nothing.chosen.connect(self._take_way_out)
        self._clear.clicked.connect(self._clear_all)
        self._filters.toggled.connect(self._lay_over)

    def take_focus(self) -> None:
        """Give the keyboard to the grid, where the person was."""
        if self._stack.currentWidget() is self.grid:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def focus_search(self) -> None:
        """Give the keyboard to the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Search with /, close the filters with Esc."""
        if event.text() == "/":
            self.focus_search()
        elif event.key() == Qt.Key.Key_Escape and self._filters.isChecked():
            self._filters.setChecked(False)
            self._filters.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.search.hasFocus():
            self.take_focus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the filters beside the cards where there is room, else in their place when they are asked for."""
        super().resizeEvent(event)
        self._arrange()

    @Slot(str)
    def _begin_to_search(self, letter: str) -> None:
        self.focus_search()
        self.search.insert(letter)

    @Slot(str)
    def _search_for(self, words: str) -> None:
        self._look_for(replace(self._wanted, words=words))

    @Slot(object)
    def _toggle(self, choice: Choice) -> None:
        self._look_for(self._wanted.toggled(choice))

    @Slot()
    def _clear_all(self) -> None:
        self._look_for(Wanted())
        self.take_focus()

    @Slot(object)
    def _take_way_out(self, wanted: Wanted) -> None:
        self._look_for(wanted)
        self.take_focus()

    @Slot(object)
    def _look_for(self, wanted: Wanted) -> None:
        self._wanted = wanted
        if self.search.text() != wanted.words:
            self.search.blockSignals(True)
            self.search.setText(wanted.words)
            self.search.blockSignals(False)
        self._show(self._shelf.view(wanted))

    def _show(self, view: LibraryView) -> None:
        self._panel.show_groups(view.groups)
        self._nothing.show_ways(view)
        self.grid.show_cards(view.cards)
        self._stack.setCurrentWidget(self.grid if view.cards else self._nothing)
        found, all_of_them = len(view.cards), self._shelf.count
        every = count_in_words(all_of_them)
        self._count.say(every if found == all_of_them else self.tr("{n} of {all}").format(n=found, all=every))
        self._clear.setVisible(view.wanted.anything)
        self._name_filters()

    def _name_filters(self) -> None:
        """Say on the button how many filters are chosen; while they lie over the cards it is the way back to these."""
        chosen = len(self._wanted.choices)
        if self._over:
            count = self.grid.model().rowCount()
            words = count_in_words(count) if self._roomy else str(count)
            self._filters.reword(self.tr("Show {n}").format(n=words), "next")
        else:
            self._filters.reword(self.tr("Filters · {n}").format(n=chosen) if chosen else self.tr("Filters"), "filter")

    @Slot()
    def _go_down(self) -> None:
        if self._stack.currentWidget() is self.grid:
            self.take_focus()
        else:
            self._nothing.focus_first()

    @Slot(bool)
    def _lay_over(self, on: bool) -> None:
        self._over = on
        self._arrange()
        if on and not self._beside:
            self._panel.focus_first()

    @property
    def _beside(self) -> bool:
        return self.width() >= _WIDE * self._look.text_px("body")

    @property
    def _roomy(self) -> bool:
        return self.width() >= _ROOMY * self._look.text_px("body")

    @Slot()
    def _arrange(self) -> None:
        beside = self._beside
        self._filters.setVisible(not beside)
        self._panel.setVisible(beside or self._over)
        self._stack.setVisible(beside or not self._over)
        self._panel.setMaximumWidth(round(_PANEL * self._look.text_px("body")) if beside else 16_777_215)
        self._panel.setMinimumWidth(round(_PANEL * self._look.text_px("body")) if beside else 0)
        self._title.setVisible(self._roomy)
        self._filters.set_compact(not self._roomy and not self._over)
        self._name_filters()
        self._settle()

    def _settle(self) -> None:
        """Give everything its place now, so that not even the first picture shows it elsewhere."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
