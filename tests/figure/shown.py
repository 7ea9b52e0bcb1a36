"""Every shipped motion at 120 places of its repetition, made once for all tests of anatomy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kinetic_home.app.paths import shipped
from kinetic_home.catalogue.exercises import load_catalogue
from kinetic_home.domain.exercise import Exercise
from kinetic_home.domain.motion import Motion
from kinetic_home.domain.side import Side
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.kinematics import Leg, hip_angles
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.skeleton import RANGE_OF_MOTION

EXERCISES: dict[str, Exercise] = {
    str(key): value for key, value in load_catalogue(shipped("resources")).exercises.items()
}
NAMES = sorted(EXERCISES)
SIDES = (Side.RIGHT, Side.LEFT)
SAMPLES = 120
ROOM = {"floor", "mat", "chair", "wall", "rail", "worktop", "cushion"}


def motion_of(name: str) -> Motion:
    return EXERCISES[name].motion


def at(name: str, way: str, fraction: float, side: Side = Side.RIGHT, rep_no: int = 1) -> Figure:
    return figure_at(motion_of(name), pose_from=way[0], pose_to=way[1], fraction=fraction, rep_no=rep_no, side=side)


@lru_cache(maxsize=64)
def repetition(name: str, side: Side) -> tuple[Figure, ...]:
    """Return the way out and the way back, 60 steps each, both ends of each with them."""
    half = SAMPLES // 2
    return tuple(at(name, way, step / half, side) for way in ("AB", "BA") for step in range(half + 1))


def beyond_range(figure: Figure, motion: Motion) -> Iterator[tuple[str, float]]:
    """Yield every joint angle of a figure that is beyond its normal range."""
    found = dict(figure.angles)
    for side, sign in (("right", 1), ("left", -1)):
        # A hip moves against the pelvis, also where the pelvis has rolled.
        hip = hip_angles(leg_of(figure, side), figure.frames["hips"], sign, motion.horizontal_abduction)
        found[f"{side}_hip_flexion"] = hip.flexion_deg
        found.pop(f"{side}_hip_abduction")
        found[f"{side}_hip_abduction{'_in_flexion' if motion.horizontal_abduction else ''}"] = hip.abduction_deg
        found[f"{side}_hip_rotation"] = hip.rotation_deg
    for angle, value in found.items():
        limits = RANGE_OF_MOTION.get(angle.removeprefix("right_").removeprefix("left_"))
        if limits is not None and not limits[0] - 0.01 <= value <= limits[1] + 0.01:
            yield angle, value


def leg_of(figure: Figure, side: str) -> Leg:
    """Return a leg of a figure, «right» or «left»."""
    joints, frames = figure.joints, figure.frames
    return Leg(
        joints[f"{side}_hip"],
        joints[f"{side}_knee"],
        joints[f"{side}_ankle"],
        frames[f"{side}_thigh"],
        frames[f"{side}_shank"],
        frames[f"{side}_foot"],
    )
