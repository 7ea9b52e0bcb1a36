"""The figures of the cards: each painted once, a few at a time, the first to be seen first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QObject, QRectF, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPixmap

from kinetic_home.domain.exercise import Exercise, ExerciseId
from kinetic_home.figure.camera import View
from kinetic_home.figure.scene import Scene, framed
from kinetic_home.ui.figure.painter import paint_figure
from kinetic_home.ui.figure.palette import FigurePalette
from kinetic_home.workflow.library_moving import Moment, figure_in, showing, working_side

# So long may painting ahead hold up the window at a time: a third of a frame.
_PORTION_MS = 5


class CardPictures(QObject):
    """Keeps a picture of each exercise in one size and one set of colours.

    What is asked for and not painted yet is painted when the window has nothing else to do; `painted` says which.
    """

    painted = Signal(str)

    def __init__(self, palette: FigurePalette, parent: QObject) -> None:
        super().__init__(parent)
        self._palette = palette
        self._size, self._ratio = QSize(), 1.0
        self._kept: dict[ExerciseId, QPixmap] = {}
        self._waiting: list[Exercise] = []
        self._framed: set[ExerciseId] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._paint_some)

    def set_palette_colours(self, palette: FigurePalette) -> None:
        """Paint with other colours from now on."""
        self._palette = palette
        self._kept.clear()

    def set_size(self, size: QSize, ratio: float) -> None:
        """Paint in another size, in px, with so many pixels in each of them."""
        if (size, ratio) != (self._size, self._ratio):
            self._size, self._ratio = size, ratio
            self._kept.clear()

    def picture(self, exercise: Exercise) -> QPixmap | None:
        """Return the picture of an exercise, or None where it is not painted yet."""
        return self._kept.get(exercise.id)

    def want(self, exercises: Sequence[Exercise]) -> None:
        """Paint these, in this order, before all that was asked for earlier."""
        wanted = [exercise for exercise in exercises if exercise.id not in self._kept]
        names = {exercise.id for exercise in wanted}
        self._waiting = wanted + [exercise for exercise in self._waiting if exercise.id not in names]
        if self._waiting and not self._size.isEmpty():
            self._timer.start()

    def pause(self) -> None:
        """Paint nothing ahead while nobody looks."""
        self._timer.stop()

    @Slot()
    def _paint_some(self) -> None:
        since = QElapsedTimer()
        since.start()
        while self._waiting and not since.hasExpired(_PORTION_MS):
            exercise = self._waiting[0]
            if exercise.id not in self._framed:
                # To find how large a whole repetition is takes as long as to paint one of its figures.
                framed(exercise.motion, View.named(exercise.view), working_side(exercise))
                self._framed.add(exercise.id)
                continue
            self._waiting.pop(0)
            if exercise.id not in self._kept:
                self._kept[exercise.id] = still_picture(exercise, self._size, self._ratio, self._palette)
                self.painted.emit(exercise.id)
        if not self._waiting:
            self._timer.stop()


def still_picture(exercise: Exercise, size: QSize, ratio: float, palette: FigurePalette) -> QPixmap:
    """Return a picture of the pose that shows best what an exercise is."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(palette.ground))
    painter = QPainter(pixmap)
    paint_moment(painter, QRectF(0, 0, size.width(), size.height()), exercise, showing(exercise), palette)
    painter.end()
    return pixmap


def paint_moment(
    painter: QPainter,
    rect: QRectF,
    exercise: Exercise,
    moment: Moment,
    palette: FigurePalette,
) -> None:
    """Paint an exercise at a place in its repetition, as large as the whole repetition fits."""
    side = working_side(exercise)
    figure = figure_in(exercise.motion, moment, side=side)
    scene = Scene(motion=exercise.motion, side=side)
    paint_figure(painter, rect, figure, scene, View.named(exercise.view), palette)
