"""kinetic-home play: a session in virtual time with scripted answers, written to the same log as in the window."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kinetic_home.app.answers import checkin_of, load_answers
from kinetic_home.app.clock import RandomIds, SystemClock, VirtualClock
from kinetic_home.app.commands.options import data_option, plan_option, session_option
from kinetic_home.app.content import catalogue, plan_in_use, session_of
from kinetic_home.app.virtual import VirtualPlay
from kinetic_home.domain.history import fold
from kinetic_home.domain.script import script_of
from kinetic_home.score.as_text import clock_text
from kinetic_home.score.compile import compile_score
from kinetic_home.score.score import Mark
from kinetic_home.storage.database import open_log
from kinetic_home.workflow.recover import go_on, let_go
from kinetic_home.workflow.session import start_session

_EXAMPLE = "Example: kinetic-home play --session F_A --answers answers.toml --virtual --data ./data"


@click.command(epilog=_EXAMPLE)
@plan_option
@session_option
@click.option("--answers", "answers_file", required=True, type=click.Path(path_type=Path), help="The answers, as TOML.")
@click.option("--virtual", is_flag=True, required=True, help="Play in virtual time; the window plays in real time.")
@click.option("--stop-after-ms", type=click.IntRange(min=0), help="Break off after so many ms, as a power cut would.")
@click.option("--anew", is_flag=True, help="Begin anew even where this session was broken off.")
@click.option("--marks", is_flag=True, help="Print every beat, count and cue as it comes due.")
@data_option
def command(
    plan_file: Path | None,
    session_id: str,
    answers_file: Path,
    virtual: bool,
    stop_after_ms: int | None,
    anew: bool,
    marks: bool,
    data: Path,
) -> None:
    """Play a session in virtual time. One that was broken off goes on at the same set."""
    exercises = catalogue()
    plan = plan_in_use(exercises, data, plan_file)
    planned = session_of(plan, session_id)
    answers = load_answers(answers_file)
    clock, ids = VirtualClock(SystemClock()), RandomIds()
    with open_log(data, clock, ids) as log:
        records = fold(log.read())
        unfinished = records[-1] if records and records[-1].ended is None else None
        if unfinished is not None and (anew or unfinished.started.session != planned.id):
            let_go(unfinished, log=log)
            unfinished = None
        if unfinished is not None:
            session = go_on(unfinished, catalogue=exercises, log=log, clock=clock)
            bout = unfinished.coming
            place = "its last questions" if bout is None else f"{exercises[bout.exercise].name}, set {bout.set_no}"
            click.echo(f"Going on with «{planned.title}» at {place}.")
        else:
            score = compile_score(script_of(plan, planned, exercises))
            session = start_session(plan=plan, score=score, checkin=checkin_of(answers), log=log, clock=clock, ids=ids)
        play = VirtualPlay(session, clock, answers, _print_mark if marks else _hear_nothing)
        ended = play.run(stop_after_ms)
        if session.trouble:
            click.echo(session.trouble, err=True)
            sys.exit(1)
        how = "Played to its end" if ended else "Broken off"
        click.echo(f"{how}: «{planned.title}», session {session.ref}, at {clock_text(session.state.at_ms)}.")


def _print_mark(mark: Mark) -> None:
    click.echo(f"{clock_text(mark.at_ms)} {mark.kind} {mark.ref}")


def _hear_nothing(_mark: Mark) -> None:
    return
