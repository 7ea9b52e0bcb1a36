"""Keeping the bank in step with the texts: what changed is rendered, what is no longer said is removed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from kinetic_home.audio.manifest import MANIFEST, Clip, Manifest, read_manifest, write_manifest
from kinetic_home.voicebank.loudness import RATE_HZ, Sound, levelled, trimmed
from kinetic_home.voicebank.ogg import with_serial
from kinetic_home.voicebank.texts import file_names, reading_of

# Raise this when trimming, levelling or encoding changes: every clip is then made again.
RECIPE = 3
_SCHEMA = 1
# 0.4 is libvorbis quality 6.
_COMPRESSION = 0.4
_SERIAL = 1

Voice = Callable[[str], NDArray[np.float32]]


def empty_bank(*, model: str, voice: str, seed: int, speed: float, licence: str) -> Manifest:
    """Return the contents of a bank in which nothing has been recorded yet."""
    return Manifest(
        schema=_SCHEMA,
        language="en",
        licence=licence,
        model=model,
        voice=voice,
        seed=seed,
        speed=speed,
        recipe=RECIPE,
        sample_rate_hz=RATE_HZ,
        clips=(),
    )


def update(folder: Path, texts: Iterable[str], empty: Manifest, say: Voice) -> tuple[str, ...]:
    """Bring a bank in step with the texts and return those that were rendered now.

    A clip is kept where text, reading, model and recipe are the same and its file is unharmed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names = file_names(texts)
    kept = {clip.text: clip for clip in _unharmed(folder, empty)}
    clips: list[Clip] = []
    rendered: list[str] = []
    for text, name in names.items():
        old = kept.get(text)
        if old is None or (old.file, old.spoken) != (name, reading_of(text)):
            rendered.append(text)
            old = _render(folder / name, text, say)
        clips.append(old)
    wanted = {*names.values(), MANIFEST}
    for file in folder.iterdir():
        if file.name not in wanted:
            file.unlink()
    write_manifest(folder, _with_clips(empty, tuple(clips)))
    return tuple(rendered)


def _with_clips(manifest: Manifest, clips: tuple[Clip, ...]) -> Manifest:
    fields = {name: getattr(manifest, name) for name in Manifest.__struct_fields__}
    return Manifest(**{**fields, "clips": clips})


def _unharmed(folder: Path, empty: Manifest) -> tuple[Clip, ...]:
    if not (folder / MANIFEST).exists():
        return ()
    bank = read_manifest(folder)
    if _with_clips(bank, ()) != empty:
        return ()
    return tuple(clip for clip in bank.clips if _sha256_or_none(folder / clip.file) == clip.sha256)


def _render(file: Path, text: str, say: Voice) -> Clip:
    spoken = reading_of(text)
    sound: Sound = levelled(trimmed(say(spoken).astype(np.float64)))
    soundfile.write(file, sound, RATE_HZ, format="OGG", subtype="VORBIS", compression_level=_COMPRESSION)
    file.write_bytes(with_serial(file.read_bytes(), _SERIAL))
    length = soundfile.info(file).frames
    return Clip(
        text=text,
        spoken=spoken,
        file=file.name,
        sha256=_sha256(file),
        length_ms=-(-length * 1000 // RATE_HZ),
    )


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _sha256_or_none(file: Path) -> str | None:
    return _sha256(file) if file.is_file() else None
