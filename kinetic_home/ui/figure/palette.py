"""The colours that the figure is drawn with."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from typing import Literal

from PySide6.QtGui import QColor

Theme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePalette:
    """One colour for each material, as «#RRGGBB»."""

    ground: str
    floor: str
    mat: str
    mat_edge: str
    prop: str
    prop_light: str
    prop_dark: str
    wood: str
    cushion: str
    strap: str
    top: str
    shorts: str
    work: str
    quiet: str
    wrong: str
    foam: str
    towel: str
    band: str
    iron: str
    wall: str
    wall_edge: str
    skin: str
    hair: str
    shoe: str
    sole: str
    effort: str
    stretch: str
    fibre: str
    good: str
    mark: str
    guide: str
    halo: str
    shadow: str
    line: str
    text: str


def figure_palette(text: str, theme: Theme) -> FigurePalette:
    """Return a theme's palette from the text of `theme/figure.toml`.

    Raises ValueError where the theme or a colour is missing, or where a colour cannot be read.
    """
    table = tomllib.loads(text).get(theme)
    if not isinstance(table, dict):
        raise ValueError(f"theme/figure.toml: the table [{theme}] is missing (write it, with a colour for each name)")
    found: dict[str, str] = {}
    for field in fields(FigurePalette):
        value = table.get(field.name)
        if not isinstance(value, str) or not QColor.isValidColorName(value):
            raise ValueError(
                f'theme/figure.toml: [{theme}] {field.name} must be a colour such as "#1F7A80", not {value!r}'
            )
        found[field.name] = value
    return FigurePalette(**found)
