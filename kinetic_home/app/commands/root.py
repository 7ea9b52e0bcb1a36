"""The command `kinetic-home` itself."""

from __future__ import annotations

import importlib
from pathlib import Path

import click

from kinetic_home import __version__
from kinetic_home.app.folders import default_data_folder

# Each command lives in a module of its own, imported when it is asked for: none waits for what another needs.
_COMMANDS = ("catalogue", "decide", "doctor", "export", "figure", "library", "log", "plan", "play", "sound")


class _LazyGroup(click.Group):
    """A group that finds its commands by name in modules that are imported late."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        return importlib.import_module(f"kinetic_home.app.commands.{cmd_name}").command


@click.group(
    cls=_LazyGroup,
    invoke_without_command=True,
    epilog="Example: kinetic-home --data ~/kinetic-home-data",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), help="The folder for your data.")
@click.version_option(__version__, prog_name="kinetic-home")
@click.pass_context
def root(ctx: click.Context, data: Path | None) -> None:
    """Guided home exercise for hips, knees and ankles. Without a command the window opens."""
    ctx.obj = data
    if ctx.invoked_subcommand is None:
        from kinetic_home.app.window import open_window  # noqa: PLC0415 (Qt: no command needs it)

        ctx.exit(open_window(data or default_data_folder()))
