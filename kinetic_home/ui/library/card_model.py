"""The cards as a model, which a keyboard and a screen reader can walk."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kinetic_home.workflow.library import Card

Index = QModelIndex | QPersistentModelIndex
CARD_ROLE = Qt.ItemDataRole.UserRole


class CardModel(QAbstractListModel):
    """The cards that fit what is looked for, in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[Card, ...] = ()

    @property
    def cards(self) -> tuple[Card, ...]:
        """Return the cards."""
        return self._cards

    def show_cards(self, cards: tuple[Card, ...]) -> None:
        """Show other cards."""
        self.beginResetModel()
        self._cards = cards
        self.endResetModel()

    def row_of(self, exercise_id: str) -> int:
        """Return the row of an exercise, or -1."""
        return next((row for row, card in enumerate(self._cards) if card.exercise.id == exercise_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of cards."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a card is called, what a screen reader says of it, or all of it."""
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return card.exercise.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return card.spoken
            case _:
                return card if role == CARD_ROLE else None
