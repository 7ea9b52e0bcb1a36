"""A day without a session: what it is for, or that today's session is done, and what comes next."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.card import Card
from kinetic_home.ui.widgets.layouts import Column, Row
from kinetic_home.ui.widgets.shape import Shape
from kinetic_home.ui.widgets.text import Text
from kinetic_home.ui.words import day_words
from kinetic_home.workflow.day_views import TodayView


class RestCard(Card):
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
