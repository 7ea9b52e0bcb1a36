"""A sound player that starts when the test says so."""

from __future__ import annotations

from collections.abc import Callable

from kinetic_home.workflow.ports import Levels, SoundState, Stretch


class FakeSound:
    """Keeps what it was asked; `be_heard` calls back as the real one does from its own thread."""

    def __init__(self) -> None:
        self.started: list[Stretch] = []
        self.prepared: list[Stretch] = []
        self.stops = 0
        self.state = SoundState.WORKING
        self.onset_offset_ms = 50
        self._on_heard: Callable[[Stretch, int], None] | None = None

    def set_levels(self, levels: Levels) -> None:
        """Take note of nothing."""

    def set_offset(self, offset_ms: int | None) -> None:
        """Take note of nothing."""

    def prepare(self, stretch: Stretch) -> None:
        """Note what is prepared."""
        self.prepared.append(stretch)

    def start(self, stretch: Stretch, on_heard: Callable[[Stretch, int], None]) -> None:
        """Note what is started."""
        self.started.append(stretch)
        self._on_heard = on_heard

    def stop(self) -> None:
        """Be silent; what was started is not called back for any more."""
        self.stops += 1
        self._on_heard = None

    def close(self) -> None:
        """Do nothing."""

    def be_heard(self, clock_ms: int) -> None:
        """Let the last started stretch be heard at an instant."""
        if self._on_heard is not None:
            self._on_heard(self.started[-1], clock_ms)
