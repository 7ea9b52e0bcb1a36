"""Parts that are made once and put where they belong: head and shoes; one that keeps still becomes a picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QBrush, QImage, QPainter, QPainterPath

from kinetic_home.ui.figure.layers import clear_layer
from kinetic_home.ui.figure.outline import Flat
from kinetic_home.ui.figure.parts import Tint

# What moves by less than a hundredth of a pixel keeps still.
_SAME_PLACE = 2

# A path and what it is filled with.
Fill = tuple[QPainterPath, QBrush]


class Still:
    """One part as it was painted last; painted there again it becomes a picture, which is laid down from then on.

    Laying it down takes a twentieth of filling its paths. `ratio` is how many pixels there are in each px.
    """

    def __init__(self, ratio: float) -> None:
        self._ratio = ratio
        self._at: Flat = (0.0, 0.0)
        self._fills: Sequence[Fill] = ()
        self._picture: tuple[QPoint, QImage] | None = None

    def lay(self, painter: QPainter, at: Flat, fills: Sequence[Fill]) -> None:
        """Paint fills at a place, or lay down the picture of them."""
        place = round(at[0], _SAME_PLACE), round(at[1], _SAME_PLACE)
        if fills is not self._fills or place != self._at:
            self._at, self._fills, self._picture = place, fills, None
            lay_fills(painter, at, fills)
            return
        if self._picture is None:
            self._picture = self._taken(at)
        painter.drawImage(*self._picture)

    def _taken(self, at: Flat) -> tuple[QPoint, QImage]:
        """Return the picture of the fills, and where its upper left corner is."""
        around = QRectF()
        for path, _ in self._fills:
            around |= path.boundingRect()
        box = around.translated(*at).toAlignedRect().adjusted(-1, -1, 1, 1)
        image = clear_layer(QRectF(box).size(), self._ratio)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-box.topLeft())
        lay_fills(painter, at, self._fills)
        painter.end()
        return box.topLeft(), image


class PlacedPart:
    """Fills that were made once, put where they belong now; the first goes round all of it and bears the tints."""

    def __init__(self, at: Flat, fills: Sequence[Fill], still: Still | None, tints: Sequence[Tint] = ()) -> None:
        self._at, self._fills, self._still, self._tints = at, fills, still, tints

    def paint(self, painter: QPainter) -> None:
        """Paint its fills in their order, or the picture of them."""
        if self._still is None:
            lay_fills(painter, self._at, self._fills)
        else:
            self._still.lay(painter, self._at, self._fills)
        if self._tints:
            around = self._fills[0][0].translated(*self._at)
            for tint in self._tints:
                tint.paint(painter, around)


def stills(ratio: float) -> dict[str, Still]:
    """Return what keeps the parts that may keep still, by name; none where a px is no whole number of pixels."""
    names = ("head", "right_shoe", "left_shoe") if ratio.is_integer() else ()
    return {name: Still(ratio) for name in names}


def lay_fills(painter: QPainter, at: Flat, fills: Sequence[Fill]) -> None:
    """Paint fills in their order at a place."""
    x, y = at
    painter.translate(x, y)
    for path, brush in fills:
        painter.fillPath(path, brush)
    painter.translate(-x, -y)
