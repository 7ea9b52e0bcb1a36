"""What an exercise's record says, in cards of words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kinetic_home.ui.library.tile import ExerciseTile
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.theme.tokens import Role, TypeStyle
from kinetic_home.ui.widgets.card import Card
from kinetic_home.ui.widgets.flow import Flow
from kinetic_home.ui.widgets.layouts import Column, Row
from kinetic_home.ui.widgets.shape import Shape
from kinetic_home.ui.widgets.text import Text
from kinetic_home.ui.words import tr
from kinetic_home.workflow.library import Card as ExerciseCard
from kinetic_home.workflow.library import capital
from kinetic_home.workflow.library_exercise import ExerciseView


def how_much(look: Look, view: ExerciseView) -> QWidget:
    """Return the card that says why, how much and with what."""
    card, column = _card(look)
    if view.exercise.why:
        column.addWidget(Text(look, view.exercise.why, "lead"))
    column.addWidget(Text(look, view.dose, "lead", strong=True))
    column.addWidget(Text(look, " · ".join((view.tempo, *view.rhythm)), "body", role="quiet"))
    facts = [(tr("You need"), view.needs), (tr("If you like"), view.if_you_like)]
    facts += [(tr("Works on"), ", ".join(view.muscles))]
    for name, words in facts:
        if words:
            column.addWidget(_fact(look, name, capital(words)))
    return card


def how_to(look: Look, view: ExerciseView) -> QWidget:
    """Return the card that says how to do it: cues with their moments, and the breath."""
    card, column = _card(look, tr("How to do it"))
    for cue in view.cues:
        line = Column(look, gap=0)
        line.addWidget(Text(look, cue.text, "body", strong=True))
        line.addWidget(Text(look, capital(cue.when), "caption", role="quiet"))
        column.addLayout(line)
    column.addWidget(_fact(look, tr("Breathing"), " ".join(view.breathing)))
    return card


def take_care(look: Look, view: ExerciseView) -> QWidget:
    """Return the card that says when to stop, and who should take care."""
    card, column = _card(look, tr("When to stop"))
    for note in view.exercise.stop_notes:
        column.addWidget(_marked(look, note, "square", "stop_text"))
    if view.exercise.cautions:
        column.addWidget(Text(look, tr("Ask your clinician first"), "heading", strong=True))
    for note in view.exercise.cautions:
        column.addWidget(_marked(look, note, "triangle", "look_text"))
    return card


def numbers(look: Look, view: ExerciseView) -> QWidget:
    """Return the card of the numbers and where they come from, in small letters."""
    card, column = _card(look, tr("For your clinician"), style="body")
    for words in view.numbers:
        column.addWidget(Text(look, words, "caption", role="quiet"))
    for source in view.sources:
        words = f"{source.tag}: {source.citation}" if source.citation else source.tag
        column.addWidget(Text(look, words, "caption", role="quiet"))
    return card


class Neighbours(QWidget):
    """The easier and the harder exercises as small cards; `opened` carries the id of one."""

    opened = Signal(str)

    def __init__(self, look: Look, easier: Sequence[ExerciseCard], harder: Sequence[ExerciseCard]) -> None:
        super().__init__()
        column = Column(look, self, gap=1)
        for heading, cards in ((tr("Easier"), easier), (tr("Harder"), harder)):
            if not cards:
                continue
            column.addWidget(Text(look, heading, "heading", strong=True))
            for card in cards:
                tile = ExerciseTile(look, card, self)
                tile.clicked.connect(self._open)
                column.addWidget(tile)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self.sender().objectName().removeprefix("open-"))


def chips(look: Look, words: Iterable[str]) -> QWidget:
    """Return short facts, each on its own small ground."""
    box = QWidget()
    flow = Flow(look, box, gap=1)
    for word in words:
        chip = Card(look, "well")
        Row(look, chip, margins=(1.5, 0.5, 1.5, 0.5)).addWidget(Text(look, word, "caption", wrap=False))
        flow.addWidget(chip)
    return box


def _card(look: Look, heading: str = "", style: TypeStyle = "heading") -> tuple[Card, Column]:
    card = Card(look)
    column = Column(look, card, gap=1.25, margins=(3, 2.5, 3, 2.5))
    if heading:
        column.addWidget(Text(look, heading, style, strong=True))
    return card, column


def _fact(look: Look, name: str, words: str) -> QWidget:
    box = QWidget()
    column = Column(look, box, gap=0)
    column.addWidget(Text(look, name, "caption", role="quiet"))
    column.addWidget(Text(look, words, "body"))
    return box


def _marked(look: Look, words: str, shape: str, role: Role) -> QWidget:
    box = QWidget()
    row = Row(look, box, gap=1.25)
    row.addWidget(Shape(look, shape, role), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(look, words, "body"), 1)
    return box
