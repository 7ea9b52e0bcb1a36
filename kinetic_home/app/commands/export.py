"""kinetic-home export: the log as tables that a clinician can open."""

from __future__ import annotations

from pathlib import Path

import click

from kinetic_home.app.clock import RandomIds, SystemClock
from kinetic_home.app.commands.options import data_option
from kinetic_home.export.csv_files import export_csv
from kinetic_home.storage.database import DATABASE_NAME, open_log


@click.command(epilog="Example: kinetic-home export --format csv --out tables")
@click.option("--format", "kind", type=click.Choice(["csv"]), required=True, help="csv: tidy tables for any program.")
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="The folder to write.")
@data_option
def command(kind: str, out: Path, data: Path) -> None:
    """Write everything that is recorded; prescribed and performed apart, what is missing left empty."""
    if not (data / DATABASE_NAME).exists():  # looking makes no data folder
        raise click.UsageError(f"{data}: nothing is recorded there yet (name the folder of your data with --data)")
    with open_log(data, SystemClock(), RandomIds()) as log:
        files = export_csv(log.read(), log.raw(), out)
    click.echo(f"{out}: {', '.join(file.name for file in files)}")
