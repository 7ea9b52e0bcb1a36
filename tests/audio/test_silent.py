"""The player for those who switched the sound off."""

from kinetic_home.audio.silent import SilentPlayer
from kinetic_home.score.score import Beat
from kinetic_home.workflow.ports import Levels, SoundPlayer, SoundState, Stretch
from tests.audio.scene import stretch
from tests.fakes import FakeClock


def test_the_picture_begins_at_once_and_nothing_is_amiss():
    clock = FakeClock(monotonic_ms=7_000)
    player: SoundPlayer = SilentPlayer(clock)
    heard: list[tuple[Stretch, int]] = []

    def note(begun: Stretch, clock_ms: int) -> None:
        heard.append((begun, clock_ms))

    player.open()
    player.set_levels(Levels(beat=0.5))
    player.set_offset(100)
    one = stretch((0, Beat.LIFT))
    player.prepare(one)
    player.start(one, note)
    player.stop()
    player.close()
    assert heard == [(one, 7_000)]
    assert (player.state, player.onset_offset_ms) == (SoundState.WORKING, 0)
