"""Plain text in one of the type styles: never markup, whatever a plan's words say."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.theme.tokens import Role, TypeStyle


class Text(QLabel):
    """A label in a type style and a colour role; `tabular` for numbers that change."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        style: TypeStyle = "body",
        *,
        role: Role = "ink",
        strong: bool = False,
        tabular: bool = False,
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._style: TypeStyle = style
        self._role: Role = role
        self._strong, self._tabular = strong, tabular
        self._most_px: int | None = None
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)
        self._dress()
        look.changed.connect(self._dress)

    def say(self, text: str) -> None:
        """Show other words; nothing happens where they are the same."""
        if text != self.text():
            self.setText(text)

    def setText(self, text: str) -> None:
        """Show other words."""
        self._heights.clear()
        super().setText(text)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words; layouts ask for the same widths dozens of times before they show."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def set_style(self, style: TypeStyle) -> None:
        """Show the text in another type style."""
        if style != self._style:
            self._style = style
            self._dress()

    def limit_text(self, px: int) -> None:
        """Let the words grow no higher than this where the room is the window's and not the page's."""
        if px != self._most_px:
            self._most_px = px
            self._dress()

    def set_role(self, role: Role) -> None:
        """Show the text in the colour of another role."""
        if role != self._role:
            self._role = role
            self._dress()

    @Slot()
    def _dress(self) -> None:
        self._heights.clear()
        px = self._look.text_px(self._style)
        px = px if self._most_px is None else min(px, self._most_px)
        self.setFont(self._look.font_of(px, strong=self._strong, tabular=self._tabular))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._look.colour(self._role))
        self.setPalette(palette)
