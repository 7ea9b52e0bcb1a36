"""How a repetition runs in its time: evenly as the score has it, or in one of the wrong ways.

A wrong way takes the same time as the right one: it only says where in the movement the figure is when.
"""

from __future__ import annotations

from functools import lru_cache
from math import asin, cos, pi, sin
from typing import NamedTuple

from kinetic_home.domain.exercise import RepPhase
from kinetic_home.domain.fault import Timing
from kinetic_home.domain.motion import Motion
from kinetic_home.figure.assembly import assembled
from kinetic_home.figure.pose import END_AT
from kinetic_home.figure.staging import staged

# A rushed lowering is over in the first third of its time.
_RUSHED_SHARE = 0.33
# A lowering that ends in a drop: at this share of its time so much of the way is left, and is fallen in so much time.
_FALLS_AT, _LEFT_TO_FALL, _FALL_SHARE = 0.72, 0.58, 0.13
# A stretch that is bounced: how often, and how far back from the held pose.
BOUNCES_A_SECOND, _BOUNCE_BACK = 1.5, 0.45
_BOUNCED_MS = 3_000
# A hold that is given up at half time: how long the way back takes, at most that share of the hold.
_GIVEN_UP_AT, _BACK_MS, _BACK_SHARE = 0.5, 2_000, 0.35
# Balance that is lost in a hold: when in it, and how long the foot takes to come down.
_LOST_AT, _LOST_MS, _LOST_SHARE = 0.22, 600, 0.2
# What may come after a landing: the hold, the pause, or both as one.
# The jolt of a landing lasts so long; who has landed stands for so long, where nothing says how long.
_JOLT_MS, _STANDS_MS = 800, 2_000
_LANDED = (RepPhase.HOLD, RepPhase.PAUSE, None)
# After a lost landing the body gathers itself between these shares of the time to get ready.
_GATHERS_FROM, _GATHERED_AT = 0.45, 0.95
# Of an uneven cycle the first half runs ahead by this share of the whole.
_LIMP = 0.12
# What counts for the height of a body, and the difference in it that is no lowering; then the way back is it.
_WEIGHTS = {
    "neck": 1.0,
    "pelvis": 1.0,
    **{f"{side}_{joint}": 1.0 for side in ("right", "left") for joint in ("knee", "ankle")},
    **{f"{side}_ball": 0.3 for side in ("right", "left")},
}
_LEVEL_M = 0.02


class Moment(NamedTuple):
    """Where in the repetition the figure is, [0, 1]; whether it stands still there; whether the fault shows."""

    place: float
    still: bool
    shows: bool


def timed(
    motion: Motion, pose_from: str, pose_to: str, share: float, span_ms: int | None, phase: RepPhase | None = None
) -> Moment:
    """Return the moment of a motion at a share of a stretch between two poses, as its timing has it.

    `phase` tells the holding of a landing from the pause after it; without one they are the same stretch. Raises
    ValueError for other poses than A and B.
    """
    match (pose_from, pose_to):
        case ("A", "B"):
            return _moving(motion, share, out=True)
        case ("B", "A"):
            return _moving(motion, share, out=False)
        case ("B", "B"):
            return _held(motion, share, span_ms)
        case ("A", "A") if motion.timing is Timing.LOST and _jumps(motion) and phase in _LANDED:
            return _after_landing(motion, share, phase)
        case ("A", "A"):
            return Moment(0.0, still=True, shows=motion.timing in (Timing.RIGHT, Timing.UNEVEN))
        case _:
            raise ValueError(f"a motion has the poses A and B, not {pose_from!r} and {pose_to!r}")


@lru_cache(maxsize=128)
def lowers_outward(motion: Motion) -> bool:
    """Tell whether the body is lowered on the way from A to B, and not on the way back."""
    heights: list[float] = []
    for place in (0.0, END_AT):
        joints = assembled(staged(motion), place, still=True, turns=0, mirrored=False, belly=0.0).joints
        heights.append(sum(weight * joints[name][1] for name, weight in _WEIGHTS.items()))
    return heights[1] < heights[0] - _LEVEL_M


def jolt_left(
    motion: Motion, pose_from: str, pose_to: str, share: float, span_ms: int | None, phase: RepPhase | None
) -> float:
    """Return how much of the jolt of a wrong landing is still felt, 1 to 0: it is soon over."""
    if (pose_from, pose_to) != ("A", "A") or motion.timing is not Timing.LOST or not _jumps(motion):
        return 1.0
    if phase is RepPhase.PAUSE:
        return 0.0
    return max(0.0, 1.0 - share * (span_ms or _STANDS_MS) / _JOLT_MS)


def _moving(motion: Motion, share: float, *, out: bool) -> Moment:
    start = 0.0 if out else END_AT
    lowering = motion.timing in (Timing.RUSHED, Timing.DROPPED) and lowers_outward(motion) is out
    if motion.timing is Timing.RUSHED and lowering:
        done = min(share / _RUSHED_SHARE, 1.0)
        return Moment(start + done * END_AT, still=done >= 1.0, shows=True)
    if motion.timing is Timing.DROPPED and lowering:
        way = _dropped(share)
        return Moment(start + _eased_back(way) * END_AT, still=way >= 1.0, shows=share >= _FALLS_AT)
    if motion.timing is Timing.STOPPED and not out:
        return _returning(motion, share)
    if motion.timing is Timing.LOST and not out:
        if not _jumps(motion):
            return _returning(motion, share)
        return Moment(END_AT + share * (motion.lapse_at - END_AT), still=False, shows=True)
    if motion.timing is Timing.UNEVEN:
        at = start + share * END_AT
        return Moment(at + _LIMP * (1.0 - cos(2.0 * pi * at)) / 2.0, still=False, shows=True)
    return Moment(start + share * END_AT, still=False, shows=motion.timing is Timing.RIGHT)


def _held(motion: Motion, share: float, span_ms: int | None) -> Moment:
    match motion.timing:
        case Timing.BOUNCED:
            times = max(1, round(BOUNCES_A_SECOND * (span_ms or _BOUNCED_MS) / 1_000))
            swung = (1.0 - cos(2.0 * pi * times * share)) / 2.0
            if motion.lapse_at < 1.0:
                return _lapsed(motion, swung)
            back = _BOUNCE_BACK * swung
            return Moment(END_AT * _eased_back(1.0 - back), still=False, shows=True)
        case Timing.STOPPED if share > _GIVEN_UP_AT:
            length = min(_BACK_SHARE, _BACK_MS / span_ms) if span_ms else _BACK_SHARE
            return _lapsed(motion, (share - _GIVEN_UP_AT) / length)
        case Timing.LOST if share > _LOST_AT and not _jumps(motion):
            length = min(_LOST_SHARE, _LOST_MS / span_ms) if span_ms else _LOST_SHARE
            return _lapsed(motion, (share - _LOST_AT) / length)
        case Timing.RIGHT | Timing.UNEVEN:
            return Moment(END_AT, still=True, shows=True)
        case _:
            return Moment(END_AT, still=True, shows=False)


def _lapsed(motion: Motion, done: float) -> Moment:
    """Return the moment in a hold that gives way, so much of the way there done."""
    way = min(done, 1.0)
    whole = way >= 1.0 and motion.lapse_at == 1.0
    return Moment(END_AT + way * (motion.lapse_at - END_AT), still=whole, shows=True)


def _returning(motion: Motion, share: float) -> Moment:
    """Return the moment on the way back of a hold that has given way already."""
    place = motion.lapse_at + share * (1.0 - motion.lapse_at)
    return Moment(place, still=motion.lapse_at == 1.0, shows=True)


def _after_landing(motion: Motion, share: float, phase: RepPhase | None) -> Moment:
    """Return the moment after a landing that is lost: held as it is, and gathered in the time to get ready."""
    gathered = 0.0 if phase is RepPhase.HOLD else (share - _GATHERS_FROM) / (_GATHERED_AT - _GATHERS_FROM)
    way = min(max(gathered, 0.0), 1.0)
    place = motion.lapse_at + way * (1.0 - motion.lapse_at)
    return Moment(place, still=way >= 1.0, shows=True)


def _jumps(motion: Motion) -> bool:
    return motion.end.air_m > motion.start.air_m


def _dropped(share: float) -> float:
    """Return how much of the way is done: slow at first, then a fall that gets faster until it is stopped."""
    if share < _FALLS_AT:
        eased = share / _FALLS_AT
        return (1.0 - _LEFT_TO_FALL) * eased * eased * (3.0 - 2.0 * eased)
    fallen = min((share - _FALLS_AT) / _FALL_SHARE, 1.0)
    return 1.0 - _LEFT_TO_FALL + _LEFT_TO_FALL * fallen * fallen


def _eased_back(way: float) -> float:
    """Return the share of the time in which an easing movement has done a share of its way."""
    return 0.5 - sin(asin(max(-1.0, min(1.0, 1.0 - 2.0 * way))) / 3.0)
