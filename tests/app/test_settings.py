from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.app.settings import DAMAGED_NAME, FILE_NAME, Settings, ThemeChoice, load_settings, save_settings

settings_values = st.builds(
    Settings,
    theme=st.sampled_from(ThemeChoice),
    text_percent=st.integers(100, 200),
    reduced_motion=st.booleans(),
    sound_on=st.booleans(),
    beat_level=st.integers(0, 100),
    voice_level=st.integers(0, 100),
    audio_offset_ms=st.none() | st.integers(-200, 800),
)


@given(chosen=settings_values)
def test_what_was_saved_is_loaded_again(tmp_path_factory: pytest.TempPathFactory, chosen: Settings) -> None:
    folder = tmp_path_factory.mktemp("data")
    save_settings(folder, chosen)
    assert load_settings(folder) == (chosen, None)


def test_without_a_file_the_usual_settings_hold_and_nothing_is_said(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == (Settings(), None)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"text_percent": 300}',
        b'{"text_percent": "big"}',
        b'{"theme": "pink"}',
        b'{"beat_level": true}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_file_is_kept_aside_and_the_usual_settings_hold(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    settings, notice = load_settings(tmp_path)
    assert settings == Settings()
    assert notice is not None
    assert DAMAGED_NAME in notice
    assert (tmp_path / DAMAGED_NAME).read_bytes() == content
    assert not (tmp_path / FILE_NAME).exists()


def test_settings_of_a_newer_version_keep_what_this_version_knows(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b'{"text_percent": 150, "invented_later": 1}')
    assert load_settings(tmp_path) == (Settings(text_percent=150), None)


def test_a_write_that_breaks_off_leaves_the_old_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_settings(tmp_path, Settings(text_percent=150))

    def break_off(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(os, "fsync", break_off)
    with pytest.raises(OSError, match="no space"):
        save_settings(tmp_path, replace(Settings(), text_percent=200))
    assert load_settings(tmp_path) == (Settings(text_percent=150), None)


@pytest.mark.parametrize(
    "wrong",
    [{"text_percent": 99}, {"text_percent": 201}, {"beat_level": 101}, {"voice_level": -1}, {"audio_offset_ms": 9_999}],
)
def test_a_setting_outside_its_limits_cannot_be_made(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="whole number"):
        Settings(**wrong)
