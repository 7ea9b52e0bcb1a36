"""A pose as a row of numbers, and smooth curves through the poses of a repetition.

A repetition runs over [0, 1): A lies at 0 and B at 0.5.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from kinetic_home.domain.motion import ArmPose, Contact, Flow, LegPose, Motion, Pose

END_AT = 0.5


class LegRow(NamedTuple):
    """One leg's numbers; `pitch_deg` is the sole's slope, heel down positive, `toe_deg` how far the toes bend up."""

    hip_deg: float
    knee_deg: float
    ankle_deg: float
    abduction_deg: float
    rotation_deg: float
    toes_out_deg: float
    knee_in_deg: float
    roll_deg: float
    pitch_deg: float
    toe_deg: float


class PoseRow(NamedTuple):
    """All numbers of a pose in one row."""

    trunk_deg: float
    pelvic_tilt_deg: float
    lumbar_deg: float
    thoracic_deg: float
    lean_deg: float
    incline_deg: float
    drop_deg: float
    turn_deg: float
    twist_deg: float
    neck_deg: float
    sway_m: float
    air_m: float
    brace: float
    glute: float
    belly: float
    shrug: float
    fault: float
    work: LegRow
    other: LegRow
    work_arm: tuple[float, float, float, float]
    other_arm: tuple[float, float, float, float]


# Where the legs and the arms begin in a flat row.
_LEGS_FROM = len(PoseRow._fields) - 4
_OTHER_FROM = _LEGS_FROM + len(LegRow._fields)
_ARMS_FROM = _OTHER_FROM + len(LegRow._fields)


def foot_pitch_deg(pose: Pose, leg: LegPose) -> float:
    """Return the slope of the sole: hip - trunk - knee + ankle; 0 for a flat foot (clinical source, 1.1)."""
    return leg.hip_deg - pose.trunk_deg - leg.knee_deg + leg.ankle_deg


def key_poses(motion: Motion) -> tuple[tuple[float, Pose], ...]:
    """Return the poses of a repetition with their places; without poses of its own the way back is the way out."""
    out = [(key.at * END_AT, key.pose) for key in motion.out]
    if motion.back:
        back = [(END_AT + key.at * END_AT, key.pose) for key in motion.back]
    else:
        back = [(1.0 - at, pose) for at, pose in reversed(out)]
    return ((0.0, motion.start), *out, (END_AT, motion.end), *back)


def numbers(pose: Pose) -> tuple[float, ...]:
    """Return a pose as a flat row of numbers."""
    return (
        pose.trunk_deg,
        pose.pelvic_tilt_deg,
        pose.lumbar_deg,
        pose.thoracic_deg,
        pose.lean_deg,
        pose.incline_deg,
        pose.drop_deg,
        pose.turn_deg,
        pose.twist_deg,
        pose.neck_deg,
        pose.sway_m,
        pose.air_m,
        pose.brace,
        pose.glute,
        pose.belly,
        pose.shrug,
        pose.fault,
        *_leg_numbers(pose, pose.work),
        *_leg_numbers(pose, pose.other),
        *_arm_numbers(pose.work_arm),
        *_arm_numbers(pose.other_arm),
    )


def row(values: tuple[float, ...]) -> PoseRow:
    """Return a flat row of numbers with its names."""
    work, other = LegRow(*values[_LEGS_FROM:_OTHER_FROM]), LegRow(*values[_OTHER_FROM:_ARMS_FROM])
    a, b, c, d, e, f, g, h = values[_ARMS_FROM:]
    return PoseRow._make((*values[:_LEGS_FROM], work, other, (a, b, c, d), (e, f, g, h)))


def _leg_numbers(pose: Pose, leg: LegPose) -> tuple[float, ...]:
    pitch = foot_pitch_deg(pose, leg)
    if leg.contact is Contact.FLAT:
        pitch = 0.0
    # What lies in front of the ball stays level, whichever way the foot slopes.
    toe = leg.toes_up_deg - (pitch if leg.contact in (Contact.TOE, Contact.EDGE) else 0.0)
    return (
        leg.hip_deg,
        leg.knee_deg,
        leg.ankle_deg,
        leg.abduction_deg,
        leg.rotation_deg,
        leg.toes_out_deg,
        leg.knee_in_deg,
        leg.roll_deg,
        pitch,
        toe,
    )


def _arm_numbers(arm: ArmPose) -> tuple[float, float, float, float]:
    return (arm.flexion_deg, arm.elbow_deg, arm.abduction_deg, arm.rotation_deg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A smooth curve through rows of numbers that comes back to its start; it never swings past a row."""

    at: tuple[float, ...]
    rows: tuple[tuple[float, ...], ...]
    slopes: tuple[tuple[float, ...], ...]

    @classmethod
    def through(cls, keys: tuple[tuple[float, tuple[float, ...]], ...], flow: Flow) -> Curve:
        """Return the curve through these rows; a flow that eases stands still in A and in B.

        Slopes are those of Fritsch and Carlson (1980), which keep each stretch between its ends.
        """
        at = tuple(key for key, _ in keys)
        rows = tuple(values for _, values in keys)
        count = len(keys)
        steps = [(at[(k + 1) % count] - at[k]) % 1.0 for k in range(count)]
        slopes: list[tuple[float, ...]] = []
        for k in range(count):
            if flow is Flow.EASE and at[k] in (0.0, END_AT):
                slopes.append((0.0,) * len(rows[k]))
                continue
            before, after = steps[k - 1], steps[k]
            slopes.append(
                tuple(
                    _slope((here - last) / before, (following - here) / after, before, after)
                    for last, here, following in zip(rows[k - 1], rows[k], rows[(k + 1) % count], strict=True)
                )
            )
        return cls(at=at, rows=rows, slopes=tuple(slopes))

    def stretch(self, place: float) -> tuple[int, float]:
        """Return which stretch a place lies in, and the share of it that has been passed."""
        index = bisect_right(self.at, place) - 1
        start, end = self.at[index], self.at[index + 1] if index + 1 < len(self.at) else 1.0
        return index, (place - start) / (end - start)

    def values(self, index: int, share: float) -> tuple[float, ...]:
        """Return the row at a share of a stretch."""
        following = (index + 1) % len(self.at)
        width = (self.at[following] - self.at[index]) % 1.0
        square, cube = share * share, share * share * share
        to = 3.0 * square - 2.0 * cube
        leave, arrive = (cube - 2.0 * square + share) * width, (cube - square) * width
        return tuple(
            a + (b - a) * to + va * leave + vb * arrive
            for a, b, va, vb in zip(
                self.rows[index], self.rows[following], self.slopes[index], self.slopes[following], strict=True
            )
        )


def _slope(before: float, after: float, before_width: float, after_width: float) -> float:
    if before * after <= 0.0:
        return 0.0
    first, second = 2.0 * after_width + before_width, after_width + 2.0 * before_width
    return (first + second) / (first / before + second / after)
