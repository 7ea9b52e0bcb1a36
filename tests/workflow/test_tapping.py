"""Tapping along: the piece to tap to, and how late the sound is by the taps."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.score.score import MarkKind
from kinetic_home.workflow.tapping import FEWEST_TAPS, beats_ms, lateness_ms, tap_score
from tests.builders import exercise

SCORE = tap_score(exercise("wu_march", per_side=False))
BEATS = beats_ms(SCORE)
# The last beat is the sound of the end; people tap to what they hear before it.
taps_late = st.integers(-300, 300)


def test_the_piece_has_one_beat_a_second_from_its_count_in_to_its_end():
    assert {b - a for a, b in pairwise(BEATS)} == {1_000}
    assert len(BEATS) >= 12


def test_nobody_is_distracted_by_cues_or_breaths_while_tapping():
    assert not {mark.kind for mark in SCORE.marks} & {MarkKind.CUE, MarkKind.BREATH}


@given(taps_late, st.lists(st.sampled_from(BEATS), min_size=FEWEST_TAPS, max_size=20))
def test_taps_that_are_all_as_late_tell_that_lateness(late: int, tapped: list[int]):
    assert lateness_ms(BEATS, [beat + late for beat in tapped]) == late


def test_one_stray_tap_changes_nothing():
    taps = [beat + 90 for beat in BEATS[:7]]
    assert lateness_ms(BEATS, [*taps, BEATS[-1] + 5_000, BEATS[3] + 380]) == 90


def test_too_few_taps_say_nothing():
    assert lateness_ms(BEATS, [beat + 50 for beat in BEATS[: FEWEST_TAPS - 1]]) is None
    assert lateness_ms(BEATS, []) is None


def test_taps_far_from_every_beat_say_nothing():
    assert lateness_ms([0], [450 + n for n in range(10)]) is None
