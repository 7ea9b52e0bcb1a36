"""The file in which coming days' Today pages wait for the next start; with any doubt they are made anew."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from kinetic_home import __version__
from kinetic_home.workflow.ahead import today_as_data, today_from_data
from kinetic_home.workflow.day_views import TodayView

FILE_NAME = "today-ahead.txt"
# What the pages depend on, besides the program itself.
_SOURCES = ("kinetic-home.db", "plan.toml", "settings.json")


class Ahead(NamedTuple):
    """Today's page as it was computed ahead, with what the person chose for its look."""

    view: TodayView
    theme: str
    text_percent: int
    reduced_motion: bool


def read_ahead(folder: Path, day: date) -> Ahead | None:
    """Return the page of a day; None where there is none, or where a file that it depends on has changed since."""
    try:
        checksum, _, content = (folder / FILE_NAME).read_bytes().partition(b"\n")
        if int(checksum) != crc32(content):
            return None
        data = json.loads(content)
        if data["key"] != _key(folder):
            return None
        return Ahead(view=today_from_data(data["pages"][day.isoformat()]), **data["look"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_ahead(
    folder: Path, pages: Mapping[date, TodayView], *, theme: str, text_percent: int, reduced_motion: bool
) -> None:
    """Keep the pages of coming days, once the log is closed; where the disk refuses, the next start is slower.

    The first line is the checksum of all that follows: a page that took damage on the disk is never shown.
    """
    data = {
        "key": _key(folder),
        "look": {"theme": theme, "text_percent": text_percent, "reduced_motion": reduced_motion},
        "pages": {day.isoformat(): today_as_data(view) for day, view in pages.items()},
    }
    content = json.dumps(data).encode()
    fresh = folder / f"{FILE_NAME}.new"
    try:
        fresh.write_bytes(b"%d\n%s" % (crc32(content), content))
        os.replace(fresh, folder / FILE_NAME)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _key(folder: Path) -> list[object]:
    """Return what tells one state of the data from any other: the version, and each file's size and time of change."""
    return [__version__, *(_stat(folder / name) for name in _SOURCES)]


def _stat(file: Path) -> list[int] | None:
    try:
        found = file.stat()
    except FileNotFoundError:
        return None
    return [found.st_size, found.st_mtime_ns]
