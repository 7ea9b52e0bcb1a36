"""kinetic-home decide: what the progression rules say to inputs from a file, without a plan and without a log."""

from __future__ import annotations

import json

import click

from kinetic_home.app.inputs_file import load_inputs
from kinetic_home.domain.progression.decision import Verdict
from kinetic_home.domain.progression.rule_sets import PAIN_BANDS, RULE_SETS, decide


@click.command(epilog="Example: kinetic-home decide --inputs inputs.json")
@click.option("--inputs", "file", required=True, metavar="FILE", help="A JSON list of inputs; - reads standard input.")
@click.option(
    "--rules",
    "name",
    type=click.Choice(list(RULE_SETS)),
    default=PAIN_BANDS.name,
    show_default=True,
    help="The rule set that decides.",
)
def command(file: str, name: str) -> None:
    """Print what the progression rules decide for each entry of a list of inputs.

    The inputs are named as in the rule table: pmax, d24, swell, trend, gap, comp, qual, crit, tech, rir, streak,
    flares, deload, capok, attop, pain_cap, allow_progress. One that is null or left out is missing. A missing input
    never lets the dose go up. The answer is a JSON list in the same order: decision, rule and message.
    """
    verdicts = [decide(given, RULE_SETS[name]) for given in load_inputs(file)]
    click.echo(json.dumps([_as_data(verdict) for verdict in verdicts], indent=1, ensure_ascii=False))


def _as_data(verdict: Verdict) -> dict[str, str]:
    return {"decision": verdict.decision.value, "rule": verdict.rule, "message": verdict.message}
