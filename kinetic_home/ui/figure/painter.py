"""Paint a figure in its scene into a rectangle."""

from __future__ import annotations

from operator import attrgetter
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from kinetic_home.figure.camera import View, camera_for
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.scene import Scene, framed
from kinetic_home.ui.figure.body import Dresser
from kinetic_home.ui.figure.layers import clear_layer
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.palette import FigurePalette
from kinetic_home.ui.figure.props import Room
from kinetic_home.ui.figure.shadow import Shadow

# Nothing of the body is farther from all of its joints.
_FLESH_M = 0.17


def paint_figure(
    painter: QPainter, rect: QRectF, figure: Figure, scene: Scene, view: View, palette: FigurePalette
) -> None:
    """Paint a figure and its room, as large as the whole repetition fits into the rectangle.

    The ground behind is left as it is.
    """
    lens = lens_for(scene, view, rect)
    room = Room(scene, lens, palette)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    room.paint_ground(painter)
    room.paint_behind(painter)
    if room.moves:
        room.paint_path(painter, figure)
    Shadow(lens, palette.shadow, 1.0).paint(painter, figure)
    _paint_body(painter, Dresser(figure, scene, lens, palette), room, figure)
    room.paint_before(painter)
    painter.restore()


def _paint_body(painter: QPainter, dresser: Dresser, room: Room, figure: Figure) -> None:
    parts = [*dresser.parts(), *room.held(figure)]
    for part in sorted(parts, key=attrgetter("depth")):
        part.paint(painter)


def lens_for(scene: Scene, view: View, rect: QRectF) -> Lens:
    """Return the lens through which a scene fills a rectangle."""
    return Lens(camera_for(view, scene.motion, scene.side), framed(scene.motion, view, scene.side), rect)


class _Wanted(NamedTuple):
    """What the picture of a room depends on; `ratio` is how many pixels there are in each px."""

    scene: Scene
    view: View
    rect: tuple[float, float, float, float]
    ratio: float


class _Setting:
    """All of a scene that does not change between frames: the room behind the figure, and what is seen through."""

    def __init__(self, wanted: _Wanted, palette: FigurePalette) -> None:
        self.wanted = wanted
        rect = QRectF(*wanted.rect)
        self.lens = lens_for(wanted.scene, wanted.view, rect)
        self.room = Room(wanted.scene, self.lens, palette)
        self.shadow = Shadow(self.lens, palette.shadow, wanted.ratio)
        self.behind = clear_layer(rect.size(), wanted.ratio)
        self.behind.fill(QColor(palette.ground))
        painter = _opened(self.behind, rect.topLeft())
        self.room.paint_ground(painter)
        self.room.paint_behind(painter)
        painter.end()
        self.before_at, self.before = self._seen_through()

    def reach(self, figure: Figure) -> QRectF:
        """Return the part of the picture that a figure takes, with all that it wears, holds and throws."""
        joints = figure.joints
        flats = [self.lens.flat(joint) for joint in (*joints.values(), *self.room.held_points(figure))]
        left, right = min(x for x, _ in flats), max(x for x, _ in flats)
        top, bottom = min(y for _, y in flats), max(y for _, y in flats)
        edge = _FLESH_M * self.lens.scale
        body = QRectF(left, top, right - left, bottom - top).adjusted(-edge, -edge, edge, edge)
        return body | self.shadow.reach(figure)

    def _seen_through(self) -> tuple[QPointF, QImage | None]:
        rect = self.room.before_rect()
        if rect.isEmpty():
            return QPointF(), None
        outer = QRectF(rect.toAlignedRect())
        before = clear_layer(outer.size(), self.wanted.ratio)
        painter = _opened(before, outer.topLeft())
        self.room.paint_before(painter)
        painter.end()
        return outer.topLeft(), before


class FigurePainter:
    """Paints figures with one palette and keeps the picture of the room, which does not change between frames."""

    def __init__(self, palette: FigurePalette) -> None:
        self._palette = palette
        self._kept: _Setting | None = None

    def paint(self, painter: QPainter, rect: QRectF, figure: Figure, scene: Scene, view: View) -> None:
        """Paint ground, room and figure into a rectangle of a widget or picture."""
        setting = self._setting(painter, rect, scene, view)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # The room hides whatever was there: copying it is a fraction of blending it.
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(rect.topLeft(), setting.behind)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        if setting.room.moves:
            setting.room.paint_path(painter, figure)
        setting.shadow.paint(painter, figure)
        _paint_body(painter, Dresser(figure, scene, setting.lens, self._palette), setting.room, figure)
        if setting.before is not None:
            painter.drawImage(setting.before_at, setting.before)
        painter.restore()

    def reach(self, rect: QRectF, figure: Figure, scene: Scene, view: View) -> QRectF:
        """Return the part of a rectangle in which a figure is painted; around it is only what never changes.

        Where the floor moves, or the picture has not been painted yet, that is all of it.
        """
        kept = self._kept
        if kept is None or kept.wanted[:3] != (scene, view, _sides(rect)) or kept.room.moves:
            return rect
        return kept.reach(figure) & rect

    def _setting(self, painter: QPainter, rect: QRectF, scene: Scene, view: View) -> _Setting:
        device = painter.device()
        ratio = device.devicePixelRatio() if device is not None else 1.0
        wanted = _Wanted(scene, view, _sides(rect), ratio)
        if self._kept is None or self._kept.wanted != wanted:
            self._kept = _Setting(wanted, self._palette)
        return self._kept


def _sides(rect: QRectF) -> tuple[float, float, float, float]:
    return rect.x(), rect.y(), rect.width(), rect.height()


def _opened(image: QImage, at: QPointF) -> QPainter:
    """Return a painter on a picture whose upper left corner lies at a place."""
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-at)
    return painter
