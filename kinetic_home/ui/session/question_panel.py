"""One question of a gate, beside the figure: pain after the exercise, or a checkpoint of form."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kinetic_home.domain.scales import Aid, Nprs
from kinetic_home.domain.side import Side
from kinetic_home.ui.answer_words import aid_words
from kinetic_home.ui.session.pain_panel import pain_scale, scale_words, show_meaning
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.choices import Choices
from kinetic_home.ui.widgets.layouts import Column
from kinetic_home.ui.widgets.text import Text
from kinetic_home.ui.words import tr
from kinetic_home.workflow.views import Question, QuestionKind

# From so many heights of the largest type on, in width and in height, the question is read from the mat.
_ROOMY_WIDE, _ROOMY_HIGH = 11, 15
_LEFT, _RIGHT, _BOTH = Side.LEFT, Side.RIGHT, Side.BOTH


class QuestionPanel(QWidget):
    """Asks a Question and emits the answer with its gate.

    `checkpoint_answered` carries the gate, a mapping of side to clean, and the Aid or None; `passed` a question that
    was left unanswered on purpose.
    """

    pain_answered = Signal(str, int)
    checkpoint_answered = Signal(str, object, object)
    passed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("questionPanel")
        self._look = look
        self._gate_id = ""
        column = Column(look, self, gap=1.25)
        self._where = Text(look, "", "body", role="quiet", tabular=True)
        self._ask = Text(look, "", "heading", strong=True)
        self._pain = _PainAnswer(look)
        self._one = Choices(look, self._one_answers(), name="cleanOne", column=True, keep=False, large=True)
        self._sides = Choices(look, self._side_answers(), name="cleanSides", column=True, keep=False, large=True)
        self._aid = _AidChoice(look)
        self._skip = Button(look, self.tr("Skip this question"), name="passQuestion", kind="quiet", key="→")
        column.addStretch(1)
        column.addWidget(self._where)
        column.addWidget(self._ask)
        for part in (self._pain, self._one, self._sides, self._aid):
            column.addWidget(part)
        column.addWidget(self._skip, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)
        self._pain.gave_score.connect(self._give_pain)
        self._one.picked.connect(self._give_clean)
        self._sides.picked.connect(self._give_clean)
        self._skip.clicked.connect(self._pass)

    def ask(self, question: Question) -> None:
        """Ask a question and give it the keyboard."""
        self._gate_id = question.gate_id
        count = self.tr("Question {n} of {all}").format(n=question.number, all=question.count)
        self._where.say(f"{question.exercise.name} · {count}")
        painful = question.kind is QuestionKind.PAIN
        self._ask.say(
            self.tr("What was your worst pain in this exercise?")
            if painful or question.check is None
            else question.check.ask
        )
        self._pain.setVisible(painful)
        self._one.setVisible(not painful and not question.per_side)
        self._sides.setVisible(not painful and question.per_side)
        self._aid.setVisible(not painful)
        if painful:
            self._pain.open()
        else:
            # Not on an answer: a stray press of Space or Enter must not give one.
            self._ask.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by one key wherever the focus is."""
        answers = (part for part in (self._pain, self._one, self._sides, self._aid) if not part.isHidden())
        if any(part.take_key(event) for part in answers):
            return
        if event.key() in {Qt.Key.Key_Right, Qt.Key.Key_PageDown}:
            self._pass()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask in the largest type where there is room for it beside the answers."""
        super().resizeEvent(event)
        px = self._look.text_px("title")
        roomy = self.width() >= _ROOMY_WIDE * px and self.height() >= _ROOMY_HIGH * px
        self._ask.set_style("title" if roomy else "heading")
        # The layout reckoned with the letters before; there is no second resizing to come.
        if (layout := self.layout()) is not None:
            layout.activate()

    def _one_answers(self) -> tuple[tuple[object, str, str], ...]:
        return ({_BOTH: True}, self.tr("Yes"), "Y"), ({_BOTH: False}, self.tr("No"), "N")

    def _side_answers(self) -> tuple[tuple[object, str, str], ...]:
        return (
            ({_LEFT: True, _RIGHT: True}, self.tr("Yes, both sides"), "Y"),
            ({_LEFT: False, _RIGHT: True}, self.tr("Not on the left"), "L"),
            ({_LEFT: True, _RIGHT: False}, self.tr("Not on the right"), "R"),
            ({_LEFT: False, _RIGHT: False}, self.tr("No, on neither side"), "N"),
        )

    def _give_pain(self, score: int) -> None:
        self.pain_answered.emit(self._gate_id, score)

    def _give_clean(self, sides: object) -> None:
        self.checkpoint_answered.emit(self._gate_id, sides, self._aid.value)

    def _pass(self) -> None:
        self.passed.emit(self._gate_id)


class _PainAnswer(QWidget):
    """The scale, what the number means, and the button that gives it."""

    gave_score = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = Column(look, self, gap=2)
        self._scale = pain_scale(look, "painAfter", self.tr("Worst pain in this exercise"))
        self._meaning = Text(look, " ", "lead", strong=True)
        self._give_button = Button(
            look, self.tr("Answer"), name="givePain", kind="primary", key=tr("Enter"), large=True
        )
        column.addWidget(Text(look, scale_words(), "body", role="quiet"))
        column.addWidget(self._scale)
        column.addWidget(self._meaning)
        column.addWidget(self._give_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._scale.picked.connect(self._weigh)
        self._scale.cleared.connect(self._weigh)
        self._scale.confirmed.connect(self.gave_score)
        self._give_button.clicked.connect(self._give)

    def open(self) -> None:
        self._scale.show_score(None)
        self._weigh()
        self._scale.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        return self._scale.take_key(event)

    def _weigh(self) -> None:
        score = self._scale.score
        self._give_button.setEnabled(score is not None)
        show_meaning(self._meaning, None if score is None else Nprs(score))

    def _give(self) -> None:
        if self._scale.score is not None:
            self.gave_score.emit(self._scale.score)


class _AidChoice(QWidget):
    """How the person saw their form; the choice stays for the next questions."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = Column(look, self, gap=0.5, margins=(0, 1, 0, 0))
        answers = tuple((aid, aid_words(aid), key) for aid, key in zip(Aid, "MVHF", strict=True))
        self._choices = Choices(look, answers, name="aid", dense=True)
        column.addWidget(Text(look, self.tr("How did you see it?"), "caption", role="quiet"))
        column.addWidget(self._choices)

    @property
    def value(self) -> object:
        return self._choices.value

    def take_key(self, event: QKeyEvent) -> bool:
        return self._choices.take_key(event)
