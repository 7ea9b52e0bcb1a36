"""How each fault is measured: what differs from the right version, and how much of it is seen at three metres."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kinetic_home.domain.fault import FaultKind
from kinetic_home.figure.alignment import (
    back_bend_deg,
    foot_roll_deg,
    heel_rise_m,
    knee_inward_m,
    knees_apart_m,
    other_side,
    pelvis_drop_deg,
    pelvis_shift_m,
    pelvis_turn_deg,
    toes_out_deg,
    trunk_aside_deg,
    trunk_lean_deg,
    trunk_twist_deg,
)
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.space import distance

Measure = Callable[[Figure], float]


class Sign(NamedTuple):
    """A measured quantity, and by how much it has to differ at the worst instant; below 0 it has to be less."""

    measure: Measure
    least: float


def _knee_inward(figure: Figure) -> float:
    return knee_inward_m(figure, figure.working)


def _knee_flexion(figure: Figure) -> float:
    return figure.angles[f"{figure.working}_knee_flexion"]


def _knee_height(figure: Figure) -> float:
    return figure.joints[f"{figure.working}_knee"][1]


def _hip_height(figure: Figure) -> float:
    return figure.joints["pelvis"][1]


def _heel_rise(figure: Figure) -> float:
    return heel_rise_m(figure, figure.working)


def _other_heel_rise(figure: Figure) -> float:
    return heel_rise_m(figure, other_side(figure))


def _roll(figure: Figure) -> float:
    return foot_roll_deg(figure, figure.working)


def _other_foot_height(figure: Figure) -> float:
    side = other_side(figure)
    return min(figure.joints[f"{side}_{part}"][1] for part in ("heel", "ball", "toe"))


def _ankles_apart(figure: Figure) -> float:
    return distance(figure.joints["right_ankle"], figure.joints["left_ankle"])


def _hip_rotation(figure: Figure) -> float:
    return figure.angles[f"{figure.working}_hip_rotation"]


def _toes_out(figure: Figure) -> float:
    return toes_out_deg(figure, figure.working)


def _shrug(figure: Figure) -> float:
    return figure.shrug


def _chin(figure: Figure) -> float:
    return figure.angles["neck_flexion"]


def _glute(figure: Figure) -> float:
    return figure.glute


def _hand_to_knee(figure: Figure) -> float:
    return distance(figure.joints[f"{figure.working}_wrist"], figure.joints[f"{figure.working}_knee"])


SIGNS: dict[FaultKind, tuple[Sign, ...]] = {
    FaultKind.KNEE_IN: (Sign(_knee_inward, 0.06),),
    FaultKind.KNEES_TOGETHER: (Sign(knees_apart_m, -0.07),),
    FaultKind.KNEE_BENDS: (Sign(_knee_flexion, 25.0),),
    FaultKind.KNEE_CHANGES: (Sign(_knee_flexion, -20.0),),
    FaultKind.THIGH_LIFTS: (Sign(_knee_height, 0.12),),
    FaultKind.SQUATS: (Sign(_knee_flexion, 45.0), Sign(trunk_lean_deg, -20.0)),
    FaultKind.PELVIS_DROPS: (Sign(pelvis_drop_deg, 12.0), Sign(pelvis_drop_deg, -12.0)),
    FaultKind.PELVIS_HIKES: (Sign(pelvis_drop_deg, 12.0), Sign(pelvis_drop_deg, -12.0)),
    FaultKind.PELVIS_OPENS: (Sign(pelvis_drop_deg, -20.0), Sign(pelvis_turn_deg, -20.0)),
    FaultKind.HIPS_ROLL: (Sign(pelvis_turn_deg, 30.0),),
    FaultKind.HIPS_SAG: (Sign(_hip_height, -0.07),),
    FaultKind.SHIFTS_AWAY: (Sign(pelvis_shift_m, -0.07),),
    FaultKind.TRUNK_LEANS: (Sign(trunk_aside_deg, 12.0), Sign(trunk_aside_deg, -12.0)),
    FaultKind.TRUNK_TIPS: (Sign(trunk_lean_deg, 15.0), Sign(trunk_lean_deg, -15.0)),
    FaultKind.TRUNK_TWISTS: (Sign(trunk_twist_deg, 30.0), Sign(trunk_twist_deg, -30.0)),
    FaultKind.BACK_ROUNDS: (Sign(back_bend_deg, 40.0),),
    FaultKind.BACK_ARCHES: (Sign(back_bend_deg, -25.0),),
    FaultKind.OTHERS_WORK: (Sign(_glute, -0.9),),
    FaultKind.HEEL_LIFTS: (Sign(_heel_rise, 0.06),),
    FaultKind.HEEL_SINKS: (Sign(_heel_rise, -0.05),),
    FaultKind.ARCH_DROPS: (Sign(_roll, 12.0),),
    FaultKind.FOOT_ROLLS_OUT: (Sign(_roll, -21.0),),
    FaultKind.TOES_TURN_OUT: (Sign(_toes_out, 25.0), Sign(_hip_rotation, 25.0)),
    FaultKind.FLAT_STEP: (Sign(_heel_rise, 0.10),),
    FaultKind.WEAK_PUSH: (Sign(_heel_rise, -0.10),),
    FaultKind.UNEVEN_STEPS: (Sign(trunk_aside_deg, 14.0),),
    FaultKind.BAND_SLACK: (Sign(_ankles_apart, -0.10),),
    FaultKind.FOOT_DOWN: (Sign(_other_foot_height, -0.04), Sign(_ankles_apart, 0.08)),
    FaultKind.LOST_LANDING: (Sign(_other_foot_height, -0.08), Sign(_ankles_apart, 0.15)),
    FaultKind.STIFF_LANDING: (Sign(_knee_flexion, -10.0),),
    FaultKind.PUSHES_OFF: (Sign(_other_heel_rise, 0.04),),
    FaultKind.HANDS_PUSH: (Sign(_hand_to_knee, -0.10),),
    FaultKind.LEANS_ON_HAND: (Sign(trunk_aside_deg, 10.0), Sign(trunk_aside_deg, -10.0), Sign(trunk_lean_deg, 15.0)),
    FaultKind.SHORT_RANGE: (Sign(_hip_height, 0.15),),
    FaultKind.TOO_FAR: (Sign(_shrug, 0.45),),
    FaultKind.HOLDS_BREATH: (Sign(_chin, 14.0),),
}
# Faults of time: the body is elsewhere at the same moment, by this share of the longest way of any joint.
IN_TIME = {FaultKind.RUSHES, FaultKind.DROPS, FaultKind.BOUNCES, FaultKind.STOPS_EARLY}
ELSEWHERE = 0.25
# Faults of the body that come on the way: until then the movement is right.
LAPSES = {FaultKind.FOOT_DOWN, FaultKind.LOST_LANDING, FaultKind.STIFF_LANDING}
# With its signs covered, a body is seen to be elsewhere by so much; of a foot that rolls it is the ankle.
BODILY_M, ROLLED_M = 0.05, 0.03
ROLLS = {FaultKind.ARCH_DROPS, FaultKind.FOOT_ROLLS_OUT, FaultKind.KNEES_TOGETHER}
