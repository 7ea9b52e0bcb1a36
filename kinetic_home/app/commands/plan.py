"""kinetic-home plan: check plan files, list their sessions, print a session's score, take a plan into use."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from kinetic_home.app.commands.options import data_option, session_option
from kinetic_home.app.content import PLAN_FILE, catalogue, plan_in_use, session_of
from kinetic_home.app.files import copy_into_place
from kinetic_home.catalogue.plans import load_plan
from kinetic_home.catalogue.problems import ContentError
from kinetic_home.domain.script import script_of
from kinetic_home.domain.wording import minutes_in_words
from kinetic_home.score.as_json import score_as_data
from kinetic_home.score.as_text import as_text
from kinetic_home.score.compile import compile_score

_FILE = click.argument("file", required=False, type=click.Path(path_type=Path))


@click.group(epilog="Example: kinetic-home plan check my-plan.toml")
def command() -> None:
    """Check, list and use plans."""


@command.command(epilog="Example: kinetic-home plan check my-plan.toml other-plan.toml")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def check(files: tuple[Path, ...]) -> None:
    """Check plan files. Exit code 0 when there are no problems, or 1 with every problem."""
    exercises = catalogue()
    sound = True
    for file in files:
        try:
            plan = load_plan(file, exercises)
        except ContentError as error:
            sound = False
            click.echo(str(error), err=True)
        else:
            many = len(plan.sessions)
            click.echo(f"{file}: no problems («{plan.title}», {many} session{'' if many == 1 else 's'})")
    sys.exit(0 if sound else 1)


@command.command(epilog="Example: kinetic-home plan sessions")
@_FILE
@data_option
def sessions(file: Path | None, data: Path) -> None:
    """List a plan's days and its sessions with their ids and lengths."""
    exercises = catalogue()
    plan = plan_in_use(exercises, data, file)
    click.echo(f"{plan.title}: {plan.weeks} weeks")
    for phase in plan.phases:
        click.echo(f"\n{phase.title}, weeks {phase.first_week} to {phase.last_week}")
        for day, session_id in sorted(phase.days.items()):
            click.echo(f"  {day.name.title()}  {session_id:<8} {plan.sessions[session_id].title}")
    click.echo("\nSessions")
    for session in plan.sessions.values():
        score = compile_score(script_of(plan, session, exercises))
        length = minutes_in_words(score.length_ms)
        click.echo(f"  {session.id:<8} {session.title}, about {length} and {len(score.gates)} questions")


@command.command(epilog="Example: kinetic-home plan score --session F_A")
@_FILE
@session_option
@click.option("--json", "as_json", is_flag=True, help="Print spans, marks and gates as JSON.")
@data_option
def score(file: Path | None, session_id: str, as_json: bool, data: Path) -> None:
    """Print a session compiled to the millisecond."""
    exercises = catalogue()
    plan = plan_in_use(exercises, data, file)
    compiled = compile_score(script_of(plan, session_of(plan, session_id), exercises))
    click.echo(json.dumps(score_as_data(compiled), indent=1) if as_json else as_text(compiled), nl=as_json)


@command.command(epilog="Example: kinetic-home plan use my-plan.toml")
@click.argument("file", type=click.Path(path_type=Path))
@data_option
def use(file: Path, data: Path) -> None:
    """Take a sound plan file into use; the plan before it is kept beside it."""
    plan = load_plan(file, catalogue())
    kept = copy_into_place(file, data / PLAN_FILE)
    click.echo(f"«{plan.title}» is your plan now." + (f" The one before is kept as {kept}." if kept else ""))
