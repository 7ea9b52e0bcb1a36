"""A private sound server whose only output is recorded with the time at which it was heard."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 48_000
_CHUNK_BYTES = 2 * RATE_HZ // 1000 * 5
_NEEDED = ("pulseaudio", "pactl", "parec", "gst-play-1.0")
_TRIES = 100


@dataclass
class Listener:
    """Everything heard so far: pieces of 16-bit sound, each with the monotonic ms at which its end came in."""

    pieces: list[tuple[float, NDArray[np.int16]]] = field(default_factory=list)

    def samples(self) -> NDArray[np.int16]:
        """Return all that was heard."""
        return np.concatenate([piece for _, piece in self.pieces]) if self.pieces else np.zeros(0, np.int16)

    def time_of_ms(self, sample: int) -> float:
        """Return when a sample was heard: no piece can come in before it, so the earliest arrival tells."""
        ends = np.cumsum([len(piece) for _, piece in self.pieces])
        arrived = np.array([at for at, _ in self.pieces])
        return float(np.min(arrived - ends / (RATE_HZ / 1000))) + sample / (RATE_HZ / 1000)


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
            with _server(folder), _recorder() as listener:
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
def _recorder() -> Iterator[Listener]:
    command = ["parec", "--device=listener.monitor", f"--rate={RATE_HZ}", "--channels=1", "--format=s16le", "--raw"]
    listener = Listener()
    with subprocess.Popen([*command, "--latency-msec=5"], stdout=subprocess.PIPE, bufsize=0) as process:
        reader = threading.Thread(target=_read, args=(process, listener))
        reader.start()
        try:
            yield listener
        finally:
            process.terminate()
            reader.join()


def _read(process: subprocess.Popen[bytes], listener: Listener) -> None:
    assert process.stdout is not None
    rest = b""
    while piece := process.stdout.read(_CHUNK_BYTES):
        at_ms = time.monotonic() * 1000
        piece = rest + piece
        whole = len(piece) // 2 * 2
        listener.pieces.append((at_ms, np.frombuffer(piece[:whole], "<i2")))
        rest = piece[whole:]
