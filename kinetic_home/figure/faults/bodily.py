"""Whether a body can be as a fault has it in the far pose: in range, clear of wall and floor, hands still reaching."""

from __future__ import annotations

from kinetic_home.domain.motion import Motion
from kinetic_home.domain.room import PropKind
from kinetic_home.domain.side import Side
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.skeleton import RANGE_OF_MOTION
from kinetic_home.figure.space import distance

_SPARE_DEG, _SPARE_M, _SLIPS_M = 2.0, 0.001, 0.006
_HAND_ENDS = ("wrist", "knuckle", "fingertip", "thumb")
# So much flesh lies round the middle of a knee or an elbow; the nose keeps off a wall.
_FLESH_M = {"knee": 0.055, "elbow": 0.055, "nose": 0.02}
_FIXED = {"floor", "mat", "wall", "rail", "worktop", "chair"}


def far_figure(motion: Motion) -> Figure:
    """Return the figure in the far pose."""
    return figure_at(motion, pose_from="B", pose_to="B", fraction=0.0, rep_no=1, side=Side.RIGHT)


def clear(motion: Motion, right: Motion) -> bool:
    """Tell whether nothing of the far figure but its hands is in the wall before it, or in the floor."""
    walls = [prop.at[0] - prop.size[0] / 2.0 for prop in motion.props if prop.kind is PropKind.WALL]
    face = min((wall for wall in walls if wall > 0.0), default=None)
    body = [(name, point) for name, point in far_figure(motion).joints.items() if not name.endswith(_HAND_ENDS)]
    floor = min(0.0, *(point[1] for point in far_figure(right).joints.values()))
    return all(
        point[1] >= floor - _SPARE_M and (face is None or point[0] + _flesh_m(name) <= face + _SPARE_M)
        for name, point in body
    )


def in_range(motion: Motion, right: Motion) -> bool:
    """Tell whether every joint of the far figure is within its normal range, or about as far as in the right motion."""
    reached = far_figure(right).angles
    return all(_within(name, angle, reached[name]) for name, angle in far_figure(motion).angles.items())


def holds_on(motion: Motion, right: Motion) -> bool:
    """Tell whether the hands of the far figure lie on the same spots of the room as those of the right motion."""
    held = {contact.part: contact.at for contact in far_figure(right).contacts if contact.on in _FIXED}
    hands = [contact for contact in far_figure(motion).contacts if contact.part.endswith("hand")]
    return all(distance(held.get(hand.part, hand.at), hand.at) <= _SLIPS_M for hand in hands)


def _flesh_m(joint: str) -> float:
    return _FLESH_M.get(joint.removeprefix("right_").removeprefix("left_"), 0.0)


def _within(name: str, angle_deg: float, reached_deg: float) -> bool:
    limits = RANGE_OF_MOTION.get(name.removeprefix("right_").removeprefix("left_"))
    if limits is None:
        return True
    return min(limits[0], reached_deg - _SPARE_DEG) <= angle_deg <= max(limits[1], reached_deg + _SPARE_DEG)
