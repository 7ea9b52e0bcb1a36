"""The walk: heel first, roll over, push off, and a floor that moves back at one speed."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby, pairwise

import pytest

from kinetic_home.domain.motion import Contact
from kinetic_home.domain.side import Side
from kinetic_home.figure.staging import staged
from tests.figure.shown import SAMPLES, at, motion_of, repetition

WALKS = ["pat_gait", "cd_walk"]


def _contacts(name: str, side: str) -> list[frozenset[str]]:
    return [
        frozenset(c.part.removeprefix(f"{side}_") for c in figure.contacts if c.part.startswith(side))
        for figure in repetition(name, Side.RIGHT)
    ]


@pytest.mark.parametrize("name", WALKS)
def test_a_foot_lands_on_its_heel_rolls_over_and_leaves_from_its_toes(name: str) -> None:
    right = [parts for parts, _ in groupby(_contacts(name, "right"))]
    assert right[:4] == [
        frozenset({"heel"}),
        frozenset({"heel", "ball"}),
        frozenset({"ball"}),
        frozenset(),
    ]


@pytest.mark.parametrize("name", WALKS)
def test_a_foot_is_on_the_floor_for_about_three_fifths_of_a_stride(name: str) -> None:
    borne = sum(bool(parts) for parts in _contacts(name, "right")) / (SAMPLES + 2)
    assert 0.55 <= borne <= 0.65


@pytest.mark.parametrize("name", WALKS)
@pytest.mark.parametrize("side", ["right", "left"])
def test_the_swinging_knee_bends_to_about_sixty_degrees(name: str, side: str) -> None:
    peak = max(figure.angles[f"{side}_knee_flexion"] for figure in repetition(name, Side.RIGHT))
    assert peak == pytest.approx(60.0, abs=2.0)


@pytest.mark.parametrize("name", WALKS)
def test_the_floor_moves_back_at_one_speed(name: str) -> None:
    steps = [after.ground_m - before.ground_m for before, after in pairwise(repetition(name, Side.RIGHT))]
    moving = [step for step in steps if step > 1e-9]
    assert len(moving) == SAMPLES
    assert max(moving) == pytest.approx(min(moving))


@pytest.mark.parametrize("name", WALKS)
def test_a_step_is_as_long_as_a_person_of_that_height_takes_it(name: str) -> None:
    assert 0.60 <= at(name, "AB", 1.0).ground_m <= 0.80


@pytest.mark.parametrize("name", WALKS)
def test_the_arms_swing_against_the_legs(name: str) -> None:
    figure = at(name, "AB", 0.0)
    assert figure.joints["right_ankle"][0] > figure.joints["left_ankle"][0]
    assert figure.joints["right_wrist"][0] < figure.joints["left_wrist"][0]


@pytest.mark.parametrize("name", WALKS)
def test_the_second_step_is_the_mirror_image_of_the_first(name: str) -> None:
    first, second = at(name, "AB", 0.37), at(name, "BA", 0.37)
    assert second.angles["left_knee_flexion"] == pytest.approx(first.angles["right_knee_flexion"], abs=1e-6)
    assert second.joints["pelvis"][1] == pytest.approx(first.joints["pelvis"][1], abs=1e-6)


def test_the_march_changes_legs_with_every_repetition() -> None:
    first, second = at("wu_march", "AB", 1.0, rep_no=1), at("wu_march", "AB", 1.0, rep_no=2)
    assert first.angles["right_hip_flexion"] == pytest.approx(70.0, abs=1.0)
    assert second.angles["left_hip_flexion"] == pytest.approx(70.0, abs=1.0)
    assert first.joints["left_wrist"][0] > first.joints["right_wrist"][0]


def test_the_march_for_the_left_side_begins_with_the_left_leg() -> None:
    assert at("wu_march", "AB", 1.0, Side.LEFT).working == "left"
    assert at("wu_march", "AB", 1.0, Side.LEFT, rep_no=2).working == "right"


def test_the_knee_draws_a_circle_and_does_not_go_back_the_way_it_came() -> None:
    out = [at("wu_hip_circles", "AB", share).joints["right_knee"] for share in (0.25, 0.5, 0.75)]
    back = [at("wu_hip_circles", "BA", share).joints["right_knee"] for share in (0.75, 0.5, 0.25)]
    assert all(there[1] > here[1] + 0.02 for there, here in zip(out, back, strict=True))


def test_the_circle_runs_on_without_a_stop() -> None:
    speed_at_b = [at("wu_hip_circles", way, share).joints["right_knee"] for way, share in (("AB", 0.99), ("BA", 0.01))]
    assert sum((a - b) ** 2 for a, b in zip(*speed_at_b, strict=True)) ** 0.5 > 0.004
    assert motion_of("wu_hip_circles").flow.value == "cycle"


def test_a_walk_in_which_no_foot_is_on_the_floor_is_refused() -> None:
    walk = motion_of("cd_walk")
    lifted = replace(
        walk.start,
        work=replace(walk.start.work, contact=Contact.FREE),
        other=replace(walk.start.other, contact=Contact.FREE),
    )
    with pytest.raises(ValueError, match="always on the floor"):
        staged(replace(walk, start=lifted))


@pytest.mark.parametrize("name", [*WALKS, "str_carry"])
@pytest.mark.parametrize(("way", "side"), [("AB", "left"), ("BA", "right")])
def test_the_swinging_foot_clears_the_floor_and_is_nearly_level_as_it_passes(name: str, way: str, side: str) -> None:
    swing = [at(name, way, 0.22 + step * 0.02) for step in range(33)]
    assert min(figure.joints[f"{side}_{part}"][1] for figure in swing for part in ("heel", "ball", "toe")) > 0.01
    other = "left" if side == "right" else "right"
    passing = min(swing, key=lambda figure: abs(figure.joints[f"{side}_ankle"][0] - figure.joints[f"{other}_ankle"][0]))
    assert abs(passing.angles[f"{side}_ankle_dorsiflexion"]) < 10.0
    assert passing.frames[f"{side}_foot"][0][1] > -0.42
