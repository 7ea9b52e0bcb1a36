"""The person's settings: what they begin with, and that none can leave its limits."""

from typing import Any

import pytest

from kinetic_home.workflow.settings import Settings


def test_sound_is_on_and_motion_is_whole_until_somebody_says_otherwise():
    settings = Settings()
    assert (settings.sound_on, settings.reduced_motion) == (True, False)
    assert settings.audio_offset_ms is None


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [("text_percent", 100, 200), ("beat_level", 0, 100), ("voice_level", 0, 100), ("audio_offset_ms", -200, 800)],
)
def test_each_number_reaches_its_limits_and_not_beyond(name: str, low: int, high: int):
    for value in (low, high):
        assert getattr(made(name, value), name) == value
    for value in (low - 1, high + 1):
        with pytest.raises(ValueError, match=f"{name} must be a whole number from {low} to {high}"):
            made(name, value)


@pytest.mark.parametrize("value", [True, 100.0, "100"])
def test_only_whole_numbers_are_taken(value: object):
    with pytest.raises(ValueError, match="text_percent"):
        made("text_percent", value)


def made(name: str, value: object) -> Settings:
    parts: dict[str, Any] = {name: value}
    return Settings(**parts)
