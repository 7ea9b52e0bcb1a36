"""Which knobs an exercise takes follows from its data, and a refusal says why and what to do instead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kinetic_home.domain.fitting import (
    free_hands,
    knobs_taken,
    leads_off_step,
    main_angle,
    refusals,
    seated_pose,
    step_height_m,
)
from kinetic_home.domain.knob_words import knobs_in_words
from kinetic_home.domain.knobs import Knobs
from tests.figure.shown import EXERCISES


def told(name: str, knobs: str) -> list[str]:
    exercise = EXERCISES[name]
    return [
        f"{each.key}: {each.cause}; {each.way_out}" for each in refusals(exercise, exercise.dose, Knobs.parse(knobs))
    ]


@pytest.mark.parametrize(
    ("name", "angle"),
    [
        ("pat_box_squat", "work_knee_flexion"),
        ("str_goblet_squat", "work_knee_flexion"),
        ("pat_hip_hinge", "work_hip_flexion"),
        ("act_sl_abduction", "work_hip_abduction"),
        ("str_calf_double", "work_ankle_dorsiflexion"),
        ("mob_knee_to_wall", "work_ankle_dorsiflexion"),
        ("act_pelvic_tilt", "pelvic_tilt"),
        ("str_knee_ext", "work_knee_flexion"),
    ],
)
def test_the_depth_is_measured_at_the_angle_that_tells_how_far_it_goes(name: str, angle: str):
    found = main_angle(EXERCISES[name].motion)
    assert found is not None
    assert found.name == angle
    assert (found.share(found.start_deg), found.share(found.end_deg)) == (0.0, 1.0)


def test_what_is_held_still_has_no_depth():
    assert main_angle(EXERCISES["bal_tandem"].motion) is None


@pytest.mark.parametrize(
    ("name", "taken", "not_taken"),
    [
        ("pat_box_squat", {"depth", "stance", "toes_out", "pause_s", "lower_s", "support", "seat_cm"}, {"step_cm"}),
        ("pat_sit_to_stand", {"seat_cm", "stance", "support"}, {"depth", "step_cm"}),
        ("pat_step_up", {"step_cm", "support", "pause_s"}, {"depth", "stance", "seat_cm"}),
        ("pat_stairs", {"pause_s"}, {"depth", "step_cm"}),
        ("act_bridge", {"depth", "pause_s", "lower_s"}, {"stance", "support", "seat_cm"}),
        ("wu_march", {"depth", "support"}, {"pause_s", "lower_s"}),
        ("pat_gait", set(), {"depth", "support", "stance"}),
        ("ply_pogo", set(), {"depth", "support"}),
        ("act_glute_squeeze", set(), {"depth", "pause_s"}),
        ("str_hinge_loaded", {"depth"}, {"support"}),
        ("mob_gastroc", {"stance"}, {"support"}),
    ],
)
def test_an_exercise_takes_what_its_data_allow(name: str, taken: set[str], not_taken: set[str]):
    keys = set(knobs_taken(EXERCISES[name]))
    assert taken <= keys
    assert not keys & not_taken


@pytest.mark.parametrize(
    ("name", "knobs", "line"),
    [
        ("pat_sit_to_stand", "depth=60", "depth: goes as deep as its seat is; use seat_cm"),
        ("pat_step_down", "depth=60", "depth: goes as deep as its step is high; use step_cm"),
        ("pat_stairs", "depth=60", "depth: goes as deep as its step is high; leave depth out"),
        ("pat_box_squat", "depth=120", "depth: cannot be capped at 120°; use 18 to 90 degrees"),
        ("pat_box_squat", "depth=5", "depth: cannot be capped at 5°; use 18 to 90 degrees"),
        ("ply_jump_stick", "depth=60", "depth: has no depth to cap; leave depth out"),
        ("ply_jump_stick", "pause_s=1", "pause_s: is a jump, which cannot be slowed down; leave pause_s out"),
        ("bal_tandem", "depth=60", "depth: is held still and has no depth to cap; leave depth out"),
        ("bal_tandem", "pause_s=1", "pause_s: is held still and has no tempo; use hold_s or work_s"),
        ("wu_march", "pause_s=1", "pause_s: keeps to a beat and has no tempo; use bpm"),
        ("wu_leg_swing_front", "lower_s=1", "lower_s: lowers nothing; leave lower_s out"),
        ("act_bridge", "stance=wide", "stance: is not done standing on two flat feet; leave stance out"),
        ("act_bridge", "support=one_hand", "support: is not done standing in one place; leave support out"),
        ("ply_pogo", "support=one_hand", "support: leaves the floor; leave support out"),
        ("str_hinge_loaded", "support=one_hand", "support: needs the hands for something else; leave support out"),
        ("pat_box_squat", "support=none", "support: is done without holding on anyway; leave support out"),
        ("pat_box_squat", "step_cm=10", "step_cm: is done without a step; leave step_cm out"),
        ("act_bridge", "seat_cm=50", "seat_cm: is done without a seat; leave seat_cm out"),
    ],
)
def test_a_refusal_says_why_and_the_way_out(name: str, knobs: str, line: str):
    assert told(name, knobs) == [line]


def test_every_knob_that_is_not_taken_is_told_at_once():
    assert [line.split(":")[0] for line in told("act_bridge", "stance=wide support=one_hand seat_cm=50")] == [
        "stance",
        "support",
        "seat_cm",
    ]


def test_a_knob_that_is_taken_is_not_refused():
    assert told("pat_box_squat", "depth=60 stance=wide toes_out=10 pause_s=1 lower_s=1 support=both_hands") == []


def test_seat_and_step_are_found_in_the_motion():
    assert seated_pose(EXERCISES["pat_sit_to_stand"].motion) == "A"
    assert seated_pose(EXERCISES["pat_box_squat"].motion) == "B"
    assert seated_pose(EXERCISES["cd_breathing"].motion) is None
    assert step_height_m(EXERCISES["pat_step_up"].motion) == pytest.approx(0.20)
    assert step_height_m(EXERCISES["pat_hip_hinge"].motion) is None
    assert leads_off_step(EXERCISES["pat_step_down"].motion)
    assert not leads_off_step(EXERCISES["str_calf_ecc_drop"].motion)


def test_a_hand_that_carries_or_leans_is_not_free():
    assert free_hands(EXERCISES["pat_box_squat"].motion) == (True, True)
    assert free_hands(EXERCISES["str_carry"].motion) == (False, True)
    assert free_hands(EXERCISES["mob_gastroc"].motion) == (False, False)


def test_with_a_bag_in_one_hand_only_the_other_can_hold_on():
    bag = EXERCISES["str_carry"].motion.props
    squat = EXERCISES["pat_box_squat"]
    carried = replace(squat, motion=replace(squat.motion, props=(*squat.motion.props, *bag)))
    both, one = (refusals(carried, squat.dose, Knobs.parse(f"support={hands}")) for hands in ("both_hands", "one_hand"))
    assert [(each.cause, each.way_out) for each in both] == [("needs one hand for something else", "use one_hand")]
    assert one == ()


@pytest.mark.parametrize(
    ("name", "knobs", "words"),
    [
        ("pat_box_squat", "depth=60", ("Only as deep as 60°",)),
        ("act_sl_abduction", "depth=20", ("Only as far as 20°",)),
        ("pat_box_squat", "stance=narrow", ("Put your feet close together",)),
        ("pat_box_squat", "stance=0.3", ("Put your feet 30 cm apart",)),
        ("pat_box_squat", "toes_out=10", ("Turn your toes out 10°",)),
        ("pat_box_squat", "toes_out=0", ("Point your toes straight ahead",)),
        (
            "pat_box_squat",
            "pause_s=1 lower_s=1.5",
            ("Pause 1 more second at the hard point", "Take 1.5 more seconds to lower"),
        ),
        ("pat_box_squat", "support=both_hands", ("Hold on with both hands",)),
        ("pat_box_squat", "support=fingertips", ("Hold on with your fingertips only",)),
        ("pat_step_up", "step_cm=10", ("Use a step 10 cm high",)),
        ("pat_sit_to_stand", "seat_cm=52", ("Use a seat 52 cm high",)),
        ("pat_box_squat", "", ()),
    ],
)
def test_a_person_reads_what_is_changed_in_plain_words(name: str, knobs: str, words: tuple[str, ...]):
    assert knobs_in_words(Knobs.parse(knobs), EXERCISES[name].motion) == words
