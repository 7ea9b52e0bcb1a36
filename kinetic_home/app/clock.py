"""The computer's time and fresh ids; the only place that reads a clock."""

from __future__ import annotations

import os
import time
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from kinetic_home.domain.calendar import training_day

if TYPE_CHECKING:
    from kinetic_home.workflow.ports import Clock


class SystemClock:
    """The real time."""

    def monotonic_ms(self) -> int:
        """Return ms that only go forward."""
        return time.monotonic_ns() // 1_000_000

    def utc_now(self) -> str:
        """Return the time of day in UTC, ISO 8601 to the ms."""
        return _iso(datetime.fromtimestamp(time.time(), UTC))

    def utc_offset_min(self) -> int:
        """Return how far local time is ahead of UTC now, in minutes."""
        offset = datetime.fromtimestamp(time.time(), UTC).astimezone().utcoffset()
        return 0 if offset is None else round(offset.total_seconds() / 60)


class VirtualClock:
    """Time that passes only when it is told to; it begins at a real moment."""

    def __init__(self, begins_at: Clock) -> None:
        self._utc = datetime.fromisoformat(begins_at.utc_now())
        self._offset_min = begins_at.utc_offset_min()
        self._elapsed_ms = 0

    def monotonic_ms(self) -> int:
        """Return the ms that have passed."""
        return self._elapsed_ms

    def utc_now(self) -> str:
        """Return the virtual time of day in UTC, ISO 8601 to the ms."""
        return _iso(self._utc + timedelta(milliseconds=self._elapsed_ms))

    def utc_offset_min(self) -> int:
        """Return the local offset, in minutes."""
        return self._offset_min

    def begin_not_before(self, utc: str) -> None:
        """Let the virtual day begin after a moment that is past in the log, so that the log never runs backwards."""
        self._utc = max(self._utc, datetime.fromisoformat(utc))

    def pass_ms(self, ms: int) -> None:
        """Let time pass."""
        self._elapsed_ms += ms


class RandomIds:
    """Ids that are unique everywhere."""

    def new(self) -> str:
        """Return a random id of 32 hexadecimal digits."""
        return os.urandom(16).hex()


def today(clock: Clock) -> date:
    """Return the training day of now; a day ends at 4 in the morning."""
    return training_day(clock.utc_now(), clock.utc_offset_min())


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
