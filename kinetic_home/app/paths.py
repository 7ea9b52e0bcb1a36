"""Where the files lie that ship with the program."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parent.parent


def shipped(tree: Literal["assets", "resources"]) -> Path:
    """Return the folder of a shipped tree: inside the package where it is installed, else beside it (a checkout).

    A plain Path, not importlib.resources: the tree is always a real folder, sound files must be real files, and
    that import alone would cost a tenth of the start. Raises FileNotFoundError where the installation is broken.
    """
    for folder in (_PACKAGE / f"_{tree}", _PACKAGE.parent / tree):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"{_PACKAGE}: no folder _{tree} in it and no {tree} beside it (install Kinetic Home again)")
