from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from kinetic_home.ui.figure.palette import figure_palette
from tests.ui.figure.colours import PALETTES, TEXT


def luminance(colour: str) -> float:
    parts = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in QColor(colour).getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_working_leg_stands_out_from_the_ground_and_from_the_other_leg(theme: str) -> None:
    palette = PALETTES[theme]
    assert contrast(palette.work, palette.ground) >= 3.0
    assert contrast(palette.work, palette.quiet) >= 1.4
    assert contrast(palette.text, palette.ground) >= 4.5


def test_a_missing_theme_is_named() -> None:
    with pytest.raises(ValueError, match=r"\[dark\] is missing"):
        figure_palette("[light]\nwork = '#000000'\n", "dark")


@pytest.mark.parametrize("wrong", ["'grass'", "7", "'#12'"])
def test_a_colour_that_is_none_is_named(wrong: str) -> None:
    broken = TEXT.replace('skin = "#C58D6B"', f"skin = {wrong}")
    with pytest.raises(ValueError, match=r"\[light\] skin must be a colour"):
        figure_palette(broken, "light")
