"""A contact sheet: one repetition of an exercise as a row of pictures with their times."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from kinetic_home.domain.exercise import Exercise
from kinetic_home.domain.fault import OverlayKind
from kinetic_home.domain.motion import Motion
from kinetic_home.domain.side import Side
from kinetic_home.domain.wording import PHASE_WORDS
from kinetic_home.figure.camera import View
from kinetic_home.figure.emphasis import PLAIN, Emphasis, emphasis_of, with_overlay
from kinetic_home.figure.scene import Frame, Scene, framed
from kinetic_home.figure.timeline import RepFrame, rep_frames
from kinetic_home.score.work import work_phases
from kinetic_home.ui.figure.painter import paint_figure
from kinetic_home.ui.figure.palette import FigurePalette

_HIGH_PX, _WIDEST_PX, _NARROWEST_PX = 420, 620, 240
LABEL_PX, _LETTER_PX = 34, 17
_MOST_COLUMNS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """One repetition to be shown: the exercise as it should be, and the motion that is shown of it.

    The motion is the exercise's own or a wrong version of it. `muscles` tints those that work, `overlay` lays one
    line over the figure.
    """

    exercise: Exercise
    motion: Motion
    side: Side
    muscles: bool = False
    overlay: OverlayKind | None = None

    @property
    def scene(self) -> Scene:
        """Return the scene; an exercise that is not done side by side shows both sides alike."""
        return Scene(motion=self.motion, side=self.side if self.exercise.per_side else Side.BOTH)

    def pictures(self, count: int) -> tuple[RepFrame, ...]:
        """Return so many instants of the repetition; raises ValueError for less than two."""
        return _pictures(self.exercise, self.motion, self.scene.side, count)

    def emphases(self, pictures: Sequence[RepFrame]) -> tuple[Emphasis, ...]:
        """Return what is laid over each picture."""
        if not self.muscles and self.overlay is None and self.motion == self.exercise.motion:
            return (PLAIN,) * len(pictures)
        own, side = self.exercise.motion, self.scene.side
        rights = _pictures(self.exercise, own, side, len(pictures)) if self.motion != own else (None,) * len(pictures)
        found: list[Emphasis] = []
        for picture, right in zip(pictures, rights, strict=True):
            emphasis = emphasis_of(self.exercise, picture.moment) if self.muscles else PLAIN
            emphasis = with_overlay(emphasis, self.overlay, own, side)
            found.append(emphasis if right is None else emphasis._replace(right=right.figure))
        return tuple(found)


def contact_sheet(strip: Strip, *, view: str, frames: int, palette: FigurePalette) -> QImage:
    """Return the pictures of one repetition at the exercise's own dose, each with its time in seconds.

    A wrong version is as large as the right one. A QGuiApplication must exist. Raises ValueError for less than two
    pictures.
    """
    looked_from = View.named(view)
    pictures = strip.pictures(frames)
    frame = shared_frame((strip.exercise.motion, strip.motion), looked_from, strip.scene.side)
    wide = round(min(max(_HIGH_PX * ratio_of(frame), _NARROWEST_PX), _WIDEST_PX))
    rows = -(-frames // _MOST_COLUMNS)
    columns = -(-frames // rows)
    image = QImage(wide * columns, (_HIGH_PX + LABEL_PX) * rows, QImage.Format.Format_RGB32)
    image.fill(QColor(palette.ground))
    painter = QPainter(image)
    emphases = strip.emphases(pictures)
    for row in range(rows):
        part = slice(row * columns, (row + 1) * columns)
        top = row * (_HIGH_PX + LABEL_PX)
        cell = QRectF(0.0, top, wide, _HIGH_PX)
        paint_strip(painter, cell, strip.scene, looked_from, pictures[part], emphases[part], palette, frame)
        label_strip(painter, cell, pictures[part], palette)
    painter.end()
    return image


def paint_strip(
    painter: QPainter,
    first: QRectF,
    scene: Scene,
    view: View,
    pictures: Sequence[RepFrame],
    emphases: Sequence[Emphasis],
    palette: FigurePalette,
    frame: Frame,
) -> None:
    """Paint pictures in a row, all of the size of the first."""
    for number, (picture, emphasis) in enumerate(zip(pictures, emphases, strict=True)):
        cell = first.translated(number * first.width(), 0.0)
        painter.setClipRect(cell)
        paint_figure(painter, cell, picture.figure, scene, view, palette, emphasis, frame=frame)
        painter.setClipping(False)


def label_strip(painter: QPainter, first: QRectF, pictures: Sequence[RepFrame], palette: FigurePalette) -> None:
    """Write below each picture of a row when it is and what the body does then."""
    painter.setFont(lettering(_LETTER_PX))
    painter.setPen(QColor(palette.text))
    for number, picture in enumerate(pictures):
        left = first.left() + number * first.width()
        text = f"{picture.time_ms / 1000:.1f} s · {PHASE_WORDS[picture.phase]}"
        below = QRectF(left, first.bottom(), first.width(), LABEL_PX)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)


def lettering(px: int, *, strong: bool = False) -> QFont:
    """Return the letters of a sheet."""
    font = QFont()
    font.setPixelSize(px)
    font.setBold(strong)
    return font


def shared_frame(motions: Iterable[Motion], view: View, side: Side) -> Frame:
    """Return a part of the picture plane that holds every one of the motions, so that they can be compared."""
    frames = [framed(motion, view, side) for motion in motions]
    return Frame(
        min(frame.left for frame in frames),
        min(frame.bottom for frame in frames),
        max(frame.right for frame in frames),
        max(frame.top for frame in frames),
    )


def ratio_of(frame: Frame) -> float:
    """Return how many times as wide as high a frame is."""
    return (frame.right - frame.left) / (frame.top - frame.bottom)


def cell_size(frame: Frame, widest_px: float, highest_px: float) -> QSizeF:
    """Return the largest cell within these limits that a frame fills."""
    ratio = ratio_of(frame)
    high = min(highest_px, widest_px / ratio)
    return QSizeF(high * ratio, high)


def _pictures(exercise: Exercise, motion: Motion, side: Side, count: int) -> tuple[RepFrame, ...]:
    return rep_frames(motion, work_phases(exercise.first, exercise.dose), count, side)
