"""kinetic-home sound: the track of a stretch as a file."""

from __future__ import annotations

import array
import wave
from pathlib import Path

from kinetic_home.app import content
from kinetic_home.audio.timing import LEAD_SILENCE_MS
from kinetic_home.domain.plan import SessionId
from kinetic_home.domain.script import script_of
from kinetic_home.score.compile import compile_score
from kinetic_home.score.lookup import stretches
from kinetic_home.score.score import MarkKind
from tests.app.commands.conftest import Run


def samples_of(file: Path) -> tuple[int, array.array[int]]:
    with wave.open(str(file), "rb") as sound:
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
        return sound.getframerate(), array.array("h", sound.readframes(sound.getnframes()))


def test_every_beat_of_the_score_begins_on_its_sample(run: Run, tmp_path: Path):
    out = tmp_path / "stretch.wav"
    ran = run("sound", "--session", "REC", "--stretch", 1, "--beats-only", "--out", out, "--data", tmp_path / "none")
    assert ran.code == 0
    rate, samples = samples_of(out)
    exercises = content.catalogue()
    plan = content.plan_in_use(exercises, tmp_path)
    score = compile_score(script_of(plan, plan.sessions[SessionId("REC")], exercises))
    from_ms, to_ms = stretches(score)[0]
    beats = [mark.at_ms for mark in score.marks if mark.kind is MarkKind.BEAT and from_ms <= mark.at_ms < to_ms]
    silent_until = 0
    for beat in beats:
        first = (beat - from_ms + LEAD_SILENCE_MS) * rate // 1000
        assert not any(samples[silent_until:first]), f"something sounds before the beat at {beat} ms"
        assert any(samples[first : first + rate // 1000])
        silent_until = first + rate * 26 // 100


def test_the_voice_is_left_out_only_when_asked(run: Run, tmp_path: Path):
    both, beats = tmp_path / "both.wav", tmp_path / "beats.wav"
    run("sound", "--session", "REC", "--stretch", 1, "--out", both, "--data", tmp_path / "none")
    run("sound", "--session", "REC", "--stretch", 1, "--beats-only", "--out", beats, "--data", tmp_path / "none")
    assert sum(map(abs, samples_of(both)[1])) > 1.3 * sum(map(abs, samples_of(beats)[1]))


def test_a_stretch_that_is_not_there_is_told_with_how_many_there_are(run: Run, tmp_path: Path):
    ran = run("sound", "--session", "REC", "--stretch", 99, "--out", tmp_path / "x.wav")
    assert (ran.code, "7 stretches" in ran.err) == (2, True)
