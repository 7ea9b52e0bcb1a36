"""What goes wrong in walking: flat steps, a weak push, a limp, a band that hangs slack."""

from __future__ import annotations

from dataclasses import replace

from kinetic_home.domain.fault import Mark, Timing
from kinetic_home.domain.motion import Carrier, Contact, LegPose, Motion, Pose
from kinetic_home.domain.room import PropKind
from kinetic_home.figure.faults.posing import ImpossibleFaultError, always, posed
from kinetic_home.figure.pose import foot_pitch_deg

_WALKS = (Carrier.WALK, Carrier.SIDE_WALK)
# A flat step: the knee stays bent as the foot comes down, and the toes are not drawn up before.
_FLAT_KNEE_DEG, _FLAT_REACH_DEG, _TOES_HANG_DEG, _SWINGS_AHEAD_DEG = 12.0, 5.0, 14.0, 22.0
# A weak push: the foot leaves the floor with so much of its slope.
_PUSH_LEFT, _PULLED_KNEE_DEG = 0.25, 14.0
# A limp: the trunk lurches over the sore leg while it bears alone.
_LURCH_DEG, _LIMP_SWAY_M = 17.0, 0.02
_SLACK = 0.15


def flat_step(motion: Motion) -> Motion:
    """Let the feet come down flat; raises ImpossibleFaultError where nobody walks."""
    _check_walks(motion)

    def foot(pose: Pose, leg: LegPose) -> LegPose:
        if leg.contact is Contact.HEEL:
            knee, hip = leg.knee_deg + _FLAT_KNEE_DEG, leg.hip_deg - _FLAT_REACH_DEG
            ankle = pose.trunk_deg + knee - hip
            return replace(leg, hip_deg=hip, knee_deg=knee, ankle_deg=ankle, contact=Contact.FLAT)
        if leg.contact is Contact.FREE and leg.hip_deg > _SWINGS_AHEAD_DEG:
            return replace(leg, knee_deg=leg.knee_deg + _FLAT_KNEE_DEG, ankle_deg=leg.ankle_deg - _TOES_HANG_DEG)
        return leg

    def change(pose: Pose, _shows: float) -> Pose:
        return replace(pose, work=foot(pose, pose.work), other=foot(pose, pose.other))

    return posed(motion, change, marks=(Mark.WORK_FOOT, Mark.OTHER_FOOT), share=always)


def weak_push(motion: Motion) -> Motion:
    """Let the rear foot be lifted instead of pushing off; raises ImpossibleFaultError where nobody walks."""
    _check_walks(motion)

    def foot(pose: Pose, leg: LegPose) -> LegPose:
        if leg.contact is not Contact.TOE:
            return leg
        ankle = leg.ankle_deg - foot_pitch_deg(pose, leg) * (1.0 - _PUSH_LEFT)
        return replace(leg, ankle_deg=min(ankle, 30.0))

    def change(pose: Pose, _shows: float) -> Pose:
        return replace(pose, work=foot(pose, pose.work), other=foot(pose, pose.other))

    return posed(motion, change, marks=(Mark.WORK_HEEL, Mark.OTHER_HEEL), share=always)


def uneven_steps(motion: Motion) -> Motion:
    """Let the walk limp: quickly over the sore leg, the trunk lurching to it; raises where nobody walks."""
    _check_walks(motion)

    def change(pose: Pose, _shows: float) -> Pose:
        alone = pose.work.contact.on_foot and not pose.other.contact.on_foot
        if not alone:
            return pose
        return replace(pose, lean_deg=pose.lean_deg + _LURCH_DEG, sway_m=pose.sway_m + _LIMP_SWAY_M)

    return posed(motion, change, marks=(Mark.TIME, Mark.WORK_FOOT), share=always, timing=Timing.UNEVEN)


def band_slack(motion: Motion) -> Motion:
    """Let the feet come so close that the band hangs slack; raises ImpossibleFaultError without a band."""
    if not any(prop.kind is PropKind.BAND_LOOP for prop in motion.props):
        raise ImpossibleFaultError("without a band round the legs none can hang slack")

    def foot(leg: LegPose) -> LegPose:
        return replace(leg, abduction_deg=leg.abduction_deg * _SLACK)

    def change(pose: Pose, _shows: float) -> Pose:
        return replace(pose, work=foot(pose.work), other=foot(pose.other))

    return posed(motion, change, marks=(Mark.BAND,), share=always)


def _check_walks(motion: Motion) -> None:
    if motion.carrier not in _WALKS:
        raise ImpossibleFaultError("only a walk has steps")
