"""The commands of the build-time tool; run from a checkout, never by the program."""

from __future__ import annotations

from pathlib import Path

import click

from kinetic_home.app.paths import shipped
from kinetic_home.voicebank.texts import texts_of

_VOICE = Path("voice") / "en"
_SOUNDS = Path("sounds")


@click.group()
def main() -> None:
    """Make the sounds that ship with Kinetic Home, and check them. Needs the extra [voice]."""


@main.command()
def render() -> None:
    """Bring the voice bank in step with the catalogue and the phrases."""
    from kinetic_home.voicebank.bank import update  # noqa: PLC0415 (needs the extra)
    from kinetic_home.voicebank.voice import bank_of_this_voice, load_voice  # noqa: PLC0415 (loads the model)

    texts = texts_of(shipped("resources"))
    rendered = update(shipped("assets") / _VOICE, texts, bank_of_this_voice(), load_voice())
    click.echo(f"{len(texts)} texts, {len(rendered)} rendered now")
    for text in rendered:
        click.echo(f"  {text}")


@main.command()
def check() -> None:
    """Listen to every clip: loudness, peaks, silence, and whether a listener writes down the same words."""
    from kinetic_home.voicebank.check import check_bank, whisper  # noqa: PLC0415 (loads the listener)

    report = check_bank(shipped("assets") / _VOICE, whisper())
    click.echo(report.as_text())
    if not report.good:
        raise SystemExit(1)


@main.command()
def beats() -> None:
    """Synthesise the sounds of the tempo."""
    from kinetic_home.voicebank.beats import write_beats  # noqa: PLC0415 (needs numpy)

    for file in write_beats(shipped("assets") / _SOUNDS):
        click.echo(file.name)
