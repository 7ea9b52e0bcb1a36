"""The Today page: what to do now, large; how the last two weeks went, small."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.today.resume_card import ResumeCard
from kinetic_home.ui.today.session_card import DueSession, OfferedSession
from kinetic_home.ui.today.week_strip import MARKS, WeekStrip, state_word
from kinetic_home.ui.widgets.card import Card
from kinetic_home.ui.widgets.flow import Flow
from kinetic_home.ui.widgets.layouts import Column, Row
from kinetic_home.ui.widgets.notice import Notice
from kinetic_home.ui.widgets.page import Page
from kinetic_home.ui.widgets.shape import Shape
from kinetic_home.ui.widgets.text import Text
from kinetic_home.ui.words import day_words
from kinetic_home.workflow.day_views import DayMark, DayState, TodayView


class TodayPage(Page):
    """Shows a TodayView; `started` carries a session's id, `resumed` and `discarded` a session's ref."""

    started = Signal(str)
    resumed = Signal(str)
    discarded = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "todayPage", parent)
        self.notice = Notice(look, name="todayNotice", closes=True)
        self._where = Text(look, "", "body", role="quiet")
        self._date = Text(look, "", "heading", strong=True)
        self._resume = ResumeCard(look)
        self._due = DueSession(look)
        self._rest = _RestCard(look)
        self._offers = QWidget()
        self._offers_column = Column(look, self._offers, gap=1.5)
        self._weeks = _TwoWeeks(look)
        head = Column(look, gap=0.25)
        head.addWidget(self._date)
        head.addWidget(self._where)
        self.body.addWidget(self.notice)
        self.body.addLayout(head)
        for part in (self._resume, self._due, self._rest, self._offers, self._weeks):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._resume.resumed.connect(self.resumed)
        self._resume.discarded.connect(self.discarded)
        self._due.started.connect(self.started)

    def show_today(self, view: TodayView) -> None:
        """Show the day."""
        self._date.say(day_words(view.date))
        self._where.say(self.tr("{plan} · week {n} of {all}").format(plan=view.plan_title, n=view.week, all=view.weeks))
        self._resume.setVisible(view.resume is not None)
        if view.resume is not None:
            self._resume.show_offer(view.resume)
        self._due.setVisible(view.session is not None)
        if view.session is not None:
            self._due.show_card(view.session)
        self._rest.setVisible(view.session is None and view.resume is None)
        self._rest.show_rest(view)
        self._show_offers(view)
        self._weeks.show_days(view.strip)

    def focus_first(self) -> None:
        """Give the keyboard to the one thing to do."""
        if not self._resume.isHidden():
            self._resume.focus_go_on()
        elif not self._due.isHidden():
            self._due.focus_start()
        elif (offer := self._offers.findChild(OfferedSession)) is not None:
            offer.focus_start()

    def _show_offers(self, view: TodayView) -> None:
        while (item := self._offers_column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if view.offered:
            self._offers_column.addWidget(Text(self.look, self.tr("You can also do"), "body", strong=True))
        for card in view.offered:
            offer = OfferedSession(self.look, card, self._offers)
            offer.started.connect(self.started)
            self._offers_column.addWidget(offer)
        self._offers.setVisible(bool(view.offered))


class _RestCard(Card):
    """What a day without a session is for, or that today's session is done."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "card", parent)
        column = Column(look, self, gap=1.5, margins=(4, 4, 4, 4))
        head = Row(look, gap=1.5)
        self._tick = Shape(look)
        self._heading = Text(look, "", "title", strong=True)
        self._words = Text(look, "", "lead", role="quiet")
        self._next = Text(look, "", "body", strong=True)
        head.addWidget(self._tick)
        head.addWidget(self._heading, 1)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addWidget(self._next)

    def show_rest(self, view: TodayView) -> None:
        """Say that the day's work is done, or that it is an off day, and what comes next."""
        self._tick.show_shape("tick" if view.done_today else "", "done_text")
        if view.done_today:
            self._heading.say(self.tr("Done for today"))
            self._words.say(
                self.tr("Tired, warm or achy muscles for a day or two are normal. Eat, drink and rest well.")
            )
        else:
            self._heading.say(self.tr("Today is a day off"))
            self._words.say(self.tr("Rest helps you get strong. Take an easy walk, eat regular meals and sleep well."))
        upcoming = view.next_session_date is not None and view.next_session_title is not None
        self._next.setVisible(upcoming)
        if view.next_session_date is not None and view.next_session_title is not None:
            self._next.say(
                self.tr("Next: {title}, {day}").format(
                    title=view.next_session_title, day=day_words(view.next_session_date)
                )
            )


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
