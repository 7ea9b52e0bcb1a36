"""The name of an exercise that leads to its page in the Library."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import paint_focus
from kinetic_home.ui.widgets.pressing import PressButton
from kinetic_home.ui.words import tr
from kinetic_home.workflow.day_views import BlockExercise

# How far in from its edges a name stands, in steps of the grid.
LINK_PAD = 0.75
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


class ExerciseLink(PressButton):
    """A name with a small arrow after it; `exercise_id` says where it leads."""

    def __init__(self, look: Look, exercise: BlockExercise, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.exercise_id = exercise.exercise_id
        self.setText(exercise.name)
        self.setObjectName(f"see-{exercise.exercise_id}")
        self.setAccessibleName(tr("See {exercise} in the Library").format(exercise=exercise.name))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """Return room for the name in one line."""
        words = QFontMetrics(self._look.font("caption")).horizontalAdvance(self.text())
        return QSize(words + self._arrow_wide() + 2 * self._pad() + 1, self._look.least_target)

    def minimumSizeHint(self) -> QSize:
        """Return the least size; the name wraps then."""
        return QSize(min(self.sizeHint().width(), self._look.space(12)), self._look.least_target)

    def hasHeightForWidth(self) -> bool:
        """Say that a long name takes more lines where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        room = width - self._arrow_wide() - 2 * self._pad()
        metrics = QFontMetrics(self._look.font("caption"))
        words = metrics.boundingRect(0, 0, room, 100_000, _WRAPPED, self.text()).height()
        return max(self._look.least_target, words + self._look.space(1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the name and the arrow."""
        del event
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = QRectF(self.rect())
        if self.hasFocus():
            face = paint_focus(painter, face, look)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("well"))
            painter.drawRoundedRect(face, look.radius * 0.75, look.radius * 0.75)
        painter.setFont(look.font("caption"))
        painter.setPen(look.colour("action_text"))
        room = QRectF(self.rect()).adjusted(self._pad(), 0, -self._arrow_wide() - self._pad(), 0)
        said = painter.boundingRect(room, _WRAPPED, self.text())
        painter.drawText(room, _WRAPPED, self.text())
        side = look.text_px("caption") * 0.26
        middle = QPointF(said.right() + look.text_px("caption") * 0.55, self.height() / 2)
        painter.setPen(QPen(look.colour("action_text"), side * 0.35))
        tip = middle + QPointF(side * 0.9, 0)
        painter.drawPolyline([middle - QPointF(0, side), tip, middle + QPointF(0, side)])

    def _pad(self) -> int:
        return self._look.space(LINK_PAD)

    def _arrow_wide(self) -> int:
        return self._look.text_px("caption")

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
