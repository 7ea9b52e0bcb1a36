"""What the person chose about sound, sight and motion."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LEAST_TEXT_PERCENT, MOST_TEXT_PERCENT = 100, 200
LEAST_OFFSET_MS, MOST_OFFSET_MS = -200, 800


class ThemeChoice(StrEnum):
    """Which theme is shown."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings. Levels in percent; `audio_offset_ms` is None where the timing measures itself.

    Raises ValueError where a value leaves its limits.
    """

    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_percent: int = 100
    reduced_motion: bool = False
    sound_on: bool = True
    beat_level: int = 70
    voice_level: int = 100
    audio_offset_ms: int | None = None

    def __post_init__(self) -> None:
        _within("text_percent", self.text_percent, LEAST_TEXT_PERCENT, MOST_TEXT_PERCENT)
        _within("beat_level", self.beat_level, 0, 100)
        _within("voice_level", self.voice_level, 0, 100)
        if self.audio_offset_ms is not None:
            _within("audio_offset_ms", self.audio_offset_ms, LEAST_OFFSET_MS, MOST_OFFSET_MS)


def _within(name: str, value: int, low: int, high: int) -> None:
    if type(value) is not int or not low <= value <= high:
        raise ValueError(f"{name} must be a whole number from {low} to {high}")
