"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from kinetic_home.app.folders import default_data_folder

_F = TypeVar("_F", bound=Callable[..., object])


def data_option(command: _F) -> _F:
    """Add --data; the folder may as well be named before the command."""
    return click.option(
        "--data",
        type=click.Path(path_type=Path, file_okay=False),
        callback=_chosen,
        help="The folder for your data.",
    )(command)


def plan_option(command: _F) -> _F:
    """Add --plan, a plan file in place of the one in use."""
    return click.option(
        "--plan",
        "plan_file",
        type=click.Path(path_type=Path),
        help="A plan file; without it, your own plan or the Foundation programme.",
    )(command)


def session_option(command: _F) -> _F:
    """Add --session, which is always needed."""
    return click.option("--session", "session_id", required=True, help="The session's id, such as F_A.")(command)


def _chosen(ctx: click.Context, _param: click.Parameter, given: Path | None) -> Path:
    above = ctx.find_root().obj
    return given or (above if isinstance(above, Path) else None) or default_data_folder()
