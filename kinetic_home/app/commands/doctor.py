"""kinetic-home doctor: what works on this computer and what does not."""

from __future__ import annotations

import json
import sys
import textwrap
from pathlib import Path

import click

from kinetic_home.app.commands.options import data_option
from kinetic_home.app.diagnostics import Finding, examine

_WIDTH = 100


@click.command(epilog="Example: kinetic-home doctor --data ./data")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object in place of lines.")
@data_option
def command(as_json: bool, data: Path) -> None:
    """Tell what works here. Exit code 1 where the program cannot work, otherwise 0.

    Each line begins with «ok», «look» or «not here». Takes a few seconds, because a silent sound is played. No data
    folder is made; nothing personal is printed but the folder's name.
    """
    findings = examine(data)
    works = not any(finding.stops for finding in findings)
    if as_json:
        click.echo(json.dumps({"works": works, "findings": [_as_data(one) for one in findings]}, ensure_ascii=False))
    else:
        for finding in findings:
            click.echo(as_line(finding))
    sys.exit(0 if works else 1)


def as_line(finding: Finding) -> str:
    """Return a finding as lines: its standing, its subject, its sentence."""
    head = f"{finding.standing:<8}  {finding.subject:<13}  "
    return textwrap.fill(finding.text, _WIDTH, initial_indent=head, subsequent_indent=" " * len(head))


def _as_data(finding: Finding) -> dict[str, object]:
    return {
        "subject": finding.subject,
        "standing": finding.standing,
        "essential": finding.essential,
        "text": finding.text,
    }
