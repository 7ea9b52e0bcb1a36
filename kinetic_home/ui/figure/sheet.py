"""A contact sheet: one repetition of an exercise as a row of pictures with their times."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from kinetic_home.domain.exercise import Exercise
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View
from kinetic_home.figure.scene import Scene, framed
from kinetic_home.figure.timeline import RepFrame, rep_frames
from kinetic_home.score.work import work_phases
from kinetic_home.ui.figure.painter import paint_figure
from kinetic_home.ui.figure.palette import FigurePalette

_HIGH_PX, _WIDEST_PX, _NARROWEST_PX = 420, 620, 240
_LABEL_PX, _LETTER_PX = 34, 17
_MOST_COLUMNS = 6


def contact_sheet(exercise: Exercise, *, view: str, side: Side, frames: int, palette: FigurePalette) -> QImage:
    """Return the pictures of one repetition at the exercise's own dose, each with its time in seconds.

    A side is heeded only where the exercise is done one side at a time. A QGuiApplication must exist. Raises
    ValueError for less than two pictures.
    """
    looked_from = View.named(view)
    shown = exercise_scene(exercise, side)
    pictures = rep_frames(exercise.motion, work_phases(exercise.first, exercise.dose), frames, shown.side)
    frame = framed(exercise.motion, looked_from, shown.side)
    ratio = (frame.right - frame.left) / (frame.top - frame.bottom)
    wide = round(min(max(_HIGH_PX * ratio, _NARROWEST_PX), _WIDEST_PX))
    rows = -(-frames // _MOST_COLUMNS)
    columns = -(-frames // rows)
    image = QImage(wide * columns, (_HIGH_PX + _LABEL_PX) * rows, QImage.Format.Format_RGB32)
    image.fill(QColor(palette.ground))
    painter = QPainter(image)
    for number, picture in enumerate(pictures):
        row, column = divmod(number, columns)
        cell = QRectF(column * wide, row * (_HIGH_PX + _LABEL_PX), wide, _HIGH_PX)
        painter.setClipRect(cell)
        paint_figure(painter, cell, picture.figure, shown, looked_from, palette)
        painter.setClipping(False)
        _label(painter, QRectF(cell.left(), cell.bottom(), wide, _LABEL_PX), picture, palette)
    painter.end()
    return image


def exercise_scene(exercise: Exercise, side: Side) -> Scene:
    """Return the scene of an exercise; one that is not done side by side shows both sides alike."""
    return Scene(motion=exercise.motion, side=side if exercise.per_side else Side.BOTH)


def _label(painter: QPainter, rect: QRectF, picture: RepFrame, palette: FigurePalette) -> None:
    font = QFont()
    font.setPixelSize(_LETTER_PX)
    painter.setFont(font)
    painter.setPen(QColor(palette.text))
    text = f"{picture.time_ms / 1000:.1f} s · {picture.phase.value}"
    painter.drawText(rect, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)
