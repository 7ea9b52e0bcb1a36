"""The pencil with which lines, signs and marks are laid over a figure: every stroke has a thin halo around it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPainterPathStroker, QPen

from kinetic_home.figure.overlay_shape import Tone
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.outline import Flat
from kinetic_home.ui.figure.palette import FigurePalette

# All in metres of the room, so that a picture looks the same at every size; in a small picture lines stay this wide.
_LINE_M, _BOLD_M, _LEAST_LINE_PX, _LEAST_BOLD_PX = 0.0105, 0.0150, 2.4, 2.8
_HALO_SHARE, _HALO_ALPHA = 0.45, 0.88
_SIGN_M, _LEAST_SIGN_PX = 0.030, 7.0
_LETTER_M, _LEAST_LETTER_PX = 0.085, 15.0
_DASH, _GAP = 2.6, 2.2
_PIECE_PX = 32.0
_HEAD_LONG, _HEAD_WIDE = 3.0, 3.1
_TICK = ((-0.52, 0.04), (-0.14, 0.42), (0.52, -0.36))
_CROSS = (((-0.42, -0.42), (0.42, 0.42)), ((-0.42, 0.42), (0.42, -0.42)))


class Pencil:
    """Draws on one picture, in px; what is bold belongs to what is wrong."""

    def __init__(self, painter: QPainter, lens: Lens, palette: FigurePalette) -> None:
        self._painter, self._palette = painter, palette
        self.scale = lens.scale
        self.line_px = max(_LINE_M * lens.scale, _LEAST_LINE_PX)
        self.bold_px = max(_BOLD_M * lens.scale, _LEAST_BOLD_PX)
        device = painter.device()
        self.ratio = device.devicePixelRatio() if device is not None else 1.0
        self.wrong = palette.mark
        self._colours = {Tone.GUIDE: palette.guide, Tone.GOOD: palette.good, Tone.WRONG: palette.mark}

    def stroke(self, points: Sequence[Flat], tone: Tone, *, dashed: bool = False, curve: bool = False) -> None:
        """Draw a line through points, or a curve."""
        wide = self.line_px * (0.72 if tone is Tone.GUIDE else 1.0)
        self.path(path_through(points, curve=curve), tone, wide, dashed=dashed)

    def path(self, path: QPainterPath, tone: Tone, wide_px: float, *, dashed: bool = False) -> None:
        """Draw along a path, a halo first: one without gaps, under dashes too."""
        self._painter.strokePath(path, self._halo_pen(wide_px * (1.0 + 2.0 * _HALO_SHARE)))
        self._painter.strokePath(path, _round_pen(self._colours[tone], wide_px, dashed=dashed))

    def fill(self, path: QPainterPath, tone: Tone, *, halo: bool = True) -> None:
        """Fill a shape, with a halo around it where nothing else has one there."""
        if halo:
            self._painter.setPen(self._halo_pen(2.0 * _HALO_SHARE * self.bold_px))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawPath(path)
        self._painter.fillPath(path, QColor(self._colours[tone]))

    def sign(self, at: Flat, tone: Tone) -> None:
        """Draw a verdict: a disc with a tick, a square with a cross, or a small ring while nothing is said yet."""
        for path, colour in _verdict(tone, self.scale, self._colours[tone], self._palette.halo):
            self._painter.fillPath(path.translated(*at), colour)

    def lay(self, image: QImage, corner: QPointF, origin: Flat) -> None:
        """Lay a picture whose upper left corner is so far from an origin."""
        self._painter.drawImage(QPointF(*origin) + corner, image)

    def ring(
        self, at: Flat, wide_px: float, high_px: float | None = None, turn_deg: float = 0.0, *, swept: float = 0.0
    ) -> None:
        """Draw an open ring in the colour of what is wrong; `turn_deg` turns a flat one.

        Of a ring that is `swept` from the top on, the rest is dashed.
        """
        high_px = wide_px if high_px is None else high_px
        box = QRectF(-wide_px, -high_px, 2 * wide_px, 2 * high_px)
        self._painter.save()
        self._painter.translate(*at)
        self._painter.rotate(-turn_deg)
        path = QPainterPath()
        if swept:
            path.arcMoveTo(box, 90.0)
            path.arcTo(box, 90.0, -360.0 * swept)
            rest = QPainterPath()
            rest.arcMoveTo(box, 90.0 - 360.0 * swept)
            rest.arcTo(box, 90.0 - 360.0 * swept, -360.0 * (1.0 - swept))
            self.path(rest, Tone.WRONG, self.line_px * 0.8, dashed=True)
        else:
            path.addEllipse(box)
        self.path(path, Tone.WRONG, self.bold_px)
        self._painter.restore()

    def arrow(self, points: Sequence[Flat], *, wide: float = 1.0, both: bool = False) -> None:
        """Draw a thick arrow along points in the colour of what is wrong, with a head at its end or at both."""
        half = self.bold_px * 0.62 * wide
        # A head takes no more than most of a short arrow.
        whole = sum(hypot(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(points))
        if whole < 1.0:
            return
        head = min(_HEAD_LONG * 2.0 * half, whole * (0.48 if both else 0.62))
        heads = QPainterPath()
        shaft = list(points)
        for _ in range(2 if both else 1):
            shaft = _headed(heads, shaft, head, half * _HEAD_WIDE)
            shaft.reverse()
        line = path_through(shaft)
        halo = self._halo_pen(2.0 * (half + _HALO_SHARE * self.bold_px))
        pen = QPen(_round_pen(self._palette.mark, 2.0 * half))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(halo)
        self._painter.drawPath(line)
        self.fill(heads, Tone.WRONG)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(line)

    def words(self, at: Flat, text: str, tone: Tone, *, small: bool = False) -> None:
        """Write a few letters on a plate, their middle at a place."""
        px = round(max(_LETTER_M * self.scale, _LEAST_LETTER_PX) * (0.78 if small else 1.0))
        font, metrics = _lettering(px)
        plate = QRectF(0.0, 0.0, metrics.horizontalAdvance(text) + 0.7 * px, 1.25 * px)
        plate.moveCenter(QPointF(*at))
        self._painter.setPen(Qt.PenStyle.NoPen)
        ground = QColor(self._palette.halo)
        ground.setAlphaF(0.92)
        self._painter.setBrush(ground)
        self._painter.drawRoundedRect(plate, 0.4 * px, 0.4 * px)
        self._painter.setFont(font)
        self._painter.setPen(QColor(self._colours[tone]))
        self._painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)

    def _halo_pen(self, wide_px: float) -> QPen:
        return _round_pen(self._palette.halo, wide_px, alpha=_HALO_ALPHA)


def _faded(colour: str, alpha: float) -> QColor:
    tone = QColor(colour)
    tone.setAlphaF(alpha)
    return tone


@lru_cache(maxsize=16)
def _round_pen(colour: str, wide_px: float, *, alpha: float = 1.0, dashed: bool = False) -> QPen:
    line, end, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    pen = QPen(_faded(colour, alpha), wide_px, line, end, join)
    if dashed:
        pen.setDashPattern([_DASH, _GAP])
    return pen


@lru_cache(maxsize=8)
def _verdict(tone: Tone, scale: float, colour: str, halo: str) -> tuple[tuple[QPainterPath, QColor], ...]:
    """Return what the sign of a verdict is filled with, around (0, 0); stroking it at every frame takes far longer."""
    half, shape = max(_SIGN_M * scale, _LEAST_SIGN_PX), QPainterPath()
    around, said = _faded(halo, _HALO_ALPHA), QColor(colour)
    if tone is Tone.GUIDE:
        wide = 0.8 * max(_LINE_M * scale, _LEAST_LINE_PX)
        shape.addEllipse(QPointF(0.0, 0.0), half * 0.55, half * 0.55)
        return (_stroked(shape, wide * (1.0 + 2.0 * _HALO_SHARE)), around), (_stroked(shape, wide), said)
    if tone is Tone.GOOD:
        shape.addEllipse(QPointF(0.0, 0.0), half, half)
    else:
        shape.addRoundedRect(QRectF(-half, -half, 2 * half, 2 * half), half * 0.18, half * 0.18)
    drawn = QPainterPath()
    for line in (_TICK,) if tone is Tone.GOOD else _CROSS:
        drawn.addPolygon([QPointF(x * half, y * half) for x, y in line])
    edge = _stroked(shape, 2.0 * _HALO_SHARE * max(_BOLD_M * scale, _LEAST_BOLD_PX))
    return (edge, around), (shape, said), (_stroked(drawn, max(half * 0.30, 1.6)), QColor(halo))


def _stroked(path: QPainterPath, wide_px: float) -> QPainterPath:
    """Return the shape of a line along a path."""
    stroker = QPainterPathStroker(_round_pen("#000000", wide_px))
    # As fine as a painter strokes.
    stroker.setCurveThreshold(0.25)
    return stroker.createStroke(path)


def _headed(heads: QPainterPath, points: Sequence[Flat], long_px: float, half_px: float) -> list[Flat]:
    """Add a head at the end of a line to `heads`; return the line, cut off inside its head."""
    shaft, (ex, ey) = list(points), points[-1]
    while len(shaft) > 2 and hypot(ex - shaft[-2][0], ey - shaft[-2][1]) < long_px * 0.8:
        shaft.pop(-2)
    px, py = shaft[-2]
    size = hypot(ex - px, ey - py) or 1.0
    tx, ty = (ex - px) / size, (ey - py) / size
    bx, by = ex - tx * long_px, ey - ty * long_px
    heads.moveTo(ex, ey)
    heads.lineTo(bx - ty * half_px, by + tx * half_px)
    heads.lineTo(bx + ty * half_px, by - tx * half_px)
    heads.closeSubpath()
    return [*shaft[:-1], (bx + tx * long_px * 0.2, by + ty * long_px * 0.2)]


@lru_cache(maxsize=4)
def _lettering(px: int) -> tuple[QFont, QFontMetricsF]:
    font = QFont()
    font.setPixelSize(px)
    font.setWeight(QFont.Weight.DemiBold)
    return font, QFontMetricsF(font)


def path_through(points: Sequence[Flat], *, curve: bool = False) -> QPainterPath:
    """Return a path through points: straight from one to the next, or a smooth curve."""
    path = QPainterPath(QPointF(*points[0]))
    if not curve:
        for (ax, ay), (bx, by) in pairwise(points):
            # Qt fills a long steep edge once for each band of lines that it crosses: short pieces take half as long.
            pieces = 1 + int(abs(by - ay) / _PIECE_PX)
            for piece in range(1, pieces + 1):
                path.lineTo(ax + (bx - ax) * piece / pieces, ay + (by - ay) * piece / pieces)
        return path
    padded = [points[0], *points, points[-1]]
    for (zx, zy), (ax, ay), (bx, by), (cx, cy) in zip(padded, points, points[1:], padded[3:], strict=False):
        path.cubicTo(ax + (bx - zx) / 6, ay + (by - zy) / 6, bx - (cx - ax) / 6, by - (cy - ay) / 6, bx, by)
    return path
