"""The command line. Without a command it opens the window; every command works without one, offline."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import click

from kinetic_home import __version__

# Each command lives in a module of its own, imported when it is asked for: opening the window waits for none.
_COMMANDS = {
    "plan": "kinetic_home.app.commands.plan",
    "play": "kinetic_home.app.commands.play",
    "log": "kinetic_home.app.commands.log",
    "sound": "kinetic_home.app.commands.sound",
    "figure": "kinetic_home.app.commands.figure",
    "export": "kinetic_home.app.commands.export",
    "doctor": "kinetic_home.app.commands.doctor",
}


class LazyGroup(click.Group):
    """A group that finds its commands by name in modules that are imported late."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command; None where there is none of that name."""
        module = _COMMANDS.get(cmd_name)
        return None if module is None else importlib.import_module(module).command


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    epilog="Example: kinetic-home --data ~/kinetic-home-data",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), help="The folder for your data.")
@click.version_option(__version__, prog_name="kinetic-home")
@click.pass_context
def cli(ctx: click.Context, data: Path | None) -> None:
    """Guided home exercise for hips, knees and ankles. Without a command the window opens."""
    ctx.obj = data
    if ctx.invoked_subcommand is None:
        from kinetic_home.app.window import open_window

        ctx.exit(open_window(data))


def main() -> None:
    """Run the command line; the one place that turns known problems into sentences and exit codes."""
    from kinetic_home.app.failures import told

    try:
        cli.main(prog_name="kinetic-home", standalone_mode=True)
    except Exception as problem:
        sentence = told(problem)
        if sentence is None:
            raise
        click.echo(sentence, err=True)
        sys.exit(1)
