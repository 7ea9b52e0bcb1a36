"""One exercise of the summary: what was asked, what was done, and its answers by side."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kinetic_home.domain.scales import SkipReason
from kinetic_home.domain.side import Side
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.theme.tokens import Role
from kinetic_home.ui.widgets.card import Card
from kinetic_home.ui.widgets.layouts import Column, Row
from kinetic_home.ui.widgets.shape import Shape
from kinetic_home.ui.widgets.text import Text
from kinetic_home.ui.words import band_mark, pain_words, reason_words, side_words, tr
from kinetic_home.workflow.views import ExerciseSummary


class ExerciseRow(Card):
    """A card with one exercise."""

    def __init__(self, look: Look, exercise: ExerciseSummary, parent: QWidget | None = None) -> None:
        super().__init__(look, "card", parent)
        column = Column(look, self, gap=0.75, margins=(3, 2, 3, 2))
        head = Row(look, gap=1.5)
        head.addWidget(Shape(look, "tick" if exercise.complete else "half", "done_text"))
        head.addWidget(Text(look, exercise.name, "body", strong=True), 2)
        head.addWidget(Text(look, done_words(exercise), "body", tabular=True), 3)
        column.addLayout(head)
        if exercise.worst_pain is not None:
            shape, role = band_mark(exercise.worst_pain.band)
            words = tr("Worst pain {score}").format(score=pain_words(exercise.worst_pain))
            column.addLayout(_line(look, shape, role, words))
        for question, side, clean in exercise.checks:
            column.addLayout(_answer(look, question, side, clean))


def done_words(exercise: ExerciseSummary) -> str:
    """Return what was done beside what was asked."""
    if exercise.complete:
        return exercise.prescribed
    words = tr("{done}, of {asked}").format(done=exercise.performed, asked=exercise.prescribed)
    if exercise.reason is None:
        return words
    return f"{words} ({reason_words(SkipReason(exercise.reason)).lower()})"


def _answer(look: Look, question: str, side: Side, clean: bool | None) -> Row:
    where = f" ({side_words(side)})" if side is not Side.BOTH else ""
    if clean is None:
        return _line(look, "ring", "outline", f"{question}{where} {tr('Not answered')}")
    answer = tr("Yes") if clean else tr("No")
    return _line(
        look, "tick" if clean else "triangle", "done_text" if clean else "look_text", f"{question}{where} {answer}"
    )


def _line(look: Look, shape: str, role: Role, words: str) -> Row:
    row = Row(look, gap=1.5)
    row.addWidget(Shape(look, shape, role))
    row.addWidget(Text(look, words, "body", role="quiet"), 1)
    return row
