"""The room around a figure: the things in it, who works, and how much of the picture the whole repetition takes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from math import cos, radians, sin
from typing import NamedTuple

from kinetic_home.domain.motion import Flow, Motion
from kinetic_home.domain.room import Prop, PropKind
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import Camera, View, camera_for
from kinetic_home.figure.detour import TREADS
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.signs import sign_reach
from kinetic_home.figure.space import Vec, along, between
from kinetic_home.figure.stick import stick_on
from kinetic_home.figure.worn import worn_points

_SAMPLES = 10
_FLESH_M = 0.075
_HEAD_M = 0.11
_SKIN_M = 0.05
_EDGE_M = 0.02
# How high the back of a chair rises over its seat.
CHAIR_BACK_M = 0.44
# Where along the thigh a strap lies, how far from the bone it goes round the back and beside it, and the way it takes.
_STRAP_AT, _STRAP_BEHIND_M, _STRAP_BESIDE_M = 0.60, 0.068, 0.070
_STRAP_TURNS = tuple(radians(turn) for turn in range(-80, 81, 20))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A motion, done with a side, in its room."""

    motion: Motion
    side: Side

    @property
    def props(self) -> tuple[Prop, ...]:
        """Return the things that stand in the room; a stick and a strap are in the hands."""
        return tuple(prop for prop in self.motion.props if _stands(prop))

    @property
    def worn(self) -> tuple[Prop, ...]:
        """Return the things that are worn and move with the body."""
        return tuple(prop for prop in self.motion.props if prop.worn is not None)

    def holds(self, kind: PropKind) -> bool:
        """Tell whether a thing is there."""
        return any(prop.kind is kind for prop in self.motion.props)


class Frame(NamedTuple):
    """The part of the picture plane that is shown, in metres."""

    left: float
    bottom: float
    right: float
    top: float


def corners(prop: Prop, side: Side) -> tuple[Vec, ...]:
    """Return the eight corners of a thing; for the left side it stands mirrored."""
    (x, y, z), (long, high, deep) = prop.at, prop.size
    mirror = -1.0 if side is Side.LEFT else 1.0
    turn = radians(prop.turn_deg) * mirror
    c, s = cos(turn), sin(turn)
    return tuple(
        (x + dx * c + dz * s, y + dy * high, mirror * z - dx * s + dz * c)
        for dy in (0, 1)
        for dx in (-long / 2, long / 2)
        for dz in (-deep / 2, deep / 2)
    )


def stick_ends(figure: Figure) -> tuple[Vec, Vec]:
    """Return the ends of the stick that lies along the back: of a straight one it touches head, chest and sacrum."""
    return stick_on(figure.joints, figure.frames).ends


def strap_points(figure: Figure) -> tuple[Vec, tuple[Vec, ...], Vec, Vec]:
    """Return the hand on the working side, the strap's way round the back of the thigh to the other, and that hand.

    The last is the middle of the thigh there.
    """
    joints, frames, side = figure.joints, figure.frames, figure.working
    other = "left" if side == "right" else "right"
    middle = between(joints[f"{side}_hip"], joints[f"{side}_knee"], _STRAP_AT)
    ahead, _, aside = frames[f"{side}_thigh"]
    outward = _STRAP_BESIDE_M if side == "right" else -_STRAP_BESIDE_M
    way = tuple(
        along(along(middle, ahead, -_STRAP_BEHIND_M * cos(turn)), aside, -outward * sin(turn)) for turn in _STRAP_TURNS
    )
    return joints[f"{side}_knuckle"], way, joints[f"{other}_knuckle"], middle


@lru_cache(maxsize=512)
def framed(motion: Motion, view: View, side: Side) -> Frame:
    """Return what the camera shows of a motion: everything that figure, things and signs reach in a repetition."""
    camera = camera_for(view, motion, side)
    points: list[tuple[float, float, float]] = []
    for pose_from, pose_to in (("A", "B"), ("B", "A")):
        if pose_from == "B" and motion.flow is Flow.EASE and not motion.back and not motion.travel_m:
            break
        for step in range(_SAMPLES + 1):
            figure = figure_at(
                motion, pose_from=pose_from, pose_to=pose_to, fraction=step / _SAMPLES, rep_no=1, side=side
            )
            points += _outer(figure, camera)
            if any(prop.kind is PropKind.STICK for prop in motion.props):
                points += [(*camera.flat(end), _SKIN_M) for end in stick_ends(figure)]
            for prop in motion.props:
                points += [(*camera.flat(point), _EDGE_M) for point in worn_points(figure, prop, motion.props)]
    points += sign_reach(motion, side, camera)
    if motion.alternate:
        points += [(-x, y, margin) for x, y, margin in points] if view is View.FRONT else []
    for prop in motion.props:
        if _stands(prop) and prop.kind is not PropKind.PATH:
            points += [(*camera.flat(corner), _EDGE_M) for corner in corners(_whole(prop), side)]
    return Frame(
        min(x - margin for x, _, margin in points),
        min(y - margin for _, y, margin in points),
        max(x + margin for x, _, margin in points),
        max(y + margin for _, y, margin in points),
    )


def _whole(prop: Prop) -> Prop:
    """Return a thing as large as it is drawn: a chair has a back, the size of stairs is that of their first tread."""
    (x, y, z), (long, high, deep) = prop.at, prop.size
    if prop.kind is PropKind.CHAIR:
        return replace(prop, size=(long, high + CHAIR_BACK_M, deep))
    if prop.kind is not PropKind.STAIRS:
        return prop
    return replace(prop, at=(x + (TREADS - 1) * long / 2, y, z), size=(TREADS * long, TREADS * high, deep))


def _stands(prop: Prop) -> bool:
    return prop.worn is None and prop.kind not in (PropKind.STICK, PropKind.STRAP)


def _outer(figure: Figure, camera: Camera) -> list[tuple[float, float, float]]:
    found: list[tuple[float, float, float]] = []
    for name, point in figure.joints.items():
        margin = _HEAD_M if name == "skull" else _FLESH_M if name.endswith(("hip", "shoulder", "knee")) else _SKIN_M
        found.append((*camera.flat(point), margin))
        if name.endswith("ball"):
            # A lifted foot throws its shadow on the floor.
            found.append((*camera.flat((point[0], 0.0, point[2])), _SKIN_M))
    return found
