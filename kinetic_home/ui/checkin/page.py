"""The check-in: four short questions one after the other, and a plain word on what they mean for today."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kinetic_home.domain.checkin import CheckinAdvice, CheckinResult, advise
from kinetic_home.domain.events import CheckinGiven
from kinetic_home.domain.scales import Nprs, Swelling
from kinetic_home.ui.checkin.advice import AdviceStep
from kinetic_home.ui.checkin.steps import PainStep, PlaceStep, SleepStep, Step, SwellingStep
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.flow import Flow
from kinetic_home.ui.widgets.page import Page
from kinetic_home.ui.widgets.text import Text
from kinetic_home.ui.words import tr
from kinetic_home.workflow.views import CheckinView

_PAIN, _PLACE, _SWELLING, _SLEEP, _ADVICE = range(5)


class CheckinPage(Page):
    """Asks before a session; every signal but `closed` carries a CheckinGiven, so that no answer is lost.

    `checkin_given` goes on to the session, `recovery_chosen` to the recovery session, `stayed_out` ends the day's
    work before it began, `closed` goes back without a check-in.
    """

    checkin_given = Signal(object)
    recovery_chosen = Signal(object)
    stayed_out = Signal(object)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "checkinPage", parent)
        self._usual: Nprs | None = None
        self._title = Text(look, "", "body", role="quiet", tabular=True)
        self._session_title = ""
        self._number = _PAIN
        self._pain, self._place = PainStep(look), PlaceStep(look)
        self._swelling, self._sleep = SwellingStep(look), SleepStep(look)
        self._advice = AdviceStep(look)
        self._steps: tuple[Step, ...] = (self._pain, self._place, self._swelling, self._sleep, self._advice)
        self.body.addStretch(1)
        self.body.addWidget(self._title)
        for step in self._steps:
            self.body.addWidget(step, 100 if step is self._place else 0)
            step.passed_on.connect(self._go_on)
            step.answered.connect(self._show_buttons)
        self._back = Button(look, self.tr("Back"), name="checkinBack", kind="quiet", icon="back", key="Esc", large=True)
        self._on = Button(look, self.tr("Next"), name="checkinNext", kind="primary", key=tr("Enter"), large=True)
        buttons = self._buttons = QWidget()
        row = Flow(look, buttons)
        row.addWidget(self._on)
        row.addWidget(self._back)
        self.body.addWidget(buttons)
        self.body.addStretch(2)
        self._back.clicked.connect(self._go_back)
        self._on.clicked.connect(self._go_on)
        self._advice.went_on.connect(self._say_given)
        self._advice.chose_recovery.connect(self._say_recovery)
        self._advice.stayed_out.connect(self._say_out)
        self._advice.asked_again.connect(self._show_step)

    def show_checkin(self, view: CheckinView) -> None:
        """Ask afresh before a session."""
        self._usual = view.usual_pain
        self._advice.show_session(view)
        self._session_title = view.session_title
        self._pain.scale.show_score(None)
        self._place.map.show_places(())
        self._place.show_named()
        self._swelling.choices.choose(None)
        self._sleep.show_hours(None)
        self._show_step(_PAIN)

    @property
    def given(self) -> CheckinGiven:
        """Return what was answered so far; what was not answered is None or empty."""
        score, swelling = self._pain.scale.score, self._swelling.choices.value
        return CheckinGiven(
            pain=None if score is None else Nprs(score),
            places=self._place.map.places if score != 0 else (),
            swelling=swelling if isinstance(swelling, Swelling) else None,
            sleep_h=self._sleep.hours,
        )

    @property
    def advice(self) -> CheckinAdvice:
        """Return what the answers mean for today."""
        return advise(self.given, self._usual)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keyboard to the question."""
        super().showEvent(event)
        self._steps[self._number].take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        else:
            super().keyPressEvent(event)

    @Slot(int)
    def _show_step(self, number: int) -> None:
        if number == _ADVICE:
            self._advice.show_advice(self.given, self.advice)
        self._number = number
        before = self.tr("Before «{title}»").format(title=self._session_title)
        place = self.tr("Check-in · {n} of {all}").format(n=number + 1, all=_ADVICE)
        self._title.say(before if number == _ADVICE else place)
        for other, step in enumerate(self._steps):
            step.setVisible(other == number)
        self._buttons.setVisible(number != _ADVICE)
        self._show_buttons()
        self._steps[number].take_focus()
        self.verticalScrollBar().setValue(0)

    @Slot()
    def _show_buttons(self) -> None:
        given, number = self.given, self._number
        open_answers = {
            _PAIN: given.pain is None,
            _PLACE: not given.places,
            _SWELLING: given.swelling is None,
            _SLEEP: given.sleep_h is None,
        }
        unanswered = open_answers.get(number, False)
        self._on.reword(self.tr("Skip this") if unanswered else self.tr("Next"))
        self._on.set_kind("plain" if unanswered else "primary")

    @Slot()
    def _go_on(self) -> None:
        number = self._number
        painless = number == _PAIN and self._pain.scale.score == 0
        self._show_step(min(_ADVICE, number + (2 if painless else 1)))

    @Slot()
    def _go_back(self) -> None:
        number = self._number
        painless = number == _SWELLING and self._pain.scale.score == 0
        if number == _PAIN:
            self.closed.emit()
        else:
            self._show_step(number - (2 if painless else 1))

    def _say_given(self) -> None:
        if self.advice.result is not CheckinResult.RECOVERY_ONLY:
            self.checkin_given.emit(self.given)

    def _say_recovery(self) -> None:
        self.recovery_chosen.emit(self.given)

    def _say_out(self) -> None:
        self.stayed_out.emit(self.given)
