"""The files that the tokens are written in, and the file that they are parsed into for the program's start.

Run `python -m kinetic_home.ui.theme.sources` in a checkout after a change to a theme or to the sizes.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from kinetic_home.ui.theme.tokens import PARSED, Sizes, Theme

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "theme"
_THEMES = ("light", "dark")


def theme_of(file: Path) -> Theme:
    """Return the theme of a file; raises ValueError that names a role whose colour is not in the palette."""
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    palette, roles = content["palette"], content["roles"]
    for role, colour in roles.items():
        if colour not in palette:
            raise ValueError(f"{file.name}: roles.{role}: no colour {colour!r} in the palette")
    return Theme(name=file.stem, roles={role: palette[colour] for role, colour in roles.items()})


def sizes_of(file: Path) -> Sizes:
    """Return the sizes of a file."""
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    return Sizes(type=content["type"], growth=content["growth"], **content["space"])


def parsed_text(folder: Path) -> str:
    """Return the themes and the sizes of a folder as the JSON that the program reads."""
    themes = {name: theme_of(folder / f"{name}.toml").roles for name in _THEMES}
    return json.dumps({"sizes": sizes_of(folder / "sizes.toml")._asdict(), "themes": themes}, indent=1) + "\n"


def main(folder: Path = FOLDER) -> None:
    """Write what follows from the sources."""
    (folder / PARSED).write_text(parsed_text(folder), encoding="utf-8")


if __name__ == "__main__":
    main()
