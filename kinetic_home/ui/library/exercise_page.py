"""The page of one exercise: it moves, right and wrong, and says all that its record says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from kinetic_home.ui.library import about
from kinetic_home.ui.library.checkpoints import Checkpoints
from kinetic_home.ui.library.stage import Stage
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.keys import typed
from kinetic_home.ui.widgets.layouts import Column, Row
from kinetic_home.ui.widgets.notice import Notice
from kinetic_home.ui.widgets.page import Page
from kinetic_home.ui.widgets.text import Text
from kinetic_home.workflow.library_exercise import Checkpoint, ExerciseView

# Below so many heights of the body text the words go below the figure.
_WIDE = 46
# The figure's card is so many steps of the grid high at least, and in a narrow window so much of its height.
_LEAST_STAGE, _STAGE_SHARE = 48, 0.95
_ENDLESS = 16_777_215
# Below so many heights of the body text the buttons of the sheet show their pictures alone.
_ROOMY = 50


class ExercisePage(Page):
    """Shows an ExerciseView.

    `left` asks to go back, `opened` carries a neighbour's id, `sheet_wanted` and `print_wanted` an exercise's id.
    """

    left = Signal()
    opened = Signal(str)
    sheet_wanted = Signal(str)
    print_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "exercisePage", parent)
        self._view: ExerciseView | None = None
        self._words: list[QWidget] = []
        self._arranging = False
        self.stage = Stage(look)
        self.checkpoints = Checkpoints(look)
        self.notice = Notice(look, name="libraryNotice")
        self._name = Text(look, "", "title", strong=True)
        self._back = Button(look, self.tr("Back"), name="backToLibrary", kind="quiet", icon="back", key=self.tr("Esc"))
        self._save = Button(look, self.tr("Save as PDF"), name="saveSheet", icon="sheet")
        self._print = Button(look, self.tr("Print"), name="printSheet", icon="print")
        head = Row(look, gap=2)
        for part, stretch in ((self._back, 0), (self._name, 1), (self._save, 0), (self._print, 0)):
            head.addWidget(part, stretch, Qt.AlignmentFlag.AlignTop)
        self._halves = Row(look, gap=2.5)
        self._lane = _Lane(self.stage)
        self._said = Column(look, gap=2.5)
        self._halves.addWidget(self._lane, 6)
        self._halves.addLayout(self._said, 5)
        self._said.addWidget(self.checkpoints)
        self._said.addStretch(1)
        self._facts = Column(look)
        self.body.addWidget(self.notice)
        for part in (head, self._facts, self._halves):
            self.body.addLayout(part)
        self.body.addStretch(1)
        self._wire()

    def show_exercise(self, view: ExerciseView) -> None:
        """Show an exercise from its beginning."""
        self._view = view
        self.notice.say("")
        self._name.say(view.exercise.name)
        self.stage.show_exercise(view.exercise)
        self.checkpoints.show_checkpoints(view.checkpoints)
        self._clear_words()
        self._add(self._facts, 0, about.chips(self.look, view.facts))
        neighbours = about.Neighbours(self.look, view.easier, view.harder)
        neighbours.opened.connect(self.opened)
        self._add(self._said, 0, about.how_much(self.look, view))
        below = (about.how_to(self.look, view), about.take_care(self.look, view), neighbours)
        # The checkpoints stay where they are: Qt forgets to ask a widget anew that is taken out and put in again.
        for place, part in enumerate((*below, about.numbers(self.look, view)), 2):
            self._add(self._said, place, part)
        self._arrange()
        self.verticalScrollBar().setValue(0)

    def take_focus(self) -> None:
        """Give the keyboard to the way back."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn with S or V, stand still with K, go back with Esc."""
        match typed(event).upper():
            case "S" | "V":
                self.stage.turn()
            case "K":
                self.stage.tempo.toggle_still()
            case _ if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Backspace}:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words beside the figure or below it, and keep the figure within the window."""
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        if self._arranging:
            return
        self._arranging = True
        # Where the figure's room begins is known only when the rest has its place.
        for _ in range(2):
            self._arrange_once()
            self.settle()
            QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        self._arranging = False
        self._stick()

    def _arrange_once(self) -> None:
        letters = self.look.text_px("body")
        wide = self.viewport().width() >= _WIDE * letters
        self._halves.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        for button in (self._back, self._save, self._print):
            button.set_compact(self.viewport().width() < _ROOMY * letters)
        high = self._room_below(self._lane_top()) if wide else self._at_least(round(self.height() * _STAGE_SHARE))
        self._lane.set_height(high, stretches=wide)

    @Slot()
    def _stick(self) -> None:
        """Keep the figure in sight beside the words, in all the room that what scrolls away above leaves to it."""
        if not self._beside:
            self._lane.put(0, self._lane.minimumHeight())
            return
        edge = self.look.space(3)
        above = self._lane_top() - self.verticalScrollBar().value()
        self._lane.put(max(0, edge - above), self._room_below(max(edge, above)))

    def _room_below(self, px: int) -> int:
        """Return how high the figure's card can be that begins so far below the window's upper edge."""
        return self._at_least(self.height() - px - self.body.contentsMargins().bottom())

    def _at_least(self, px: int) -> int:
        return max(self.look.space(_LEAST_STAGE), self.stage.minimumSizeHint().height(), px)

    @property
    def _beside(self) -> bool:
        """Tell whether the words are beside the figure, and not below it."""
        return self._halves.direction() == QBoxLayout.Direction.LeftToRight

    def _lane_top(self) -> int:
        """Return where the figure's room begins on the whole page, in px."""
        return self._lane.mapTo(self.viewport(), QPoint()).y() + self.verticalScrollBar().value()

    def _wire(self) -> None:
        self._back.clicked.connect(self.left)
        self._save.clicked.connect(self._want_sheet)
        self._print.clicked.connect(self._want_print)
        self.checkpoints.chosen.connect(self._show_checkpoint)
        # Queued: from within the laying out that places the lane, everything else would be laid out half.
        self._lane.placed.connect(self._arrange, Qt.ConnectionType.QueuedConnection)
        self.verticalScrollBar().valueChanged.connect(self._stick)
        self.look.changed.connect(self._arrange)

    @Slot(object, bool)
    def _show_checkpoint(self, checkpoint: Checkpoint | None, lines: bool) -> None:
        self.stage.show_checkpoint(checkpoint, lines=lines)
        self._arrange()
        if checkpoint is not None:
            # Beside the words the figures stay in sight; above them they have to be brought back.
            self._bring_into_sight(self.checkpoints if self._beside else self._lane)

    def _bring_into_sight(self, part: QWidget) -> None:
        """Scroll no farther than is needed to see a part, its head first where it is higher than the window."""
        bar, edge = self.verticalScrollBar(), self.look.space(3)
        top = part.mapTo(self.viewport(), QPoint()).y() + bar.value()
        least = top + part.height() + edge - self.viewport().height()
        bar.setValue(min(max(bar.value(), least), top - edge))

    @Slot()
    def _want_sheet(self) -> None:
        if self._view is not None:
            self.sheet_wanted.emit(self._view.exercise.id)

    @Slot()
    def _want_print(self) -> None:
        if self._view is not None:
            self.print_wanted.emit(self._view.exercise.id)

    def _add(self, layout: QBoxLayout, place: int, part: QWidget) -> None:
        layout.insertWidget(place, part)
        # At once: Qt shows what joins a layout only later, and until then there is no room for it.
        part.show()
        self._words.append(part)

    def _clear_words(self) -> None:
        for part in self._words:
            for layout in (self._facts, self._said):
                layout.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._words = []


class _Lane(QWidget):
    """Room in which one part moves down as the page scrolls, so that it stays in sight; `placed` tells of the room."""

    placed = Signal()

    def __init__(self, part: QWidget) -> None:
        super().__init__()
        self._part, self._top, self._high = part, 0, 0
        part.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def set_height(self, px: int, *, stretches: bool) -> None:
        """Be so high, or as high as what is beside it where it `stretches` and that is higher."""
        self.setMaximumHeight(_ENDLESS if stretches else px)
        if px != self.minimumHeight():
            self.setMinimumHeight(px)

    def put(self, top: int, high: int) -> None:
        """Move the part down and make it so high, both no farther than there is room."""
        self._top, self._high = top, high
        self._place()

    def sizeHint(self) -> QSize:
        """Return the part's own wish."""
        return self._part.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the part's own least size."""
        return self._part.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the part as wide as there is room."""
        super().resizeEvent(event)
        self._place()
        if event.oldSize().width() != event.size().width():
            self.placed.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Tell that the room begins elsewhere."""
        super().moveEvent(event)
        self.placed.emit()

    def _place(self) -> None:
        high = min(self._high, self.height())
        self._part.setGeometry(0, min(self._top, self.height() - high), self.width(), high)
