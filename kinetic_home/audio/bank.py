"""The voice bank as the program uses it: how long each recorded text is, and where its file lies."""

from __future__ import annotations

from pathlib import Path

from kinetic_home.audio.manifest import read_manifest


class VoiceBank:
    """The recordings of one language; raises ManifestError where its list of contents cannot be read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._clips = {clip.text: clip for clip in read_manifest(folder).clips}

    def length_of(self, text: str) -> int | None:
        """Return how long it takes to say a text, in ms, or None where it was never recorded."""
        clip = self._clips.get(text)
        return None if clip is None else clip.length_ms

    def file_of(self, text: str) -> Path | None:
        """Return the recording of a text, or None."""
        clip = self._clips.get(text)
        return None if clip is None else self._folder / clip.file
