"""When the sound reaches the ear: measured by itself, set by hand, or tapped along to the beat."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.choices import Choices
from kinetic_home.ui.widgets.flow import Flow
from kinetic_home.ui.widgets.layouts import Column, Row
from kinetic_home.ui.widgets.slider import Slider
from kinetic_home.ui.widgets.text import Text
from kinetic_home.workflow.settings import LEAST_OFFSET_MS, MOST_OFFSET_MS

_STEP_MS = 5
_BY_HAND_START_MS = 50


class TimingRow(QWidget):
    """`offset_chosen` carries ms, or None for automatic; `tapping_began` and `tapped` drive the tap-along."""

    offset_chosen = Signal(object)
    tapping_began = Signal()
    tapped = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        column = Column(look, self, gap=1)
        column.addWidget(Text(look, self.tr("Timing"), "body", strong=True))
        words = self.tr("Where sound and picture drift apart, set how late your speakers are.")
        column.addWidget(Text(look, words, "caption", role="quiet"))
        answers = ((True, self.tr("Automatic"), ""), (False, self.tr("By hand"), ""))
        self._mode = Choices(look, answers, name="timingMode")
        column.addWidget(self._mode)
        self._by_hand = QWidget()
        hand = Column(look, self._by_hand, gap=1)
        line = Row(look, gap=1.5)
        label = self.tr("How late the sound is, in thousandths of a second")
        self._slider = Slider(
            look, name="audioOffset", label=label, low=LEAST_OFFSET_MS, high=MOST_OFFSET_MS, step=_STEP_MS
        )
        self._value = Text(look, "", "body", tabular=True, wrap=False)
        line.addWidget(self._slider, 1)
        line.addWidget(self._value)
        hand.addLayout(line)
        taps = QWidget()
        row = Flow(look, taps)
        self._begin = Button(look, self.tr("Tap along"), name="tapBegin", icon="play")
        self._tap = Button(look, self.tr("Tap on each beat"), name="tap", kind="primary")
        self._told = Text(look, "", "body", role="quiet")
        row.addWidget(self._begin)
        row.addWidget(self._tap)
        hand.addWidget(taps)
        hand.addWidget(self._told)
        column.addWidget(self._by_hand)
        self._tap.hide()
        self._mode.picked.connect(self._choose_mode)
        self._slider.valueChanged.connect(self._choose_value)
        self._begin.clicked.connect(self._begin_tapping)
        # The press counts, not the release: that is when the finger meets the beat.
        self._tap.pressed.connect(self.tapped)
        self.show_offset(None)

    def show_offset(self, offset_ms: int | None) -> None:
        """Show how late the sound is, or that this is measured by itself."""
        self._mode.choose(offset_ms is None)
        self._by_hand.setVisible(offset_ms is not None)
        self._slider.blockSignals(True)
        self._slider.setValue(_BY_HAND_START_MS if offset_ms is None else offset_ms)
        self._slider.blockSignals(False)
        self._name_value()

    def show_tapping(self, told: str, *, going: bool) -> None:
        """Show how the tapping goes, in words; `going` shows the button to tap."""
        self._told.say(told)
        self._begin.setVisible(not going)
        self._tap.setVisible(going)
        if going:
            self._tap.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _begin_tapping(self) -> None:
        self.show_tapping(self.tr("Press Space or the button on each beat that you hear."), going=True)
        self.tapping_began.emit()

    @Slot(object)
    def _choose_mode(self, automatic: object) -> None:
        offset_ms = None if automatic else self._slider.value()
        self.show_offset(offset_ms)
        self.offset_chosen.emit(offset_ms)

    @Slot(int)
    def _choose_value(self, value: int) -> None:
        self._name_value()
        self.offset_chosen.emit(value)

    def _name_value(self) -> None:
        self._value.say(f"{self._slider.value()} ms")
        self._value.setMinimumWidth(self._look.text_px("body") * 5)
