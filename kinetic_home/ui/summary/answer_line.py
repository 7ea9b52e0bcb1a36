"""One answer of the summary on its line, with a quiet way to give it anew or take it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kinetic_home.domain.side import Side
from kinetic_home.ui.answer_words import band_mark, pain_words
from kinetic_home.ui.summary.answer_editors import CheckEditor, PainEditor
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.theme.tokens import Role
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.layouts import Column, Row
from kinetic_home.ui.widgets.shape import Shape
from kinetic_home.ui.widgets.text import Text
from kinetic_home.ui.words import side_words, tr
from kinetic_home.workflow.views import AnswerSummary, ExerciseSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAnswer:
    """An answer as its line shows it: the fact and its field, the value (None: not answered), a mark, and words.

    `subject` says for a screen reader what would be changed.
    """

    event_id: str
    field: Literal["pain", "clean"]
    value: int | None
    mark: tuple[str, Role]
    words: str
    subject: str


def shown_answers(exercise: ExerciseSummary) -> tuple[ShownAnswer, ...]:
    """Return the answers of an exercise, pain first, where it was asked."""
    checks = tuple(_check(answer, exercise.name) for answer in exercise.checks)
    return checks if exercise.worst_pain_event is None else (_pain(exercise, exercise.worst_pain_event), *checks)


def _pain(exercise: ExerciseSummary, event_id: str) -> ShownAnswer:
    pain = exercise.worst_pain
    words = tr("Worst pain: {score}").format(score=pain_words(pain))
    if exercise.pain_scores > 1:
        words = tr("{words}, the worst of {n} answers").format(words=words, n=exercise.pain_scores)
    return ShownAnswer(
        event_id=event_id,
        field="pain",
        value=None if pain is None else pain.score,
        mark=("ring", "outline") if pain is None else band_mark(pain.band),
        words=words,
        subject=tr("worst pain of {exercise}").format(exercise=exercise.name),
    )


def _check(answer: AnswerSummary, exercise: str) -> ShownAnswer:
    asked = answer.question if answer.side is Side.BOTH else f"{answer.question} ({side_words(answer.side)})"
    said = {None: tr("Not answered"), True: tr("Yes"), False: tr("No")}[answer.clean]
    marks: dict[bool | None, tuple[str, Role]] = {
        None: ("ring", "outline"),
        True: ("tick", "done_text"),
        False: ("triangle", "look_text"),
    }
    return ShownAnswer(
        event_id=answer.event_id,
        field="clean",
        value=answer.clean,
        mark=marks[answer.clean],
        words=f"{asked} {said}",
        subject=tr("{asked} of {exercise}").format(asked=asked, exercise=exercise),
    )


class AnswerLine(QWidget):
    """A ShownAnswer and its Change button; the editor opens below them, and Esc closes it.

    `corrected` carries the fact's id, its field and the new value, None where the answer is taken back; `opened`
    carries the line itself.
    """

    corrected = Signal(str, str, object)
    opened = Signal(QWidget)

    def __init__(self, look: Look, answer: ShownAnswer, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._editor: PainEditor | CheckEditor | None = None
        self._mark = Shape(look, *answer.mark)
        self._words = Text(look, "", "body", role="quiet")
        self._change = Button(look, tr("Change"), name=f"change-{name}", kind="faint", dense=True)
        self._change.clicked.connect(self._open_or_leave)
        self._column = Column(look, self, gap=0)
        row = Row(look, gap=1.5)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        row.addWidget(self._change)
        self._column.addLayout(row)
        self.show_answer(answer)
        self._dress()
        look.changed.connect(self._dress)

    def show_answer(self, answer: ShownAnswer) -> None:
        """Show the answer as it stands now."""
        self._answer = answer
        self._mark.show_shape(*answer.mark)
        self._words.say(answer.words)
        self._change.setAccessibleName(tr("Change: {subject}").format(subject=answer.subject))

    def close_editor(self) -> None:
        """Put the editor away; the answer stays as it was."""
        if self._editor is not None:
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the editor with Esc."""
        if event.key() == Qt.Key.Key_Escape and self._editor is not None:
            self._leave()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _open_or_leave(self) -> None:
        if self._editor is not None:
            self._leave()
            return
        answer = self._answer
        if answer.field == "pain":
            editor = PainEditor(self._look, answer.subject, answer.value, self)
        else:
            editor = CheckEditor(self._look, answer.value, self)
        self._editor = editor
        editor.gave.connect(self._give)
        editor.closed.connect(self._leave)
        self._column.addWidget(editor)
        editor.show()
        self.opened.emit(self)
        editor.take_focus()

    @Slot(object)
    def _give(self, value: object) -> None:
        self._leave()
        if value != self._answer.value:
            self.corrected.emit(self._answer.event_id, self._answer.field, value)

    @Slot()
    def _leave(self) -> None:
        # The keyboard goes back first: a hidden widget would hand it to whatever comes next.
        self._change.setFocus(Qt.FocusReason.OtherFocusReason)
        self.close_editor()

    @Slot()
    def _dress(self) -> None:
        self._change.limit_text(self._look.text_px("caption"))
