"""A modified motion is the same exercise: as deep as the cap, feet where they belong, hands on what they hold."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinetic_home.domain.fitting import angle_in, knobs_taken, leads_off_step, main_angle, refusals, seated_pose
from kinetic_home.domain.knobs import AS_IT_IS, KNOBS, Knobs, Support
from kinetic_home.domain.motion import Contact, Motion
from kinetic_home.domain.room import PropKind, Touch
from kinetic_home.domain.side import Side
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.knobs import modified
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.pose import foot_pitch_deg
from kinetic_home.figure.skeleton import SIT_M
from tests.figure.shown import EXERCISES, NAMES, beyond_range

SEATED = [name for name in NAMES if "seat_cm" in knobs_taken(EXERCISES[name])]
STEPS = [name for name in NAMES if "step_cm" in knobs_taken(EXERCISES[name])]
DEEP = [name for name in NAMES if "depth" in knobs_taken(EXERCISES[name])]
STANDING = [name for name in NAMES if "stance" in knobs_taken(EXERCISES[name])]
HELD = [
    (name, support)
    for name in NAMES
    for support in Support
    if "support" in knobs_taken(EXERCISES[name])
    and not refusals(EXERCISES[name], EXERCISES[name].dose, Knobs(support=support))
]


def changed(name: str, text: str) -> Motion:
    return modified(EXERCISES[name].motion, Knobs.parse(text))


def at(motion: Motion, fraction: float, way: str = "AB") -> Figure:
    return figure_at(motion, pose_from=way[0], pose_to=way[1], fraction=fraction, rep_no=1, side=Side.RIGHT)


@lru_cache(maxsize=256)
def walk(name: str, text: str) -> tuple[Figure, ...]:
    return tuple(at(changed(name, text), step / 12) for step in range(13))


@pytest.mark.parametrize("name", NAMES)
def test_without_knobs_a_motion_is_the_same(name: str) -> None:
    assert modified(EXERCISES[name].motion, AS_IT_IS) == EXERCISES[name].motion


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(DEEP), st.floats(0.0, 1.0))
def test_a_cap_is_reached_and_not_passed_and_flat_feet_stay_flat(name: str, share: float) -> None:
    motion = EXERCISES[name].motion
    angle = main_angle(motion)
    assert angle is not None
    low, high = angle.limits_deg
    cap = low + share * (high - low)
    capped = modified(motion, Knobs(depth_deg=cap))
    assert angle_in(capped.end, angle.name) == pytest.approx(cap)
    assert capped.start == motion.start
    for pose in (capped.end, *(key.pose for key in capped.out)):
        for leg in (pose.work, pose.other):
            if leg.contact is Contact.FLAT:
                assert foot_pitch_deg(pose, leg) == pytest.approx(0.0, abs=3.0)


@pytest.mark.parametrize("name", ["pat_box_squat", "str_goblet_squat"])
def test_a_squat_capped_at_60_bends_the_knee_60(name: str) -> None:
    deepest = max(figure.angles["right_knee_flexion"] for figure in walk(name, "depth=60"))
    assert deepest == pytest.approx(60.0, abs=1.0)


@pytest.mark.parametrize("seat_cm", [40, 50, 60])
@pytest.mark.parametrize("name", SEATED)
def test_on_any_seat_the_body_sits_on_it_with_flat_feet(name: str, seat_cm: int) -> None:
    motion = changed(name, f"seat_cm={seat_cm}")
    where = seated_pose(EXERCISES[name].motion)
    sitting = at(motion, 0.0 if where == "A" else 1.0)
    chair = next(prop for prop in motion.props if prop.kind is PropKind.CHAIR)
    assert chair.size[1] == pytest.approx(seat_cm / 100)
    assert sitting.joints["pelvis"][1] - chair.size[1] == pytest.approx(SIT_M, abs=0.012)
    assert abs(sitting.joints["pelvis"][0] - chair.at[0]) < chair.size[0] / 2
    for pose, side in ((motion.start if where == "A" else motion.end, "left"),):
        if pose.other.contact is Contact.FLAT:
            assert sitting.joints[f"{side}_heel"][1] == pytest.approx(0.0, abs=0.004)
            assert sitting.joints[f"{side}_ball"][1] == pytest.approx(0.0, abs=0.004)


@pytest.mark.parametrize("step_cm", [10, 15, 20])
@pytest.mark.parametrize("name", STEPS)
def test_the_foot_stays_on_the_step_whatever_its_height(name: str, step_cm: int) -> None:
    motion = changed(name, f"step_cm={step_cm}")
    before = walk(name, "")
    step = next(prop for prop in motion.props if prop.kind is PropKind.STEP)
    assert (step.size[1], max(motion.surface_m)) == (step_cm / 100, step_cm / 100)
    for old, new in zip(before, walk(name, f"step_cm={step_cm}"), strict=True):
        assert new.joints["right_ball"][0] == pytest.approx(old.joints["right_ball"][0], abs=0.002)
        if motion.start.work.contact is Contact.FLAT:
            assert new.joints["right_heel"][1] == pytest.approx(step_cm / 100, abs=0.002)


@pytest.mark.parametrize("name", [name for name in STEPS if leads_off_step(EXERCISES[name].motion)])
def test_a_lower_step_bends_the_knee_less_and_a_higher_one_more(name: str) -> None:
    bends = [
        max(figure.angles["right_knee_flexion"] for figure in walk(name, f"step_cm={step_cm}"))
        for step_cm in (10, 15, 20)
    ]
    assert bends == sorted(bends)
    assert bends[0] + 5.0 < bends[-1] <= 90.0


@pytest.mark.parametrize("width", [0.10, 0.40])
@pytest.mark.parametrize("name", STANDING)
def test_feet_stand_as_far_apart_as_they_are_told(name: str, width: float) -> None:
    for figure in walk(name, f"stance={width}"):
        apart = figure.joints["right_ankle"][2] - figure.joints["left_ankle"][2]
        assert apart == pytest.approx(width, abs=0.004)


@pytest.mark.parametrize("name", STANDING)
def test_toes_turn_out_and_stay_turned_out(name: str) -> None:
    motion = changed(name, "toes_out=10")
    poses = (motion.start, motion.end, *(key.pose for key in (*motion.out, *motion.back)))
    assert {leg.toes_out_deg for pose in poses for leg in (pose.work, pose.other)} == {10.0}


@pytest.mark.parametrize(("name", "support"), HELD)
def test_hands_hold_on_all_the_way(name: str, support: Support) -> None:
    motion = changed(name, f"support={support}")
    holds = {PropKind.RAIL, PropKind.WORKTOP} & {prop.kind for prop in motion.props}
    on = {Touch.RAIL.value, Touch.WORKTOP.value}
    wanted = {Support.NONE: 0, Support.BOTH_HANDS: 2}.get(support, 1)
    assert bool(holds) == bool(wanted)
    for figure in (at(motion, 0.0, "AA"), at(motion, 0.0, "BB")):
        assert sum(contact.on in on for contact in figure.contacts) == wanted
        for contact in figure.contacts:
            if contact.on in on:
                assert figure.angles[f"{contact.part.removesuffix('_hand')}_elbow_flexion"] < 150.0


def _extremes() -> list[tuple[str, str]]:
    """Return every exercise with each knob that it takes, turned as far as it goes either way."""
    found: list[tuple[str, str]] = []
    for name in NAMES:
        exercise = EXERCISES[name]
        for key in knobs_taken(exercise):
            knob, angle = KNOBS[key], main_angle(exercise.motion)
            ends = angle.limits_deg if key == "depth" and angle is not None else (knob.low, knob.high)
            values = tuple(Support) if key == "support" else ends
            turned = [f"{key}={value}" for value in values]
            found += [(name, text) for text in turned if not refusals(exercise, exercise.dose, Knobs.parse(text))]
    return found


@pytest.mark.parametrize(("name", "text"), _extremes())
def test_no_joint_leaves_its_normal_range_however_a_knob_is_turned(name: str, text: str) -> None:
    motion = changed(name, text)
    for way in ("AB", "BA"):
        for step in range(9):
            assert not list(beyond_range(at(motion, step / 8, way), motion))


@pytest.mark.parametrize("name", [name for name, support in HELD if support is Support.FINGERTIPS])
def test_a_wrist_is_not_bent_far_where_only_the_tips_touch(name: str) -> None:
    held = changed(name, "support=fingertips").start.work_arm.hand
    side = "right" if held is not None and held.on is Touch.RAIL else "left"
    assert max(figure.angles[f"{side}_wrist_bend"] for figure in walk(name, "support=fingertips")) < 75.0


def test_knobs_go_together() -> None:
    motion = changed("pat_box_squat", "depth=60 stance=wide toes_out=10 support=both_hands seat_cm=50")
    assert motion.end.work.knee_deg == pytest.approx(60.0)
    assert motion.stance_m == (0.20, 0.20)
    assert motion.start.work_arm.hand is not None


def test_named_angles_say_what_the_modified_pose_has() -> None:
    before, after = EXERCISES["pat_hip_hinge"].motion, changed("pat_hip_hinge", "depth=40")
    assert [(target.angle, target.value_deg) for target in before.targets][:2] == [
        ("work_hip_flexion", 80),
        ("work_knee_flexion", 15),
    ]
    assert [(target.angle, target.value_deg) for target in after.targets][:2] == [
        ("work_hip_flexion", pytest.approx(40)),
        ("work_knee_flexion", pytest.approx(7.5)),
    ]


def test_a_seat_changes_nothing_where_nobody_sits() -> None:
    assert changed("pat_hip_hinge", "seat_cm=50") == EXERCISES["pat_hip_hinge"].motion


def test_a_seat_that_would_lift_the_feet_off_the_floor_is_refused() -> None:
    motion = EXERCISES["pat_sit_to_stand"].motion
    low = tuple(
        replace(prop, size=(prop.size[0], 0.12, prop.size[2])) if prop.kind is PropKind.CHAIR else prop
        for prop in motion.props
    )
    with pytest.raises(ValueError, match="stay flat on the floor at this height"):
        modified(replace(motion, props=low), Knobs(seat_m=0.6))


@pytest.mark.parametrize(
    ("name", "support", "reason"),
    [
        ("str_goblet_squat", Support.ONE_HAND, "no hand is free"),
        ("act_dead_bug", Support.FINGERTIPS, "would not reach all the way"),
        ("act_bridge", Support.BOTH_HANDS, "would not reach all the way"),
    ],
)
def test_hands_that_cannot_hold_on_are_refused_with_the_reason(name: str, support: Support, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        modified(EXERCISES[name].motion, Knobs(support=support))
