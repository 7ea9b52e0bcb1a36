"""kinetic-home log: what was recorded, fact by fact."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kinetic_home.app.clock import RandomIds, SystemClock
from kinetic_home.app.commands.options import data_option
from kinetic_home.domain.calendar import local_time
from kinetic_home.score.as_text import clock_text
from kinetic_home.storage.database import DATABASE_NAME, open_log
from kinetic_home.workflow.ports import RawFact


@click.command(epilog="Example: kinetic-home log --data ./data --json")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list with every fact as it is kept.")
@data_option
def command(as_json: bool, data: Path) -> None:
    """Print the log, oldest fact first."""
    facts: tuple[RawFact, ...] = ()
    if (data / DATABASE_NAME).exists():  # looking makes no data folder
        with open_log(data, SystemClock(), RandomIds()) as log:
            facts = log.raw()
    if as_json:
        click.echo(json.dumps([_as_data(fact) for fact in facts], indent=1, ensure_ascii=False))
        return
    if not facts:
        click.echo(f"{data}: nothing is recorded yet.")
    for fact in facts:
        click.echo(_as_line(fact))


def _as_data(fact: RawFact) -> dict[str, object]:
    return {
        "seq": fact.seq,
        "event_id": fact.event_id,
        "session": fact.session_ref,
        "utc": fact.utc,
        "utc_offset_min": fact.utc_offset_min,
        "at_ms": fact.at_ms,
        "kind": fact.kind,
        "schema_version": fact.schema_version,
        "payload": json.loads(fact.payload),
    }


def _as_line(fact: RawFact) -> str:
    when = local_time(fact.utc, fact.utc_offset_min).isoformat(sep=" ", timespec="seconds")
    place = "         " if fact.at_ms is None else clock_text(fact.at_ms)
    payload = fact.payload if len(fact.payload) <= 160 else f"{fact.payload[:157]}..."
    return f"{fact.seq:>6}  {when}  {place:<9}  {fact.kind:<20} {payload}"
