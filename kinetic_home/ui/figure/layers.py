"""Pictures that are painted once and laid down at every frame."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, QSizeF, Qt
from PySide6.QtGui import QImage


def clear_layer(size: QSizeF, ratio: float) -> QImage:
    """Return an empty picture, clear all over, of a size in px, with so many pixels in each of them."""
    pixels = QSize(ceil(size.width() * ratio), ceil(size.height() * ratio))
    image = QImage(pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    return image
