"""The way that a knee or the toes go round: drawn over the figure, it tells a circle from a swing at a glance."""

from __future__ import annotations

from functools import lru_cache

from kinetic_home.domain.motion import Contact, Flow, Motion
from kinetic_home.domain.side import Side
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.space import Vec, distance

_STEPS = 24
# A way out and a way back that lie closer than this are one way [M].
_APART_M = 0.05


@lru_cache(maxsize=64)
def trace_of(motion: Motion, side: Side) -> tuple[Vec, ...]:
    """Return the closed way, in metres, of the working knee, or of the toes where the knee rests.

    It is empty for a motion that does not go round in the air, or goes back the way it came.
    """
    if motion.flow is not Flow.CYCLE or {motion.start.work.contact, motion.end.work.contact} != {Contact.FREE}:
        return ()
    out, back = (
        [
            figure_at(motion, pose_from=ends[0], pose_to=ends[1], fraction=step / _STEPS, rep_no=1, side=side)
            for step in range(_STEPS)
        ]
        for ends in (("A", "B"), ("B", "A"))
    )
    for joint in (f"{out[0].working}_knee", f"{out[0].working}_toe"):
        there, here = out[_STEPS // 2].joints[joint], back[_STEPS // 2].joints[joint]
        if distance(there, here) > _APART_M:
            return tuple(figure.joints[joint] for figure in (*out, *back, out[0]))
    return ()
