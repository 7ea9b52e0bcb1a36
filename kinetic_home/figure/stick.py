"""The skin of the back, and where a stick lies along it: on the head, and on what stands out farthest below it."""

from __future__ import annotations

from collections.abc import Mapping
from math import atan, degrees
from typing import NamedTuple

from kinetic_home.figure.space import Frame, Vec, along, cross, dot, place, sub, turn_z, unit

# The skin of the back: a joint, the frame it moves with, and how far (forward, up) from it the skin lies.
_BACK = (
    ("pelvis", "hips", (-0.124, -0.020, 0.0)),
    ("pelvis", "hips", (-0.114, 0.065, 0.0)),
    ("waist", "loin", (-0.060, -0.010, 0.0)),
    ("ribs", "ribs", (-0.066, -0.020, 0.0)),
    ("neck", "chest", (-0.113, -0.085, 0.0)),
    ("neck", "chest", (-0.100, -0.040, 0.0)),
)
_HEAD = ("skull", "head", (-0.100, 0.0, 0.0))
# The ends of the stick behind a straight back, in the frame along hips and neck; its middle is so far off the skin.
_LOW: Vec = (-0.138, -0.10, 0.0)
_HIGH: Vec = (-0.103, 0.86, 0.0)
_SLOPE = (_HIGH[0] - _LOW[0]) / (_HIGH[1] - _LOW[1])
_OVER_BACK_M, _OVER_HEAD_M = 0.007, 0.009


class Stick(NamedTuple):
    """How a stick lies: hands have their places on it in this frame, which for a straight back is the trunk's."""

    origin: Vec
    frame: Frame

    @property
    def ends(self) -> tuple[Vec, Vec]:
        """Return its lower and its upper end."""
        return place(self.origin, self.frame, _LOW), place(self.origin, self.frame, _HIGH)


def back_skin(joints: Mapping[str, Vec], frames: Mapping[str, Frame]) -> tuple[Vec, ...]:
    """Return points along the skin of the back, from the sacrum to between the shoulder blades."""
    return tuple(place(joints[joint], frames[frame], skin) for joint, frame, skin in _BACK)


def stick_on(joints: Mapping[str, Vec], frames: Mapping[str, Frame]) -> Stick:
    """Return the stick that hands press to head and back: a back that rounds pushes it off the seat."""
    pelvis, right = joints["pelvis"], frames["hips"][2]
    up = unit(sub(joints["neck"], pelvis))
    straight = (cross(up, right), up, right)

    def behind(point: Vec, over_m: float) -> tuple[float, float]:
        away = sub(point, pelvis)
        return dot(away, up), over_m - dot(away, straight[0])

    joint, part, skin = _HEAD
    high, far = behind(place(joints[joint], frames[part], skin), _OVER_HEAD_M)
    spots = [behind(point, _OVER_BACK_M) for point in back_skin(joints, frames)]
    slope = max(_SLOPE, *((off - far) / (high - at) for at, off in spots))
    frame = turn_z(straight, degrees(atan(_SLOPE) - atan(slope)))
    on_head = along(along(pelvis, up, high), straight[0], -far)
    down = place((0.0, 0.0, 0.0), frame, (_LOW[0] + _SLOPE * (high - _LOW[1]), high, 0.0))
    return Stick(sub(on_head, down), frame)
