"""What goes wrong in how far a movement goes: not far enough, or too far into a stretch."""

from __future__ import annotations

from dataclasses import replace

from kinetic_home.domain.fault import Mark
from kinetic_home.domain.motion import Carrier, Motion, Pose
from kinetic_home.domain.room import PropKind, Touch
from kinetic_home.domain.side import Side
from kinetic_home.figure.faults.posing import posed
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.mixing import pose_between
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.skeleton import RANGE_OF_MOTION
from kinetic_home.figure.space import distance

# A short way goes so far of the whole one, an overdone one so far beyond it, as long as the body allows.
_SHORT, _BEYOND, _STEP = 0.45, 0.25, 0.025
_SHRUG, _PROPPED_SHRUG, _POKE_DEG, _HUNCH_DEG = 1.0, 0.5, 14.0, 10.0
_SPARE_DEG, _SPARE_M, _SLIPS_M = 0.5, 0.001, 0.003
_HAND_ENDS = ("wrist", "knuckle", "fingertip", "thumb")


def short_range(motion: Motion) -> Motion:
    """Let the movement end before it is half done."""

    def change(pose: Pose, shows: float) -> Pose:
        return pose_between(motion.start, pose, 1.0 - (1.0 - _SHORT) * shows)

    return posed(motion, change, marks=(Mark.PELVIS,), share=_from_the_start)


def too_far(motion: Motion) -> Motion:
    """Let the stretch go too far: beyond where it should end, shoulders up, head poked.

    It goes a quarter further, or as far as joints, walls and what the hands hold allow.
    """
    for strain in (1.0, 0.6, 0.3, 0.0):
        beyond = _BEYOND
        while beyond > 0.0:
            tried = _overdone(motion, beyond, strain)
            if _possible(motion, tried):
                return tried
            beyond -= _STEP
    return _overdone(motion, 0.0, 0.0)


def _overdone(motion: Motion, by: float, strain: float) -> Motion:
    """Return the motion gone too far; `strain` is how far head and upper back give with it."""
    lies = motion.carrier in (Carrier.SHOULDERS, Carrier.SIDE)
    hand = motion.end.work_arm.hand
    propped = hand is not None and hand.on is Touch.FLOOR and not lies
    hunch = 0.0 if lies or propped else _HUNCH_DEG * strain
    poke = 0.0 if lies else _POKE_DEG * strain
    shrug = _PROPPED_SHRUG if propped else _SHRUG

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
        )

    return posed(motion, change, marks=(Mark.STRETCH,))


def _possible(motion: Motion, tried: Motion) -> bool:
    """Tell whether a body can be so in the far pose: joints in range, clear of walls and floor, hands still reaching."""
    right, wrong = _far(motion), _far(tried)
    walls = [prop.at[0] - prop.size[0] / 2.0 for prop in motion.props if prop.kind is PropKind.WALL]
    face = min((wall for wall in walls if wall > 0.0), default=None)
    bodily = [point for name, point in wrong.joints.items() if not name.endswith(_HAND_ENDS)]
    if any(point[1] < 0.0 or (face is not None and point[0] > face - _SPARE_M) for point in bodily):
        return False
    held = {contact.part: contact.at for contact in right.contacts}
    if any(distance(held.get(c.part, c.at), c.at) > _SLIPS_M for c in wrong.contacts if c.part.endswith("hand")):
        return False
    return all(_in_range(name, angle) for name, angle in wrong.angles.items())


def _far(motion: Motion) -> Figure:
    return figure_at(motion, pose_from="B", pose_to="B", fraction=0.0, rep_no=1, side=Side.RIGHT)


def _in_range(name: str, angle_deg: float) -> bool:
    limits = RANGE_OF_MOTION.get(name.removeprefix("right_").removeprefix("left_"))
    return limits is None or limits[0] + _SPARE_DEG <= angle_deg <= limits[1] - _SPARE_DEG


def _from_the_start(_pose: Pose, grown: float) -> float:
    return 1.0 if grown > 0.0 else 0.0
