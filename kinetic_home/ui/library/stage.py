"""The large moving figure of an exercise; beside it, moving in time, what the chosen mistake looks like."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kinetic_home.domain.exercise import Exercise
from kinetic_home.domain.motion import Motion
from kinetic_home.figure.camera import View
from kinetic_home.figure.scene import Scene
from kinetic_home.ui.figure.view import FigureView
from kinetic_home.ui.library.figures import FrameClock, card_palette
from kinetic_home.ui.library.tempo import TempoControl
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.theme.tokens import Role
from kinetic_home.ui.widgets.card import Card
from kinetic_home.ui.widgets.choices import Choices
from kinetic_home.ui.widgets.layouts import Column, Row
from kinetic_home.ui.widgets.shape import Shape
from kinetic_home.ui.widgets.text import Text
from kinetic_home.workflow.library_exercise import Checkpoint
from kinetic_home.workflow.library_moving import (
    KeyPose,
    Repetition,
    emphasis_in,
    figure_in,
    repetition,
    view_for,
    working_side,
    wrong_motion,
)

# A figure's least height and the height that it would like, in steps of the grid.
_LEAST_STEPS, _MOST_STEPS = 26, 60


class Stage(Card):
    """Shows an exercise in time, from one of three sides; `turned` says from where."""

    turned = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "card", parent)
        self._seen = look
        self._exercise: Exercise | None = None
        self._checkpoint: Checkpoint | None = None
        self._lines = True
        self._repetition: Repetition | None = None
        self._t_ms = 0
        self._clock = FrameClock(self)
        self.setObjectName("stage")
        self.tempo = TempoControl(look)
        self._views = Choices(look, self._view_choices(), name="view", dense=True)
        self._right = _Side(look, "disc", "action_text", self.tr("Right"), "rightFigure")
        self._wrong = _Side(look, "square", "stop_text", self.tr("Wrong"), "wrongFigure")
        column = Column(look, self, gap=1, margins=(2, 2, 2, 2))
        pair = Row(look, gap=1)
        pair.addWidget(self._right, 1)
        pair.addWidget(self._wrong, 1)
        column.addWidget(self._views)
        column.addLayout(pair, 1)
        column.addWidget(self.tempo)
        self._views.picked.connect(self._look_from)
        self.tempo.tempo_chosen.connect(self._change_tempo)
        self.tempo.posed.connect(self._pose)
        self._clock.ticked.connect(self._move_on)
        look.changed.connect(self._dress_figures)
        self._dress_figures()

    @property
    def view(self) -> View:
        """Return from where the figure is seen."""
        return self._right.figure.view

    @property
    def wrong_motion(self) -> Motion | None:
        """Return how the chosen mistake moves, or None where nothing of it is shown."""
        exercise, shown = self._exercise, self._checkpoint
        return None if exercise is None or shown is None else wrong_motion(exercise, shown.kind)

    def show_exercise(self, exercise: Exercise) -> None:
        """Show an exercise from the side that shows it best, at its own tempo."""
        self._exercise, self._checkpoint, self._t_ms = exercise, None, 0
        self.tempo.show_exercise(exercise)
        self._repetition = repetition(exercise)
        self._right.figure.setAccessibleDescription(exercise.name)
        self._look_from(View.named(exercise.view))
        self._set_scenes()

    def show_checkpoint(self, checkpoint: Checkpoint | None, *, lines: bool) -> None:
        """Show the mistake of a checkpoint beside the right movement; None takes it away."""
        changed = checkpoint != self._checkpoint
        self._checkpoint, self._lines = checkpoint, lines
        if changed and self._exercise is not None:
            self._look_from(view_for(self._exercise, None if checkpoint is None else checkpoint.kind))
            self._set_scenes()
        self._paint_now()

    @Slot()
    def turn(self) -> None:
        """Look from the next side."""
        self._look_from(self.view.following)

    def showEvent(self, event: QShowEvent) -> None:
        """Move while somebody looks."""
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still while nobody looks."""
        self._clock.run(on=False)
        super().hideEvent(event)

    def _view_choices(self) -> tuple[tuple[object, str, str], ...]:
        return (
            (View.SIDE, self.tr("Side"), ""),
            (View.FRONT, self.tr("Front"), ""),
            (View.THREE_QUARTER, self.tr("At an angle"), ""),
        )

    @Slot(object)
    def _look_from(self, view: View) -> None:
        self._views.choose(view)
        for side in (self._right, self._wrong):
            side.figure.set_view(view)
        self.turned.emit(view)

    def _set_scenes(self) -> None:
        if self._exercise is None:
            return
        side = working_side(self._exercise)
        self._right.figure.set_scene(Scene(motion=self._exercise.motion, side=side))
        bad = self.wrong_motion
        self._wrong.setVisible(bad is not None)
        self._right.show_label(shown=bad is not None)
        if bad is not None:
            self._wrong.figure.set_scene(Scene(motion=bad, side=side))
        self._paint_now()

    @Slot(int)
    def _change_tempo(self, percent: int) -> None:
        if self._exercise is not None and self._repetition is not None:
            faster = repetition(self._exercise, percent)
            self._t_ms = faster.same_place(self._repetition, self._t_ms)
            self._repetition = faster

    @Slot(object)
    def _pose(self, pose: KeyPose | None) -> None:
        del pose
        self._run()
        self._paint_now()

    def _run(self) -> None:
        self._clock.run(on=self.isVisible() and self.tempo.pose is None)

    @Slot(int)
    def _move_on(self, ms: int) -> None:
        self._t_ms += ms
        self._paint_now()

    def _paint_now(self) -> None:
        exercise, rep = self._exercise, self._repetition
        if exercise is None or rep is None:
            return
        pose = self.tempo.pose
        rep_no, moment = (1, pose.moment) if pose is not None else rep.at(self._t_ms)
        side = working_side(exercise)
        overlay = self._checkpoint.check.overlay if self._checkpoint is not None and self._lines else None
        good = figure_in(exercise.motion, moment, side=side, rep_no=rep_no)
        emphasis = emphasis_in(exercise, moment, overlay=overlay)
        self._right.figure.show_figure(good, emphasis)
        bad = self.wrong_motion
        if bad is not None:
            figure = figure_in(bad, moment, side=side, rep_no=rep_no)
            self._wrong.figure.show_figure(figure, emphasis._replace(right=good))

    @Slot()
    def _dress_figures(self) -> None:
        palette = card_palette(self._seen)
        for side in (self._right, self._wrong):
            side.figure.set_palette_colours(palette)
            side.setMinimumHeight(self._seen.space(_LEAST_STEPS))


class _Side(QWidget):
    """One of the two figures under its word."""

    def __init__(self, look: Look, shape: str, role: Role, word: str, name: str) -> None:
        super().__init__()
        self._look = look
        self.figure = FigureView(card_palette(look))
        self.figure.setObjectName(name)
        self.figure.setAccessibleName(word)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = Column(look, self, gap=0.5)
        self._label = QWidget()
        label = Row(look, self._label, gap=1)
        label.addStretch(1)
        label.addWidget(Shape(look, shape, role), 0, Qt.AlignmentFlag.AlignVCenter)
        label.addWidget(Text(look, word, "body", role=role, strong=True, wrap=False))
        label.addStretch(1)
        column.addWidget(self._label)
        column.addWidget(self.figure, 1)

    def show_label(self, *, shown: bool) -> None:
        """Say which of two this is, where there are two."""
        self._label.setVisible(shown)

    def sizeHint(self) -> QSize:
        """Return a size at which the figure is easily seen."""
        return QSize(self._look.space(_LEAST_STEPS), self._look.space(_MOST_STEPS))
