"""The shipped sounds as samples."""

import logging
from pathlib import Path

import numpy as np
import pytest
import soundfile

from kinetic_home.audio.bank import VoiceBank
from kinetic_home.audio.clips import Clips, load_beats
from kinetic_home.audio.manifest import Clip, Manifest, write_manifest
from kinetic_home.score.score import Beat
from tests.audio.scene import ASSETS, bank, beat_sounds, clips


def bank_of(folder: Path, samples: np.ndarray, rate_hz: int = 24_000) -> VoiceBank:
    """Return a bank whose one clip «Hold.» is a lossless file with these samples."""
    soundfile.write(folder / "hold.flac", samples, rate_hz)
    clip = Clip(text="Hold.", spoken="Hold.", file="hold.flac", sha256="", length_ms=len(samples) * 1000 // rate_hz)
    whole = Manifest(
        schema=1,
        language="en",
        licence="CC0-1.0",
        model="a tone",
        voice="none",
        seed=0,
        speed=1.0,
        recipe=1,
        sample_rate_hz=rate_hz,
        clips=(clip,),
    )
    write_manifest(folder, whole)
    return VoiceBank(folder)


@pytest.mark.parametrize("hz", [200, 1_000, 4_000, 8_000])
def test_a_tone_stays_the_same_tone_at_twice_the_rate(tmp_path: Path, hz: int):
    tone = 0.5 * np.sin(2 * np.pi * hz * np.arange(4_800) / 24_000)
    doubled = Clips(bank_of(tmp_path, tone)).of("Hold.")
    wanted = 0.5 * np.sin(2 * np.pi * hz * np.arange(9_600) / 48_000)
    inside = slice(100, -100)
    assert np.abs(doubled[inside] - wanted[inside]).max() < 0.002


def test_a_clip_is_never_longer_than_the_list_of_contents_says():
    for text in ("3", "Half way.", "Keep breathing."):
        length_ms = bank().length_of(text)
        assert length_ms is not None
        assert len(clips().of(text)) <= 48 * length_ms
        assert len(clips().of(text)) > 48 * (length_ms - 2)


def test_a_clip_is_decoded_once():
    assert clips().of("Half way.") is clips().of("Half way.")


def test_a_text_that_was_never_recorded_is_silence():
    assert len(clips().of("Nobody ever said this.")) == 0


def test_a_damaged_recording_is_silence_and_is_noted(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    damaged = bank_of(tmp_path, np.zeros(2_400))
    (tmp_path / "hold.flac").write_bytes(b"OggS and nothing more")
    with caplog.at_level(logging.WARNING):
        assert len(Clips(damaged).of("Hold.")) == 0
    assert "hold.flac" in caplog.text


def test_a_recording_at_another_rate_is_silence_and_is_noted(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    odd = bank_of(tmp_path, np.zeros(4_410), rate_hz=44_100)
    with caplog.at_level(logging.WARNING):
        assert len(Clips(odd).of("Hold.")) == 0
    assert "24000 Hz" in caplog.text


def test_every_beat_has_its_sound():
    assert set(beat_sounds()) == set(Beat)


def test_a_missing_beat_is_an_error_that_names_its_file(tmp_path: Path):
    with pytest.raises(OSError, match="ready"):
        load_beats(tmp_path)


@pytest.mark.parametrize("beat", list(Beat))
def test_a_beat_begins_sharply(beat: Beat):
    sound = np.abs(beat_sounds()[beat].astype(int))
    assert np.argmax(sound > 0.3 * sound.max()) <= 48


@pytest.mark.parametrize("beat", list(Beat))
def test_a_beat_is_short(beat: Beat):
    assert len(beat_sounds()[beat]) <= 48 * (250 if beat is Beat.LAST else 120)


@pytest.mark.parametrize("beat", list(Beat))
def test_a_beat_lies_where_an_older_ear_hears_well(beat: Beat):
    power = np.abs(np.fft.rfft(beat_sounds()[beat].astype(float), 48_000)) ** 2
    assert power[500:2001].sum() > 0.9 * power.sum()


@pytest.mark.parametrize("beat", list(Beat))
def test_a_beat_leaves_room_for_the_voice(beat: Beat):
    assert np.abs(beat_sounds()[beat].astype(int)).max() <= 0.5 * 32_767 + 1


def test_no_two_beats_sound_alike():
    spectra = {}
    for beat, sound in beat_sounds().items():
        early = np.abs(np.fft.rfft(sound[:1_440].astype(float), 4_800))
        late = np.abs(np.fft.rfft(sound[1_440:].astype(float), 4_800))
        spectrum = np.concatenate([early / np.linalg.norm(early), late / np.linalg.norm(late)])
        spectra[beat] = spectrum / np.linalg.norm(spectrum)
    for beat, one in spectra.items():
        assert all(one @ other < 0.97 for name, other in spectra.items() if name is not beat), beat


def test_the_assets_hold_nothing_but_the_beats():
    assert {file.name for file in (ASSETS / "sounds").iterdir()} == {f"{beat}.wav" for beat in Beat}
