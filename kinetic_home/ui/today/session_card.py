"""Today's session before it starts: what it is for, how long it takes, what it holds, and «Start»."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.today.exercise_link import LINK_PAD, ExerciseLink
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.card import Card
from kinetic_home.ui.widgets.flow import Flow
from kinetic_home.ui.widgets.layouts import Column, Row
from kinetic_home.ui.widgets.text import Text
from kinetic_home.ui.words import minutes_words, questions_words
from kinetic_home.workflow.day_views import SessionBlock, SessionCard

# Below this many heights of the body text the blocks go below the words instead of beside them.
_WIDE = 42


class DueSession(Card):
    """The large card of the session that is due; `started` carries its id, `exercise_chosen` that of an exercise."""

    started = Signal(str)
    exercise_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "card", parent)
        self._session_id = ""
        self._links: dict[str, ExerciseLink] = {}
        whole = Column(look, self, gap=1.5, margins=(4, 3.5, 4, 3.5))
        self._halves = Row(look, gap=5)
        words = Column(look, gap=1.5)
        self._title = Text(look, "", "title", strong=True)
        self._aim = Text(look, "", "lead", role="quiet")
        self._length = Text(look, "", "body", strong=True)
        self._needs = Text(look, "", "body", role="quiet")
        self._start = Button(look, self.tr("Start"), name="start", kind="primary", icon="play", large=True)
        self._start.clicked.connect(self._say_started)
        whole.addWidget(self._title)
        whole.addLayout(self._halves)
        for part in (self._aim, self._length, self._needs):
            words.addWidget(part)
        words.addSpacing(look.space(1.5))
        words.addWidget(self._start, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        self._halves.addLayout(words, 5)
        # The names in it begin a little farther in than their touch area.
        self._blocks = Column(look, gap=2, margins=(-LINK_PAD, 0, 0, 0))
        self._halves.addLayout(self._blocks, 4)
        self._look_at = look

    def show_card(self, card: SessionCard) -> None:
        """Show a session."""
        self._session_id = card.session_id
        self._title.say(card.title)
        self._aim.say(card.aim)
        length = minutes_words(card.length_ms)
        self._length.say(f"{length} · {questions_words(card.questions)}" if card.questions else length)
        needs = ", ".join(name.replace("_", " ") for name in card.equipment)
        self._needs.say(
            self.tr("You need: {things}").format(things=needs) if needs else self.tr("You need nothing else.")
        )
        self._start.setAccessibleName(self.tr("Start {title}").format(title=card.title))
        _empty(self._blocks)
        self._links.clear()
        for block in card.blocks:
            row = _BlockRow(self._look_at, block, self)
            row.exercise_chosen.connect(self.exercise_chosen)
            self._blocks.addWidget(row)
            # At once, and not when Qt gets to it: one of its exercises may be given the keyboard now.
            row.show()
            self._links.update({link.exercise_id: link for link in row.links})
        self._blocks.addStretch(1)

    def focus_start(self) -> None:
        """Give the keyboard to «Start»."""
        self._start.setFocus(Qt.FocusReason.OtherFocusReason)

    def link_to(self, exercise_id: str) -> ExerciseLink | None:
        """Return the name of an exercise of this session, or None where it has none such."""
        return self._links.get(exercise_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the blocks below the words where the card is narrow."""
        wide = event.size().width() >= _WIDE * self._look_at.text_px("body")
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(beside if wide else below)
        super().resizeEvent(event)

    def _say_started(self) -> None:
        self.started.emit(self._session_id)


class OfferedSession(Card):
    """A session that may be done as well, on one line; `started` carries its id."""

    started = Signal(str)

    def __init__(self, look: Look, card: SessionCard, parent: QWidget | None = None) -> None:
        super().__init__(look, "card", parent)
        self._session_id = card.session_id
        row = Row(look, self, gap=2, margins=(4, 2, 2, 2))
        words = Column(look, gap=0.5)
        words.addWidget(Text(look, card.title, "body", strong=True))
        words.addWidget(Text(look, f"{minutes_words(card.length_ms)} · {card.aim}", "caption", role="quiet"))
        row.addLayout(words, 1)
        button = Button(look, self.tr("Start"), name=f"start-{card.session_id}", icon="play")
        button.setAccessibleName(self.tr("Start {title}").format(title=card.title))
        button.clicked.connect(self._say_started)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._start = button

    def focus_start(self) -> None:
        """Give the keyboard to «Start»."""
        self._start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_started(self) -> None:
        self.started.emit(self._session_id)


class _BlockRow(QWidget):
    """One block: its title and minutes, and its exercises below."""

    exercise_chosen = Signal(str)

    def __init__(self, look: Look, block: SessionBlock, parent: QWidget) -> None:
        super().__init__(parent)
        column = Column(look, self, gap=0.25)
        head = Row(look, gap=2, margins=(LINK_PAD, 0, 0, 0))
        head.addWidget(Text(look, block.title, "body", strong=True), 1)
        head.addWidget(Text(look, minutes_words(block.length_ms), "body", role="quiet", tabular=True, wrap=False))
        column.addLayout(head)
        self.links: list[ExerciseLink] = []
        names = QWidget()
        flow = Flow(look, names, gap=0.5)
        for exercise in block.exercises:
            link = ExerciseLink(look, exercise, names)
            link.clicked.connect(self._choose)
            flow.addWidget(link)
            self.links.append(link)
        column.addWidget(names)

    @Slot()
    def _choose(self) -> None:
        link = self.sender()
        if isinstance(link, ExerciseLink):
            self.exercise_chosen.emit(link.exercise_id)


def _empty(layout: QBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
