"""The time of a track: 48 samples to the millisecond, so that every instant of the score is a sample."""

from __future__ import annotations

SAMPLES_PER_MS = 48
RATE_HZ = 1000 * SAMPLES_PER_MS
# Every track begins with this silence, because a sound system may swallow a sound's first milliseconds.
LEAD_SILENCE_MS = 300


def sample_of(at_ms: int, from_ms: int) -> int:
    """Return the sample at which a position is heard in a track that begins at `from_ms`."""
    return SAMPLES_PER_MS * (at_ms - from_ms + LEAD_SILENCE_MS)
