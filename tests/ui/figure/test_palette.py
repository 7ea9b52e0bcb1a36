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


def apart(first: str, second: str) -> int:
    """Return how far two colours are apart: the sum of what their parts differ by, up to 765."""
    one, other = QColor(first), QColor(second)
    parts = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return sum(abs(a - b) for a, b in parts)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_working_leg_stands_out_from_the_ground_and_from_the_other_leg(theme: str) -> None:
    palette = PALETTES[theme]
    assert contrast(palette.work, palette.ground) >= 3.0
    assert contrast(palette.work, palette.quiet) >= 1.4
    assert contrast(palette.text, palette.ground) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_wrong_version_is_told_from_the_right_one_at_a_glance(theme: str) -> None:
    palette = PALETTES[theme]
    assert contrast(palette.wrong, palette.ground) >= 3.0
    assert apart(palette.wrong, palette.work) > 150
    assert apart(palette.wrong, palette.quiet) > 100
    assert apart(palette.wrong, palette.skin) > 40


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_things_stand_out_from_the_ground_and_bands_from_all_that_they_lie_on(theme: str) -> None:
    palette = PALETTES[theme]
    for thing in (palette.band, palette.iron, palette.foam, palette.towel, palette.cushion, palette.wood):
        assert contrast(thing, palette.ground) >= 1.5
    for under in (palette.work, palette.quiet, palette.wrong, palette.shoe, palette.shorts):
        assert apart(palette.band, under) > 90
    assert apart(palette.towel, palette.mat) > 40
    assert apart(palette.foam, palette.sole) > 40


def test_a_missing_theme_is_named() -> None:
    with pytest.raises(ValueError, match=r"\[dark\] is missing"):
        figure_palette("[light]\nwork = '#000000'\n", "dark")


@pytest.mark.parametrize("wrong", ["'grass'", "7", "'#12'"])
def test_a_colour_that_is_none_is_named(wrong: str) -> None:
    broken = TEXT.replace('skin = "#C58D6B"', f"skin = {wrong}")
    with pytest.raises(ValueError, match=r"\[light\] skin must be a colour"):
        figure_palette(broken, "light")
