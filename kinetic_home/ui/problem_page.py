"""What the window shows where the program cannot work: one sentence, the cause, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.card import Card
from kinetic_home.ui.widgets.flow import Flow
from kinetic_home.ui.widgets.layouts import Column, Row
from kinetic_home.ui.widgets.page import Page
from kinetic_home.ui.widgets.shape import Shape
from kinetic_home.ui.widgets.text import Text


class ProblemPage(Page):
    """Shows a problem; `tried_again` and `quit_chosen` are the two ways out."""

    tried_again = Signal()
    quit_chosen = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "problemPage", parent)
        card = Card(look)
        column = Column(look, card, gap=2, margins=(4, 4, 4, 4))
        head = Row(look, gap=1.5)
        self._sentence = Text(look, "", "heading", strong=True)
        head.addWidget(Shape(look, "square", "stop_text"))
        head.addWidget(self._sentence, 1)
        self._way_out = Text(look, "", "lead")
        self._details = Text(look, "", "body", role="quiet")
        self._details.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._details.setAccessibleName(self.tr("Details"))
        buttons = QWidget()
        row = Flow(look, buttons)
        self._again = Button(look, self.tr("Try again"), name="tryAgain", kind="primary")
        leave = Button(look, self.tr("Close the program"), name="quit", kind="quiet")
        row.addWidget(self._again)
        row.addWidget(leave)
        column.addLayout(head)
        column.addWidget(self._way_out)
        column.addWidget(self._details)
        column.addWidget(buttons)
        self.body.addStretch(1)
        self.body.addWidget(card)
        self.body.addStretch(2)
        self._again.clicked.connect(self.tried_again)
        leave.clicked.connect(self.quit_chosen)

    def show_problem(self, sentence: str, way_out: str, details: str) -> None:
        """Show what is wrong in one sentence, what to do, and the details for whoever helps."""
        self._sentence.say(sentence)
        self._way_out.say(way_out)
        self._details.say(details)
        self._again.setFocus(Qt.FocusReason.OtherFocusReason)
