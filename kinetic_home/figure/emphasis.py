"""What is emphasised on a figure: the muscles that work or are stretched, and the line that tells where to look."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from kinetic_home.domain.exercise import Category, Exercise, First, RepPhase
from kinetic_home.domain.fault import OverlayKind, Timing
from kinetic_home.domain.motion import Flow, Motion
from kinetic_home.domain.side import Side
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.motion import (
    DEMO_BACK_MS,
    DEMO_HOLD_MS,
    DEMO_OUT_MS,
    DEMO_PAUSE_MS,
    DEMO_REP_MS,
    figure_at,
)
from kinetic_home.figure.muscles import PASSIVE
from kinetic_home.figure.sign_view import apart

# How hard the muscles work by phase: lifting most, lowering less though under control, holding in between. Muscles
# are less active when they lengthen under a load than when they shorten under it (Duchateau and Enoka, 2016). [R]
_LIFTING, _LOWERING, _HOLDING = 1.0, 0.8, 0.9
# Tints come and go over this time, so that nothing blinks.
EASE_MS = 200


class Emphasis(NamedTuple):
    """What to lay over one figure.

    `effort` is how hard the `muscles` work, `pull` how far the `stretched` ones are pulled, both 0 to 1. Beside a
    wrong version `right` is the right one at the same instant; `aim` is the right one in its far pose.
    """

    muscles: tuple[str, ...] = ()
    effort: float = 0.0
    stretched: tuple[str, ...] = ()
    pull: float = 0.0
    overlay: OverlayKind | None = None
    right: Figure | None = None
    aim: Figure | None = None


PLAIN = Emphasis()


class Moment(NamedTuple):
    """Where a repetition stands: a phase, the poses it leads from and to, and the share of it that has passed."""

    phase: RepPhase
    pose_from: str
    pose_to: str
    fraction: float
    since_ms: int


class Load(NamedTuple):
    """How hard muscles work and how far they are stretched, both 0 to 1."""

    effort: float
    pull: float


REST = Load(0.0, 0.0)


def worked(exercise: Exercise) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the muscles that an exercise works and those that it stretches.

    Mobility that is held or rocked stretches; what is no muscle is only ever stretched.
    """
    if exercise.category is Category.MOBILITY and exercise.first in {First.HOLD, First.CYCLIC}:
        return (), exercise.targets
    muscles = tuple(name for name in exercise.targets if name not in PASSIVE)
    return muscles, tuple(name for name in exercise.targets if name in PASSIVE)


def load_at(first: First, moment: Moment) -> Load:
    """Return what a moment of a repetition asks of the body."""
    far = _far(moment)
    match moment.phase:
        case RepPhase.CONCENTRIC | RepPhase.JUMP:
            effort = _LIFTING
        case RepPhase.ECCENTRIC | RepPhase.LAND:
            effort = _LOWERING
        case RepPhase.HOLD:
            effort = _HOLDING
        case RepPhase.PAUSE:
            # Between jumps the legs stay bent and ready.
            effort = _HOLDING if moment.pose_to == "B" or first is First.JUMP else 0.0
        case RepPhase.MOVE | RepPhase.RETURN:
            # Into a hold and out of it the work grows and goes; going round and round it lasts.
            effort = _HOLDING * far if first is First.HOLD else _HOLDING
    return Load(effort, far)


def eased_load(first: First, moment: Moment, before: Moment | None) -> Load:
    """Return what a moment asks of the body, eased over from the phase before it; None is rest."""
    now = load_at(first, moment)
    share = min(moment.since_ms / EASE_MS, 1.0)
    if share >= 1.0:
        return now
    last = REST if before is None else load_at(first, before)
    return Load(last.effort + (now.effort - last.effort) * share, last.pull + (now.pull - last.pull) * share)


def emphasis_of(
    exercise: Exercise, moment: Moment, before: Moment | None = None, overlay: OverlayKind | None = None
) -> Emphasis:
    """Return the emphasis of a moment of an exercise; `before` is the phase before it, at its end."""
    muscles, stretched = worked(exercise)
    load = eased_load(exercise.first, moment, before)
    return Emphasis(muscles, load.effort, stretched, load.pull, overlay)


def demo_emphasis(exercise: Exercise, t_ms: int) -> Emphasis:
    """Return the emphasis of what `demo_at` shows of an exercise at the same time."""
    lifts = exercise.first in {First.CONCENTRIC, First.JUMP}
    out, back = (RepPhase.CONCENTRIC, RepPhase.ECCENTRIC) if lifts else (RepPhase.ECCENTRIC, RepPhase.CONCENTRIC)
    if exercise.motion.flow is Flow.CYCLE or exercise.first is First.CYCLIC:
        out, back = RepPhase.MOVE, RepPhase.RETURN
    if exercise.motion.flow is Flow.CYCLE:
        return emphasis_of(exercise, Moment(out, "A", "B", 0.5, EASE_MS))
    phases = (
        (out, "A", "B", DEMO_OUT_MS),
        (RepPhase.PAUSE, "B", "B", DEMO_HOLD_MS),
        (back, "B", "A", DEMO_BACK_MS),
        (RepPhase.PAUSE, "A", "A", DEMO_PAUSE_MS),
    )
    within, number = t_ms % DEMO_REP_MS, 0
    while within >= phases[number][3]:
        within, number = within - phases[number][3], number + 1
    phase, before = phases[number], phases[number - 1]
    now = Moment(phase[0], phase[1], phase[2], within / phase[3], within)
    return emphasis_of(exercise, now, Moment(before[0], before[1], before[2], 1.0, EASE_MS))


def with_overlay(emphasis: Emphasis, overlay: OverlayKind | None, motion: Motion, side: Side) -> Emphasis:
    """Return an emphasis with an overlay that is measured against the far pose of the right motion."""
    return emphasis._replace(overlay=overlay, aim=aim_of(motion, side) if overlay else None)


def effort_left(figure: Figure, motion: Motion, side: Side) -> float:
    """Return the share of their work that muscles still do, 0 to 1: less as a hold that is given up gives way."""
    if motion.timing is not Timing.STOPPED or figure.fault == 0.0:
        return 1.0
    held, rest = aim_of(motion, side), _rest_of(motion, side)
    return max(0.0, 1.0 - apart(figure, held) / apart(rest, held))


@lru_cache(maxsize=16)
def _rest_of(motion: Motion, side: Side) -> Figure:
    return figure_at(motion, pose_from="A", pose_to="A", fraction=0.0, rep_no=1, side=side)


@lru_cache(maxsize=16)
def aim_of(motion: Motion, side: Side) -> Figure:
    """Return the far pose of a motion, which its repetitions should reach."""
    return figure_at(motion, pose_from="B", pose_to="B", fraction=0.0, rep_no=1, side=side)


def _far(moment: Moment) -> float:
    """Return how far from pose A to pose B the body is, eased as the figure eases."""
    share = moment.fraction * moment.fraction * (3.0 - 2.0 * moment.fraction)
    match (moment.pose_from, moment.pose_to):
        case ("A", "B"):
            return share
        case ("B", "A"):
            return 1.0 - share
        case (_, pose):
            return 1.0 if pose == "B" else 0.0
