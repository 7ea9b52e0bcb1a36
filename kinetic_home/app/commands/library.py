"""kinetic-home library: the exercises as printed sheets, and found by words."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from kinetic_home.app.content import catalogue
from kinetic_home.app.paths import shipped
from kinetic_home.catalogue.problems import did_you_mean
from kinetic_home.domain.exercise import Catalogue, Exercise, ExerciseId
from kinetic_home.workflow.library import Shelf, Wanted, count_in_words
from kinetic_home.workflow.library_exercise import exercise_view

if TYPE_CHECKING:
    from collections.abc import Iterable

Paper = Literal["a4", "letter"]


@click.group(epilog="Example: kinetic-home library sheet act_bridge --out bridge.pdf")
def command() -> None:
    """Find exercises, and put them on paper."""


@command.command(epilog="Example: kinetic-home library find calf stretch")
@click.argument("words", nargs=-1)
def find(words: tuple[str, ...]) -> None:
    """List the exercises that fit some words, the best fit first; without words all of them."""
    cards = Shelf(catalogue()).view(Wanted(words=" ".join(words))).cards
    for card in cards:
        click.echo(f"{card.exercise.id:<22} {card.exercise.name} ({card.kind.lower()}, {card.level})")
    click.echo(count_in_words(len(cards)))


@command.command(epilog="Example: kinetic-home library sheet --all --out sheets")
@click.argument("exercise_id", metavar="[EXERCISE]", required=False)
@click.option("--all", "every", is_flag=True, help="A sheet of every exercise; --out is a folder then.")
@click.option("--out", type=click.Path(path_type=Path), help="The PDF to write, or the folder for all.")
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True)
def sheet(exercise_id: str | None, every: bool, out: Path | None, paper: Paper) -> None:
    """Write the one-page sheet of an exercise as a PDF."""
    exercises = catalogue()
    if every == (exercise_id is not None):
        raise click.UsageError("name one exercise, or say --all")
    if every:
        folder = out or Path("sheets")
        folder.mkdir(parents=True, exist_ok=True)
        wanted = list(exercises.exercises.values())
        _write(exercises, [(exercise, folder / f"{exercise.id}.pdf") for exercise in wanted], paper)
        click.echo(f"{folder}: {len(wanted)} sheets")
        return
    exercise = _exercise(exercises, exercise_id or "")
    file = out or Path(f"{exercise.id}.pdf")
    _write(exercises, [(exercise, file)], paper)
    click.echo(f"{file}: {exercise.name}")


def _exercise(exercises: Catalogue, exercise_id: str) -> Exercise:
    if exercise_id not in exercises:
        known = list(map(str, exercises.exercises))
        hint = did_you_mean(exercise_id, known, "kinetic-home library find lists them")
        raise click.BadParameter(f"no exercise {exercise_id!r} ({hint})", param_hint="EXERCISE")
    return exercises[ExerciseId(exercise_id)]


def _write(exercises: Catalogue, sheets: Iterable[tuple[Exercise, Path]], paper: Paper) -> None:
    # A sheet needs no screen.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 (Qt: finding does without it)

    from kinetic_home.ui.figure.palette import figure_palette  # noqa: PLC0415
    from kinetic_home.ui.library.sheet import page_size, write_sheet  # noqa: PLC0415
    from kinetic_home.ui.theme.look import load_fonts  # noqa: PLC0415

    app = QGuiApplication.instance() or QGuiApplication([])
    load_fonts(shipped("assets"))
    palette = figure_palette((shipped("resources") / "theme" / "figure.toml").read_text(encoding="utf-8"), "light")
    for exercise, file in sheets:
        write_sheet(exercise_view(exercises, exercise.id), file, palette, page_size(paper))
    del app
