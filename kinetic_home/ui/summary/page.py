"""The Summary page: what was done beside what was prescribed, how hard it was, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kinetic_home.domain.wording import length_in_words
from kinetic_home.ui.answer_words import band_mark, pain_words
from kinetic_home.ui.summary.exercise_rows import ExerciseRows
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.card import Card
from kinetic_home.ui.widgets.flow import Flow
from kinetic_home.ui.widgets.layouts import Column, Row
from kinetic_home.ui.widgets.notice import Notice
from kinetic_home.ui.widgets.page import Page
from kinetic_home.ui.widgets.scale_picker import ScalePicker
from kinetic_home.ui.widgets.shape import Shape
from kinetic_home.ui.widgets.text import Text
from kinetic_home.ui.words import day_words, minutes_words, tr
from kinetic_home.workflow.views import SummaryView

_NOTE_LINES = 3
LONGEST_NOTE = 2_000
_MINUTE_MS = 60_000


class SummaryPage(Page):
    """Shows a SummaryView; every answer on it can be given anew or taken back.

    `effort_reported` carries 0 to 10, `effort_taken_back` nothing, `note_written` the person's words; `corrected`
    carries the id of an answer's fact, its field and the new value, None where it is taken back; `closed` leaves.
    """

    effort_reported = Signal(int)
    effort_taken_back = Signal()
    corrected = Signal(str, str, object)
    note_written = Signal(str)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "summaryPage", parent)
        self._notice = Notice(look, name="summaryNotice", tone="look")
        self.body.addWidget(self._notice)
        self._heading = Text(look, "", "title", strong=True)
        self._title = Text(look, "", "body", role="quiet")
        head = Column(look, gap=0.25)
        head.addWidget(self._heading)
        head.addWidget(self._title)
        self.body.addLayout(head)
        self._facts = _Facts(look)
        self.body.addWidget(self._facts)
        self.body.addWidget(self._effort_card(look))
        self._rows = ExerciseRows(look)
        self._rows.corrected.connect(self.corrected)
        self._rows.opened.connect(self._reveal)
        self.body.addWidget(Text(look, self.tr("What you did"), "heading", strong=True))
        self.body.addWidget(self._rows)
        self.body.addWidget(self._note_card(look))
        self._next = Text(look, "", "lead", strong=True)
        self._reason = Text(look, "", "body", role="quiet")
        ahead = Column(look, gap=0.5)
        ahead.addWidget(self._next)
        ahead.addWidget(self._reason)
        self.body.addLayout(ahead)
        self._done = Button(look, self.tr("Done"), name="summaryDone", kind="primary", icon="check")
        self._done.clicked.connect(self._finish)
        self.body.addWidget(self._done, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self._saved_note = ""

    def show_summary(self, view: SummaryView) -> None:
        """Show a session that is over."""
        self._heading.say(self.tr("Session done") if view.finished else self.tr("Session ended early"))
        self._title.say(view.title)
        self._notice.say("")
        self._facts.show_facts(view)
        self._show_effort(None)
        self._saved_note = ""
        self._note.setPlainText("")
        self._rows.show_exercises(view.exercises)
        ahead = view.next_session_title is not None and view.next_session_date is not None
        self._next.say(
            self.tr("Next: {title}, {day}").format(
                title=view.next_session_title, day=day_words(view.next_session_date or "")
            )
            if ahead
            else self.tr("Your plan has no further session.")
        )
        self._reason.say(view.next_reason)
        self.settle()
        self.verticalScrollBar().setValue(0)
        self._effort.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_answers(self, view: SummaryView) -> None:
        """Show the answers of the same session as they stand now; effort, note and place on the page stay."""
        self._facts.show_facts(view)
        self._rows.show_answers(view.exercises)

    def tell(self, problem: str) -> None:
        """Say why something could not be kept, where the person sees it; an empty text says that all is well."""
        self._notice.say(problem)
        if problem:
            self._reveal(self._notice)

    def _effort_card(self, look: Look) -> QWidget:
        card = Card(look)
        column = Column(look, card, gap=1.5, margins=(3, 3, 3, 2))
        head = Row(look, gap=1.5)
        head.addWidget(Text(look, self.tr("How hard was the whole session?"), "heading", strong=True), 1)
        self._effort_back = Button(look, self.tr("Take it back"), name="effortBack", kind="faint", dense=True)
        self._effort_back.setAccessibleName(self.tr("Take it back: how hard the session was"))
        keeps_its_room = self._effort_back.sizePolicy()
        keeps_its_room.setRetainSizeWhenHidden(True)
        self._effort_back.setSizePolicy(keeps_its_room)
        head.addWidget(self._effort_back)
        column.addLayout(head)
        self._effort = ScalePicker(
            look,
            name="effort",
            label=self.tr("How hard the session was"),
            low_word=self.tr("0: no effort at all"),
            high_word=self.tr("10: as hard as it gets"),
        )
        self._effort.picked.connect(self._report_effort)
        self._effort.cleared.connect(self._clear_effort)
        self._effort_back.clicked.connect(self._clear_effort)
        self._effort.confirmed.connect(self._leave_effort)
        column.addWidget(self._effort)
        return card

    def _note_card(self, look: Look) -> QWidget:
        box = QWidget()
        column = Column(look, box, gap=1)
        label = Text(look, self.tr("A note, in your own words"), "body", strong=True)
        self._note = QPlainTextEdit()
        self._note.setObjectName("note")
        self._note.setAccessibleName(self.tr("A note about the session"))
        self._note.setTabChangesFocus(True)
        self._note.setPlaceholderText(self.tr("What was new, easy or hard today?"))
        label.setBuddy(self._note)
        column.addWidget(label)
        column.addWidget(self._note)
        self._dress_note()
        look.changed.connect(self._dress_note)
        return box

    def _show_effort(self, score: int | None) -> None:
        self._effort.show_score(score)
        self._effort_back.setVisible(score is not None)

    @Slot(int)
    def _report_effort(self, score: int) -> None:
        self._effort_back.show()
        self.effort_reported.emit(score)

    @Slot()
    def _clear_effort(self) -> None:
        self._effort.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_effort(None)
        self.effort_taken_back.emit()

    @Slot(QWidget)
    def _reveal(self, part: QWidget) -> None:
        """Scroll no further than it takes to see the whole of a part that has just grown."""
        self.settle()
        # The page learns its new height now: a moment later it would stop short of the end.
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        self.ensureWidgetVisible(part, 0, self.look.space(2))

    @Slot()
    def _dress_note(self) -> None:
        self._note.setFixedHeight(round(self.look.text_px("body") * 1.5 * _NOTE_LINES) + self.look.space(4))

    @Slot()
    def _leave_effort(self) -> None:
        self._done.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(self._done)

    @Slot()
    def _finish(self) -> None:
        note = self._note.toPlainText().strip()[:LONGEST_NOTE]
        if note and note != self._saved_note:
            self._saved_note = note
            self.note_written.emit(note)
        self.closed.emit()


class _Facts(QWidget):
    """The three facts of the session: time worked, sets done, worst pain."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        row = Flow(look, self, gap=6)
        self._time, self._sets, self._pain = (Text(look, "", "heading", strong=True, wrap=False) for _ in range(3))
        self._mark = Shape(look)
        for value, label in (
            (self._time, tr("of work")),
            (self._sets, tr("sets done")),
            (self._pain, tr("worst pain")),
        ):
            fact = QWidget()
            column = Column(look, fact, gap=0)
            line = Row(look, gap=1.5)
            if value is self._pain:
                line.addWidget(self._mark)
            line.addWidget(value)
            line.addStretch(1)
            column.addLayout(line)
            column.addWidget(Text(look, label, "body", role="quiet", wrap=False))
            row.addWidget(fact)

    def show_facts(self, view: SummaryView) -> None:
        """Show the facts; a pain score that was not given is not 0."""
        self._time.say(work_words(view.active_ms))
        self._sets.say(tr("{n} of {all}").format(n=view.bouts_done, all=view.bouts))
        self._pain.say(pain_words(view.worst_pain))
        shape, role = band_mark(view.worst_pain.band) if view.worst_pain else ("", "ink")
        self._mark.show_shape(shape, role)


def work_words(length_ms: int) -> str:
    """Return how long was worked: whole minutes, but the seconds of work shorter than one."""
    return length_in_words(length_ms) if length_ms < _MINUTE_MS else minutes_words(length_ms)
