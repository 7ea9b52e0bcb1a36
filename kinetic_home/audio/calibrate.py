"""When a sound is heard after it was started, learnt from how long its player lives; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

# Measured against recordings: a player lived this much longer than onset and duration together.
_ENDING_MS = 8
# Until something has been measured: medians of 15 starts into a silent sink on an idle machine, counted from when
# the player's program had been started.
_USUAL_ONSET_MS: Mapping[str, int] = {"gstreamer": 40, "alsa": 10, "ffplay": 150}
_USUAL_ELSEWHERE_MS = 40
_REMEMBERED = 3
# Sound hardware keeps its own time, up to some 100 ppm off; a longer sound would tell that instead of its onset.
_LONGEST_MEASURED_MS = 120_000
# A player that ends before its sound could have been heard, or hangs on after it, has no one to play to.
MOST_EARLY_MS = 100
MOST_LATE_MS = 4_000


class Life(Enum):
    """How long a sound's player lived, compared with its sound."""

    HEARD = "heard"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"


def life_of(lifetime_ms: int, duration_ms: int) -> Life:
    """Tell whether a sound can have been heard, from the life of its player."""
    if lifetime_ms < duration_ms - MOST_EARLY_MS:
        return Life.TOO_SHORT
    return Life.TOO_LONG if lifetime_ms > duration_ms + MOST_LATE_MS else Life.HEARD


@dataclass(frozen=True, slots=True, kw_only=True)
class Onset:
    """What is known of one backend: the onsets of its last few sounds, in ms after their start."""

    backend: str
    measured_ms: tuple[int, ...] = ()

    @property
    def offset_ms(self) -> int:
        """Return how long after its start a sound is heard: the shortest of the last few.

        The shortest, because a busy computer only ever makes it longer, and its player's end later still. Until
        there are enough, the usual onset counts as one of them: a program's first seconds are its busiest.
        """
        usual = (_USUAL_ONSET_MS.get(self.backend, _USUAL_ELSEWHERE_MS),)
        return min(self.measured_ms if len(self.measured_ms) == _REMEMBERED else (*usual, *self.measured_ms))

    def after(self, lifetime_ms: int, duration_ms: int) -> Onset:
        """Return what is known after a sound that was played to its end."""
        if duration_ms > _LONGEST_MEASURED_MS or life_of(lifetime_ms, duration_ms) is not Life.HEARD:
            return self
        onset = max(lifetime_ms - duration_ms - _ENDING_MS, 0)
        return replace(self, measured_ms=(*self.measured_ms, onset)[-_REMEMBERED:])
