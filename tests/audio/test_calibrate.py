"""What the life of a player tells about when its sound was heard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.audio.calibrate import MOST_EARLY_MS, MOST_LATE_MS, Life, Onset, life_of


def test_before_anything_is_measured_the_usual_onset_of_the_backend_is_taken():
    assert Onset(backend="gstreamer").offset_ms == 40
    assert Onset(backend="alsa").offset_ms == 10
    assert Onset(backend="some other").offset_ms == 40


def after(*lifetimes_ms: int) -> Onset:
    """Return what is known after sounds of a second whose players lived so long."""
    onset = Onset(backend="gstreamer")
    for lifetime_ms in lifetimes_ms:
        onset = onset.after(lifetime_ms, 1_000)
    return onset


def test_the_onset_is_the_lifetime_less_the_sound_and_the_ending():
    assert after(1_080, 1_080, 1_080).offset_ms == 72


def test_the_first_sound_alone_does_not_make_the_onset_longer_than_usual():
    assert after(1_900).offset_ms == 40
    assert after(1_038).offset_ms == 30


def test_a_busy_moment_does_not_spoil_what_is_known():
    assert after(1_080, 1_080, 1_080, 1_400).offset_ms == 72


def test_what_has_changed_for_good_is_learnt_after_a_few_sounds():
    assert after(1_058, 1_208, 1_208, 1_208).offset_ms == 200


@given(st.lists(st.integers(0, 6_000), max_size=10))
def test_an_onset_is_never_below_zero_nor_beyond_what_counts_as_heard(lateness: list[int]):
    onset = Onset(backend="gstreamer")
    for late in lateness:
        onset = onset.after(1_000 + late, 1_000)
    assert 0 <= onset.offset_ms <= MOST_LATE_MS


def test_a_long_sound_tells_nothing_because_sound_hardware_keeps_its_own_time():
    assert Onset(backend="alsa").after(240_500, 240_000) == Onset(backend="alsa")


def test_a_sound_that_was_not_heard_tells_nothing():
    assert Onset(backend="alsa").after(400, 1_000) == Onset(backend="alsa")


@pytest.mark.parametrize(
    ("lifetime_ms", "life"),
    [
        (0, Life.TOO_SHORT),
        (1_000 - MOST_EARLY_MS - 1, Life.TOO_SHORT),
        (1_000 - MOST_EARLY_MS, Life.HEARD),
        (1_060, Life.HEARD),
        (1_000 + MOST_LATE_MS, Life.HEARD),
        (1_001 + MOST_LATE_MS, Life.TOO_LONG),
    ],
)
def test_a_player_that_lives_much_shorter_or_longer_than_its_sound_was_not_heard(lifetime_ms: int, life: Life):
    assert life_of(lifetime_ms, 1_000) is life
