"""Days, minutes and sides in words, the same on every page."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from kinetic_home.domain.side import Side

_MINUTE_MS = 60_000
# The words of this version are English, whatever the computer's own language is. QLocale would say the same, but
# its languages and countries alone take a tenth of the start.
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def tr(text: str) -> str:
    """Return a text in the language of the program."""
    return QCoreApplication.translate("words", text)


def day_words(iso_date: str) -> str:
    """Return a date as "Monday, 2 March"."""
    day = date.fromisoformat(iso_date)
    return f"{tr(_DAYS[day.weekday()])}, {day.day} {tr(_MONTHS[day.month - 1])}"


def short_day_words(iso_date: str) -> str:
    """Return a date as "2 Mar"."""
    day = date.fromisoformat(iso_date)
    return f"{day.day} {tr(_MONTHS[day.month - 1])[:3]}"


def weekday_letter(iso_date: str) -> str:
    """Return the day of the week as one letter."""
    return tr(_DAYS[date.fromisoformat(iso_date).weekday()])[:1]


def minutes_words(length_ms: int) -> str:
    """Return a length as "24 minutes", rounded up: no plan is ready earlier than it says."""
    minutes = max(1, -(-length_ms // _MINUTE_MS))
    return tr("1 minute") if minutes == 1 else tr("{n} minutes").format(n=minutes)


def questions_words(count: int) -> str:
    """Return a number of questions in words."""
    return tr("1 short question") if count == 1 else tr("{n} short questions").format(n=count)


def side_words(side: Side) -> str:
    """Return a side as "left side", or nothing where both work."""
    return {Side.LEFT: tr("left side"), Side.RIGHT: tr("right side"), Side.BOTH: ""}[side]


def set_words(set_no: int, sets: int, side: Side) -> str:
    """Return "Set 2 of 3 · left side"."""
    words = tr("Set {n} of {all}").format(n=set_no, all=sets)
    return f"{words} · {side_words(side)}" if side is not Side.BOTH else words
