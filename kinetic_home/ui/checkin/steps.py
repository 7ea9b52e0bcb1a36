"""The questions of the check-in, one on the screen at a time; each can be left unanswered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kinetic_home.domain.scales import Swelling
from kinetic_home.ui.checkin.body_map import BodyMap, place_words
from kinetic_home.ui.session.pain_panel import pain_scale, scale_words
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.choices import Choices
from kinetic_home.ui.widgets.keys import typed
from kinetic_home.ui.widgets.layouts import Column, Row
from kinetic_home.ui.widgets.scale_picker import ScalePicker
from kinetic_home.ui.widgets.text import Text

LEAST_SLEEP_H, MOST_SLEEP_H, SLEEP_STEP_H = 0.0, 16.0, 0.5


class Step(QWidget):
    """A question with its heading; `answered` says that its answer changed, `passed_on` that the person goes on."""

    answered = Signal()
    passed_on = Signal()

    def __init__(self, look: Look, heading: str, words: str) -> None:
        super().__init__()
        self.look = look
        self.body = Column(look, self, gap=2)
        self.heading = Text(look, heading, "title", strong=True)
        self.body.addWidget(self.heading)
        if words:
            self.body.addWidget(Text(look, words, "lead", role="quiet"))

    def take_focus(self) -> None:
        """Give the keyboard to the question: keys of its own answer it, no stray press of Space or Enter does."""
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, whether answered or not."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.passed_on.emit()
        else:
            super().keyPressEvent(event)


class PainStep(Step):
    """How bad the pain is now. Wording: clinical section 2.1."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("How bad is your pain right now?"), scale_words())
        self.scale: ScalePicker = pain_scale(look, "painBefore", self.tr("Pain right now"))
        self.body.addWidget(self.scale)
        self.scale.picked.connect(self.answered)
        self.scale.cleared.connect(self.answered)
        self.scale.confirmed.connect(self.passed_on)

    def take_focus(self) -> None:
        """Give the keyboard to the scale."""
        self.scale.setFocus(Qt.FocusReason.OtherFocusReason)


class PlaceStep(Step):
    """Where it hurts."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Where does it hurt?"), "")
        self.map = BodyMap(look)
        self._named = Text(look, "", "lead", role="quiet")
        halves, words = Row(look, gap=3), Column(look, gap=2)
        words.addWidget(self.heading)
        words.addWidget(self._named)
        words.addStretch(1)
        halves.addLayout(words, 2)
        halves.addWidget(self.map, 5)
        self.body.addLayout(halves, 1)
        self.map.changed.connect(self._name_places)
        self.map.confirmed.connect(self.passed_on)
        self.show_named()

    def take_focus(self) -> None:
        """Give the keyboard to the map."""
        self.map.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_named(self) -> None:
        """Say which places are chosen."""
        words = "; ".join(place_words(place) for place in self.map.places)
        self._named.say(words or self.tr("Click each place, or use the arrow keys and Space."))

    @Slot(object)
    def _name_places(self, places: object) -> None:
        del places
        self.show_named()
        self.answered.emit()


class SwellingStep(Step):
    """Swelling. Wording and grades: clinical section 2.5, own modelling after [V5]."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Is the joint more swollen than is normal for you?"), "")
        answers = (
            (Swelling.NONE, self.tr("No"), "1"),
            (Swelling.LITTLE, self.tr("A little, or puffy and new"), "2"),
            (Swelling.MUCH, self.tr("A lot, tight, or I cannot bend it as usual"), "3"),
        )
        self.choices = Choices(look, answers, name="swelling", column=True, large=True)
        self.body.addWidget(self.choices)
        self.choices.picked.connect(self._pick)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with 1, 2 or 3; leave the answer open with Enter."""
        if not self.choices.take_key(event):
            super().keyPressEvent(event)

    def _pick(self) -> None:
        self.answered.emit()
        self.passed_on.emit()


class SleepStep(Step):
    """Hours of sleep; a digit gives whole hours, plus and minus half an hour."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            look, self.tr("How long did you sleep?"), self.tr("Type the hours. + and − change them by half.")
        )
        self.hours: float | None = None
        line = Row(look, gap=1)
        self._less = Button(look, self.tr("Half an hour less"), name="sleepLess", icon="minus", key="−")
        self._more = Button(look, self.tr("Half an hour more"), name="sleepMore", icon="plus", key="+")
        self._shown = Text(look, "", "title", strong=True, tabular=True, wrap=False)
        self._shown.setObjectName("sleepHours")
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for button in (self._less, self._more):
            button.set_compact(True)
        line.addWidget(self._less)
        line.addWidget(self._shown)
        line.addWidget(self._more)
        line.addStretch(1)
        self.body.addLayout(line)
        self._less.clicked.connect(self.shorten)
        self._more.clicked.connect(self.lengthen)
        self.show_hours(None)

    def show_hours(self, hours: float | None) -> None:
        """Show hours of sleep, or that the question is open."""
        self.hours = hours
        self._shown.say(self.tr("not answered") if hours is None else hours_words(hours))
        self._shown.setMinimumWidth(self.look.text_px("title") * 7)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits, plus, minus and Backspace."""
        text = typed(event)
        if len(text) == 1 and text in "0123456789":
            digit = int(text)
            # «1» and then «0», «1» or «2» is ten, eleven or twelve hours.
            self._set(10.0 + digit if self.hours == 1.0 and digit <= 2 else float(digit))
        elif text in {"+", "="}:
            self.lengthen()
        elif text in {"-", "−"}:
            self.shorten()
        elif event.key() == Qt.Key.Key_Backspace:
            self._set(None)
        else:
            super().keyPressEvent(event)

    @Slot()
    def lengthen(self) -> None:
        """Add half an hour; the first press starts at seven hours."""
        self._set(7.0 if self.hours is None else min(MOST_SLEEP_H, self.hours + SLEEP_STEP_H))

    @Slot()
    def shorten(self) -> None:
        """Take half an hour off; the first press starts at seven hours."""
        self._set(7.0 if self.hours is None else max(LEAST_SLEEP_H, self.hours - SLEEP_STEP_H))

    def _set(self, hours: float | None) -> None:
        self.show_hours(hours)
        self.answered.emit()


def hours_words(hours: float) -> str:
    """Return "7 hours", "7½ hours", "1 hour"."""
    whole, half = divmod(hours, 1)
    number = f"{int(whole) or ''}½" if half else str(int(whole))
    return f"{number} hour" if number in {"1", "½"} else f"{number} hours"
