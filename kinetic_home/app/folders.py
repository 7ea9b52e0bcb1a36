"""Where a person's own data lie."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path


def default_data_folder() -> Path:
    """Return this computer's usual place for a program's data; nothing is made yet."""
    return user_data_path("kinetic-home", appauthor=False, roaming=False)
