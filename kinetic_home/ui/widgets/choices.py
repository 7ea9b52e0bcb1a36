"""A row of answers of which one is chosen, each with its own key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.flow import Flow
from kinetic_home.ui.widgets.keys import typed
from kinetic_home.ui.widgets.layouts import Column


class Choices(QWidget):
    """Answers as (value, words, key); `column` puts them below each other, as for a list of reasons.

    Without `keep` an answer is given and not shown as chosen.

    `picked` carries the value of the answer that the person chose.
    """

    picked = Signal(object)

    def __init__(
        self,
        look: Look,
        answers: Sequence[tuple[object, str, str]],
        *,
        name: str,
        column: bool = False,
        keep: bool = True,
        large: bool = False,
        dense: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._values = [value for value, _, _ in answers]
        self._keys = [key for _, _, key in answers]
        self._group = QButtonGroup(self)
        layout = Column(look, self, gap=0.75) if column else Flow(look, self, gap=0.75 if dense else 1.5)
        for place, (_, words, key) in enumerate(answers):
            button = Button(look, words, name=f"{name}-{place}", key=key, large=large, dense=dense, parent=self)
            button.setCheckable(keep)
            if column:
                button.align_left()
            self._group.addButton(button, place)
            layout.addWidget(button)
        self._group.idClicked.connect(self._pick)

    @property
    def value(self) -> object:
        """Return the chosen value, or None where nothing is chosen."""
        place = self._group.checkedId()
        return self._values[place] if place >= 0 else None

    def choose(self, value: object) -> None:
        """Show a value as chosen, without a signal; None takes the choice back."""
        self._group.setExclusive(False)
        for place, known in enumerate(self._values):
            self._button(place).setChecked(known == value)
        self._group.setExclusive(True)

    def focus_first(self) -> None:
        """Give the keyboard to the chosen answer, else to the first."""
        checked: QAbstractButton | None = self._group.checkedButton()
        (checked or self._button(0)).setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """Choose by an answer's own key; return whether the key was one of them."""
        word = typed(event).upper()
        if not word or word not in self._keys or event.isAutoRepeat():
            return False
        self._button(self._keys.index(word)).click()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the answers while one of them has the focus."""
        if not self.take_key(event):
            super().keyPressEvent(event)

    def _button(self, place: int) -> QAbstractButton:
        return self._group.button(place)

    @Slot(int)
    def _pick(self, place: int) -> None:
        self.picked.emit(self._values[place])
