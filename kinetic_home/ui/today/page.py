"""The Today page: what to do now, large; how the last two weeks went, small."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.today.session_card import DueSession, OfferedSession
from kinetic_home.ui.today.week_strip import MARKS, WeekStrip, state_word
from kinetic_home.ui.widgets.card import Card
from kinetic_home.ui.widgets.flow import Flow
from kinetic_home.ui.widgets.layouts import Column, Row
from kinetic_home.ui.widgets.page import Page
from kinetic_home.ui.widgets.shape import Shape
from kinetic_home.ui.widgets.text import Text
from kinetic_home.ui.words import day_words, tr
from kinetic_home.workflow.day_views import DayMark, DayState, ResumeOffer, SessionCard, TodayView

if TYPE_CHECKING:
    from kinetic_home.ui.today.rest_card import RestCard
    from kinetic_home.ui.today.resume_card import ResumeCard
    from kinetic_home.ui.widgets.notice import Notice


class TodayPage(Page):
    """Shows a TodayView.

    `started` carries a session's id, `resumed` and `discarded` a session's ref, `exercise_chosen` an exercise's id.
    It is the first page that is painted, so what most days do not show is imported and made when a day first asks.
    """

    started = Signal(str)
    resumed = Signal(str)
    discarded = Signal(str)
    exercise_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "todayPage", parent)
        self._notice: Notice | None = None
        self._resume: ResumeCard | None = None
        self._due: DueSession | None = None
        self._rest: RestCard | None = None
        self._where = Text(look, "", "body", role="quiet")
        self._date = Text(look, "", "heading", strong=True)
        self._cards = Column(look, gap=2.5)
        self._offers = QWidget()
        self._offers_column = Column(look, self._offers, gap=1.5)
        self._weeks = _TwoWeeks(look)
        head = Column(look, gap=0.25)
        head.addWidget(self._date)
        head.addWidget(self._where)
        self.body.addLayout(head)
        self.body.addLayout(self._cards)
        for part in (self._offers, self._weeks):
            self.body.addWidget(part)
        self.body.addStretch(1)

    @property
    def notice(self) -> Notice:
        """Return the word at the top of the page, made now where nothing was said before."""
        if self._notice is None:
            from kinetic_home.ui.widgets.notice import Notice  # noqa: PLC0415 (see the class)

            self._notice = Notice(self.look, name="todayNotice")
            self.body.insertWidget(0, self._notice)
        return self._notice

    def show_today(self, view: TodayView) -> None:
        """Show the day."""
        self._date.say(day_words(view.date))
        self._where.say(_week_words(view))
        self._show_resume(view.resume)
        # While a session waits to be taken up, nothing else is offered: beginning another would end it unasked.
        waits = view.resume is not None
        self._show_due(None if waits else view.session)
        self._show_rest(view if view.session is None and view.resume is None else None)
        self._show_offers(() if waits else view.offered)
        self._weeks.show_days(view.strip)

    def focus_first(self) -> None:
        """Give the keyboard to the one thing to do."""
        if self._resume is not None and not self._resume.isHidden():
            self._resume.focus_go_on()
        elif self._due is not None and not self._due.isHidden():
            self._due.focus_start()
        elif (offer := self._offers.findChild(OfferedSession)) is not None:
            offer.focus_start()

    def focus_exercise(self, exercise_id: str) -> None:
        """Give the keyboard to an exercise of today's session, or to the one thing to do where it is not there."""
        link = None if self._due is None else self._due.link_to(exercise_id)
        if link is None:
            self.focus_first()
            return
        link.setFocus(Qt.FocusReason.OtherFocusReason)
        self.settle()
        self.ensureWidgetVisible(link)

    def _show_resume(self, offer: ResumeOffer | None) -> None:
        if self._resume is None and offer is not None:
            from kinetic_home.ui.today.resume_card import ResumeCard  # noqa: PLC0415 (see the class)

            self._resume = ResumeCard(self.look)
            self._resume.resumed.connect(self.resumed)
            self._resume.discarded.connect(self.discarded)
            self._cards.insertWidget(0, self._resume)
        if self._resume is not None:
            self._resume.setVisible(offer is not None)
            if offer is not None:
                self._resume.show_offer(offer)

    def _show_due(self, session: SessionCard | None) -> None:
        if self._due is None and session is not None:
            self._due = DueSession(self.look)
            self._due.started.connect(self.started)
            self._due.exercise_chosen.connect(self.exercise_chosen)
            self._cards.addWidget(self._due)
        if self._due is not None:
            self._due.setVisible(session is not None)
            if session is not None:
                self._due.show_card(session)

    def _show_rest(self, view: TodayView | None) -> None:
        if self._rest is None and view is not None:
            from kinetic_home.ui.today.rest_card import RestCard  # noqa: PLC0415 (see the class)

            self._rest = RestCard(self.look)
            self._cards.addWidget(self._rest)
        if self._rest is not None:
            self._rest.setVisible(view is not None)
            if view is not None:
                self._rest.show_rest(view)

    def _show_offers(self, cards: Sequence[SessionCard]) -> None:
        while (item := self._offers_column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if cards:
            self._offers_column.addWidget(Text(self.look, self.tr("You can also do"), "body", strong=True))
        for card in cards:
            offer = OfferedSession(self.look, card, self._offers)
            offer.started.connect(self.started)
            self._offers_column.addWidget(offer)
        self._offers.setVisible(bool(cards))


class _TwoWeeks(Card):
    """The strip of two weeks with the sentence that says what it shows."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "card", parent)
        column = Column(look, self, gap=1.5, margins=(4, 3, 4, 3))
        self._sentence = Text(look, "", "body", strong=True)
        self._strip = WeekStrip(look)
        column.addWidget(self._sentence)
        column.addWidget(self._strip)
        key = QWidget()
        flow = Flow(look, key, gap=2)
        self._marks = {state: self._mark(look, state) for state in MARKS if state is not DayState.TODAY}
        for mark in self._marks.values():
            flow.addWidget(mark)
        column.addWidget(key)

    def show_days(self, days: tuple[DayMark, ...]) -> None:
        """Show the days."""
        done = sum(day.state is DayState.DONE for day in days)
        part = sum(day.state is DayState.PART_DONE for day in days)
        words = self.tr("Last two weeks: {n} done").format(n=done)
        self._sentence.say(f"{words}, {self.tr('{n} in part').format(n=part)}" if part else words)
        self._strip.show_days(days)
        shown = {day.state for day in days}
        for state, mark in self._marks.items():
            mark.setVisible(state in shown)

    def _mark(self, look: Look, state: DayState) -> QWidget:
        pair = QWidget()
        row = Row(look, pair, gap=0.75)
        shape, role = MARKS[state]
        row.addWidget(Shape(look, shape, role))
        row.addWidget(Text(look, state_word(state), "caption", role="quiet", wrap=False))
        return pair


def _week_words(view: TodayView) -> str:
    """Return where in the plan the day lies; after its weeks the plan goes on as in its last one."""
    if view.week > view.weeks:
        return tr("{plan} · week {n}, as in week {all}").format(plan=view.plan_title, n=view.week, all=view.weeks)
    return tr("{plan} · week {n} of {all}").format(plan=view.plan_title, n=view.week, all=view.weeks)
