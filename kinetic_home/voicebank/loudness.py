"""Trimming and levelling of a recording: no silence before it, the same loudness for every phrase, no hard peaks."""

from __future__ import annotations

import numpy as np
import pyloudnorm
from numpy.typing import NDArray
from scipy.signal import resample_poly

RATE_HZ = 24_000
# ITU-R BS.1770-4, in LUFS and dBTP. Vorbis moves peaks a little, so the limit before it is lower than the promise.
LOUDNESS_LUFS = -18.0
LOUDNESS_TOLERANCE = 1.0
PEAK_DBTP = -2.0
_LIMIT_DBTP = -3.6
LONGEST_LEAD_MS = 40
# Below this, in dB under the clip's peak, a recording counts as silent.
SILENCE_DB = -40.0
_QUIET_DB = -50.0
_KEPT_BEFORE_MS, _KEPT_AFTER_MS = 15, 60
# A soft beginning is cut short, so that no phrase comes later than its instant.
_LONGEST_KEPT_MS = LONGEST_LEAD_MS - 8
_FADE_IN_MS, _FADE_OUT_MS = 5, 40
_LIMITER_MS = 4
_BLOCK_S = 0.4
_OVERSAMPLING = 4

Sound = NDArray[np.float64]


def trimmed(sound: Sound) -> Sound:
    """Return the sound without the silence around it, faded in and out so that nothing clicks."""
    level = np.abs(sound) / np.abs(sound).max()
    heard, loud = np.flatnonzero(level > _ratio(_QUIET_DB)), np.flatnonzero(level > _ratio(SILENCE_DB))
    first = max(int(heard[0]) - _samples(_KEPT_BEFORE_MS), int(loud[0]) - _samples(_LONGEST_KEPT_MS), 0)
    kept = sound[first : int(heard[-1]) + _samples(_KEPT_AFTER_MS)].copy()
    kept[: _samples(_FADE_IN_MS)] *= np.linspace(0, 1, _samples(_FADE_IN_MS))
    kept[-_samples(_FADE_OUT_MS) :] *= np.linspace(1, 0, _samples(_FADE_OUT_MS))
    return kept


def levelled(sound: Sound) -> Sound:
    """Return the sound at the bank's loudness; where that would make its peaks too high, they are held down gently."""
    for _ in range(8):
        sound = sound * _ratio(LOUDNESS_LUFS - loudness_lufs(sound))
        sound = _limited(sound, _ratio(_LIMIT_DBTP))
        if abs(loudness_lufs(sound) - LOUDNESS_LUFS) < 0.1:
            break
    return sound


def loudness_lufs(sound: Sound) -> float:
    """Return the integrated loudness; a sound shorter than a block of 400 ms is one block."""
    block_s = min(_BLOCK_S, (len(sound) - 1) / RATE_HZ)
    return float(pyloudnorm.Meter(RATE_HZ, block_size=block_s).integrated_loudness(sound))


def true_peak_dbtp(sound: Sound) -> float:
    """Return the highest level between the samples, found at four times the rate."""
    return float(20 * np.log10(np.abs(resample_poly(sound, _OVERSAMPLING, 1)).max()))


def lead_ms(sound: Sound) -> float:
    """Return how long the silence before the sound lasts."""
    return int(np.argmax(np.abs(sound) > np.abs(sound).max() * _ratio(SILENCE_DB))) * 1000 / RATE_HZ


def _limited(sound: Sound, ceiling: float) -> Sound:
    """Turn the sound down around its peaks, over a few ms before and after, so that none is above the ceiling."""
    peaks = np.abs(resample_poly(sound, _OVERSAMPLING, 1)).reshape(-1, _OVERSAMPLING).max(axis=1)
    wanted = np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9))
    width = _samples(_LIMITER_MS)
    padded = np.pad(wanted, width, constant_values=1.0)
    lowest = np.lib.stride_tricks.sliding_window_view(padded, 2 * width + 1).min(axis=1)
    window = np.hanning(2 * width + 1)
    smooth = np.convolve(np.pad(lowest, width, mode="edge"), window / window.sum(), mode="valid")
    return sound * smooth


def _samples(ms: int) -> int:
    return ms * RATE_HZ // 1000


def _ratio(db: float) -> float:
    return 10 ** (db / 20)
