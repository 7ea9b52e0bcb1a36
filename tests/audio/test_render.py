"""A stretch as sound: every beat on its exact sample, every phrase whole, nothing too loud."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.audio.render import DUCKED, VOICE_GAIN, render
from kinetic_home.audio.timing import LEAD_SILENCE_MS, SAMPLES_PER_MS, sample_of
from kinetic_home.audio.track import FULL_SCALE, Track
from kinetic_home.domain.script import SessionScript
from kinetic_home.score.compile import compile_score
from kinetic_home.score.lookup import marks_between, stretches
from kinetic_home.score.score import Beat, MarkKind
from kinetic_home.workflow.ports import Levels, Stretch
from tests.audio.scene import beat_sounds, clips, phrase, shipped_score, spoken, stretch
from tests.score.strategies import scripts

BEATS_ONLY = Levels(voice=0)
VOICE_ONLY = Levels(beat=0)


def first_sample(samples: np.ndarray) -> int:
    return int(np.flatnonzero(samples)[0])


def test_a_track_begins_with_silence_and_lasts_as_long_as_its_stretch():
    track = render(stretch((0, Beat.LIFT), to_ms=2_000), Levels(), clips(), beat_sounds())
    assert len(track.samples) == SAMPLES_PER_MS * (2_000 + LEAD_SILENCE_MS)
    assert not track.samples[: SAMPLES_PER_MS * LEAD_SILENCE_MS].any()


@given(st.integers(0, 500_000), st.lists(st.integers(0, 20_000), min_size=1, max_size=20, unique=True))
def test_beats_alone_are_their_sounds_at_their_exact_samples(from_ms: int, offsets: list[int]):
    apart = [at for k, at in enumerate(sorted(offsets)) if k == 0 or at - sorted(offsets)[k - 1] >= 120]
    made = stretch(*((from_ms + at, Beat.LIFT) for at in apart), from_ms=from_ms, to_ms=from_ms + 21_000)
    track = render(made, BEATS_ONLY, clips(), beat_sounds())
    expected = np.zeros_like(track.samples)
    for at in apart:
        start = SAMPLES_PER_MS * (at + LEAD_SILENCE_MS)
        expected[start : start + len(beat_sounds()[Beat.LIFT])] += beat_sounds()[Beat.LIFT]
    assert np.array_equal(track.samples, expected)


@given(scripts(), st.data())
def test_every_beat_of_any_session_begins_on_its_sample(made: SessionScript, data: st.DataObject):
    score = compile_score(made)
    begin, end = data.draw(st.sampled_from(stretches(score)))
    from_ms = data.draw(st.integers(begin, end - 1))
    track = render(Stretch(score=score, spoken=(), from_ms=from_ms, to_ms=end), BEATS_ONLY, clips(), beat_sounds())
    for mark in marks_between(score, from_ms, end):
        if mark.kind is MarkKind.BEAT:
            heard = track.samples[sample_of(mark.at_ms, from_ms) :][:48]
            assert np.abs(heard.astype(int)).max() > 0.3 * np.abs(beat_sounds()[Beat(mark.ref)].astype(int)).max()


def test_a_voice_neither_moves_nor_changes_a_beat():
    score = shipped_score("F_A", "act_bridge")
    begin, end = stretches(score)[0]
    whole = Stretch(score=score, spoken=spoken(score), from_ms=begin, to_ms=end)
    both = render(whole, Levels(), clips(), beat_sounds()).samples.astype(int)
    beats = render(whole, BEATS_ONLY, clips(), beat_sounds()).samples.astype(int)
    voice = both - beats
    alone = render(whole, VOICE_ONLY, clips(), beat_sounds()).samples.astype(int)
    assert np.all(np.abs(voice) <= np.abs(alone) + 1)


@pytest.mark.parametrize("session", ["F_A", "F_B", "REC"])
def test_a_shipped_session_never_comes_near_full_scale(session: str):
    score = shipped_score(session)
    for begin, end in stretches(score):
        whole = Stretch(score=score, spoken=spoken(score), from_ms=begin, to_ms=end)
        track = render(whole, Levels(), clips(), beat_sounds())
        assert np.abs(track.samples.astype(int)).max() <= (0.5 + 0.794 * VOICE_GAIN * DUCKED) * FULL_SCALE


@pytest.mark.parametrize("session", ["F_A", "F_B", "REC"])
def test_no_phrase_of_a_shipped_session_runs_past_its_stretch(session: str):
    score = shipped_score(session)
    for begin, end in stretches(score):
        whole = Stretch(score=score, spoken=spoken(score), from_ms=begin, to_ms=end)
        track = render(whole, Levels(), clips(), beat_sounds())
        assert len(track.samples) == sample_of(end, begin)


def test_a_phrase_that_had_begun_before_the_stretch_is_left_out_whole():
    said = phrase("Half way.", 1_000)
    track = render(stretch(said=(said,), from_ms=1_100), Levels(), clips(), beat_sounds())
    assert not track.samples.any()


def test_a_phrase_that_begins_in_the_stretch_is_heard_to_its_end():
    said = phrase("Half way.", 2_900)
    track = render(stretch(said=(said,), to_ms=3_000), Levels(), clips(), beat_sounds())
    clip = clips().of("Half way.")
    assert len(track.samples) == sample_of(said.at_ms, 0) + len(clip)
    heard = track.samples[sample_of(said.at_ms, 0) :] / (FULL_SCALE * VOICE_GAIN)
    assert np.allclose(heard, clip, atol=1e-4)


def test_the_voice_steps_back_while_a_beat_sounds():
    said = phrase("Half way.", 1_000)
    made = stretch((1_200, Beat.HOLD), said=(said,))
    with_beat = render(made, Levels(), clips(), beat_sounds()).samples.astype(float)
    with_beat -= render(made, BEATS_ONLY, clips(), beat_sounds()).samples
    alone = render(made, VOICE_ONLY, clips(), beat_sounds()).samples.astype(float)
    during = slice(sample_of(1_210, 0), sample_of(1_280, 0))
    assert np.sum(with_beat[during] ** 2) == pytest.approx(DUCKED**2 * np.sum(alone[during] ** 2), rel=0.01)


def test_the_levels_turn_beat_and_voice_down_apart():
    made = stretch((500, Beat.HOLD), said=(phrase("Half way.", 1_000),))
    full = render(made, Levels(), clips(), beat_sounds()).samples
    soft = render(made, Levels(beat=0.5, voice=1), clips(), beat_sounds()).samples
    beat, voice = slice(0, sample_of(700, 0)), slice(sample_of(1_000, 0), None)
    assert np.abs(soft[beat]).max() == pytest.approx(np.abs(full[beat]).max() / 4, abs=1)
    assert np.array_equal(soft[voice], full[voice])


def test_beats_on_one_instant_do_not_wrap_around():
    track = render(stretch(*[(0, Beat.READY)] * 4), Levels(), clips(), beat_sounds())
    one = beat_sounds()[Beat.READY]
    heard = track.samples[sample_of(0, 0) :][: len(one)]
    assert np.all(np.sign(heard.astype(int)) * np.sign(one.astype(int)) >= 0)


def test_the_first_beat_after_a_resume_is_still_exact():
    made = stretch((1_000, Beat.LIFT), (2_000, Beat.LOWER), from_ms=1_001)
    track = render(made, BEATS_ONLY, clips(), beat_sounds())
    assert first_sample(track.samples) - first_sample(beat_sounds()[Beat.LOWER]) == 48 * (999 + LEAD_SILENCE_MS)


def test_a_minute_of_sound_is_rendered(benchmark):
    score = shipped_score("F_A", "act_clam")
    begin = score.sections[0].work_ms - 5_000
    minute = Stretch(score=score, spoken=spoken(score), from_ms=begin, to_ms=begin + 60_000)
    track = benchmark(render, minute, Levels(), clips(), beat_sounds())
    assert track.length_ms >= 60_000


def test_a_minute_of_sound_with_every_phrase_still_to_be_decoded_is_rendered(benchmark):
    score = shipped_score("F_A", "act_clam")
    begin = score.sections[0].work_ms - 5_000
    minute = Stretch(score=score, spoken=spoken(score), from_ms=begin, to_ms=begin + 60_000)

    def cold() -> Track:
        clips().of.cache_clear()
        return render(minute, Levels(), clips(), beat_sounds())

    assert benchmark(cold).length_ms >= 60_000
