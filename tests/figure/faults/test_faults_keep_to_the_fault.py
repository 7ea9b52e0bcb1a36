"""A wrong version differs from the right one only where its fault is, and its fault is where all can see it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kinetic_home.domain.fault import FaultKind
from kinetic_home.domain.motion import Carrier, Contact, Key, Motion, Pose
from kinetic_home.domain.room import PropKind, Touch
from kinetic_home.domain.side import Side
from kinetic_home.figure.alignment import back_bend_deg, pelvis_drop_deg, trunk_lean_deg, trunk_twist_deg
from kinetic_home.figure.faults import wrong
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.space import distance
from tests.figure.faults.pairs import SHOWN, Pair, repetition
from tests.figure.shown import motion_of

SINKS_M = 0.045
LOST = [pair for pair in SHOWN if pair.kind in {FaultKind.FOOT_DOWN, FaultKind.LOST_LANDING}]
RAILS = [
    pair
    for pair in SHOWN
    if pair.kind in {FaultKind.TRUNK_TIPS, FaultKind.LEANS_ON_HAND}
    and any(prop.kind is PropKind.RAIL for prop in pair.right.props)
]


def of(kind: FaultKind) -> list[Pair]:
    return [pair for pair in SHOWN if pair.kind is kind]


def at(motion: Motion, pose: str) -> Figure:
    return figure_at(motion, pose_from=pose, pose_to=pose, fraction=0.0, rep_no=1, side=Side.RIGHT)


def worst(pair: Pair) -> tuple[Figure, Figure]:
    """Return the right and the wrong figure at the instant at which most of the fault shows."""
    pairs = zip(repetition(pair.right, Side.RIGHT), repetition(pair.wrong, Side.RIGHT), strict=True)
    return max(pairs, key=lambda both: both[1].fault)


def body(pose: Pose) -> Pose:
    return replace(pose, fault=0.0)


def poses(motion: Motion) -> list[Pose]:
    return [body(pose) for pose in (motion.start, motion.end, *(key.pose for key in (*motion.out, *motion.back)))]


@pytest.mark.parametrize("pair", [*of(FaultKind.RUSHES), *of(FaultKind.DROPS)], ids=str)
def test_haste_changes_when_the_body_is_where_and_not_its_poses(pair: Pair) -> None:
    assert poses(pair.wrong) == poses(pair.right)


@pytest.mark.parametrize("pair", of(FaultKind.KNEE_IN), ids=str)
def test_a_knee_that_falls_inward_does_not_become_a_squat(pair: Pair) -> None:
    for clean, shown in zip(repetition(pair.right, Side.RIGHT), repetition(pair.wrong, Side.RIGHT), strict=True):
        assert clean.joints["pelvis"][1] - shown.joints["pelvis"][1] < SINKS_M


@pytest.mark.parametrize("pair", of(FaultKind.ARCH_DROPS), ids=str)
def test_an_arch_that_drops_leaves_the_hips_where_they_were(pair: Pair) -> None:
    clean, shown = worst(pair)
    assert clean.joints["pelvis"][1] - shown.joints["pelvis"][1] < 0.01


@pytest.mark.parametrize("pair", of(FaultKind.OTHERS_WORK), ids=str)
def test_where_the_back_takes_over_it_arches_and_no_foot_leaves_its_place(pair: Pair) -> None:
    clean, shown = worst(pair)
    assert back_bend_deg(shown) < back_bend_deg(clean) - 8.0
    for side, leg in (("right", pair.right.end.work), ("left", pair.right.end.other)):
        apart = distance(clean.joints[f"{side}_heel"], shown.joints[f"{side}_heel"])
        assert apart < 0.06 if leg.contact is Contact.LYING else apart < 0.02 or not leg.contact.on_foot


@pytest.mark.parametrize("name", ["act_bridge", "act_sl_bridge"])
def test_a_bridge_that_arches_arches_far_more_than_one_that_strains(name: str) -> None:
    bends = [
        back_bend_deg(at(wrong(motion_of(name), kind), "B")) for kind in (FaultKind.BACK_ARCHES, FaultKind.OTHERS_WORK)
    ]
    assert bends[0] < bends[1] - 20.0


def test_a_back_that_rounds_on_hands_and_knees_humps_above_the_right_one() -> None:
    pair = next(pair for pair in of(FaultKind.BACK_ROUNDS) if pair.right.carrier is Carrier.OTHER_KNEE)
    clean, shown = worst(pair)
    assert shown.joints["ribs"][1] > clean.joints["ribs"][1] + 0.04
    assert shown.joints["neck"][1] == pytest.approx(clean.joints["neck"][1], abs=0.025)


@pytest.mark.parametrize("pair", LOST, ids=str)
def test_a_foot_that_is_put_down_is_seen_past_the_standing_one_from_every_side(pair: Pair) -> None:
    _, shown = worst(pair)
    x, _, z = (shown.joints["left_ankle"][axis] - shown.joints["right_ankle"][axis] for axis in range(3))
    assert abs(x) > 0.10
    assert z < -0.08


@pytest.mark.parametrize("pair", of(FaultKind.LEANS_ON_HAND), ids=str)
def test_who_leans_on_a_hand_leans_on_what_stands_there_in_the_right_version_too(pair: Pair) -> None:
    clean, shown = worst(pair)
    assert pair.wrong.props == pair.right.props
    assert trunk_lean_deg(shown) > trunk_lean_deg(clean) + 12.0


@pytest.mark.parametrize("pair", RAILS, ids=str)
def test_the_arm_on_a_rail_stays_whole_as_the_trunk_tips_over_it(pair: Pair) -> None:
    for figure in repetition(pair.wrong, Side.RIGHT):
        shoulder, elbow = figure.joints["left_shoulder"], figure.joints["left_elbow"]
        assert elbow[1] < shoulder[1] - 0.05


def test_the_bag_hangs_clear_of_the_leg_on_the_side_to_which_the_trunk_leans() -> None:
    leaning = wrong(motion_of("str_carry"), FaultKind.TRUNK_LEANS)
    figure = at(leaning, "A")
    assert figure.joints["right_wrist"][2] > figure.joints["right_shoulder"][2]


def test_the_hands_that_prop_a_leaning_body_stay_on_the_mat() -> None:
    leaning = wrong(motion_of("mob_hip_90_90"), FaultKind.TRUNK_LEANS)
    mat = next(prop for prop in leaning.props if prop.kind is PropKind.MAT)
    for figure in repetition(leaning, Side.RIGHT):
        for side in ("right", "left"):
            assert abs(figure.joints[f"{side}_fingertip"][2]) < mat.size[2] / 2.0


def test_hands_that_lie_elsewhere_stay_there_as_a_seated_body_leans() -> None:
    right = motion_of("mob_hip_90_90")

    def lap(pose: Pose) -> Pose:
        hand = pose.work_arm.hand
        assert hand is not None
        on_belly = replace(hand, on=Touch.BELLY)
        return replace(
            pose, work_arm=replace(pose.work_arm, hand=on_belly), other_arm=replace(pose.other_arm, hand=None)
        )

    seated = replace(
        right,
        start=lap(right.start),
        end=lap(right.end),
        out=tuple(Key(at=key.at, pose=lap(key.pose)) for key in right.out),
        back=tuple(Key(at=key.at, pose=lap(key.pose)) for key in right.back),
    )
    leaning = wrong(seated, FaultKind.TRUNK_LEANS)
    assert leaning.start.work_arm.hand == seated.start.work_arm.hand
    assert leaning.start.other_arm.hand is None


def test_a_chest_twists_over_hips_that_stay() -> None:
    twisted = wrong(motion_of("pat_hip_hinge"), FaultKind.TRUNK_TWISTS)
    clean, shown = at(motion_of("pat_hip_hinge"), "B"), at(twisted, "B")
    assert abs(trunk_twist_deg(shown) - trunk_twist_deg(clean)) > 30.0
    assert shown.joints["right_hip"] == pytest.approx(clean.joints["right_hip"])


def test_a_pelvis_drops_on_the_side_of_the_leg_that_swings() -> None:
    swing = motion_of("wu_leg_swing_front")
    dropped = wrong(swing, FaultKind.PELVIS_DROPS)
    assert pelvis_drop_deg(at(dropped, "B")) < pelvis_drop_deg(at(swing, "B")) - 10.0


def test_the_foot_that_lies_on_its_edge_stays_on_the_floor_as_the_back_rounds() -> None:
    pair = next(pair for pair in of(FaultKind.BACK_ROUNDS) if pair.right.carrier is Carrier.OTHER_KNEE)
    for clean, shown in zip(repetition(pair.right, Side.RIGHT), repetition(pair.wrong, Side.RIGHT), strict=True):
        for part in ("heel", "ball", "toe"):
            assert distance(clean.joints[f"right_{part}"], shown.joints[f"right_{part}"]) < 0.01
