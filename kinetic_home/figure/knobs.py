"""A motion with its modification knobs turned: the same exercise with less range, other feet, another seat or step.

Which knobs an exercise takes is said by `domain.fitting`; here they are only carried out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from math import acos, atan2, cos, degrees, hypot, radians, sin

from kinetic_home.domain.fitting import angle_in, leads_off_step, main_angle, seated_pose, step_height_m
from kinetic_home.domain.knobs import AS_IT_IS, Knobs
from kinetic_home.domain.motion import Carrier, Contact, Key, LegPose, Motion, Pose, Target
from kinetic_home.domain.room import Prop, PropKind, Touch
from kinetic_home.figure.mixing import pose_between
from kinetic_home.figure.skeleton import RANGE_OF_MOTION, SHANK_M, THIGH_M
from kinetic_home.figure.support import holding_on

_KEPT = 128
# Somewhat less than a hip can bend: nobody exercises at the end of it.
_MOST_HIP_DEG = RANGE_OF_MOTION["hip_flexion"][1] - 2.0
_LONGEST_LEG_M = THIGH_M + SHANK_M - 1e-6
_SURFACE_M = 0.001
# Over a higher seat the trunk bends after the thigh by so much [M].
_BENDS_OVER = 0.95


@lru_cache(maxsize=_KEPT)
def modified(motion: Motion, knobs: Knobs) -> Motion:
    """Return a motion as its knobs change it; the added pause and the slower lowering belong to the dose.

    Raises ValueError where no body can do it so.
    """
    if knobs == AS_IT_IS:
        return motion
    changed = motion
    if knobs.seat_m is not None:
        changed = _on_seat(changed, knobs.seat_m)
    if knobs.step_m is not None:
        changed = _on_step(changed, knobs.step_m)
    if knobs.depth_deg is not None:
        changed = _as_deep_as(changed, knobs.depth_deg)
    if knobs.stance_m is not None:
        changed = replace(changed, stance_m=(knobs.stance_m / 2, knobs.stance_m / 2))
    if knobs.toes_out_deg is not None:
        changed = _with_toes_out(changed, knobs.toes_out_deg)
    if knobs.support is not None:
        changed = holding_on(changed, knobs.support)
    return replace(changed, targets=tuple(_moved_target(target, motion, changed) for target in motion.targets))


def _as_deep_as(motion: Motion, cap_deg: float) -> Motion:
    """Go only so far on the way from A to B that the main angle reaches the cap (clinical source, 1.2)."""
    angle = main_angle(motion)
    share = 1.0 if angle is None else min(max(angle.share(cap_deg), 0.0), 1.0)
    if share == 1.0:
        return motion
    start = motion.start
    return _with_poses(motion, lambda pose: start if pose is start else pose_between(start, pose, share))


def _with_toes_out(motion: Motion, toes_out_deg: float) -> Motion:
    def turned(leg: LegPose) -> LegPose:
        return replace(leg, toes_out_deg=toes_out_deg) if leg.contact.on_foot else leg

    return _with_poses(motion, lambda pose: replace(pose, work=turned(pose.work), other=turned(pose.other)))


def _on_seat(motion: Motion, seat_m: float) -> Motion:
    """Sit higher or lower: feet and shins stay as they are, hips and knees give."""
    where = seated_pose(motion)
    rise_m = seat_m - next((prop.size[1] for prop in motion.props if prop.kind is PropKind.CHAIR), seat_m)
    if where is None or rise_m == 0.0:
        return motion
    if motion.carrier is Carrier.SEAT:
        return _moved_chair(_with_poses(motion, lambda pose: _bent_over(_seated(pose, rise_m), pose)), 0.0, rise_m)
    old = motion.start if where == "A" else motion.end
    new = _leaning_less(_seated(old, rise_m))
    # The feet are placed in the anchor's pose, under hips that do not move there.
    back_m = 0.0 if where == motion.anchor else THIGH_M * (_thigh_sine(old) - _thigh_sine(new))
    return _moved_chair(_shifted(motion, old, new, lambda pose: pose.work), back_m, rise_m)


def _seated(pose: Pose, rise_m: float) -> Pose:
    return replace(pose, work=_seated_leg(pose.work, pose, rise_m), other=_seated_leg(pose.other, pose, rise_m))


def _bent_over(seated: Pose, before: Pose) -> Pose:
    """Return a pose on another seat whose trunk stays as near to a leg that lies crossed as before, never nearer."""
    if Contact.CROSSED not in {before.work.contact, before.other.contact}:
        return seated
    more_deg = max(seated.other.hip_deg - before.other.hip_deg, seated.work.hip_deg - before.work.hip_deg, key=abs)
    more_deg *= _BENDS_OVER if more_deg < 0.0 else 1.0
    return replace(
        seated,
        trunk_deg=seated.trunk_deg - more_deg,
        work=replace(seated.work, hip_deg=seated.work.hip_deg - more_deg),
        other=replace(seated.other, hip_deg=seated.other.hip_deg - more_deg),
    )


def _seated_leg(leg: LegPose, pose: Pose, rise_m: float) -> LegPose:
    """Return a leg whose hip is higher: a foot that stands stays flat, a lifted one keeps its knee off a lower seat."""
    if leg.contact is not Contact.FLAT and (leg.contact is not Contact.FREE or rise_m > 0.0):
        return leg
    thigh_deg = leg.hip_deg - pose.trunk_deg
    raised = cos(radians(thigh_deg)) + rise_m / THIGH_M
    if not -1.0 < raised < 1.0:
        raise ValueError("the feet cannot stay flat on the floor at this height of the seat")
    more_deg = degrees(acos(raised)) - thigh_deg
    return replace(leg, hip_deg=leg.hip_deg + more_deg, knee_deg=leg.knee_deg + more_deg)


def _leaning_less(pose: Pose) -> Pose:
    """Return a pose with the trunk more upright where its hips would bend too far."""
    less_deg = max(pose.work.hip_deg, pose.other.hip_deg) - _MOST_HIP_DEG
    if less_deg <= 0.0:
        return pose
    return replace(
        pose,
        trunk_deg=pose.trunk_deg - less_deg,
        work=replace(pose.work, hip_deg=pose.work.hip_deg - less_deg),
        other=replace(pose.other, hip_deg=pose.other.hip_deg - less_deg),
    )


def _thigh_sine(pose: Pose) -> float:
    return sin(radians(pose.work.hip_deg - pose.trunk_deg))


def _moved_chair(motion: Motion, back_m: float, rise_m: float) -> Motion:
    """Put the chair under the hips, with the hands that lie on it."""

    def chair(prop: Prop) -> Prop:
        if prop.kind is not PropKind.CHAIR:
            return prop
        (x, y, z), (long, high, deep) = prop.at, prop.size
        return replace(prop, at=(x + back_m, y, z), size=(long, round(high + rise_m, 4), deep))

    def hands(pose: Pose) -> Pose:
        work, other = pose.work_arm, pose.other_arm
        for arm in (work, other):
            if arm.hand is not None and arm.hand.on is Touch.CHAIR:
                x, y, z = arm.hand.at
                moved = replace(arm, hand=replace(arm.hand, at=(x + back_m, y + rise_m, z)))
                pose = replace(pose, work_arm=moved) if arm is work else replace(pose, other_arm=moved)
        return pose

    return replace(_with_poses(motion, hands), props=tuple(map(chair, motion.props)))


def _on_step(motion: Motion, step_m: float) -> Motion:
    """Step on another height: the body over the floor and the foot on the step stay, hip and knee between them give."""
    height_m = step_height_m(motion)
    if height_m is None or height_m == step_m:
        return motion
    work_m, other_m = (step_m if abs(m - height_m) < _SURFACE_M else m for m in motion.surface_m)
    props = tuple(
        replace(prop, size=(prop.size[0], step_m, prop.size[2])) if prop.kind is PropKind.STEP else prop
        for prop in motion.props
    )
    lower = replace(motion, surface_m=(work_m, other_m), props=props)
    if not leads_off_step(motion):
        return lower
    works = motion.surface_m[0] > motion.surface_m[1]

    def on_step(pose: Pose) -> LegPose:
        return pose.work if works else pose.other

    floor_leg = motion.start.other if works else motion.start.work
    old = motion.start if floor_leg.contact.on_foot else motion.end
    leg = _lengthened(on_step(old), old, height_m - step_m)
    new = replace(old, work=leg) if works else replace(old, other=leg)
    return _shifted(lower, old, new, on_step)


def _lengthened(leg: LegPose, pose: Pose, by_m: float) -> LegPose:
    """Return a leg whose ankle is so much farther below its hip; the foot keeps its slope."""
    thigh = radians(leg.hip_deg - pose.trunk_deg)
    shank = thigh - radians(leg.knee_deg)
    ahead = THIGH_M * sin(thigh) + SHANK_M * sin(shank)
    below = THIGH_M * cos(thigh) + SHANK_M * cos(shank) + by_m
    reach = min(hypot(ahead, below), _LONGEST_LEG_M)
    line = atan2(ahead, below)
    new_thigh = line + acos((THIGH_M**2 + reach**2 - SHANK_M**2) / (2.0 * THIGH_M * reach))
    new_shank = line - acos((SHANK_M**2 + reach**2 - THIGH_M**2) / (2.0 * SHANK_M * reach))
    return replace(
        leg,
        hip_deg=degrees(new_thigh) + pose.trunk_deg,
        knee_deg=degrees(new_thigh - new_shank),
        ankle_deg=leg.ankle_deg + degrees(shank - new_shank),
    )


def _shifted(motion: Motion, old: Pose, new: Pose, leading: Callable[[Pose], LegPose]) -> Motion:
    """Change the pose `old` into `new`, and the poses on the way to the other end by as much as they are like it.

    How like they are is told by the knee of the leading leg.
    """
    far = leading(motion.end if old is motion.start else motion.start).knee_deg
    near = leading(old).knee_deg

    def shifted(pose: Pose) -> Pose:
        share = (leading(pose).knee_deg - far) / (near - far) if near != far else 0.0
        share = min(max(share, 0.0), 1.0)
        if pose is old or share == 0.0:
            return new if pose is old else pose
        return replace(
            pose,
            trunk_deg=pose.trunk_deg + share * (new.trunk_deg - old.trunk_deg),
            work=_shifted_leg(pose.work, old.work, new.work, share),
            other=_shifted_leg(pose.other, old.other, new.other, share),
        )

    return _with_poses(motion, shifted)


def _shifted_leg(leg: LegPose, old: LegPose, new: LegPose, share: float) -> LegPose:
    return replace(
        leg,
        hip_deg=leg.hip_deg + share * (new.hip_deg - old.hip_deg),
        knee_deg=max(leg.knee_deg + share * (new.knee_deg - old.knee_deg), 0.0),
        ankle_deg=leg.ankle_deg + share * (new.ankle_deg - old.ankle_deg),
    )


def _with_poses(motion: Motion, change: Callable[[Pose], Pose]) -> Motion:
    return replace(
        motion,
        start=change(motion.start),
        end=change(motion.end),
        out=tuple(Key(at=key.at, pose=change(key.pose)) for key in motion.out),
        back=tuple(Key(at=key.at, pose=change(key.pose)) for key in motion.back),
    )


def _moved_target(target: Target, before: Motion, after: Motion) -> Target:
    """Return a named angle as the changed pose has it."""
    poses = (before.start, after.start) if target.pose == "A" else (before.end, after.end)
    old, new = (angle_in(pose, target.angle) for pose in poses)
    return target if old is None or new is None else replace(target, value_deg=target.value_deg + new - old)
