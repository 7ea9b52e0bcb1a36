"""Right and wrong: an exercise's checks, and of the chosen one what goes wrong and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.theme.tokens import Role
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.card import Card
from kinetic_home.ui.widgets.flow import Flow
from kinetic_home.ui.widgets.layouts import Column, Row
from kinetic_home.ui.widgets.shape import Shape
from kinetic_home.ui.widgets.switch import Switch
from kinetic_home.ui.widgets.text import Text
from kinetic_home.workflow.library_exercise import Checkpoint


class Checkpoints(Card):
    """A button for each checkpoint; `chosen` carries the one to show, or None, and whether with its lines."""

    chosen = Signal(object, bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "card", parent)
        self._seen = look
        self._all: tuple[Checkpoint, ...] = ()
        self._shown: Checkpoint | None = None
        self._buttons: list[Button] = []
        self.setObjectName("checkpoints")
        column = Column(look, self, gap=1.25, margins=(3, 2.5, 3, 2.5))
        column.addWidget(Text(look, self.tr("Right and wrong"), "heading", strong=True))
        self._hint = Text(look, self.tr("Choose one to see it beside the right way."), "body", role="quiet")
        column.addWidget(self._hint)
        row = QWidget()
        self._row = Flow(look, row, gap=1)
        column.addWidget(row)
        self._words = QWidget()
        words = Column(look, self._words, gap=1)
        self._ask = Text(look, "", "lead", strong=True)
        self._wrong, self._right = _Line(look, "square", "stop_text"), _Line(look, "disc", "action_text")
        words.addWidget(self._ask)
        words.addWidget(self._wrong)
        words.addWidget(self._right)
        self._lines = QWidget()
        lines = Row(look, self._lines, gap=1.5)
        self._switch = Switch(look, name="showLines", label=self.tr("Show the line"))
        self._switch.setChecked(True)
        lines.addWidget(self._switch)
        lines.addWidget(Text(look, self.tr("Show the line"), "body"), 1)
        words.addWidget(self._lines)
        column.addWidget(self._words)
        self._switch.toggled.connect(self._tell)

    def show_checkpoints(self, checkpoints: tuple[Checkpoint, ...]) -> None:
        """Offer these; none is chosen yet."""
        self._all, self._shown = checkpoints, None
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons = []
        for number, checkpoint in enumerate(checkpoints):
            button = Button(self._seen, checkpoint.name, name=f"check-{number}", icon="wrong", dense=True, parent=self)
            button.setCheckable(True)
            button.clicked.connect(self._choose)
            self._row.addWidget(button)
            button.show()
            self._buttons.append(button)
        self._show_words()

    @Slot()
    def _choose(self) -> None:
        number = int(self.sender().objectName().rpartition("-")[2])
        self._shown = None if self._all[number] == self._shown else self._all[number]
        for place, button in enumerate(self._buttons):
            button.setChecked(self._all[place] == self._shown)
        self._show_words()
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self._shown, self._switch.isChecked())

    def _show_words(self) -> None:
        shown = self._shown
        self._words.setVisible(shown is not None)
        self._hint.setVisible(shown is None)
        if shown is not None:
            self._ask.say(shown.check.ask)
            self._wrong.say(self.tr("What goes wrong: {words}").format(words=shown.wrong))
            self._right.say(self.tr("What to do: {words}").format(words=shown.right))
            self._lines.setVisible(shown.check.overlay is not None)


class _Line(QWidget):
    """A sentence after its shape."""

    def __init__(self, look: Look, shape: str, role: Role) -> None:
        super().__init__()
        row = Row(look, self, gap=1.25)
        self._words = Text(look, "", "body")
        row.addWidget(Shape(look, shape, role), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def say(self, text: str) -> None:
        """Say something else."""
        self._words.say(text)
