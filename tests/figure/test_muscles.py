"""Where the muscles lie."""

from __future__ import annotations

import pytest

from kinetic_home.figure.muscles import PASSIVE, REGIONS, Bone
from tests.figure.shown import EXERCISES

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
