"""Why the session is ended, or a set or an exercise left out: six reasons, one key each, no window of its own."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kinetic_home.ui.answer_words import reasons
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.choices import Choices
from kinetic_home.ui.widgets.layouts import Column
from kinetic_home.ui.widgets.text import Text


class Leaving(StrEnum):
    """What the person wants to leave."""

    SET = "set"
    EXERCISE = "exercise"
    SESSION = "session"


class LeavePanel(QWidget):
    """Asks why; `left` carries a Leaving and a SkipReason, `closed` goes on where the session stood."""

    left = Signal(object, object)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("leavePanel")
        column = Column(look, self, gap=1.25)
        self._heading = Text(look, "", "heading", strong=True)
        self._words = Text(look, "", "body", role="quiet")
        scopes = (
            (Leaving.SET, self.tr("This set"), "S"),
            (Leaving.EXERCISE, self.tr("The whole exercise"), "E"),
        )
        self._scope = Choices(look, scopes, name="leaveScope")
        self._reasons = Choices(look, reasons(), name="leaveReason", column=True, keep=False, large=True)
        back = Button(look, self.tr("Go on"), name="leaveBack", kind="quiet", key="Esc")
        column.addStretch(1)
        for part in (self._heading, self._words, self._scope, self._reasons):
            column.addWidget(part)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)
        self._session = False
        self._reasons.picked.connect(self._leave)
        back.clicked.connect(self.closed)

    def open(self, *, session: bool) -> None:
        """Ask why the session is ended, or why a set or an exercise is left out."""
        self._session = session
        self._scope.setVisible(not session)
        self._scope.choose(Leaving.SET)
        if session:
            self._heading.say(self.tr("End the session here?"))
            self._words.say(self.tr("What you did is kept. Choose why, so that your log tells the whole story."))
        else:
            self._heading.say(self.tr("What do you want to leave out?"))
            self._words.say(self.tr("Then choose why."))
        # Not on a reason: a stray press of Space or Enter must not choose one.
        self._heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by one key wherever the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif not (self._reasons.take_key(event) or (not self._session and self._scope.take_key(event))):
            super().keyPressEvent(event)

    def _leave(self, reason: object) -> None:
        self.left.emit(Leaving.SESSION if self._session else self._scope.value, reason)
