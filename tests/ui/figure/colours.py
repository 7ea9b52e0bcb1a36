"""The shipped palettes of the figure."""

from __future__ import annotations

from kinetic_home.app.paths import shipped
from kinetic_home.ui.figure.palette import figure_palette

TEXT = (shipped("resources") / "theme" / "figure.toml").read_text(encoding="utf-8")
PALETTES = {"light": figure_palette(TEXT, "light"), "dark": figure_palette(TEXT, "dark")}
