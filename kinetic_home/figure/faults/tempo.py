"""What goes wrong in time: rushing a lowering, dropping at its end, bouncing a stretch, giving up a hold."""

from __future__ import annotations

from kinetic_home.domain.fault import Mark, Timing
from kinetic_home.domain.motion import Motion, Pose
from kinetic_home.figure.faults.posing import always, posed
from kinetic_home.figure.timing import lowers_outward


def rushes(motion: Motion) -> Motion:
    """Let the lowering be over in the first third of its time."""
    return _timed(motion, Timing.RUSHED, (Mark.TIME,))


def drops(motion: Motion) -> Motion:
    """Let the last part of the lowering fall; the foot that lands then is marked."""
    low = motion.end if lowers_outward(motion) else motion.start
    lands = low.other.contact.on_foot and low.work.contact.on_foot
    return _timed(motion, Timing.DROPPED, (Mark.TIME, Mark.OTHER_IMPACT) if lands else (Mark.TIME,))


def bounces(motion: Motion) -> Motion:
    """Let a held stretch bounce to and fro."""
    return _timed(motion, Timing.BOUNCED, (Mark.TIME,))


def stops_early(motion: Motion) -> Motion:
    """Let a hold end at half of its time."""
    return _timed(motion, Timing.STOPPED, (Mark.TIME,))


def _timed(motion: Motion, timing: Timing, marks: tuple[Mark, ...]) -> Motion:
    return posed(motion, _unchanged, marks=marks, share=always, timing=timing)


def _unchanged(pose: Pose, _shows: float) -> Pose:
    return pose
