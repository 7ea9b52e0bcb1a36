"""Icons: own drawings, tinted from the tokens."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImageReader, QPixmap

from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.theme.tokens import Role


def icon_pixmap(look: Look, name: str, role: Role, px: int, pixel_ratio: float) -> QPixmap:
    """Return an icon of a height in px in the colour of a role, sharp at the screen's pixel ratio."""
    data = QBuffer()
    data.setData(QByteArray(look.drawing(name, role)))
    data.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(data, QByteArray(b"svg"))
    side = round(px * pixel_ratio)
    reader.setScaledSize(QSize(side, side))
    pixmap = QPixmap.fromImage(reader.read())
    pixmap.setDevicePixelRatio(pixel_ratio)
    return pixmap
