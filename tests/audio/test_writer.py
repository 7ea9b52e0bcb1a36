"""Stretches as files."""

from pathlib import Path

import numpy as np

from kinetic_home.audio.start import track_writer
from kinetic_home.audio.timing import LEAD_SILENCE_MS, SAMPLES_PER_MS
from kinetic_home.audio.track import read_wav
from kinetic_home.score.score import Beat
from kinetic_home.workflow.ports import Levels
from tests.audio.scene import ASSETS, bank, phrase, stretch


def test_the_file_holds_the_very_track_and_its_length_is_told(tmp_path: Path):
    writer = track_writer(ASSETS, bank())
    made = stretch((0, Beat.LIFT), said=(phrase("Half way.", 500),), to_ms=2_000)
    length_ms = writer.write(made, Levels(), tmp_path / "a.wav")
    samples = read_wav(tmp_path / "a.wav")
    assert length_ms == 2_000 + LEAD_SILENCE_MS == len(samples) // SAMPLES_PER_MS
    assert np.array_equal(samples, writer.track(made, Levels()).samples)


def test_a_silent_file_is_silent(tmp_path: Path):
    assert track_writer(ASSETS, bank()).write_silence(500, tmp_path / "a.wav") == 500
    assert not read_wav(tmp_path / "a.wav").any()
