"""The look of the program now: colours, fonts and sizes for the chosen theme, text size and window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from kinetic_home.ui.theme.tokens import Role, Theme, TypeStyle, load_tokens

FAMILY = "Kinetic Home Sans"
_FACES = ("Regular", "SemiBold")
_SCHEMES = {"system": Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
_PALETTE: tuple[tuple[QPalette.ColorRole, Role], ...] = (
    (QPalette.ColorRole.Window, "ground"),
    (QPalette.ColorRole.WindowText, "ink"),
    (QPalette.ColorRole.Base, "card"),
    (QPalette.ColorRole.AlternateBase, "ground"),
    (QPalette.ColorRole.Text, "ink"),
    (QPalette.ColorRole.PlaceholderText, "quiet"),
    (QPalette.ColorRole.Button, "well"),
    (QPalette.ColorRole.ButtonText, "ink"),
    (QPalette.ColorRole.Highlight, "action"),
    (QPalette.ColorRole.HighlightedText, "on_action"),
    (QPalette.ColorRole.Accent, "action"),
    (QPalette.ColorRole.Link, "action_text"),
    (QPalette.ColorRole.ToolTipBase, "ink"),
    (QPalette.ColorRole.ToolTipText, "ground"),
)


def load_fonts(assets: Path) -> None:
    """Make the program's own type known to Qt."""
    for face in _FACES:
        QFontDatabase.addApplicationFont(str(assets / "fonts" / f"KineticHomeSans-{face}.ttf"))


class Look(QObject):
    """Hands out colours, fonts and sizes, and says when they changed; made for Qt's own style «Fusion».

    `resources` and `assets` are the folders that ship with the program. The rest is what the person chose, and the
    size of the window to come, where they are known already: then everything is dressed only once.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        resources: Path,
        assets: Path,
        *,
        theme: str = "system",
        text_percent: int = 100,
        reduced_motion: bool = False,
        window: QSize | None = None,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._tokens = resources / "theme"
        self.sizes, self._themes = load_tokens(self._tokens)
        self._sheet = (resources / "qss" / "window.qss").read_text(encoding="utf-8")
        self._icons = assets / "icons"
        self._drawings: dict[str, str] = {}
        load_fonts(assets)
        self._choice = "system"
        self._choose(theme)
        self._text = text_percent / 100
        self._window = 1.0 if window is None else self._factor(window)
        self.reduced_motion = reduced_motion
        self._dress()
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    def use(self, *, theme: str, text_percent: int, reduced_motion: bool) -> None:
        """Take what the person chose; `theme` is "system", "light" or "dark"."""
        if (theme, text_percent / 100, reduced_motion) == (self._choice, self._text, self.reduced_motion):
            return
        self._choose(theme)
        self._text = text_percent / 100
        self.reduced_motion = reduced_motion
        self._dress()

    def fit(self, window: QSize) -> None:
        """Make everything larger in a larger window, in steps of a tenth so that a drag stays smooth."""
        factor = self._factor(window)
        if factor != self._window:
            self._window = factor
            self._dress()

    def colour(self, role: Role) -> QColor:
        """Return the colour of a role."""
        return QColor(self.theme.roles[role])

    def text_px(self, style: TypeStyle) -> int:
        """Return the height of a type style in px, as the person set it; large styles grow less than small ones."""
        growth = 1 + (self._text - 1) * self.sizes.growth[style]
        return round(self.sizes.type[style] * growth * self._window)

    def space(self, steps: float) -> int:
        """Return a distance in steps of the 8-px grid; text size leaves it alone, so that text gets the room."""
        return round(self.sizes.unit * steps * self._window)

    @property
    def radius(self) -> int:
        """Return the one corner radius, in px."""
        return round(self.sizes.radius * self._window)

    @property
    def least_target(self) -> int:
        """Return the least height of anything that can be pressed, in px."""
        return round(self.sizes.target * self._window)

    @property
    def target(self) -> int:
        """Return the height of what can be pressed with words of the body's size in it, in px."""
        return max(self.least_target, round(self.text_px("body") * 2.2))

    @property
    def ring(self) -> int:
        """Return the width of the focus ring, in px."""
        return round(self.sizes.ring * self._window)

    @property
    def column(self) -> int:
        """Return the widest column of a page, in px; larger text gets a wider one, for the same line length."""
        return round(self.sizes.column * self._window * max(1.0, 0.5 + self._text / 2))

    def font(self, style: TypeStyle, *, strong: bool = False, tabular: bool = False) -> QFont:
        """Return the font of a style; `tabular` gives every figure one width, for numbers that change."""
        return self.font_of(self.text_px(style), strong=strong, tabular=tabular)

    def font_of(self, px: int, *, strong: bool = False, tabular: bool = False) -> QFont:
        """Return a font of a height in px."""
        font = QFont(FAMILY)
        font.setPixelSize(max(1, px))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def theme_text(self, name: str) -> str:
        """Return the text of another file of tokens, such as the figure's colours."""
        return (self._tokens / name).read_text(encoding="utf-8")

    def drawing(self, name: str, role: Role, px: int) -> bytes:
        """Return an icon as SVG in the colour of a role, px wide and high."""
        if name not in self._drawings:
            self._drawings[name] = (self._icons / f"{name}.svg").read_text(encoding="utf-8")
        sized = self._drawings[name].replace("<svg ", f'<svg width="{px}" height="{px}" ', 1)
        return sized.replace("currentColor", self.theme.roles[role]).encode()

    @Slot()
    def _follow_system(self) -> None:
        if self._choice == "system":
            self._dress()

    def _choose(self, theme: str) -> None:
        if theme != self._choice:
            self._choice = theme
            self._app.styleHints().setColorScheme(_SCHEMES[theme])

    def _factor(self, window: QSize) -> float:
        room = min(window.width() / self.sizes.window_width, window.height() / self.sizes.window_height)
        return max(1.0, round(room * 0.9, 1))

    def _theme_now(self) -> Theme:
        if self._choice != "system":
            return self._themes[self._choice]
        dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._themes["dark" if dark else "light"]

    def _dress(self) -> None:
        self.theme = self._theme_now()
        palette = QPalette()
        for slot, role in _PALETTE:
            palette.setColor(slot, self.colour(role))
        for slot in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, slot, self.colour("quiet"))
        self._app.setPalette(palette)
        self._app.setFont(self.font("body"))
        self._app.setStyleSheet(self._filled(self._sheet))
        self.changed.emit()

    def _filled(self, sheet: str) -> str:
        for role, colour in self.theme.roles.items():
            sheet = sheet.replace(f"@{role}@", colour)
        lengths = {"radius": self.radius, "half": self.space(0.5), "unit": self.space(1), "ring": self.ring}
        for name, px in lengths.items():
            sheet = sheet.replace(f"@{name}@", f"{px}px")
        return sheet
