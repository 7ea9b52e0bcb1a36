"""A choice to filter by: a box to tick, its word, and how many exercises it has."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import paint_focus
from kinetic_home.ui.widgets.pressing import pressed_by_enter
from kinetic_home.workflow.library import Choice, Option, capital


class OptionBox(QCheckBox):
    """One option; ticked where it is chosen, quiet where it has no exercises."""

    def __init__(self, look: Look, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.choice, self._count = look, choice, 0
        self._least = 0
        self.setText(capital(choice.value))
        self.setObjectName(f"filter-{choice.facet.name.lower()}-{choice.value.replace(' ', '-')}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)

    def show_option(self, option: Option) -> None:
        """Show whether it is chosen, and its number."""
        self.blockSignals(True)
        self.setChecked(option.chosen)
        self.blockSignals(False)
        if option.count != self._count:
            self._count = option.count
            self.updateGeometry()
        self.setAccessibleName(f"{option.choice.facet.value}: {self.text()}, {option.count}")
        self.update()

    def set_least_width(self, px: int) -> None:
        """Be at least so wide, so that the numbers stand below each other."""
        if px != self._least:
            self._least = px
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for box, word and number."""
        metrics = QFontMetrics(self._look.font("caption"))
        return QSize(max(self._words_wide(), self._least), max(self._look.least_target, round(metrics.height() * 1.5)))

    def minimumSizeHint(self) -> QSize:
        """Return room for the words: nothing may be cut."""
        return QSize(min(self.sizeHint().width(), self._words_wide()), self.sizeHint().height())

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on it."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick on Enter as well."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, box, word and number."""
        del event
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = QRectF(self.rect())
        if self.hasFocus():
            face = paint_focus(painter, face, look)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("action_soft" if self.isChecked() else "well"))
        if self.isChecked() or self.underMouse():
            painter.drawRoundedRect(face, look.radius * 0.75, look.radius * 0.75)
        inset, gap, side = look.space(1.25), look.space(1), self._box()
        box = QRectF(inset, (self.height() - side) / 2, side, side)
        self._paint_box(painter, box)
        painter.setFont(look.font("caption", strong=self.isChecked()))
        ink = look.colour("action_text" if self.isChecked() else "ink")
        quiet = QColor(look.colour("quiet"))
        if not self._count and not self.isChecked():
            ink = quiet
        painter.setPen(ink)
        words = QRectF(box.right() + gap, 0, self.width() - box.right() - gap - inset, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.setFont(look.font("caption", tabular=True))
        painter.setPen(quiet)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(self._count))

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        look, corner = self._look, box.width() * 0.22
        if not self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("outline"), max(1.5, box.width() * 0.1)))
            painter.drawRoundedRect(box, corner, corner)
            return
        painter.setBrush(look.colour("action"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, corner, corner)
        pen = QPen(look.colour("on_action"), box.width() * 0.14)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        steps = ((0.24, 0.54), (0.43, 0.72), (0.77, 0.30))
        at = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in steps]
        painter.drawPolyline(QPolygonF(at))

    def _words_wide(self) -> int:
        metrics = QFontMetrics(self._look.font("caption", strong=True))
        words = metrics.horizontalAdvance(self.text()) + metrics.horizontalAdvance("00")
        return words + self._box() + 2 * self._look.space(1.25) + 2 * self._look.space(1)

    def _box(self) -> int:
        return round(self._look.text_px("caption") * 1.15)

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
