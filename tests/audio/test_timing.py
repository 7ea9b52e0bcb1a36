"""Every instant of the score is a sample."""

from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.audio.timing import LEAD_SILENCE_MS, sample_of


def test_a_track_begins_with_its_silence():
    assert sample_of(90_000, 90_000) == 48 * LEAD_SILENCE_MS


@given(st.integers(0, 10**8), st.integers(0, 10**6))
def test_two_instants_are_48_samples_a_millisecond_apart(from_ms: int, later_ms: int):
    assert sample_of(from_ms + later_ms, from_ms) - sample_of(from_ms, from_ms) == 48 * later_ms
