"""The lines laid over a figure, and what they say of right and wrong versions."""

from __future__ import annotations

from math import isclose

import pytest

from kinetic_home.domain.exercise import Check, Exercise
from kinetic_home.domain.fault import FaultKind, OverlayKind
from kinetic_home.domain.motion import Motion
from kinetic_home.domain.side import Side
from kinetic_home.figure.emphasis import aim_of
from kinetic_home.figure.faults import wrong
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.overlay import overlay_of
from kinetic_home.figure.overlay_shape import Overlay, Tone
from tests.figure.shown import EXERCISES, NAMES

WAYS = ("AA", "AB", "BB", "BA")


def side_of(exercise: Exercise, side: Side = Side.RIGHT) -> Side:
    return side if exercise.per_side else Side.BOTH


def figure(motion: Motion, way: str, fraction: float, side: Side) -> Figure:
    return figure_at(motion, pose_from=way[0], pose_to=way[1], fraction=fraction, rep_no=1, side=side)


def laid(
    name: str,
    kind: OverlayKind,
    way: str = "BB",
    fraction: float = 0.0,
    *,
    fault: FaultKind | None = None,
    beside: bool = False,
    side: Side = Side.RIGHT,
) -> Overlay:
    exercise = EXERCISES[name]
    works = side_of(exercise, side)
    motion = exercise.motion if fault is None else wrong(exercise.motion, fault)
    right = figure(exercise.motion, way, fraction, works) if fault or beside else None
    shown = figure(motion, way, fraction, works)
    return overlay_of(kind, shown, motion, works, right=right, aim=aim_of(exercise.motion, works))


def tones(overlay: Overlay) -> set[Tone]:
    return {sign.tone for sign in overlay.signs}


def with_overlays(exercise: Exercise) -> list[Check]:
    return [check for check in exercise.checks if check.overlay is not None]


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
@pytest.mark.parametrize("name", NAMES)
def test_no_right_version_is_ever_called_wrong(name: str, side: Side) -> None:
    for check in with_overlays(EXERCISES[name]):
        assert check.overlay is not None
        for way in WAYS:
            for fraction in (0.0, 0.3, 0.6, 0.9):
                for beside in (False, True):
                    told = laid(name, check.overlay, way, fraction, beside=beside, side=side)
                    assert Tone.WRONG not in tones(told), (check.id, way, fraction)
                    assert all(stroke.tone is not Tone.WRONG for stroke in told.strokes)


@pytest.mark.parametrize(
    ("name", "kind", "fault"),
    [
        ("pat_step_down", OverlayKind.KNEE_PLUMB, FaultKind.KNEE_IN),
        ("bal_sls", OverlayKind.PELVIS_LINE, FaultKind.PELVIS_DROPS),
        ("act_clam", OverlayKind.PELVIS_LINE, FaultKind.HIPS_ROLL),
        ("pat_step_up", OverlayKind.TRUNK_LINE, FaultKind.TRUNK_LEANS),
        ("pat_hip_hinge", OverlayKind.BACK_LINE, FaultKind.BACK_ROUNDS),
        ("pat_box_squat", OverlayKind.HEEL_DOWN, FaultKind.HEEL_LIFTS),
        ("pat_box_squat", OverlayKind.KNEE_ANGLE, FaultKind.SHORT_RANGE),
        ("str_calf_double", OverlayKind.HEEL_HEIGHT, FaultKind.SHORT_RANGE),
        ("act_side_plank", OverlayKind.HIP_HEIGHT, FaultKind.HIPS_SAG),
        ("mob_gastroc", OverlayKind.TOES_AHEAD, FaultKind.TOES_TURN_OUT),
    ],
)
def test_a_wrong_version_is_called_wrong_and_the_right_one_good(name: str, kind: OverlayKind, fault: FaultKind) -> None:
    moments = [(way, step / 5) for way in ("AB", "BB") for step in range(6)]
    assert any(Tone.WRONG in tones(laid(name, kind, *moment, fault=fault)) for moment in moments)
    assert tones(laid(name, kind)) == {Tone.GOOD}


def test_nothing_is_praised_while_a_fault_shows_that_the_line_does_not_find() -> None:
    told = laid("pat_step_down", OverlayKind.HEEL_DOWN, fault=FaultKind.KNEE_IN)
    assert tones(told) == {Tone.GUIDE}


def test_the_bent_knee_of_90_degrees_is_told_and_reached() -> None:
    on_the_way = laid("pat_box_squat", OverlayKind.KNEE_ANGLE, "AB", 0.5).number
    there = laid("pat_box_squat", OverlayKind.KNEE_ANGLE).number
    assert on_the_way is not None
    assert there is not None
    assert (on_the_way.tone, there.tone) == (Tone.GUIDE, Tone.GOOD)
    assert on_the_way.value_deg < 80
    assert isclose(there.value_deg, 90, abs_tol=1)
    assert there.target_deg == 90


@pytest.mark.parametrize("kind", [OverlayKind.HIP_ANGLE, OverlayKind.ANKLE_ANGLE])
def test_no_other_angle_is_told_as_a_number(kind: OverlayKind) -> None:
    assert laid("pat_box_squat", kind).number is None


def test_the_plumb_line_hangs_straight_down_from_the_knee() -> None:
    told = laid("pat_step_down", OverlayKind.KNEE_PLUMB)
    (x, _, z), (foot_x, _, foot_z) = told.strokes[1].points
    assert (x, z) == (foot_x, foot_z)


def test_both_knees_are_looked_at_where_both_work() -> None:
    assert len(laid("pat_box_squat", OverlayKind.KNEE_PLUMB).signs) == 2
    assert len(laid("pat_step_down", OverlayKind.KNEE_PLUMB).signs) == 1


@pytest.mark.parametrize("kind", list(OverlayKind))
def test_every_overlay_of_the_left_side_mirrors_that_of_the_right(kind: OverlayKind) -> None:
    right = laid("pat_step_down", kind, "AB", 0.7)
    left = laid("pat_step_down", kind, "AB", 0.7, side=Side.LEFT)
    assert tones(right) == tones(left)
    for one, other in zip(right.signs, left.signs, strict=True):
        # A line from side to side may begin at the other end.
        assert any(isclose(one.at[2], -sign.at[2], abs_tol=1e-6) for sign in left.signs)
        assert isclose(one.at[1], other.at[1], abs_tol=0.02)


def test_the_trunk_of_one_who_lies_is_measured_against_the_right_version() -> None:
    assert Tone.WRONG not in tones(laid("act_bridge", OverlayKind.TRUNK_LINE, beside=True))
    found = laid("act_bridge", OverlayKind.TRUNK_LINE, way="AA", beside=True)
    guide = next(stroke for stroke in found.strokes if stroke.dashed)
    assert abs(guide.points[0][1] - guide.points[-1][1]) < 0.15
