"""What the body does now, beside the figure: the repetition, the tempo, the set, the breath, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedWidget, QWidget

from kinetic_home.domain.exercise import Breath
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.theme.tokens import Role
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.icon import icon_pixmap
from kinetic_home.ui.widgets.layouts import Column, Row
from kinetic_home.ui.widgets.tempo_ring import TempoRing
from kinetic_home.ui.widgets.text import Text
from kinetic_home.ui.words import set_words, side_words, tr
from kinetic_home.workflow.views import NextUp, PlayerView, Stage

REST_STEP_MS = 15_000
# The repetition numeral's share of the window's height.
_DIGIT_SHARE = 0.185
_STANDING = {Stage.READY, Stage.PAUSED, Stage.OVER}


class WorkPanel(QWidget):
    """Paints a PlayerView; only what changed is painted again. `rest_changed` carries ms, above or below 0."""

    rest_changed = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        column = Column(look, self, gap=0.75)
        self._name = Text(look, "", "heading", strong=True)
        self._set = Text(look, "", "lead", tabular=True)
        self._note = Text(look, "", "caption", role="look_text")
        self._ring = TempoRing(look, name="tempoRing")
        self._phase = _PhaseWord(look)
        self._breath = _BreathSign(look)
        self._rest = self._rest_buttons(look)
        self._below = QStackedWidget()
        self._below.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._below.addWidget(self._breath)
        self._below.addWidget(self._rest)
        self._next = Text(look, "", "body", role="quiet")
        for part in (self._name, self._set, self._note):
            column.addWidget(part)
        column.addWidget(self._ring, 1)
        for part in (self._phase, self._below, self._next):
            column.addWidget(part)

    def show_player(self, view: PlayerView) -> None:
        """Show a moment of the session."""
        resting = view.stage is Stage.REST
        self._name.say(view.exercise.name)
        self._set.say(set_words(view.set_no, view.sets, view.side))
        self._note.say(view.note)
        self._note.setVisible(bool(view.note))
        role: Role = "outline" if view.stage in _STANDING else "look" if resting else "action"
        fraction = 1.0 - view.fraction if resting else view.fraction
        self._ring.show_phase(fraction, view.numeral, view.numeral_unit, role)
        self._ring.setAccessibleName(self._phase_words(view))
        self._phase.say(self._phase_words(view))
        self._phase.set_role("action_text" if view.stage is Stage.WORK else "ink")
        self._breath.show_breath(view.breath)
        self._below.setCurrentWidget(self._rest if resting else self._breath)
        self._next.say("" if view.next_up is None else next_words(view.next_up))

    def fit_window(self, height: int) -> None:
        """Size the numeral by the window's height, so that it is read from a mat."""
        self._ring.set_digit_height(round(height * _DIGIT_SHARE))
        self._phase.set_height(round(height * 0.052))

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
                return view.phase_word or self.tr("Get ready")
            case Stage.SWITCH:
                return view.phase_word or self.tr("Switch sides")
            case _:
                counted = view.reps is not None and view.seconds_left > 0 and view.numeral != str(view.seconds_left)
                return f"{view.phase_word} · {view.seconds_left}" if counted else view.phase_word

    def _rest_buttons(self, look: Look) -> QWidget:
        box = QWidget()
        row = Row(look, box, gap=1)
        less = Button(look, self.tr("15 s less"), name="restLess", icon="minus", key="−")
        more = Button(look, self.tr("15 s more"), name="restMore", icon="plus", key="+")
        row.addStretch(1)
        row.addWidget(less)
        row.addWidget(more)
        row.addStretch(1)
        less.clicked.connect(self.shorten_rest)
        more.clicked.connect(self.lengthen_rest)
        return box

    @Slot()
    def shorten_rest(self) -> None:
        """Take 15 s off the rest."""
        self.rest_changed.emit(-REST_STEP_MS)

    @Slot()
    def lengthen_rest(self) -> None:
        """Add 15 s to the rest."""
        self.rest_changed.emit(REST_STEP_MS)


class _PhaseWord(QLabel):
    """The word of the phase, sized by the window."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._px = look, 32
        self._role: Role = "ink"
        self.setObjectName("phaseWord")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._dress()
        look.changed.connect(self._dress)

    def say(self, text: str) -> None:
        if text != self.text():
            self.setText(text)

    def set_role(self, role: Role) -> None:
        if role != self._role:
            self._role = role
            self._dress()

    def set_height(self, px: int) -> None:
        if px != self._px:
            self._px = px
            self._dress()

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._look.font_of(self._px, strong=True, tabular=True))
        palette = self.palette()
        palette.setColor(self.foregroundRole(), self._look.colour(self._role))
        self.setPalette(palette)


class _BreathSign(QWidget):
    """Breathe in, breathe out, or keep breathing: an arrow or a wave, and the words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._breath: Breath | None = None
        self._icons = {Breath.IN: "breath_in", Breath.OUT: "breath_out", Breath.ON: "breath_on"}
        row = Row(look, self, gap=1)
        self._picture = QLabel()
        self._picture.setTextFormat(Qt.TextFormat.PlainText)
        self._words = Text(look, "", "lead", wrap=False)
        row.addStretch(1)
        row.addWidget(self._picture)
        row.addWidget(self._words)
        row.addStretch(1)
        look.changed.connect(self._dress)

    def show_breath(self, breath: Breath | None) -> None:
        """Show what the breath does; None shows nothing."""
        if breath is self._breath:
            return
        self._breath = breath
        self._words.say(
            {
                None: "",
                Breath.IN: self.tr("Breathe in"),
                Breath.OUT: self.tr("Breathe out"),
                Breath.ON: self.tr("Keep breathing"),
            }[breath]
        )
        self._dress()

    @Slot()
    def _dress(self) -> None:
        if self._breath is None:
            self._picture.clear()
            return
        px = round(self._look.text_px("lead") * 1.3)
        name = self._icons[self._breath]
        self._picture.setPixmap(icon_pixmap(self._look, name, "action", px, self.devicePixelRatioF()))


def next_words(next_up: NextUp) -> str:
    """Return "Next: Bridge · 2 x 8 · left side"."""
    parts = (next_up.exercise.name, next_up.dose, side_words(next_up.side))
    return tr("Next: {what}").format(what=" · ".join(part for part in parts if part))
