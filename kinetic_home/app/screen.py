"""Whether a window can be had here, found out before Qt is asked: Qt ends the program where it cannot open one."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

NO_SCREEN = (
    "No screen can be had here, so the window cannot open. These commands work without one: "
    "kinetic-home plan, play, log, sound, figure, library, export and doctor (each with --help)."
)
# Qt platforms that need no screen.
_WITHOUT_SCREEN = {"offscreen", "minimal", "vnc", "linuxfb", "eglfs", "vkkhrdisplay"}
_X_SOCKETS = Path("/tmp/.X11-unix")


def has_screen(environment: Mapping[str, str], platform: str = sys.platform, x_sockets: Path = _X_SOCKETS) -> bool:
    """Tell whether a window can be opened with this environment; other systems than Unix always have a screen."""
    if platform in {"win32", "darwin"} or environment.get("QT_QPA_PLATFORM", "").split(":")[0] in _WITHOUT_SCREEN:
        return True
    return _has_wayland(environment) or _has_x(environment.get("DISPLAY", ""), x_sockets)


def _has_wayland(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    folder = environment.get("XDG_RUNTIME_DIR", "")
    return bool(name) and (Path(folder) / name).exists()


def _has_x(display: str, x_sockets: Path) -> bool:
    """Tell whether the X display answers to its name; one on another computer is believed."""
    host, colon, rest = display.rpartition(":")
    if not colon:
        return False
    return host not in {"", "unix"} or (x_sockets / f"X{rest.split('.')[0]}").exists()
