"""kinetic-home play: a session in virtual time with scripted answers, written to the same log as in the window."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kinetic_home.app.answers import Answers, checkin_of, load_answers
from kinetic_home.app.clock import RandomIds, SystemClock, VirtualClock
from kinetic_home.app.commands.options import data_option, plan_option, session_option
from kinetic_home.app.content import catalogue, plan_in_use, session_of
from kinetic_home.app.virtual import VirtualPlay
from kinetic_home.catalogue.problems import Findings, did_you_mean
from kinetic_home.domain.script import script_of
from kinetic_home.domain.side import Side
from kinetic_home.score.as_text import clock_text
from kinetic_home.score.compile import compile_score
from kinetic_home.score.score import Mark, Score
from kinetic_home.storage.database import open_log
from kinetic_home.workflow.desk import Desk

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
    _check_questions(answers, compile_score(script_of(plan, planned, exercises)), answers_file)
    clock, ids = VirtualClock(SystemClock()), RandomIds()
    with open_log(data, clock, ids) as log:
        facts = log.read()
        if facts:
            clock.begin_not_before(facts[-1].utc)
        desk = Desk(catalogue=exercises, plan=plan, log=log, clock=clock, ids=ids)
        offer = desk.today().resume
        unfinished = next((record for record in desk.records() if offer and record.ref == offer.session_ref), None)
        if offer is None or unfinished is None or anew or unfinished.started.session != planned.id:
            session = desk.begin(planned.id, checkin_of(answers))
        else:
            session = desk.go_on(offer.session_ref)
            side = "" if offer.side is Side.BOTH else f", {offer.side} side"
            click.echo(f"Going on with «{offer.title}» at {offer.exercise}, set {offer.set_no}{side}.")
        play = VirtualPlay(session, clock, answers, _print_mark if marks else _hear_nothing)
        ended = play.run(stop_after_ms)
        session.save_waiting()
        if session.trouble:
            click.echo(session.trouble, err=True)
            sys.exit(1)
        how = "Played to its end" if ended else "Broken off"
        click.echo(f"{how}: «{planned.title}», session {session.ref}, at {clock_text(session.state.at_ms)}.")


def _check_questions(answers: Answers, score: Score, file: Path) -> None:
    """Refuse answers to questions that this session never asks, or that are answered twice."""
    known = [gate.id for gate in score.gates]
    findings = Findings(str(file))
    said: set[str] = set()
    for number, answer in enumerate(answers.answers, 1):
        path = f"answers[{number}].question"
        if answer.question not in known:
            hint = did_you_mean(answer.question, known, "kinetic-home plan score --json lists the gates")
            findings.add(path, f"this session never asks {answer.question!r}", hint)
        elif answer.question in said:
            findings.add(path, f"{answer.question!r} is answered twice", "keep one of the two")
        said.add(answer.question)
    findings.raise_any()


def _print_mark(mark: Mark) -> None:
    click.echo(f"{clock_text(mark.at_ms)} {mark.kind} {mark.ref}")


def _hear_nothing(_mark: Mark) -> None:
    return
