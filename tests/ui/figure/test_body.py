from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF

from kinetic_home.domain.motion import Motion
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.scene import Scene
from kinetic_home.figure.space import UPRIGHT
from kinetic_home.ui.figure.hand import Grip, grip_of, hand_frame
from kinetic_home.ui.figure.head import head_fills
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.painter import lens_for
from kinetic_home.ui.figure.shoe import shoe_fills
from kinetic_home.ui.figure.trunk import Trunk, trunk_look
from tests.figure.shown import motion_of

RECT = QRectF(0, 0, 400, 400)
STANDING = "bal_sls"
TONES = ("#F4EEE2", "#55636A", "#1F2A30")


def bent(**angles: float) -> Figure:
    return figure_at(bending(**angles), pose_from="A", pose_to="A", fraction=0.0, rep_no=1, side=Side.RIGHT)


def bending(**angles: float) -> Motion:
    motion = motion_of(STANDING)
    return replace(motion, start=replace(motion.start, **angles))


def lens(view: View) -> Lens:
    return lens_for(Scene(motion=motion_of(STANDING), side=Side.RIGHT), view, RECT)


def look(view: View, **angles: float):
    return trunk_look(lens(view), Trunk.of(bent(**angles)), lambda x, y, z: 0.0, 0.0)


def hollow(view: View, **angles: float) -> float:
    """Return how far the middle of the top's back lies behind the line between its ends, in px."""
    left = look(view, **angles).top.left
    (ax, ay), (bx, by) = left[0], left[-4]
    middle_x, middle_y = left[3]
    return ax + (bx - ax) * (middle_y - ay) / (by - ay) - middle_x


def test_a_round_and_an_arched_back_are_told_apart_from_the_side() -> None:
    straight = hollow(View.SIDE)
    assert hollow(View.SIDE, lumbar_deg=25.0, thoracic_deg=25.0) > straight + 8
    assert hollow(View.SIDE, lumbar_deg=-20.0, thoracic_deg=-15.0) < straight - 4


@pytest.mark.parametrize("view", [View.FRONT, View.THREE_QUARTER])
def test_the_waistband_slants_as_the_pelvis_does(view: View) -> None:
    def slant(drop_deg: float) -> float:
        band = look(view, drop_deg=drop_deg).waistband
        (ax, ay), (bx, by) = band[0], band[len(band) // 2 - 1]
        return (by - ay) / (bx - ax)

    assert abs(slant(12.0) - slant(0.0)) > 0.1
    assert (slant(12.0) - slant(0.0)) * (slant(-12.0) - slant(0.0)) < 0


def test_the_waistband_tips_with_the_pelvis_from_the_side() -> None:
    def tip(tilt_deg: float) -> float:
        band = look(View.SIDE, pelvic_tilt_deg=tilt_deg).waistband
        (ax, ay), (bx, by) = band[0], band[len(band) // 2 - 1]
        return (by - ay) / (bx - ax)

    assert abs(tip(-12.0) - tip(15.0)) > 0.15


def test_raised_shoulders_lift_the_collar() -> None:
    assert min(y for _, y in look(View.FRONT, shrug=1.0).top.left) < min(y for _, y in look(View.FRONT).top.left) - 2


@pytest.mark.parametrize("side", ["right", "left"])
def test_the_palms_of_a_walk_look_at_the_thighs_and_the_thumbs_go_ahead(side: str) -> None:
    joints = figure_at(
        motion_of("pat_gait"), pose_from="A", pose_to="B", fraction=0.5, rep_no=1, side=Side.RIGHT
    ).joints
    wrist, knuckle, thumb = (joints[f"{side}_{name}"] for name in ("wrist", "knuckle", "thumb"))
    _, aside, palm = hand_frame(wrist, knuckle, thumb, side)
    inward = -1.0 if side == "right" else 1.0
    assert inward * palm[2] > 0.7
    assert aside[0] > 0.5
    assert grip_of(wrist, knuckle, joints[f"{side}_fingertip"]) is Grip.HALF


def test_a_hand_on_a_worktop_is_flat_and_one_on_a_rail_is_a_fist() -> None:
    def grips(name: str) -> set[Grip]:
        joints = figure_at(motion_of(name), pose_from="A", pose_to="A", fraction=0.0, rep_no=1, side=Side.RIGHT).joints
        return {
            grip_of(*(joints[f"{side}_{joint}"] for joint in ("wrist", "knuckle", "fingertip")))
            for side in ("right", "left")
        }

    assert grips("str_calf_double") == {Grip.FLAT}
    assert Grip.FIST in grips("wu_leg_swing_front")


def test_toes_tucked_under_do_not_stick_out_of_the_sole() -> None:
    eye = lens(View.SIDE)
    flat, tucked = (shoe_fills(eye, UPRIGHT, bend, TONES)[0][0].boundingRect() for bend in (0.0, 88.0))
    assert tucked.width() < flat.width() - 0.05 * eye.scale
    # Nothing of bent toes goes below the sole or in front of the ball by more than a shoe is thick.
    assert tucked.bottom() <= flat.bottom() + 0.01 * eye.scale


def test_a_held_breath_puffs_out_the_cheeks() -> None:
    eye = lens(View.FRONT)
    calm = head_fills(eye, UPRIGHT, "#C58D6B", "#6B625E", "#1F2A30")
    full = head_fills(eye, UPRIGHT, "#C58D6B", "#6B625E", "#1F2A30", 1.0, "#B04A33")

    def wide(fills) -> int:
        return sum(fills[2][0].contains(QPointF(x / 4, -0.14 * eye.scale)) for x in range(-160, 160))

    assert wide(full) > wide(calm) * 1.1


def test_from_behind_a_head_has_hair_and_ears_but_no_face() -> None:
    eye = lens(View.FRONT)
    away = ((-1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, -1.0))
    face, back = (head_fills(eye, frame, "#C58D6B", "#6B625E", "#1F2A30") for frame in (UPRIGHT, away))
    assert len(back) < len(face) - 2
