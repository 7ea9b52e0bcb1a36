"""The cards of the exercises: as many beside each other as there is room for; the one pointed at moves."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kinetic_home.domain.exercise import ExerciseId
from kinetic_home.figure.camera import View
from kinetic_home.figure.scene import Scene
from kinetic_home.ui.figure.painter import FigurePainter
from kinetic_home.ui.library.card_face import CardFace
from kinetic_home.ui.library.card_model import CARD_ROLE, CardModel, Index
from kinetic_home.ui.library.figures import FrameClock, card_palette
from kinetic_home.ui.library.pictures import CardPictures
from kinetic_home.ui.theme.look import Look
from kinetic_home.workflow.library import Card
from kinetic_home.workflow.library_moving import figure_in, key_poses, repetition, working_side

# A card is at least so many heights of a heading wide, and its figure takes so much of the window's height at most.
_LEAST_WIDTH, _MOST_PICTURE = 8, 0.5
_LEAST_PICTURE = 18
_SPARE_PX = 4
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class _CardPainter(QStyledItemDelegate):
    """Paints a card: everything but the one that moves from pictures that are kept."""

    def __init__(self, grid: CardGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        return self._grid.cell_size(index.row())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state = option.state  # pyright: ignore[reportAttributeAccessIssue]
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        self._grid.paint_card(painter, option.rect, QPersistentModelIndex(index), focused=focused)  # pyright: ignore[reportAttributeAccessIssue]


class CardGrid(QListView):
    """A grid of cards; arrow keys walk in it, Enter or a click opens a card.

    `opened` carries the exercise's id, `left_upwards` says that the way up leads out of the grid, `typed` carries a
    letter: who types looks for a word.
    """

    opened = Signal(str)
    left_upwards = Signal()
    typed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = CardModel(self)
        self._pictures = CardPictures(card_palette(look), self)
        self._figures = FigurePainter(card_palette(look))
        self._face = CardFace(look, look.space(30), look.space(30))
        self._columns, self._cell_wide = 1, look.space(30)
        self._rows_high: list[int] = []
        self._clock = FrameClock(self)
        self._moving, self._pointed = QPersistentModelIndex(), QPersistentModelIndex()
        self._moved_ms = 0
        self.setObjectName("exerciseGrid")
        self.setAccessibleName(self.tr("Exercises"))
        self.setModel(self._model)
        self.setItemDelegate(_CardPainter(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        # It paints all of itself, so that scrolling moves what is there and paints only what comes into sight.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.clicked.connect(self._open)
        self.entered.connect(self._point_at)
        self.viewportEntered.connect(self._point_at_nothing)
        self.verticalScrollBar().valueChanged.connect(self._want_pictures)
        self._clock.ticked.connect(self._move_on)
        self._pictures.painted.connect(self._show_painted)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def columns(self) -> int:
        """Return how many cards are beside each other."""
        return self._columns

    def cell_size(self, number: int) -> QSize:
        """Return how much room the card of a number has; cards beside each other are of one height."""
        return QSize(self._cell_wide, self._rows_high[number // self._columns])

    def show_cards(self, cards: tuple[Card, ...]) -> None:
        """Show other cards, the first of them first."""
        if cards == self._model.cards:
            return
        self._stand_still()
        self._model.show_cards(cards)
        self._measure()
        self.scrollToTop()
        if cards:
            self.setCurrentIndex(self._model.index(0))
        self._want_pictures()

    def paint_card(self, painter: QPainter, cell: QRect, index: QPersistentModelIndex, *, focused: bool) -> None:
        """Paint one card into its cell."""
        card: Card = index.data(CARD_ROLE)
        gap = self._look.space(1)
        place = QRect(cell.left() + gap, cell.top() + gap, cell.width() - 2 * gap, cell.height() - 2 * gap)
        painter.save()
        shown_focus = focused and self.hasFocus()
        self._face.paint_ground(painter, place, pointed=index == self._pointed, focused=shown_focus)
        room = self._face.picture_rect(place)
        if index == self._moving:
            self._paint_moving(painter, room, card)
        elif (picture := self._pictures.picture(card.exercise)) is not None:
            painter.drawPixmap(room.topLeft(), picture)
        self._face.paint_words(painter, place, card)
        painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter; leave upwards from the first row; pass letters on; leave / and Esc to the page."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self._open(self.currentIndex())
        elif event.key() in {Qt.Key.Key_Slash, Qt.Key.Key_Escape}:
            event.ignore()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() < self.columns:
            self.left_upwards.emit()
        elif event.text().isalpha() and not event.modifiers() & _COMMANDS:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Let the card move that has the keyboard now."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            self._move(current)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the card move that has the keyboard."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0))
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._move(self.currentIndex())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stand still without the keyboard, but for a card that is pointed at."""
        super().focusOutEvent(event)
        self._move(self._pointed)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the cards on it."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.colour("ground"))
        painter.end()
        super().paintEvent(event)

    def leaveEvent(self, event: object) -> None:
        """Stand still when the pointer leaves."""
        super().leaveEvent(event)  # pyright: ignore[reportArgumentType]
        self._point_at_nothing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many cards beside each other as there is room for."""
        super().resizeEvent(event)
        self._measure()
        self._want_pictures()

    def showEvent(self, event: QShowEvent) -> None:
        """Paint what is seen first."""
        super().showEvent(event)
        self._want_pictures()

    def hideEvent(self, event: QHideEvent) -> None:
        """Neither move nor paint while nobody looks."""
        self._stand_still()
        self._pictures.pause()
        super().hideEvent(event)

    def _paint_moving(self, painter: QPainter, room: QRect, card: Card) -> None:
        exercise = card.exercise
        side = working_side(exercise)
        if self._look.reduced_motion:
            rep_no, moment = 1, key_poses(exercise)[0].moment
        else:
            rep_no, moment = repetition(exercise).at(self._moved_ms)
        figure = figure_in(exercise.motion, moment, side=side, rep_no=rep_no)
        scene = Scene(motion=exercise.motion, side=side)
        painter.save()
        painter.setClipRect(room)
        self._figures.paint(painter, QRectF(room), figure, scene, View.named(exercise.view))
        painter.restore()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.setCurrentIndex(index)
            self.opened.emit(str(ExerciseId(index.data(CARD_ROLE).exercise.id)))

    @Slot(QModelIndex)
    def _point_at(self, index: QModelIndex) -> None:
        self._repaint(self._pointed)
        self._pointed = QPersistentModelIndex(index)
        self._repaint(self._pointed)
        self._move(index)

    @Slot()
    def _point_at_nothing(self) -> None:
        self._repaint(self._pointed)
        self._pointed = QPersistentModelIndex()
        self._move(self.currentIndex() if self.hasFocus() else QModelIndex())

    def _move(self, index: Index) -> None:
        if self._moving == QPersistentModelIndex(index):
            return
        self._repaint(self._moving)
        self._moving, self._moved_ms = QPersistentModelIndex(index), 0
        self._repaint(self._moving)
        self._clock.run(on=index.isValid() and not self._look.reduced_motion)

    def _stand_still(self) -> None:
        self._moving, self._pointed = QPersistentModelIndex(), QPersistentModelIndex()
        self._clock.run(on=False)

    @Slot(int)
    def _move_on(self, ms: int) -> None:
        self._moved_ms += ms
        self._repaint_picture(self._moving)

    @Slot(str)
    def _show_painted(self, exercise_id: str) -> None:
        row = self._model.row_of(exercise_id)
        if row >= 0:
            self._repaint_picture(QPersistentModelIndex(self._model.index(row)))

    def _repaint(self, index: QPersistentModelIndex) -> None:
        if index.isValid():
            self.viewport().update(self.visualRect(index))  # pyright: ignore[reportArgumentType]

    def _repaint_picture(self, index: QPersistentModelIndex) -> None:
        if index.isValid():
            gap = self._look.space(1)
            cell = self.visualRect(index)  # pyright: ignore[reportArgumentType]
            self.viewport().update(self._face.picture_rect(cell.adjusted(gap, gap, -gap, -gap)))

    @Slot()
    def _want_pictures(self) -> None:
        """Ask for the figures, those that are seen first, then the nearest to them."""
        if not self.isVisible():
            return
        window = self.viewport().rect()
        away: dict[int, int] = {}
        for row in range(self._model.rowCount()):
            place = self.visualRect(self._model.index(row))
            away[row] = max(0, window.top() - place.bottom(), place.top() - window.bottom())
        self._pictures.want([self._model.cards[row].exercise for row in sorted(away, key=away.__getitem__)])

    def _room(self) -> int:
        return self.width() - self.verticalScrollBar().sizeHint().width()

    def _measure(self) -> None:
        least = _LEAST_WIDTH * self._look.text_px("heading")
        room = self._room()
        self._columns = max(1, room // least)
        # A little less than there is: Qt breaks a row that fills it to the last px.
        self._cell_wide = (room - _SPARE_PX) // self._columns if room > 0 else least
        gap = self._look.space(1)
        highest = max(self._look.space(_LEAST_PICTURE), round(self.height() * _MOST_PICTURE))
        self._face = CardFace(self._look, self._cell_wide - 2 * gap, highest)
        cards, beside = self._model.cards, self._columns
        rows = (cards[first : first + beside] for first in range(0, len(cards), beside))
        self._rows_high = [self._face.height(row) + 2 * gap for row in rows]
        self.scheduleDelayedItemsLayout()
        self._pictures.set_size(self._face.picture_size, self.devicePixelRatioF())
        self.verticalScrollBar().setSingleStep(self._look.space(8))

    @Slot()
    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, self._look.colour("ground"))
        self.setPalette(palette)
        colours = card_palette(self._look)
        self._pictures.set_palette_colours(colours)
        self._figures = FigurePainter(colours)
        self._measure()
        self._want_pictures()
        self.viewport().update()
