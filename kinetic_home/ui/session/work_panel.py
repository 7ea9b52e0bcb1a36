"""What the body does now, beside the figure: the repetition, the tempo, the set, the breath, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from kinetic_home.domain.exercise import Exercise
from kinetic_home.ui.session.breath_sign import BreathSign
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.theme.tokens import Role, TypeStyle
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.fitted import FittedText
from kinetic_home.ui.widgets.layouts import Column, Row
from kinetic_home.ui.widgets.tempo_ring import TempoRing
from kinetic_home.ui.words import set_words, side_words, tr
from kinetic_home.workflow.views import NextUp, PlayerView, Stage

REST_STEP_MS = 15_000
# Shares of the window's height: the numeral is read from a mat three metres away, and the words leave it room.
DIGIT_SHARE = 0.185
_PHASE_SHARE = 0.052
_MOST_SHARE: dict[TypeStyle, float] = {"heading": 0.052, "lead": 0.042, "body": 0.034}
# A ring holds two digits when it is so many times as wide as they are high.
_RING_PER_DIGIT = 2.3
_SAFETY_LINES = 2
_STANDING = {Stage.READY, Stage.PAUSED, Stage.OVER}
_COMING = {Stage.READY, Stage.LEAD_IN, Stage.REST}


class WorkPanel(QWidget):
    """Paints a PlayerView; only what changed is painted again, and nothing moves when words change.

    `rest_changed` carries ms, above or below 0.
    """

    rest_changed = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._window_height = look.sizes.window_height
        centre = Qt.AlignmentFlag.AlignHCenter
        column = self._column = Column(look, self, gap=0.5)
        self._name = FittedText(look, name="exerciseName", strong=True)
        self._set = FittedText(look, name="setAndSide")
        self._ring = TempoRing(look, name="tempoRing")
        self._phase = FittedText(look, name="phaseWord", strong=True, alignment=centre)
        self._breath = BreathSign(look)
        self._rest, self._rest_buttons = self._make_rest(look)
        self._safety = FittedText(look, name="safety", role="look_text")
        self._below = QStackedWidget()
        self._below.addWidget(self._breath)
        self._below.addWidget(self._safety)
        self._below.addWidget(self._rest)
        self._next = FittedText(look, name="nextUp")
        column.addWidget(self._name)
        column.addWidget(self._set)
        column.addWidget(self._ring, 1)
        for part in (self._phase, self._below, self._next):
            column.addWidget(part)

    def show_player(self, view: PlayerView) -> None:
        """Show a moment of the session."""
        resting = view.stage is Stage.REST
        self._name.say(view.exercise.name)
        self._set.say(set_words(view.set_no, view.sets, view.side))
        role: Role = "outline" if view.stage in _STANDING else "look" if resting else "action"
        fraction = 1.0 - view.fraction if resting else view.fraction
        words = self._phase_words(view)
        self._ring.show_phase(fraction, view.numeral, view.numeral_unit, role)
        self._ring.setAccessibleName(words)
        self._phase.say(words)
        self._phase.set_role("action_text" if view.stage is Stage.WORK else "ink")
        self._breath.show_breath(view.breath)
        leading_in = view.stage in {Stage.READY, Stage.LEAD_IN}
        self._safety.say(stop_words(view.exercise) if leading_in else "")
        self._below.setCurrentWidget(self._rest if resting else self._safety if leading_in else self._breath)
        care = care_words(view.exercise) if leading_in else ""
        coming = "" if view.next_up is None else next_words(view.next_up, now_coming=view.stage in _COMING)
        self._next.say(care or coming)
        self._next.set_role("look_text" if care else "ink")

    @property
    def digit_height(self) -> float:
        """Return how high the numeral's digits are painted now, in px."""
        return self._ring.painted_digit_height

    def fit_window(self, height: int) -> None:
        """Size everything by the window's height, so that it is read from a mat."""
        self._window_height = height
        self._name.set_box(self._px("heading"))
        self._set.set_box(self._px("lead"))
        self._phase.set_box(round(height * _PHASE_SHARE))
        self._breath.set_size(self._px("lead"))
        self._next.set_box(self._px("body"), 2)
        for button in self._rest_buttons:
            button.limit_text(self._px("body"))
        self._safety.set_box(self._px("body"), _SAFETY_LINES)
        self._below.setFixedHeight(max(self._rest.sizeHint().height(), self._safety.maximumHeight()))
        self._ring.set_digit_height(round(height * DIGIT_SHARE))
        self._give_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what comes next where the numeral would not fit with it."""
        super().resizeEvent(event)
        self._give_room()

    def minimumSizeHint(self) -> QSize:
        """Take the room that the page gives."""
        return QSize(0, 0)

    def _give_room(self) -> None:
        parts = (self._name, self._set, self._phase, self._below)
        taken = sum(part.maximumHeight() for part in parts) + self._column.spacing() * (len(parts) + 1)
        needed = taken + self._window_height * DIGIT_SHARE * _RING_PER_DIGIT
        self._next.setVisible(needed + self._next.maximumHeight() <= self.height())

    def _px(self, style: TypeStyle) -> int:
        return min(self._look.text_px(style), round(self._window_height * _MOST_SHARE[style]))

    def _phase_words(self, view: PlayerView) -> str:
        match view.stage:
            case Stage.READY:
                return self.tr("Ready")
            case Stage.PAUSED:
                return self.tr("Paused")
            case Stage.OVER:
                return self.tr("Done")
            case Stage.REST:
                return self.tr("Rest")
            case Stage.LEAD_IN:
                return self.tr("Get ready")
            case Stage.SWITCH:
                return self.tr("Switch sides")
            case _:
                # Where the numeral counts the repetitions, the seconds of the phase stand beside its word.
                reps_counted = view.reps is not None and view.numeral_unit == f"of {view.reps}"
                counted = reps_counted and view.seconds_left > 0
                return f"{view.phase_word} · {view.seconds_left}" if counted else view.phase_word

    def _make_rest(self, look: Look) -> tuple[QWidget, tuple[Button, Button]]:
        box = QWidget()
        row = Row(look, box, gap=1)
        less = Button(look, self.tr("− 15 s"), name="restLess")
        more = Button(look, self.tr("+ 15 s"), name="restMore")
        less.setAccessibleName(self.tr("15 seconds less rest"))
        more.setAccessibleName(self.tr("15 seconds more rest"))
        row.addStretch(1)
        row.addWidget(less)
        row.addWidget(more)
        row.addStretch(1)
        less.clicked.connect(self.shorten_rest)
        more.clicked.connect(self.lengthen_rest)
        return box, (less, more)

    @Slot()
    def shorten_rest(self) -> None:
        """Take 15 s off the rest."""
        self.rest_changed.emit(-REST_STEP_MS)

    @Slot()
    def lengthen_rest(self) -> None:
        """Add 15 s to the rest."""
        self.rest_changed.emit(REST_STEP_MS)


def next_words(next_up: NextUp, *, now_coming: bool = False) -> str:
    """Return "Next: Clamshell · 2 sets of 8 on each side · left side first", or "Then: …" while one is still coming."""
    side = side_words(next_up.side)
    first = tr("{side} first").format(side=side) if side else ""
    what = " · ".join(part for part in (next_up.exercise.name, next_up.dose, first) if part)
    return (tr("Then: {what}") if now_coming else tr("Next: {what}")).format(what=what)


def stop_words(exercise: Exercise) -> str:
    """Return when to stop an exercise, as the catalogue says, or nothing."""
    return tr("Stop if: {notes}").format(notes=" ".join(exercise.stop_notes)) if exercise.stop_notes else ""


def care_words(exercise: Exercise) -> str:
    """Return who should take care with an exercise, as the catalogue says, or nothing."""
    return tr("Take care: {notes}").format(notes=" ".join(exercise.cautions)) if exercise.cautions else ""
