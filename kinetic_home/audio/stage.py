"""Where the sound is made: files in a private folder, one of them playing, and what their playing teaches."""

from __future__ import annotations

import logging
import shutil
import tempfile
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from kinetic_home.audio.backends import Backend
from kinetic_home.audio.calibrate import Life, Onset, life_of
from kinetic_home.audio.playing import Playing
from kinetic_home.workflow.ports import Clock, Levels, SoundState, Stretch

# Silent clips, played when the program starts, show whether sound works and when it is heard. Shorter ones would
# end as if they had been heard where a backend takes half a second to find out that there is no sound server.
MEASURED_CLIPS = 4
CLIP_MS = 1_000
_FOLDER_PREFIX = "kinetic-home-sound-"
_LEFT_OVER_S = 24 * 3600
# A player that was told to end is given half a second.
_LAST_LOOKS, _LAST_LOOK_S = 50, 0.01

_log = logging.getLogger(__name__)


class Writer(Protocol):
    """What makes sound files: kinetic_home.audio.writer.TrackWriter."""

    def write(self, stretch: Stretch, levels: Levels, file: Path) -> int:
        """Write a stretch and return its length in ms, the silence before it counted."""
        ...

    def write_silence(self, length_ms: int, file: Path) -> int:
        """Write a silent file and return its length in ms."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ready:
    """A file that waits to be played, and what it was made of; no stretch for a silent clip."""

    stretch: Stretch | None
    levels: Levels
    file: Path
    duration_ms: int


class Stage:
    """Everything here is for the player's own thread, but `stop`, `state` and `offset_ms` may be used on any.

    A backend whose player ends too early or too late is not heard: the next sound goes to the next one. When none of
    them is heard the state is silent, yet each later sound tries again, so that a mended sound system is found.
    """

    def __init__(self, *, clock: Clock, writer: Writer, find_backends: Callable[[], Sequence[Backend]]) -> None:
        self.state = SoundState.STARTING
        self._clock = clock
        self._writer = writer
        self._find_backends = find_backends
        self._backends: Sequence[Backend] = ()
        self._onsets: dict[str, Onset] = {}
        self._turn_of_backend = 0
        self._unheard = 0
        self._measured = 0
        self._lock = threading.Lock()
        self._pause = threading.Event()
        self._playing: Playing | None = None
        self._ending: list[Playing] = []
        self._ready: _Ready | None = None
        self._files = 0
        self._folder: Path | None = None

    @property
    def offset_ms(self) -> int:
        """Return how long after its start a sound is heard, as far as is known by now."""
        return self._onset().offset_ms

    def open(self) -> None:
        """Find out what can play, and begin to measure when it is heard."""
        try:
            self._folder = Path(tempfile.mkdtemp(prefix=_FOLDER_PREFIX))
        except OSError as problem:
            _log.warning("no sound: %s", problem)
        else:
            _remove_left_over(self._folder)
            self._backends = self._find_backends()
        if not self._backends:
            self.state = SoundState.SILENT
        self._measure()

    def prepare(self, stretch: Stretch, levels: Levels) -> None:
        """Write a stretch's file, unless it is there already or nobody would hear it."""
        if self._backends and (levels.beat or levels.voice) and not self._is_ready(stretch, levels):
            self._drop_ready()
            write = partial(self._writer.write, stretch, levels)
            self._ready = self._written(stretch, levels, write)

    def play(self, stretch: Stretch, levels: Levels, *, still_wanted: Callable[[], bool]) -> int | None:
        """Start a stretch and return when that was, on the monotonic clock; None where nothing will be heard."""
        if not self._backends and self._folder is not None:
            self._backends = self._find_backends()
        self.prepare(stretch, levels)
        if not self._is_ready(stretch, levels) or self._ready is None:
            return None
        ready, self._ready = self._ready, None
        return self._launch(ready, still_wanted=still_wanted)

    def stop(self) -> None:
        """End what is playing at once."""
        with self._lock:
            if self._playing is not None:
                self._playing.stop()

    def next_look_s(self) -> float | None:
        """Return when to look again at what is playing, in seconds from now; None where nothing is."""
        if self._ending:
            return 0.02
        playing = self._playing
        return None if playing is None else playing.next_look_ms(self._clock.monotonic_ms()) / 1000

    def look(self) -> None:
        """See whether what is playing has ended, and learn from that."""
        self._ending = [playing for playing in self._ending if not _gone(playing)]
        playing = self._playing
        if playing is None:
            return
        if playing.stopped:
            self._put_away(playing)
            return
        ended = playing.lifetime_ms(self._clock.monotonic_ms())
        if ended is not None:
            self._put_away(playing)
            self._learn(playing, *ended)

    def close(self) -> None:
        """End everything and remove the folder."""
        self.stop()
        self.look()
        for _ in range(_LAST_LOOKS):
            if not self._ending:
                break
            self._pause.wait(_LAST_LOOK_S)
            self.look()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _onset(self) -> Onset:
        name = self._backend().name if self._backends else ""
        return self._onsets.get(name, Onset(backend=name))

    def _backend(self) -> Backend:
        return self._backends[self._turn_of_backend % len(self._backends)]

    def _is_ready(self, stretch: Stretch, levels: Levels) -> bool:
        ready = self._ready
        return ready is not None and _sounds_alike(ready.stretch, stretch) and ready.levels == levels

    def _drop_ready(self) -> None:
        if self._ready is not None:
            _remove(self._ready.file)
            self._ready = None

    def _written(self, stretch: Stretch | None, levels: Levels, write: Callable[[Path], int]) -> _Ready | None:
        """Return a file with what `write` puts in it and says the length of; None where that cannot be done."""
        if self._folder is None:
            return None
        self._files += 1
        file = self._folder / f"{self._files}.wav"
        try:
            return _Ready(stretch=stretch, levels=levels, file=file, duration_ms=write(file))
        except Exception:
            # A full disk, a missing asset or a bug of ours: none of them may take the session down.
            _log.exception("no sound: a file was not written")
            _remove(file)
            self.state = SoundState.SILENT
            return None

    def _launch(self, ready: _Ready, *, still_wanted: Callable[[], bool]) -> int | None:
        backend = self._backend()
        try:
            sounding = backend.play(ready.file)
        except OSError as problem:
            _log.warning("%s does not play: %s", backend.name, problem)
            _remove(ready.file)
            self._not_heard()
            return None
        # Only now: how long it takes to start a program changes most, and is known by now.
        started_ms = self._clock.monotonic_ms()
        playing = Playing(
            backend=backend.name,
            sounding=sounding,
            file=ready.file,
            started_ms=started_ms,
            duration_ms=ready.duration_ms,
            looked_ms=started_ms,
        )
        with self._lock:
            before, self._playing = self._playing, playing
            if not still_wanted():
                playing.stop()
        if before is not None:
            before.stop()
            self._ending.append(before)
        return started_ms

    def _measure(self) -> None:
        """Play a silent clip, as long as there are not enough of them and nothing else is to be heard."""
        if self._backends and self._measured < MEASURED_CLIPS and self._unheard <= len(self._backends):
            clip = self._written(None, Levels(), partial(self._writer.write_silence, CLIP_MS))
            if clip is not None:
                self._launch(clip, still_wanted=_always)

    def _put_away(self, playing: Playing) -> None:
        with self._lock:
            self._playing = None
        if not _gone(playing):
            playing.stop()
            self._ending.append(playing)

    def _learn(self, playing: Playing, lived_ms: int, sharply: bool) -> None:
        if life_of(lived_ms, playing.duration_ms) is not Life.HEARD:
            _log.warning("%s lived %d ms for %d ms of sound", playing.backend, lived_ms, playing.duration_ms)
            self._not_heard()
        else:
            self.state, self._unheard = SoundState.WORKING, 0
            self._measured += 1
            if sharply:
                known = self._onsets.get(playing.backend, Onset(backend=playing.backend))
                self._onsets[playing.backend] = known.after(lived_ms, playing.duration_ms)
        self._measure()

    def _not_heard(self) -> None:
        self._unheard += 1
        self._turn_of_backend += 1
        # One more silent clip will show at once whether the next backend is heard.
        self._measured = min(self._measured, MEASURED_CLIPS - 1)
        if self._unheard >= len(self._backends):
            self.state = SoundState.SILENT


def _always() -> bool:
    return True


def _sounds_alike(one: Stretch | None, other: Stretch) -> bool:
    """Tell whether a stretch was rendered already, even for another request; whole scores are not compared."""
    if one is None or one.score is not other.score or one.spoken is not other.spoken:
        return False
    return (one.from_ms, one.to_ms) == (other.from_ms, other.to_ms)


def _gone(playing: Playing) -> bool:
    """Remove the file of a player that has ended and tell whether it has."""
    if playing.sounding.is_alive():
        return False
    _remove(playing.file)
    return True


def _remove(file: Path) -> None:
    # On Windows a file cannot be removed while it is open; the folder goes at the end.
    with suppress(OSError):
        file.unlink(missing_ok=True)


def _remove_left_over(own: Path) -> None:
    """Remove what a program that was killed left behind, a day or more ago."""
    now_s = own.stat().st_mtime
    for folder in own.parent.glob(f"{_FOLDER_PREFIX}*"):
        with suppress(OSError):
            if folder.stat().st_mtime < now_s - _LEFT_OVER_S:
                shutil.rmtree(folder, ignore_errors=True)
