"""One step up: what an exercise varies, in its order, then a cut range given back, then the next rung."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from kinetic_home.catalogue.schema import Variable
from kinetic_home.domain.knobs import Knobs
from kinetic_home.domain.progression.prescription import Prescription, StepLimits
from kinetic_home.domain.progression.step_up import _RAISE, heavier_kg, step_up
from kinetic_home.domain.side import Side
from tests.domain.progression.doses import CATALOGUE, IDS, OPEN, asked, the

SHUT = StepLimits()


def test_everything_that_an_exercise_may_vary_can_be_raised():
    assert set(_RAISE) == set(get_args(Variable))


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (asked("pat_hip_hinge", reps=8), asked("pat_hip_hinge", reps=9)),
        (asked("pat_hip_hinge", reps=9), asked("pat_hip_hinge", reps=10)),
        (asked("pat_hip_hinge", reps=10), asked("pat_hip_hinge", reps=12)),
        (asked("pat_hip_hinge", reps=14), asked("pat_hip_hinge", reps=15)),
        (asked("pat_hip_hinge", sets=2, reps=15), asked("pat_hip_hinge", sets=3, reps=8)),
        (asked("str_wall_sit", hold_s=30), asked("str_wall_sit", hold_s=35)),
        (asked("str_wall_sit", hold_s=58), asked("str_wall_sit", hold_s=60)),
        (asked("str_wall_sit", sets=3, hold_s=60), asked("str_wall_sit", sets=4, hold_s=60)),
        (asked("mob_knee_to_wall", reps=12, hold_s=5), asked("mob_knee_to_wall", reps=12, hold_s=10)),
        (asked("cd_walk", work_s=180), asked("cd_walk", work_s=195)),
        (asked("cd_walk", work_s=1190), asked("cd_walk", work_s=1200)),
        (asked("pat_gait", work_s=600), asked("pat_gait", work_s=600, bpm=105)),
        (asked("pat_gait", work_s=600, bpm=118), asked("pat_gait", work_s=600, bpm=120)),
        (asked("act_clam", sets=3, reps=20), asked("act_clam", sets=3, reps=20, band=1)),
        (asked("act_clam", sets=3, reps=20, band=2), asked("act_clam", sets=3, reps=20, band=3)),
        (asked("str_knee_ext", sets=4, reps=15), asked("str_knee_ext", sets=4, reps=15, band=2)),
        (
            replace(asked("str_knee_ext", sets=4, reps=15), band=None),
            asked("str_knee_ext", sets=4, reps=15, band=1),
        ),
        (
            asked("pat_step_down_low", sets=3, reps=12),
            asked("pat_step_down_low", sets=3, reps=12, tempo="4-0-2-0"),
        ),
        (
            asked("pat_sit_to_stand", sets=3, reps=15),
            asked("pat_sit_to_stand", sets=3, reps=15, knobs="seat_cm=40"),
        ),
        (asked("str_goblet_squat", reps=12), asked("str_goblet_squat", reps=6, load_kg=2)),
        (asked("str_goblet_squat", reps=12, load_kg=10), asked("str_goblet_squat", reps=6, load_kg=10.5)),
        (asked("str_goblet_squat", reps=12, load_kg=30, sets=3), asked("str_goblet_squat", sets=4, reps=6, load_kg=30)),
        (asked("act_bridge", sets=4, reps=15), asked("act_bridge", sets=4, reps=8, load_kg=0.5)),
        (asked("str_carry", work_s=60), asked("str_carry", work_s=60, load_kg=2)),
    ],
)
def test_one_step_up_is_the_next_thing_that_the_exercise_varies(now: Prescription, then: Prescription):
    assert step_up(now, CATALOGUE, SHUT, 3) == then


@pytest.mark.parametrize(
    ("name", "top"),
    [
        ("reps", asked("pat_hip_hinge", reps=15)),
        ("sets", asked("pat_hip_hinge", sets=3)),
        ("hold_s", asked("str_wall_sit", hold_s=60)),
        ("work_s", asked("pat_gait", work_s=600)),
        ("load_kg", asked("str_goblet_squat", load_kg=30)),
        ("band", asked("act_clam", band=3)),
        ("tempo", asked("pat_step_down", tempo="3.5-0-2-0")),
        ("bpm", asked("pat_gait", bpm=120)),
        ("depth", asked("pat_box_squat")),
        ("seat_lower", asked("pat_sit_to_stand", knobs="seat_cm=40")),
        # What an exercise does not have cannot be raised either.
        *((name, asked("bal_tandem")) for name in ("work_s", "load_kg", "tempo", "bpm", "depth", "seat_lower")),
        *((name, asked("cd_walk")) for name in ("reps", "hold_s")),
        ("reps", asked("mob_gastroc")),
    ],
)
def test_nothing_is_raised_beyond_its_top(name: str, top: Prescription):
    assert _RAISE[name](top, CATALOGUE[top.exercise], SHUT, 9) is None


@pytest.mark.parametrize(
    ("load_kg", "increment_kg", "clean", "then"),
    [
        (20.0, 1.0, 2, 21.0),
        (20.0, 0.5, 2, 21.0),
        (20.0, 2.0, 2, 22.0),
        (20.0, 2.5, 2, None),
        (20.0, 2.5, 3, 22.5),
        (20.0, 2.2, 2, None),
        (4.95, 0.5, 2, None),
        (1.0, 0.5, 3, 1.5),
        (4.0, 0.5, 2, None),
        (4.0, 0.5, 3, 4.5),
        (5.0, 0.5, 2, 5.5),
        (0.0, 2.5, 0, 2.5),
        (24.0, 0.1, 2, 25.2),
        (29.5, 0.5, 9, None),
        (25.0, 0.5, 0, 26.0),
        (25.0, 0.4, 0, 26.2),
        (12.5, 0.25, 0, 13.0),
    ],
)
def test_a_load_grows_by_about_5_percent_within_2_and_10(
    load_kg: float, increment_kg: float, clean: int, then: float | None
):
    assert heavier_kg(load_kg, 30.0, increment_kg, clean) == then


def test_depth_is_varied_in_its_place_among_the_others():
    squat = asked("pat_box_squat", knobs="depth=45")
    assert _RAISE["depth"](squat, the("pat_box_squat"), SHUT, 0) == asked("pat_box_squat", knobs="depth=67")


def test_no_load_is_more_than_the_range_lets():
    assert heavier_kg(0.0, 2.0, 2.5, 9) is None
    assert heavier_kg(19.5, 20.0, 0.5, 0) == 20.0
    assert heavier_kg(20.0, 20.0, 0.5, 9) is None
    assert heavier_kg(20.0, 22.4, 2.5, 9) is None
    assert heavier_kg(20.0, 22.5, 2.5, 9) == 22.5
    assert heavier_kg(0.0, 2.5, 2.5, 0) == 2.5


def test_an_unknown_streak_counts_for_no_large_increment():
    now = asked("str_sl_deadlift", sets=4, reps=12, load_kg=2)
    limits = replace(OPEN, ladder_allowed=())
    assert step_up(now, CATALOGUE, limits, None) is None
    assert step_up(now, CATALOGUE, limits, 3) == asked("str_sl_deadlift", sets=4, reps=6, load_kg=2.5)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("depth=16", "depth=24"),
        ("depth=24", "depth=36"),
        ("depth=53", "depth=79"),
        ("depth=54", ""),
        ("depth=79", ""),
    ],
)
def test_a_range_that_was_cut_is_given_back_before_the_next_rung(now: str, then: str):
    top = asked("pat_hip_hinge", sets=3, reps=15, knobs=now)
    assert step_up(top, CATALOGUE, OPEN, 3) == replace(top, knobs=Knobs.parse(then))


@pytest.mark.parametrize(
    ("name", "now", "planned", "then"),
    [
        ("pat_hip_hinge", "depth=40", "depth=50", "depth=50"),
        ("pat_hip_hinge", "depth=50", "depth=50", None),
        ("pat_box_squat", "depth=30", "depth=60", "depth=45"),
        ("pat_step_up", "step_cm=10", "", "step_cm=15"),
        ("pat_step_up", "step_cm=15", "", ""),
        ("pat_step_up", "step_cm=10", "step_cm=15", "step_cm=15"),
        ("pat_step_up", "step_cm=15", "step_cm=15", None),
        ("pat_sit_to_stand", "seat_cm=60", "seat_cm=50", "seat_cm=55"),
        ("pat_sit_to_stand", "seat_cm=55", "seat_cm=50", "seat_cm=50"),
        ("pat_sit_to_stand", "seat_cm=50", "seat_cm=50", None),
        ("pat_sit_to_stand", "seat_cm=50", "", "seat_cm=45"),
        ("pat_sit_to_stand", "seat_cm=41", "", "seat_cm=40"),
        ("pat_sit_to_stand", "seat_cm=40", "", None),
        ("pat_box_squat", "seat_cm=60", "", "seat_cm=55"),
        ("pat_box_squat", "seat_cm=56", "", ""),
    ],
)
def test_a_step_up_gives_range_back_no_further_than_the_plan(name: str, now: str, planned: str, then: str | None):
    load_kg = 10.0 if name == "pat_step_up" else None
    asked_for = asked(name, sets=the(name).limits.sets[1], reps=15, load_kg=load_kg, knobs=now)
    up = step_up(asked_for, CATALOGUE, replace(SHUT, knobs=Knobs.parse(planned)), 3)
    assert up == (None if then is None else replace(asked_for, knobs=Knobs.parse(then)))


TOP = asked("pat_box_squat", sets=4, reps=15)


def test_the_next_rung_begins_at_its_lowest_dose():
    assert step_up(TOP, CATALOGUE, OPEN, 2) == asked("str_goblet_squat", sets=2, reps=6)
    assert step_up(asked("act_quad_set", sets=2, reps=15, hold_s=10), CATALOGUE, OPEN, 2) == asked(
        "str_knee_ext", sets=2, reps=8, band=1
    )


def test_the_side_goes_along_where_the_next_rung_has_sides():
    top = asked("act_side_plank_knee", sets=3, hold_s=40, side=Side.LEFT)
    assert step_up(top, CATALOGUE, OPEN, 2) == asked("act_side_plank", sets=1, hold_s=10, side=Side.LEFT)
    top = asked("act_sl_bridge", sets=4, reps=12, side=Side.LEFT)
    assert step_up(top, CATALOGUE, OPEN, 2) == asked("str_hamstring_bridge", sets=2, reps=6)


@pytest.mark.parametrize(
    "limits",
    [
        SHUT,
        replace(OPEN, max_lvl=None),
        replace(OPEN, max_lvl=2),
        replace(OPEN, ladder_allowed=None),
        replace(OPEN, ladder_allowed=tuple(name for name in IDS if name != "str_goblet_squat")),
        # It takes neither of them, and a person decides what then is to be done.
        replace(OPEN, knobs=Knobs.parse("seat_cm=50")),
        replace(OPEN, knobs=Knobs.parse("support=both_hands")),
    ],
)
def test_no_rung_is_stepped_up_to_without_the_clinicians_leave(limits: StepLimits):
    assert step_up(replace(TOP, knobs=limits.knobs), CATALOGUE, limits, 3) is None


def test_a_cap_on_the_depth_goes_along_to_the_next_rung():
    capped = replace(OPEN, knobs=Knobs.parse("depth=60"), max_lvl=3)
    assert step_up(replace(TOP, knobs=capped.knobs), CATALOGUE, capped, 3) == asked(
        "str_goblet_squat", sets=2, reps=6, knobs="depth=60"
    )


@pytest.mark.parametrize(("gate", "switch", "jumps"), [(True, True, True), (True, False, False), (False, True, False)])
def test_a_jump_is_stepped_up_to_only_through_its_gate(gate: bool, switch: bool, jumps: bool):
    top = asked("str_calf_ecc_drop", sets=3, reps=15, load_kg=25)
    up = step_up(top, CATALOGUE, replace(OPEN, plyo_gate=gate, plyo_switch=switch), 3)
    assert up == (asked("ply_pogo", sets=2, reps=8) if jumps else None)
