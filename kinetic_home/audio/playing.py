"""A sound under way: how long it has lived, and when to look at it again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kinetic_home.audio.backends import Sounding
from kinetic_home.audio.calibrate import MOST_LATE_MS

# Far from its end a sound is looked at now and then; near it closely, because its end tells when it was heard.
_NEAR_MS = 150
_SELDOM_MS = 250
_OFTEN_MS = 2
# A look that came later than this says nothing about when the player ended.
_SHARP_MS = 20


@dataclass(slots=True, kw_only=True)
class Playing:
    """One file that is being played since `started_ms` on the monotonic clock; `looked_ms` is the last look at it."""

    backend: str
    sounding: Sounding
    file: Path
    started_ms: int
    duration_ms: int
    looked_ms: int
    stopped: bool = False

    def stop(self) -> None:
        """End it at once."""
        self.stopped = True
        self.sounding.stop()

    def next_look_ms(self, now_ms: int) -> int:
        """Return how many ms from now it should be looked at."""
        left = self.started_ms + self.duration_ms - now_ms
        return min(_SELDOM_MS, left - _NEAR_MS) if left > _NEAR_MS else _OFTEN_MS

    def lifetime_ms(self, now_ms: int) -> tuple[int, bool] | None:
        """Return how long its player lived, and whether that is known sharply; None while it lives and may do so."""
        sharp = now_ms - self.looked_ms <= _SHARP_MS
        self.looked_ms = now_ms
        lived = now_ms - self.started_ms
        if self.sounding.is_alive() and lived <= self.duration_ms + MOST_LATE_MS:
            return None
        return lived, sharp
