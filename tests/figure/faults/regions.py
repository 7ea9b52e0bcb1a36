"""Which parts of the body a fault may move, with what is physically needed for it; all else stays as it is."""

from __future__ import annotations

from kinetic_home.domain.fault import FaultKind

LEGS = frozenset({"work_leg", "other_leg"})
ARMS = frozenset({"work_arm", "other_arm"})
TRUNK = frozenset({"trunk", "neck"})
ALL = LEGS | ARMS | TRUNK

# A leg that stands beside a leg that gives has to give as well; arms hang, balance, or follow the chest.
REGIONS: dict[FaultKind, frozenset[str]] = {
    FaultKind.KNEE_IN: LEGS,
    FaultKind.KNEES_TOGETHER: LEGS,
    FaultKind.KNEE_BENDS: frozenset({"work_leg"}),
    FaultKind.KNEE_CHANGES: frozenset({"work_leg"}),
    FaultKind.THIGH_LIFTS: frozenset({"work_leg"}),
    FaultKind.SQUATS: ALL,
    FaultKind.PELVIS_DROPS: LEGS | {"trunk"},
    FaultKind.PELVIS_HIKES: LEGS | {"trunk"},
    FaultKind.PELVIS_OPENS: LEGS | TRUNK,
    FaultKind.HIPS_ROLL: LEGS | TRUNK,
    FaultKind.HIPS_SAG: ALL,
    FaultKind.SHIFTS_AWAY: LEGS | TRUNK,
    FaultKind.TRUNK_LEANS: TRUNK | ARMS,
    FaultKind.TRUNK_TIPS: ALL,
    FaultKind.TRUNK_TWISTS: ALL,
    FaultKind.BACK_ROUNDS: ALL,
    FaultKind.BACK_ARCHES: ALL,
    FaultKind.OTHERS_WORK: ALL,
    FaultKind.HEEL_LIFTS: LEGS | TRUNK,
    FaultKind.HEEL_SINKS: LEGS | {"trunk"},
    FaultKind.ARCH_DROPS: LEGS,
    FaultKind.FOOT_ROLLS_OUT: LEGS,
    FaultKind.TOES_TURN_OUT: LEGS,
    FaultKind.FLAT_STEP: LEGS,
    FaultKind.WEAK_PUSH: LEGS,
    FaultKind.UNEVEN_STEPS: ALL,
    FaultKind.BAND_SLACK: LEGS,
    FaultKind.FOOT_DOWN: ALL,
    FaultKind.LOST_LANDING: ALL,
    FaultKind.STIFF_LANDING: ALL,
    FaultKind.PUSHES_OFF: LEGS,
    FaultKind.HANDS_PUSH: ALL,
    FaultKind.LEANS_ON_HAND: ALL,
    FaultKind.SHORT_RANGE: ALL,
    FaultKind.TOO_FAR: ALL,
    FaultKind.HOLDS_BREATH: ARMS | TRUNK,
}


def part_of(angle: str) -> str:
    """Return the part of the body that an angle of a figure that works with its right side belongs to."""
    for side, name in (("right_", "work"), ("left_", "other")):
        if angle.startswith(side):
            joint = angle.removeprefix(side)
            return f"{name}_arm" if joint.startswith(("shoulder", "elbow", "wrist")) else f"{name}_leg"
    return "neck" if angle.startswith("neck") else "trunk"
