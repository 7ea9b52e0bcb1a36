"""What goes wrong in walking: flat steps, a weak push, a limp, a band that hangs slack."""

from __future__ import annotations

from dataclasses import replace

from kinetic_home.domain.fault import Mark, Timing
from kinetic_home.domain.motion import Carrier, Contact, LegPose, Motion, Pose
from kinetic_home.domain.room import PropKind
from kinetic_home.figure.faults.posing import ImpossibleFaultError, always, leaned, posed
from kinetic_home.figure.pose import foot_pitch_deg

_WALKS = (Carrier.WALK, Carrier.SIDE_WALK)
# A flat step: the knee stays bent as the foot slaps down, and the toes hang before.
_FLAT_KNEE_DEG, _FLAT_HIP_DEG, _TOES_HANG_DEG, _SWINGS_AHEAD_DEG, _MOST_KNEE_DEG = 22.0, 3.0, 16.0, 20.0, 60.0
# A weak push: the foot leaves the floor with so much of its slope, the thigh hardly behind; the hip lifts it then,
# still level.
_PUSH_LEFT, _HARDLY_BEHIND_DEG, _MOST_ANKLE_DEG, _SHORTER_DEG = 0.06, 7.0, 32.0, 5.0
_LIFTED_TO_DEG, _LIFTS, _LESS_BENT_DEG, _LEVEL_ANKLE_DEG = 20.0, 0.6, 8.0, 12.0
# A limp: the trunk lurches over the sore leg while it bears alone, and the other leg's step is cut short.
_LURCH_DEG, _LIMP_SWAY_M, _NOT_AHEAD_DEG, _NOT_BEHIND_DEG = 24.0, 0.03, 17.0, 9.0
_SLACK = 0.15


def flat_step(motion: Motion) -> Motion:
    """Let the feet slap down flat, on bent knees; raises ImpossibleFaultError where nobody walks."""
    _check_walks(motion)

    def foot(pose: Pose, leg: LegPose) -> LegPose:
        if leg.contact is Contact.HEEL:
            hip, knee = leg.hip_deg + _FLAT_HIP_DEG, leg.knee_deg + _FLAT_KNEE_DEG
            return replace(leg, hip_deg=hip, knee_deg=knee, ankle_deg=pose.trunk_deg + knee - hip, contact=Contact.FLAT)
        if leg.contact is Contact.FREE and leg.hip_deg > _SWINGS_AHEAD_DEG:
            knee = max(leg.knee_deg, min(leg.knee_deg + _FLAT_KNEE_DEG, _MOST_KNEE_DEG))
            return replace(leg, knee_deg=knee, ankle_deg=leg.ankle_deg - _TOES_HANG_DEG)
        return leg

    def change(pose: Pose, _shows: float) -> Pose:
        return replace(pose, work=foot(pose, pose.work), other=foot(pose, pose.other))

    return posed(motion, change, marks=(Mark.WORK_FOOT, Mark.OTHER_FOOT), share=always)


def weak_push(motion: Motion) -> Motion:
    """Let the rear foot be lifted flat instead of pushing off; raises ImpossibleFaultError where nobody walks."""
    _check_walks(motion)

    def foot(pose: Pose, leg: LegPose) -> LegPose:
        if leg.contact is Contact.HEEL:
            return replace(leg, hip_deg=leg.hip_deg - _SHORTER_DEG, ankle_deg=leg.ankle_deg + _SHORTER_DEG)
        if leg.contact is Contact.FREE and leg.hip_deg < _LIFTED_TO_DEG:
            hip = leg.hip_deg + _LIFTS * (_LIFTED_TO_DEG - leg.hip_deg)
            return replace(leg, hip_deg=hip, knee_deg=leg.knee_deg - _LESS_BENT_DEG, ankle_deg=_LEVEL_ANKLE_DEG)
        if leg.contact is not Contact.TOE:
            return leg
        hip = min(leg.hip_deg + _HARDLY_BEHIND_DEG, 0.0) if leg.hip_deg < 0.0 else leg.hip_deg
        changed = replace(leg, hip_deg=hip)
        ankle = changed.ankle_deg - foot_pitch_deg(pose, changed) + _PUSH_LEFT * foot_pitch_deg(pose, leg)
        return replace(changed, ankle_deg=min(ankle, _MOST_ANKLE_DEG))

    def change(pose: Pose, _shows: float) -> Pose:
        return replace(pose, work=foot(pose, pose.work), other=foot(pose, pose.other))

    return posed(motion, change, marks=(Mark.WORK_HEEL, Mark.OTHER_HEEL), share=always)


def uneven_steps(motion: Motion) -> Motion:
    """Let the walk limp: quickly over the sore leg, the trunk lurching to it, the other leg's step cut short.

    Raises ImpossibleFaultError where nobody walks.
    """
    _check_walks(motion)

    def change(pose: Pose, _shows: float) -> Pose:
        work, other = pose.work, pose.other
        limps = replace(pose, work=_hurried(work), other=_cut_short(other))
        if not work.contact.on_foot or other.contact.on_foot:
            return limps
        return replace(leaned(limps, _LURCH_DEG), sway_m=pose.sway_m + _LIMP_SWAY_M)

    return posed(motion, change, marks=(Mark.TIME,), share=always, timing=Timing.UNEVEN)


def _hurried(sore: LegPose) -> LegPose:
    """Return the sore leg, which does not stay behind for long."""
    if sore.contact is not Contact.TOE or sore.hip_deg >= 0.0:
        return sore
    hip = min(sore.hip_deg + _NOT_BEHIND_DEG, 2.0)
    return replace(sore, hip_deg=hip, ankle_deg=sore.ankle_deg + sore.hip_deg - hip)


def _cut_short(sound: LegPose) -> LegPose:
    """Return the other leg, which is put down before it has swung far."""
    if sound.contact not in (Contact.HEEL, Contact.FREE) or sound.hip_deg <= _NOT_AHEAD_DEG:
        return sound
    hip = max(sound.hip_deg - _NOT_AHEAD_DEG, _NOT_AHEAD_DEG / 2.0)
    return replace(sound, hip_deg=hip, ankle_deg=sound.ankle_deg + (sound.hip_deg - hip) / 2.0)


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
