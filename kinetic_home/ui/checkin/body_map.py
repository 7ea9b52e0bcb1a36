"""Where it hurts: both legs from the front and from behind, to point at with the mouse or the keyboard."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kinetic_home.domain.scales import Place
from kinetic_home.ui.checkin.body_shapes import LEG_HEIGHT, LEG_WIDTH, leg_outline, mirrored, region_shapes
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.words import tr

# Two legs a picture, two pictures with a gap between them, and a line of words above and below.
_PICTURE_WIDTH = 2 * LEG_WIDTH
_GAP = 36.0
_DRAWN_WIDTH = 2 * _PICTURE_WIDTH + _GAP
# How far beside a leg a finger may land, both ways together.
_NEAR = 28.0
_ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


@dataclass(frozen=True, slots=True)
class _Region:
    """A place and its shape in the drawing's coordinates."""

    place: Place
    shape: QPainterPath
    centre: QPointF


class BodyMap(QAbstractButton):
    """Regions that are chosen and let go with a click, or with the arrow keys and Space.

    It is a button to a screen reader, whose name is the region that the keyboard is on. `changed` carries the chosen
    places; Enter emits `confirmed`.
    """

    changed = Signal(object)
    confirmed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._regions = _all_regions()
        self._silhouettes = _silhouettes()
        self._chosen: set[Place] = set()
        self._cursor = Place.LEFT_KNEE_FRONT
        self._over: Place | None = None
        self.setObjectName("bodyMap")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._speak()
        look.changed.connect(self._dress)

    @property
    def places(self) -> tuple[Place, ...]:
        """Return the chosen places in the order of the scale."""
        return tuple(place for place in Place if place in self._chosen)

    @property
    def cursor_place(self) -> Place:
        """Return the place that the keyboard is on."""
        return self._cursor

    def show_places(self, places: tuple[Place, ...]) -> None:
        """Show these places as chosen, without a signal."""
        self._chosen = set(places)
        self._speak()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size at which every region can be hit."""
        height = self._look.space(56)
        return QSize(round(height * _DRAWN_WIDTH / LEG_HEIGHT), height)

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        height = self._look.space(36)
        return QSize(round(height * _DRAWN_WIDTH / LEG_HEIGHT), height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, choose with Space, go on with Enter."""
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._walk(_ARROWS[key])
        elif key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._toggle(self._cursor)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.confirmed.emit()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the region under the pointer, or let it go."""
        place = self._at(event.position())
        if place is not None:
            self._cursor = place
            self._toggle(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave a button's own clicking out."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the region under the pointer."""
        over = self._at(event.position())
        if over is not self._over:
            self._over = over
            self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the legs, the chosen regions and the words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_words(painter)
        transform = self._transform()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("well"))
        for silhouette in self._silhouettes:
            painter.drawPath(transform.map(silhouette))
        for region in self._regions:
            self._paint_region(painter, transform.map(region.shape), region.place)
        if self.hasFocus():
            self._paint_cursor(painter, transform)

    def _paint_region(self, painter: QPainter, shape: QPainterPath, place: Place) -> None:
        chosen = place in self._chosen
        over = place is self._over
        painter.setBrush(self._look.colour("stop" if chosen else "action_soft" if over else "well"))
        painter.setPen(QPen(self._look.colour("ground"), max(1.5, self._look.space(0.25))))
        painter.drawPath(shape)
        if chosen:
            # A tick as well: colour never stands alone.
            centre, side = shape.boundingRect().center(), self._look.space(1)
            painter.setPen(QPen(self._look.colour("on_stop"), max(2.0, side * 0.3)))
            corners = ((-0.6, 0.0), (-0.1, 0.5), (0.7, -0.5))
            painter.drawPolyline([centre + QPointF(x, y) * side for x, y in corners])

    def _paint_cursor(self, painter: QPainter, transform: QTransform) -> None:
        region = next(region for region in self._regions if region.place is self._cursor)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.colour("focus"), self._look.ring))
        # As a polygon, which closes its last edge; a cut path leaves it open.
        for edge in transform.map(region.shape).toFillPolygons():
            painter.drawPolygon(edge)

    def _paint_words(self, painter: QPainter) -> None:
        transform, line = self._transform(), self._line()
        painter.setFont(self._look.font("caption"))
        painter.setPen(self._look.colour("quiet"))
        centred = Qt.AlignmentFlag.AlignCenter
        for picture, words in enumerate((tr("Front"), tr("Back"))):
            left = picture * (_PICTURE_WIDTH + _GAP)
            above = transform.mapRect(QRectF(left - _GAP / 2, 0, _PICTURE_WIDTH + _GAP, 1))
            painter.drawText(QRectF(above.left(), 0, above.width(), line), centred, words)
            for leg, side in enumerate((tr("Left"), tr("Right"))):
                below = transform.mapRect(QRectF(left + leg * LEG_WIDTH, LEG_HEIGHT, LEG_WIDTH, 1))
                painter.drawText(QRectF(below.left(), below.top(), below.width(), line), centred, side)

    def _line(self) -> float:
        return self._look.text_px("caption") * 1.6

    def _transform(self) -> QTransform:
        line = self._line()
        scale = min(self.width() / _DRAWN_WIDTH, (self.height() - 2 * line) / LEG_HEIGHT)
        left = (self.width() - scale * _DRAWN_WIDTH) / 2
        return QTransform(scale, 0, 0, scale, left, line)

    def _at(self, point: QPointF) -> Place | None:
        inverted, ok = self._transform().inverted()
        if not ok:
            return None
        spot = inverted.map(point)
        inside = next((region.place for region in self._regions if region.shape.contains(spot)), None)
        return inside or self._beside(spot)

    def _beside(self, spot: QPointF) -> Place | None:
        """Return the region that a finger just beside the leg means: the sides of knee and ankle are narrow."""
        box = QRectF(spot.x() - _NEAR / 2, spot.y() - _NEAR / 2, _NEAR, _NEAR)
        near = [region for region in self._regions if region.shape.intersects(box)]
        distances = [
            (abs(region.centre.x() - spot.x()) + abs(region.centre.y() - spot.y()), region.place) for region in near
        ]
        return min(distances)[1] if distances else None

    def _walk(self, step: QPointF) -> None:
        here = next(region for region in self._regions if region.place is self._cursor).centre
        ahead = [(region, _way(here, region.centre, step)) for region in self._regions]
        near = [(cost, region.place) for region, cost in ahead if cost is not None and region.place is not self._cursor]
        if near:
            self._cursor = min(near)[1]
            self._speak()
            self.update()

    def _toggle(self, place: Place) -> None:
        self._chosen ^= {place}
        self._speak()
        self.update()
        self.changed.emit(self.places)

    def _speak(self) -> None:
        state = self.tr("chosen") if self._cursor in self._chosen else self.tr("not chosen")
        self.setAccessibleName(f"{place_words(self._cursor)}: {state}")
        self.setAccessibleDescription(self.tr("Arrow keys move. Space chooses. Enter goes on."))

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


def place_words(place: Place) -> str:
    """Return a place as "left knee, inner side"."""
    side, joint, *where = place.value.split("_")
    words = f"{side} {joint}"
    return f"{words}, {where[0]}" if where else words


def _way(here: QPointF, there: QPointF, step: QPointF) -> float | None:
    """Return how far it is in the direction of a step, sidesteps counted double; None where it lies behind."""
    by = there - here
    along = by.x() * step.x() + by.y() * step.y()
    across = abs(by.x() * step.y()) + abs(by.y() * step.x())
    return along + 2 * across if along > 1 and along >= across * 0.5 else None


def _all_regions() -> tuple[_Region, ...]:
    found: list[_Region] = []
    for picture, front in enumerate((True, False)):
        for side in ("left", "right"):
            for name, shape in region_shapes(front=front, right=side == "right").items():
                placed = shape.translated(picture * (_PICTURE_WIDTH + _GAP), 0)
                found.append(_Region(Place(f"{side}_{name}"), placed, placed.boundingRect().center()))
    return tuple(found)


def _silhouettes() -> tuple[QPainterPath, ...]:
    paths: list[QPainterPath] = []
    for picture, front in enumerate((True, False)):
        leg = leg_outline(front=front)
        both = leg.united(mirrored(leg))
        paths.append(both.translated(picture * (_PICTURE_WIDTH + _GAP), 0))
    return tuple(paths)
