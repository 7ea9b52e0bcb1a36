"""Which day a moment belongs to: a training day ends at 4 in the morning, local time."""

from __future__ import annotations

from datetime import date, datetime, timedelta

# Who trains after midnight is still in the evening before; the night's sleep parts the days.
ROLLOVER_HOUR = 4


def local_time(utc_iso: str, offset_min: int) -> datetime:
    """Return a UTC moment ("2026-03-01T17:05:09.123Z") as the clock on the wall showed it, without a zone.

    Raises ValueError where the text is not such a moment.
    """
    moment = datetime.fromisoformat(utc_iso)
    if moment.tzinfo is None or moment.utcoffset() != timedelta(0):
        raise ValueError(f"{utc_iso!r} is not a time in UTC, such as 2026-03-01T17:05:09.123Z")
    return moment.replace(tzinfo=None) + timedelta(minutes=offset_min)


def training_day(utc_iso: str, offset_min: int, rollover_hour: int = ROLLOVER_HOUR) -> date:
    """Return the training day of a UTC moment, given the local offset then, in minutes."""
    return (local_time(utc_iso, offset_min) - timedelta(hours=rollover_hour)).date()
