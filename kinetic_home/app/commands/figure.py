"""kinetic-home figure: one repetition of an exercise as pictures or as numbers."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Literal

import click

from kinetic_home.app.content import catalogue
from kinetic_home.app.paths import shipped
from kinetic_home.catalogue.problems import did_you_mean
from kinetic_home.domain.exercise import Catalogue, Exercise, ExerciseId
from kinetic_home.domain.side import Side
from kinetic_home.figure.timeline import frame_record, rep_frames
from kinetic_home.score.work import work_phases

View = Literal["side", "front", "three-quarter"]
_DEFAULT_FRAMES = 6


@click.command(epilog="Example: kinetic-home figure act_bridge --view three-quarter --frames 8 --out bridge.png")
@click.argument("exercise_id", metavar="EXERCISE")
@click.option("--view", type=click.Choice(["side", "front", "three-quarter"]), help="Where it is looked at from.")
@click.option("--side", type=click.Choice(["left", "right"]), default="right", help="The working side.")
@click.option("--frames", type=click.IntRange(2, 240), default=_DEFAULT_FRAMES, show_default=True, help="How many.")
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", show_default=True)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="The PNG to write.")
@click.option("--json", "as_json", is_flag=True, help="Print joints in metres, angles in degrees and contacts instead.")
def command(
    exercise_id: str,
    view: View | None,
    side: str,
    frames: int,
    theme: Literal["light", "dark"],
    out: Path | None,
    as_json: bool,
) -> None:
    """Draw one repetition of an exercise at its own tempo as a contact sheet."""
    exercise = _exercise(catalogue(), exercise_id)
    if as_json:
        click.echo(json.dumps(_as_data(exercise, Side(side), frames), indent=1))
        return
    picture = out or Path(f"{exercise.id}.png")
    _draw(exercise, view or exercise.view, Side(side), frames, theme, picture)
    click.echo(f"{picture}: {exercise.name}, {frames} pictures")


def _exercise(exercises: Catalogue, exercise_id: str) -> Exercise:
    if exercise_id not in exercises:
        known = list(map(str, exercises.exercises))
        hint = did_you_mean(exercise_id, known, f"the exercises are {', '.join(known)}")
        raise click.BadParameter(f"no exercise {exercise_id!r} ({hint})", param_hint="EXERCISE")
    return exercises[ExerciseId(exercise_id)]


def _as_data(exercise: Exercise, side: Side, count: int) -> dict[str, object]:
    working = side if exercise.per_side else Side.BOTH
    shown = rep_frames(exercise.motion, work_phases(exercise.first, exercise.dose), count, working)
    return {
        "exercise": exercise.id,
        "name": exercise.name,
        "side": working.value,
        "frames": [frame_record(frame) for frame in shown],
    }


def _draw(exercise: Exercise, view: str, side: Side, frames: int, theme: Literal["light", "dark"], out: Path) -> None:
    # A picture needs no screen.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 (Qt: the numbers do without it)

    from kinetic_home.ui.figure.palette import figure_palette  # noqa: PLC0415
    from kinetic_home.ui.figure.sheet import contact_sheet  # noqa: PLC0415

    app = QGuiApplication.instance() or QGuiApplication([])
    palette = figure_palette((shipped("resources") / "theme" / "figure.toml").read_text(encoding="utf-8"), theme)
    image = contact_sheet(exercise, view=view, side=side, frames=frames, palette=palette)
    del app
    if not image.save(str(out)):
        raise OSError(0, "the picture cannot be written there", str(out))
