"""A private sound server whose only output is recorded with the time at which it was heard."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 48_000
_CHUNK_BYTES = 2 * RATE_HZ // 1000 * 5
_NEEDED = ("pulseaudio", "pactl", "parec", "gst-play-1.0")
_TRIES = 100


# Runs as a program of its own, so that a busy test does not keep it from noting the time.
_NOTE_PIECES = """
import struct, sys, time
with open(sys.argv[1], "wb", buffering=0) as notes:
    while piece := sys.stdin.buffer.raw.read(int(sys.argv[2])):
        notes.write(struct.pack("<dI", time.monotonic() * 1000, len(piece)) + piece)
"""
_NOTE = struct.Struct("<dI")


class Listener:
    """Everything heard so far: pieces of 16-bit sound, each with the monotonic ms at which its end came in."""

    def __init__(self, notes: Path) -> None:
        self._notes = notes

    @property
    def pieces(self) -> list[tuple[float, int]]:
        """Return when each piece came in, and at which sample it ends."""
        return self._read()[0]

    def samples(self) -> NDArray[np.int16]:
        """Return all that was heard."""
        sound = self._read()[1]
        return np.frombuffer(sound[: len(sound) // 2 * 2], "<i2")

    def _read(self) -> tuple[list[tuple[float, int]], bytes]:
        data = self._notes.read_bytes()
        at, sound, pieces = 0, bytearray(), []
        while at + _NOTE.size <= len(data):
            arrived_ms, length = _NOTE.unpack_from(data, at)
            sound += data[at + _NOTE.size : at + _NOTE.size + length]
            pieces.append((arrived_ms, len(sound) // 2))
            at += _NOTE.size + length
        return pieces, bytes(sound)

    def time_of_ms(self, sample: int) -> float:
        """Return when a sample was heard, from the pieces of the two seconds after it.

        No piece can come in before it was heard, so the one that came in with the least delay tells.
        """
        pieces = self.pieces
        ends = np.array([end for _, end in pieces])
        near = (ends >= sample) & (ends < sample + 2 * RATE_HZ)
        arrived = np.array([at for at, _ in pieces])
        return float(np.min(arrived[near] - (ends[near] - sample) * 1000 / RATE_HZ))


def missing_tools() -> list[str]:
    """Return what has to be installed for listening."""
    return [tool for tool in _NEEDED if shutil.which(tool) is None]


def onsets(samples: NDArray[np.int16], *, threshold: float = 0.3, gap_ms: int = 200) -> NDArray[np.int64]:
    """Return the samples at which sounds begin, after at least so much time without any."""
    loud = np.flatnonzero(np.abs(samples.astype(np.int32)) >= threshold * np.abs(samples.astype(np.int32)).max())
    return loud[np.diff(loud, prepend=-RATE_HZ) > gap_ms * RATE_HZ // 1000]


@contextmanager
def listening() -> Iterator[Listener]:
    """Send this process's sound, and that of the programs it starts, into a null sink and record it."""
    with tempfile.TemporaryDirectory(prefix="listener-") as folder:
        before = dict(os.environ)
        os.environ.update(XDG_RUNTIME_DIR=folder, PULSE_SERVER=f"unix:{folder}/pulse/native")
        try:
            with _server(folder), _recorder(folder) as listener:
                yield listener
        finally:
            os.environ.clear()
            os.environ.update(before)


@contextmanager
def _server(folder: str) -> Iterator[None]:
    modules = ("module-native-protocol-unix", f"module-null-sink sink_name=listener rate={RATE_HZ}")
    command = ["pulseaudio", "--daemonize=no", "--exit-idle-time=-1", "-n"]
    command += [part for module in modules for part in ("-L", module)]
    with Path(folder, "server.log").open("w") as log, subprocess.Popen(command, stdout=log, stderr=log) as server:
        try:
            pause = threading.Event()
            for _ in range(_TRIES):
                if subprocess.run(["pactl", "info"], capture_output=True, check=False).returncode == 0:
                    break
                pause.wait(0.1)
            else:
                raise RuntimeError(Path(folder, "server.log").read_text())
            yield
        finally:
            server.terminate()


@contextmanager
def _recorder(folder: str) -> Iterator[Listener]:
    notes = Path(folder, "heard")
    notes.touch()
    command = ["parec", "--device=listener.monitor", f"--rate={RATE_HZ}", "--channels=1", "--format=s16le", "--raw"]
    keeper = [sys.executable, "-c", _NOTE_PIECES, str(notes), str(_CHUNK_BYTES)]
    with (
        subprocess.Popen([*command, "--latency-msec=5"], stdout=subprocess.PIPE) as recorder,
        subprocess.Popen(keeper, stdin=recorder.stdout) as noting,
    ):
        try:
            yield Listener(notes)
        finally:
            recorder.terminate()
            recorder.wait()
            noting.wait()
