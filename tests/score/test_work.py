"""The phases of one bout's work."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.dose import Dose
from kinetic_home.domain.exercise import First, RepPhase
from kinetic_home.domain.tempo import Tempo
from kinetic_home.score.work import work_phases
from tests.builders import holds, reps, timed


def told(first: First, dose: Dose) -> list[tuple[str, int, str]]:
    return [(p.phase.value, p.end_ms - p.start_ms, p.pose_from + p.pose_to) for p in work_phases(first, dose)]


def test_an_exercise_that_lowers_first_goes_down_pauses_and_comes_up():
    assert told(First.ECCENTRIC, reps(1, tempo="3-1-2-1")) == [
        ("eccentric", 3000, "AB"),
        ("pause", 1000, "BB"),
        ("concentric", 2000, "BA"),
        ("pause", 1000, "AA"),
    ]


def test_an_exercise_that_lifts_first_pauses_at_the_top_with_the_second_pause():
    assert told(First.CONCENTRIC, reps(1, tempo="3-1-2-5")) == [
        ("concentric", 2000, "AB"),
        ("pause", 5000, "BB"),
        ("eccentric", 3000, "BA"),
        ("pause", 1000, "AA"),
    ]


def test_a_jump_goes_up_lands_holds_the_landing_and_gets_ready_again():
    assert told(First.JUMP, reps(2, tempo="1-2-1-0")) == 2 * [
        ("jump", 300, "AB"),
        ("land", 400, "BA"),
        ("hold", 2000, "AA"),
        ("pause", 1000, "AA"),
    ]


def test_phases_of_no_length_are_left_out():
    assert [phase for phase, _, _ in told(First.CONCENTRIC, reps(1, tempo="3-0-2-0"))] == ["concentric", "eccentric"]


def test_a_hold_takes_two_seconds_in_and_two_seconds_out_for_each_repetition():
    assert (
        told(First.HOLD, holds(2, hold_ms=5000))
        == [
            ("move", 2000, "AB"),
            ("hold", 5000, "BB"),
            ("return", 2000, "BA"),
        ]
        * 2
    )


def test_a_hold_by_time_is_one_hold_of_that_time():
    dose = Dose(sets=1, work_ms=120_000, rest_ms=0)
    assert told(First.HOLD, dose) == [("move", 2000, "AB"), ("hold", 120_000, "BB"), ("return", 2000, "BA")]


def test_each_half_of_a_cycle_lasts_one_beat():
    phases = work_phases(First.CYCLIC, timed(120_000, bpm=100))
    assert {p.end_ms - p.start_ms for p in phases} == {600}
    assert phases[-1].end_ms == 120_000
    assert [p.phase for p in phases[:2]] == [RepPhase.MOVE, RepPhase.RETURN]


def test_beats_that_are_no_whole_number_of_ms_do_not_drift():
    phases = work_phases(First.CYCLIC, timed(120_000, bpm=90))
    assert all(abs(p.start_ms - k * 60_000 / 90) <= 0.5 for k, p in enumerate(phases))


def test_time_left_after_the_last_whole_cycle_is_a_pause_so_that_the_time_is_kept():
    phases = work_phases(First.CYCLIC, timed(90_000, bpm=90))
    assert phases[-1].end_ms == 90_000
    assert (phases[-1].phase, phases[-1].pose_to) == (RepPhase.PAUSE, "A")


def test_cycles_by_tempo_can_pause_at_both_ends():
    assert told(First.CYCLIC, reps(1, tempo="2-1-2-1")) == [
        ("move", 2000, "AB"),
        ("pause", 1000, "BB"),
        ("return", 2000, "BA"),
        ("pause", 1000, "AA"),
    ]


def test_cycles_counted_and_paced_by_a_beat_end_with_the_last_cycle():
    phases = work_phases(First.CYCLIC, Dose(sets=1, reps=12, bpm=50, rest_ms=0))
    assert (len(phases), phases[-1].end_ms) == (24, 28_800)


def test_work_by_time_and_tempo_fills_the_time_with_whole_repetitions():
    phases = work_phases(First.CYCLIC, timed(10_000, bpm=None, tempo="1-0-2-0"))
    assert (phases[-1].rep_no, phases[-1].end_ms, phases[-1].phase) == (3, 10_000, RepPhase.PAUSE)


def test_work_too_short_for_one_repetition_is_a_pause():
    phases = work_phases(First.CYCLIC, timed(1_000, bpm=20))
    assert [(p.phase, p.end_ms) for p in phases] == [(RepPhase.PAUSE, 1000)]


@pytest.mark.parametrize(("first", "dose"), [(First.HOLD, reps(3)), (First.ECCENTRIC, holds())])
def test_a_dose_that_does_not_say_what_the_exercise_needs_is_refused(first: First, dose: Dose):
    with pytest.raises(ValueError, match="need"):
        work_phases(first, dose)


phase_ms = st.integers(0, 8000)


@given(
    st.sampled_from([First.ECCENTRIC, First.CONCENTRIC, First.CYCLIC]),
    st.builds(
        lambda e, low, c, high: Tempo(eccentric_ms=e, pause_low_ms=low, concentric_ms=c + 1, pause_high_ms=high),
        phase_ms,
        phase_ms,
        phase_ms,
        phase_ms,
    ),
    st.integers(1, 40),
)
def test_repetitions_tile_their_time_and_join_pose_to_pose(first: First, tempo: Tempo, count: int):
    phases = work_phases(first, Dose(sets=1, reps=count, tempo=tempo, rest_ms=0))
    assert phases[0].start_ms == 0
    assert phases[-1].end_ms == count * tempo.rep_ms
    assert all(a.end_ms == b.start_ms for a, b in itertools.pairwise(phases))
    assert {p.rep_no for p in phases} == set(range(1, count + 1))


def test_a_hold_is_held_even_where_its_dose_names_a_beat():
    dose = Dose(sets=1, work_ms=20_000, bpm=60, rest_ms=0)
    assert told(First.HOLD, dose) == [("move", 2000, "AB"), ("hold", 20_000, "BB"), ("return", 2000, "BA")]
