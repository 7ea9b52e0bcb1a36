"""Trimming and levelling."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

loudness = pytest.importorskip("kinetic_home.voicebank.loudness", exc_type=ImportError)


def tone(level: float, length_ms: int = 600, before_ms: int = 0) -> np.ndarray:
    sound = level * np.sin(2 * np.pi * 500 * np.arange(length_ms * 24) / 24_000)
    return np.concatenate([np.zeros(before_ms * 24), sound, np.zeros(2_400)])


@given(st.floats(0.01, 0.9), st.integers(150, 1_500))
def test_any_sound_comes_out_equally_loud(level: float, length_ms: int):
    made = loudness.levelled(loudness.trimmed(tone(level, length_ms)))
    assert loudness.loudness_lufs(made) == pytest.approx(-18, abs=1)


def test_peaks_are_held_down_and_the_loudness_kept():
    spiky = tone(0.05, 1_000)
    spiky[5_000::2_400] += 0.9
    made = loudness.levelled(spiky)
    assert loudness.true_peak_dbtp(made) <= -2
    assert loudness.loudness_lufs(made) == pytest.approx(-18, abs=1)


@given(st.integers(0, 800))
def test_the_silence_before_a_sound_is_cut(before_ms: int):
    assert loudness.lead_ms(loudness.trimmed(tone(0.3, before_ms=before_ms))) <= 40


def test_a_sound_that_begins_softly_does_not_come_late():
    swelling = np.concatenate([np.full(2_400, 0.002), tone(0.3)])
    assert loudness.lead_ms(loudness.trimmed(swelling)) <= 40


def test_a_sound_begins_and_ends_without_a_click():
    made = loudness.trimmed(np.full(24_000, 0.5))
    assert made[0] == 0
    assert abs(made[-1]) < 1e-9
