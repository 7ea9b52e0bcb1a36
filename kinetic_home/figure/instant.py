"""One instant of a motion: its numbers, what bears the body, and where trunk and head are."""

from __future__ import annotations

from typing import NamedTuple

from kinetic_home.figure.grounding import Prints, pelvis_at
from kinetic_home.figure.pose import PoseRow, row
from kinetic_home.figure.spine import Spine, spine_at
from kinetic_home.figure.stage import Stage, Stretch, prints_at


class Instant(NamedTuple):
    """A motion at a place of its repetition: the number of the stretch, and the share of it that is passed.

    `ease` is that share, eased at both ends.
    """

    number: int
    share: float
    ease: float
    row: PoseRow
    stretch: Stretch
    prints: Prints
    spine: Spine


def instant_at(stage: Stage, at: float, *, still: bool = False) -> Instant:
    """Return the instant at a place, [0, 1); `still` takes what bears the body from the pose itself."""
    motion = stage.motion
    index, share = stage.curve.stretch(at)
    values = row(stage.curve.values(index, share))
    stretch = stage.stretches[index] if not still else stage.still[0 if at == 0.0 else 1]
    prints = prints_at(motion, stage.ground, at)
    ahead, up = stage.path_m.values(index, share)
    spine = spine_at(values, motion.carrier)
    ground = stage.ground._replace(prints=prints)
    pelvis = pelvis_at(motion, values, spine, ground, stretch.contacts, (ahead, up))
    ease = share * share * (3.0 - 2.0 * share)
    return Instant(index, share, ease, values, stretch, prints, spine.moved(pelvis))
