"""A piece of sound ready to be played: 16 bit, mono, 48 samples to the millisecond."""

from __future__ import annotations

import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinetic_home.audio.timing import RATE_HZ, SAMPLES_PER_MS

FULL_SCALE = 32_767

Samples = NDArray[np.int16]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Track:
    """A stretch as sound: a position of the score lies at `sample_of(at_ms, from_ms)` (kinetic_home.audio.timing)."""

    samples: Samples
    from_ms: int
    to_ms: int

    @property
    def length_ms(self) -> int:
        """Return how long the track lasts, in ms, the silence before it counted."""
        return -(-len(self.samples) // SAMPLES_PER_MS)


def silence(length_ms: int) -> Track:
    """Return a track in which nothing is heard."""
    return Track(samples=np.zeros(length_ms * SAMPLES_PER_MS, np.int16), from_ms=0, to_ms=0)


def write_wav(path: Path, track: Track) -> None:
    """Write a track as a WAV file."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(track.samples.astype("<i2", copy=False).tobytes())


def read_wav(path: Path) -> Samples:
    """Return the samples of a WAV file; raises ValueError where it is not 16 bit, mono and 48 kHz."""
    with wave.open(str(path), "rb") as file:
        if (file.getnchannels(), file.getsampwidth(), file.getframerate()) != (1, 2, RATE_HZ):
            raise ValueError(f"{path}: not a mono sound of 16 bit at {RATE_HZ} Hz")
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.int16)
