"""How fast the figure moves: a slider around the exercise's own tempo, or key poses to look at in peace."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kinetic_home.domain.exercise import Exercise
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.layouts import Column, Row
from kinetic_home.ui.widgets.slider import Slider
from kinetic_home.ui.widgets.text import Text
from kinetic_home.workflow.library_moving import (
    FASTEST_PERCENT,
    OWN_PERCENT,
    SLOWEST_PERCENT,
    KeyPose,
    key_poses,
    tempo_in_words,
)

_STEP_PERCENT = 10


class TempoControl(QWidget):
    """`tempo_chosen` carries percent of the exercise's own tempo, `posed` a KeyPose, or None where it moves."""

    tempo_chosen = Signal(int)
    posed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._exercise: Exercise | None = None
        self._poses: tuple[KeyPose, ...] = ()
        self._pose = 0
        self.setObjectName("tempoControl")
        label = self.tr("Speed")
        self._slider = Slider(
            look, name="tempo", label=label, low=SLOWEST_PERCENT, high=FASTEST_PERCENT, step=_STEP_PERCENT
        )
        self._words = Text(look, "", "body", tabular=True)
        self._still = Button(look, self.tr("Stand still"), name="standStill", icon="pause", dense=True)
        self._still.setCheckable(True)
        self._before = Button(look, self.tr("Pose before"), name="poseBefore", icon="back", dense=True)
        self._after = Button(look, self.tr("Next pose"), name="poseAfter", icon="next", dense=True)
        for button in (self._before, self._after):
            button.set_compact(True)
        column = Column(look, self, gap=0.5)
        row = Row(look, gap=1)
        row.addWidget(self._slider, 1)
        row.addWidget(self._before)
        row.addWidget(self._after)
        row.addStretch(0)
        row.addWidget(self._still)
        column.addLayout(row)
        column.addWidget(self._words)
        self._slider.valueChanged.connect(self._take_tempo)
        self._still.toggled.connect(self._take_still)
        self._before.clicked.connect(self._pose_before)
        self._after.clicked.connect(self._pose_after)
        look.changed.connect(self._heed_motion)

    @property
    def percent(self) -> int:
        """Return the tempo in percent of the exercise's own."""
        return self._slider.value()

    @property
    def pose(self) -> KeyPose | None:
        """Return the pose in which the figure stands, or None where it moves."""
        return self._poses[self._pose] if self._still.isChecked() and self._poses else None

    def show_exercise(self, exercise: Exercise) -> None:
        """Begin with an exercise at its own tempo; still where the person wants less motion."""
        self._exercise = exercise
        self._poses, self._pose = key_poses(exercise), 0
        for part, value in ((self._slider, OWN_PERCENT),):
            part.blockSignals(True)
            part.setValue(value)
            part.blockSignals(False)
        self._still.blockSignals(True)
        self._still.setChecked(self._look.reduced_motion)
        self._still.blockSignals(False)
        self._name()

    def show_pose(self, pose: KeyPose) -> None:
        """Let the figure that stands still stand in this one of its poses."""
        if self.pose is not None and pose != self.pose:
            self._pose = self._poses.index(pose)
            self._name()

    @Slot()
    def toggle_still(self) -> None:
        """Stand still, or move on."""
        self._still.toggle()

    @Slot(int)
    def _take_tempo(self, percent: int) -> None:
        self._name()
        self.tempo_chosen.emit(percent)

    @Slot(bool)
    def _take_still(self, on: bool) -> None:
        del on
        self._name()
        self.posed.emit(self.pose)

    @Slot()
    def _pose_before(self) -> None:
        self._step(-1)

    @Slot()
    def _pose_after(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        self._pose = (self._pose + by) % len(self._poses)
        self._name()
        self.posed.emit(self.pose)

    def _name(self) -> None:
        still = self._still.isChecked()
        self._slider.setVisible(not still)
        for button in (self._before, self._after):
            button.setVisible(still)
        self._still.reword(self.tr("Move") if still else self.tr("Stand still"), "play" if still else "pause")
        if self._exercise is None:
            return
        if still:
            words = self.tr("Pose {n} of {all}: {name}")
            self._words.say(words.format(n=self._pose + 1, all=len(self._poses), name=self._poses[self._pose].words))
            return
        tempo = tempo_in_words(self._exercise, self.percent)
        self._words.say(f"{tempo}  ·  {self._share()}")
        self._slider.setAccessibleDescription(tempo)

    def _share(self) -> str:
        if self.percent == OWN_PERCENT:
            return self.tr("usual speed")
        return self.tr("{n} % of the usual speed").format(n=self.percent)

    @Slot()
    def _heed_motion(self) -> None:
        if self._look.reduced_motion and not self._still.isChecked():
            self._still.setChecked(True)
