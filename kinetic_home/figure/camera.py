"""One camera for all views: it turns about the figure, and frames the whole repetition once so that nothing jumps."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from math import cos, radians, sin
from typing import NamedTuple

from kinetic_home.domain.motion import Carrier, Motion
from kinetic_home.domain.room import PropKind
from kinetic_home.domain.side import Side
from kinetic_home.figure.space import Vec, dot


class View(StrEnum):
    """Where the figure is looked at from."""

    SIDE = "side"
    FRONT = "front"
    THREE_QUARTER = "three-quarter"

    @classmethod
    def named(cls, name: str) -> View:
        """Return the view of that name; the catalogue's rarer ones become the nearest of the three."""
        return {"side": cls.SIDE, "front": cls.FRONT}.get(name, cls.THREE_QUARTER)

    @property
    def following(self) -> View:
        """Return the view after this one, round and round."""
        views = list(View)
        return views[(views.index(self) + 1) % len(views)]


class Camera(NamedTuple):
    """Three directions: to the right and up on the picture, and towards the eye."""

    right: Vec
    up: Vec
    towards: Vec

    def flat(self, point: Vec) -> tuple[float, float]:
        """Return where a point falls on the picture, in metres to the right and up."""
        return dot(point, self.right), dot(point, self.up)

    def depth(self, point: Vec) -> float:
        """Return how near a point is to the eye; more is nearer."""
        return dot(point, self.towards)


# Turn from straight beside the figure towards its front, and rise over the floor, in degrees, by view. A little of
# both shows where the floor is and keeps one leg from hiding the other.
_UPRIGHT = {View.SIDE: (14.0, 7.0), View.FRONT: (84.0, 7.0), View.THREE_QUARTER: (48.0, 11.0)}
_ON_BACK = {View.SIDE: (8.0, 9.0), View.FRONT: (66.0, 34.0), View.THREE_QUARTER: (38.0, 22.0)}
_ON_SIDE = {View.SIDE: (82.0, 14.0), View.FRONT: (20.0, 26.0), View.THREE_QUARTER: (58.0, 24.0)}
# On an elbow the head lies on the other hand: its front is looked at from straight before it, its side from the feet.
_ON_ELBOW = {View.SIDE: (146.0, 18.0), View.FRONT: (92.0, 8.0), View.THREE_QUARTER: (122.0, 16.0)}
_WALK = {View.SIDE: (10.0, 7.0), View.FRONT: (86.0, 9.0), View.THREE_QUARTER: (46.0, 12.0)}
_SIDE_WALK = {View.SIDE: (22.0, 9.0), View.FRONT: (88.0, 8.0), View.THREE_QUARTER: (58.0, 12.0)}
_ON_FLOOR = {View.SIDE: (12.0, 9.0), View.FRONT: (72.0, 24.0), View.THREE_QUARTER: (44.0, 20.0)}
_ON_ALL_FOURS = {View.SIDE: (12.0, 10.0), View.FRONT: (70.0, 18.0), View.THREE_QUARTER: (42.0, 18.0)}
# More of the turn shows that the foot stands on something, and past its edge.
_ON_STEP = {View.SIDE: (16.0, 10.0), View.FRONT: (78.0, 12.0), View.THREE_QUARTER: (48.0, 15.0)}
# The upper stairs hide the feet from straight in front.
_ON_STAIRS = {View.SIDE: (14.0, 9.0), View.FRONT: (43.0, 24.0), View.THREE_QUARTER: (27.0, 17.0)}
# From beside and a little behind, so that one sees the face of a wall ahead and what comes to it: hands, knee, nose.
_AT_WALL = {**_UPRIGHT, View.SIDE: (-5.0, 7.0)}
# And a little ahead, so that one sees the face of a wall that a back leans on.
_BEFORE_WALL = {**_UPRIGHT, View.SIDE: (6.0, 7.0)}
_BENT_OVER_DEG = 45.0


def camera_for(view: View, motion: Motion, side: Side) -> Camera:
    """Return the camera for a view; for the left side all is mirrored, so that the working side is always near."""
    turn, rise = _places(motion)[view]
    return turned_camera(180.0 - turn if side is Side.LEFT else turn, rise)


def _places(motion: Motion) -> Mapping[View, tuple[float, float]]:
    match motion.carrier:
        case Carrier.SHOULDERS:
            return _ON_BACK
        case Carrier.SIDE:
            return _ON_SIDE
        case Carrier.ELBOW:
            return _ON_ELBOW
        case Carrier.WALK:
            return _WALK
        case Carrier.SIDE_WALK:
            return _SIDE_WALK
        case Carrier.WORK_KNEE | Carrier.OTHER_KNEE if motion.start.trunk_deg > _BENT_OVER_DEG:
            return _ON_ALL_FOURS
        case Carrier.SEAT if all(prop.kind is not PropKind.CHAIR for prop in motion.props):
            return _ON_FLOOR
        case _:
            walls = [prop.at[0] for prop in motion.props if prop.kind is PropKind.WALL]
            if walls:
                return _AT_WALL if walls[0] > 0 else _BEFORE_WALL
            kinds = {prop.kind for prop in motion.props}
            return _ON_STAIRS if PropKind.STAIRS in kinds else _ON_STEP if PropKind.STEP in kinds else _UPRIGHT


def turned_camera(turn_deg: float, rise_deg: float) -> Camera:
    """Return the camera that looks from the person's right, turned towards the front and raised."""
    turn, rise = radians(turn_deg), radians(rise_deg)
    towards = (sin(turn) * cos(rise), sin(rise), cos(turn) * cos(rise))
    right = (cos(turn), 0.0, -sin(turn))
    up = (-sin(turn) * sin(rise), cos(rise), -cos(turn) * sin(rise))
    return Camera(right, up, towards)
