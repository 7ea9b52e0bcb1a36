"""kinetic-home sound: the very track that the player plays, as a file."""

from __future__ import annotations

from pathlib import Path

import click

from kinetic_home.app.commands.options import data_option, plan_option, session_option
from kinetic_home.app.content import catalogue, plan_in_use, session_of
from kinetic_home.app.paths import shipped
from kinetic_home.app.settings import load_settings
from kinetic_home.audio.start import shipped_voice, track_writer
from kinetic_home.audio.timing import LEAD_SILENCE_MS
from kinetic_home.catalogue.phrasebook import load_phrasebook
from kinetic_home.domain.script import script_of
from kinetic_home.score.as_text import clock_text
from kinetic_home.score.compile import compile_score
from kinetic_home.score.lookup import stretches
from kinetic_home.score.speech import arrange
from kinetic_home.workflow.ports import Levels, Stretch


@click.command(epilog="Example: kinetic-home sound --session F_A --stretch 8 --out bridge.wav --beats-only")
@plan_option
@session_option
@click.option("--stretch", "number", required=True, type=click.IntRange(min=1), help="Which stretch, from 1.")
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The WAV file to write.")
@click.option("--beats-only", is_flag=True, help="Leave the voice out.")
@data_option
def command(plan_file: Path | None, session_id: str, number: int, out: Path, beats_only: bool, data: Path) -> None:
    """Write the sound of one stretch: all that is played from one question to the next."""
    exercises = catalogue()
    plan = plan_in_use(exercises, data, plan_file)
    score = compile_score(script_of(plan, session_of(plan, session_id), exercises))
    pieces = stretches(score)
    if number > len(pieces):
        raise click.BadParameter(f"this session has {len(pieces)} stretches", param_hint="--stretch")
    from_ms, to_ms = pieces[number - 1]
    voice = shipped_voice(shipped("assets"))
    spoken = arrange(score, load_phrasebook(shipped("resources")), voice.length_of)
    settings, _ = load_settings(data) if data.is_dir() else (None, None)
    chosen = Levels() if settings is None else Levels(beat=settings.beat_level / 100, voice=settings.voice_level / 100)
    levels = Levels(beat=chosen.beat, voice=0) if beats_only else chosen
    stretch = Stretch(score=score, spoken=spoken, from_ms=from_ms, to_ms=to_ms)
    length_ms = track_writer(shipped("assets"), voice).write(stretch, levels, out)
    click.echo(
        f"{out}: stretch {number} of {len(pieces)}, {clock_text(from_ms)} to {clock_text(to_ms)} of the score, "
        f"{clock_text(length_ms)} long with {LEAD_SILENCE_MS} ms of silence first."
    )
