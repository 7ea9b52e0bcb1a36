"""«Pain»: how bad it is, from 0 to 10; then the exercise is left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kinetic_home.domain.scales import Nprs, PainBand
from kinetic_home.ui.answer_words import band_mark
from kinetic_home.ui.pain_bands import pain_bands
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.flow import Flow
from kinetic_home.ui.widgets.layouts import Column
from kinetic_home.ui.widgets.scale_picker import ScalePicker
from kinetic_home.ui.widgets.text import Text
from kinetic_home.ui.words import tr


class PainPanel(QWidget):
    """Asks for the score and leaves the exercise; `gave_score` carries it, `closed` goes on with the exercise.

    Nobody in pain has to find a number first: `left` leaves the exercise without one.
    """

    gave_score = Signal(int)
    left = Signal()
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("painPanel")
        column = Column(look, self, gap=2)
        column.addStretch(1)
        column.addWidget(Text(look, self.tr("How bad is your pain right now?"), "heading", strong=True))
        column.addWidget(Text(look, scale_words(), "body", role="quiet"))
        self._scale = pain_scale(look, "painNow", self.tr("Pain now"))
        self._meaning = Text(look, "", "lead", strong=True)
        column.addWidget(self._scale)
        column.addWidget(self._meaning)
        buttons = QWidget()
        row = Flow(look, buttons)
        self._leave = Button(
            look, self.tr("Leave this exercise"), name="leaveExercise", kind="stop", key=tr("Enter"), large=True
        )
        back = Button(look, self.tr("Go on with it"), name="painBack", kind="quiet", key="Esc")
        row.addWidget(self._leave)
        row.addWidget(back)
        column.addWidget(buttons)
        column.addStretch(2)
        self._scale.picked.connect(self._weigh)
        self._scale.cleared.connect(self._weigh)
        self._scale.confirmed.connect(self.gave_score)
        self._leave.clicked.connect(self._give)
        back.clicked.connect(self.closed)

    def open(self) -> None:
        """Ask afresh."""
        self._scale.show_score(None)
        self._weigh()
        self._scale.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by keyboard wherever the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._scale.score is None:
            self.left.emit()
        elif not self._scale.take_key(event):
            super().keyPressEvent(event)

    def _weigh(self) -> None:
        score = self._scale.score
        show_meaning(self._meaning, None if score is None else Nprs(score))

    def _give(self) -> None:
        if self._scale.score is None:
            self.left.emit()
        else:
            self.gave_score.emit(self._scale.score)


def pain_scale(look: Look, name: str, label: str, parent: QWidget | None = None) -> ScalePicker:
    """Return the pain scale with its bands."""
    return ScalePicker(
        look,
        name=name,
        label=label,
        low_word=tr("no pain"),
        high_word=tr("the worst pain you can think of"),
        bands=pain_bands(),
        parent=parent,
    )


def scale_words() -> str:
    """Return what both ends of the pain scale mean."""
    return tr("0 means no pain. 10 means the worst pain you can think of.")


def show_meaning(label: Text, pain: Nprs | None) -> None:
    """Say what a score during exercise means. Source: Thomee 1997 and NEMEX [V1, V1b]."""
    if pain is None:
        label.say(" ")
        return
    label.say(
        {
            PainBand.SAFE: tr("0 to 2: safe. Carry on."),
            PainBand.ACCEPTABLE: tr("3 to 5: okay if it settles by the next morning. Go slow or make it smaller."),
            PainBand.TOO_MUCH: tr("6 to 10: too much. Stop this exercise."),
        }[pain.band]
    )
    label.set_role(band_mark(pain.band)[1])
