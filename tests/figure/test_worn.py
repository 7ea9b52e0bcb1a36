from __future__ import annotations

from dataclasses import replace

import pytest

from kinetic_home.domain.motion import ArmPose, Carrier, Contact, LegPose, Motion, Pose
from kinetic_home.domain.room import HandSpot, Prop, PropKind, Touch, Worn
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View, camera_for
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.scene import Scene, framed
from kinetic_home.figure.skeleton import KNUCKLE_M
from kinetic_home.figure.space import Vec, along, between, distance, dot, flipped, sub, unit
from kinetic_home.figure.worn import backpack_at, band_rings, long_band, towel_at, weight_at, worn_points
from tests.figure.made import SQUAT, STANDING, shown

STAND = Motion(start=STANDING, end=SQUAT)
SITTING = Motion(
    start=Pose(work=LegPose(hip_deg=90, knee_deg=90), other=LegPose(hip_deg=90, knee_deg=90)),
    end=Pose(work=LegPose(hip_deg=90, knee_deg=45, contact=Contact.FREE), other=LegPose(hip_deg=90, knee_deg=90)),
    carrier=Carrier.SEAT,
    props=(Prop(kind=PropKind.CHAIR, at=(0.06, 0.0, 0.0), size=(0.42, 0.44, 0.42)),),
)


def _prop(kind: PropKind, worn: Worn, size: tuple[float, float, float] = (0.1, 0.2, 0.1)) -> Prop:
    return Prop(kind=kind, worn=worn, size=size)


def _stand(side: Side = Side.RIGHT, motion: Motion = STAND, way: str = "BB") -> Figure:
    return shown(motion, way, 0.0, side)


@pytest.mark.parametrize(("worn", "near", "far"), [(Worn.ANKLES, "knee", "ankle"), (Worn.ABOVE_KNEES, "hip", "knee")])
def test_a_loop_goes_round_both_legs(worn: Worn, near: str, far: str) -> None:
    figure = _stand()
    for side, ring in zip(("right", "left"), band_rings(figure, worn), strict=True):
        start, end = figure.joints[f"{side}_{near}"], figure.joints[f"{side}_{far}"]
        assert distance(start, ring.centre) + distance(ring.centre, end) == pytest.approx(distance(start, end))
        assert distance(ring.centre, end) < 0.09
        assert dot(ring.along, ring.ahead) == pytest.approx(0.0, abs=1e-9)


def test_a_loop_round_the_feet_lies_behind_the_balls() -> None:
    figure = _stand()
    for side, ring in zip(("right", "left"), band_rings(figure, Worn.FEET), strict=True):
        assert figure.joints[f"{side}_ankle"][0] < ring.centre[0] < figure.joints[f"{side}_ball"][0]
        assert ring.centre[1] == pytest.approx(ring.half_ahead_m)


@pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
def test_a_long_band_goes_from_the_chairs_back_leg_to_the_working_ankle(side: Side) -> None:
    figure = _stand(side, SITTING)
    knot, ring = long_band(figure, SITTING.props[0])
    assert knot[0] < figure.joints["pelvis"][0]
    assert (knot[2] > 0) is (side is Side.RIGHT)
    assert distance(ring.centre, figure.joints[f"{figure.working}_ankle"]) < 0.05


def test_a_towel_lies_on_the_mat_under_the_knee_that_presses_it() -> None:
    long = LegPose(hip_deg=82, knee_deg=6, contact=Contact.LYING)
    sitting = Pose(trunk_deg=-8, work=long, other=long)
    motion = Motion(start=sitting, end=sitting, carrier=Carrier.SEAT, lie_m=(0.068, 0.068))
    figure = shown(motion, "AA", 0.0)
    towel = towel_at(figure, _prop(PropKind.TOWEL, Worn.UNDER_WORK_KNEE, (0.10, 0.08, 0.22)))
    knee = figure.joints["right_knee"]
    assert towel.centre[1] == pytest.approx(0.04)
    assert abs(towel.centre[0] - knee[0]) < 0.03
    assert towel.centre[2] == pytest.approx(knee[2], abs=0.01)


def test_a_towel_lies_in_front_of_the_ball_under_the_toes() -> None:
    figure = _stand()
    towel = towel_at(figure, _prop(PropKind.TOWEL, Worn.UNDER_WORK_TOES, (0.05, 0.04, 0.16)))
    assert figure.joints["right_ball"][0] < towel.centre[0] < figure.joints["right_toe"][0] + 0.02
    assert towel.centre[1] == pytest.approx(0.02)


@pytest.mark.parametrize(("worn", "side"), [(Worn.WORK_HAND, "right"), (Worn.OTHER_HAND, "left")])
def test_a_weight_hangs_from_the_hand_that_holds_it(worn: Worn, side: str) -> None:
    figure = _stand(way="AA")
    weight = weight_at(figure, _prop(PropKind.WEIGHT, worn))
    hand = between(figure.joints[f"{side}_knuckle"], figure.joints[f"{side}_fingertip"], 0.4)
    assert distance(weight.centre, along(hand, (0.0, -1.0, 0.0), 0.1)) < 1e-9


def test_a_weight_in_both_hands_or_at_the_chest_is_between_them() -> None:
    spot = HandSpot(
        on=Touch.CHEST, at=(0.19, -0.2, 0.04), fingers=(0.3, 1.0, 0.0), palm=(0.0, 0.0, -1.0), elbow=(0.0, -1.0, 0.4)
    )
    held = replace(STANDING, work_arm=ArmPose(hand=spot), other_arm=ArmPose(hand=spot))
    figure = shown(Motion(start=held, end=held), "AA", 0.0)
    weight = weight_at(figure, _prop(PropKind.WEIGHT, Worn.CHEST))
    assert weight.centre[2] == pytest.approx(0.0, abs=1e-9)
    assert figure.joints["ribs"][0] + 0.1 < weight.centre[0]
    both = weight_at(figure, _prop(PropKind.WEIGHT, Worn.BOTH_HANDS))
    assert both.centre[1] < weight.centre[1]


def test_a_backpack_is_behind_the_chest_and_leans_with_it() -> None:
    bag = _prop(PropKind.BACKPACK, Worn.BACK, (0.16, 0.42, 0.28))
    for way in ("AA", "BB"):
        figure = _stand(way=way)
        held = backpack_at(figure, bag)
        chest = figure.frames["chest"]
        away = sub(held.centre, figure.joints["ribs"])
        assert dot(away, chest[0]) < -0.1
        assert dot(held.frame[1], chest[1]) > 0.98


ALL_WORN = [
    (PropKind.BAND_LOOP, Worn.ANKLES),
    (PropKind.BAND_LOOP, Worn.ABOVE_KNEES),
    (PropKind.BAND_LOOP, Worn.FEET),
    (PropKind.BAND_LONG, Worn.CHAIR_TO_WORK_ANKLE),
    (PropKind.TOWEL, Worn.UNDER_WORK_KNEE),
    (PropKind.TOWEL, Worn.UNDER_WORK_TOES),
    (PropKind.WEIGHT, Worn.WORK_HAND),
    (PropKind.WEIGHT, Worn.OTHER_HAND),
    (PropKind.WEIGHT, Worn.BOTH_HANDS),
    (PropKind.WEIGHT, Worn.CHEST),
    (PropKind.BACKPACK, Worn.BACK),
]


@pytest.mark.parametrize(("kind", "worn"), ALL_WORN)
def test_what_is_worn_is_mirrored_for_the_left_side_and_fits_the_frame(kind: PropKind, worn: Worn) -> None:
    prop = _prop(kind, worn, (0.16, 0.42, 0.28))
    motion = replace(SITTING, props=(*SITTING.props, prop))
    right, left = (shown(motion, "BB", 0.0, side) for side in (Side.RIGHT, Side.LEFT))
    here, there = worn_points(right, prop, motion.props), worn_points(left, prop, motion.props)
    assert len(here) == len(there) > 0
    for point in here:
        assert min(distance(flipped(point), other) for other in there) < 1e-9
    assert Scene(motion=motion, side=Side.RIGHT).worn == (prop,)
    assert prop not in Scene(motion=motion, side=Side.RIGHT).props
    for view in View:
        camera, frame = camera_for(view, motion, Side.RIGHT), framed(motion, view, Side.RIGHT)
        for point in here:
            x, y = camera.flat(point)
            assert frame.left < x < frame.right
            assert frame.bottom < y < frame.top


def test_every_place_on_the_body_is_known() -> None:
    assert {worn for _, worn in ALL_WORN} == set(Worn)


def test_a_long_band_without_its_chair_is_nowhere() -> None:
    band = _prop(PropKind.BAND_LONG, Worn.CHAIR_TO_WORK_ANKLE)
    assert worn_points(_stand(), band, (band,)) == ()


HANGING = ArmPose(flexion_deg=20, elbow_deg=20, abduction_deg=-6, rotation_deg=-70)
ACROSS = _prop(PropKind.WEIGHT, Worn.BOTH_HANDS, (0.1, 0.1, 0.36))


def _both_on(weight: Prop) -> Motion:
    bent = replace(STAND.end, work_arm=HANGING, other_arm=HANGING)
    return Motion(start=replace(STAND.start, work_arm=HANGING, other_arm=HANGING), end=bent, props=(weight,))


def _fists(figure: Figure) -> list[Vec]:
    return [along(figure.joints[f"{s}_wrist"], _fingers(figure, s), KNUCKLE_M) for s in ("right", "left")]


def _fingers(figure: Figure, side: str) -> Vec:
    return unit(sub(figure.joints[f"{side}_knuckle"], figure.joints[f"{side}_wrist"]))


@pytest.mark.parametrize("way", ["AA", "BB"])
def test_two_fists_close_side_by_side_round_a_handle_that_lies_across(way: str) -> None:
    figure = shown(_both_on(ACROSS), way, 0.0)
    right, left = _fists(figure)
    assert right[2] - left[2] == pytest.approx(0.096, abs=1e-3)
    held = weight_at(figure, ACROSS)
    assert distance(held.centre, between(right, left, 0.5)) < 0.05
    for side in ("right", "left"):
        closed = sub(figure.joints[f"{side}_fingertip"], figure.joints[f"{side}_knuckle"])
        assert dot(unit(closed), _fingers(figure, side)) < 0.5


def test_a_weight_that_lies_across_is_held_before_the_legs() -> None:
    figure = shown(_both_on(ACROSS), "BB", 0.0)
    height = weight_at(figure, ACROSS).centre[1]
    hip, knee, ankle = (figure.joints[f"right_{joint}"] for joint in ("hip", "knee", "ankle"))
    top, low = (hip, knee) if height > knee[1] else (knee, ankle)
    leg_x = between(top, low, (top[1] - height) / (top[1] - low[1]))[0]
    assert weight_at(figure, ACROSS).centre[0] > leg_x + 0.07
    upright = shown(_both_on(_prop(PropKind.WEIGHT, Worn.BOTH_HANDS)), "BB", 0.0)
    assert weight_at(upright, _prop(PropKind.WEIGHT, Worn.BOTH_HANDS)).centre[0] < leg_x + 0.115
