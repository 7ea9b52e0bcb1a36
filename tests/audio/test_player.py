"""The player: nobody waits for it, and it calls back once for what was started last."""

import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest

from kinetic_home.audio.player import StretchPlayer
from kinetic_home.audio.stage import Stage
from kinetic_home.audio.timing import LEAD_SILENCE_MS
from kinetic_home.score.score import Beat
from kinetic_home.workflow.ports import Levels, SoundPlayer, SoundState, Stretch
from tests.audio.fakes import FakeBackend, FakeWriter
from tests.audio.scene import stretch
from tests.fakes import FakeClock

ONE = stretch((0, Beat.LIFT))
TWO = stretch((0, Beat.LIFT), from_ms=500)
LONG_S = 10


class Scene:
    """A player on a backend that remembers, and everything that it called back."""

    def __init__(self, *, start_within_ms: int = 60_000) -> None:
        self.clock = FakeClock(monotonic_ms=5_000)
        self.writer = FakeWriter()
        self.backend = FakeBackend()
        self.found = threading.Event()
        self.found.set()
        self.heard: SimpleQueue[tuple[Stretch, int]] = SimpleQueue()
        stage = Stage(clock=self.clock, writer=self.writer, find_backends=self._find)
        self.player: SoundPlayer = StretchPlayer(clock=self.clock, stage=stage, start_within_ms=start_within_ms)

    def _find(self) -> tuple[FakeBackend, ...]:
        assert self.found.wait(LONG_S)
        return (self.backend,)

    def start(self, wanted: Stretch) -> None:
        """Start a stretch and note when it is called back."""
        self.player.start(wanted, self.note)

    def note(self, heard: Stretch, clock_ms: int) -> None:
        """Note a call back."""
        self.heard.put((heard, clock_ms))

    def next_heard(self) -> tuple[Stretch, int]:
        """Return the next call back."""
        return self.heard.get(timeout=LONG_S)

    def nothing_more_heard(self) -> bool:
        """Tell whether no more was called back, once all that was asked for has been done."""
        self.found.set()
        self.backend.held.set()
        self.player.close()
        try:
            self.heard.get_nowait()
        except Empty:
            return True
        return False


@pytest.fixture
def private_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def scene(private_folder: Path) -> Iterator[Scene]:
    scene = Scene()
    yield scene
    scene.found.set()
    scene.backend.held.set()
    scene.player.close()


def test_a_start_is_called_back_with_the_instant_at_which_it_is_heard(scene: Scene):
    scene.start(ONE)
    assert scene.next_heard() == (ONE, 5_000 + 40 + LEAD_SILENCE_MS)


def test_the_offset_that_a_person_set_counts_before_the_measured_one(scene: Scene):
    scene.player.set_offset(120)
    scene.start(ONE)
    assert scene.next_heard() == (ONE, 5_000 + 120 + LEAD_SILENCE_MS)
    scene.player.set_offset(None)
    assert scene.player.onset_offset_ms == 40


def test_nothing_happens_before_somebody_asks(private_folder: Path):
    scene = Scene()
    assert list(private_folder.iterdir()) == []
    assert scene.player.state is SoundState.STARTING
    scene.player.close()


def test_no_call_waits_for_what_is_slow(scene: Scene):
    scene.found.clear()
    scene.player.open()
    scene.player.prepare(ONE)
    scene.start(ONE)
    scene.player.stop()
    scene.start(TWO)
    scene.found.set()
    assert scene.next_heard()[0] is TWO


def test_a_stretch_that_was_stopped_is_not_called_back(scene: Scene):
    scene.found.clear()
    scene.start(ONE)
    scene.player.stop()
    assert scene.nothing_more_heard()


def test_only_what_was_started_last_is_called_back_and_once(scene: Scene):
    scene.found.clear()
    scene.start(ONE)
    scene.start(TWO)
    scene.found.set()
    assert scene.next_heard()[0] is TWO
    assert scene.nothing_more_heard()


def test_a_stop_ends_the_sound_at_once(scene: Scene):
    scene.start(ONE)
    scene.next_heard()
    scene.player.stop()
    assert scene.backend.sounds[-1].stopped.is_set()


def test_a_sound_that_is_being_started_while_it_is_stopped_never_goes_on(scene: Scene):
    scene.start(ONE)
    scene.next_heard()
    scene.backend.held.clear()
    scene.backend.asked.clear()
    scene.start(TWO)
    assert scene.backend.asked.wait(LONG_S)
    scene.player.stop()
    scene.backend.held.set()
    scene.player.close()
    assert all(sound.stopped.is_set() for sound in scene.backend.sounds)
    assert scene.heard.empty()


def test_a_prepared_stretch_starts_without_being_rendered_again(scene: Scene):
    scene.player.prepare(ONE)
    scene.start(ONE)
    scene.next_heard()
    assert scene.writer.written == [(0, Levels())]


def test_the_levels_count_for_what_is_started_next(scene: Scene):
    scene.player.set_levels(Levels(beat=0.5, voice=0))
    scene.start(ONE)
    scene.next_heard()
    assert scene.writer.written == [(0, Levels(beat=0.5, voice=0))]


def test_without_any_backend_the_picture_begins_at_once(private_folder: Path):
    scene = Scene()
    stage = Stage(clock=scene.clock, writer=scene.writer, find_backends=lambda: ())
    player = StretchPlayer(clock=scene.clock, stage=stage)
    player.start(ONE, scene.note)
    assert scene.next_heard() == (ONE, 5_000)
    assert player.state is SoundState.SILENT
    player.close()


def test_a_start_that_hangs_lets_the_picture_go_on_and_is_never_heard_later(private_folder: Path):
    scene = Scene(start_within_ms=20)
    scene.backend.held.clear()
    scene.start(ONE)
    assert scene.next_heard() == (ONE, 5_000)
    assert scene.player.state is SoundState.SILENT
    assert scene.nothing_more_heard()
    assert all(sound.stopped.is_set() for sound in scene.backend.sounds)


def test_a_mistake_in_a_call_back_does_not_end_all_sound(scene: Scene, caplog: pytest.LogCaptureFixture):
    called = threading.Event()

    def mistaken(heard: Stretch, clock_ms: int) -> None:
        called.set()
        raise TypeError("a mistake")

    scene.player.start(ONE, mistaken)
    assert called.wait(LONG_S)
    scene.start(TWO)
    assert scene.next_heard()[0] is TWO
    assert "a mistake" in caplog.text


def test_closing_ends_the_thread_and_leaves_nothing_behind(scene: Scene, private_folder: Path):
    scene.start(ONE)
    scene.next_heard()
    scene.player.close()
    assert list(private_folder.iterdir()) == []
    assert not [thread for thread in threading.enumerate() if thread.name == "sound"]
