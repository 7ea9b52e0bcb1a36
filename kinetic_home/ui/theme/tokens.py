"""Colours and sizes as values, read from resources/theme: palette first, roles second; code knows roles only."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Role = Literal[
    "ground", "card", "well", "outline", "ink", "quiet",
    "action", "on_action", "action_text", "action_soft",
    "look", "look_text", "look_soft",
    "stop", "stop_text", "stop_soft", "on_stop",
    "done", "done_text", "done_soft", "focus",
]  # fmt: skip
TypeStyle = Literal["caption", "body", "lead", "heading", "title"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The colour of each role, "#RRGGBB"."""

    name: str
    roles: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
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


def load_theme(file: Path) -> Theme:
    """Return the theme of a file; raises ValueError that names a role whose colour is not in the palette."""
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    palette, roles = content["palette"], content["roles"]
    for role, colour in roles.items():
        if colour not in palette:
            raise ValueError(f"{file.name}: roles.{role}: no colour {colour!r} in the palette")
    return Theme(name=file.stem, roles={role: palette[colour] for role, colour in roles.items()})


def load_sizes(file: Path) -> Sizes:
    """Return the sizes of a file."""
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    return Sizes(type=content["type"], growth=content["growth"], **content["space"])
