"""Text that fits its box: as large as was asked, smaller where the words are long, never cut."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.theme.tokens import Role

_LINE = 1.3
_LEAST_SHARE = 0.5


class FittedText(QLabel):
    """A label of a fixed height: other words never move what stands below it.

    `set_box` says how high its letters are and how many lines there is room for.
    """

    def __init__(
        self,
        look: Look,
        *,
        name: str,
        role: Role = "ink",
        strong: bool = False,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._strong = look, strong
        self._role: Role = role
        self._px = look.text_px("body")
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(alignment | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._dress()
        look.changed.connect(self._dress)

    def say(self, text: str) -> None:
        """Show other words; nothing happens where they are the same."""
        if text != self.text():
            self.setText(text)
            self._fit()

    def set_role(self, role: Role) -> None:
        """Show the text in the colour of another role."""
        if role != self._role:
            self._role = role
            self._dress()

    def set_box(self, px: int, lines: int = 1) -> None:
        """Give letters of a height in px room for some lines."""
        self._px = px
        self.setFixedHeight(round(px * _LINE * lines))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        least = max(1, round(self._px * _LEAST_SHARE))
        step = max(1, self._px // 24)
        px = self._px
        while px > least and not self._fits(self._font(px)):
            px -= step
        self.setFont(self._font(px))

    def _fits(self, font: QFont) -> bool:
        room = QRect(0, 0, max(1, self.width()), 100_000)
        needed = QFontMetrics(font).boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.text())
        return needed.height() <= self.height() and needed.width() <= room.width()

    def _font(self, px: int) -> QFont:
        return self._look.font_of(px, strong=self._strong, tabular=True)

    @Slot()
    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._look.colour(self._role))
        self.setPalette(palette)
        self._fit()
