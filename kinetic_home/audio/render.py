"""From a stretch of the score to its sound: every beat on its exact sample, every phrase whole.

There is room for both by arithmetic, so no limiter is needed that could pump or move a beat: a beat peaks at half of
full scale (kinetic_home.voicebank.beats), a voice at -2 dBTP times VOICE_GAIN times DUCKED while a beat sounds:
0.5 + 0.794 * 0.8 * 0.7 = 0.945 of full scale.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from kinetic_home.audio.clips import Clips, Sound
from kinetic_home.audio.timing import SAMPLES_PER_MS, sample_of
from kinetic_home.audio.track import FULL_SCALE, Samples, Track
from kinetic_home.score.lookup import marks_between
from kinetic_home.score.score import Beat, MarkKind
from kinetic_home.score.speech import Spoken
from kinetic_home.workflow.ports import Levels, Stretch

VOICE_GAIN = 0.8
# The voice steps back a little while a beat sounds, and comes and goes softly.
DUCKED = 0.7
_DUCK_IN = 10 * SAMPLES_PER_MS
_DUCK_OUT = 50 * SAMPLES_PER_MS
# A beat that began this long ago no longer sounds.
_LONGEST_BEAT = 500 * SAMPLES_PER_MS

BeatSounds = Mapping[Beat, Samples]
_Placed = tuple[int, Samples]


def render(stretch: Stretch, levels: Levels, clips: Clips, sounds: BeatSounds) -> Track:
    """Return the sound of a stretch.

    A phrase that began before it is left out whole; what begins in it is heard to its end, even past `to_ms`.
    """
    beats = _beats(stretch, levels, sounds)
    phrases = [(sample_of(said.at_ms, stretch.from_ms), clips.of(said.text)) for said in _said(stretch, levels)]
    ends = [at + len(sound) for at, sound in (*beats, *phrases)]
    mixed = np.zeros(max([sample_of(stretch.to_ms, stretch.from_ms), *ends]), np.int16)
    loudness = np.float32(VOICE_GAIN * _heard(levels.voice) * FULL_SCALE)
    for at, sound in phrases:
        mixed[at : at + len(sound)] = np.rint(sound * _ducking(at, len(sound), beats) * loudness)
    for at, sound in beats:
        room = mixed[at : at + len(sound)]
        # Only beats on the very same instant could be too much together.
        room[:] = np.clip(room.astype(np.int32) + sound, -FULL_SCALE, FULL_SCALE)
    return Track(samples=mixed, from_ms=stretch.from_ms, to_ms=stretch.to_ms)


def _beats(stretch: Stretch, levels: Levels, sounds: BeatSounds) -> list[_Placed]:
    """Return the stretch's beats in order, each with its first sample."""
    if not levels.beat:
        return []
    louder = {beat: np.rint(sound * _heard(levels.beat)).astype(np.int16) for beat, sound in sounds.items()}
    marks = marks_between(stretch.score, stretch.from_ms, stretch.to_ms)
    return [
        (sample_of(mark.at_ms, stretch.from_ms), louder[Beat(mark.ref)]) for mark in marks if mark.kind is MarkKind.BEAT
    ]


def _said(stretch: Stretch, levels: Levels) -> Sequence[Spoken]:
    if not levels.voice:
        return ()
    first = bisect_left(stretch.spoken, stretch.from_ms, key=_start)
    return stretch.spoken[first : bisect_left(stretch.spoken, stretch.to_ms, first, key=_start)]


def _start(said: Spoken) -> int:
    return said.at_ms


def _heard(level: float) -> float:
    """Return the factor for a level: by the square, so that a slider's steps sound even."""
    return level * level


def _ducking(at: int, length: int, beats: list[_Placed]) -> Sound:
    """Return by how much a phrase is turned down, sample by sample, for the beats that fall into it."""
    gain = np.ones(length, np.float32)
    first = bisect_left(beats, at - _LONGEST_BEAT, key=_placed_at)
    for beat_at, sound in beats[first:]:
        start = beat_at - _DUCK_IN - at
        if start >= length:
            break
        curve = _duck_curve(len(sound))
        low, high = max(start, 0), min(start + len(curve), length)
        if low < high:
            np.minimum(gain[low:high], curve[low - start : high - start], out=gain[low:high])
    return gain


def _placed_at(placed: _Placed) -> int:
    return placed[0]


def _duck_curve(sound_length: int) -> NDArray[np.float32]:
    down = np.linspace(1.0, DUCKED, _DUCK_IN, endpoint=False)
    up = np.linspace(DUCKED, 1.0, _DUCK_OUT)
    return np.concatenate([down, np.full(sound_length, DUCKED), up]).astype(np.float32)
