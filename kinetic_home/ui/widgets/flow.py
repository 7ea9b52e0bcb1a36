"""A layout that puts things beside each other and goes on in the next row where the room ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Slot
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from kinetic_home.ui.theme.look import Look


class Flow(QLayout):
    """Rows of things, broken like a paragraph; gaps in steps of the grid."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, gap: float = 1.5) -> None:
        super().__init__(parent)
        self._look, self._gap = look, gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        look.changed.connect(self._dress)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        """Return an item, or None past the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        """Give an item back, or None past the last."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the rows at a width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put every item at its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of one row."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self._look.space(self._gap) * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the largest item at its least."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        gap = self._look.space(self._gap)
        left, top, row_height = rect.left(), rect.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            width = min(item.sizeHint().width(), rect.width())
            height = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
            if left > rect.left() and left + width > rect.left() + rect.width():
                left, top, row_height = rect.left(), top + row_height + gap, 0
            if move:
                item.setGeometry(QRect(QPoint(left, top), QSize(width, height)))
            left += width + gap
            row_height = max(row_height, height)
        return top + row_height - rect.top()

    @Slot()
    def _dress(self) -> None:
        self.invalidate()
