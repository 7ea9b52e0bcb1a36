"""Everything of one exercise on one picture: the right version from three sides, then each wrong one beneath it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kinetic_home.domain.exercise import Check, Exercise
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View
from kinetic_home.figure.faults import wrong
from kinetic_home.figure.scene import Frame
from kinetic_home.figure.signs import opening_view
from kinetic_home.ui.figure.palette import FigurePalette
from kinetic_home.ui.figure.sheet import (
    LABEL_PX,
    Strip,
    cell_size,
    label_strip,
    lettering,
    paint_strip,
    shared_frame,
)

_COLUMNS = 6
_WIDEST_PX, _HIGHEST_PX = 300.0, 300.0
_EDGE_PX, _BAR_PX, _VIEW_PX, _GAP_PX, _ROW_GAP_PX = 20, 8, 130, 28, 8
_NAME_PX, _ASK_PX, _WORD_PX = 34, 24, 18
_TITLE_HIGH_PX, _ASK_HIGH_PX, _LINE = 60, 72, 1.4
_VIEW_WORDS = {View.SIDE: "side", View.FRONT: "front", View.THREE_QUARTER: "three-quarter"}


class _Block(NamedTuple):
    """The right version, or a wrong one with the check that asks about it; the view that shows it best comes first."""

    strip: Strip
    views: tuple[View, ...]
    check: Check | None


def exercise_sheet(
    exercise: Exercise,
    *,
    side: Side,
    palette: FigurePalette,
    bare: bool = False,
    overlay: bool = False,
) -> QImage:
    """Return the sheet of an exercise: six instants of a repetition in every row, from one side each.

    Right and wrong are seen through the same frame, and the working muscles are tinted. `bare` leaves all letters out.
    A QGuiApplication must exist.
    """
    blocks = list(_blocks(exercise, side, overlay=overlay))
    motions = [block.strip.motion for block in blocks]
    frames = {view: shared_frame(motions, view, blocks[0].strip.scene.side) for view in View}
    return _Sheet(blocks, frames, palette, bare=bare).image()


def _blocks(exercise: Exercise, side: Side, *, overlay: bool) -> Iterator[_Block]:
    right = Strip(exercise=exercise, motion=exercise.motion, side=side, muscles=True)
    yield _Block(right, tuple(View), None)
    for check in exercise.checks:
        kind = exercise.wrong.get(check.id)
        if kind is None:
            continue
        motion = wrong(exercise.motion, kind)
        best = opening_view(motion, right.scene.side, View.named(exercise.view))
        strip = Strip(
            exercise=exercise,
            motion=motion,
            side=side,
            muscles=True,
            overlay=check.overlay if overlay else None,
        )
        yield _Block(strip, (best, *(view for view in View if view is not best)), check)


class _Sheet:
    """Lays the blocks one below the other; columns are the same instants in every row."""

    def __init__(
        self, blocks: Sequence[_Block], frames: dict[View, Frame], palette: FigurePalette, *, bare: bool
    ) -> None:
        self._blocks, self._frames, self._palette, self._bare = blocks, frames, palette, bare
        sizes = {view: cell_size(frame, _WIDEST_PX, _HIGHEST_PX) for view, frame in frames.items()}
        self._wide = max(size.width() for size in sizes.values())
        self._high = {view: size.height() for view, size in sizes.items()}
        self._label = _ROW_GAP_PX if bare else LABEL_PX
        self._left = _EDGE_PX + 2 * _BAR_PX + (0 if bare else _VIEW_PX)

    def image(self) -> QImage:
        """Return the whole sheet."""
        wide = round(self._left + _COLUMNS * self._wide + _EDGE_PX)
        high = round(_EDGE_PX + sum(map(self._block_high, self._blocks)))
        image = QImage(wide, high, QImage.Format.Format_RGB32)
        image.fill(QColor(self._palette.ground))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = float(_EDGE_PX)
        for block in self._blocks:
            self._paint_block(painter, block, top)
            top += self._block_high(block)
        painter.end()
        return image

    def _title_high(self, block: _Block) -> float:
        return 0.0 if self._bare else _TITLE_HIGH_PX if block.check is None else _ASK_HIGH_PX

    def _block_high(self, block: _Block) -> float:
        rows = sum(self._high[view] + self._label for view in block.views)
        return self._title_high(block) + rows + _GAP_PX

    def _paint_block(self, painter: QPainter, block: _Block, top: float) -> None:
        palette = self._palette
        bar = QRectF(_EDGE_PX, top, _BAR_PX, self._block_high(block) - _GAP_PX)
        painter.fillRect(bar, QColor(palette.work if block.check is None else palette.wrong))
        if not self._bare:
            self._title(painter, block, top)
        pictures = block.strip.pictures(_COLUMNS)
        emphases = block.strip.emphases(pictures)
        top += self._title_high(block)
        for view in block.views:
            first = QRectF(self._left, top, self._wide, self._high[view])
            paint_strip(painter, first, block.strip.scene, view, pictures, emphases, palette, self._frames[view])
            if not self._bare:
                label_strip(painter, first, pictures, palette)
                painter.setFont(lettering(_WORD_PX))
                painter.setPen(QColor(palette.text))
                beside = QRectF(_EDGE_PX + 3 * _BAR_PX, top, _VIEW_PX, self._high[view])
                painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, _VIEW_WORDS[view])
            top += self._high[view] + self._label

    def _title(self, painter: QPainter, block: _Block, top: float) -> None:
        palette, check = self._palette, block.check
        left, wide = _EDGE_PX + 3 * _BAR_PX, self._left + _COLUMNS * self._wide
        lines = [(block.strip.exercise.name, _NAME_PX, palette.text)]
        if check is not None:
            lines = [(check.ask, _ASK_PX, palette.text), (f"No: {check.fault}", _WORD_PX, palette.wrong)]
        for text, px, colour in lines:
            painter.setFont(lettering(px, strong=px != _WORD_PX))
            painter.setPen(QColor(colour))
            painter.drawText(QRectF(left, top, wide, px * _LINE), Qt.AlignmentFlag.AlignVCenter, text)
            top += px * _LINE
