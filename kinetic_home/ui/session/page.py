"""The player: the figure on more than half of the window, beside it what the body does now, below it the buttons."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from kinetic_home.domain.scales import SkipReason
from kinetic_home.ui.session.controls import Controls
from kinetic_home.ui.session.leave_panel import LeavePanel, Leaving
from kinetic_home.ui.session.pain_panel import PainPanel
from kinetic_home.ui.session.picture import Picture
from kinetic_home.ui.session.question_panel import QuestionPanel
from kinetic_home.ui.session.work_panel import WorkPanel
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.session_bar import SessionBar
from kinetic_home.workflow.views import PlayerView, Question, Stage

_FIGURE_SHARE = 0.54
_LEAST_FIGURE_SHARE = 0.3
# The width of a question in heights of the body text.
_QUESTION_WIDTH = 24
_STANDING = {Stage.READY, Stage.PAUSED}
_RESTING = {Stage.REST, Stage.LEAD_IN, Stage.SWITCH}


class _Shown(Enum):
    WORK = auto()
    QUESTION = auto()
    PAIN = auto()
    LEAVE = auto()


class PlayerPage(QWidget):
    """Shows a PlayerView about 60 times a second, and a Question while a gate is closed.

    `asking_began` and `asking_ended` say that the page asks something of its own (why the person ends, how bad the
    pain is): the session should stand still in between. `went_on` is «next» while nothing is worked: the rest ends now.
    """

    pause_toggled = Signal()
    went_back = Signal()
    went_on = Signal()
    skipped_set = Signal(object)
    skipped_exercise = Signal(object)
    rest_changed = Signal(int)
    pain_answered = Signal(str, int)
    checkpoint_answered = Signal(str, object, object)
    question_passed = Signal(str)
    too_much_pain = Signal(int)
    ended = Signal(object)
    asking_began = Signal()
    asking_ended = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._stage = Stage.READY
        self._shown = _Shown.WORK
        self._lines = False
        self.setObjectName("playerPage")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar = SessionBar(look, name="sessionBar", parent=self)
        self.picture = Picture(look, self)
        self.notice = self.picture.notice
        self._work = WorkPanel(look)
        self._question = QuestionPanel(look)
        self._pain = PainPanel(look)
        self._leave = LeavePanel(look)
        self._panels = {
            _Shown.WORK: self._work,
            _Shown.QUESTION: _scrolling(self._question),
            _Shown.PAIN: _scrolling(self._pain),
            _Shown.LEAVE: _scrolling(self._leave),
        }
        self._side = QStackedWidget(self)
        for panel in self._panels.values():
            self._side.addWidget(panel)
        self._controls = Controls(look, self)
        self._shortcuts = self._make_shortcuts()
        self._wire()
        look.changed.connect(self._place)

    def show_player(self, view: PlayerView) -> None:
        """Show a moment of the session; a question closes where the session goes on."""
        if self._shown is _Shown.QUESTION and view.stage is not Stage.QUESTION:
            self._show(_Shown.WORK)
            self.picture.look_back()
        if view.stage is not self._stage:
            self._stage = view.stage
            self._controls.show_standing(standing=view.stage in _STANDING, ready=view.stage is Stage.READY)
        self._bar.show_position(view.at_ms, view.length_ms, view.sections)
        self._work.show_player(view)
        self.picture.show_note(view.note)
        if self._shown is _Shown.WORK:
            self.picture.show_cue(view.cue.text if view.cue else "")

    def ask(self, question: Question) -> None:
        """Ask a question in place of the numbers."""
        self._show(_Shown.QUESTION)
        self._question.ask(question)
        self._scroll_to_top(_Shown.QUESTION)
        self.picture.look_for(question.check)

    @property
    def lines(self) -> bool:
        """Tell whether the line that tells where to look is wanted on the figure."""
        return self._lines

    @Slot()
    def ask_why_end(self) -> None:
        """Ask why the session is ended, as Esc does."""
        self._open(_Shown.LEAVE)
        self._leave.open(session=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keyboard to «Pause»."""
        super().showEvent(event)
        if self._shown is _Shown.WORK:
            self._controls.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every part its place."""
        super().resizeEvent(event)
        self._place()

    @Slot()
    def _place(self) -> None:
        margin, width, height = self._look.space(2), self.width(), self.height()
        self._work.fit_window(height)
        self.picture.fit_window(height)
        self._controls.fit_window(height)
        bar_height = self._bar.sizeHint().height()
        self._bar.setGeometry(margin, margin, width - 2 * margin, bar_height)
        top = 2 * margin + bar_height
        controls_height = self._controls.sizeHint().height()
        self._controls.setGeometry(margin, height - controls_height - margin, width - 2 * margin, controls_height)
        bottom = height - margin - (controls_height + margin if self._controls.isVisibleTo(self) else 0)
        figure = QRect(margin, top, self._figure_width(), bottom - top)
        self.picture.setGeometry(figure)
        left = figure.right() + 2 * margin
        self._side.setGeometry(left, top, width - left - margin, bottom - top)

    def _figure_width(self) -> int:
        """Return the figure's width: more than half of the window, less where a question in large text needs it."""
        margin, width = self._look.space(2), self.width()
        if self._shown is not _Shown.WORK:
            needed = _QUESTION_WIDTH * self._look.text_px("body") + 3 * margin
            return round(min(width * _FIGURE_SHARE, max(width - needed, width * _LEAST_FIGURE_SHARE))) - margin
        return round(width * _FIGURE_SHARE) - margin

    def _wire(self) -> None:
        self._work.rest_changed.connect(self.rest_changed)
        self._question.pain_answered.connect(self.pain_answered)
        self._question.checkpoint_answered.connect(self.checkpoint_answered)
        self._question.passed.connect(self.question_passed)
        self._pain.gave_score.connect(self._give_too_much)
        self._pain.left.connect(self._leave_for_pain)
        self._pain.closed.connect(self._close)
        self._leave.left.connect(self._give_leaving)
        self._leave.closed.connect(self._close)
        self._controls.pause_toggled.connect(self.pause_toggled)
        self._controls.went_back.connect(self.went_back)
        self._controls.next_asked.connect(self._go_next)
        self._controls.pain_asked.connect(self._ask_pain)
        self._controls.view_asked.connect(self.picture.turn)
        self._controls.lines_asked.connect(self._toggle_lines)
        self._controls.end_asked.connect(self.ask_why_end)

    def _make_shortcuts(self) -> tuple[QShortcut, ...]:
        # PageUp, PageDown, B, F5 and the full stop are what presenter remotes send.
        actions = (
            (("Space", "B", ".", "F5"), self.pause_toggled),
            (("Right", "PgDown"), self._go_next),
            (("Left", "PgUp"), self.went_back),
            (("P",), self._ask_pain),
            (("S",), self.picture.turn),
            (("L",), self._toggle_lines),
            (("Esc",), self.ask_why_end),
            (("+", "="), self._lengthen_rest),
            (("-",), self._shorten_rest),
        )
        made: list[QShortcut] = []
        for keys, action in actions:
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
                shortcut.setAutoRepeat(False)
                shortcut.activated.connect(action)
                made.append(shortcut)
        return tuple(made)

    def _show(self, shown: _Shown) -> None:
        self._shown = shown
        working = shown is _Shown.WORK
        for shortcut in self._shortcuts:
            shortcut.setEnabled(working)
        self._controls.setVisible(working)
        self.picture.give_words_room(room=working)
        self._side.setCurrentWidget(self._panels[shown])
        self._place()
        if working:
            self._controls.take_focus()
        else:
            self.picture.show_cue("")

    def _scroll_to_top(self, shown: _Shown) -> None:
        """Show a panel from its question on, where large text makes it longer than the window."""
        area = self._panels[shown]
        if isinstance(area, QScrollArea):
            area.verticalScrollBar().setValue(0)

    def _open(self, shown: _Shown) -> None:
        self._show(shown)
        self.asking_began.emit()

    @Slot()
    def _close(self) -> None:
        self._show(_Shown.WORK)
        self.asking_ended.emit()

    @Slot()
    def _ask_pain(self) -> None:
        self._open(_Shown.PAIN)
        self._pain.open()

    @Slot()
    def _go_next(self) -> None:
        if self._stage in _RESTING:
            self.went_on.emit()
        else:
            self._open(_Shown.LEAVE)
            self._leave.open(session=False)

    @Slot()
    def _toggle_lines(self) -> None:
        self._lines = not self._lines

    @Slot()
    def _lengthen_rest(self) -> None:
        if self._stage is Stage.REST:
            self._work.lengthen_rest()

    @Slot()
    def _shorten_rest(self) -> None:
        if self._stage is Stage.REST:
            self._work.shorten_rest()

    @Slot()
    def _leave_for_pain(self) -> None:
        self._show(_Shown.WORK)
        self.skipped_exercise.emit(SkipReason.PAIN)

    def _give_too_much(self, score: int) -> None:
        self._show(_Shown.WORK)
        self.too_much_pain.emit(score)

    def _give_leaving(self, leaving: Leaving, reason: SkipReason) -> None:
        self._show(_Shown.WORK)
        match leaving:
            case Leaving.SESSION:
                self.ended.emit(reason)
            case Leaving.EXERCISE:
                self.skipped_exercise.emit(reason)
            case Leaving.SET:
                self.skipped_set.emit(reason)


def _scrolling(panel: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(panel)
    return area
