"""The sound of the running program: on or off, how loud, what is said when, a test, and tapping along."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kinetic_home.audio.silent import SilentPlayer
from kinetic_home.audio.start import shipped_voice, sound_player, track_writer
from kinetic_home.domain.exercise import Exercise
from kinetic_home.domain.phrases import Phrasebook
from kinetic_home.score.score import Score
from kinetic_home.score.speech import Spoken, arrange
from kinetic_home.workflow.ports import Clock, Levels, SoundPlayer, SoundState, Stretch
from kinetic_home.workflow.settings import MOST_OFFSET_MS, Settings
from kinetic_home.workflow.tapping import beats_ms, lateness_ms, tap_score

# The test sound: the count-in and the first seconds of the work.
_TEST_LEAD_MS, _TEST_WORK_MS = 3_000, 3_000
_AFTER_TEST_MS = 700
# The first beats are for finding into the rhythm.
_TAPS_TO_SPARE = 4


class Sounding(QObject):
    """Holds the players and chooses between them as the settings say.

    `tested` tells whether the test sound could be played, `tapped_out` carries the found lateness in ms or None.
    """

    tested = Signal(bool)
    tapped_out = Signal(object)
    _heard = Signal(object, object)

    def __init__(self, clock: Clock, assets: Path, phrases: Phrasebook, march: Exercise, parent: QObject) -> None:
        super().__init__(parent)
        self._clock, self._phrases, self._march = clock, phrases, march
        self._voice = shipped_voice(assets)
        self._loud = sound_player(clock, track_writer(assets, self._voice))
        self._silent = SilentPlayer(clock)
        self._on = True
        self._piece: Stretch | None = None
        self._piece_heard_ms: int | None = None
        self._taps: list[int] | None = None
        self._heard.connect(self._note_heard)

    @property
    def player(self) -> SoundPlayer:
        """Return the player that the settings ask for."""
        return self._loud if self._on else self._silent

    def use(self, settings: Settings) -> None:
        """Take on and off, levels and offset from the settings."""
        self._on = settings.sound_on
        self._loud.set_levels(Levels(beat=settings.beat_level / 100, voice=settings.voice_level / 100))
        self._loud.set_offset(settings.audio_offset_ms)

    def open(self) -> None:
        """Begin to find out what can play; call it when the window is painted."""
        if self._on:
            self._loud.open()

    def speech(self, score: Score) -> tuple[Spoken, ...]:
        """Return what is said in a session and when."""
        return arrange(score, self._phrases, self._voice.length_of)

    def test(self) -> None:
        """Play a few beats and words; `tested` follows when it is known whether they are heard."""
        score = tap_score(self._march)
        work_ms = score.sections[0].work_ms
        self._taps = None
        from_ms, to_ms = work_ms - _TEST_LEAD_MS, work_ms + _TEST_WORK_MS
        spoken = tuple(said for said in self.speech(score) if said.end_ms <= to_ms)
        self._play(Stretch(score=score, spoken=spoken, from_ms=from_ms, to_ms=to_ms))

    def begin_tapping(self) -> None:
        """Play beats to tap to; `tapped_out` follows after enough taps."""
        score = tap_score(self._march)
        section = score.sections[0]
        self._taps = []
        self._play(Stretch(score=score, spoken=(), from_ms=section.work_ms - _TEST_LEAD_MS, to_ms=section.end_ms))

    @Slot()
    def tap(self) -> None:
        """Note a tap, now."""
        if self._taps is None or self._piece is None or self._piece_heard_ms is None:
            return
        now_ms = self._clock.monotonic_ms()
        self._taps.append(self._piece.from_ms + now_ms - self._piece_heard_ms)
        beats = [beat for beat in beats_ms(self._piece.score) if beat >= self._piece.from_ms]
        if len(self._taps) >= len(beats) - _TAPS_TO_SPARE:
            late = lateness_ms(beats, self._taps)
            offset = None if late is None else min(max(self._loud.onset_offset_ms + late, 0), MOST_OFFSET_MS)
            self._taps = None
            self._loud.stop()
            self.tapped_out.emit(offset)

    def close(self) -> None:
        """Be silent for good."""
        self._loud.close()

    def _play(self, stretch: Stretch) -> None:
        self._piece, self._piece_heard_ms = stretch, None
        started: Callable[[Stretch, int], None] = self._heard.emit
        self._loud.start(stretch, started)

    @Slot(object, object)
    def _note_heard(self, stretch: Stretch, clock_ms: int) -> None:
        if stretch is self._piece:
            self._piece_heard_ms = clock_ms
            if self._taps is None:
                # Whether it was heard is known when it should be over: a player that cannot play ends too early.
                QTimer.singleShot(stretch.length_ms + _AFTER_TEST_MS, self._tell_tested)

    @Slot()
    def _tell_tested(self) -> None:
        self.tested.emit(self._loud.state is not SoundState.SILENT)
