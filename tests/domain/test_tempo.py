"""Tempo: four phase lengths, read from text and told as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.tempo import LONGEST_PHASE_MS, Tempo

phase_ms = st.integers(0, LONGEST_PHASE_MS)


def tempo(eccentric_ms: int = 3000, low_ms: int = 1000, concentric_ms: int = 2000, high_ms: int = 0) -> Tempo:
    return Tempo(eccentric_ms=eccentric_ms, pause_low_ms=low_ms, concentric_ms=concentric_ms, pause_high_ms=high_ms)


def test_a_tempo_is_read_as_lowering_pause_lifting_pause_in_seconds():
    assert Tempo.parse("3-1-2-0") == tempo(3000, 1000, 2000, 0)


def test_parts_of_a_second_are_kept_to_the_ms():
    assert Tempo.parse("1.5-0-1.25-0.125") == tempo(1500, 0, 1250, 125)


NO_NUMBERS = ["", "3-1-2", "3-1-2-0-1", "3--1-2-0", "3-1-2-x", "3,5-1-2-0", " 3-1-2-0", "3-1-2-0\n", "٣-1-2-0"]
OTHER_NUMBERS = ["1e1-0-1-0", "100-0-1-0", "1.2345-0-1-0", "nan-0-1-0", "-1-0-1-0", ".5-0-1-0", "1.-0-1-0"]


@pytest.mark.parametrize("text", NO_NUMBERS + OTHER_NUMBERS)
def test_text_that_is_no_tempo_is_refused_with_an_example(text: str):
    with pytest.raises(ValueError, match='such as "3-1-2-0"'):
        Tempo.parse(text)


@pytest.mark.parametrize("text", ["31-0-1-0", "1-0-1-30.001"])
def test_a_phase_longer_than_half_a_minute_is_refused(text: str):
    with pytest.raises(ValueError, match="0 to 30 seconds"):
        Tempo.parse(text)


def test_a_phase_below_nothing_cannot_be_made():
    with pytest.raises(ValueError, match="0 to 30 seconds"):
        tempo(low_ms=-1)


def test_a_tempo_in_which_nothing_moves_is_refused():
    with pytest.raises(ValueError, match="cannot both last 0"):
        Tempo.parse("0-5-0-5")


@pytest.mark.parametrize("text", ["0-0-1-0", "1-0-0-0"])
def test_one_moving_phase_is_enough(text: str):
    assert Tempo.parse(text).rep_ms == 1000


@given(st.builds(tempo, st.integers(1, LONGEST_PHASE_MS), phase_ms, phase_ms, phase_ms))
def test_what_a_tempo_tells_is_read_as_the_same_tempo(made: Tempo):
    assert Tempo.parse(str(made)) == made


@given(st.builds(tempo, st.integers(1, LONGEST_PHASE_MS), phase_ms, phase_ms, phase_ms))
def test_a_repetition_lasts_as_long_as_its_four_phases(made: Tempo):
    assert made.rep_ms == made.eccentric_ms + made.pause_low_ms + made.concentric_ms + made.pause_high_ms


def test_a_tempo_is_told_without_empty_decimals():
    assert str(Tempo.parse("03.0-1.50-2-0.0")) == "3-1.5-2-0"
