"""The exercises of the summary: what was asked, what was done, and the answers, each of which can be changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kinetic_home.domain.scales import SkipReason
from kinetic_home.ui.answer_words import reason_words
from kinetic_home.ui.summary.answer_line import AnswerLine, ShownAnswer, shown_answers
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.theme.tokens import Role
from kinetic_home.ui.widgets.card import Card
from kinetic_home.ui.widgets.layouts import Column, Row
from kinetic_home.ui.widgets.shape import Shape
from kinetic_home.ui.widgets.text import Text
from kinetic_home.ui.words import tr
from kinetic_home.workflow.views import ExerciseSummary


class ExerciseRows(QWidget):
    """A card for each exercise; at most one answer is being changed at a time.

    `corrected` carries a fact's id, its field and the new value or None; `opened` the line whose editor opened.
    """

    corrected = Signal(str, str, object)
    opened = Signal(QWidget)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._column = Column(look, self, gap=1)
        self._rows: list[ExerciseRow] = []
        self._open: AnswerLine | None = None

    def show_exercises(self, exercises: Sequence[ExerciseSummary]) -> None:
        """Show the exercises of another session."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._open = None
        self._rows = [ExerciseRow(self._look, each, number, self) for number, each in enumerate(exercises)]
        for row in self._rows:
            self._column.addWidget(row)
            row.corrected.connect(self.corrected)
            row.opened.connect(self._keep_one_open)

    def show_answers(self, exercises: Sequence[ExerciseSummary]) -> None:
        """Show the answers of the same session as they stand now; what is open stays open."""
        for row, exercise in zip(self._rows, exercises, strict=True):
            row.show_answers(exercise)

    @Slot(QWidget)
    def _keep_one_open(self, line: AnswerLine) -> None:
        if self._open is not None and self._open is not line:
            self._open.close_editor()
        self._open = line
        self.opened.emit(line)


class ExerciseRow(Card):
    """A card with one exercise and its answers; its signals are those of its lines."""

    corrected = Signal(str, str, object)
    opened = Signal(QWidget)

    def __init__(self, look: Look, exercise: ExerciseSummary, number: int, parent: QWidget | None = None) -> None:
        super().__init__(look, "card", parent)
        self._number = number
        self._column = Column(look, self, gap=0, margins=(3, 2, 1.5, 1))
        head = Row(look, gap=1.5, margins=(0, 0, 1.5, 1))
        head.addWidget(Shape(look, *done_mark(exercise)))
        head.addWidget(Text(look, exercise.name, "body", strong=True), 2)
        head.addWidget(Text(look, done_words(exercise), "body", tabular=True), 3)
        self._column.addLayout(head)
        self._lines: list[AnswerLine] = []
        self._make_lines(shown_answers(exercise))

    def show_answers(self, exercise: ExerciseSummary) -> None:
        """Show the answers of the same exercise as they stand now."""
        answers = shown_answers(exercise)
        if len(answers) != len(self._lines):  # an answer that waited for the disk has reached the log since
            self._make_lines(answers)
        for line, answer in zip(self._lines, answers, strict=True):
            line.show_answer(answer)

    def _make_lines(self, answers: Sequence[ShownAnswer]) -> None:
        for line in self._lines:
            line.close_editor()
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [
            AnswerLine(self._look, answer, name=f"{self._number}-{place}", parent=self)
            for place, answer in enumerate(answers)
        ]
        for line in self._lines:
            self._column.addWidget(line)
            line.corrected.connect(self.corrected)
            line.opened.connect(self.opened)


def done_words(exercise: ExerciseSummary) -> str:
    """Return what was done beside what was asked."""
    if exercise.complete:
        return exercise.prescribed
    words = tr("{done} (asked: {asked})").format(done=exercise.performed, asked=exercise.prescribed)
    if exercise.reason is None:
        return words
    return f"{words} · {reason_words(SkipReason(exercise.reason)).lower()}"


def done_mark(exercise: ExerciseSummary) -> tuple[str, Role]:
    """Return the sign of what was done, shape and colour: a tick for all, half a disc for some, a ring for nothing."""
    if exercise.complete:
        return "tick", "done_text"
    return ("half", "done_text") if exercise.begun else ("ring", "outline")
