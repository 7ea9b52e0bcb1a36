"""The sounds of the tempo, as they are made."""

from pathlib import Path

import numpy as np
import pytest

from kinetic_home.app.paths import shipped
from kinetic_home.audio.clips import load_beats
from kinetic_home.score.score import Beat

beats = pytest.importorskip("kinetic_home.voicebank.beats", exc_type=ImportError)


def test_what_ships_is_what_is_made(tmp_path: Path):
    assert {file.name for file in beats.write_beats(tmp_path)} == {f"{beat}.wav" for beat in Beat}
    shipping = load_beats(shipped("assets") / "sounds")
    for beat, made in load_beats(tmp_path).items():
        # Another processor may round a sample to its neighbour.
        assert np.allclose(made, shipping[beat], atol=2), beat
