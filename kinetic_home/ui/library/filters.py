"""The filters: for each facet its options with the number of exercises that each has."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from kinetic_home.ui.library.option import OptionBox
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.flow import Flow
from kinetic_home.ui.widgets.layouts import Column
from kinetic_home.ui.widgets.text import Text
from kinetic_home.workflow.library import Choice, Facet, Group

_GAP, _MARGIN = 0.25, 1
# A column of options is at least so many heights of the small text wide.
_COLUMN = 16


class FilterPanel(QScrollArea):
    """Shows groups of options; `toggled` carries the choice that the person took or let go."""

    toggled = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._boxes: dict[Choice, OptionBox] = {}
        self._flows: dict[Facet, Flow] = {}
        self.setObjectName("filterPanel")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._column = Column(look, inside, gap=1, margins=(_MARGIN, 0, _MARGIN, 2))
        for facet in Facet:
            self._column.addWidget(Text(look, facet.value, "caption", role="quiet", strong=True))
            room = QWidget()
            self._flows[facet] = Flow(look, room, gap=_GAP)
            self._column.addWidget(room)
        self._column.addStretch(1)
        self.setWidget(inside)

    def show_groups(self, groups: tuple[Group, ...]) -> None:
        """Show the options; they are made when they are first shown."""
        for group in groups:
            for option in group.options:
                if option.choice not in self._boxes:
                    box = OptionBox(self._look, option.choice, self.widget())
                    box.clicked.connect(self._toggle)
                    self._boxes[option.choice] = box
                    self._flows[group.facet].addWidget(box)
                self._boxes[option.choice].show_option(option)
        self._line_up()

    def focus_first(self) -> None:
        """Give the keyboard to the first option."""
        first = next(iter(self._boxes.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the options in columns of one width."""
        super().resizeEvent(event)
        self._line_up()

    def _line_up(self) -> None:
        room = self.viewport().width() - 2 * self._look.space(_MARGIN)
        gap = self._look.space(_GAP)
        columns = max(1, room // (_COLUMN * self._look.text_px("caption")))
        for box in self._boxes.values():
            box.set_least_width((room - gap * (columns - 1)) // columns)

    @Slot()
    def _toggle(self) -> None:
        box = self.sender()
        if isinstance(box, OptionBox):
            self.toggled.emit(box.choice)
