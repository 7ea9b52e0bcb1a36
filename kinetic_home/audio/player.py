"""Plays stretches from one thread of its own: finding out what can play, rendering and starting all take time.

A sound also dies with the thread that started it, so that thread lives as long as the program.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from functools import partial
from queue import Empty, SimpleQueue

from kinetic_home.audio.stage import Stage
from kinetic_home.audio.timing import LEAD_SILENCE_MS
from kinetic_home.workflow.ports import Clock, Levels, SoundState, Stretch

# A start that has not happened by then has failed; the session goes on without sound.
START_WITHIN_MS = 2_800
_CLOSE_WITHIN_S = 1.0

OnHeard = Callable[[Stretch, int], None]
_log = logging.getLogger(__name__)


class StretchPlayer:
    """A SoundPlayer (kinetic_home.workflow.ports), whose stage is used on the player's own thread alone.

    Each start and each stop begins a new turn; whatever belongs to an earlier one is dropped. `start_within_ms` is
    how long the picture waits for a sound.
    """

    def __init__(self, *, clock: Clock, stage: Stage, start_within_ms: int = START_WITHIN_MS) -> None:
        self._clock = clock
        self._stage = stage
        self._start_within_ms = start_within_ms
        self._levels = Levels()
        self._offset_ms: int | None = None
        self._lock = threading.RLock()
        self._turn = 0
        self._waiting: threading.Timer | None = None
        self._to_prepare: Stretch | None = None
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._gave_up = False

    @property
    def state(self) -> SoundState:
        """Return whether sound can be heard, as far as is known by now."""
        return SoundState.SILENT if self._gave_up else self._stage.state

    @property
    def onset_offset_ms(self) -> int:
        """Return how long after its start a sound is heard: set by the person, else measured."""
        return self._stage.offset_ms if self._offset_ms is None else self._offset_ms

    def open(self) -> None:
        """Begin to find out what can play; wait until the window is painted, because it takes the processor."""
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="sound", daemon=True)
                self._thread.start()

    def set_levels(self, levels: Levels) -> None:
        """Use these levels for what is prepared or started from now on."""
        self._levels = levels

    def set_offset(self, offset_ms: int | None) -> None:
        """Use the offset that a person found by tapping along, or, with None, measure it."""
        self._offset_ms = offset_ms

    def prepare(self, stretch: Stretch) -> None:
        """Make a stretch ready to be started; only the last one that was asked for."""
        self.open()
        self._to_prepare = stretch
        self._jobs.put(partial(self._prepare, stretch))

    def start(self, stretch: Stretch, on_heard: OnHeard) -> None:
        """Play a stretch from its beginning and call back when it is known when that is heard."""
        self.open()
        with self._lock:
            self.stop()
            turn = self._turn
            give_up = partial(self._give_up, turn, stretch, on_heard)
            self._waiting = threading.Timer(self._start_within_ms / 1000, give_up)
            self._waiting.daemon = True
            self._waiting.start()
        self._jobs.put(partial(self._start, turn, stretch, on_heard))

    def stop(self) -> None:
        """Be silent; what was started is not called back for any more."""
        with self._lock:
            self._turn += 1
            self._to_prepare = None
            if self._waiting is not None:
                self._waiting.cancel()
                self._waiting = None
            self._stage.stop()

    def close(self) -> None:
        """Be silent and remove everything that was written; waits for at most a second."""
        self.stop()
        self._jobs.put(None)
        if self._thread is not None:
            self._thread.join(_CLOSE_WITHIN_S)

    def _work(self) -> None:
        self._stage.open()
        try:
            while True:
                try:
                    job = self._jobs.get(timeout=self._stage.next_look_s())
                except Empty:
                    self._stage.look()
                    continue
                if job is None:
                    return
                self._do(job)
                self._stage.look()
        finally:
            self._stage.close()

    def _do(self, job: Callable[[], None]) -> None:
        try:
            job()
        except Exception:
            # A mistake of ours costs one stretch its sound, which the picture does not wait for, and not all of them.
            _log.exception("no sound for a stretch")

    def _prepare(self, stretch: Stretch) -> None:
        if stretch is self._to_prepare:
            self._stage.prepare(stretch, self._levels)

    def _start(self, turn: int, stretch: Stretch, on_heard: OnHeard) -> None:
        self._gave_up = False
        if turn != self._turn:
            return
        started_ms = self._stage.play(stretch, self._levels, still_wanted=partial(self._is_now, turn))
        if started_ms is None:
            self._tell(turn, stretch, on_heard, self._clock.monotonic_ms())
        else:
            self._tell(turn, stretch, on_heard, started_ms + self.onset_offset_ms + LEAD_SILENCE_MS)

    def _is_now(self, turn: int) -> bool:
        return turn == self._turn

    def _give_up(self, turn: int, stretch: Stretch, on_heard: OnHeard) -> None:
        """Let the picture go on without a sound that has not started, and do not start it any more."""
        with self._lock:
            if turn == self._turn and self._waiting is not None:
                _log.warning("no sound: nothing was started within %d ms", self._start_within_ms)
                self._gave_up = True
                self._tell(turn, stretch, on_heard, self._clock.monotonic_ms())
                self._turn += 1

    def _tell(self, turn: int, stretch: Stretch, on_heard: OnHeard, clock_ms: int) -> None:
        """Call back once, unless another turn has begun; the lock keeps that from happening in between."""
        with self._lock:
            if turn == self._turn and self._waiting is not None:
                self._waiting.cancel()
                self._waiting = None
                on_heard(stretch, clock_ms)
