"""kinetic-home figure: one repetition of an exercise, right or wrong, as pictures or as numbers."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from kinetic_home.app.content import catalogue
from kinetic_home.app.paths import shipped
from kinetic_home.catalogue.problems import did_you_mean
from kinetic_home.domain.exercise import Catalogue, Check, CheckId, Exercise, ExerciseId
from kinetic_home.domain.fault import FaultKind
from kinetic_home.domain.fitting import knobs_taken, refusals
from kinetic_home.domain.knobs import Knobs, dose_with, said_pair
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View as LookedFrom
from kinetic_home.figure.faults import wrong
from kinetic_home.figure.knobs import modified
from kinetic_home.figure.signs import opening_view
from kinetic_home.figure.timeline import frame_record, rep_frames
from kinetic_home.score.work import work_phases

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from kinetic_home.ui.figure.palette import FigurePalette

View = Literal["side", "front", "three-quarter"]
Theme = Literal["light", "dark"]
_DEFAULT_FRAMES = 6
# zlib's quick levels: half the time of the default for a quarter more bytes.
_PNG_QUALITY = 85


@click.command(epilog="Example: kinetic-home figure pat_box_squat --set depth=60 --wrong knee_line --view front")
@click.argument("exercise_id", metavar="EXERCISE", required=False)
@click.option("--view", type=click.Choice(["side", "front", "three-quarter"]), help="Where it is looked at from.")
@click.option("--side", type=click.Choice(["left", "right"]), default="right", help="The working side.")
@click.option("--frames", type=click.IntRange(2, 240), default=_DEFAULT_FRAMES, show_default=True, help="How many.")
@click.option("--wrong", "wrong_check", metavar="CHECK", help="Show what a «no» to this check looks like.")
@click.option("--set", "said", metavar="KEY=VALUE", multiple=True, help="Turn a knob, such as depth=60; repeatable.")
@click.option("--muscles", is_flag=True, help="Tint the muscles that work.")
@click.option("--overlay", is_flag=True, help="Lay the line of the check over the figure.")
@click.option("--all", "whole", is_flag=True, help="A sheet an exercise, right and wrong, into the folder --out.")
@click.option("--bare", is_flag=True, help="With --all: no letters on the sheets.")
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", show_default=True)
@click.option("--out", type=click.Path(path_type=Path), help="The PNG to write, or with --all the folder.")
@click.option("--json", "as_json", is_flag=True, help="Print joints in metres, angles in degrees and contacts instead.")
def command(
    exercise_id: str | None,
    view: View | None,
    side: str,
    frames: int,
    wrong_check: str | None,
    said: tuple[str, ...],
    muscles: bool,
    overlay: bool,
    whole: bool,
    bare: bool,
    theme: Theme,
    out: Path | None,
    as_json: bool,
) -> None:
    """Draw one repetition of an exercise at its own tempo as a contact sheet."""
    exercises = catalogue()
    if whole:
        if said or wrong_check is not None or as_json:
            raise click.UsageError("--all draws every exercise as it is; leave --set, --wrong and --json out")
        chosen = [_exercise(exercises, exercise_id)] if exercise_id else list(exercises.exercises.values())
        _draw_sheets(chosen, Side(side), theme, out or Path("sheets"), bare=bare, overlay=overlay)
        return
    if exercise_id is None:
        raise click.UsageError("name an EXERCISE, or draw all of them with --all")
    knobs = _knobs(said)
    exercise = _fitted(_exercise(exercises, exercise_id), knobs)
    fault = None if wrong_check is None else _fault(exercise, wrong_check)
    if as_json:
        click.echo(json.dumps(_as_data(exercise, Side(side), frames, knobs, fault), indent=1))
        return
    if overlay and fault is None:
        raise click.UsageError("--overlay lays the line of a check over the figure: name the check with --wrong")
    picture = out or Path(f"{exercise.id}.png")
    image = _row(exercise, view, Side(side), frames, theme, fault, muscles=muscles, overlay=overlay)
    _save(image, picture)
    click.echo(f"{picture}: {exercise.name}, {frames} pictures")


_Fault = tuple[Check, FaultKind]


def _exercise(exercises: Catalogue, exercise_id: str) -> Exercise:
    if exercise_id not in exercises:
        known = list(map(str, exercises.exercises))
        hint = did_you_mean(exercise_id, known, f"the exercises are {', '.join(known)}")
        raise click.BadParameter(f"no exercise {exercise_id!r} ({hint})", param_hint="EXERCISE")
    return exercises[ExerciseId(exercise_id)]


def _knobs(said: tuple[str, ...]) -> Knobs:
    try:
        return Knobs.said(dict(map(said_pair, said)))
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--set") from error


def _fitted(exercise: Exercise, knobs: Knobs) -> Exercise:
    """Return an exercise as its knobs change it, in its motion and in its dose."""
    reasons = [
        f"{exercise.id} {refusal.cause} ({refusal.way_out})" for refusal in refusals(exercise, exercise.dose, knobs)
    ]
    if reasons:
        taken = ", ".join(knobs_taken(exercise)) or "none"
        raise click.BadParameter("; ".join([*reasons, f"its knobs are {taken}"]), param_hint="--set")
    try:
        dose = dose_with(exercise.dose, exercise.first, knobs)
        return replace(exercise, motion=modified(exercise.motion, knobs), dose=dose)
    except ValueError as error:
        raise click.BadParameter(f"{exercise.id} cannot be done so: {error}", param_hint="--set") from error


def _fault(exercise: Exercise, name: str) -> _Fault:
    """Return the check that asks about a fault, and the fault; either may be named."""
    checks = {check.id: check for check in exercise.checks}
    asked = exercise.wrong.get(CheckId(name))
    if asked is not None:
        return checks[CheckId(name)], asked
    for check in exercise.checks:
        if name in {*check.faults, exercise.wrong.get(check.id)}:
            return check, FaultKind(name)
    known = [*exercise.wrong, *dict.fromkeys(map(str, exercise.wrong.values()))]
    hint = did_you_mean(name, known, f"its checks are {', '.join(exercise.wrong)}")
    raise click.BadParameter(f"{exercise.id} does not ask about {name!r} ({hint})", param_hint="--wrong")


def _as_data(exercise: Exercise, side: Side, count: int, knobs: Knobs, fault: _Fault | None) -> dict[str, object]:
    working = side if exercise.per_side else Side.BOTH
    motion = exercise.motion if fault is None else wrong(exercise.motion, fault[1])
    shown = rep_frames(motion, work_phases(exercise.first, exercise.dose), count, working)
    return {
        "exercise": exercise.id,
        "name": exercise.name,
        "side": working.value,
        "tempo": None if exercise.dose.tempo is None else str(exercise.dose.tempo),
        "knobs": dict(map(said_pair, str(knobs).split())),
        "knobs_taken": list(knobs_taken(catalogue()[exercise.id])),
        "wrong": None if fault is None else {"check": fault[0].id, "fault": fault[1].value},
        "frames": [frame_record(frame) for frame in shown],
    }


def _row(
    exercise: Exercise,
    view: View | None,
    side: Side,
    frames: int,
    theme: Theme,
    fault: _Fault | None,
    *,
    muscles: bool,
    overlay: bool,
) -> QImage:
    palette = _paper(theme)
    from kinetic_home.ui.figure.sheet import Strip, contact_sheet  # noqa: PLC0415 (Qt: the numbers do without it)

    strip = Strip(
        exercise=exercise,
        motion=exercise.motion if fault is None else wrong(exercise.motion, fault[1]),
        side=side,
        muscles=muscles,
        overlay=fault[0].overlay if overlay and fault is not None else None,
    )
    seen_from = view or opening_view(strip.motion, strip.scene.side, LookedFrom.named(exercise.view))
    return contact_sheet(strip, view=seen_from, frames=frames, palette=palette)


def _draw_sheets(
    exercises: Iterable[Exercise], side: Side, theme: Theme, out: Path, *, bare: bool, overlay: bool
) -> None:
    palette = _paper(theme)
    from kinetic_home.ui.figure.exercise_sheet import exercise_sheet  # noqa: PLC0415 (Qt: the numbers do without it)

    out.mkdir(parents=True, exist_ok=True)
    chosen = list(exercises)
    for number, exercise in enumerate(chosen, 1):
        image = exercise_sheet(exercise, side=side, palette=palette, bare=bare, overlay=overlay)
        picture = out / f"{exercise.id}.png"
        _save(image, picture)
        click.echo(f"{number} of {len(chosen)}: {picture}: {exercise.name}, {len(exercise.wrong)} wrong versions")


def _paper(theme: Theme) -> FigurePalette:
    """Make ready to draw without a screen, and return the colours."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication  # noqa: PLC0415 (Qt: the numbers do without it)

    from kinetic_home.ui.figure.palette import figure_palette  # noqa: PLC0415

    app = QGuiApplication.instance() or QGuiApplication([])
    # Kept by click's context until the command ends: a picture with letters needs it.
    click.get_current_context().meta["kinetic_home.qt"] = app
    for face in ("Regular", "SemiBold"):
        letters = (shipped("assets") / "fonts" / f"KineticHomeSans-{face}.ttf").read_bytes()
        families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFontFromData(letters))
        QGuiApplication.setFont(QFont(families[0]))
    return figure_palette((shipped("resources") / "theme" / "figure.toml").read_text(encoding="utf-8"), theme)


def _save(image: QImage, picture: Path) -> None:
    if not image.save(str(picture), "PNG", _PNG_QUALITY):  # pyright: ignore[reportArgumentType, reportCallIssue]
        raise OSError(0, "the picture cannot be written there", str(picture))
