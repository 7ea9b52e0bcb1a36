"""The unfinished session: go on where it broke off, or leave the rest of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.card import Card
from kinetic_home.ui.widgets.flow import Flow
from kinetic_home.ui.widgets.layouts import Column
from kinetic_home.ui.widgets.text import Text
from kinetic_home.ui.words import set_words
from kinetic_home.workflow.day_views import ResumeOffer


class ResumeCard(Card):
    """Asks inside the page before it lets the rest of a session go; both signals carry the session's ref."""

    resumed = Signal(str)
    discarded = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "action_soft", parent)
        self.setObjectName("resumeCard")
        self._ref = ""
        column = Column(look, self, gap=1.5, margins=(4, 4, 4, 4))
        self._heading = Text(look, "", "title", strong=True)
        self._where = Text(look, "", "lead")
        column.addWidget(self._heading)
        column.addWidget(self._where)
        self._offer, self._sure = QWidget(), QWidget()
        offer, sure = Flow(look, self._offer), Flow(look, self._sure)
        self._go_on = Button(look, self.tr("Go on"), name="resume", kind="primary", icon="play", large=True)
        leave = Button(look, self.tr("End this session"), name="discard", kind="quiet", large=True)
        yes = Button(look, self.tr("Yes, leave it"), name="discardSure", kind="stop", large=True)
        self._no = Button(look, self.tr("No, keep it"), name="discardNot", large=True)
        offer.addWidget(self._go_on)
        offer.addWidget(leave)
        sure.addWidget(self._no)
        sure.addWidget(yes)
        column.addWidget(self._offer)
        column.addWidget(self._sure)
        self._words = ""
        self._go_on.clicked.connect(self._say_resumed)
        leave.clicked.connect(self._ask)
        yes.clicked.connect(self._say_discarded)
        self._no.clicked.connect(self._show_offer)

    def show_offer(self, offer: ResumeOffer) -> None:
        """Show an unfinished session."""
        self._ref = offer.session_ref
        self._heading.say(self.tr("You stopped at {exercise}").format(exercise=offer.exercise))
        place = set_words(offer.set_no, offer.sets, offer.side)
        self._words = self.tr("{title}. {place}. {done} of {all} sets are done.").format(
            title=offer.title, place=place, done=offer.bouts_done, all=offer.bouts
        )
        self._show_offer()

    def focus_go_on(self) -> None:
        """Give the keyboard to «Go on»."""
        self._go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_offer(self) -> None:
        self._where.say(self._words)
        self._offer.show()
        self._sure.hide()

    def _ask(self) -> None:
        self._where.say(self.tr("End this session here? What you did is kept in your log."))
        self._offer.hide()
        self._sure.show()
        self._no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_resumed(self) -> None:
        self.resumed.emit(self._ref)

    def _say_discarded(self) -> None:
        self.discarded.emit(self._ref)
