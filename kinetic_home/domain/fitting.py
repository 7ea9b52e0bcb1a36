"""Which modification knobs an exercise takes, and why it does not take the others; all of it read from its data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kinetic_home.domain.dose import Dose
from kinetic_home.domain.exercise import Exercise, First, Position
from kinetic_home.domain.knobs import KNOBS, Knobs, Support
from kinetic_home.domain.motion import ArmPose, Carrier, Contact, Motion, Pose
from kinetic_home.domain.room import PropKind, Touch, Worn

# A knee that bends so far while its foot stands is what the depth is measured at. An angle that the exercise names is
# it where it moves at least so much as compared with what moves most; less than the least is no range to be cut [M].
_BENDS_DEG, _NAMED_SHARE, _LEAST_DEG = 30.0, 0.5, 5.0
# A cap leaves so much of the movement at least: less of it would be another exercise.
LEAST_SHARE = 0.2
# So level lies the thigh of someone who sits.
_SITS_FROM_DEG = 55.0
_WALKS = {Carrier.WALK, Carrier.SIDE_WALK}
_TO_HOLD = {Touch.RAIL, Touch.WORKTOP, Touch.CHAIR}
_BUSY_BOTH = {Worn.BOTH_HANDS, Worn.CHEST}

_LEG_ANGLES: Mapping[str, str] = MappingProxyType(
    {
        "knee_flexion": "knee_deg",
        "hip_flexion": "hip_deg",
        "hip_abduction": "abduction_deg",
        "hip_rotation": "rotation_deg",
        "ankle_dorsiflexion": "ankle_deg",
    }
)
_TRUNK_ANGLES: Mapping[str, str] = MappingProxyType({"pelvic_tilt": "pelvic_tilt_deg", "trunk_lean": "trunk_deg"})


@dataclass(frozen=True, slots=True, kw_only=True)
class MainAngle:
    """The angle that tells how far an exercise goes, such as «work_knee_flexion», and its degrees in A and in B."""

    name: str
    start_deg: float
    end_deg: float

    def share(self, cap_deg: float) -> float:
        """Return which share of the way from A to B a cap leaves (clinical source, 1.2)."""
        return (cap_deg - self.start_deg) / (self.end_deg - self.start_deg)

    @property
    def limits_deg(self) -> tuple[float, float]:
        """Return the lowest and the highest cap that can be set."""
        nearest = self.start_deg + (self.end_deg - self.start_deg) * LEAST_SHARE
        return min(nearest, self.end_deg), max(nearest, self.end_deg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a knob is not for an exercise, and the way out."""

    key: str
    cause: str
    way_out: str


def knobs_taken(exercise: Exercise) -> tuple[str, ...]:
    """Return the keys of the knobs that an exercise takes."""
    return tuple(key for key in KNOBS if _why_not(exercise, exercise.dose, key) is None)


def refusals(exercise: Exercise, dose: Dose, knobs: Knobs) -> tuple[Refusal, ...]:
    """Return every knob that an exercise at a dose does not take, or not so far."""
    found: list[Refusal] = []
    for key in knobs.keys:
        why = _why_not(exercise, dose, key) or _why_not_so(exercise, dose, key, knobs)
        if why is not None:
            found.append(Refusal(key=key, cause=why[0], way_out=why[1]))
    return tuple(found)


def main_angle(motion: Motion) -> MainAngle | None:
    """Return the angle that the depth of a motion is measured at; None where nothing moves far enough.

    That is the working knee where it bends on a foot that stands, else the first angle with a target in B that moves
    about as far as any, else the angle of the working leg or of the pelvis that moves most.
    """
    knee = _angle(motion, "work_knee_flexion")
    stands = motion.start.work.contact.on_foot and motion.end.work.contact.on_foot
    if knee is not None and stands and _moves(knee) >= _BENDS_DEG:
        return knee
    names = [*(f"work_{name}" for name in _LEG_ANGLES), "pelvic_tilt"]
    every = [angle for name in names if (angle := _angle(motion, name)) is not None]
    most = max(every, key=_moves)
    named = (_angle(motion, target.angle) for target in motion.targets if target.pose == "B")
    enough = max(_moves(most) * _NAMED_SHARE, _LEAST_DEG)
    return next(
        (angle for angle in named if angle is not None and _moves(angle) >= enough),
        most if _moves(most) >= _LEAST_DEG else None,
    )


def angle_in(pose: Pose, name: str) -> float | None:
    """Return an angle that a pose asks for by its name, such as «work_knee_flexion»; None for names it has not."""
    if name in _TRUNK_ANGLES:
        return getattr(pose, _TRUNK_ANGLES[name])
    side, _, joint = name.partition("_")
    if side not in {"work", "other"} or joint not in _LEG_ANGLES:
        return None
    return getattr(pose.work if side == "work" else pose.other, _LEG_ANGLES[joint])


def seated_pose(motion: Motion) -> str | None:
    """Return the pose in which the body sits on a chair, «A» or «B»; None where it never does."""
    if all(prop.kind is not PropKind.CHAIR for prop in motion.props):
        return None
    if motion.carrier is Carrier.SEAT:
        return "A"
    for name, pose in (("A", motion.start), ("B", motion.end)):
        both_flat = pose.work.contact is pose.other.contact is Contact.FLAT
        if both_flat and min(pose.work.hip_deg, pose.other.hip_deg) - pose.trunk_deg >= _SITS_FROM_DEG:
            return name
    return None


def step_height_m(motion: Motion) -> float | None:
    """Return how high the step is that a foot stands on; None where there is none."""
    step = next((prop.size[1] for prop in motion.props if prop.kind is PropKind.STEP), None)
    return step if max(motion.surface_m) > 0.0 else None


def leads_off_step(motion: Motion) -> bool:
    """Tell whether one foot stands on a step and the other on the floor in one of the poses."""
    work_m, other_m = motion.surface_m
    if work_m == other_m:
        return False
    low_legs = [pose.other if work_m > other_m else pose.work for pose in (motion.start, motion.end)]
    return any(leg.contact.on_foot for leg in low_legs)


def free_hands(motion: Motion) -> tuple[bool, bool]:
    """Tell for the working and the other hand whether it can hold on: it carries nothing and lies on nothing else."""
    worn = {prop.worn for prop in motion.props}
    if worn & _BUSY_BOTH:
        return False, False
    poses = [motion.start, motion.end, *(key.pose for key in (*motion.out, *motion.back))]
    work = Worn.WORK_HAND not in worn and all(_holds_nothing(pose.work_arm) for pose in poses)
    other = Worn.OTHER_HAND not in worn and all(_holds_nothing(pose.other_arm) for pose in poses)
    return work, other


def holds_on(motion: Motion) -> bool:
    """Tell whether a hand holds on to a rail, a worktop or the back of a chair."""
    hands = (
        motion.start.work_arm.hand,
        motion.start.other_arm.hand,
        motion.end.work_arm.hand,
        motion.end.other_arm.hand,
    )
    return any(hand is not None and hand.on in _TO_HOLD for hand in hands)


def _why_not(exercise: Exercise, dose: Dose, key: str) -> tuple[str, str] | None:
    """Return cause and way out where an exercise does not take a knob at all."""
    motion = exercise.motion
    match key:
        case "depth":
            return _why_no_depth(exercise)
        case "stance" | "toes_out":
            if exercise.position is not Position.STANDING or motion.carrier in _WALKS or not _both_flat(motion):
                return "is not done standing on two flat feet", f"leave {key} out"
        case "pause_s" | "lower_s":
            return _why_no_time(exercise, dose, key)
        case "support":
            if exercise.position is not Position.STANDING or motion.carrier in _WALKS:
                return "is not done standing in one place", "leave support out"
            if exercise.first is First.JUMP or not _stays_down(motion):
                return "leaves the floor", "leave support out"
            if not any(free_hands(motion)) and not holds_on(motion):
                return "needs the hands for something else", "leave support out"
        case "step_cm":
            if step_height_m(motion) is None:
                return "is done without a step", "leave step_cm out"
        case _:
            if seated_pose(motion) is None:
                return "is done without a seat", "leave seat_cm out"
    return None


def _why_no_depth(exercise: Exercise) -> tuple[str, str] | None:
    motion = exercise.motion
    if motion.carrier is not Carrier.SEAT and seated_pose(motion) == "A":
        return "goes as deep as its seat is", "use seat_cm"
    if leads_off_step(motion):
        way_out = "leave depth out" if step_height_m(motion) is None else "use step_cm"
        return "goes as deep as its step is high", way_out
    leaves_floor = exercise.position is Position.STANDING and not _stays_down(motion)
    if motion.carrier in _WALKS or exercise.first is First.JUMP or leaves_floor:
        return "has no depth to cap", "leave depth out"
    return None if main_angle(motion) is not None else ("is held still and has no depth to cap", "leave depth out")


def _why_no_time(exercise: Exercise, dose: Dose, key: str) -> tuple[str, str] | None:
    if exercise.first is First.HOLD:
        return "is held still and has no tempo", "use hold_s or work_s"
    if dose.tempo is None:
        return "keeps to a beat and has no tempo", "use bpm"
    if exercise.first is First.JUMP:
        return "is a jump, which cannot be slowed down", f"leave {key} out"
    if key == "lower_s" and (exercise.first is First.CYCLIC or dose.tempo.eccentric_ms == 0):
        return "lowers nothing", "leave lower_s out"
    return None


def _why_not_so(exercise: Exercise, dose: Dose, key: str, knobs: Knobs) -> tuple[str, str] | None:
    """Return cause and way out where an exercise takes a knob, but not turned so far."""
    motion = exercise.motion
    if key == "depth" and knobs.depth_deg is not None:
        angle = main_angle(motion)
        low, high = angle.limits_deg if angle is not None else (0.0, 0.0)
        if not low <= knobs.depth_deg <= high:
            return f"cannot be capped at {knobs.depth_deg:g}°", f"use {low:.0f} to {high:.0f} degrees"
    if key == "support" and knobs.support is Support.NONE and not holds_on(motion):
        return "is done without holding on anyway", "leave support out"
    if key == "support" and knobs.support is Support.BOTH_HANDS and not all(free_hands(motion)):
        return "needs one hand for something else", "use one_hand"
    return None


def _angle(motion: Motion, name: str) -> MainAngle | None:
    start, end = angle_in(motion.start, name), angle_in(motion.end, name)
    return None if start is None or end is None else MainAngle(name=name, start_deg=start, end_deg=end)


def _moves(angle: MainAngle) -> float:
    return abs(angle.end_deg - angle.start_deg)


def _poses(motion: Motion) -> tuple[Pose, ...]:
    return (motion.start, motion.end, *(key.pose for key in (*motion.out, *motion.back)))


def _both_flat(motion: Motion) -> bool:
    first = motion.start
    flat = first.work.contact is first.other.contact is Contact.FLAT and len(set(motion.surface_m)) == 1
    return flat and all(pose.work.contact.on_foot and pose.other.contact.on_foot for pose in _poses(motion))


def _stays_down(motion: Motion) -> bool:
    return all(pose.work.contact.on_foot or pose.other.contact.on_foot for pose in _poses(motion))


def _holds_nothing(arm: ArmPose) -> bool:
    return arm.hand is None or arm.hand.on in _TO_HOLD or arm.hand.on is Touch.HIP
