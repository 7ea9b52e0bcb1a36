"""What a listener hears: the whole way from the score through playsound3 to a sound server, beside a busy window."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kinetic_home.audio.player import StretchPlayer
from kinetic_home.audio.stage import MEASURED_CLIPS
from kinetic_home.audio.start import shipped_voice, sound_player, track_writer
from kinetic_home.score.lookup import marks_between
from kinetic_home.score.score import MarkKind
from kinetic_home.workflow.ports import Levels, SoundState, Stretch
from tests.audio.listener import RATE_HZ, Listener, listening, missing_tools, onsets
from tests.audio.scene import ASSETS, shipped_score

pytestmark = [
    pytest.mark.sound,
    pytest.mark.skipif(bool(missing_tools()), reason=f"needs {', '.join(missing_tools())}"),
]

_FRAME_MS = 16
# Every fourth frame the window keeps the processor for this long.
_BUSY_S = 0.025
_WITHIN_MS = 1.0
_PICTURE_WITHIN_MS = 40


class RealClock:
    """The computer's own clock."""

    def monotonic_ms(self) -> int:
        """Return ms that only go forward."""
        return time.monotonic_ns() // 1_000_000

    def utc_now(self) -> str:
        """Return nothing that this test needs."""
        raise NotImplementedError

    def utc_offset_min(self) -> int:
        """Return nothing that this test needs."""
        raise NotImplementedError


class BusyWindow(QWidget):
    """A window that animates 60 times a second and is kept busy for 25 ms in every 64."""

    heard = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.frames = 0
        timer = QTimer(self, interval=_FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._show_frame)
        timer.start()

    def _show_frame(self) -> None:
        self.frames += 1
        self.update()
        if self.frames % 4 == 0:
            until = time.perf_counter() + _BUSY_S
            while time.perf_counter() < until:
                pass

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw something that takes a moment."""
        painter = QPainter(self)
        for line in range(100):
            painter.drawLine(0, line * 4, self.width(), (line * self.frames) % 400)
        painter.end()


def wait_until_measured(qtbot, player: StretchPlayer) -> None:
    """Let the silent clips be played that measure the onset."""
    qtbot.waitUntil(lambda: player._stage._measured >= MEASURED_CLIPS, timeout=20_000)
    assert player.state is SoundState.WORKING


@pytest.fixture
def listener() -> Iterator[Listener]:
    with listening() as listener:
        yield listener


@pytest.fixture
def player(listener: Listener) -> Iterator[StretchPlayer]:
    player = sound_player(RealClock(), track_writer(ASSETS, shipped_voice(ASSETS)))
    player.set_levels(Levels(voice=0))
    player.open()
    yield player
    player.close()


def beats_of(stretch: Stretch) -> list[int]:
    """Return where a stretch's beats lie, in ms from its beginning."""
    marks = marks_between(stretch.score, stretch.from_ms, stretch.to_ms)
    return [mark.at_ms - stretch.from_ms for mark in marks if mark.kind is MarkKind.BEAT]


def play_through(qtbot, window: BusyWindow, player: StretchPlayer, stretch: Stretch) -> int:
    """Play a stretch to its end and return when its beginning was to be heard, on the monotonic clock."""
    with qtbot.waitSignal(window.heard, timeout=5_000) as started:
        player.start(stretch, window.heard.emit)
    over_ms = started.args[1] + stretch.length_ms + 400
    qtbot.waitUntil(lambda: RealClock().monotonic_ms() > over_ms, timeout=2 * stretch.length_ms + 2_000)
    return started.args[1]


def test_beats_are_heard_on_time_beside_a_busy_window(qtbot, listener: Listener, player: StretchPlayer):
    score = shipped_score("F_A", "act_bridge")
    begin = score.sections[0].work_ms - 1_000
    stretches = [Stretch(score=score, spoken=(), from_ms=begin, to_ms=begin + ms) for ms in (6_000, 1_500, 1_500)]
    window = BusyWindow()
    qtbot.addWidget(window)
    window.show()
    wait_until_measured(qtbot, player)
    began = [play_through(qtbot, window, player, stretch) for stretch in stretches]

    heard = onsets(listener.samples())
    beats = [beats_of(stretch) for stretch in stretches]
    assert len(heard) == sum(map(len, beats))
    intervals_ms = np.diff(heard[: len(beats[0])]) * 1000 / RATE_HZ
    assert np.abs(intervals_ms - np.diff(beats[0])).max() <= _WITHIN_MS

    first_of = np.cumsum([0, *map(len, beats[:-1])])
    late_ms = [
        listener.time_of_ms(int(heard[n])) - (at + b[0]) for n, at, b in zip(first_of, began, beats, strict=True)
    ]
    # The median, because there may be other work at any one instant; with more work than processors all the time
    # every program starts late, and nothing can be said.
    overworked = os.getloadavg()[0] > (os.cpu_count() or 1)
    assert overworked or abs(np.median(late_ms)) <= _PICTURE_WITHIN_MS


def test_a_stop_is_heard_at_once(qtbot, listener: Listener, player: StretchPlayer):
    score = shipped_score("F_A", "act_bridge")
    from_ms = score.sections[0].work_ms - 1_000
    window = BusyWindow()
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: player.state is SoundState.WORKING, timeout=10_000)
    with qtbot.waitSignal(window.heard, timeout=5_000) as started:
        player.start(Stretch(score=score, spoken=(), from_ms=from_ms, to_ms=from_ms + 6_000), window.heard.emit)
    qtbot.waitUntil(lambda: RealClock().monotonic_ms() > started.args[1] + 1_500, timeout=5_000)

    before = time.perf_counter()
    player.stop()
    stopped_in_ms = (time.perf_counter() - before) * 1000
    count = len(onsets(listener.samples()))
    window.close()
    qtbot.waitUntil(lambda: RealClock().monotonic_ms() > started.args[1] + 3_500, timeout=5_000)
    assert stopped_in_ms < 10
    assert len(onsets(listener.samples())) == count
