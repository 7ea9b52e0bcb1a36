"""The programs that make sounds heard, as playsound3 finds them. Its import asks each of them and takes long."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

_log = logging.getLogger(__name__)


class Sounding(Protocol):
    """A sound that is being played."""

    def is_alive(self) -> bool:
        """Tell whether its player still lives."""
        ...

    def stop(self) -> None:
        """End it at once, without waiting."""
        ...


class Backend(Protocol):
    """One way of making a file heard."""

    @property
    def name(self) -> str:
        """Return what playsound3 calls it."""
        ...

    def play(self, file: Path) -> Sounding:
        """Start a WAV file; raises OSError where it cannot be started."""
        ...


class _PlaysoundBackend:
    def __init__(self, name: str) -> None:
        self.name = name

    def play(self, file: Path) -> Sounding:
        from playsound3 import PlaysoundException, playsound  # noqa: PLC0415 (see find_backends)

        try:
            # Always a whole path to a file of our own: playsound3 would fetch a web address.
            return playsound(file.resolve(strict=True), block=False, backend=self.name)
        except PlaysoundException as problem:
            raise OSError(str(problem)) from problem


def find_backends() -> Sequence[Backend]:
    """Return what can play here, the best first; nothing where this computer has no way to play.

    playsound3's own order stands, and so does its environment variable PLAYSOUND3_BACKEND. Its import takes 0.2 to
    0.7 s, so call this on the thread that will play.
    """
    if sys.platform == "linux" and not has_output(os.environ):
        _log.warning("no sound: neither a sound server nor a sound card is there")
        return ()
    try:
        from playsound3 import AVAILABLE_BACKENDS, DEFAULT_BACKEND  # noqa: PLC0415 (slow: see above)
    except Exception as problem:
        # Whatever its probes ran into: the session goes on without sound.
        _log.warning("no sound: %s", problem)
        return ()
    chosen = [] if DEFAULT_BACKEND is None else [DEFAULT_BACKEND]
    return [_PlaysoundBackend(name) for name in dict.fromkeys([*chosen, *AVAILABLE_BACKENDS])]


def has_output(environ: Mapping[str, str], root: Path = Path("/")) -> bool:
    """Tell whether a Linux computer has anything that a sound could go to.

    Where it has nothing, GStreamer plays into a sink that nobody hears and ends as if all were well.
    """
    server = environ.get("PULSE_SERVER", "")
    if server.startswith("unix:"):
        return Path(server.removeprefix("unix:")).exists()
    runtime = Path(environ.get("XDG_RUNTIME_DIR", root / "run" / "nobody"))
    if server or (runtime / "pulse" / "native").exists() or (runtime / "pipewire-0").exists():
        return True
    try:
        cards = (root / "proc" / "asound" / "cards").read_text(encoding="utf-8")
    except OSError:
        return False
    return any(line.lstrip()[:1].isdigit() for line in cards.splitlines())
