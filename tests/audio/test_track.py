"""Tracks as files."""

import wave
from pathlib import Path

import numpy as np
import pytest

from kinetic_home.audio.track import Track, read_wav, silence, write_wav


def test_what_is_written_is_read_back_the_same(tmp_path: Path):
    samples = np.arange(-500, 500, dtype=np.int16)
    write_wav(tmp_path / "a.wav", Track(samples=samples, from_ms=0, to_ms=20))
    assert np.array_equal(read_wav(tmp_path / "a.wav"), samples)


def test_silence_lasts_as_long_as_it_was_asked_to():
    assert silence(1_000).length_ms == 1_000
    assert not silence(1_000).samples.any()


def test_a_started_millisecond_counts_as_a_whole_one():
    assert Track(samples=np.zeros(49, np.int16), from_ms=0, to_ms=1).length_ms == 2


def test_a_file_of_another_kind_is_refused_by_name(tmp_path: Path):
    with wave.open(str(tmp_path / "stereo.wav"), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(48_000)
        file.writeframes(bytes(8))
    with pytest.raises(ValueError, match=r"stereo\.wav"):
        read_wav(tmp_path / "stereo.wav")
