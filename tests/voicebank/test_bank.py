"""Keeping a bank in step with its texts."""

from pathlib import Path

import numpy as np
import pytest

from kinetic_home.audio.manifest import Manifest, read_manifest

bank = pytest.importorskip("kinetic_home.voicebank.bank", exc_type=ImportError)
pytest.importorskip("kinetic_home.voicebank.loudness", exc_type=ImportError)


def empty(model: str = "a tone") -> Manifest:
    return bank.empty_bank(model=model, voice="none", seed=0, speed=1.0, licence="CC0-1.0")


def say(text: str) -> np.ndarray:
    """Say a text as a tone, a tenth of a second a letter, with silence around it."""
    tone = 0.2 * np.sin(2 * np.pi * 440 * np.arange(2_400 * len(text)) / 24_000)
    return np.concatenate([np.zeros(4_800), tone, np.zeros(4_800)]).astype(np.float32)


def test_every_text_is_rendered_at_first(tmp_path: Path):
    assert bank.update(tmp_path, ["Rest.", "7"], empty(), say) == ("Rest.", "7")
    clips = read_manifest(tmp_path).clips
    assert [(clip.text, clip.spoken, clip.file) for clip in clips] == [
        ("Rest.", "Rest.", "rest.ogg"),
        ("7", "Seven.", "number-007.ogg"),
    ]


def test_what_has_not_changed_is_not_rendered_again(tmp_path: Path):
    bank.update(tmp_path, ["Rest."], empty(), say)
    assert bank.update(tmp_path, ["Rest.", "Hold."], empty(), say) == ("Hold.",)


def test_the_same_texts_give_the_same_bytes(tmp_path: Path):
    for folder in ("one", "other"):
        bank.update(tmp_path / folder, ["Rest.", "Hold."], empty(), say)
    one, other = (sorted((tmp_path / folder).iterdir()) for folder in ("one", "other"))
    assert [file.read_bytes() for file in one] == [file.read_bytes() for file in other]


def test_what_is_no_longer_said_is_removed(tmp_path: Path):
    bank.update(tmp_path, ["Rest.", "Hold."], empty(), say)
    bank.update(tmp_path, ["Rest."], empty(), say)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["manifest.json", "rest.ogg"]


def test_a_damaged_file_is_rendered_again(tmp_path: Path):
    bank.update(tmp_path, ["Rest."], empty(), say)
    (tmp_path / "rest.ogg").write_bytes(b"OggS")
    assert bank.update(tmp_path, ["Rest."], empty(), say) == ("Rest.",)


def test_another_model_renders_everything_again(tmp_path: Path):
    bank.update(tmp_path, ["Rest."], empty(), say)
    assert bank.update(tmp_path, ["Rest."], empty("another"), say) == ("Rest.",)


def test_the_silence_around_a_phrase_is_gone(tmp_path: Path):
    bank.update(tmp_path, ["Rest."], empty(), say)
    (clip,) = read_manifest(tmp_path).clips
    assert clip.length_ms == pytest.approx(500, abs=100)
