"""The field for words to search by."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.icon import icon_pixmap


class SearchField(QLineEdit):
    """A line to type into; Esc empties it, the arrow down leaves it for what was found."""

    left_downwards = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("search")
        self.setAccessibleName(self.tr("Search exercises"))
        self.setPlaceholderText(self.tr("Search: knee, bridge, balance"))
        self.setMaxLength(60)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._dress()
        look.changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """Return room for a few words."""
        return QSize(self._look.text_px("body") * 18, self._look.target)

    def minimumSizeHint(self) -> QSize:
        """Return the least room that is of use."""
        return QSize(self._look.text_px("body") * 8, self._look.target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field, or leave it."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field with its picture."""
        super().paintEvent(event)
        side = self._icon_px()
        pixmap = icon_pixmap(self._look, "search", "quiet", side, self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(QRectF(self._look.space(1.75), (self.height() - side) / 2, side, side).topLeft(), pixmap)

    def _icon_px(self) -> int:
        return round(self._look.text_px("body") * 1.2)

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._look.font("body"))
        self.setFixedHeight(self._look.target)
        self.setTextMargins(self._icon_px() + self._look.space(1.5), 0, 0, 0)
        self.updateGeometry()
