"""The file in which coming days' Today pages wait for the next start; with any doubt they are made anew."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kinetic_home import __version__
from kinetic_home.workflow.ahead import today_as_data, today_from_data
from kinetic_home.workflow.day_views import TodayView

FILE_NAME = "today-ahead.json"
# What the pages depend on, besides the program itself.
_SOURCES = ("kinetic-home.db", "plan.toml", "settings.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """Today's page as it was computed ahead, with what is needed to paint it."""

    view: TodayView
    theme: str
    text_percent: int
    reduced_motion: bool


def read_ahead(folder: Path, day: date) -> Ahead | None:
    """Return the page of a day; None where there is none, or where a file that it depends on has changed since."""
    try:
        data = json.loads((folder / FILE_NAME).read_bytes())
        if data["key"] != _key(folder):
            return None
        return Ahead(view=today_from_data(data["pages"][day.isoformat()]), **data["look"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def write_ahead(
    folder: Path, pages: Mapping[date, TodayView], *, theme: str, text_percent: int, reduced_motion: bool
) -> None:
    """Keep the pages of coming days, once the log is closed; where the disk refuses, the next start is slower."""
    data = {
        "key": _key(folder),
        "look": {"theme": theme, "text_percent": text_percent, "reduced_motion": reduced_motion},
        "pages": {day.isoformat(): today_as_data(view) for day, view in pages.items()},
    }
    fresh = folder / f"{FILE_NAME}.new"
    try:
        fresh.write_text(json.dumps(data), encoding="utf-8")
        os.replace(fresh, folder / FILE_NAME)
    except OSError:
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
