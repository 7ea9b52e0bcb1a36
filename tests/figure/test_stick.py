"""A stick along the back: on head and back of a straight one, and pushed off the seat by one that rounds."""

from __future__ import annotations

import pytest

from kinetic_home.domain.fault import FaultKind
from kinetic_home.domain.side import Side
from kinetic_home.figure.faults import wrong
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.space import dot, place, sub
from kinetic_home.figure.stick import back_skin, stick_on
from tests.figure.shown import motion_of

RIGHT = motion_of("pat_hip_hinge")
ROUND = wrong(RIGHT, FaultKind.BACK_ROUNDS)


def gaps_m(figure: Figure) -> list[float]:
    """Return how far the stick's middle is off the skin, from the seat up to the shoulder blades and the head."""
    stick = stick_on(figure.joints, figure.frames)
    low, high = stick.ends
    head = place(figure.joints["skull"], figure.frames["head"], (-0.100, 0.0, 0.0))
    found: list[float] = []
    for point in (*back_skin(figure.joints, figure.frames), head):
        up = dot(sub(point, low), stick.frame[1]) / dot(sub(high, low), stick.frame[1])
        on_stick = tuple(a + (b - a) * up for a, b in zip(low, high, strict=True))
        found.append(dot(sub(point, (on_stick[0], on_stick[1], on_stick[2])), stick.frame[0]))
    return found


@pytest.mark.parametrize("share", [0.0, 0.25, 0.5, 0.75, 1.0])
@pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
def test_no_back_goes_through_the_stick_and_the_head_stays_on_it(share: float, side: Side) -> None:
    for motion in (RIGHT, ROUND):
        figure = figure_at(motion, pose_from="A", pose_to="B", fraction=share, rep_no=1, side=side)
        gaps = gaps_m(figure)
        assert min(gaps) > 0.005
        assert gaps[-1] < 0.015


def test_a_round_back_pushes_the_stick_off_the_seat() -> None:
    straight, bent = (
        figure_at(motion, pose_from="B", pose_to="B", fraction=0.0, rep_no=1, side=Side.RIGHT)
        for motion in (RIGHT, ROUND)
    )
    assert gaps_m(straight)[0] < 0.02
    assert gaps_m(bent)[0] > 0.08


def test_the_hands_stay_on_the_stick_that_a_round_back_pushes_away() -> None:
    places: list[list[float]] = []
    for motion in (RIGHT, ROUND):
        figure = figure_at(motion, pose_from="B", pose_to="B", fraction=0.0, rep_no=1, side=Side.RIGHT)
        stick = stick_on(figure.joints, figure.frames)
        for side in ("right", "left"):
            away = sub(figure.joints[f"{side}_wrist"], stick.ends[0])
            places.append([dot(away, axis) for axis in stick.frame])
    assert places[0] == pytest.approx(places[2], abs=2e-3)
    assert places[1] == pytest.approx(places[3], abs=2e-3)
