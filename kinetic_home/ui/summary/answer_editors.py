"""What opens below an answer of the summary to give it anew: the scale of pain, or Yes and No."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kinetic_home.ui.pain_bands import pain_bands
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.choices import Choices
from kinetic_home.ui.widgets.flow import Flow
from kinetic_home.ui.widgets.layouts import Column
from kinetic_home.ui.widgets.scale_picker import ScalePicker
from kinetic_home.ui.words import tr


class PainEditor(QWidget):
    """The scale of pain; `gave` carries the number, or None where the answer is taken back."""

    gave = Signal(object)
    closed = Signal()

    def __init__(self, look: Look, label: str, score: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("painEditor")
        self._scale = ScalePicker(
            look,
            name="painAgain",
            label=label,
            low_word=tr("no pain"),
            high_word=tr("the worst pain you can think of"),
            bands=pain_bands(),
        )
        self._scale.show_score(score)
        self._save = Button(look, tr("Save"), name="savePain", kind="primary", key=tr("Enter"))
        column = Column(look, self, gap=1.5, margins=(0, 1, 1.5, 1.5))
        column.addWidget(self._scale)
        buttons = QWidget()
        row = Flow(look, buttons)
        row.addWidget(self._save)
        self._back, self._leave = ways_out(look, row, answered=score is not None)
        column.addWidget(buttons)
        self._scale.picked.connect(self._weigh)
        self._scale.cleared.connect(self._weigh)
        self._scale.confirmed.connect(self._give)
        self._save.clicked.connect(self._give)
        self._back.clicked.connect(self._take_back)
        self._leave.clicked.connect(self.closed)
        self._weigh()

    def take_focus(self) -> None:
        """Give the keyboard to the scale."""
        self._scale.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the scale's keys wherever the focus is in here."""
        if not self._scale.take_key(event):
            super().keyPressEvent(event)

    @Slot()
    def _weigh(self) -> None:
        self._save.setEnabled(self._scale.score is not None)

    @Slot()
    def _give(self) -> None:
        self.gave.emit(self._scale.score)

    @Slot()
    def _take_back(self) -> None:
        self.gave.emit(None)


class CheckEditor(QWidget):
    """Yes and No; `gave` carries True for yes, or None where the answer is taken back."""

    gave = Signal(object)
    closed = Signal()

    def __init__(self, look: Look, clean: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checkEditor")
        self._choices = Choices(look, ((True, tr("Yes"), "Y"), (False, tr("No"), "N")), name="cleanAgain")
        self._answered = clean is not None
        if self._answered:
            self._choices.choose(clean)
        box = Column(look, self, gap=0, margins=(0, 0.5, 1.5, 1.5))
        buttons = QWidget()
        row = Flow(look, buttons)
        row.addWidget(self._choices)
        self._back, self._leave = ways_out(look, row, answered=self._answered)
        box.addWidget(buttons)
        self._choices.picked.connect(self.gave)
        self._back.clicked.connect(self._take_back)
        self._leave.clicked.connect(self.closed)

    def take_focus(self) -> None:
        """Give the keyboard to the answer; where there is none, to what a stray key does no harm on."""
        if self._answered:
            self._choices.focus_first()
        else:
            self._leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the answers wherever the focus is in here."""
        if not self._choices.take_key(event):
            super().keyPressEvent(event)

    @Slot()
    def _take_back(self) -> None:
        self.gave.emit(None)


def ways_out(look: Look, row: Flow, *, answered: bool) -> tuple[Button, Button]:
    """Add the button that takes the answer back, hidden where there is none, and the one that leaves it as it is."""
    back = Button(look, tr("Take it back"), name="takeBack")
    leave = Button(look, tr("Leave it as it is"), name="leaveAnswer", kind="quiet", key="Esc")
    row.addWidget(back)
    row.addWidget(leave)
    back.setVisible(answered)
    return back, leave
