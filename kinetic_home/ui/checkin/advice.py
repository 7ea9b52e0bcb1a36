"""What the check-in means for today, said plainly, with every answer in sight and a way to change it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from kinetic_home.domain.checkin import CheckinAdvice, CheckinReason, CheckinResult
from kinetic_home.domain.events import CheckinGiven
from kinetic_home.domain.scales import Swelling
from kinetic_home.ui.answer_words import pain_words
from kinetic_home.ui.checkin.body_map import place_words
from kinetic_home.ui.checkin.steps import Step, hours_words
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.theme.tokens import Role
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.card import Card
from kinetic_home.ui.widgets.flow import Flow
from kinetic_home.ui.widgets.layouts import Column, Row
from kinetic_home.ui.widgets.shape import Shape
from kinetic_home.ui.widgets.text import Text
from kinetic_home.ui.words import tr
from kinetic_home.workflow.views import CheckinView

_TONES: dict[CheckinResult, tuple[Role, Role, str]] = {
    CheckinResult.GO: ("done_soft", "done_text", "disc"),
    CheckinResult.GO_EASY: ("look_soft", "look_text", "triangle"),
    CheckinResult.RECOVERY_ONLY: ("stop_soft", "stop_text", "square"),
}


class AdviceStep(Step):
    """The last step: the conclusion, the answers, and what to do; `asked_again` carries the step to go back to."""

    went_on = Signal()
    chose_recovery = Signal()
    stayed_out = Signal()
    asked_again = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "", "")
        self.heading.hide()
        self._card = Card(look)
        card = Column(look, self._card, gap=1.5, margins=(3, 3, 3, 3))
        head = Row(look, gap=1.5)
        self._shape = Shape(look)
        self._verdict = Text(look, "", "title", strong=True)
        head.addWidget(self._shape)
        head.addWidget(self._verdict, 1)
        self._why = Text(look, "", "lead")
        card.addLayout(head)
        card.addWidget(self._why)
        self.body.addWidget(self._card)
        buttons = QWidget()
        row = Flow(look, buttons)
        self._go = Button(
            look, self.tr("Start the session"), name="goOn", kind="primary", icon="play", key=tr("Enter"), large=True
        )
        self._recovery = Button(look, "", name="recovery", kind="primary", icon="play", key=tr("Enter"), large=True)
        self._out = Button(look, self.tr("Not today"), name="stayOut", kind="quiet", large=True)
        for button in (self._go, self._recovery, self._out):
            row.addWidget(button)
        self.body.addWidget(buttons)
        self._answers = _Answers(look)
        self.body.addWidget(self._answers)
        self._recovery_title: str | None = None
        self._go.clicked.connect(self.went_on)
        self._recovery.clicked.connect(self.chose_recovery)
        self._out.clicked.connect(self.stayed_out)
        self._answers.asked_again.connect(self.asked_again)

    def show_session(self, view: CheckinView) -> None:
        """Know which recovery session can be offered, if the plan has one."""
        self._recovery_title = view.recovery_title

    def show_advice(self, given: CheckinGiven, advice: CheckinAdvice) -> None:
        """Show the conclusion and the answers."""
        ground, ink, shape = _TONES[advice.result]
        if advice.result is CheckinResult.GO and CheckinReason.NO_PAIN_SCORE in advice.reasons:
            # What was not answered is no good news: no colour, no shape.
            ground, ink, shape = "well", "ink", ""
        self._card.set_role(ground)
        self._shape.show_shape(shape, ink)
        self._verdict.set_role(ink)
        self._verdict.say(verdict_words(advice.result))
        self._why.say(" ".join(why_words(advice)))
        stopped = advice.result is CheckinResult.RECOVERY_ONLY
        self._go.setVisible(not stopped)
        self._recovery.setVisible(stopped and self._recovery_title is not None)
        self._recovery.reword(self.tr("Do «{title}»").format(title=self._recovery_title or ""))
        self._answers.show_answers(given)

    def take_focus(self) -> None:
        """Give the keyboard to what is advised."""
        shown = next(button for button in (self._go, self._recovery, self._out) if not button.isHidden())
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what is advised with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            next(button for button in (self._go, self._recovery, self._out) if not button.isHidden()).click()
        else:
            event.ignore()


class _Answers(QWidget):
    """Every answer on its line, the missing ones as «not answered»; each can be given again."""

    asked_again = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = Column(look, self, gap=0.5)
        self._values: list[Text] = []
        group = QButtonGroup(self)
        for number, label in enumerate((tr("Pain now"), tr("Where"), tr("Swelling"), tr("Sleep"))):
            row = Row(look, gap=2)
            name, value = Text(look, label, role="quiet"), Text(look, "", strong=True)
            button = Button(look, self.tr("Change"), name=f"change-{number}", kind="quiet")
            button.setAccessibleName(self.tr("Change: {what}").format(what=label))
            group.addButton(button, number)
            row.addWidget(name, 1)
            row.addWidget(value, 3)
            row.addWidget(button)
            column.addLayout(row)
            self._values.append(value)
        group.idClicked.connect(self.asked_again)

    def show_answers(self, given: CheckinGiven) -> None:
        """Show the answers in words."""
        missing = self.tr("not answered")
        painless = given.pain is not None and not given.pain.score
        swelling = {
            None: missing,
            Swelling.NONE: self.tr("no more than normal"),
            Swelling.LITTLE: self.tr("a little"),
            Swelling.MUCH: self.tr("a lot"),
        }[given.swelling]
        words = (
            pain_words(given.pain),
            "; ".join(place_words(place) for place in given.places) or (self.tr("nowhere") if painless else missing),
            swelling,
            missing if given.sleep_h is None else hours_words(given.sleep_h),
        )
        for value, text in zip(self._values, words, strict=True):
            value.say(text)


def verdict_words(result: CheckinResult) -> str:
    """Return the conclusion in a word or two."""
    return {
        CheckinResult.GO: tr("Go on"),
        CheckinResult.GO_EASY: tr("Go on, but easy"),
        CheckinResult.RECOVERY_ONLY: tr("Not today"),
    }[result]


def why_words(advice: CheckinAdvice) -> tuple[str, ...]:
    """Return the reasons and what to do, in sentences. Source: clinical sections 2.5, 2.6 and 2.7."""
    said = {
        CheckinReason.SWELLING_MUCH: tr("Your joint is very swollen. Rest it today and call your clinician."),
        CheckinReason.PAIN_TOO_MUCH: tr("Your pain is 6 or more. A flare is common. It does not mean damage."),
        CheckinReason.PAIN_ABOVE_USUAL: tr("Your pain is higher than usual for you."),
        CheckinReason.SWELLING_LITTLE: tr("You have new swelling."),
        CheckinReason.SHORT_SLEEP: tr("You slept less than 5 hours."),
        CheckinReason.NO_PAIN_SCORE: tr("You gave no pain score. Stop an exercise if pain goes above 5."),
    }
    closing = {
        CheckinResult.GO: tr("Nothing you told us speaks against your session."),
        CheckinResult.GO_EASY: tr("Make the moves smaller and slower. Leave a set out if you need to."),
        CheckinResult.RECOVERY_ONLY: tr("Leave the full session for today. Gentle moves and rest help more."),
    }
    unknown = CheckinReason.NO_PAIN_SCORE in advice.reasons
    reasons = tuple(said[reason] for reason in advice.reasons)
    return reasons if unknown and advice.result is CheckinResult.GO else (*reasons, closing[advice.result])
