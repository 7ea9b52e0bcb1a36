"""A sound under way."""

from pathlib import Path

from kinetic_home.audio.calibrate import MOST_LATE_MS
from kinetic_home.audio.playing import Playing
from tests.audio.fakes import FakeSounding


def playing() -> tuple[Playing, FakeSounding]:
    sounding = FakeSounding(Path("a.wav"))
    started = Playing(
        backend="alsa", sounding=sounding, file=sounding.file, started_ms=1_000, duration_ms=10_000, looked_ms=1_000
    )
    return started, sounding


def test_while_it_lives_nothing_is_known_of_its_life():
    started, _ = playing()
    assert started.lifetime_ms(10_999) is None


def test_the_life_of_a_sound_that_was_looked_at_just_before_is_known_sharply():
    started, sounding = playing()
    started.lifetime_ms(11_040)
    sounding.end()
    assert started.lifetime_ms(11_044) == (10_044, True)


def test_a_look_that_comes_late_is_not_sharp():
    started, sounding = playing()
    started.lifetime_ms(11_000)
    sounding.end()
    assert started.lifetime_ms(11_200) == (10_200, False)


def test_a_sound_that_hangs_counts_as_ended_at_last():
    started, _ = playing()
    assert started.lifetime_ms(11_001 + MOST_LATE_MS) == (10_001 + MOST_LATE_MS, False)


def test_it_is_looked_at_now_and_then_and_closely_towards_its_end():
    started, _ = playing()
    assert [started.next_look_ms(now) for now in (1_000, 10_700, 10_849, 10_850, 11_500)] == [250, 150, 1, 2, 2]


def test_a_stop_ends_it():
    started, sounding = playing()
    started.stop()
    assert started.stopped
    assert sounding.stopped.is_set()
