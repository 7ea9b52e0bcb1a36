"""The buttons of a running session, each with its key on it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.layouts import Row

# The words' largest share of the window's height.
_MOST_SHARE = 0.034


class Controls(QWidget):
    """Back, pause, next, pain, view, lines, end; the words go where there is no room for them."""

    went_back = Signal()
    pause_toggled = Signal()
    next_asked = Signal()
    pain_asked = Signal()
    view_asked = Signal()
    lines_asked = Signal()
    end_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = self._row = Row(look, self, gap=1)
        self._back = Button(look, self.tr("Back"), name="back", icon="back", key="←")
        self._pause = Button(look, self.tr("Pause"), name="pause", kind="primary", icon="pause", key=self.tr("Space"))
        self._next = Button(look, self.tr("Next"), name="next", icon="next", key="→")
        self._pain = Button(look, self.tr("Pain"), name="pain", kind="stop", icon="pain", key="P")
        self._view = Button(look, self.tr("Turn"), name="view", kind="quiet", icon="view", key="S")
        self._lines = Button(look, self.tr("Line"), name="lines", kind="quiet", icon="lines", key="L")
        self._lines.setAccessibleName(self.tr("Show the line to look at, or take it away"))
        self._end = Button(look, self.tr("End"), name="end", kind="quiet", icon="end", key="Esc")
        self._all = (self._back, self._pause, self._next, self._pain, self._view, self._lines, self._end)
        for button in self._all[:3]:
            row.addWidget(button)
        row.addStretch(1)
        for button in self._all[3:]:
            row.addWidget(button)
        self._back.clicked.connect(self.went_back)
        self._pause.clicked.connect(self.pause_toggled)
        self._next.clicked.connect(self.next_asked)
        self._pain.clicked.connect(self.pain_asked)
        self._view.clicked.connect(self.view_asked)
        self._lines.clicked.connect(self.lines_asked)
        self._end.clicked.connect(self.end_asked)

    def show_standing(self, *, standing: bool, ready: bool) -> None:
        """Show that the session stands still (paused, or ready to begin) or runs."""
        if ready:
            self._pause.reword(self.tr("Begin"), "play")
        elif standing:
            self._pause.reword(self.tr("Go on"), "play")
        else:
            self._pause.reword(self.tr("Pause"), "pause")

    def take_focus(self) -> None:
        """Give the keyboard to «Pause»."""
        self._pause.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit_window(self, height: int) -> None:
        """Size the words by the window's height."""
        for button in self._all:
            button.limit_text(round(height * _MOST_SHARE))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words out where the row is too short for them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for button in self._all:
            button.set_compact(False)
        for button in reversed((self._pause, self._pain, self._next, self._end, self._view, self._lines, self._back)):
            if sum(one.sizeHint().width() + self._row.spacing() for one in self._all) <= self.width():
                return
            button.set_compact(True)
