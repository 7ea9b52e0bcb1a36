"""The voice itself: a small model whose weights lie inside its package, pinned so that it always sounds the same."""

from __future__ import annotations

from importlib.metadata import version

import hibari
import numpy as np
from numpy.typing import NDArray

from kinetic_home.audio.manifest import Manifest
from kinetic_home.voicebank.bank import Voice, empty_bank

_PACKAGE = "hibari-tts"
_VERSION = "0.2.1"
_VOICE = "heart"
_SEED = 0
# A little slower than the model's own pace: heard from a mat, three metres away.
_SPEED = 0.95
_LICENCE = "Apache-2.0"


class WrongModelError(Exception):
    """Another version of the model is installed than the one that the bank is made with."""


def bank_of_this_voice() -> Manifest:
    """Return the contents of an empty bank in this voice; raises WrongModelError for another version."""
    installed = version(_PACKAGE)
    if installed != _VERSION:
        raise WrongModelError(f"{_PACKAGE} {installed} is installed (the bank is made with {_PACKAGE}=={_VERSION})")
    return empty_bank(model=f"{_PACKAGE} {_VERSION}", voice=_VOICE, seed=_SEED, speed=_SPEED, licence=_LICENCE)


def load_voice() -> Voice:
    """Return the function that reads a text aloud, at 24 kHz; the same text gives the same samples each time."""
    model = hibari.Hibari(voice=_VOICE)

    def say(text: str) -> NDArray[np.float32]:
        return model(text, speed=_SPEED, seed=_SEED)

    return say
