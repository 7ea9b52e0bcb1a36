"""The tempo of a repetition: how long each of its four phases lasts."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FIELD = re.compile(r"\d{1,2}(\.\d{1,3})?", re.ASCII)
LONGEST_PHASE_MS = 30_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Tempo:
    """Four phase lengths of one repetition, in ms; each is 0 or more and their sum is above 0."""

    eccentric_ms: int
    pause_low_ms: int
    concentric_ms: int
    pause_high_ms: int

    def __post_init__(self) -> None:
        phases = (self.eccentric_ms, self.pause_low_ms, self.concentric_ms, self.pause_high_ms)
        if any(not 0 <= phase <= LONGEST_PHASE_MS for phase in phases):
            raise ValueError(f"each phase must last 0 to {LONGEST_PHASE_MS // 1000} seconds")
        if self.eccentric_ms + self.concentric_ms == 0:
            raise ValueError("lowering and lifting cannot both last 0 seconds")

    @classmethod
    def parse(cls, text: str) -> Tempo:
        """Read «lowering-pause-lifting-pause» in seconds, such as "3-1-2-0" or "1.5-0-1-0"."""
        fields = text.split("-")
        if len(fields) != 4 or not all(_FIELD.fullmatch(field) for field in fields):
            raise ValueError('a tempo has four numbers of seconds, such as "3-1-2-0"')
        low_to_high = [round(float(field) * 1000) for field in fields]
        return cls(
            eccentric_ms=low_to_high[0],
            pause_low_ms=low_to_high[1],
            concentric_ms=low_to_high[2],
            pause_high_ms=low_to_high[3],
        )

    @property
    def rep_ms(self) -> int:
        """Return the length of one repetition, in ms."""
        return self.eccentric_ms + self.pause_low_ms + self.concentric_ms + self.pause_high_ms

    def __str__(self) -> str:
        phases = (self.eccentric_ms, self.pause_low_ms, self.concentric_ms, self.pause_high_ms)
        return "-".join(f"{phase / 1000:g}" for phase in phases)
