"""kinetic-home catalogue: check the exercises and everything they refer to, for those who write them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from kinetic_home.app.paths import shipped
from kinetic_home.audio.manifest import read_manifest
from kinetic_home.catalogue.exercises import load_catalogue
from kinetic_home.catalogue.generated import parsed_text
from kinetic_home.catalogue.lint import hard_texts
from kinetic_home.catalogue.parsed import PARSED
from kinetic_home.catalogue.phrasebook import load_phrasebook
from kinetic_home.catalogue.plans import load_plan
from kinetic_home.catalogue.problems import ContentError, Problem, shown
from kinetic_home.domain.exercise import Catalogue
from kinetic_home.score.wordings import every_wording

_VOICE = Path("voice") / "en"


@click.group(epilog="Example: kinetic-home catalogue check")
def command() -> None:
    """Check the exercises that ship with the program."""


@command.command(epilog="Example: kinetic-home catalogue check ./resources")
@click.argument("folder", required=False, type=click.Path(path_type=Path, exists=True, file_okay=False))
def check(folder: Path | None) -> None:
    """Check a resources folder. Exit code 0 when there are no problems, or 1 with every problem.

    Without a folder the shipped content is checked: that of the checkout, where the program runs from one.
    """
    root = folder or shipped("resources")
    try:
        exercises = load_catalogue(root)
        problems = tuple(_problems(root, exercises))
    except ContentError as error:
        problems = error.problems
    else:
        if not problems:
            click.echo(f"{root}: no problems ({len(exercises.exercises)} exercises)")
    for problem in problems:
        click.echo(str(problem), err=True)
    sys.exit(1 if problems else 0)


def _problems(root: Path, exercises: Catalogue) -> Iterator[Problem]:
    """Yield what is wrong around sound exercises: plans that do not fit, hard texts, and what has to be made anew."""
    for file in sorted((root / "plans").glob("*.toml")):
        load_plan(file, exercises)
    yield from hard_texts(root)
    yield from _unrecorded(root, exercises)
    parsed = root / "catalogue" / PARSED
    if not parsed.exists() or parsed.read_text(encoding="utf-8") != parsed_text(root):
        yield Problem(
            file=f"catalogue/{PARSED}",
            path="whole file",
            cause="does not hold what the exercises say",
            hint="run python -m kinetic_home.catalogue.generated",
        )


def _unrecorded(root: Path, exercises: Catalogue) -> Iterator[Problem]:
    """Yield every text that the voice should say and of which there is no recording."""
    names = [exercise.name for exercise in exercises.exercises.values()]
    cues = [cue.text for exercise in exercises.exercises.values() for cue in exercise.cues]
    recorded = {clip.text for clip in read_manifest(shipped("assets") / _VOICE).clips}
    for text in sorted(set(every_wording(names, cues, load_phrasebook(root))) - recorded):
        yield Problem(
            file=f"assets/{_VOICE.as_posix()}",
            path="manifest.json",
            cause=f"no recording of {shown(text)}",
            hint="run python -m kinetic_home.voicebank render",
        )
