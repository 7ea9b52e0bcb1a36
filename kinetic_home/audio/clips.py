"""The shipped sounds as samples: the beats from WAV files, the voice decoded from OGG when it is first needed."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinetic_home.audio.bank import VoiceBank
from kinetic_home.audio.timing import RATE_HZ
from kinetic_home.audio.track import read_wav
from kinetic_home.score.score import Beat

Sound = NDArray[np.float32]

_VOICE_RATE_HZ = 24_000
# A session says some 60 different things; the longest clip takes 0.6 MB.
_MOST_KEPT = 128
_HALF_TAPS = 16
_log = logging.getLogger(__name__)


class Clips:
    """The voice's recordings at the track's rate, from -1 to 1; one decoded is kept."""

    def __init__(self, bank: VoiceBank) -> None:
        self._bank = bank
        self.of = lru_cache(maxsize=_MOST_KEPT)(self._decoded)

    def _decoded(self, text: str) -> Sound:
        """Return a text as sound; nothing where there is no good recording, because the screen shows it anyway."""
        file = self._bank.file_of(text)
        if file is None:
            return np.zeros(0, np.float32)
        try:
            import soundfile  # noqa: PLC0415 (never on the start-up path; its library may be missing)

            samples, rate_hz = soundfile.read(file, dtype="float32")
        except (ImportError, OSError, RuntimeError) as problem:
            _log.warning("%s: %s (this phrase is not heard; install Kinetic Home again)", file, problem)
            return np.zeros(0, np.float32)
        if rate_hz != _VOICE_RATE_HZ or samples.ndim != 1:
            _log.warning("%s: not mono at %d Hz (this phrase is not heard)", file, _VOICE_RATE_HZ)
            return np.zeros(0, np.float32)
        return _at_twice_the_rate(np.asarray(samples, np.float32))


def load_beats(folder: Path) -> Mapping[Beat, NDArray[np.int16]]:
    """Return the sound of every beat; raises OSError or ValueError where one is missing or of another kind."""
    return {beat: read_wav(folder / f"{beat}.wav") for beat in Beat}


def _at_twice_the_rate(samples: Sound) -> Sound:
    """Put a sample between any two, by a half-band filter that leaves the given ones as they are."""
    assert RATE_HZ == 2 * _VOICE_RATE_HZ
    doubled = np.empty(2 * len(samples), np.float32)
    doubled[::2] = samples
    doubled[1::2] = np.convolve(samples, _BETWEEN, mode="full")[_HALF_TAPS : _HALF_TAPS + len(samples)]
    return doubled


def _half_band() -> Sound:
    at = np.arange(-_HALF_TAPS, _HALF_TAPS) + 0.5
    taps = np.sinc(at) * np.kaiser(2 * _HALF_TAPS, 8.0)
    return (taps / taps.sum()).astype(np.float32)


_BETWEEN = _half_band()
