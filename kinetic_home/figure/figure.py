"""A figure at one instant: where its joints are, how far they are bent, and what bears it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from kinetic_home.figure.space import Frame, Vec

SideName = Literal["right", "left"]

# Joints on the mid-line; every other joint's name starts with «left_» or «right_».
MIDDLE_JOINTS = ("pelvis", "sacrum", "waist", "ribs", "neck", "skull", "crown", "chin", "nose")
LEG_JOINTS = ("hip", "knee", "ankle", "heel", "ball", "toe")
ARM_JOINTS = ("shoulder", "elbow", "wrist", "knuckle", "fingertip", "thumb")


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A part of the body that bears on something, and where; on a thing in the room it does not move."""

    part: str
    on: str
    at: Vec


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """The body at one instant.

    `joints` are points in metres (x forward, y up, z to the person's right), `angles` degrees by name such as
    «left_knee_flexion». `frames` tell how hips, loin, ribs, chest, head, thighs, shanks and feet are turned: their
    axes forward, up and to the person's right. `working` is the side that works. `brace`, `glute`, `belly`, `shrug`
    and `fault` run from 0 to 1, and so does `jolt`: how much of a hard landing is still felt. `ground_m` is how far
    the floor has moved back under a figure that walks on the spot, `ground_side_m` how far it has moved to the
    person's right.
    """

    joints: Mapping[str, Vec]
    frames: Mapping[str, Frame]
    angles: Mapping[str, float]
    contacts: tuple[Planted, ...]
    working: SideName
    ground_m: float = 0.0
    ground_side_m: float = 0.0
    brace: float = 0.0
    glute: float = 0.0
    belly: float = 0.0
    shrug: float = 0.0
    fault: float = 0.0
    jolt: float = 1.0
