"""The player for those who switched the sound off: everything starts at once and nothing is heard."""

from __future__ import annotations

from collections.abc import Callable

from kinetic_home.workflow.ports import Clock, Levels, SoundState, Stretch


class SilentPlayer:
    """A SoundPlayer (kinetic_home.workflow.ports) that is silent because it was asked to be."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    @property
    def state(self) -> SoundState:
        """Return that it works: silence is what was asked for."""
        return SoundState.WORKING

    @property
    def onset_offset_ms(self) -> int:
        """Return 0: nothing is late."""
        return 0

    def open(self) -> None:
        """Find out nothing."""

    def set_levels(self, levels: Levels) -> None:
        """Take note of nothing."""

    def set_offset(self, offset_ms: int | None) -> None:
        """Take note of nothing."""

    def prepare(self, stretch: Stretch) -> None:
        """Prepare nothing."""

    def start(self, stretch: Stretch, on_heard: Callable[[Stretch, int], None]) -> None:
        """Call back at once."""
        on_heard(stretch, self._clock.monotonic_ms())

    def stop(self) -> None:
        """Stay silent."""

    def close(self) -> None:
        """Stay silent."""
