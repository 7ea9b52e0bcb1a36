"""The large moving figure of an exercise; beside it, moving in time, what the chosen mistake looks like."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kinetic_home.domain.exercise import Exercise
from kinetic_home.domain.motion import Motion
from kinetic_home.figure.camera import View
from kinetic_home.figure.scene import Scene
from kinetic_home.ui.library.figures import FrameClock, card_palette
from kinetic_home.ui.library.tempo import TempoControl
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.card import Card
from kinetic_home.ui.widgets.choices import Choices
from kinetic_home.ui.widgets.comparison_view import ComparisonView
from kinetic_home.ui.widgets.layouts import Column
from kinetic_home.workflow.comparison import Comparison, Shown
from kinetic_home.workflow.library_exercise import Checkpoint
from kinetic_home.workflow.library_moving import (
    KeyPose,
    Repetition,
    emphasis_in,
    figure_in,
    repetition,
    telling_pose,
    view_for,
    working_side,
    wrong_motion,
)

# The least height of the figures together, in steps of the grid.
_LEAST_STEPS = 26


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
        self._view = View.SIDE
        self._pair = ComparisonView(look, card_palette(look), tells_alone=False)
        column = Column(look, self, gap=1, margins=(2, 2, 2, 2))
        column.addWidget(self._views)
        column.addWidget(self._pair, 1)
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
        return self._view

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
        self._pair.describe(exercise.name)
        self._look_from(View.named(exercise.view))

    def show_checkpoint(self, checkpoint: Checkpoint | None, *, lines: bool) -> None:
        """Show the mistake of a checkpoint beside the right movement; None takes it away."""
        changed = checkpoint != self._checkpoint
        self._checkpoint, self._lines = checkpoint, lines
        if changed and self._exercise is not None:
            self.tempo.show_pose(telling_pose(self._exercise, None if checkpoint is None else checkpoint.kind))
            self._look_from(view_for(self._exercise, None if checkpoint is None else checkpoint.kind))
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Size the words over the figures by the window."""
        super().resizeEvent(event)
        self._pair.fit_window(self.window().height())

    def _view_choices(self) -> tuple[tuple[object, str, str], ...]:
        return (
            (View.SIDE, self.tr("Side"), ""),
            (View.FRONT, self.tr("Front"), ""),
            (View.THREE_QUARTER, self.tr("At an angle"), ""),
        )

    @Slot(object)
    def _look_from(self, view: View) -> None:
        self._view = view
        self._views.choose(view)
        self._paint_now()
        self.turned.emit(view)

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
        told = emphasis_in(exercise, moment, overlay=overlay)
        wrong, bad = None, self.wrong_motion
        if bad is not None:
            figure = figure_in(bad, moment, side=side, rep_no=rep_no)
            wrong = Shown(scene=Scene(motion=bad, side=side), figure=figure, emphasis=told._replace(right=good))
        right = Shown(scene=Scene(motion=exercise.motion, side=side), figure=good, emphasis=told)
        self._pair.show_comparison(Comparison(view=self._view, right=right, wrong=wrong))

    @Slot()
    def _dress_figures(self) -> None:
        self._pair.set_palette_colours(card_palette(self._seen))
        self._pair.setMinimumHeight(self._seen.space(_LEAST_STEPS))
        self._pair.fit_window(self.window().height())
