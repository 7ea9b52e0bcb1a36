"""The voice bank that ships: it holds every text, every file is the one that was made, and none is left over."""

import hashlib

import numpy as np
import pytest
import soundfile

from kinetic_home.app.paths import shipped
from kinetic_home.audio.manifest import MANIFEST, Manifest, read_manifest
from kinetic_home.voicebank.bank import RECIPE
from kinetic_home.voicebank.texts import READINGS, file_names, reading_of, texts_of

FOLDER = shipped("assets") / "voice" / "en"
RENDER = "run: python -m kinetic_home.voicebank render"


@pytest.fixture(scope="module")
def manifest() -> Manifest:
    return read_manifest(FOLDER)


@pytest.fixture(scope="module")
def texts() -> tuple[str, ...]:
    return texts_of(shipped("resources"))


def test_every_text_of_the_catalogue_and_the_phrases_is_recorded(manifest: Manifest, texts: tuple[str, ...]):
    assert sorted(set(texts) - {clip.text for clip in manifest.clips}) == [], RENDER


def test_no_recording_is_left_over(manifest: Manifest, texts: tuple[str, ...]):
    assert sorted({clip.text for clip in manifest.clips} - set(texts)) == [], RENDER
    assert {file.name for file in FOLDER.iterdir()} == {MANIFEST, *(clip.file for clip in manifest.clips)}, RENDER


def test_every_file_is_the_one_that_was_made(manifest: Manifest):
    changed = [c.file for c in manifest.clips if hashlib.sha256((FOLDER / c.file).read_bytes()).hexdigest() != c.sha256]
    assert changed == []


def test_every_recording_was_made_of_its_text_in_the_way_of_today(manifest: Manifest):
    assert manifest.recipe == RECIPE, RENDER
    assert [clip.text for clip in manifest.clips if clip.spoken != reading_of(clip.text)] == [], RENDER


def test_every_file_has_the_name_that_its_text_gives_it(manifest: Manifest, texts: tuple[str, ...]):
    assert {clip.text: clip.file for clip in manifest.clips} == file_names(texts)


def test_every_length_is_told_to_the_millisecond_above(manifest: Manifest):
    for clip in manifest.clips:
        info = soundfile.info(FOLDER / clip.file)
        assert (info.samplerate, info.channels, info.format) == (24_000, 1, "OGG")
        assert clip.length_ms == -(-info.frames * 1000 // 24_000)


def test_every_reading_of_its_own_belongs_to_a_text_that_is_said(texts: tuple[str, ...]):
    assert sorted(set(READINGS) - set(texts)) == []


def test_the_licence_and_the_model_are_told(manifest: Manifest):
    assert (manifest.licence, manifest.model, manifest.voice) == ("Apache-2.0", "hibari-tts 0.2.1", "heart")


def test_every_phrase_is_equally_loud_and_begins_at_once(manifest: Manifest):
    loudness = pytest.importorskip("kinetic_home.voicebank.loudness", exc_type=ImportError)
    for clip in manifest.clips:
        samples, _ = soundfile.read(FOLDER / clip.file, dtype="float64")
        sound = np.asarray(samples, np.float64)
        assert loudness.loudness_lufs(sound) == pytest.approx(loudness.LOUDNESS_LUFS, abs=1.0), clip.file
        assert loudness.true_peak_dbtp(sound) <= loudness.PEAK_DBTP, clip.file
        assert loudness.lead_ms(sound) <= loudness.LONGEST_LEAD_MS, clip.file
