"""Putting a file into place so that nothing is ever half there and nothing is lost."""

from __future__ import annotations

import os
from pathlib import Path


def copy_into_place(source: Path, target: Path) -> Path | None:
    """Copy a file whole or not at all; return where the file that stood there before is kept, if one did.

    Raises OSError where the disk refuses; the file that stands there is then as it was.
    """
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.new")
    content = source.read_bytes()
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    kept = None
    if target.exists() and target.read_bytes() != content:
        number = 1
        while (kept := target.with_name(f"{target.stem}.{number}{target.suffix}")).exists():
            number += 1
        os.link(target, kept)
    fresh.replace(target)
    return kept
