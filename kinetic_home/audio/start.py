"""Putting the sound together: what the program's start needs from this room."""

from __future__ import annotations

from pathlib import Path

from kinetic_home.audio.backends import find_backends
from kinetic_home.audio.bank import VoiceBank
from kinetic_home.audio.player import StretchPlayer
from kinetic_home.audio.stage import Stage
from kinetic_home.audio.writer import TrackWriter
from kinetic_home.workflow.ports import Clock


def shipped_voice(assets: Path, language: str = "en") -> VoiceBank:
    """Return the voice that ships with the program; raises ManifestError where it cannot be read."""
    return VoiceBank(assets / "voice" / language)


def track_writer(assets: Path, bank: VoiceBank) -> TrackWriter:
    """Return what renders stretches, for the player and for writing them to a file."""
    return TrackWriter(bank, assets / "sounds")


def sound_player(clock: Clock, writer: TrackWriter) -> StretchPlayer:
    """Return the player; it does nothing before `open()`."""
    return StretchPlayer(clock=clock, stage=Stage(clock=clock, writer=writer, find_backends=find_backends))
