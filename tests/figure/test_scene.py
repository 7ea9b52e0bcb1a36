from __future__ import annotations

import pytest

from kinetic_home.domain.motion import Carrier
from kinetic_home.domain.room import Prop, PropKind
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View, camera_for
from kinetic_home.figure.scene import Scene, corners, framed, strap_points
from kinetic_home.figure.space import cross, distance, dot, length
from tests.figure.shown import NAMES, SIDES, at, motion_of, repetition


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("view", list(View))
def test_the_frame_holds_every_joint_of_the_repetition(name: str, view: View) -> None:
    motion = motion_of(name)
    for side in SIDES:
        camera, frame = camera_for(view, motion, side), framed(motion, view, side)
        for figure in repetition(name, side)[::4]:
            for joint, point in figure.joints.items():
                x, y = camera.flat(point)
                assert frame.left < x < frame.right, joint
                assert frame.bottom < y < frame.top, joint


@pytest.mark.parametrize("view", list(View))
def test_a_camera_is_square_and_looks_at_what_it_shows(view: View) -> None:
    for name in ("wu_march", "act_bridge", "act_clam"):
        camera = camera_for(view, motion_of(name), Side.RIGHT)
        assert length(camera.towards) == pytest.approx(1.0)
        assert dot(camera.right, camera.up) == pytest.approx(0.0, abs=1e-12)
        assert distance(cross(camera.right, camera.up), camera.towards) < 1e-12


def test_the_working_side_is_near_whichever_it_is() -> None:
    for side, joint in ((Side.RIGHT, "right_hip"), (Side.LEFT, "left_hip")):
        figure = at("wu_leg_swing_front", "AB", 0.0, side)
        camera = camera_for(View.SIDE, motion_of("wu_leg_swing_front"), side)
        assert camera.depth(figure.joints[joint]) > camera.depth(figure.joints["pelvis"])


def test_the_left_side_is_seen_as_in_a_mirror() -> None:
    motion = motion_of("mob_gastroc")
    right, left = at("mob_gastroc", "AB", 0.4), at("mob_gastroc", "AB", 0.4, Side.LEFT)
    for view in View:
        a = camera_for(view, motion, Side.RIGHT).flat(right.joints["right_knee"])
        b = camera_for(view, motion, Side.LEFT).flat(left.joints["left_knee"])
        assert b == pytest.approx((-a[0], a[1]))


def test_views_are_found_by_name_and_follow_one_another() -> None:
    assert View.named("front") is View.FRONT
    assert View.named("end") is View.THREE_QUARTER
    assert View.SIDE.following.following.following is View.SIDE


def test_a_thing_stands_mirrored_for_the_left_side() -> None:
    rail = next(prop for prop in motion_of("wu_hip_circles").props if prop.kind is PropKind.RAIL)
    assert min(point[2] for point in corners(rail, Side.RIGHT)) < -0.3
    assert max(point[2] for point in corners(rail, Side.LEFT)) > 0.3


def test_a_thing_may_stand_turned_about_the_upright() -> None:
    prop = Prop(kind=PropKind.MAT, at=(0.5, 0.0, 0.2), size=(1.8, 0.01, 0.6), turn_deg=90)
    for side, z in ((Side.RIGHT, 0.2), (Side.LEFT, -0.2)):
        found = corners(prop, side)
        assert (min(x for x, _, _ in found), max(x for x, _, _ in found)) == pytest.approx((0.2, 0.8))
        assert (min(z for _, _, z in found), max(z for _, _, z in found)) == pytest.approx((z - 0.9, z + 0.9))


FACED = [name for name in NAMES if motion_of(name).carrier not in (Carrier.SHOULDERS, Carrier.SIDE)]


@pytest.mark.parametrize("name", FACED)
def test_no_view_looks_at_the_back_of_the_head_and_the_front_view_looks_in_the_face(name: str) -> None:
    motion = motion_of(name)
    # Beside a wall ahead the eye is just behind the profile, so that the wall hides nothing of it.
    walled = any(prop.kind is PropKind.WALL and prop.at[0] > 0.0 for prop in motion.props)
    for side in SIDES:
        head = at(name, "AA", 0.0, side).frames["head"]
        ahead = (head[0][0], 0.0, head[0][2])
        for view in View:
            assert dot(ahead, camera_for(view, motion, side).towards) > (-0.1 if walled else 0.0) * length(ahead)
        assert dot(ahead, camera_for(View.FRONT, motion, side).towards) > 0.6 * length(ahead)


def test_what_lies_on_the_floor_is_seen_from_above() -> None:
    for name in ("act_side_plank", "act_quad_set", "mob_hip_90_90", "mob_adductor_rock", "act_dead_bug"):
        for view in View:
            standing = camera_for(view, motion_of("wu_march"), Side.RIGHT)
            assert camera_for(view, motion_of(name), Side.RIGHT).towards[1] > standing.towards[1]


def test_what_is_held_does_not_stand_in_the_room() -> None:
    scene = Scene(motion=motion_of("pat_hip_hinge"), side=Side.BOTH)
    assert scene.holds(PropKind.STICK)
    assert not scene.props


def test_the_strap_goes_from_both_hands_behind_the_thigh() -> None:
    figure = at("mob_hamstring", "AB", 0.5)
    near, way, far, middle = strap_points(figure)
    assert near == figure.joints["right_knuckle"]
    assert far == figure.joints["left_knuckle"]
    assert all(point[0] > middle[0] for point in way)
