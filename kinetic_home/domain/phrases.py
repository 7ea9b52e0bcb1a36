"""What the voice says besides cues: the phrases of one language by key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrasebook:
    """The phrases of one language; a phrase may hold {name}, which stands for an exercise's name."""

    say: Mapping[str, str]

    def text(self, key: str, *, name: str = "") -> str:
        """Return a phrase; raises KeyError for one that the book does not hold."""
        return self.say[key].replace("{name}", name)
