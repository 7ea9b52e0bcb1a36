"""What goes wrong in balance, jumps and steps up: a foot comes down, a landing is stiff or lost, a foot pushes off."""

from __future__ import annotations

from dataclasses import replace

from kinetic_home.domain.fault import Mark
from kinetic_home.domain.motion import ArmPose, Contact, Key, LegPose, Motion, Pose
from kinetic_home.domain.side import Side
from kinetic_home.figure.faults.posing import ImpossibleFaultError, bent, legs_alike, loaded, loaded_pose, posed
from kinetic_home.figure.mixing import pose_between
from kinetic_home.figure.motion import figure_at

# Losing balance: the trunk leans to the side of the foot that comes down, the arms fly out.
_LEAN_DEG, _SHIFT_M, _ARMS_OUT_DEG, _ARM_BENT_DEG = 16.0, 0.03, 68.0, 25.0
# A foot that stood steps out so far; a free one comes down beside the other, or under a trunk that is bent ahead.
_STEP_OUT_DEG, _STEP_KNEE_DEG, _SET_DOWN_OUT_DEG, _UPRIGHT_DEG = 20.0, 50.0, 14.0, 30.0
_TOUCHES_M = 0.005
_TRIES, _FURTHER_BENT_DEG, _MOST_BENT_DEG = 14, 4.0, 40.0
_STIFF_KNEE_DEG, _STIFF_TRUNK_DEG, _JOLT = 4.0, 2.0, 0.7
# Pushing off: the rear foot stands on its toes, its knee straight, so far into the way up.
_PUSHES_FROM, _PUSHES_AT, _PUSH_KNEE_DEG, _PUSH_PITCH_DEG = 0.4, 0.34, 4.0, 58.0


def foot_down(motion: Motion) -> Motion:
    """Let balance be lost: the trunk leans, the arms fly out and the other foot comes down."""
    pose = loaded_pose(motion)
    landed, stance_bend = _touching(motion, pose)

    def change(at: Pose, shows: float) -> Pose:
        if shows <= 0.0:
            return at
        return replace(
            at,
            lean_deg=at.lean_deg - _LEAN_DEG * shows,
            sway_m=at.sway_m - _SHIFT_M * shows,
            work=bent(at.work, stance_bend * shows),
            other=_towards(at.other, landed, shows) if shows >= 1.0 else at.other,
            work_arm=_flung(at.work_arm, shows),
            other_arm=_flung(at.other_arm, shows),
        )

    return posed(motion, change, marks=(Mark.OTHER_FOOT, Mark.TRUNK))


def lost_landing(motion: Motion) -> Motion:
    """Let a landing be lost as balance is; raises ImpossibleFaultError where nobody jumps."""
    _check_jumps(motion)
    return foot_down(motion)


def stiff_landing(motion: Motion) -> Motion:
    """Let the landing be stiff, on straight knees; raises ImpossibleFaultError where nobody jumps."""
    _check_jumps(motion)
    both = legs_alike(motion)

    def change(pose: Pose, shows: float) -> Pose:
        trunk = pose.trunk_deg + (_STIFF_TRUNK_DEG - pose.trunk_deg) * shows
        work = _stiff(pose.work, trunk, shows)
        other = _stiff(pose.other, trunk, shows) if both else pose.other
        return replace(pose, trunk_deg=trunk, work=work, other=other, shrug=max(pose.shrug, _JOLT * shows))

    marks = (Mark.WORK_KNEE, Mark.WORK_IMPACT, Mark.OTHER_IMPACT)
    return posed(motion, change, marks=marks if both else marks[:2])


def pushes_off(motion: Motion) -> Motion:
    """Let the rear foot push the body up; raises ImpossibleFaultError where none is left behind on the floor."""
    rear = motion.start.other
    if loaded(motion) != "A" or rear.contact is not Contact.TOE:
        raise ImpossibleFaultError("only a rear foot that stands on its ball can push the body up")
    start = replace(motion.start, other=_pushing(motion.start, _PUSHES_FROM), fault=_PUSHES_FROM)
    early = [Key(at=key.at, pose=_pushed(key.pose)) for key in motion.out if key.at < _PUSHES_AT]
    pushed = Key(at=_PUSHES_AT, pose=_pushed(_pose_on_way(motion, _PUSHES_AT)))
    late = [key for key in motion.out if key.at > _PUSHES_AT]
    back = motion.back or tuple(Key(at=1.0 - key.at, pose=key.pose) for key in reversed(motion.out))
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


def _flung(arm: ArmPose, shows: float) -> ArmPose:
    if arm.hand is not None:
        return arm
    return replace(
        arm,
        abduction_deg=arm.abduction_deg + (_ARMS_OUT_DEG - arm.abduction_deg) * shows,
        flexion_deg=arm.flexion_deg * (1.0 - shows),
        elbow_deg=arm.elbow_deg + (_ARM_BENT_DEG - arm.elbow_deg) * shows,
    )


def _towards(leg: LegPose, landed: LegPose, share: float) -> LegPose:
    return replace(
        landed,
        hip_deg=leg.hip_deg + (landed.hip_deg - leg.hip_deg) * share,
        knee_deg=leg.knee_deg + (landed.knee_deg - leg.knee_deg) * share,
        ankle_deg=leg.ankle_deg + (landed.ankle_deg - leg.ankle_deg) * share,
        abduction_deg=leg.abduction_deg + (landed.abduction_deg - leg.abduction_deg) * share,
    )


def _touching(motion: Motion, pose: Pose) -> tuple[LegPose, float]:
    """Return the other leg as it comes down until the foot touches, and how much further the standing leg bends."""
    stood = pose.other.contact.on_foot
    upright = pose.trunk_deg < _UPRIGHT_DEG
    out = _STEP_OUT_DEG if stood else max(pose.other.abduction_deg, _SET_DOWN_OUT_DEG if upright else 0.0)
    lifted = replace(pose.other, contact=Contact.FREE, abduction_deg=out)
    if stood:
        lifted = bent(lifted, _STEP_KNEE_DEG)
    down = replace(lifted, hip_deg=pose.trunk_deg, knee_deg=0.0, ankle_deg=-8.0)
    bend = 0.0
    while _clearance_m(motion, pose, down, bend) > 0.0 and bend < _MOST_BENT_DEG:
        bend += _FURTHER_BENT_DEG
    low, high = 0.0, 1.0
    for _ in range(_TRIES):
        middle = (low + high) / 2.0
        above = _clearance_m(motion, pose, _towards(lifted, down, middle), bend) > 0.0
        low, high = (middle, high) if above else (low, middle)
    return _towards(lifted, down, low), bend


def _clearance_m(motion: Motion, pose: Pose, leg: LegPose, bend: float) -> float:
    """Return how high the other foot is over its floor with the other leg like this."""
    lost = replace(
        pose,
        other=leg,
        work=bent(pose.work, bend),
        lean_deg=pose.lean_deg - _LEAN_DEG,
        sway_m=pose.sway_m - _SHIFT_M,
    )
    name = loaded(motion)
    tried = replace(motion, start=lost) if name == "A" else replace(motion, end=lost)
    figure = figure_at(tried, pose_from=name, pose_to=name, fraction=0.0, rep_no=1, side=Side.RIGHT)
    return min(figure.joints[f"left_{part}"][1] for part in ("heel", "ball", "toe")) - _TOUCHES_M
