"""What a body can do: every exercise, both sides, 120 places of a repetition."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kinetic_home.domain.motion import Carrier, Flow
from kinetic_home.domain.room import HandSpot, Prop, PropKind, Touch
from kinetic_home.domain.side import Side
from kinetic_home.figure.figure import ARM_JOINTS, LEG_JOINTS, MIDDLE_JOINTS, Figure
from kinetic_home.figure.hands import BELLY_RISE_M
from kinetic_home.figure.scene import stick_ends
from kinetic_home.figure.skeleton import FOREARM_M, SHANK_M, SIT_M, THIGH_M, UPPER_ARM_M
from kinetic_home.figure.space import Vec, between, cross, distance, dot, flipped, length, sub, unit
from tests.figure.shown import EXERCISES, NAMES, ROOM, SIDES, at, beyond_range, motion_of, repetition

every = pytest.mark.parametrize("name", NAMES)
both = pytest.mark.parametrize("side", SIDES)

SEGMENTS = [
    ("pelvis", "sacrum"),
    ("sacrum", "waist"),
    ("waist", "ribs"),
    ("ribs", "neck"),
    ("neck", "skull"),
    ("neck", "crown"),
] + [
    (f"{side}_{near}", f"{side}_{far}")
    for side in ("right", "left")
    for near, far in (
        ("hip", "knee"),
        ("knee", "ankle"),
        ("ankle", "heel"),
        ("ankle", "ball"),
        ("heel", "ball"),
        ("ball", "toe"),
        ("shoulder", "elbow"),
        ("elbow", "wrist"),
        ("wrist", "knuckle"),
    )
]


@every
@both
def test_no_part_of_the_body_grows_or_shrinks(name: str, side: Side) -> None:
    frames = repetition(name, side)
    for near, far in [*SEGMENTS, ("right_hip", "left_hip"), ("neck", "right_shoulder"), ("neck", "left_shoulder")]:
        lengths = [distance(figure.joints[near], figure.joints[far]) for figure in frames]
        assert max(lengths) - min(lengths) < 1e-6, (near, far)


def test_the_limbs_are_as_long_as_the_tables_say() -> None:
    joints = at("wu_march", "AB", 0.5).joints
    for side in ("right", "left"):
        assert distance(joints[f"{side}_hip"], joints[f"{side}_knee"]) == pytest.approx(THIGH_M, abs=1e-9)
        assert distance(joints[f"{side}_knee"], joints[f"{side}_ankle"]) == pytest.approx(SHANK_M, abs=1e-9)
        assert distance(joints[f"{side}_shoulder"], joints[f"{side}_elbow"]) == pytest.approx(UPPER_ARM_M, abs=1e-9)
        assert distance(joints[f"{side}_elbow"], joints[f"{side}_wrist"]) == pytest.approx(FOREARM_M, abs=1e-9)


def test_a_standing_person_is_as_tall_as_the_stature() -> None:
    assert at("wu_march", "AB", 0.0).joints["crown"][1] == pytest.approx(1.70, abs=0.002)


def _on_ground(figure: Figure, point: Vec) -> Vec:
    """Return a point as the floor under a walk sees it; the floor moves back or aside under the feet."""
    return (point[0] + figure.ground_m, point[1], point[2] - figure.ground_side_m)


@every
@both
def test_what_is_planted_does_not_slip(name: str, side: Side) -> None:
    since: dict[str, Vec] = {}
    for figure in repetition(name, side):
        now = {c.part: _on_ground(figure, c.at) for c in figure.contacts if c.on in ROOM}
        since = {part: since.get(part, point) for part, point in now.items()}
        for part, point in now.items():
            assert distance(point, since[part]) < 1e-3, part


@every
def test_something_always_bears_the_body_unless_it_jumps(name: str) -> None:
    motion = motion_of(name)
    jumps = motion.end.air_m > 0.0
    figures = [at(name, "AA", 0.0), at(name, "BA", 1.0)] if jumps else repetition(name, Side.RIGHT)
    assert not jumps or not at(name, "BB", 0.0).contacts
    for figure in figures:
        assert any(contact.on in ROOM and not contact.part.endswith("hand") for contact in figure.contacts)


@every
@both
def test_no_joint_leaves_its_normal_range(name: str, side: Side) -> None:
    for figure in repetition(name, side):
        assert not list(beyond_range(figure, motion_of(name)))


@every
@both
def test_nothing_goes_through_the_floor(name: str, side: Side) -> None:
    for figure in repetition(name, side):
        for joint, point in figure.joints.items():
            assert point[1] > -1e-3, joint


def _props(name: str, kind: PropKind) -> list[Prop]:
    return [prop for prop in motion_of(name).props if prop.kind is kind]


@every
def test_nothing_goes_through_the_seat(name: str) -> None:
    if motion_of(name).carrier is Carrier.SHOULDERS:
        pytest.skip("the chair bears the calves here")
    for chair in _props(name, PropKind.CHAIR):
        middle, (long, seat, _) = chair.at[0], chair.size
        for figure in repetition(name, Side.RIGHT):
            joints = figure.joints
            if abs(joints["pelvis"][0] - middle) < long / 2:
                assert joints["pelvis"][1] > seat + SIT_M - 1e-3
            for side in ("right", "left"):
                for step in range(11):
                    point = between(joints[f"{side}_hip"], joints[f"{side}_knee"], step / 10)
                    if abs(point[0] - middle) < long / 2:
                        assert point[1] > seat + 0.03


def test_the_calves_lie_on_the_chair_and_not_in_it() -> None:
    for figure in repetition("cd_breathing", Side.RIGHT):
        for side in ("right", "left"):
            assert figure.joints[f"{side}_ankle"][1] == pytest.approx(0.487, abs=1e-3)
            assert figure.joints[f"{side}_knee"][1] > 0.44 + 0.045


@every
def test_nothing_goes_through_the_wall(name: str) -> None:
    for wall in _props(name, PropKind.WALL):
        ahead = 1.0 if wall.at[0] > 0 else -1.0
        face = ahead * wall.at[0] - wall.size[0] / 2
        for figure in repetition(name, Side.RIGHT):
            for joint, point in figure.joints.items():
                assert ahead * point[0] < face + 1e-3, joint


@every
def test_feet_and_knees_stay_clear_of_the_worktop(name: str) -> None:
    for top in _props(name, PropKind.WORKTOP):
        front = top.at[0] - top.size[0] / 2
        for figure in repetition(name, Side.RIGHT):
            for joint, point in figure.joints.items():
                if point[1] < top.size[1] - 0.05:
                    assert point[0] < front + 0.03, joint


TARGETS = [(name, number) for name in NAMES for number in range(len(EXERCISES[name].motion.targets))]


@pytest.mark.parametrize(("name", "number"), TARGETS)
@both
def test_a_named_angle_is_reached_within_one_degree(name: str, number: int, side: Side) -> None:
    target = motion_of(name).targets[number]
    figure = at(name, target.pose * 2, 0.0, side)
    work, other = ("left", "right") if side is Side.LEFT else ("right", "left")
    angle = target.angle.replace("work_", f"{work}_").replace("other_", f"{other}_")
    assert figure.angles[angle] == pytest.approx(target.value_deg, abs=1.0)


def test_most_exercises_name_an_angle() -> None:
    assert sum(bool(exercise.motion.targets) for exercise in EXERCISES.values()) >= 15


@every
@both
def test_the_repetition_comes_back_to_where_it_began(name: str, side: Side) -> None:
    first, last = at(name, "AB", 0.0, side), at(name, "BA", 1.0, side)
    hop = motion_of(name).travel_m * (1.0 if side is Side.RIGHT else -1.0)
    for joint, (x, y, z) in first.joints.items():
        assert distance((x, y, z + hop), last.joints[joint]) < 1e-6, joint


@every
def test_the_way_back_begins_where_the_way_out_ends(name: str) -> None:
    there, back, held = at(name, "AB", 1.0), at(name, "BA", 0.0), at(name, "BB", 0.0)
    for joint, point in there.joints.items():
        assert distance(point, back.joints[joint]) < 1e-6, joint
        assert distance(point, held.joints[joint]) < 1e-6, joint


@every
def test_the_next_repetition_begins_where_the_last_one_ended(name: str) -> None:
    last, first = at(name, "BA", 1.0, rep_no=1), at(name, "AB", 0.0, rep_no=2)
    assert first.ground_m == pytest.approx(last.ground_m)
    for joint, point in last.joints.items():
        assert distance(point, first.joints[joint]) < 1e-6, joint


@every
@both
def test_nothing_jumps(name: str, side: Side) -> None:
    for before, after in pairwise(repetition(name, side)):
        for joint in before.joints:
            assert distance(before.joints[joint], after.joints[joint]) < 0.07, joint


@every
def test_the_left_side_is_the_mirror_image_of_the_right(name: str) -> None:
    for right, left in zip(repetition(name, Side.RIGHT), repetition(name, Side.LEFT), strict=True):
        assert right.working == "right"
        assert left.working == "left"
        for joint in MIDDLE_JOINTS:
            assert left.joints[joint] == flipped(right.joints[joint])
        for joint in (*LEG_JOINTS, *ARM_JOINTS):
            assert left.joints[f"left_{joint}"] == flipped(right.joints[f"right_{joint}"])
            assert left.joints[f"right_{joint}"] == flipped(right.joints[f"left_{joint}"])


@every
def test_both_sides_are_shown_as_the_right_one(name: str) -> None:
    assert at(name, "AB", 0.3, Side.BOTH).joints == at(name, "AB", 0.3, Side.RIGHT).joints


@every
@both
def test_frames_stay_square_and_right_handed(name: str, side: Side) -> None:
    for figure in repetition(name, side)[::15]:
        for forward, up, right in figure.frames.values():
            assert length(forward) == pytest.approx(1.0)
            assert dot(forward, up) == pytest.approx(0.0, abs=1e-9)
            assert distance(cross(forward, up), right) < 1e-9


@every
def test_a_flat_foot_keeps_the_identity_of_its_angles(name: str) -> None:
    motion = motion_of(name)
    if motion.carrier is Carrier.SIDE or motion.stance_m is not None:
        pytest.skip("the identity is that of a leg that moves straight ahead")
    for figure in repetition(name, Side.RIGHT):
        flat = {c.part.split("_")[0] for c in figure.contacts if c.part.endswith("heel")}
        flat &= {c.part.split("_")[0] for c in figure.contacts if c.part.endswith("ball")}
        for side in flat:
            angle = figure.angles
            pitch = (
                angle[f"{side}_hip_flexion"]
                - angle["trunk_lean"]
                - angle[f"{side}_knee_flexion"]
                + angle[f"{side}_ankle_dorsiflexion"]
            )
            assert abs(pitch) < 3.0


def _spots(name: str) -> list[tuple[str, HandSpot]]:
    motion = motion_of(name)
    pairs = [
        ("right", motion.start.work_arm.hand, motion.end.work_arm.hand),
        ("left", motion.start.other_arm.hand, motion.end.other_arm.hand),
    ]
    return [(side, first) for side, first, second in pairs if first is not None and first == second]


@every
def test_hands_lie_on_their_things_within_five_millimetres(name: str) -> None:
    for side, spot in _spots(name):
        sign = 1.0 if side == "right" else -1.0
        for figure in repetition(name, Side.RIGHT):
            found = [contact.at for contact in figure.contacts if contact.part == f"{side}_hand"]
            x, y, z = spot.at
            origin, axes, wanted = (0.0, 0.0, 0.0), None, (x, y, sign * z)
            match spot.on:
                case Touch.BELLY | Touch.HIP | Touch.STICK:
                    origin, axes = figure.joints["pelvis"], figure.frames["hips"]
                    rise = BELLY_RISE_M * figure.belly if spot.on is Touch.BELLY else 0.0
                    wanted = (x + rise, y, sign * z)
                case Touch.WORK_THIGH | Touch.STRAP:
                    origin, axes, wanted = (
                        figure.joints["right_hip"],
                        figure.frames["right_thigh"],
                        (x, -y * THIGH_M, sign * z),
                    )
                case Touch.OTHER_THIGH:
                    origin, axes, wanted = (
                        figure.joints["left_hip"],
                        figure.frames["left_thigh"],
                        (x, -y * THIGH_M, sign * z),
                    )
                case Touch.CHEST:
                    origin, axes = figure.joints["neck"], figure.frames["chest"]
                case Touch.WORK_FOOT:
                    origin, axes = figure.joints["right_ankle"], figure.frames["right_foot"]
                case _:
                    pass
            away = sub(found[0], origin)
            local = away if axes is None else (dot(away, axes[0]), dot(away, axes[1]), dot(away, axes[2]))
            assert distance(local, wanted) < 5e-3


@every
def test_every_hand_spot_lies_on_the_thing_it_names(name: str) -> None:
    kinds = {
        Touch.WALL: PropKind.WALL,
        Touch.RAIL: PropKind.RAIL,
        Touch.WORKTOP: PropKind.WORKTOP,
        Touch.CHAIR: PropKind.CHAIR,
    }
    for side, spot in _spots(name):
        z = spot.at[2] if side == "right" else -spot.at[2]
        if spot.on is Touch.FLOOR:
            assert spot.at[1] == 0.0
        if spot.on not in kinds:
            continue
        prop = _props(name, kinds[spot.on])[0]
        (x, y, middle), (long, high, deep) = prop.at, prop.size
        if spot.on is Touch.WALL:
            assert spot.at[0] == pytest.approx(x - long / 2, abs=1e-3)
            assert 0.0 < spot.at[1] < high
        else:
            assert spot.at[1] == pytest.approx(y + high, abs=1e-3)
            assert abs(spot.at[0] - x) < long / 2
        assert abs(z - middle) <= deep / 2


def test_the_stick_stays_on_the_back_through_the_hinge() -> None:
    gaps = {"skull": set[float](), "neck": set[float](), "sacrum": set[float]()}
    for figure in repetition("pat_hip_hinge", Side.RIGHT):
        low, high = stick_ends(figure)
        along = unit(sub(high, low))
        for joint, seen in gaps.items():
            away = sub(figure.joints[joint], low)
            seen.add(round(length(cross(away, along)), 4))
    assert all(max(seen) - min(seen) < 5e-3 for seen in gaps.values())


@pytest.mark.parametrize("name", [name for name in NAMES if motion_of(name).flow is Flow.EASE])
def test_easing_begins_and_ends_gently(name: str) -> None:
    start, soon = at(name, "AB", 0.0), at(name, "AB", 0.01)
    assert max(distance(start.joints[joint], soon.joints[joint]) for joint in start.joints) < 3e-3


def test_the_free_foot_touches_the_floor_at_every_reach() -> None:
    def lowest(way: str, fraction: float) -> tuple[float, str]:
        joints = at("bal_sls_reach", way, fraction).joints
        return min((joints[f"left_{part}"][1], part) for part in ("heel", "ball", "toe"))

    for way, fraction, part in (("BB", 0.0, "heel"), ("BA", 0.34, "toe"), ("BA", 0.68, "toe")):
        height, first = lowest(way, fraction)
        assert height < 0.01
        assert first == part


@pytest.mark.parametrize("name", ["cd_breathing", "act_breath_brace"])
def test_arms_rest_and_wrists_stay_easy_where_hands_feel_the_breath(name: str) -> None:
    for figure in repetition(name, Side.RIGHT):
        for side in ("right", "left"):
            assert abs(figure.angles[f"{side}_wrist_bend"]) < 50.0
            assert figure.joints[f"{side}_elbow"][1] < 0.17
