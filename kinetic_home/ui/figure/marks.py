"""Paint the signs of a wrong version: rings, arrows, lines and patches in the colour of what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPainterPathStroker, QPen

from kinetic_home.domain.fault import Mark, OverlayKind
from kinetic_home.figure.camera import Camera
from kinetic_home.figure.emphasis import Emphasis
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.overlay_shape import Tone
from kinetic_home.figure.scene import Scene
from kinetic_home.figure.sign_shape import Arrow, Flat, Ghost, Line, Patch, Ring, Shape
from kinetic_home.figure.sign_view import Seen, strength
from kinetic_home.figure.signs import signs_of
from kinetic_home.ui.figure.emphasis import Pencil, path_through
from kinetic_home.ui.figure.layers import clear_layer
from kinetic_home.ui.figure.lens import Lens

_LEAST_RING_PX = 8.0
_SHADE_ALPHA, _EDGE_ALPHA, _EDGE_DASH = 0.10, 0.75, (2.6, 2.2)
# What an overlay draws already is not drawn twice.
_DRAWN_BY: Mapping[OverlayKind, Mark] = {
    OverlayKind.PELVIS_LINE: Mark.PELVIS,
    OverlayKind.TRUNK_LINE: Mark.TRUNK,
    OverlayKind.BACK_LINE: Mark.LOW_BACK,
}


class Marks:
    """All signs of a figure: none of a slight fault, and soon all of them.

    Where a limb swings to lies behind the body, so that it covers nothing of it; the rest lies over it.
    """

    def __init__(self, pencil: Pencil, lens: Lens, figure: Figure, scene: Scene, emphasis: Emphasis) -> None:
        self._pencil, self._scale = pencil, lens.scale
        self._x, self._y = self._origin = lens.flat((0.0, 0.0, 0.0))
        self._shapes: tuple[Shape, ...] = ()
        self._shown = strength(figure.fault)
        if scene.motion.marks and self._shown > 0.0:
            camera = Camera(lens.right, lens.up, lens.towards)
            drawn = _DRAWN_BY.get(emphasis.overlay) if emphasis.overlay else None
            self._shapes = signs_of(Seen(figure, scene.motion, scene.side, camera), emphasis.stretched, drawn)

    def paint_behind(self, painter: QPainter) -> None:
        """Paint where a limb swings to; the body is painted upon it."""
        for shape in self._shapes:
            if isinstance(shape, Ghost):
                pencil = self._pencil
                told = _shaded(shape, self._scale, pencil.wrong, pencil.line_px * 0.6, pencil.ratio)
                painter.setOpacity(self._shown)
                pencil.lay(*told, self._origin)
                painter.setOpacity(1.0)

    def paint(self, painter: QPainter) -> None:
        """Paint all that lies over the body."""
        if self._shapes:
            painter.save()
            painter.setOpacity(self._shown)
            self._draw()
            painter.restore()

    def _draw(self) -> None:
        """Draw lines of one kind, and patches, in one stroke each, which takes a fraction of many."""
        pencil, lines, patches = self._pencil, dict[tuple[Tone, bool], QPainterPath](), QPainterPath()
        for shape in self._shapes:
            match shape:
                case Line():
                    path = path_through(self._px(shape.points), curve=shape.curve)
                    lines.setdefault((shape.tone, shape.dashed), QPainterPath()).addPath(path)
                case Patch():
                    path = path_through(self._px(shape.points))
                    path.closeSubpath()
                    patches.addPath(path)
                case _:
                    pass
        for (tone, dashed), path in lines.items():
            pencil.path(path, tone, pencil.line_px * 0.8 if tone is Tone.GUIDE else pencil.bold_px, dashed=dashed)
        if not patches.isEmpty():
            pencil.fill(patches, Tone.WRONG)
        for shape in self._shapes:
            match shape:
                case Ring():
                    self._ring(shape)
                case Arrow():
                    pencil.arrow(self._px(shape.points), wide=shape.wide, both=shape.both)
                case _:
                    pass

    def _ring(self, ring: Ring) -> None:
        (at,) = self._px((ring.at,))
        wide, high = (max(size * self._scale, _LEAST_RING_PX) for size in (ring.wide_m, ring.high_m))
        if ring.swept:
            sector = QPainterPath(QPointF(*at))
            sector.arcTo(QRectF(at[0] - wide, at[1] - high, 2 * wide, 2 * high), 90.0, -360.0 * ring.swept)
            sector.closeSubpath()
            self._pencil.fill(sector, Tone.WRONG, halo=False)
        self._pencil.ring(at, wide, high, ring.turn_deg, swept=ring.swept)

    def _px(self, points: tuple[Flat, ...]) -> tuple[Flat, ...]:
        return _on_screen(points, self._x, self._y, self._scale)


@lru_cache(maxsize=4)
def _shaded(ghost: Ghost, scale: float, colour: str, line_px: float, ratio: float) -> tuple[QImage, QPointF]:
    """Return a picture of pale limbs with a dashed edge, and where its corner is: it is the same for all frames."""
    outline = _outlined(ghost, scale)
    edge = 2.0 * line_px
    box = outline.boundingRect().adjusted(-edge, -edge, edge, edge)
    image = clear_layer(box.size(), ratio)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-box.topLeft())
    tone = QColor(colour)
    tone.setAlphaF(_SHADE_ALPHA)
    painter.fillPath(outline, tone)
    tone.setAlphaF(_EDGE_ALPHA)
    pen = QPen(tone, line_px, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern(_EDGE_DASH)
    painter.strokePath(outline, pen)
    painter.end()
    return image, box.topLeft()


def _outlined(ghost: Ghost, scale: float) -> QPainterPath:
    outline, stroker = QPainterPath(), QPainterPathStroker()
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    for points, wide_m in ghost.limbs:
        stroker.setWidth(wide_m * scale)
        outline = outline.united(stroker.createStroke(path_through(_on_screen(points, 0.0, 0.0, scale))))
    return outline.simplified()


def _on_screen(points: tuple[Flat, ...], x_px: float, y_px: float, scale: float) -> tuple[Flat, ...]:
    return tuple((x_px + right * scale, y_px - up * scale) for right, up in points)
