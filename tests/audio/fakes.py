"""Stand-ins for what makes sound: players that live as long as they are told, a writer that renders nothing."""

from __future__ import annotations

import threading
from pathlib import Path

from kinetic_home.workflow.ports import Levels, Stretch


class FakeSounding:
    """A sound that is played until it is told to end."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.alive = True
        self.stopped = threading.Event()

    def is_alive(self) -> bool:
        """Tell whether nobody has ended it."""
        return self.alive

    def stop(self) -> None:
        """End it, as somebody who wants silence would."""
        self.alive = False
        self.stopped.set()

    def end(self) -> None:
        """End it by itself."""
        self.alive = False


class FakeBackend:
    """Remembers every sound; `refuse` makes it fail, `held` makes each start wait until it is set."""

    def __init__(self, name: str = "gstreamer") -> None:
        self.name = name
        self.sounds: list[FakeSounding] = []
        self.refuse = False
        self.held = threading.Event()
        self.held.set()
        self.asked = threading.Event()

    def play(self, file: Path) -> FakeSounding:
        """Start a sound."""
        self.asked.set()
        assert self.held.wait(10)
        if self.refuse:
            raise OSError("no such program")
        assert file.is_file()
        self.sounds.append(FakeSounding(file))
        return self.sounds[-1]


class FakeWriter:
    """Writes the stretch's beginning as text and says that it is 1,000 ms long."""

    def __init__(self) -> None:
        self.written: list[tuple[int, Levels]] = []
        self.broken = False

    def write(self, stretch: Stretch, levels: Levels, file: Path) -> int:
        """Write a stretch."""
        if self.broken:
            raise OSError(28, "No space left on device")
        self.written.append((stretch.from_ms, levels))
        file.write_text(str(stretch.from_ms))
        return 1_000

    def write_silence(self, length_ms: int, file: Path) -> int:
        """Write a silent file."""
        file.write_text("silence")
        return length_ms
