"""What the Library says where no exercise fits: what to change, each with what it brings."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.layouts import Column
from kinetic_home.ui.widgets.text import Text
from kinetic_home.workflow.library import LibraryView, Wanted, WayOut, count_in_words


class NothingFound(QScrollArea):
    """Offers ways out; `chosen` carries what to look for instead."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._wanted = Wanted()
        self._ways: tuple[WayOut, ...] = ()
        self.setObjectName("nothingFound")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        column = Column(look, inside, gap=1.5, margins=(1, 4, 2, 2))
        self._title, self._hint = Text(look, "", "heading", strong=True), Text(look, "", "body", role="quiet")
        column.addWidget(self._title)
        column.addWidget(self._hint)
        self._buttons = Column(look, gap=1)
        column.addLayout(self._buttons)
        column.addStretch(1)
        self.setWidget(inside)

    def show_ways(self, view: LibraryView) -> None:
        """Offer the ways out of a view that has no cards."""
        if (view.wanted, view.ways_out) == (self._wanted, self._ways):
            return
        self._wanted = view.wanted
        self._ways = view.ways_out
        if view.wanted.choices:
            self._title.say(self.tr("No exercise fits all of this"))
            self._hint.say(self.tr("Change one thing:"))
        else:
            self._title.say(self.tr("Nothing found for «{words}»").format(words=view.wanted.words.strip()))
            self._hint.say(self.tr("Check how it is spelled, or try one simple word, such as «knee»."))
        while (item := self._buttons.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, way in enumerate(self._ways):
            words = f"{way.words} · {count_in_words(way.count)}"
            button = Button(self._look, words, name=f"wayOut-{number}", parent=self.widget())
            button.clicked.connect(self._choose)
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            button.show()

    def focus_first(self) -> None:
        """Give the keyboard to the first way out."""
        first = self._buttons.itemAt(0)
        if first is not None and (button := first.widget()) is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _choose(self) -> None:
        number = int(self.sender().objectName().rpartition("-")[2])
        self.chosen.emit(self._ways[number].wanted)
