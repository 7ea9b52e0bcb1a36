"""The charts of the Progress page; this module imports pyqtgraph and is itself imported when first needed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyleOptionGraphicsItem, QVBoxLayout, QWidget

from kinetic_home.ui.pain_bands import pain_bands
from kinetic_home.ui.progress.tables import score_of
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.theme.tokens import Role
from kinetic_home.ui.widgets.scale_picker import paint_shape
from kinetic_home.ui.words import short_day_words, tr
from kinetic_home.workflow.views import PainPoint, WeekDone

_MOST_TICKS = 8
_BAR_WIDTH = 0.6
_ENDLESS = 100_000.0


class Chart(QWidget):
    """A plot that stands still: no menu, no mouse, no grid; its words are the sentence beside it and its table."""

    def __init__(self, look: Look, *, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._places = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.plot = pg.PlotWidget(parent=self)
        self.plot.setObjectName(name)
        self.plot.setAccessibleName(label)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # The wheel scrolls the page, over a chart as well.
        self.plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._frame = self.plot.getViewBox()
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.setAntialiasing(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.plot)
        look.changed.connect(self.dress)

    @Slot()
    def dress(self) -> None:
        """Take the colours, fonts and sizes of the look."""
        self.setFixedHeight(self.look.space(30) + self.look.text_px("caption") * 3)
        self.plot.setBackground(self.look.colour("card"))
        for edge in ("left", "bottom"):
            axis = self.plot.getAxis(edge)
            axis.setPen(None)
            axis.setTextPen(self.look.colour("quiet"))
            axis.setStyle(tickFont=self.look.font("caption", tabular=True), tickLength=0)
        metrics = self.look.text_px("caption")
        self.plot.getAxis("left").setWidth(round(metrics * 2.2))
        self.plot.getAxis("bottom").setHeight(round(metrics * 2))

    def name_days(self, dates: Sequence[str]) -> None:
        """Name the places on the lower edge by their days, as many as there is room for."""
        every = max(1, -(-len(dates) // _MOST_TICKS))
        ticks = [(place, short_day_words(date)) for place, date in enumerate(dates) if place % every == 0]
        self.plot.getAxis("bottom").setTicks([ticks])
        self._places = max(1, len(dates))
        self._give_room()

    def room_at_right(self) -> int:
        """Return the room in px that words at the right edge need."""
        return 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for the words at the right edge."""
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        room = min(self.room_at_right(), self.width() // 2)
        extra = self._places * room / max(1, self.width() - room)
        self._frame.setXRange(-0.6, self._places - 0.4 + extra, padding=0)


class PainChart(Chart):
    """Pain before and the worst of each session over its bands; a missing score is a gap, never a zero."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, name="painChart", label=tr("Pain over time"), parent=parent)
        self._bands = _BandsItem(look)
        self.plot.addItem(self._bands)
        self.before = self.plot.plot(connect="finite", symbol="o")
        self.worst = self.plot.plot(connect="finite", symbol="d")
        self._frame.setYRange(-0.5, 10.5, padding=0)
        self.plot.getAxis("left").setTicks([[(score, str(score)) for score in (0, 2, 5, 10)]])
        self.dress()

    def show_points(self, points: tuple[PainPoint, ...]) -> None:
        """Show the scores of these sessions, oldest first."""
        places = np.arange(len(points), dtype=float)
        self.before.setData(places, np.array([score_of(point.before) for point in points]))
        self.worst.setData(places, np.array([score_of(point.worst) for point in points]))
        self.name_days([point.date for point in points])

    def room_at_right(self) -> int:
        """Return the room that the words of the bands need."""
        return band_words_width(self.look)

    @Slot()
    def dress(self) -> None:
        """Take the colours of the look."""
        super().dress()
        lines: tuple[tuple[pg.PlotDataItem, Role, Qt.PenStyle], ...] = (
            (self.before, "quiet", Qt.PenStyle.DashLine),
            (self.worst, "ink", Qt.PenStyle.SolidLine),
        )
        for curve, role, style in lines:
            colour = self.look.colour(role)
            pen = pg.mkPen(colour, width=self.look.ring * 0.8, style=style)
            curve.setPen(pen)
            curve.setSymbolBrush(colour)
            curve.setSymbolPen(self.look.colour("card"))
            curve.setSymbolSize(self.look.space(1.5))
        self._bands.update()


class WeeksChart(Chart):
    """Sessions of each week: planned as an outline, done filled, done in part as a lighter piece on top."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, name="weeksChart", label=tr("Sessions done and planned by week"), parent=parent)
        self.bars = _WeekBars(look)
        self.plot.addItem(self.bars)
        self.dress()

    def show_weeks(self, weeks: tuple[WeekDone, ...]) -> None:
        """Show these weeks, oldest first."""
        self.bars.show_weeks(weeks)
        most = max([1, *(max(week.planned, week.done + week.part_done) for week in weeks)])
        self._frame.setYRange(0, most + 0.4, padding=0)
        self.plot.getAxis("left").setTicks([[(n, str(n)) for n in range(most + 1)]])
        self.name_days([week.first_date for week in weeks])

    @Slot()
    def dress(self) -> None:
        """Take the colours of the look."""
        super().dress()
        self.bars.update()


def band_words_width(look: Look) -> int:
    """Return the width in px of the longest word of a band with its shape."""
    font = look.font("caption")
    metrics = QFontMetrics(font)
    return max(metrics.horizontalAdvance(band.word) for band in pain_bands()) + 3 * font.pixelSize()


class _BandsItem(pg.GraphicsObject):
    """The bands of pain behind the lines, each with its shape and its word at the right edge."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setZValue(-10)

    def boundingRect(self) -> QRectF:
        return QRectF(-1.0, -0.5, _ENDLESS, 11.0)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        del option, widget
        transform = painter.transform()
        box = self.getViewBox()
        if box is None:
            return
        view = box.viewRect()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._look.font("caption")
        painter.setFont(font)
        height = font.pixelSize()
        for band in pain_bands():
            room = transform.mapRect(QRectF(view.left(), band.low - 0.5, view.width(), band.high - band.low + 1))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour(band.soft))
            painter.drawRect(room.adjusted(0, 1, 0, -1))
            painter.setBrush(self._look.colour(band.text))
            side = height * 0.65
            left = room.right() - band_words_width(self._look) + height * 0.6
            mark = QRectF(left, room.center().y() - side / 2, side, side)
            paint_shape(painter, band.shape, mark)
            painter.setPen(self._look.colour(band.text))
            painter.drawText(QPointF(mark.right() + height * 0.5, mark.bottom() + 1), band.word)
        painter.setTransform(transform)


class _WeekBars(pg.GraphicsObject):
    """Bars a week wide."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.weeks: tuple[WeekDone, ...] = ()

    def show_weeks(self, weeks: tuple[WeekDone, ...]) -> None:
        self.prepareGeometryChange()
        self.weeks = weeks
        self.update()

    def boundingRect(self) -> QRectF:
        most = max([1, *(max(week.planned, week.done + week.part_done) for week in self.weeks)])
        return QRectF(-0.5, 0, max(1, len(self.weeks)), most)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        del option, widget
        transform = painter.transform()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, week in enumerate(self.weeks):
            left = place - _BAR_WIDTH / 2
            for count in range(max(week.planned, week.done + week.part_done)):
                room = transform.mapRect(QRectF(left, count, _BAR_WIDTH, 1))
                self._paint_session(painter, room, count, week)
        painter.setTransform(transform)

    def _paint_session(self, painter: QPainter, room: QRectF, count: int, week: WeekDone) -> None:
        corner, pen_width = self._look.radius / 4, self._look.ring * 0.7
        box = room.adjusted(pen_width, pen_width + 1, -pen_width, -pen_width - 1)
        done, part = count < week.done, week.done <= count < week.done + week.part_done
        role: Role = "done" if done or part else "outline"
        painter.setPen(QPen(self._look.colour(role), pen_width))
        painter.setBrush(self._look.colour("done") if done else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, corner, corner)
        if part:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("done"))
            half = (box.bottomLeft(), box.bottomRight(), QPointF(box.right(), box.center().y()))
            painter.drawPolygon(QPolygonF([*half, QPointF(box.left(), box.center().y())]))
