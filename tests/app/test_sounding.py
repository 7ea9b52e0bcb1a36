"""The sound of the running program: on or off, a test, tapping along."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kinetic_home.app import content
from kinetic_home.app.paths import shipped
from kinetic_home.app.sounding import Sounding
from kinetic_home.audio.silent import SilentPlayer
from kinetic_home.catalogue.phrasebook import load_phrasebook
from kinetic_home.domain.exercise import Catalogue, ExerciseId
from kinetic_home.workflow.ports import SoundState
from kinetic_home.workflow.settings import Settings
from kinetic_home.workflow.tapping import beats_ms
from tests.fakes import FakeClock
from tests.ui.session.fake_sound import FakeSound


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return content.catalogue()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def sound() -> FakeSound:
    return FakeSound()


@pytest.fixture
def sounding(
    qapp: QObject, clock: FakeClock, sound: FakeSound, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Sounding]:
    monkeypatch.setattr("kinetic_home.app.sounding.sound_player", lambda *_: sound)
    phrases = load_phrasebook(shipped("resources"))
    made = Sounding(clock, shipped("assets"), phrases, catalogue[ExerciseId("wu_march")], parent=qapp)
    yield made
    made.deleteLater()


def tap_all(sounding: Sounding, sound: FakeSound, clock: FakeClock, late_ms: int) -> None:
    """Tap along to every beat of the piece, `late_ms` after it is heard, until the tapping is over."""
    sound.be_heard(clock.monotonic_ms())
    piece = sound.started[-1]
    for beat in (beat for beat in beats_ms(piece.score) if beat >= piece.from_ms):
        clock.advance(beat - piece.from_ms + late_ms - clock.monotonic_ms())
        sounding.tap()


def test_sound_switched_off_is_silent_and_works(sounding: Sounding):
    sounding.use(Settings(sound_on=False))
    assert isinstance(sounding.player, SilentPlayer)
    assert sounding.player.state is SoundState.WORKING
    sounding.use(Settings(sound_on=True))
    assert not isinstance(sounding.player, SilentPlayer)


def test_taps_that_come_late_move_the_offset_by_as_much(
    sounding: Sounding, sound: FakeSound, clock: FakeClock, qtbot: QtBot
):
    sounding.begin_tapping()
    with qtbot.waitSignal(sounding.tapped_out) as found:
        tap_all(sounding, sound, clock, late_ms=80)
    assert found.args == [sound.onset_offset_ms + 80]


def test_taps_far_from_any_beat_find_nothing(sounding: Sounding, sound: FakeSound, clock: FakeClock, qtbot: QtBot):
    sounding.begin_tapping()
    with qtbot.waitSignal(sounding.tapped_out) as found:
        tap_all(sounding, sound, clock, late_ms=490)
    assert found.args == [None]


def test_a_tap_before_anything_is_heard_counts_for_nothing(sounding: Sounding, qtbot: QtBot):
    sounding.tap()
    sounding.begin_tapping()
    with qtbot.assertNotEmitted(sounding.tapped_out):
        for _ in range(40):
            sounding.tap()


def test_the_test_sound_is_told_as_heard_or_not_when_it_should_be_over(
    sounding: Sounding, sound: FakeSound, clock: FakeClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("kinetic_home.app.sounding._AFTER_TEST_MS", -5_990)
    for state, heard in ((SoundState.WORKING, True), (SoundState.SILENT, False)):
        sound.state = state
        sounding.test()
        with qtbot.waitSignal(sounding.tested) as told:
            sound.be_heard(clock.monotonic_ms())
        assert told.args == [heard]


def test_the_test_sound_has_beats_and_words(sounding: Sounding, sound: FakeSound):
    sounding.test()
    piece = sound.started[-1]
    assert piece.length_ms == 6_000
    assert [said.text for said in piece.spoken if said.at_ms >= piece.from_ms][:3] == ["3", "2", "1"]
