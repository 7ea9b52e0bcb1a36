from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from kinetic_home.ui.theme import sources
from kinetic_home.ui.theme.tokens import PARSED, Role, Theme, TypeStyle, load_tokens

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "theme"
TOKENS = load_tokens(FOLDER)
THEMES = list(TOKENS.themes.values())

# Everything that is written, and what it is written on.
TEXT_PAIRS: list[tuple[Role, Role]] = [
    *((ink, ground) for ink in ("ink", "quiet", "action_text", "look_text", "stop_text", "done_text")
      for ground in ("ground", "card")),
    ("ink", "well"),
    ("quiet", "well"),
    ("ink", "action_soft"),
    ("quiet", "action_soft"),
    ("action_text", "action_soft"),
    ("ink", "look_soft"),
    ("look_text", "look_soft"),
    ("ink", "stop_soft"),
    ("stop_text", "stop_soft"),
    ("ink", "done_soft"),
    ("done_text", "done_soft"),
    ("on_action", "action"),
    ("on_action", "look"),
    ("on_action", "stop"),
    ("on_action", "done"),
    ("on_stop", "stop"),
    ("ground", "ink"),
]  # fmt: skip
# Arcs, bars, lines of charts, edges of fields, marks and rings.
SHAPE_PAIRS: list[tuple[Role, Role]] = [
    *(
        (mark, ground)
        for mark in ("action", "look", "stop", "done", "outline", "focus")
        for ground in ("ground", "card")
    ),
    *((line, band) for line in ("ink", "quiet") for band in ("done_soft", "look_soft", "stop_soft")),
    ("action", "well"),
    ("focus", "well"),
    ("outline", "card"),
]
# What is read from the mat while the body works.
SESSION_PAIRS: list[tuple[Role, Role]] = [
    ("ink", "ground"),
    ("ink", "card"),
    ("action_text", "ground"),
    ("ink", "well"),
]


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(theme: Theme, front: Role, back: Role) -> float:
    high, low = sorted((luminance(theme.roles[front]), luminance(theme.roles[back])), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_role_has_a_colour_and_every_colour_a_role_that_code_knows(theme: Theme) -> None:
    assert set(theme.roles) == set(get_args(Role))


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("front", "back"), TEXT_PAIRS)
def test_text_stands_out_from_its_ground(theme: Theme, front: Role, back: Role) -> None:
    assert contrast(theme, front, back) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("front", "back"), SHAPE_PAIRS)
def test_shapes_and_lines_stand_out_from_their_ground(theme: Theme, front: Role, back: Role) -> None:
    assert contrast(theme, front, back) >= 3.0


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("front", "back"), SESSION_PAIRS)
def test_what_is_read_from_the_mat_stands_out_most(theme: Theme, front: Role, back: Role) -> None:
    assert contrast(theme, front, back) >= 7.0


def test_no_role_is_left_out_of_the_pairs() -> None:
    compared = {role for pair in (*TEXT_PAIRS, *SHAPE_PAIRS) for role in pair}
    assert compared == set(get_args(Role))


def test_a_role_without_a_colour_in_the_palette_is_named(tmp_path: Path) -> None:
    file = tmp_path / "odd.toml"
    file.write_text('[palette]\nink = "#000000"\n[roles]\nink = "inkk"\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"odd\.toml: roles\.ink: no colour 'inkk'"):
        sources.theme_of(file)


def test_sizes_are_readable_and_stand_on_the_grid() -> None:
    sizes = TOKENS.sizes
    assert set(sizes.type) == set(sizes.growth) == set(get_args(TypeStyle))
    assert sizes.type["body"] >= 16
    assert sizes.target >= 48
    assert sizes.unit == 8
    assert sizes.growth["body"] == sizes.growth["caption"] == 1.0


def test_the_parsed_tokens_are_up_to_date() -> None:
    text = (FOLDER / PARSED).read_text(encoding="utf-8")
    assert text == sources.parsed_text(FOLDER), "run: python -m kinetic_home.ui.theme.sources"


def test_what_is_parsed_ahead_is_what_the_files_say() -> None:
    assert [theme.name for theme in THEMES] == ["light", "dark"]
    assert [sources.theme_of(FOLDER / f"{theme.name}.toml") for theme in THEMES] == THEMES
    assert sources.sizes_of(FOLDER / "sizes.toml") == TOKENS.sizes


def test_the_parsed_tokens_are_written_beside_their_sources(tmp_path: Path) -> None:
    for name in ("light.toml", "dark.toml", "sizes.toml"):
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    sources.main(tmp_path)
    assert load_tokens(tmp_path) == TOKENS
