"""The shipped palettes of the figure, and what differs between two pictures."""

from __future__ import annotations

from PySide6.QtGui import QImage

from kinetic_home.app.paths import shipped
from kinetic_home.ui.figure.palette import figure_palette

TEXT = (shipped("resources") / "theme" / "figure.toml").read_text(encoding="utf-8")
PALETTES = {"light": figure_palette(TEXT, "light"), "dark": figure_palette(TEXT, "dark")}


def differing(one: QImage, other: QImage) -> list[tuple[int, int]]:
    """Return the places at which two pictures of one size and of 32 bits a pixel differ."""
    wide = one.width()
    first, second = (memoryview(image.constBits()).cast("B").cast("I") for image in (one, other))
    return [(at % wide, at // wide) for at, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
