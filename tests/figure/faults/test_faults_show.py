"""Every «no» of every exercise can be seen, and the right version is free of it."""

from __future__ import annotations

import pytest

from kinetic_home.domain.fault import FaultKind, Timing
from kinetic_home.domain.motion import Flow, Motion
from kinetic_home.domain.side import Side
from kinetic_home.figure.faults import ImpossibleFaultError, wrong
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.space import distance
from tests.figure.faults.pairs import PAIRS, SHOWN, STEPS, Pair, repetition
from tests.figure.faults.signs import BODILY_M, ELSEWHERE, IN_TIME, LAPSES, ROLLED_M, ROLLS, SIGNS, Sign
from tests.figure.shown import EXERCISES, motion_of


def test_every_question_of_every_exercise_is_shown_as_a_fault() -> None:
    asked = {(name, str(check.id)) for name, exercise in EXERCISES.items() for check in exercise.checks}
    assert {(pair.exercise, pair.check) for pair in PAIRS} == asked


def test_every_kind_of_fault_has_a_sign_that_is_measured() -> None:
    assert set(SIGNS) | IN_TIME == set(FaultKind)


def test_every_fault_is_a_motion_with_marks_that_tell_how_much_of_it_shows(pair: Pair) -> None:
    made = pair.wrong
    assert made.marks
    poses = [made.start, made.end, *(key.pose for key in (*made.out, *made.back))]
    assert all(0.0 <= pose.fault <= 1.0 for pose in poses)
    assert max(pose.fault for pose in poses) == 1.0
    assert pair.right.marks == ()
    assert pair.right.start.fault == pair.right.end.fault == 0.0


def _differs(pair: Pair, side: Side, sign: Sign) -> float:
    """Return by how much the sign differs at its worst instant, in the direction in which it has to."""
    way = 1.0 if sign.least > 0 else -1.0
    return max(
        way * (sign.measure(shown) - sign.measure(clean))
        for clean, shown in zip(repetition(pair.right, side), repetition(pair.wrong, side), strict=True)
    )


def test_a_patient_sees_the_fault(pair: Pair, side: Side) -> None:
    if pair.kind in IN_TIME:
        right, made = repetition(pair.right, side), repetition(pair.wrong, side)
        start = right[0].joints
        longest = max(distance(start[joint], figure.joints[joint]) for figure in right for joint in start)
        apart = max(
            distance(clean.joints[joint], shown.joints[joint])
            for clean, shown in zip(right, made, strict=True)
            for joint in start
        )
        # What is held without moving cannot be elsewhere: only its signs of effort end.
        assert apart >= ELSEWHERE * longest
        return
    assert any(_differs(pair, side, sign) >= abs(sign.least) for sign in SIGNS[pair.kind])


def test_the_posture_alone_tells_a_fault_of_the_body(pair: Pair) -> None:
    if pair.kind in IN_TIME:
        return
    apart = max(
        distance(clean.joints[joint], shown.joints[joint])
        for clean, shown in zip(repetition(pair.right, Side.RIGHT), repetition(pair.wrong, Side.RIGHT), strict=True)
        for joint in clean.joints
    )
    assert apart >= (ROLLED_M if pair.kind in ROLLS else BODILY_M)


def test_a_fault_that_comes_on_the_way_leaves_the_start_and_the_far_pose_as_they_should_be(pair: Pair) -> None:
    if pair.kind not in LAPSES or pair.wrong.flow is Flow.CYCLE:
        return
    assert (pair.wrong.start, pair.wrong.end) == (pair.right.start, pair.right.end)
    figures = repetition(pair.wrong, Side.RIGHT)
    assert all(figure.fault == 0.0 for figure in figures[:STEPS])
    shown = max(figures, key=lambda figure: figure.fault)
    assert shown.fault == pytest.approx(1.0)
    if pair.kind is not FaultKind.STIFF_LANDING:
        sole = [shown.joints[f"left_{part}"][1] for part in ("heel", "ball", "toe")]
        assert max(sole) < 0.035, "the foot stands flat"


def test_a_limp_has_a_long_step_and_a_short_one() -> None:
    for name in ("pat_gait", "str_carry"):
        limping = wrong(motion_of(name), FaultKind.UNEVEN_STEPS)
        steps: list[float] = []
        for pose in ("A", "B"):
            figure = figure_at(limping, pose_from=pose, pose_to=pose, fraction=0.0, rep_no=0, side=Side.RIGHT)
            steps.append(abs(figure.joints["right_ankle"][0] - figure.joints["left_ankle"][0]))
        assert max(steps) > 1.5 * min(steps), name


def test_the_fault_tells_when_it_shows(pair: Pair) -> None:
    figures = repetition(pair.wrong, Side.RIGHT)
    assert max(figure.fault for figure in figures) > 0.95
    assert all(figure.fault == 0.0 for figure in repetition(pair.right, Side.RIGHT))


def test_right_and_wrong_take_the_same_time(pair: Pair) -> None:
    """A repetition ends where it began, and the next begins there, whatever happens in between."""
    figures = repetition(pair.wrong, Side.RIGHT)
    following = figure_at(pair.wrong, pose_from="A", pose_to="B", fraction=0.0, rep_no=2, side=Side.RIGHT)
    for joint, point in figures[0].joints.items():
        if not (pair.right.alternate or pair.right.travel_m):
            assert distance(point, figures[-1].joints[joint]) < 1e-6, joint
        assert distance(following.joints[joint], figures[-1].joints[joint]) < 1e-6, joint


def test_a_fault_that_cannot_happen_is_refused_with_the_reason() -> None:
    refused = [
        ("pat_hip_hinge", FaultKind.BAND_SLACK, "without a band"),
        ("pat_hip_hinge", FaultKind.THIGH_LIFTS, "in sitting"),
        ("wu_march", FaultKind.HIPS_ROLL, "on the side"),
        ("wu_march", FaultKind.HIPS_SAG, "a bridge or a plank"),
        ("wu_march", FaultKind.SQUATS, "only a hinge"),
        ("wu_march", FaultKind.FLAT_STEP, "only a walk"),
        ("wu_march", FaultKind.STIFF_LANDING, "only a jump"),
        ("wu_march", FaultKind.PUSHES_OFF, "only a rear foot"),
        ("wu_march", FaultKind.HANDS_PUSH, "stands up"),
        ("pat_hip_hinge", FaultKind.LEANS_ON_HAND, "nothing within reach"),
        ("act_clam", FaultKind.KNEES_TOGETHER, "both stand alike"),
        ("act_clam", FaultKind.SHIFTS_AWAY, "both stand alike"),
        ("act_clam", FaultKind.HEEL_LIFTS, "stands flat"),
    ]
    for name, kind, reason in refused:
        with pytest.raises(ImpossibleFaultError, match=reason):
            wrong(motion_of(name), kind)


def test_only_faults_of_time_change_the_timing() -> None:
    timings: dict[FaultKind, set[Timing]] = {}
    for pair in SHOWN:
        timings.setdefault(pair.kind, set()).add(pair.wrong.timing)
    in_time = {kind for kind, found in timings.items() if found != {Timing.RIGHT}}
    assert in_time == IN_TIME | {FaultKind.UNEVEN_STEPS, *LAPSES}


def test_a_wrong_version_is_made_once() -> None:
    motion: Motion = motion_of("pat_hip_hinge")
    assert wrong(motion, FaultKind.BACK_ROUNDS) is wrong(motion, FaultKind.BACK_ROUNDS)
