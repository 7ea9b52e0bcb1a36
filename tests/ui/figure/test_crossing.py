from __future__ import annotations

import pytest

from kinetic_home.ui.figure.crossing import Bone, clearly_nearer

ACROSS = Bone.between((-0.2, 0.0, 0.1), (0.2, 0.0, 0.1), 0.05)
UPRIGHT = Bone.between((0.0, -0.2, 0.0), (0.0, 0.2, 0.0), 0.05)


def test_of_two_bones_that_cross_the_nearer_one_is_told_by_how_much() -> None:
    assert clearly_nearer(ACROSS, UPRIGHT) == pytest.approx(0.1)
    assert clearly_nearer(UPRIGHT, ACROSS) == pytest.approx(-0.1)


def test_what_counts_is_how_near_bones_are_where_they_cross_and_not_in_their_middle() -> None:
    slanted = Bone.between((-0.1, 0.0, 0.3), (0.3, 0.0, -0.5), 0.05)
    assert clearly_nearer(slanted, UPRIGHT) == pytest.approx(0.1)


@pytest.mark.parametrize("shift", [(0.4, 0.0), (0.0, 0.4), (0.3, 0.3)])
def test_limbs_beside_each_other_do_not_cross(shift: tuple[float, float]) -> None:
    (ax, ay, az), (bx, by, bz), thick, *_ = ACROSS
    x, y = shift
    beside = Bone.between((ax + x, ay + y, az), (bx + x, by + y, bz), thick)
    assert clearly_nearer(beside, UPRIGHT) == 0.0


def test_limbs_that_only_touch_are_not_told_apart() -> None:
    (ax, ay, _), (bx, by, _), thick, *_ = ACROSS
    assert clearly_nearer(Bone.between((ax, ay, 0.01), (bx, by, 0.01), thick), UPRIGHT) == 0.0


@pytest.mark.parametrize("shift_m", [0.0, 0.43])
def test_limbs_that_lie_along_each_other_are_told_apart(shift_m: float) -> None:
    (ax, ay, _), (bx, by, _), thick, *_ = UPRIGHT
    along = Bone.between((ax, ay + shift_m, 0.2), (bx, by + shift_m, 0.2), thick)
    assert clearly_nearer(along, UPRIGHT) == pytest.approx(0.2)
