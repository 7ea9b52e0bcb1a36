"""Where the muscles lie."""

from __future__ import annotations

import pytest

from kinetic_home.domain.side import Side
from kinetic_home.figure.muscles import PASSIVE, REGIONS, Bone, region_middle, share_of
from tests.figure.shown import EXERCISES, at, motion_of

TARGETS = sorted({target for exercise in EXERCISES.values() for target in exercise.targets})


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_of_the_catalogue_has_its_place_on_the_body(target: str) -> None:
    assert REGIONS[target]


def test_no_place_is_kept_for_what_no_exercise_names() -> None:
    assert set(REGIONS) <= set(TARGETS)


@pytest.mark.parametrize("name", REGIONS)
def test_a_region_lies_on_its_limb(name: str) -> None:
    for region in REGIONS[name]:
        assert region.low_m < region.high_m
        assert 0 < region.half_deg <= 90
        assert region.seen
        if region.bone in {Bone.THIGH, Bone.SHANK}:
            assert region.low_m >= -0.47
            assert region.high_m <= 0.11


def test_what_is_no_muscle_is_known() -> None:
    assert set(REGIONS) >= PASSIVE


def test_the_front_and_the_back_of_a_limb_are_told_apart() -> None:
    def facing(name: str) -> float:
        return REGIONS[name][0].facing_deg

    assert abs(facing("quads")) < 45
    assert abs(facing("hamstrings") - 180) < 45
    assert abs(facing("adductors") + 90) < 45
    assert abs(facing("tib_ant")) < 45
    assert abs(facing("gastroc") - 180) < 45


def test_what_is_pulled_under_the_foot_lies_at_the_sole_between_heel_and_ball() -> None:
    figure = at("pat_hip_hinge", "AB", 0.0)
    x, y, _ = region_middle(figure, REGIONS["plantar_fascia"][0], "left")
    assert figure.joints["left_heel"][0] < x < figure.joints["left_ball"][0]
    assert 0.0 < y < 0.03


def test_the_hip_flexors_lie_on_the_outer_front_of_the_hip_and_never_near_the_middle() -> None:
    figure = at("pat_hip_hinge", "AB", 0.0)
    (region,) = REGIONS["hip_flexors"]
    _, _, z = region_middle(figure, region, "right")
    assert z > figure.joints["right_hip"][2] + 0.03
    assert region.facing_deg - region.half_deg > -30
    # From over the hip joint down to the upper thigh, as a band.
    assert region.high_m > 0.05
    assert region.low_m < -0.20


def test_a_whole_leg_is_no_pattern() -> None:
    assert len(REGIONS["whole_leg"]) == 2


def test_a_load_in_one_hand_is_held_up_by_the_other_side_of_the_trunk_and_the_hip_that_bears() -> None:
    motion = motion_of("str_carry")
    figure = at("str_carry", "AB", 0.5)
    assert share_of("obliques", "left", figure, motion, Side.RIGHT) == 1.0
    assert share_of("obliques", "right", figure, motion, Side.RIGHT) == 0.0
    assert share_of("grip", "right", figure, motion, Side.RIGHT) == 1.0
    assert share_of("grip", "left", figure, motion, Side.RIGHT) == 0.0
    # The right leg bears in the first half of the stride, the left one in the second.
    assert share_of("glute_med", "right", figure, motion, Side.RIGHT) == pytest.approx(1.0, abs=0.05)
    assert share_of("glute_med", "left", figure, motion, Side.RIGHT) == 0.0
    assert share_of("glute_med", "left", at("str_carry", "BA", 0.5), motion, Side.RIGHT) == pytest.approx(1.0, abs=0.05)
    mirrored = at("str_carry", "AB", 0.5, Side.LEFT)
    assert share_of("obliques", "right", mirrored, motion, Side.LEFT) == 1.0
    assert share_of("calf", "right", figure, motion, Side.RIGHT) == 1.0


def test_without_a_load_beside_it_the_side_that_works_does_the_work() -> None:
    motion, figure = motion_of("act_clam"), at("act_clam", "AB", 1.0)
    assert share_of("glute_med", "right", figure, motion, Side.RIGHT) == 1.0
    assert share_of("glute_med", "left", figure, motion, Side.RIGHT) == 0.0
    assert share_of("glute_med", "left", figure, motion, Side.BOTH) == 1.0
