"""Colours and sizes as values: palette first, roles second; code knows roles only.

They are read as they were parsed from resources/theme when the program was made, see sources.py: no start has to wait
for a parser of TOML.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

PARSED = "parsed.json"

Role = Literal[
    "ground", "card", "well", "outline", "ink", "quiet",
    "action", "on_action", "action_text", "action_soft",
    "look", "look_text", "look_soft",
    "stop", "stop_text", "stop_soft", "on_stop",
    "done", "done_text", "done_soft", "focus",
]  # fmt: skip
TypeStyle = Literal["caption", "body", "lead", "heading", "title"]


class Theme(NamedTuple):
    """The colour of each role, "#RRGGBB"."""

    name: str
    roles: Mapping[str, str]


class Sizes(NamedTuple):
    """Sizes in px at 100 % text in a window of `window_width` x `window_height`.

    `growth` is how much of the person's text size each style takes up: at 200 % a style of 1.0 doubles.
    """

    type: Mapping[str, int]
    growth: Mapping[str, float]
    unit: int
    radius: int
    target: int
    ring: int
    column: int
    window_width: int
    window_height: int


class Tokens(NamedTuple):
    """Everything that the look is made from; themes by their names."""

    sizes: Sizes
    themes: Mapping[str, Theme]


def load_tokens(folder: Path) -> Tokens:
    """Return the tokens of the folder resources/theme."""
    data = json.loads((folder / PARSED).read_text(encoding="utf-8"))
    themes = {name: Theme(name=name, roles=roles) for name, roles in data["themes"].items()}
    return Tokens(sizes=Sizes(**data["sizes"]), themes=themes)
