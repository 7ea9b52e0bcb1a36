"""Writes stretches as files for a player; what it needs is imported and read when it is first used."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kinetic_home.audio.bank import VoiceBank
from kinetic_home.workflow.ports import Levels, Stretch

if TYPE_CHECKING:
    from kinetic_home.audio.clips import Clips
    from kinetic_home.audio.render import BeatSounds
    from kinetic_home.audio.track import Track


class TrackWriter:
    """Renders with one voice bank and the beats of one folder. Not for several threads at once."""

    def __init__(self, bank: VoiceBank, sounds: Path) -> None:
        self._bank = bank
        self._folder = sounds
        self._loaded: tuple[Clips, BeatSounds] | None = None

    def track(self, stretch: Stretch, levels: Levels) -> Track:
        """Return the very sound that is played; raises OSError or ValueError where a beat's sound is missing."""
        from kinetic_home.audio.render import render  # noqa: PLC0415 (numpy: never on the start-up path)

        clips, sounds = self._sounds()
        return render(stretch, levels, clips, sounds)

    def write(self, stretch: Stretch, levels: Levels, file: Path) -> int:
        """Write a stretch as a WAV file and return its length in ms."""
        return _written(self.track(stretch, levels), file)

    def write_silence(self, length_ms: int, file: Path) -> int:
        """Write a file in which nothing is heard and return its length in ms."""
        from kinetic_home.audio.track import silence  # noqa: PLC0415 (numpy: never on the start-up path)

        self._sounds()
        return _written(silence(length_ms), file)

    def _sounds(self) -> tuple[Clips, BeatSounds]:
        from kinetic_home.audio.clips import Clips, load_beats  # noqa: PLC0415 (numpy: never on the start-up path)

        if self._loaded is None:
            self._loaded = Clips(self._bank), load_beats(self._folder)
        return self._loaded


def _written(track: Track, file: Path) -> int:
    from kinetic_home.audio.track import write_wav  # noqa: PLC0415 (numpy: never on the start-up path)

    write_wav(file, track)
    return track.length_ms
