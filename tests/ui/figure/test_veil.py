"""What stands before a body hides only what it meets on the picture."""

from __future__ import annotations

import pytest

from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View
from kinetic_home.ui.figure.parts import Group
from tests.figure.shown import motion_of
from tests.ui.figure.test_props import room_of, shown

NO_HANDS: frozenset[tuple[str, str]] = frozenset()
LIMBS = (("shoulder", "elbow"), ("elbow", "wrist"), ("hip", "knee"), ("knee", "ankle"))


@pytest.mark.parametrize("fraction", [0.0, 0.3, 0.6])
def test_a_worktop_ahead_leaves_who_is_seen_from_the_side_in_one_piece(qapp, fraction: float) -> None:
    motion = motion_of("wu_march")
    figure, room = shown(motion, Side.BOTH, fraction), room_of(motion, View.SIDE, Side.BOTH)
    limbs = [tuple(figure.joints[f"right_{name}"] for name in ends) for ends in LIMBS]
    assert room.veils
    assert not any(veil.hides(Group(0.0, (), spots=spots), NO_HANDS) for veil in room.veils for spots in limbs[:2])


def test_from_the_front_it_hides_the_thighs_behind_it(qapp) -> None:
    motion = motion_of("wu_march")
    figure, room = shown(motion, Side.BOTH), room_of(motion, View.FRONT, Side.BOTH)
    thigh = Group(0.0, (), spots=(figure.joints["right_hip"], figure.joints["right_knee"]))
    assert any(veil.hides(thigh, NO_HANDS) for veil in room.veils)
