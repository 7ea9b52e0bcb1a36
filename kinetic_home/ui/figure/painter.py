"""Paint a figure in its scene into a rectangle."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from kinetic_home.figure.camera import View, camera_for
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.scene import Scene, framed
from kinetic_home.ui.figure.body import Dresser
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.palette import FigurePalette
from kinetic_home.ui.figure.props import Room


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
    paint_body(painter, room, figure, scene, lens, palette)
    painter.restore()


def paint_body(painter: QPainter, room: Room, figure: Figure, scene: Scene, lens: Lens, palette: FigurePalette) -> None:
    """Paint what moves: shadow, body and what it holds, and what is seen through."""
    room.paint_shadow(painter, figure)
    parts = [*Dresser(figure, scene, lens, palette).parts(), *room.held(figure)]
    for part in sorted(parts, key=attrgetter("depth")):
        part.paint(painter)
    room.paint_before(painter)


def lens_for(scene: Scene, view: View, rect: QRectF) -> Lens:
    """Return the lens through which a scene fills a rectangle."""
    return Lens(camera_for(view, scene.motion, scene.side), framed(scene.motion, view, scene.side), rect)


class FigurePainter:
    """Paints figures with one palette and keeps the picture of the room, which does not change between frames."""

    def __init__(self, palette: FigurePalette) -> None:
        self._palette = palette
        self._room: QImage | None = None
        self._room_of: tuple[Scene, View, float, float, float] | None = None

    def paint(self, painter: QPainter, rect: QRectF, figure: Figure, scene: Scene, view: View) -> None:
        """Paint ground, room and figure into a rectangle of a widget or picture."""
        lens = lens_for(scene, view, rect)
        room = Room(scene, lens, self._palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        device = painter.device()
        ratio = device.devicePixelRatio() if device is not None else 1.0
        wanted = (scene, view, rect.width(), rect.height(), ratio)
        if self._room is None or wanted != self._room_of:
            self._room, self._room_of = self._empty_room(rect, scene, view, ratio), wanted
        # The room hides whatever was there: copying it is a fraction of blending it.
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(rect.topLeft(), self._room)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        if room.moves:
            room.paint_path(painter, figure)
        paint_body(painter, room, figure, scene, lens, self._palette)
        painter.restore()

    def _empty_room(self, rect: QRectF, scene: Scene, view: View, ratio: float) -> QImage:
        size = (rect.size() * ratio).toSize()
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(QColor(self._palette.ground))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = Room(scene, lens_for(scene, view, QRectF(0.0, 0.0, rect.width(), rect.height())), self._palette)
        room.paint_ground(painter)
        room.paint_behind(painter)
        painter.end()
        return image
