"""Every shipped motion at 120 places of its repetition, made once for all tests of anatomy."""

from __future__ import annotations

from functools import lru_cache

from kinetic_home.app.paths import shipped
from kinetic_home.catalogue.exercises import load_catalogue
from kinetic_home.domain.exercise import Exercise
from kinetic_home.domain.motion import Motion
from kinetic_home.domain.side import Side
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.motion import figure_at

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
