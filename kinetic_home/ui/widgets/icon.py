"""Icons: own drawings, tinted from the tokens."""

from __future__ import annotations

from PySide6.QtGui import QPixmap

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.theme.tokens import Role


def icon_pixmap(look: Look, name: str, role: Role, px: int, pixel_ratio: float) -> QPixmap:
    """Return an icon of a height in px in the colour of a role, sharp at the screen's pixel ratio."""
    pixmap = QPixmap()
    drawing = look.drawing(name, role, round(px * pixel_ratio))
    pixmap.loadFromData(drawing, "svg")
    pixmap.setDevicePixelRatio(pixel_ratio)
    return pixmap
