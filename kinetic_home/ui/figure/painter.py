"""Paint a figure in its scene into a rectangle."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from kinetic_home.figure.camera import View, camera_for
from kinetic_home.figure.emphasis import PLAIN, Emphasis
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.overlay import overlay_of
from kinetic_home.figure.overlay_shape import Overlay, Tone
from kinetic_home.figure.scene import Frame, Scene, framed
from kinetic_home.figure.trace import trace_of
from kinetic_home.ui.figure.body import Dresser
from kinetic_home.ui.figure.emphasis import Pencil
from kinetic_home.ui.figure.layers import clear_layer
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.marks import Marks
from kinetic_home.ui.figure.overlay import overlay_reach, paint_overlay
from kinetic_home.ui.figure.palette import FigurePalette
from kinetic_home.ui.figure.placed import Still, stills
from kinetic_home.ui.figure.props import Room, paint_parts
from kinetic_home.ui.figure.shadow import Shadow
from kinetic_home.ui.figure.tint import Tints

# Nothing of the body is farther from all of its joints.
_FLESH_M = 0.17


class _Place(NamedTuple):
    """Where a figure is painted: through which lens, among which things, with which shadow and pictures."""

    lens: Lens
    room: Room
    shadow: Shadow
    stills: Mapping[str, Still]


def paint_figure(
    painter: QPainter,
    rect: QRectF,
    figure: Figure,
    scene: Scene,
    view: View,
    palette: FigurePalette,
    emphasis: Emphasis = PLAIN,
    *,
    frame: Frame | None = None,
) -> None:
    """Paint a figure and its room, as large as the whole repetition fits into the rectangle.

    With a `frame` that takes its place, so that pictures of several motions have one scale. The ground behind is left
    as it is.
    """
    lens = lens_for(scene, view, rect, frame)
    room = Room(scene, lens, palette)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    room.paint_ground(painter)
    room.paint_behind(painter)
    place = _Place(lens, room, Shadow(lens, palette.shadow, 1.0, scene), {})
    _paint_figure_in(place, painter, figure, scene, palette, emphasis)
    painter.restore()


def _paint_figure_in(
    place: _Place, painter: QPainter, figure: Figure, scene: Scene, palette: FigurePalette, emphasis: Emphasis
) -> None:
    """Paint all that changes from frame to frame: the moving floor, the shadow, the figure and what is laid over it."""
    lens, room, shadow, still = place
    if room.moves:
        room.paint_path(painter, figure)
    shadow.paint(painter, figure)
    pencil = Pencil(painter, lens, palette)
    marks = Marks(pencil, lens, figure, scene, emphasis)
    marks.paint_behind(painter)
    tints = Tints(figure, scene, lens, palette, emphasis)
    paint_parts(painter, Dresser(figure, scene, lens, palette, tints, still).parts(), room, figure, shadow)
    _paint_over(painter, pencil, lens, marks, figure, scene, emphasis)


def _paint_over(
    painter: QPainter, pencil: Pencil, lens: Lens, marks: Marks, figure: Figure, scene: Scene, emphasis: Emphasis
) -> None:
    """Paint what is laid over the figure: its circle, the marks of a wrong version, where to look."""
    way = trace_of(scene.motion, scene.side)
    if way:
        pencil.stroke([lens.flat(point) for point in way], Tone.GUIDE, dashed=True)
    marks.paint(painter)
    laid = _overlay(figure, scene, emphasis)
    if laid is not None:
        paint_overlay(pencil, lens, laid)


def _overlay(figure: Figure, scene: Scene, emphasis: Emphasis) -> Overlay | None:
    if emphasis.overlay is None:
        return None
    return overlay_of(emphasis.overlay, figure, scene.motion, scene.side, right=emphasis.right, aim=emphasis.aim)


def lens_for(scene: Scene, view: View, rect: QRectF, frame: Frame | None = None) -> Lens:
    """Return the lens through which a scene fills a rectangle."""
    shown = framed(scene.motion, view, scene.side) if frame is None else frame
    return Lens(camera_for(view, scene.motion, scene.side), shown, rect)


class _Wanted(NamedTuple):
    """What the picture of a room depends on; `ratio` is how many pixels there are in each px."""

    scene: Scene
    view: View
    rect: tuple[float, float, float, float]
    frame: Frame | None
    ratio: float


class _Setting:
    """All of a scene that does not change between frames: the room behind the figure, and what is seen through."""

    def __init__(self, wanted: _Wanted, palette: FigurePalette) -> None:
        self.wanted = wanted
        rect = QRectF(*wanted.rect)
        lens = lens_for(wanted.scene, wanted.view, rect, wanted.frame)
        room = Room(wanted.scene, lens, palette)
        shadow = Shadow(lens, palette.shadow, wanted.ratio, wanted.scene)
        self.place = _Place(lens, room, shadow, stills(wanted.ratio))
        self.behind = clear_layer(rect.size(), wanted.ratio)
        self.behind.fill(QColor(palette.ground))
        painter = _opened(self.behind, rect.topLeft())
        room.paint_ground(painter)
        room.paint_behind(painter)
        painter.end()
        for veil in room.veils:
            veil.keep(wanted.ratio)

    def reach(self, figure: Figure, emphasis: Emphasis) -> QRectF:
        """Return the part of the picture that a figure takes, with all that it wears, holds, throws and is marked with.

        The sign of a wrong timing stands in a corner: then it is all of the picture.
        """
        if self.wanted.scene.motion.marks:
            return QRectF(*self.wanted.rect)
        lens, room, shadow, _ = self.place
        flats = [lens.flat(joint) for joint in (*figure.joints.values(), *room.held_points(figure))]
        left, right = min(x for x, _ in flats), max(x for x, _ in flats)
        top, bottom = min(y for _, y in flats), max(y for _, y in flats)
        edge = _FLESH_M * lens.scale
        body = QRectF(left, top, right - left, bottom - top).adjusted(-edge, -edge, edge, edge)
        laid = _overlay(figure, self.wanted.scene, emphasis)
        return body | shadow.reach(figure) | (overlay_reach(lens, laid) if laid else QRectF())


class FigurePainter:
    """Paints figures with one palette and keeps the picture of the room, which does not change between frames."""

    def __init__(self, palette: FigurePalette) -> None:
        self._palette = palette
        self._kept: _Setting | None = None

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        figure: Figure,
        scene: Scene,
        view: View,
        emphasis: Emphasis = PLAIN,
        *,
        frame: Frame | None = None,
    ) -> None:
        """Paint ground, room and figure into a rectangle of a widget or picture; `frame` as in `paint_figure`."""
        setting = self._setting(painter, rect, scene, view, frame)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # The room hides whatever was there: copying it is a fraction of blending it.
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(rect.topLeft(), setting.behind)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        _paint_figure_in(setting.place, painter, figure, scene, self._palette, emphasis)
        painter.restore()

    def reach(self, rect: QRectF, figure: Figure, scene: Scene, view: View, emphasis: Emphasis = PLAIN) -> QRectF:
        """Return the part of a rectangle in which a figure is painted; around it is only what never changes.

        Where the floor moves, or the picture has not been painted yet, that is all of it.
        """
        kept = self._kept
        if kept is None or kept.wanted[:3] != (scene, view, _sides(rect)) or kept.place.room.moves:
            return rect
        return kept.reach(figure, emphasis) & rect

    def _setting(self, painter: QPainter, rect: QRectF, scene: Scene, view: View, frame: Frame | None) -> _Setting:
        device = painter.device()
        ratio = device.devicePixelRatio() if device is not None else 1.0
        wanted = _Wanted(scene, view, _sides(rect), frame, ratio)
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
