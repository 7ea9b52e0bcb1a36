"""What goes wrong in balance, jumps and steps up: a foot comes down, a landing is stiff or lost, a foot pushes off."""

from __future__ import annotations

from dataclasses import replace
from math import asin, degrees
from typing import NamedTuple

from kinetic_home.domain.fault import Mark, Timing
from kinetic_home.domain.motion import ArmPose, Contact, Flow, Key, LegPose, Motion, Pose
from kinetic_home.domain.side import Side
from kinetic_home.figure.faults.posing import ImpossibleFaultError, bent, legs_alike, loaded, posed
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.mixing import pose_between
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.pose import END_AT
from kinetic_home.figure.skeleton import SHANK_M, THIGH_M

# A foot that comes down steps so far aside, knee so far bent, and takes weight: a little of the hips and of the trunk.
_SET_DOWN_OUT_DEG, _STEP_OUT_DEG, _STEP_KNEE_DEG, _UPRIGHT_DEG = 9.0, 16.0, 80.0, 30.0
# It is put down so far ahead of the standing foot, where both are seen from everywhere.
_STEP_M = 0.17
_TOUCHES_M, _TAKES_M, _LEAN_DEG, _ARM_OUT_DEG = 0.003, 0.055, 5.0, 34.0
# A lost landing throws trunk and arms further.
_THROWN_M, _THROWN_DEG, _ARMS_THROWN_DEG, _ARM_BENT_DEG = 0.03, 14.0, 68.0, 25.0
_TRIES, _FURTHER_BENT_DEG, _MOST_BENT_DEG = 14, 4.0, 40.0
# Where on the way back a lost balance lies, and a landing that goes wrong.
_LAPSE_AT, _LANDED_AT = 0.4, 0.7
_STIFF_KNEE_DEG, _STIFF_TRUNK_DEG, _JOLT, _NOD_DEG = 4.0, 4.0, 1.0, 12.0
# Pushing off: the rear foot stands on its toes, its knee straight, so far into the way up.
_PUSHES_FROM, _READY, _PUSHES_AT, _PUSH_KNEE_DEG, _PUSH_PITCH_DEG = 0.4, 0.3, 0.34, 4.0, 58.0


class _Loss(NamedTuple):
    """How the body is thrown when balance is lost: hips and trunk to the side of the foot, arms out."""

    shift_m: float
    lean_deg: float
    arms_deg: float


_TOUCH_DOWN = _Loss(_TAKES_M, _LEAN_DEG, _ARM_OUT_DEG)
_THROWN = _Loss(_THROWN_M, _THROWN_DEG, _ARMS_THROWN_DEG)


def foot_down(motion: Motion) -> Motion:
    """Let balance be lost while the pose is held: the other foot comes down to the floor and takes weight."""
    lost = _lost(motion, motion.end, "B", _TOUCH_DOWN)
    first = min((key.at for key in motion.back), default=1.0)
    at = min(_LAPSE_AT, first / 2.0)
    way_back = motion.back or _mirrored(motion.out)
    back = (Key(at=at, pose=lost), *(key for key in way_back if key.at > at))
    marks = (Mark.OTHER_FOOT, Mark.OTHER_IMPACT)
    return _lapsing(motion, back, at, marks)


def lost_landing(motion: Motion) -> Motion:
    """Let a landing be lost: a foot steps out, the arms fly; raises ImpossibleFaultError where nobody jumps."""
    _check_jumps(motion)
    lost = _lost(motion, motion.start, "A", _THROWN)
    return _lapsing(motion, _landing(motion, lost), _LANDED_AT, (Mark.OTHER_FOOT,))


def stiff_landing(motion: Motion) -> Motion:
    """Let the landing be stiff, on straight knees; raises ImpossibleFaultError where nobody jumps."""
    _check_jumps(motion)
    both = legs_alike(motion)

    def change(pose: Pose, shows: float) -> Pose:
        trunk = pose.trunk_deg + (_STIFF_TRUNK_DEG - pose.trunk_deg) * shows
        raised = pose.trunk_deg - trunk
        work = _stiff(pose.work, trunk, shows)
        other = _stiff(pose.other, trunk, shows) if both else pose.other
        return replace(
            pose,
            trunk_deg=trunk,
            neck_deg=pose.neck_deg + 0.6 * raised + _NOD_DEG * shows,
            work=work,
            other=other,
            shrug=max(pose.shrug, _JOLT * shows),
            work_arm=replace(pose.work_arm, flexion_deg=pose.work_arm.flexion_deg - raised),
            other_arm=replace(pose.other_arm, flexion_deg=pose.other_arm.flexion_deg - raised),
        )

    marks = (Mark.WORK_KNEE, Mark.WORK_IMPACT, Mark.OTHER_IMPACT) if both else (Mark.WORK_KNEE, Mark.WORK_IMPACT)
    if motion.flow is Flow.CYCLE:
        # Each hop begins as the last one has landed.
        return posed(motion, change, marks=marks)
    landed = replace(change(motion.start, 1.0), fault=1.0)
    return _lapsing(motion, _landing(motion, landed), _LANDED_AT, marks)


def pushes_off(motion: Motion) -> Motion:
    """Let the rear foot push the body up; raises ImpossibleFaultError where none is left behind on the floor."""
    rear = motion.start.other
    if loaded(motion) != "A" or rear.contact is not Contact.TOE:
        raise ImpossibleFaultError("only a rear foot that stands on its ball can push the body up")
    # Nothing is said of it before it begins, nor as the foot comes back.
    start = replace(motion.start, other=_pushing(motion.start, _PUSHES_FROM), fault=_READY)
    early = [Key(at=key.at, pose=_pushed(key.pose)) for key in motion.out if key.at < _PUSHES_AT]
    pushed = Key(at=_PUSHES_AT, pose=_pushed(_pose_on_way(motion, _PUSHES_AT)))
    late = [key for key in motion.out if key.at > _PUSHES_AT]
    back = motion.back or _mirrored(motion.out)
    return replace(motion, start=start, out=(*early, pushed, *late), back=back, marks=(Mark.OTHER_HEEL,), targets=())


def _check_jumps(motion: Motion) -> None:
    if motion.end.air_m <= motion.start.air_m:
        raise ImpossibleFaultError("only a jump has a landing")


def _stiff(leg: LegPose, trunk_deg: float, shows: float) -> LegPose:
    knee = leg.knee_deg + (_STIFF_KNEE_DEG - leg.knee_deg) * shows
    ankle = leg.ankle_deg + (_STIFF_KNEE_DEG / 2.0 - leg.ankle_deg) * shows
    return replace(
        leg, hip_deg=leg.hip_deg + (trunk_deg + knee - ankle - leg.hip_deg) * shows, knee_deg=knee, ankle_deg=ankle
    )


def _pushing(pose: Pose, shows: float) -> LegPose:
    """Return the rear leg as it pushes: knee straight, heel high."""
    leg = pose.other
    knee = leg.knee_deg + (_PUSH_KNEE_DEG - leg.knee_deg) * shows
    pitch = leg.hip_deg - pose.trunk_deg - leg.knee_deg + leg.ankle_deg
    wanted = pitch + (-_PUSH_PITCH_DEG - pitch) * shows
    return replace(leg, knee_deg=knee, ankle_deg=max(-50.0, wanted - leg.hip_deg + pose.trunk_deg + knee))


def _pushed(pose: Pose) -> Pose:
    return replace(pose, other=replace(_pushing(pose, 1.0), contact=Contact.TOE), fault=1.0)


def _pose_on_way(motion: Motion, at: float) -> Pose:
    """Return the pose at a share of the way out, in proportion between those around it."""
    ways = [(0.0, motion.start), *((key.at, key.pose) for key in motion.out), (1.0, motion.end)]
    before = max((way for way in ways if way[0] <= at), key=lambda way: way[0])
    after = min((way for way in ways if way[0] > at), key=lambda way: way[0])
    return pose_between(before[1], after[1], (at - before[0]) / (after[0] - before[0]))


def _mirrored(out: tuple[Key, ...]) -> tuple[Key, ...]:
    """Return the way back that is the way out."""
    return tuple(Key(at=1.0 - key.at, pose=key.pose) for key in reversed(out))


def _landing(motion: Motion, landed: Pose) -> tuple[Key, ...]:
    """Return the way back of a jump that lands as it should not, and stays so for a while."""
    falling = tuple(Key(at=key.at * _LANDED_AT, pose=key.pose) for key in motion.back or _mirrored(motion.out))
    return (*falling, Key(at=_LANDED_AT, pose=landed))


def _lapsing(motion: Motion, back: tuple[Key, ...], at: float, marks: tuple[Mark, ...]) -> Motion:
    """Return the motion that is right until it gives way to a pose on the way back."""
    lapse_at = END_AT + END_AT * at
    return replace(motion, back=back, timing=Timing.LOST, lapse_at=lapse_at, marks=marks, targets=())


def _lost(motion: Motion, pose: Pose, name: str, loss: _Loss) -> Pose:
    """Return a pose in which balance is lost: the other foot has come down, flat on the floor."""
    landed, stance_bend = _touching(motion, pose, name, loss)
    return replace(_thrown(pose, landed, stance_bend, loss), fault=1.0)


def _thrown(pose: Pose, landed: LegPose, stance_bend: float, loss: _Loss) -> Pose:
    return replace(
        pose,
        lean_deg=pose.lean_deg - loss.lean_deg,
        sway_m=pose.sway_m - loss.shift_m,
        work=bent(pose.work, stance_bend),
        other=landed,
        work_arm=_flung(pose.work_arm, pose.trunk_deg, loss),
        other_arm=_flung(pose.other_arm, pose.trunk_deg, loss),
    )


def _flung(arm: ArmPose, hangs_deg: float, loss: _Loss) -> ArmPose:
    """Return a free arm that flies out to the side; ahead it goes no further than it would hang."""
    if arm.hand is not None:
        return arm
    return replace(
        arm,
        abduction_deg=max(arm.abduction_deg, loss.arms_deg),
        flexion_deg=min(arm.flexion_deg, hangs_deg),
        elbow_deg=_ARM_BENT_DEG,
    )


def _between(leg: LegPose, landed: LegPose, share: float) -> LegPose:
    return replace(
        landed,
        hip_deg=leg.hip_deg + (landed.hip_deg - leg.hip_deg) * share,
        knee_deg=leg.knee_deg + (landed.knee_deg - leg.knee_deg) * share,
        abduction_deg=leg.abduction_deg + (landed.abduction_deg - leg.abduction_deg) * share,
    )


def _level(leg: LegPose, trunk_deg: float) -> LegPose:
    """Return a leg whose sole is level, as far as the ankle goes."""
    ankle = max(-45.0, min(30.0, trunk_deg + leg.knee_deg - leg.hip_deg))
    return replace(leg, ankle_deg=ankle, roll_deg=-leg.abduction_deg)


def _touching(motion: Motion, pose: Pose, name: str, loss: _Loss) -> tuple[LegPose, float]:
    """Return the other leg as it comes down until the foot touches, and how much further the standing leg bends."""
    stood = pose.other.contact.on_foot
    upright = pose.trunk_deg < _UPRIGHT_DEG
    out = _STEP_OUT_DEG if stood else max(pose.other.abduction_deg, _SET_DOWN_OUT_DEG if upright else 0.0)
    lifted = replace(pose.other, contact=Contact.FREE, abduction_deg=out)
    down = replace(lifted, hip_deg=pose.trunk_deg, knee_deg=0.0)
    if upright or stood:
        down = replace(down, hip_deg=pose.trunk_deg + _step_deg(motion, pose, name))
        lifted = bent(down, _STEP_KNEE_DEG)
    bend = 0.0
    while _clearance_m(motion, _thrown(pose, _level(down, pose.trunk_deg), bend, loss), name) > 0.0:
        bend += _FURTHER_BENT_DEG
        if bend >= _MOST_BENT_DEG:
            break
    low, high = 0.0, 1.0
    for _ in range(_TRIES):
        middle = (low + high) / 2.0
        leg = _level(_between(lifted, down, middle), pose.trunk_deg)
        above = _clearance_m(motion, _thrown(pose, leg, bend, loss), name) > 0.0
        low, high = (middle, high) if above else (low, middle)
    return _level(_between(lifted, down, low), pose.trunk_deg), bend


def _step_deg(motion: Motion, pose: Pose, name: str) -> float:
    """Return how steeply a leg points to a place ahead of the standing foot, or behind it where it stood there."""
    joints = _posed_in(motion, pose, name).joints
    stands, own = joints["right_ankle"][0], joints["left_ankle"][0]
    behind = pose.other.contact.on_foot and own < stands - _STEP_M / 2.0
    step = stands + (-_STEP_M if behind else _STEP_M) - joints["left_hip"][0]
    return degrees(asin(step / (THIGH_M + SHANK_M)))


def _clearance_m(motion: Motion, lost: Pose, name: str) -> float:
    """Return how high the other foot is over its floor in a pose in which balance is lost."""
    joints = _posed_in(motion, lost, name).joints
    return min(joints[f"left_{part}"][1] for part in ("heel", "ball", "toe")) - _TOUCHES_M


def _posed_in(motion: Motion, pose: Pose, name: str) -> Figure:
    """Return the figure that the motion has with a pose in the place of A or B; the other side is the left one."""
    tried = replace(motion, start=pose) if name == "A" else replace(motion, end=pose)
    return figure_at(tried, pose_from=name, pose_to=name, fraction=0.0, rep_no=1, side=Side.RIGHT)
