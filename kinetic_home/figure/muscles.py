"""Where the muscles lie on the body that exercises work or stretch, by the names that the catalogue uses."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from math import cos, radians, sin
from typing import NamedTuple

from kinetic_home.domain.motion import Motion
from kinetic_home.domain.room import PropKind, Worn
from kinetic_home.domain.side import Side
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.skeleton import BALL_FORWARD_M, SHANK_M, SOLE_HALF_M, THIGH_M
from kinetic_home.figure.space import Vec, place

# What holds the trunk against a load beside it, and what holds the pelvis level over a leg that bears.
_BRACES_ASIDE = frozenset({"obliques"})
_HOLDS_LEVEL = frozenset({"glute_med", "glute_min"})
_HOLDS_FAST = "grip"
# A foot so high over the floor bears nothing.
_LIFTED_M = 0.02
# What is no muscle is pulled, never worked: it only ever shows as stretched.
PASSIVE = frozenset({"hip_capsule", "knee_capsule", "ankle_capsule", "plantar_fascia"})


class Bone(StrEnum):
    """What a region lies around: a limb of either side, or the trunk at its lower or its upper end."""

    THIGH = "thigh"
    SHANK = "shank"
    FOOT = "foot"
    FOREARM = "forearm"
    HIPS = "hips"
    CHEST = "chest"


class Cover(StrEnum):
    """What of the painted body a region is seen on."""

    THIGH = "thigh"
    CLOTH = "cloth"
    SHANK = "shank"
    SHOE = "shoe"
    SOLE = "sole"
    FOREARM = "forearm"
    SHORTS = "shorts"
    TOP = "top"


class Region(NamedTuple):
    """A muscle's place around a bone.

    It runs from `low_m` to `high_m` along the bone's up axis, counted from the bone's upper joint (the middle of the
    hips for the hips, the base of the neck for the chest). Around the bone it lies at `facing_deg` (0 front, 90 outer
    side, 180 back, -90 inner side) and reaches `half_deg` to both sides of that; `deep_m` and `wide_m` are how far
    the surface is from the bone forward and aside. `seen` names what shows it, in the order in which it is painted. A
    region in the `middle` belongs to no side. On a foot a region only has its length: it is the sole there.
    """

    bone: Bone
    low_m: float
    high_m: float
    facing_deg: float
    half_deg: float
    deep_m: float
    wide_m: float
    seen: tuple[Cover, ...]
    middle: bool = False


# What of a leg shows a muscle of the thigh.
LEG = (Cover.THIGH, Cover.CLOTH)
_HIP = (Cover.SHORTS, Cover.CLOTH)


def _thigh(top: float, bottom: float, facing_deg: float, half_deg: float) -> Region:
    """Return a region from one share of the way from hip to knee to another."""
    return Region(Bone.THIGH, -bottom * THIGH_M, -top * THIGH_M, facing_deg, half_deg, 0.080, 0.075, LEG)


def _shank(top: float, bottom: float, facing_deg: float, half_deg: float) -> Region:
    return Region(Bone.SHANK, -bottom * SHANK_M, -top * SHANK_M, facing_deg, half_deg, 0.055, 0.050, (Cover.SHANK,))


def _hips(low_m: float, high_m: float, facing_deg: float, half_deg: float) -> Region:
    return Region(Bone.HIPS, low_m, high_m, facing_deg, half_deg, 0.112, 0.160, _HIP)


def _foot(heel_m: float, toe_m: float) -> Region:
    """Return a region of the sole, from one distance ahead of the ankle to another."""
    return Region(Bone.FOOT, heel_m, toe_m, 180.0, 90.0, SOLE_HALF_M, SOLE_HALF_M, (Cover.SOLE,))


_QUADS = (_thigh(0.08, 0.92, 18, 82),)
_HAMSTRINGS = (_thigh(0.14, 0.94, 176, 78),)
_GASTROC = (_shank(0.00, 0.54, 176, 88),)
_SOLEUS = (_shank(0.32, 0.84, 172, 88),)
_TIB_ANT = (_shank(0.06, 0.74, 26, 56),)
_GLUTE_MAX = (_hips(-0.130, 0.085, 142, 58),)
_GLUTE_MED = (Region(Bone.HIPS, -0.030, 0.090, 98, 46, 0.108, 0.160, _HIP),)

REGIONS: Mapping[str, tuple[Region, ...]] = {
    "quads": _QUADS,
    "hamstrings": _HAMSTRINGS,
    # Shown where they are clear of the groin: below the shorts.
    "adductors": (_thigh(0.26, 0.90, -66, 62)._replace(seen=(Cover.THIGH,)),),
    "glute_max": _GLUTE_MAX,
    "glute_med": _GLUTE_MED,
    "glute_min": (_hips(-0.050, 0.070, 84, 38),),
    "hip_rotators": (_hips(-0.095, 0.035, 124, 42),),
    # A band from the front of the hip bone outward and down over the thigh, all on its own side of the hip.
    "hip_flexors": (Region(Bone.THIGH, -0.250, 0.095, 30, 54, 0.092, 0.098, (Cover.THIGH, Cover.SHORTS, Cover.CLOTH)),),
    "hip_capsule": (Region(Bone.THIGH, -0.095, 0.070, 30, 80, 0.092, 0.086, (Cover.SHORTS, Cover.CLOTH)),),
    "gastroc": _GASTROC,
    "soleus": _SOLEUS,
    "calf": (_shank(0.00, 0.80, 176, 88),),
    "tib_ant": _TIB_ANT,
    "knee_capsule": (Region(Bone.SHANK, -0.070, 0.075, 0, 82, 0.060, 0.054, (Cover.THIGH, Cover.SHANK)),),
    "ankle_capsule": (
        Region(Bone.SHANK, -SHANK_M - 0.035, -SHANK_M + 0.060, 0, 88, 0.044, 0.038, (Cover.SHANK, Cover.SHOE)),
    ),
    "foot_intrinsics": (_foot(-0.030, BALL_FORWARD_M + 0.020),),
    "plantar_fascia": (_foot(-0.062, BALL_FORWARD_M + 0.030),),
    "toe_flexors": (_foot(0.070, BALL_FORWARD_M + 0.085),),
    "core_deep": (Region(Bone.HIPS, 0.000, 0.245, 0, 74, 0.100, 0.140, (Cover.TOP,), True),),
    "diaphragm": (Region(Bone.CHEST, -0.330, -0.175, 0, 84, 0.104, 0.140, (Cover.TOP,), True),),
    "obliques": (Region(Bone.HIPS, 0.055, 0.270, 76, 40, 0.098, 0.142, (Cover.TOP,)),),
    "erectors": (
        Region(Bone.HIPS, 0.045, 0.235, 160, 19, 0.098, 0.142, (Cover.TOP,)),
        Region(Bone.CHEST, -0.340, -0.080, 160, 18, 0.108, 0.150, (Cover.TOP,)),
    ),
    "grip": (Region(Bone.FOREARM, -0.200, -0.005, 0, 90, 0.040, 0.040, (Cover.FOREARM,)),),
    # All muscles of a leg at once would be a pattern on it: those that drive a step stand for them.
    "whole_leg": (*_QUADS, *_GASTROC),
}

_UPPER_JOINT = {Bone.THIGH: "hip", Bone.SHANK: "knee", Bone.FOOT: "ankle"}
# The sole lies so far below the ankle.
_SOLE_M = 0.046


def share_of(muscle: str, side: str, figure: Figure, motion: Motion, works: Side) -> float:
    """Return how much of a muscle's work its side does, 0 to 1.

    It is the side that works, or both. A load in one hand is held by that hand; it is held up by the side of the
    trunk away from it, and by the hip of the leg that bears.
    """
    own = side == figure.working
    hands = {prop.worn for prop in motion.props if prop.kind is PropKind.WEIGHT} & {Worn.WORK_HAND, Worn.OTHER_HAND}
    if len(hands) == 1:
        if muscle in _BRACES_ASIDE:
            return float(own is (Worn.OTHER_HAND in hands))
        if muscle in _HOLDS_LEVEL:
            low = min(figure.joints[f"{side}_{part}"][1] for part in ("heel", "ball", "toe"))
            return max(0.0, 1.0 - max(low, 0.0) / _LIFTED_M)
        if muscle == _HOLDS_FAST:
            return float(own is (Worn.WORK_HAND in hands))
    return float(works is Side.BOTH or own)


def region_middle(figure: Figure, region: Region, side: str) -> Vec:
    """Return the middle of a region's surface."""
    sign = 1.0 if side == "right" else -1.0
    joint = {Bone.HIPS: "pelvis", Bone.CHEST: "neck"}.get(region.bone) or f"{side}_{_UPPER_JOINT[region.bone]}"
    frame = figure.frames[region.bone if region.bone in (Bone.HIPS, Bone.CHEST) else f"{side}_{region.bone}"]
    turn = radians(region.facing_deg)
    ahead, aside = region.deep_m * cos(turn), sign * region.wide_m * sin(turn)
    if region.bone is Bone.FOOT:
        return place(figure.joints[joint], frame, ((region.low_m + region.high_m) / 2, -_SOLE_M, 0.0))
    return place(figure.joints[joint], frame, (ahead, (region.low_m + region.high_m) / 2, aside))
