"""The settings in their file: written whole or not at all; a damaged file is kept aside and never stops the start."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from kinetic_home.workflow.settings import Settings, ThemeChoice

__all__ = ["Settings", "ThemeChoice", "load_settings", "save_settings"]

FILE_NAME = "settings.json"
DAMAGED_NAME = "settings.damaged.json"


def load_settings(folder: Path) -> tuple[Settings, str | None]:
    """Return the settings of a data folder, and a notice where the file could not be used.

    Without a file these are the settings that the program starts with. A damaged file is kept beside as
    settings.damaged.json. Raises OSError only where a file that is there cannot be read or moved aside.
    """
    file = folder / FILE_NAME
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return Settings(), None
    try:
        return msgspec.json.decode(content, type=Settings), None
    except (msgspec.MsgspecError, ValueError, RecursionError):
        os.replace(file, folder / DAMAGED_NAME)
        return Settings(), (
            f"Your settings could not be read. The usual ones are in use. The old file is kept as {DAMAGED_NAME}."
        )


def save_settings(folder: Path, settings: Settings) -> None:
    """Write the settings so that a crash leaves either the old file or the new one; raises OSError."""
    file, fresh = folder / FILE_NAME, folder / f"{FILE_NAME}.new"
    with fresh.open("wb") as stream:
        stream.write(msgspec.json.format(msgspec.json.encode(settings), indent=2) + b"\n")
        stream.flush()
        os.fsync(stream.fileno())
    os.replace(fresh, file)
