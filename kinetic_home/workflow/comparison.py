"""What a question about form shows: the exercise done right, and beside it done wrong, moving in time."""

from __future__ import annotations

from dataclasses import dataclass

from kinetic_home.domain.exercise import Check, Exercise
from kinetic_home.domain.fault import FaultKind
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View
from kinetic_home.figure.emphasis import Emphasis
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.scene import Scene
from kinetic_home.figure.sign_view import apart
from kinetic_home.workflow.library_moving import (
    Moment,
    emphasis_in,
    figure_in,
    repetition,
    showing,
    view_for,
    wrong_motion,
)

_LOOKED_AT = 48
# The far pose shows a fault well enough from here on.
_PLAIN_TO_SEE = 0.6
_FROM = {"front": View.FRONT, "side": View.SIDE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One figure in its scene with what is laid over it."""

    scene: Scene
    figure: Figure
    emphasis: Emphasis


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The right version of an exercise and a wrong one; `wrong` is None where a «no» cannot be seen."""

    view: View
    right: Shown
    wrong: Shown | None


def comparison(exercise: Exercise, check: Check, side: Side, t_ms: int, *, still: bool = False) -> Comparison:
    """Return what a check's question shows `t_ms` after it was asked; `still` shows the pose that tells most."""
    kind = exercise.wrong.get(check.id)
    bad = wrong_motion(exercise, kind)
    works = side if exercise.per_side else Side.BOTH
    rep_no, moment = (1, _telling(exercise, kind, works)) if still else repetition(exercise).at(t_ms)
    right = figure_in(exercise.motion, moment, side=works, rep_no=rep_no)
    told = emphasis_in(exercise, moment, overlay=check.overlay)
    wrong = None
    if bad is not None:
        figure = figure_in(bad, moment, side=works, rep_no=rep_no)
        wrong = Shown(scene=Scene(motion=bad, side=works), figure=figure, emphasis=told._replace(right=right))
    return Comparison(
        view=_seen_from(exercise, check, kind),
        right=Shown(scene=Scene(motion=exercise.motion, side=works), figure=right, emphasis=told),
        wrong=wrong,
    )


def _seen_from(exercise: Exercise, check: Check, kind: FaultKind | None) -> View:
    """Return from where the check is seen best: as it says itself, or else as its fault is."""
    return _FROM.get(check.look) or view_for(exercise, kind)


def _telling(exercise: Exercise, kind: FaultKind | None, side: Side) -> Moment:
    """Return the place in a repetition that shows a fault best: the far pose, or where a wrong timing shows."""
    far = showing(exercise)
    bad = wrong_motion(exercise, kind)
    if bad is None or figure_in(bad, far, side=side).fault >= _PLAIN_TO_SEE:
        return far
    rep = repetition(exercise)
    moments = [rep.at(rep.length_ms * step // _LOOKED_AT)[1] for step in range(_LOOKED_AT)]

    def tells(moment: Moment) -> tuple[float, float]:
        # Of a wrong timing the instant in which it is farthest ahead of the right one.
        seen = figure_in(bad, moment, side=side)
        return seen.fault, apart(seen, figure_in(exercise.motion, moment, side=side))

    return max(moments, key=tells)
