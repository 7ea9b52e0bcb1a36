"""Arcs of angles: how far a knee, a hip or an ankle is bent, and how far it should be."""

from __future__ import annotations

from collections.abc import Callable
from math import acos, cos, degrees, radians, sin

from kinetic_home.figure.figure import Figure, SideName
from kinetic_home.figure.overlay_shape import Measured, Number, Overlay, Sign, Stroke, Tone, reached
from kinetic_home.figure.space import Vec, along, cross, dot, length, scaled, sub, unit

_ARC_M, _RAY_M, _NUMBER_M, _TARGET_M = 0.150, 0.27, 0.25, 0.35
_NEAR_DEG, _SAME_DEG = 3.0, 5.0
_STEP_DEG = 7.0
_BENT_DEG = 2.0
_ROOM_DEG, _BESIDE_DEG = 60.0, -34.0
# The angles of the catalogue are those of a drawn figure: the bent knee of 90° is the only one that people are told
# as a target (catalogue source, 8.6).
_TOLD_DEG, _TOLD_WITHIN_DEG = 90.0, 1.0


class _Joint:
    """A joint as an angle: its place, where its bone would point if it were straight, where it does, and its hinge."""

    def __init__(self, at: Vec, straight: Vec, bone: Vec, hinge: Vec) -> None:
        self.at, self.straight, self.bone, self._hinge = at, unit(straight), unit(bone), hinge

    @property
    def angle_deg(self) -> float:
        return degrees(acos(max(-1.0, min(1.0, dot(self.straight, self.bone)))))

    def ray(self, angle_deg: float, far_m: float) -> Vec:
        """Return the point so far from the joint at an angle from straight, to the side to which the bone is bent."""
        axis = cross(self.straight, self.bone)
        axis = unit(axis) if self.angle_deg > _BENT_DEG and length(axis) > 1e-3 else self._hinge
        aside = cross(axis, self.straight)
        turn = radians(angle_deg)
        return along(along(self.at, self.straight, far_m * cos(turn)), aside, far_m * sin(turn))


def knee_angle(measured: Measured) -> Overlay:
    """Measure the bend of the knee between the thigh's line and the shank."""
    return _angle(measured, _knee, told=True)


def hip_angle(measured: Measured) -> Overlay:
    """Measure the bend of the hip between the trunk's line and the thigh."""
    return _angle(measured, _hip, told=False)


def ankle_angle(measured: Measured) -> Overlay:
    """Measure the bend of the ankle from where the foot stands square to the shank."""
    return _angle(measured, _ankle, told=False)


def _angle(measured: Measured, joint_of: Callable[[Figure, SideName], _Joint], *, told: bool) -> Overlay:
    side = measured.leg
    joint = joint_of(measured.figure, side)

    def bent(figure: Figure) -> float:
        return joint_of(figure, side).angle_deg

    angle = joint.angle_deg
    tone = reached(angle, measured, bent, _NEAR_DEG, _SAME_DEG)
    strokes: list[Stroke] = [Stroke((joint.at, along(joint.at, joint.straight, _RAY_M)), Tone.GUIDE)]
    goal = _goal_deg(measured, bent)
    if goal is not None and abs(goal - angle) > _NEAR_DEG:
        strokes.append(Stroke((joint.at, joint.ray(goal, _RAY_M)), Tone.GUIDE, dashed=True))
    strokes.append(Stroke((joint.at, along(joint.at, joint.bone, _RAY_M)), tone))
    steps = max(2, round(angle / _STEP_DEG))
    arc = tuple(joint.ray(angle * step / steps, _ARC_M) for step in range(steps + 1))
    strokes.append(Stroke(arc, tone, curve=True))
    number = None
    if told and goal is not None and abs(goal - _TOLD_DEG) <= _TOLD_WITHIN_DEG:
        # In a narrow angle there is no room for it: then it stands before the straight line.
        place_deg = angle / 2 if angle >= _ROOM_DEG else _BESIDE_DEG
        number = Number(joint.ray(place_deg, _NUMBER_M), angle, joint.ray(goal, _TARGET_M), _TOLD_DEG, tone)
    return Overlay(tuple(strokes), (Sign(along(joint.at, joint.bone, _RAY_M), tone),), number)


def _goal_deg(measured: Measured, bent: Callable[[Figure], float]) -> float | None:
    """Return how far the joint should be bent: as in the right version, and in the end as in its far pose."""
    goal = measured.aim or measured.right
    return None if goal is None else bent(goal)


def _knee(figure: Figure, side: SideName) -> _Joint:
    hip, knee, ankle = (figure.joints[f"{side}_{name}"] for name in ("hip", "knee", "ankle"))
    return _Joint(knee, sub(knee, hip), sub(ankle, knee), scaled(figure.frames[f"{side}_thigh"][2], -1.0))


def _hip(figure: Figure, side: SideName) -> _Joint:
    hip, knee = figure.joints[f"{side}_hip"], figure.joints[f"{side}_knee"]
    trunk = sub(figure.joints["pelvis"], figure.joints["neck"])
    return _Joint(hip, trunk, sub(knee, hip), figure.frames["hips"][2])


def _ankle(figure: Figure, side: SideName) -> _Joint:
    shank, foot = figure.frames[f"{side}_shank"], figure.frames[f"{side}_foot"]
    return _Joint(figure.joints[f"{side}_ankle"], shank[0], foot[0], shank[2])
