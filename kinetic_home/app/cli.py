"""The program's entrance: without a command the window opens, with one the command line answers, always offline."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> None:
    """Run the program; the one place that turns known problems into sentences and exit codes."""
    try:
        plain, data = _window_alone(sys.argv[1:])
        if plain:
            sys.exit(_open_window(data))
        from kinetic_home.app.commands.root import root

        root.main(prog_name="kinetic-home", standalone_mode=True)
    except Exception as problem:
        from kinetic_home.app.failures import told

        sentence = told(problem)
        if sentence is None:
            raise
        sys.stderr.write(f"{sentence}\n")
        sys.exit(1)


def _window_alone(arguments: list[str]) -> tuple[bool, Path | None]:
    """Tell whether only the window is wanted, and on which data folder.

    That is how nearly everybody starts the program, so it does not wait for the command line to be imported.
    """
    if not arguments:
        return True, None
    match arguments:
        case ["--data", folder] if folder and not Path(folder).is_file():
            return True, Path(folder)
        case _:
            return False, None


def _open_window(data: Path | None) -> int:
    from kinetic_home.app.window import open_window

    if data is None:
        from kinetic_home.app.folders import default_data_folder

        data = default_data_folder()
    return open_window(data)
