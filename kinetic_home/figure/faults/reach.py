"""What goes wrong in how far a movement goes: not far enough, or too far into a stretch."""

from __future__ import annotations

from dataclasses import replace

from kinetic_home.domain.fault import Mark
from kinetic_home.domain.motion import Carrier, Motion, Pose
from kinetic_home.domain.room import Touch
from kinetic_home.figure.faults.bodily import clear, holds_on, in_range
from kinetic_home.figure.faults.posing import posed
from kinetic_home.figure.mixing import pose_between

# A short way goes so far of the whole one, an overdone one so far beyond it, as long as the body allows.
_SHORT, _BEYOND, _STEPS = 0.45, 0.30, 12
# A strap pulls the leg nearer as well.
_PULLED_DEG = 20.0
_SHRUG, _PROPPED_SHRUG, _POKE_DEG, _HUNCH_DEG = 1.0, 0.5, 18.0, 16.0
# Lying on the back, the head comes up; on propped hands the back hunches less.
_HEAD_UP_DEG, _PROPPED_HUNCH = 22.0, 0.4


def short_range(motion: Motion) -> Motion:
    """Let the movement end before it is half done."""

    def change(pose: Pose, shows: float) -> Pose:
        return pose_between(motion.start, pose, 1.0 - (1.0 - _SHORT) * shows)

    return posed(motion, change, marks=(Mark.PELVIS,), share=_from_the_start)


def too_far(motion: Motion) -> Motion:
    """Let the stretch go too far: beyond where it should end, shoulders up, head poked.

    It goes a third further, or as far as joints, walls and what the hands hold allow.
    """
    ways = [(_BEYOND * step / _STEPS, strain) for strain in (1.0, 0.6, 0.3, 0.0) for step in range(_STEPS, 0, -1)]
    tries = (_overdone(motion, beyond, strain) for beyond, strain in ways)
    return next((tried for tried in tries if _bodily(tried, motion)), _overdone(motion, 0.0, 0.0))


def _bodily(tried: Motion, right: Motion) -> bool:
    return clear(tried, right) and in_range(tried, right) and holds_on(tried, right)


def _overdone(motion: Motion, by: float, strain: float) -> Motion:
    """Return the motion gone too far; `strain` is how far head and upper back give with it."""
    lies = motion.carrier in (Carrier.SHOULDERS, Carrier.SIDE)
    hand = motion.end.work_arm.hand
    propped = hand is not None and hand.on is Touch.FLOOR and not lies
    hunch = 0.0 if lies else _HUNCH_DEG * strain * (_PROPPED_HUNCH if propped else 1.0)
    poke = -_HEAD_UP_DEG * strain if motion.carrier is Carrier.SHOULDERS else _POKE_DEG * strain
    shrug = _PROPPED_SHRUG if propped else _SHRUG

    pulled = _PULLED_DEG * by / _BEYOND if hand is not None and hand.on is Touch.STRAP else 0.0

    def change(pose: Pose, shows: float) -> Pose:
        further = pose_between(motion.start, pose, 1.0 + by * shows)
        return replace(
            further,
            brace=pose.brace,
            glute=pose.glute,
            belly=pose.belly,
            shrug=max(pose.shrug, shrug * shows),
            thoracic_deg=further.thoracic_deg + hunch * shows,
            neck_deg=further.neck_deg - poke * shows,
            work=replace(
                further.work,
                hip_deg=further.work.hip_deg + pulled * shows,
                knee_deg=max(0.0, further.work.knee_deg),
            ),
        )

    return posed(motion, change, marks=(Mark.STRETCH,))


def _from_the_start(_pose: Pose, grown: float) -> float:
    return 1.0 if grown > 0.0 else 0.0
