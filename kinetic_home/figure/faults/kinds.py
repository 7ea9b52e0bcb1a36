"""Which transform makes which fault, and from where each is seen best."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache

from kinetic_home.domain.fault import FaultKind, Mark
from kinetic_home.domain.motion import Motion
from kinetic_home.figure.camera import View
from kinetic_home.figure.faults import back, balance, breath, feet, hands, knees, pelvis, reach, steps, tempo, trunk

_FAULTS: Mapping[FaultKind, Callable[[Motion], Motion]] = {
    FaultKind.KNEE_IN: knees.knee_in,
    FaultKind.KNEES_TOGETHER: knees.knees_together,
    FaultKind.KNEE_BENDS: knees.knee_bends,
    FaultKind.KNEE_CHANGES: knees.knee_changes,
    FaultKind.THIGH_LIFTS: knees.thigh_lifts,
    FaultKind.SQUATS: knees.squats,
    FaultKind.PELVIS_DROPS: pelvis.pelvis_drops,
    FaultKind.PELVIS_HIKES: pelvis.pelvis_hikes,
    FaultKind.PELVIS_OPENS: pelvis.pelvis_opens,
    FaultKind.HIPS_ROLL: pelvis.hips_roll,
    FaultKind.HIPS_SAG: pelvis.hips_sag,
    FaultKind.SHIFTS_AWAY: pelvis.shifts_away,
    FaultKind.TRUNK_LEANS: trunk.trunk_leans,
    FaultKind.TRUNK_TIPS: trunk.trunk_tips,
    FaultKind.TRUNK_TWISTS: trunk.trunk_twists,
    FaultKind.BACK_ROUNDS: back.back_rounds,
    FaultKind.BACK_ARCHES: back.back_arches,
    FaultKind.OTHERS_WORK: back.others_work,
    FaultKind.HEEL_LIFTS: feet.heel_lifts,
    FaultKind.HEEL_SINKS: feet.heel_sinks,
    FaultKind.ARCH_DROPS: feet.arch_drops,
    FaultKind.FOOT_ROLLS_OUT: feet.foot_rolls_out,
    FaultKind.TOES_TURN_OUT: feet.toes_turn_out,
    FaultKind.FLAT_STEP: steps.flat_step,
    FaultKind.WEAK_PUSH: steps.weak_push,
    FaultKind.UNEVEN_STEPS: steps.uneven_steps,
    FaultKind.BAND_SLACK: steps.band_slack,
    FaultKind.FOOT_DOWN: balance.foot_down,
    FaultKind.LOST_LANDING: balance.lost_landing,
    FaultKind.STIFF_LANDING: balance.stiff_landing,
    FaultKind.PUSHES_OFF: balance.pushes_off,
    FaultKind.HANDS_PUSH: hands.hands_push,
    FaultKind.LEANS_ON_HAND: hands.leans_on_hand,
    FaultKind.SHORT_RANGE: reach.short_range,
    FaultKind.TOO_FAR: reach.too_far,
    FaultKind.HOLDS_BREATH: breath.holds_breath,
    FaultKind.RUSHES: tempo.rushes,
    FaultKind.DROPS: tempo.drops,
    FaultKind.BOUNCES: tempo.bounces,
    FaultKind.STOPS_EARLY: tempo.stops_early,
}

# What goes aside: seen from in front, and hidden from beside.
_SIDEWAYS = frozenset(
    {
        FaultKind.KNEE_IN,
        FaultKind.KNEES_TOGETHER,
        FaultKind.PELVIS_DROPS,
        FaultKind.PELVIS_HIKES,
        FaultKind.SHIFTS_AWAY,
        FaultKind.TRUNK_LEANS,
        FaultKind.ARCH_DROPS,
        FaultKind.FOOT_ROLLS_OUT,
    }
)

# From where a fault is seen best; the rest is seen in the exercise's own view.
_SEEN_FROM: Mapping[View, frozenset[FaultKind]] = {
    View.FRONT: _SIDEWAYS | {FaultKind.LOST_LANDING, FaultKind.BAND_SLACK},
    View.THREE_QUARTER: frozenset(
        {
            FaultKind.TRUNK_TWISTS,
            FaultKind.PELVIS_OPENS,
            FaultKind.HIPS_ROLL,
            FaultKind.TOES_TURN_OUT,
            FaultKind.LEANS_ON_HAND,
            FaultKind.HOLDS_BREATH,
            FaultKind.FOOT_DOWN,
            FaultKind.UNEVEN_STEPS,
        }
    ),
    View.SIDE: frozenset(
        {
            FaultKind.KNEE_BENDS,
            FaultKind.KNEE_CHANGES,
            FaultKind.THIGH_LIFTS,
            FaultKind.SQUATS,
            FaultKind.TRUNK_TIPS,
            FaultKind.BACK_ROUNDS,
            FaultKind.BACK_ARCHES,
            FaultKind.HEEL_LIFTS,
            FaultKind.HEEL_SINKS,
            FaultKind.FLAT_STEP,
            FaultKind.WEAK_PUSH,
            FaultKind.PUSHES_OFF,
            FaultKind.HANDS_PUSH,
            FaultKind.STIFF_LANDING,
            FaultKind.SHORT_RANGE,
        }
    ),
}

# From where nothing of a fault is seen: what goes aside from beside, what goes ahead or back from in front.
_NOT_SEEN_FROM: Mapping[View, frozenset[FaultKind]] = {
    View.SIDE: _SIDEWAYS | {FaultKind.TOES_TURN_OUT},
    View.FRONT: frozenset(
        {
            FaultKind.TRUNK_TIPS,
            FaultKind.TRUNK_TWISTS,
            FaultKind.PELVIS_OPENS,
            FaultKind.BACK_ROUNDS,
            FaultKind.BACK_ARCHES,
            FaultKind.SQUATS,
            FaultKind.KNEE_BENDS,
            FaultKind.KNEE_CHANGES,
            FaultKind.HEEL_LIFTS,
            FaultKind.HEEL_SINKS,
            FaultKind.FLAT_STEP,
            FaultKind.WEAK_PUSH,
        }
    ),
    View.THREE_QUARTER: frozenset(),
}
# Of these only a part is not seen from in front: knees that stay straight.
_PARTS_NOT_SEEN_IN_FRONT = frozenset(
    {
        (FaultKind.STIFF_LANDING, Mark.WORK_KNEE),
        (FaultKind.STIFF_LANDING, Mark.OTHER_KNEE),
    }
)


@lru_cache(maxsize=256)
def wrong(motion: Motion, kind: FaultKind) -> Motion:
    """Return the motion with a fault in it; what differs from the right one is what is wrong.

    Raises ImpossibleFaultError, a ValueError, where the fault cannot happen in this motion.
    """
    return replace(_FAULTS[kind](motion), fault=kind, right=motion)


def clearest_view(kind: FaultKind) -> View | None:
    """Return from where a fault is seen best; None where it is seen in the exercise's own view."""
    return next((view for view, kinds in _SEEN_FROM.items() if kind in kinds), None)


def seen_from(kind: FaultKind, mark: Mark, view: View) -> bool:
    """Tell whether a fault is seen from a view where it is marked; what is not seen there has no sign there."""
    if kind in _NOT_SEEN_FROM[view]:
        return False
    return view is not View.FRONT or (kind, mark) not in _PARTS_NOT_SEEN_IN_FRONT
