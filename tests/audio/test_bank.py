"""What the program knows of the voice before it plays anything."""

from pathlib import Path

import pytest

from kinetic_home.audio.bank import VoiceBank
from kinetic_home.audio.manifest import ManifestError
from tests.audio.scene import ASSETS, bank


def test_a_recorded_text_has_its_length_and_its_file():
    assert bank().length_of("Switch sides.") == pytest.approx(900, abs=400)
    assert bank().file_of("Switch sides.") == ASSETS / "voice" / "en" / "switch-sides.ogg"


def test_a_text_that_was_never_recorded_has_neither():
    assert bank().length_of("Nobody ever said this.") is None
    assert bank().file_of("Nobody ever said this.") is None


def test_a_bank_without_its_list_of_contents_says_what_to_do(tmp_path: Path):
    with pytest.raises(ManifestError, match=r"manifest\.json.*install Kinetic Home again"):
        VoiceBank(tmp_path)


def test_a_broken_list_of_contents_says_where(tmp_path: Path):
    (tmp_path / "manifest.json").write_text('{"schema": "one"}')
    with pytest.raises(ManifestError, match=r"\$\.schema"):
        VoiceBank(tmp_path)
