"""What the Library says where no exercise fits: what to change, each with what it brings."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.layouts import Column
from kinetic_home.ui.widgets.text import Text
from kinetic_home.workflow.library import WayOut, count_in_words


class NothingFound(QScrollArea):
    """Offers ways out; `chosen` carries what to look for instead."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._ways: tuple[WayOut, ...] = ()
        self.setObjectName("nothingFound")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        column = Column(look, inside, gap=1.5, margins=(2, 4, 2, 2))
        column.addWidget(Text(look, self.tr("No exercise fits all of this"), "heading", strong=True))
        column.addWidget(Text(look, self.tr("Change one thing:"), "body", role="quiet"))
        self._buttons = Column(look, gap=1)
        column.addLayout(self._buttons)
        column.addStretch(1)
        self.setWidget(inside)

    def show_ways(self, ways: tuple[WayOut, ...]) -> None:
        """Offer these."""
        if ways == self._ways:
            return
        self._ways = ways
        while (item := self._buttons.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, way in enumerate(ways):
            words = f"{way.words} · {count_in_words(way.count)}"
            button = Button(self._look, words, name=f"wayOut-{number}", parent=self.widget())
            button.clicked.connect(self._choose)
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            button.show()

    @Slot()
    def _choose(self) -> None:
        number = int(self.sender().objectName().rpartition("-")[2])
        self.chosen.emit(self._ways[number].wanted)
