"""The printed sheet of an exercise: one page to lay beside the mat, drawn in lines and letters, no bitmap on it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPagedPaintDevice, QPageSize, QPdfWriter

from kinetic_home.domain.motion import Motion
from kinetic_home.figure.camera import View
from kinetic_home.figure.scene import Scene, framed
from kinetic_home.ui.figure.painter import paint_figure
from kinetic_home.ui.figure.palette import FigurePalette
from kinetic_home.ui.library.paper import (
    BODY_PT,
    GROUND,
    MARGIN_PT,
    NAME_PT,
    SMALL_PT,
    LinePainter,
    Pen,
    prepare,
)
from kinetic_home.ui.words import tr
from kinetic_home.workflow.library import capital
from kinetic_home.workflow.library_exercise import Checkpoint, ExerciseView
from kinetic_home.workflow.library_moving import (
    Moment,
    figure_in,
    key_poses,
    telling_pose,
    tempo_in_words,
    view_for,
    working_side,
    wrong_motion,
)

_GAP = 16.0
_POSES_HIGH, _CHECK_HIGH = 190.0, 88.0
# A figure less high than this for its width lies or kneels.
_LONG = 0.62
# A row of two checks with their pictures is no higher than this.
_CHECK_ROW_HIGH = 148.0
_LEAST_NOTES = 70.0
# Soft shadows do not print well; a light one says where the floor is.
_SHADOW = "#E2DED6"
_DPI = 600


def page_size(paper: Literal["a4", "letter"]) -> QPageSize.PageSizeId:
    """Return a size of paper."""
    return QPageSize.PageSizeId.A4 if paper == "a4" else QPageSize.PageSizeId.Letter


def write_sheet(view: ExerciseView, file: Path, palette: FigurePalette, size: QPageSize.PageSizeId) -> None:
    """Write the sheet of an exercise as a PDF; raises OSError that names the file where that cannot be."""
    # Qt does not say why it cannot write; the system does.
    file.open("wb").close()
    writer = QPdfWriter(str(file))
    writer.setResolution(_DPI)
    writer.setTitle(view.exercise.name)
    writer.setCreator("Kinetic Home")
    draw_sheet(view, writer, palette, size)


def draw_sheet(
    view: ExerciseView, device: QPagedPaintDevice, palette: FigurePalette, size: QPageSize.PageSizeId
) -> None:
    """Draw the sheet of an exercise on a page of a writer or a printer; raises OSError where it takes no drawing."""
    prepare(device, size)
    painter = LinePainter()
    if not painter.begin(device):
        raise OSError(0, "the sheet cannot be drawn there")
    page = QPageSize(size).size(QPageSize.Unit.Point)
    scale = device.pageLayout().fullRectPixels(device.logicalDpiX()).width() / page.width()
    _Sheet(
        view, Pen(painter, scale), replace(palette, ground=GROUND.name(), shadow=_SHADOW), page.width(), page.height()
    ).draw()
    painter.end()


class _Sheet:
    """Lays out one page, from the name at its head to the room for notes at its foot."""

    def __init__(self, view: ExerciseView, pen: Pen, palette: FigurePalette, wide: float, high: float) -> None:
        self._view, self._pen, self._palette = view, pen, palette
        self._left, self._wide = MARGIN_PT, wide - 2 * MARGIN_PT
        self._foot = high - MARGIN_PT

    def draw(self) -> None:
        """Draw it all."""
        y = self._head(MARGIN_PT)
        y = self._poses(y + 8)
        half = (self._wide - _GAP) / 2
        right = self._left + half + _GAP
        y = max(self._cues(self._left, y, half), self._stop(right, y, half))
        y = self._checks(y + 8)
        self._notes(y + 6)

    def _head(self, y: float) -> float:
        view, pen = self._view, self._pen
        y = pen.text(self._left, y, self._wide, view.exercise.name, pt=NAME_PT, strong=True)
        y = pen.text(self._left, y + 1, self._wide, view.dose, pt=15, strong=True)
        told = " · ".join((tempo_in_words(view.exercise), *view.rhythm))
        y = pen.text(self._left, y + 1, self._wide, told)
        needs = tr("You need: {things}.").format(things=view.needs)
        if view.if_you_like:
            needs = f"{needs} {tr('If you like: {things}.').format(things=view.if_you_like)}"
        y = pen.text(self._left, y + 1, self._wide, needs, quiet=True)
        return pen.text(self._left, y + 1, self._wide, view.exercise.why, quiet=True) if view.exercise.why else y

    def _poses(self, y: float) -> float:
        """Draw the key poses in a row with arrows; of a long figure only its start and its end, the larger."""
        poses = key_poses(self._view.exercise)
        shape = self._height_in_widths(self._seen)
        if shape < _LONG:
            poses = tuple(pose for pose in poses if pose.moment.pose_from == pose.moment.pose_to)
        gap = 24.0
        wide = (self._wide - gap * (len(poses) - 1)) / len(poses)
        high = min(_POSES_HIGH, wide * shape)
        for number, pose in enumerate(poses):
            x = self._left + number * (wide + gap)
            self._figure(QRectF(x, y, wide, high), self._view.exercise.motion, pose.moment)
            words = f"{number + 1}  {capital(pose.words)}"
            self._pen.text(x, y + high + 2, wide + gap, words, pt=SMALL_PT, strong=True)
            if number:
                self._pen.arrow(x - gap + 2, x - 2, y + high / 2)
        return y + high + 2 + SMALL_PT * 1.6

    def _cues(self, x: float, y: float, wide: float) -> float:
        pen = self._pen
        y = pen.heading(x, y, wide, tr("How to do it"))
        for cue in self._view.cues:
            pen.dot(x + 1, y + 5, 4)
            y = pen.text(x + 12, y, wide - 12, cue.text, strong=True) + 2
        breath = " ".join(self._view.breathing)
        return pen.text(x, y + 1, wide, breath)

    def _stop(self, x: float, y: float, wide: float) -> float:
        pen, exercise = self._pen, self._view.exercise
        y = pen.heading(x, y, wide, tr("Stop if"))
        for note in exercise.stop_notes:
            pen.mark("cross", x, y + 3, 7)
            y = pen.text(x + 12, y, wide - 12, note) + 2
        if exercise.cautions:
            y = pen.text(x, y + 2, wide, tr("Ask your clinician first:"), strong=True)
        for note in exercise.cautions:
            y = pen.text(x, y, wide, note, pt=SMALL_PT) + 1
        return y

    def _checks(self, y: float) -> float:
        """Draw the checkpoints; the first ones, which are asked first, with right beside wrong."""
        pen, left = self._pen, list(self._view.checkpoints)
        y = pen.heading(self._left, y, self._wide, tr("Check yourself"))
        half = (self._wide - _GAP) / 2
        while left and y + _CHECK_ROW_HIGH <= self._foot - _LEAST_NOTES:
            row, left = left[:2], left[2:]
            asked = max(pen.height(checkpoint.check.ask, half, strong=True) for checkpoint in row)
            places = ((self._left + number * (half + _GAP), checkpoint) for number, checkpoint in enumerate(row))
            y = max(self._check(x, y, half, asked, checkpoint) for x, checkpoint in places) + 3
        for checkpoint in left:
            high = pen.height(checkpoint.check.ask, self._wide - 12)
            if y + high > self._foot:
                break
            pen.mark("tick", self._left, y + 3, 7)
            y = pen.text(self._left + 12, y, self._wide - 12, checkpoint.check.ask) + 2
        return y

    def _check(self, x: float, y: float, wide: float, asked: float, checkpoint: Checkpoint) -> float:
        pen, exercise = self._pen, self._view.exercise
        bad = wrong_motion(exercise, checkpoint.kind)
        pen.text(x, y, wide, checkpoint.check.ask, strong=True)
        y += asked
        if bad is not None:
            seen = view_for(exercise, checkpoint.kind)
            half = wide / 2
            high = min(_CHECK_HIGH, (half - 12) * self._height_in_widths(seen))
            moment = telling_pose(exercise, checkpoint.kind).moment
            for place, (motion, mark) in enumerate(((exercise.motion, "tick"), (bad, "cross"))):
                left = x + place * half
                self._figure(QRectF(left + 12, y + 2, half - 12, high), motion, moment, seen)
                pen.mark(mark, left, y + 6, 10)
            y += max(high, 18) + 4
        return pen.text(x, y, wide, checkpoint.right, pt=SMALL_PT) + 3

    def _notes(self, y: float) -> None:
        pen = self._pen
        if self._foot - y < _LEAST_NOTES:
            return
        y = pen.text(self._left, y, self._wide, tr("Notes"), pt=BODY_PT, strong=True)
        while (y := y + 22) <= self._foot:
            pen.line(self._left, y, self._left + self._wide, y, pt=0.5)

    @property
    def _seen(self) -> View:
        return View.named(self._view.exercise.view)

    def _height_in_widths(self, seen: View) -> float:
        """Return how high the picture of the exercise is for its width, with a little room around it."""
        exercise = self._view.exercise
        frame = framed(exercise.motion, seen, working_side(exercise))
        return 1.06 * (frame.top - frame.bottom) / (frame.right - frame.left)

    def _figure(self, room: QRectF, motion: Motion, moment: Moment, seen: View | None = None) -> None:
        exercise, pen = self._view.exercise, self._pen
        side = working_side(exercise)
        figure = figure_in(motion, moment, side=side)
        scene = Scene(motion=motion, side=side)
        place = pen.rect(room.x(), room.y(), room.width(), room.height())
        paint_figure(pen.painter, place, figure, scene, seen or self._seen, self._palette)
