"""The sounds of the tempo, synthesised: each tells by its pitch and its fall or rise what to do now.

All lie between 500 and 2,000 Hz, where an older ear still hears well, begin within a millisecond, so that the beat
is where the sound is, and are equally loud. The knock of a hold is the calmest, because it comes most often.
"""

from __future__ import annotations

import wave
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyloudnorm
from numpy.typing import NDArray

from kinetic_home.score.score import Beat

RATE_HZ = 48_000
# Over one metering block of 400 ms; the shortest of them reaches it with the peak that it may have.
LOUDNESS_LUFS = -25.0
# Leaves room for the voice beside it: see kinetic_home.audio.render.
PEAK = 0.5
_ATTACK_MS = 0.3
_RELEASE_MS = 10
_METER_S = 0.4

Sound = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Tone:
    """One struck tone: begins at `at_ms`, glides from one pitch to another, dies away by a factor e in `decay_ms`."""

    at_ms: float
    length_ms: float
    from_hz: float
    to_hz: float
    decay_ms: float
    level: float = 1.0


def _struck(
    at_ms: float, length_ms: float, hz: tuple[float, float], decay_ms: float, bright: float
) -> tuple[_Tone, ...]:
    """Return a tone with a second one an octave above it, `bright` times as strong and sooner gone."""
    low, high = hz
    return (
        _Tone(at_ms, length_ms, low, high, decay_ms),
        _Tone(at_ms, length_ms, 2 * low, 2 * high, decay_ms / 2, bright),
    )


SOUNDS: Mapping[Beat, tuple[_Tone, ...]] = {
    Beat.READY: _struck(0, 90, (660, 660), 25, 0.2),
    Beat.LOWER: _struck(0, 120, (940, 520), 60, 0.1),
    Beat.HOLD: (_Tone(0, 90, 800, 780, 28), _Tone(0, 90, 1290, 1260, 10, 0.4)),
    Beat.LIFT: _struck(0, 120, (620, 1180), 60, 0.35),
    Beat.MOVE: _struck(0, 90, (700, 880), 30, 0.25),
    Beat.RETURN: _struck(0, 90, (760, 600), 30, 0.1),
    Beat.LAST: (*_struck(0, 250, (784, 784), 70, 0.3), *_struck(110, 140, (1175, 1175), 60, 0.3)),
    Beat.END: (_Tone(0, 120, 523, 523, 90), _Tone(0, 120, 659, 659, 90, 0.8), _Tone(0, 120, 1047, 1047, 60, 0.3)),
}


def write_beats(folder: Path) -> Iterator[Path]:
    """Write every sound as a 16-bit WAV file and yield the files; the same code gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    for beat, tones in SOUNDS.items():
        file = folder / f"{beat}.wav"
        samples = np.round(_levelled(_mixed(tones)) * 32767).astype("<i2")
        with wave.open(str(file), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE_HZ)
            out.writeframes(samples.tobytes())
        yield file


def _mixed(tones: tuple[_Tone, ...]) -> Sound:
    end = max(_samples(tone.at_ms + tone.length_ms) for tone in tones)
    mixed = np.zeros(end)
    for tone in tones:
        start, sound = _samples(tone.at_ms), _sounded(tone)
        mixed[start : start + len(sound)] += sound
    return mixed


def _sounded(tone: _Tone) -> Sound:
    count = _samples(tone.length_ms)
    seconds = np.arange(count) / RATE_HZ
    # The pitch glides evenly to the ear: by equal ratios in equal times.
    pitch = tone.from_hz * (tone.to_hz / tone.from_hz) ** (seconds * 1000 / tone.length_ms)
    sound = np.sin(2 * np.pi * np.cumsum(pitch) / RATE_HZ) * np.exp(-seconds * 1000 / tone.decay_ms) * tone.level
    attack, release = _samples(_ATTACK_MS), _samples(_RELEASE_MS)
    sound[:attack] *= np.linspace(0, 1, attack)
    sound[-release:] *= np.linspace(1, 0, release)
    return sound


def _levelled(sound: Sound) -> Sound:
    """Bring the sound to one loudness over a metering block, but no peak above the room that a beat has."""
    block = np.zeros(int(_METER_S * RATE_HZ) + 1)
    block[: len(sound)] = sound
    loudness = pyloudnorm.Meter(RATE_HZ, block_size=_METER_S).integrated_loudness(block)
    level = 10 ** ((LOUDNESS_LUFS - loudness) / 20)
    return sound * min(level, PEAK / np.abs(sound).max())


def _samples(ms: float) -> int:
    return round(ms * RATE_HZ / 1000)
