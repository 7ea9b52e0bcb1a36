"""The stage: what it plays with, what the life of each player teaches it, and what it leaves behind."""

import os
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kinetic_home.audio.calibrate import MOST_LATE_MS
from kinetic_home.audio.stage import CLIP_MS, MEASURED_CLIPS, Stage
from kinetic_home.score.score import Beat
from kinetic_home.workflow.ports import Levels, SoundState
from tests.audio.fakes import FakeBackend, FakeWriter
from tests.audio.scene import stretch
from tests.fakes import FakeClock

SOON = stretch((0, Beat.LIFT))
LATER = stretch((0, Beat.LIFT), from_ms=1_500)


class Scene:
    """A stage with two backends on a clock that is told the time."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.writer = FakeWriter()
        self.first = FakeBackend("gstreamer")
        self.second = FakeBackend("alsa")
        self.stage = Stage(clock=self.clock, writer=self.writer, find_backends=lambda: (self.first, self.second))

    def open_measured(self, onset_ms: int = 60) -> None:
        """Open the stage and let its silent clips be played to their ends."""
        self.stage.open()
        for _ in range(MEASURED_CLIPS):
            self.live(self.first, CLIP_MS + onset_ms + 8)

    def live(self, backend: FakeBackend, lifetime_ms: int) -> None:
        """Let the sound that began last live so long, with a look shortly before its end."""
        self.clock.advance(max(lifetime_ms - 5, 0))
        self.stage.look()
        backend.sounds[-1].end()
        self.clock.advance(min(lifetime_ms, 5))
        self.stage.look()

    def play(self, levels: Levels | None = None, *, wanted: bool = True) -> int | None:
        """Play a stretch."""
        return self.stage.play(SOON, levels or Levels(), still_wanted=lambda: wanted)


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scene]:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    scene = Scene()
    yield scene
    scene.stage.close()


def test_at_first_nobody_knows_whether_sound_works(scene: Scene):
    scene.stage.open()
    assert scene.stage.state is SoundState.STARTING
    assert scene.stage.offset_ms == 40


def test_silent_clips_show_that_sound_works_and_when_it_is_heard(scene: Scene):
    scene.open_measured(onset_ms=60)
    assert scene.stage.state is SoundState.WORKING
    assert scene.stage.offset_ms == 60
    assert len(scene.first.sounds) == MEASURED_CLIPS


def test_without_anything_to_play_with_it_is_silent_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    stage = Stage(clock=FakeClock(), writer=FakeWriter(), find_backends=lambda: ())
    stage.open()
    assert stage.state is SoundState.SILENT
    assert stage.play(SOON, Levels(), still_wanted=lambda: True) is None
    stage.close()


def test_a_sound_server_that_starts_later_is_found_by_the_next_stretch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    found: list[FakeBackend] = []
    stage = Stage(clock=FakeClock(), writer=FakeWriter(), find_backends=lambda: tuple(found))
    stage.open()
    found.append(FakeBackend())
    assert stage.play(SOON, Levels(), still_wanted=lambda: True) == 0
    stage.close()


def test_a_backend_that_gives_up_early_is_followed_by_the_next_one(scene: Scene):
    scene.stage.open()
    scene.live(scene.first, 400)
    assert scene.stage.state is SoundState.STARTING
    scene.live(scene.second, CLIP_MS + 12)
    assert scene.stage.state is SoundState.WORKING
    assert scene.stage.offset_ms == 4


def test_a_backend_that_hangs_is_stopped_and_followed_by_the_next_one(scene: Scene):
    scene.stage.open()
    scene.clock.advance(CLIP_MS + MOST_LATE_MS + 1)
    scene.stage.look()
    assert scene.first.sounds[0].stopped.is_set()
    assert len(scene.second.sounds) == 1


def test_when_no_backend_is_heard_the_state_says_so(scene: Scene):
    scene.stage.open()
    scene.live(scene.first, 400)
    scene.live(scene.second, 400)
    assert scene.stage.state is SoundState.SILENT


def test_a_mended_sound_system_is_found_by_the_next_stretch(scene: Scene):
    scene.stage.open()
    for backend in (scene.first, scene.second, scene.first):
        scene.live(backend, 400)
    assert scene.play() is not None
    scene.live(scene.second, 1_030)
    assert scene.stage.state is SoundState.WORKING


def test_a_stretch_that_dies_half_way_is_noticed(scene: Scene):
    scene.open_measured()
    scene.second.refuse = True
    scene.play()
    scene.live(scene.first, 500)
    assert scene.stage.state is SoundState.SILENT


def test_a_backend_that_refuses_plays_nothing_and_the_next_one_is_taken(scene: Scene):
    scene.open_measured()
    scene.first.refuse = True
    assert scene.play() is None
    assert scene.play() is not None
    assert len(scene.second.sounds) == 1


def test_a_stretch_says_when_it_was_started(scene: Scene):
    scene.open_measured()
    assert scene.play() == scene.clock.monotonic_ms()
    assert scene.first.sounds[-1].file.read_text() == "0"


def test_a_stretch_that_is_started_ends_what_was_playing(scene: Scene):
    scene.stage.open()
    scene.play()
    assert scene.first.sounds[0].stopped.is_set()
    assert scene.first.sounds[1].alive


def test_a_stretch_that_nobody_wants_any_more_is_stopped_as_soon_as_it_is_started(scene: Scene):
    scene.open_measured()
    scene.play(wanted=False)
    assert scene.first.sounds[-1].stopped.is_set()


def test_a_stretch_that_was_stopped_says_nothing_about_the_sound(scene: Scene):
    scene.open_measured()
    scene.play()
    scene.stage.stop()
    scene.clock.advance(100)
    scene.stage.look()
    assert scene.stage.state is SoundState.WORKING


def test_a_prepared_stretch_is_not_rendered_again(scene: Scene):
    scene.open_measured()
    scene.stage.prepare(SOON, Levels())
    scene.play()
    assert scene.writer.written == [(0, Levels())]


def test_the_same_stretch_asked_for_anew_is_not_rendered_again(scene: Scene):
    scene.open_measured()
    scene.stage.prepare(replace(SOON), Levels())
    scene.play()
    assert scene.writer.written == [(0, Levels())]


def test_other_levels_render_a_prepared_stretch_again(scene: Scene):
    scene.open_measured()
    scene.stage.prepare(SOON, Levels())
    scene.play(Levels(voice=0.5))
    assert [levels.voice for _, levels in scene.writer.written] == [1, 0.5]


def test_another_prepared_stretch_replaces_the_first(scene: Scene, tmp_path: Path):
    scene.open_measured()
    scene.stage.prepare(SOON, Levels())
    scene.stage.prepare(LATER, Levels())
    (folder,) = tmp_path.iterdir()
    assert [file.read_text() for file in folder.iterdir()] == ["1500"]


def test_with_both_levels_at_nothing_nothing_is_played(scene: Scene):
    scene.open_measured()
    assert scene.play(Levels(beat=0, voice=0)) is None
    assert scene.writer.written == []
    assert scene.stage.state is SoundState.WORKING


def test_a_full_disk_leaves_the_session_silent_and_not_ended(scene: Scene):
    scene.open_measured()
    scene.writer.broken = True
    assert scene.play() is None
    assert scene.stage.state is SoundState.SILENT


def test_a_temporary_folder_that_cannot_be_made_leaves_it_silent(scene: Scene, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere")
    scene.stage.open()
    assert scene.stage.state is SoundState.SILENT


def test_a_file_is_removed_when_its_sound_has_ended(scene: Scene, tmp_path: Path):
    scene.open_measured()
    scene.play()
    scene.live(scene.first, 1_048)
    (folder,) = tmp_path.iterdir()
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps other people out in its own way")
def test_nobody_else_may_look_into_the_folder(scene: Scene, tmp_path: Path):
    scene.stage.open()
    (folder,) = tmp_path.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_closing_leaves_nothing_behind(scene: Scene, tmp_path: Path):
    scene.open_measured()
    scene.play()
    scene.stage.close()
    assert list(tmp_path.iterdir()) == []
    assert scene.first.sounds[-1].stopped.is_set()


def test_what_a_killed_program_left_behind_days_ago_is_removed(scene: Scene, tmp_path: Path):
    old, fresh = tmp_path / "kinetic-home-sound-old", tmp_path / "kinetic-home-sound-fresh"
    for folder in (old, fresh):
        folder.mkdir()
    os.utime(old, (0, 0))
    scene.stage.open()
    assert not old.exists()
    assert fresh.exists()


def test_a_late_look_teaches_nothing_about_the_onset(scene: Scene):
    scene.open_measured(onset_ms=60)
    scene.play()
    scene.first.sounds[-1].end()
    scene.clock.advance(1_010)
    scene.stage.look()
    assert scene.stage.offset_ms == 60


def test_while_nothing_plays_there_is_nothing_to_look_at(scene: Scene):
    assert scene.stage.next_look_s() is None


def test_a_sound_is_looked_at_more_closely_towards_its_end(scene: Scene):
    scene.stage.open()
    early = scene.stage.next_look_s()
    scene.clock.advance(CLIP_MS - 50)
    late = scene.stage.next_look_s()
    assert (early, late) == (0.25, 0.002)
