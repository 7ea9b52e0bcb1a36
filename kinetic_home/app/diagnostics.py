"""What works on this computer: judgements of what was found, pure, and the looks that find it."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path

from kinetic_home import __version__
from kinetic_home.app.clock import RandomIds, SystemClock
from kinetic_home.app.paths import shipped
from kinetic_home.app.screen import has_screen
from kinetic_home.audio.backends import find_backends
from kinetic_home.audio.manifest import ManifestError
from kinetic_home.audio.start import shipped_voice, sound_player, track_writer
from kinetic_home.storage.database import DATABASE_NAME, open_log
from kinetic_home.storage.errors import InUse
from kinetic_home.workflow.ports import EnvironmentProblem, SoundState

# A year of daily sessions takes some 20 MB with both copies; below this a backup may not fit any more.
ROOM_NEEDED_MB = 200
_MB = 1_000_000
# A silent clip lasts a second, and each way of playing is tried in turn.
_SOUND_WITHIN_S = 8.0
_LOOK_EVERY_S = 0.05

# Folders of services that copy files elsewhere, as they stand in paths on the three systems.
_CLOUDS: Mapping[str, str] = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pclouddrive": "pCloud",
    "syncthing": "Syncthing",
}


class Standing(StrEnum):
    """How a thing stands."""

    OK = "ok"
    LOOK = "look"
    NOT_HERE = "not here"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at: a sentence for the person; without an `essential` thing the program cannot work."""

    subject: str
    standing: Standing
    text: str
    essential: bool = False

    @property
    def stops(self) -> bool:
        """Tell whether the program cannot work because of it."""
        return self.essential and self.standing is Standing.NOT_HERE


def examine(data: Path, environment: Mapping[str, str] = os.environ) -> tuple[Finding, ...]:
    """Look at everything; takes some seconds, because a silent sound is played. Nothing is made in the data folder."""
    return (
        *look_at_versions(),
        judge_screen(has_screen(environment)),
        look_at_shipped(),
        look_at_fonts(),
        look_at_folder(data),
        look_at_log(data),
        look_at_sound(),
    )


def judge_screen(has_one: bool) -> Finding:
    """Judge whether a window can be had."""
    if has_one:
        return Finding(subject="window", standing=Standing.OK, text="A window can open here.")
    text = "There is no screen, so the window cannot open. The commands work without one."
    return Finding(subject="window", standing=Standing.NOT_HERE, text=text)


def judge_folder(folder: Path, *, exists: bool, writable: bool, free_mb: int | None) -> Finding:
    """Judge the data folder; for one that does not exist yet, `writable` and the free room are those of its parent."""
    if not writable:
        way_out = "Choose another with --data." if exists else "Choose another place with --data."
        return Finding(
            subject="data folder",
            standing=Standing.NOT_HERE,
            text=f"«{folder}» {'takes no files' if exists else 'cannot be made'}. {way_out}",
            essential=True,
        )
    state = f"«{folder}» " + ("is there and takes files" if exists else "is not there yet; the first session makes it")
    room = "" if free_mb is None else f", {free_mb:,} MB free"
    cloud = cloud_of(folder)
    if cloud:
        text = f"{state}. It lies in {cloud}, which copies your health data elsewhere and can damage an open database."
        return Finding(subject="data folder", standing=Standing.LOOK, text=f"{text} Choose another with --data.")
    if free_mb is not None and free_mb < ROOM_NEEDED_MB:
        text = f"{state}, but only {free_mb:,} MB are free. Make room: at least {ROOM_NEEDED_MB} MB."
        return Finding(subject="data folder", standing=Standing.LOOK, text=text)
    return Finding(subject="data folder", standing=Standing.OK, text=f"{state}{room}.")


def cloud_of(folder: Path) -> str | None:
    """Return the name of the service whose folder a path lies in, such as OneDrive; None where it lies in none."""
    for part in folder.parts:
        name = part.casefold()
        for sign, service in _CLOUDS.items():
            # OneDrive - Name of a firm; Dropbox (Personal); iCloudDrive
            if name == sign or name.startswith((f"{sign} ", f"{sign}-", f"{sign} (")):
                return service
    return None


def judge_log(facts: int, unread: int, notices: Sequence[str]) -> Finding:
    """Judge a log that was opened and checked; `notices` tell what was mended in doing so."""
    count = "1 fact" if facts == 1 else f"{facts:,} facts"
    if notices or unread:
        told = [f"The log holds {count}."]
        told += [f"This version cannot read {unread} of them; they are kept."] if unread else []
        return Finding(subject="log", standing=Standing.LOOK, text=" ".join([*told, *notices]))
    return Finding(subject="log", standing=Standing.OK, text=f"The log is sound and holds {count}.")


def judge_sound(backends: Sequence[str], state: SoundState, offset_ms: int) -> Finding:
    """Judge the ways of playing (as playsound3 names them) and whether a silent sound was played by one of them."""
    if not backends:
        text = "Nothing that can play a sound was found. All that is heard is shown as well."
        return Finding(subject="sound", standing=Standing.NOT_HERE, text=text)
    ways = f"can be played by {', '.join(backends)}"
    if state is SoundState.WORKING:
        text = f"Sound {ways}. A silent test sound would be heard {offset_ms} ms after its start; the picture waits."
        return Finding(subject="sound", standing=Standing.OK, text=text)
    text = f"Sound {ways}, but a test sound did not play as it should. Look at the loudspeaker and its settings."
    return Finding(subject="sound", standing=Standing.LOOK, text=text)


def judge_qt(release: str, python: tuple[int, int]) -> Finding:
    """Judge PySide6's release (such as 6.11.3) with a version of Python; 6.12.0 makes Python 3.11 abort."""
    if python < (3, 12) and tuple(map(int, release.split(".")[:2])) >= (6, 12):
        text = f"{release} ends Python 3.11 after some minutes. Install it again from requirements/run.txt."
        return Finding(subject="PySide6", standing=Standing.NOT_HERE, text=text, essential=True)
    return Finding(subject="PySide6", standing=Standing.OK, text=release)


def look_at_versions() -> tuple[Finding, ...]:
    """Return the versions of the program and of what it stands on."""
    system = f"{platform.system()} {platform.release()}, {platform.machine()}"
    known = (
        ("Kinetic Home", f"{__version__}, on {system}"),
        ("Python", platform.python_version()),
        ("SQLite", f"{sqlite3.sqlite_version}, with sqlite-utils {version('sqlite-utils')}"),
    )
    told = [Finding(subject=name, standing=Standing.OK, text=text) for name, text in known]
    return (*told, judge_qt(version("PySide6-Essentials"), sys.version_info[:2]))


def look_at_shipped() -> Finding:
    """Look whether the files that ship with the program are where it finds them."""
    try:
        shipped("resources")
        shipped_voice(shipped("assets"))
    except (FileNotFoundError, ManifestError) as problem:
        return Finding(subject="shipped files", standing=Standing.NOT_HERE, text=str(problem), essential=True)
    return Finding(subject="shipped files", standing=Standing.OK, text="Exercises, voice and sounds are there.")


def look_at_fonts() -> Finding:
    """Look whether Qt can be loaded, and reads the program's fonts; needs no screen."""
    try:
        from PySide6.QtGui import QGuiApplication, QRawFont  # noqa: PLC0415 (a system without it is told so)

        files = sorted((shipped("assets") / "fonts").glob("*.ttf"))
    except (ImportError, FileNotFoundError) as problem:
        # Qt is built upon libraries of the system; the loader names the one that is missing.
        text = f"Qt cannot draw: {problem}. Install what is missing; the README names it."
        return Finding(subject="fonts", standing=Standing.NOT_HERE, text=text, essential=True)
    app = QGuiApplication.instance()
    if app is None:
        # Where the screen cannot be opened, Qt would end the program.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        app = QGuiApplication([])
    unread = [file.name for file in files if not QRawFont(str(file), 16).isValid()]
    if unread or not files:
        text = f"Fonts that cannot be read: {', '.join(unread) or 'all'}. Another font takes their place."
        return Finding(subject="fonts", standing=Standing.LOOK, text=text)
    return Finding(subject="fonts", standing=Standing.OK, text="The fonts can be read.")


def look_at_folder(folder: Path) -> Finding:
    """Look at the data folder; one that is not there is not made."""
    nearest = next((place for place in (folder, *folder.absolute().parents) if place.exists()), None)
    if nearest is None or not nearest.is_dir():
        return judge_folder(folder, exists=False, writable=False, free_mb=None)
    free_mb = shutil.disk_usage(nearest).free // _MB
    writable = _takes_files(folder) if folder.is_dir() else os.access(nearest, os.W_OK | os.X_OK)
    return judge_folder(folder.absolute(), exists=folder.is_dir(), writable=writable, free_mb=free_mb)


def _takes_files(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"?")
    except OSError:
        return False
    return True


def look_at_log(folder: Path) -> Finding:
    """Open and check the log, if there is one."""
    if not (folder / DATABASE_NAME).exists():
        return Finding(subject="log", standing=Standing.OK, text="Nothing is recorded yet.")
    try:
        with open_log(folder, SystemClock(), RandomIds()) as log:
            reading = log.reading()
            return judge_log(len(reading.facts) + len(reading.unread), len(reading.unread), log.notices)
    except InUse as problem:
        return Finding(subject="log", standing=Standing.LOOK, text=str(problem))
    except EnvironmentProblem as problem:
        return Finding(subject="log", standing=Standing.NOT_HERE, text=str(problem), essential=True)


def look_at_sound() -> Finding:
    """Play a second of silence and measure when it would have been heard."""
    try:
        assets = shipped("assets")
        player = sound_player(SystemClock(), track_writer(assets, shipped_voice(assets)))
    except (FileNotFoundError, ManifestError) as problem:
        return Finding(subject="sound", standing=Standing.NOT_HERE, text=str(problem))
    player.open()
    pause = threading.Event()
    for _ in range(round(_SOUND_WITHIN_S / _LOOK_EVERY_S)):
        if player.state is not SoundState.STARTING:
            break
        pause.wait(_LOOK_EVERY_S)
    state, offset_ms = player.state, player.onset_offset_ms
    player.close()
    return judge_sound([backend.name for backend in find_backends()], state, offset_ms)
