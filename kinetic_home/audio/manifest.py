"""The voice bank's list of contents: which file says which text, and where the recordings come from."""

from __future__ import annotations

from pathlib import Path

import msgspec

MANIFEST = "manifest.json"


class ManifestError(Exception):
    """A voice bank whose list of contents cannot be read: names the file, the cause and the way out."""


class Clip(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One recording: `text` is what the score asks for, `spoken` what the model was given to read."""

    text: str
    spoken: str
    file: str
    sha256: str
    length_ms: int


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole bank; `model` to `recipe` say how every clip was made, so that any of them can be made again."""

    schema: int
    language: str
    licence: str
    model: str
    voice: str
    seed: int
    speed: float
    recipe: int
    sample_rate_hz: int
    clips: tuple[Clip, ...]


def read_manifest(folder: Path) -> Manifest:
    """Return the contents of a voice bank; raises ManifestError where they cannot be read."""
    file = folder / MANIFEST
    try:
        return msgspec.json.decode(file.read_bytes(), type=Manifest)
    except (OSError, msgspec.MsgspecError) as problem:
        raise ManifestError(f"{file}: {problem} (install Kinetic Home again)") from problem


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write a voice bank's contents, one field a line, so that changes can be read."""
    data = msgspec.json.format(msgspec.json.encode(manifest), indent=1)
    (folder / MANIFEST).write_bytes(data + b"\n")
