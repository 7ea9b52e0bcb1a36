"""What goes wrong in time: rushing a lowering, dropping at its end, bouncing a stretch, giving up a hold."""

from __future__ import annotations

from dataclasses import replace

from kinetic_home.domain.fault import Mark, Timing
from kinetic_home.domain.motion import Contact, Key, Motion, Pose
from kinetic_home.figure.faults.posing import always, posed
from kinetic_home.figure.mixing import pose_between
from kinetic_home.figure.pose import END_AT
from kinetic_home.figure.timing import lowers_outward

# A lying leg that is let go: it falls outward, toes and knee soft, the head sinks; where on the way back that is.
_FALLS_OUT_DEG, _TOES_FALL_DEG, _GOES_SOFT_DEG, _NODS_DEG, _LET_GO_AT = 30.0, 18.0, 4.0, 10.0, 0.7
# A bounced stretch springs back by so much of its way; where on the way back that is.
_SPRINGS_BACK, _SPRUNG_AT = 0.45, 0.4


def rushes(motion: Motion) -> Motion:
    """Let the lowering be over in the first third of its time."""
    return _timed(motion, Timing.RUSHED, (Mark.TIME,))


def drops(motion: Motion) -> Motion:
    """Let the last part of the lowering fall; the foot that lands then is marked."""
    low = motion.end if lowers_outward(motion) else motion.start
    lands = low.other.contact.on_foot and low.work.contact.on_foot
    return _timed(motion, Timing.DROPPED, (Mark.TIME, Mark.OTHER_IMPACT) if lands else (Mark.TIME,))


def bounces(motion: Motion) -> Motion:
    """Let a held stretch bounce to and fro; hands that pull stay where they hold."""
    bounced = _timed(motion, Timing.BOUNCED, (Mark.TIME,))
    start, end = bounced.start, bounced.end
    if start.work_arm.hand is None or end.work_arm.hand is None or start.work_arm.hand.on is end.work_arm.hand.on:
        return bounced
    slack = replace(pose_between(start, end, 1.0 - _SPRINGS_BACK), work_arm=end.work_arm, other_arm=end.other_arm)
    back = (Key(at=_SPRUNG_AT, pose=slack), *(key for key in bounced.back if key.at > _SPRUNG_AT))
    return replace(bounced, back=back, lapse_at=END_AT + END_AT * _SPRUNG_AT)


def stops_early(motion: Motion) -> Motion:
    """Let a hold end at half of its time."""
    stopped = _timed(motion, Timing.STOPPED, (Mark.TIME,))
    if motion.start.work.contact is not Contact.LYING:
        return stopped
    # A leg that lies falls outward as it is let go.
    start = stopped.start
    work = replace(
        start.work,
        rotation_deg=start.work.rotation_deg + _FALLS_OUT_DEG,
        ankle_deg=start.work.ankle_deg - _TOES_FALL_DEG,
        knee_deg=start.work.knee_deg + _GOES_SOFT_DEG,
    )
    let_go = Key(at=_LET_GO_AT, pose=replace(start, work=work, neck_deg=start.neck_deg + _NODS_DEG))
    return replace(stopped, back=(let_go,), lapse_at=END_AT + END_AT * _LET_GO_AT)


def _timed(motion: Motion, timing: Timing, marks: tuple[Mark, ...]) -> Motion:
    return posed(motion, _unchanged, marks=marks, share=always, timing=timing)


def _unchanged(pose: Pose, _shows: float) -> Pose:
    return pose
