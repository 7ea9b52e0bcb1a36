"""Steps down: the first thing that can be cut, cut until it is no more than settled; easier variants; the floor."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kinetic_home.domain.knobs import AS_IT_IS, Knobs
from kinetic_home.domain.progression.ladder import carried, rungs_above, rungs_below
from kinetic_home.domain.progression.prescription import Prescription
from kinetic_home.domain.progression.range_of_motion import less_range, lower_seat, more_range
from kinetic_home.domain.progression.step_back import easier_variant, smaller_dose
from kinetic_home.domain.side import Side
from kinetic_home.domain.tempo import Tempo
from tests.domain.progression.doses import CATALOGUE, OPEN, asked, the


def cut(now: Prescription, settled: Prescription | None = None, planned: str = "") -> Prescription:
    return smaller_dose(now, CATALOGUE, replace(OPEN, knobs=Knobs.parse(planned)), settled)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (asked("str_goblet_squat", load_kg=10), asked("str_goblet_squat", load_kg=8)),
        (asked("str_goblet_squat", load_kg=25), asked("str_goblet_squat", load_kg=20)),
        (asked("str_goblet_squat", load_kg=12.49), asked("str_goblet_squat", load_kg=9.5)),
        (asked("str_goblet_squat", load_kg=9.5), asked("str_goblet_squat", load_kg=7.5)),
        (asked("str_goblet_squat", load_kg=2.4), asked("str_goblet_squat", load_kg=2)),
        (asked("str_goblet_squat", load_kg=2, sets=3), asked("str_goblet_squat", load_kg=2, sets=2)),
        (asked("act_bridge", load_kg=0.5), asked("act_bridge", load_kg=0.0)),
        (replace(asked("act_bridge"), dose=replace(the("act_bridge").dose, load_kg=0.0)), None),
        (asked("act_clam", band=3), asked("act_clam", band=2)),
        (asked("act_clam", band=1), asked("act_clam")),
        (asked("str_knee_ext", sets=3), asked("str_knee_ext", sets=2)),
        (asked("pat_hip_hinge", sets=2, reps=15), asked("pat_hip_hinge", sets=2, reps=11)),
        (asked("pat_hip_hinge", sets=2, reps=9), asked("pat_hip_hinge", sets=2, reps=8)),
        (asked("bal_foam", sets=1, reps=3, hold_s=20), asked("bal_foam", sets=1, reps=2, hold_s=20)),
        (asked("bal_foam", sets=1, reps=1, hold_s=15), asked("bal_foam", sets=1, reps=1, hold_s=11)),
        (asked("bal_foam", sets=1, reps=1, hold_s=11), asked("bal_foam", sets=1, reps=1, hold_s=10)),
        (asked("pat_gait", sets=1, work_s=125), asked("pat_gait", sets=1, work_s=93)),
        (asked("pat_gait", sets=1, work_s=70), asked("pat_gait", sets=1, work_s=60)),
        (asked("cd_walk", work_s=1199), asked("cd_walk", work_s=899)),
        (asked("pat_gait", sets=1, work_s=60), asked("wu_march")),
        (asked("pat_box_squat", sets=2, reps=6), asked("pat_sit_to_stand")),
        (asked("str_knee_ext", sets=2, reps=8), asked("act_quad_set")),
        (asked("str_lateral_band_walk", sets=2, reps=8, band=2), asked("str_lateral_band_walk", sets=2, reps=8)),
    ],
)
def test_the_first_thing_that_can_be_cut_is_cut(now: Prescription, then: Prescription | None):
    if then is None:
        then = replace(now, dose=replace(now.dose, sets=1))
    assert cut(now) == then


@pytest.mark.parametrize(
    ("now", "settled", "then"),
    [
        # Both repetitions and holds have risen: one cut of the repetitions leaves more than settled.
        (
            asked("act_glute_squeeze", sets=1, reps=10, hold_s=10),
            asked("act_glute_squeeze", sets=1, reps=8, hold_s=5),
            asked("act_glute_squeeze", sets=1, reps=8, hold_s=5),
        ),
        (
            asked("str_wall_sit", sets=5, hold_s=60),
            asked("str_wall_sit", sets=3, hold_s=60),
            asked("str_wall_sit", sets=3, hold_s=60),
        ),
        (
            asked("pat_hip_hinge", sets=3, reps=8),
            asked("pat_hip_hinge", sets=2, reps=15),
            asked("pat_hip_hinge", sets=2, reps=8),
        ),
        # What settled was another rung: it goes on down the ladder until it is no more work than that.
        (
            asked("pat_box_squat", sets=2, reps=6),
            asked("pat_sit_to_stand", sets=1, reps=8),
            asked("pat_sit_to_stand", sets=1, reps=7),
        ),
        # Less work alone is not enough: neither slower, faster nor deeper than settled.
        (
            asked("pat_step_down_low", sets=3, reps=12, tempo="4-0-2-0"),
            asked("pat_step_down_low", sets=3, reps=12),
            asked("pat_step_down_low", sets=2, reps=12),
        ),
        (
            asked("pat_gait", sets=1, work_s=600, bpm=110),
            asked("pat_gait", sets=1, work_s=600, bpm=105),
            asked("pat_gait", sets=1, work_s=450, bpm=105),
        ),
        (
            asked("pat_sit_to_stand", sets=3, reps=15, knobs="seat_cm=40"),
            asked("pat_sit_to_stand", sets=3, reps=15),
            asked("pat_sit_to_stand", sets=2, reps=15),
        ),
        (
            asked("pat_step_up", sets=3, reps=10),
            asked("pat_step_up", sets=3, reps=10, knobs="step_cm=15"),
            asked("pat_step_up", sets=2, reps=10, knobs="step_cm=15"),
        ),
        (
            asked("pat_box_squat", sets=4, knobs="depth=60"),
            asked("pat_box_squat", sets=4, knobs="depth=45"),
            asked("pat_box_squat", sets=3, knobs="depth=45"),
        ),
        # A load is cut before a band, but the band that settled is the heaviest all the same.
        (
            asked("str_knee_ext", load_kg=1, band=2),
            asked("str_knee_ext", load_kg=1, band=1),
            asked("str_knee_ext", load_kg=0.5, band=1),
        ),
        (
            asked("str_knee_ext", load_kg=1, band=2),
            replace(asked("str_knee_ext", load_kg=1), band=None),
            asked("str_knee_ext", load_kg=0.5, band=1),
        ),
        (asked("act_clam", sets=3, band=2), asked("act_clam", sets=3), asked("act_clam", sets=3)),
        (asked("act_clam", sets=3, band=2), asked("act_clam", sets=3, band=3), asked("act_clam", sets=3, band=1)),
        # The tempo of one exercise says nothing about another's.
        (
            asked("pat_box_squat", sets=2, reps=6),
            asked("pat_box_squat", sets=4, reps=15, tempo="1-0-1-0"),
            asked("pat_sit_to_stand"),
        ),
        # What is gentler now than what settled stays so.
        (
            asked("pat_step_down_low", sets=3, reps=12),
            asked("pat_step_down_low", sets=3, reps=12, tempo="4-0-2-0"),
            asked("pat_step_down_low", sets=2, reps=12),
        ),
        (
            asked("pat_box_squat", sets=4, knobs="depth=45"),
            asked("pat_box_squat", sets=4),
            asked("pat_box_squat", sets=3, knobs="depth=45"),
        ),
        (
            asked("pat_gait", sets=2, bpm=100),
            asked("pat_gait", sets=2, bpm=110),
            asked("pat_gait", sets=1, bpm=100),
        ),
    ],
)
def test_it_is_cut_again_until_it_is_no_more_than_what_settled(
    now: Prescription, settled: Prescription, then: Prescription
):
    assert cut(now, settled) == then


def test_a_beat_and_a_tempo_are_not_compared():
    by_beat = asked("pat_gait", sets=2)
    by_tempo = replace(by_beat, dose=replace(by_beat.dose, bpm=None, tempo=Tempo.parse("1-0-1-0")))
    for now, settled in ((by_beat, by_tempo), (by_tempo, by_beat)):
        assert cut(now, settled) == replace(now, dose=replace(now.dose, sets=1))


def test_at_the_floor_it_stays_whatever_settled_once():
    floor = asked("bal_tandem", sets=1, reps=1, hold_s=10)
    assert cut(floor, asked("mob_plantar_fascia", sets=1, reps=5)) == floor
    lighter = replace(floor, side=Side.LEFT)
    assert cut(floor, lighter) == floor


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (asked("str_goblet_squat", sets=4, load_kg=20), asked("pat_box_squat")),
        (asked("str_calf_single", side=Side.RIGHT), asked("str_calf_double")),
        (asked("pat_step_down", side=Side.RIGHT), asked("str_split_squat", side=Side.RIGHT)),
        (asked("ply_jump_stick"), asked("str_goblet_squat")),
        (asked("ply_pogo"), asked("str_calf_ecc_drop")),
        (asked("pat_hip_hinge", sets=3, reps=12), asked("pat_hip_hinge", sets=2, reps=8, knobs="depth=53")),
        (asked("pat_step_up"), asked("pat_step_up", sets=2, reps=6, knobs="step_cm=10")),
        (asked("pat_step_up", knobs="step_cm=15"), asked("pat_step_up", sets=2, reps=6, knobs="step_cm=10")),
        (asked("pat_sit_to_stand", sets=2), asked("pat_sit_to_stand", sets=1, reps=5, knobs="seat_cm=54")),
        (asked("pat_sit_to_stand", knobs="seat_cm=54"), asked("pat_sit_to_stand", sets=1, reps=5, knobs="seat_cm=60")),
        (asked("act_clam", sets=3, reps=20, band=3), asked("act_clam", sets=2, reps=10, knobs="depth=23")),
        (asked("str_carry", load_kg=10), asked("str_carry", sets=2, work_s=20, load_kg=2)),
        (asked("bal_tandem"), asked("bal_tandem", sets=1, reps=1, hold_s=10)),
    ],
)
def test_an_easier_variant_is_the_rung_below_or_the_lowest_dose_with_less_range(now: Prescription, then: Prescription):
    assert easier_variant(now, CATALOGUE, OPEN) == then


@pytest.mark.parametrize(
    ("name", "planned", "then"),
    [
        # A support that one stands with is not lost, so the hinge with a stick in both hands is passed by.
        ("str_kickstand_dl", "support=both_hands", None),
        ("pat_box_squat", "support=both_hands", "support=both_hands"),
        ("pat_step_down_low", "support=one_hand step_cm=10", "support=one_hand step_cm=10"),
        # Sitting down on a chair bends the knee further than the cap on the squat.
        ("pat_box_squat", "depth=60", None),
        ("str_goblet_squat", "depth=60 stance=wide", "depth=60 stance=wide"),
        # What only slows an exercise down falls away where there is nothing to be slowed.
        ("str_calf_double", "pause_s=1 lower_s=1 stance=wide", "stance=wide"),
        ("str_sl_deadlift", "depth=60", "depth=60"),
        ("bal_sls", "depth=40", ""),
        # The knee that may not straighten beyond a cap would be straight there.
        ("str_knee_ext", "depth=60", None),
        ("str_lateral_band_walk", "pause_s=1", "pause_s=1"),
    ],
)
def test_the_plans_knobs_go_along_down_the_ladder_and_what_protects_is_never_lost(
    name: str, planned: str, then: str | None
):
    now = asked(name, knobs=planned)
    before = rungs_below(CATALOGUE, now.exercise)[0]
    found = easier_variant(now, CATALOGUE, replace(OPEN, knobs=now.knobs))
    if then is None:
        assert found.exercise == now.exercise
        assert carried(now.knobs, the(name), CATALOGUE[before]) is None
    else:
        assert (found.exercise, found.knobs) == (before, Knobs.parse(then))


def test_a_support_that_is_taken_away_is_no_protection():
    kickstand, hinge = the("str_kickstand_dl"), the("pat_hip_hinge")
    assert carried(Knobs.parse("support=none"), kickstand, hinge) == AS_IT_IS


def test_a_cap_on_the_depth_of_what_is_held_still_caps_nothing():
    assert carried(Knobs.parse("depth=30"), the("bal_tandem"), the("bal_sls")) == AS_IT_IS


def test_a_rung_that_may_not_be_asked_for_is_passed_by():
    shut = replace(OPEN, plyo_gate=False)
    assert easier_variant(asked("ply_lateral_hop", side=Side.LEFT), CATALOGUE, shut) == asked("str_goblet_squat")


def test_the_rungs_are_those_of_the_ladders_the_easiest_first():
    assert rungs_below(CATALOGUE, the("ply_jump_stick").id) == ("str_goblet_squat", "ply_pogo")
    assert rungs_above(CATALOGUE, the("ply_pogo").id) == ("ply_jump_stick",)
    assert rungs_below(CATALOGUE, the("mob_gastroc").id) == rungs_above(CATALOGUE, the("pat_step_down").id) == ()


@pytest.mark.parametrize(
    ("name", "now", "then"),
    [
        ("pat_hip_hinge", "", "depth=53"),
        ("pat_hip_hinge", "depth=53", "depth=35"),
        ("pat_hip_hinge", "depth=17", "depth=16"),
        ("pat_hip_hinge", "depth=16", None),
        ("mob_hamstring", "", "depth=37"),
        ("act_sl_abduction", "", "depth=23"),
        ("pat_step_up", "step_cm=10", None),
        ("str_calf_fascia", "step_cm=10", "step_cm=10 depth=-12"),
        ("pat_sit_to_stand", "seat_cm=58", "seat_cm=60"),
        ("pat_sit_to_stand", "seat_cm=60", None),
        ("bal_tandem", "", None),
        ("pat_gait", "", None),
    ],
)
def test_a_range_is_cut_by_a_third_down_to_a_least(name: str, now: str, then: str | None):
    assert less_range(the(name), Knobs.parse(now)) == (None if then is None else Knobs.parse(then))


def test_what_was_not_cut_is_not_given_back():
    assert more_range(the("bal_tandem"), AS_IT_IS, AS_IT_IS) is None
    assert more_range(the("pat_box_squat"), Knobs(pause_ms=1_000), AS_IT_IS) is None


def test_only_a_seat_can_be_lowered():
    assert lower_seat(the("pat_step_up"), AS_IT_IS, AS_IT_IS) is None
