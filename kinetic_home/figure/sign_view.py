"""How a wrong version is looked at to place its signs: where joints are seen, and which way they have wrongly gone.

A fault has one direction: that of its loaded instant, in which it shows most. It does not turn on the way there.
"""

from __future__ import annotations

from functools import lru_cache
from math import hypot
from typing import NamedTuple

from kinetic_home.domain.fault import Timing
from kinetic_home.domain.motion import Flow, Motion
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import Camera, View, camera_for
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.sign_shape import Flat
from kinetic_home.figure.space import Vec, between, distance, dot, flipped, length, sub

# Less than this of a fault has no sign; so much more of it and the sign is there in full.
LEAST_FAULT, _GROWN = 0.35, 0.06
_STEPS = 8
# A part that has gone less than this on the picture has gone nowhere.
_LEAST_GONE_M = 0.012
# A direction of which less than this is seen goes mostly towards the eye: an arrow would tell another one.
HALF_SEEN = 0.5
# What moves tells how far two figures are apart.
# What is compared to find the instant of a figure.
_TRACKED = ("pelvis", "neck", "work_knee", "work_ankle", "other_knee", "other_ankle")
_TELLING = ("neck", "pelvis", "knee", "ankle", "heel", "toe", "wrist", "shoulder")


class Seen(NamedTuple):
    """One figure of a motion before a camera, done with a side."""

    figure: Figure
    motion: Motion
    side: Side
    camera: Camera

    @property
    def work(self) -> str:
        """Return the side that works."""
        return self.figure.working

    @property
    def other(self) -> str:
        """Return the side that does not."""
        return "left" if self.figure.working == "right" else "right"

    def joint(self, name: str) -> Vec:
        """Return where a joint is; «work_knee» and «other_knee» are of whichever side."""
        return self.figure.joints[named(self.figure, name)]

    def flat(self, name: str) -> Flat:
        """Return where a joint is seen."""
        return self.camera.flat(self.joint(name))

    def upright(self, step: Vec) -> Flat:
        """Return a step as it would be seen from its own height: what is level is level on the picture."""
        return dot(step, self.camera.right), step[1]

    @property
    def view(self) -> View:
        """Return the view that the camera looks from."""
        return view_of(self.camera, self.motion, self.side)

    def should_be(self, name: str) -> Vec:
        """Return where a joint is in the right version at the same instant."""
        one, other, share = _instant(self)
        return between(as_seen(one[1], self, name), as_seen(other[1], self, name), share)

    def gone(self, name: str) -> Vec:
        """Return how far a joint has wrongly gone in the loaded instant."""
        bad, good = loaded_pair(self.motion, self.side)
        gone = sub(bad.joints[named(bad, name)], good.joints[named(good, name)])
        return gone if bad.working == self.figure.working else flipped(gone)

    def way(self, gone: Vec) -> Flat | None:
        """Return a step's direction on the picture; None where it is hardly seen, or goes mostly towards the eye."""
        x, y = self.camera.flat(gone)
        size = hypot(x, y)
        return (x / size, y / size) if size > max(_LEAST_GONE_M, HALF_SEEN * length(gone)) else None


def named(figure: Figure, name: str) -> str:
    """Return the name of a joint of the working or the other side."""
    other = "left" if figure.working == "right" else "right"
    return name.replace("work_", f"{figure.working}_").replace("other_", f"{other}_")


@lru_cache(maxsize=128)
def view_of(camera: Camera, motion: Motion, side: Side) -> View:
    """Return the view whose camera looks from where a camera does, or nearest to it."""
    return max(View, key=lambda view: dot(camera_for(view, motion, side).towards, camera.towards))


def strength(fault: float) -> float:
    """Return how strongly the signs of a fault are drawn, 0 to 1: nothing of a slight one, soon all of it."""
    share = min(max((fault - LEAST_FAULT) / _GROWN, 0.0), 1.0)
    return share * share * (3.0 - 2.0 * share)


@lru_cache(maxsize=64)
def samples(motion: Motion, side: Side) -> tuple[Figure, ...]:
    """Return figures of a whole repetition: the way out, the hold, the way back."""
    steps = _STEPS if motion.timing is Timing.RIGHT else 2 * _STEPS
    ways = [("A", "B", step / steps) for step in range(steps + 1)] + [("B", "B", step / 4) for step in range(4)]
    if motion.flow is Flow.CYCLE or motion.back or motion.timing is not Timing.RIGHT:
        ways += [("B", "A", step / steps) for step in range(steps + 1)]
    return tuple(
        figure_at(motion, pose_from=start, pose_to=end, fraction=share, rep_no=1, side=side)
        for start, end, share in ways
    )


@lru_cache(maxsize=64)
def loaded_pair(motion: Motion, side: Side) -> tuple[Figure, Figure]:
    """Return the instant of a wrong version that shows most of its fault, and the right version in it."""
    right = motion.right or motion
    pairs: list[tuple[Figure, Figure]] = []
    for start, end in (("A", "B"), ("B", "A")):
        for step in range(_STEPS + 1):
            bad, good = (
                figure_at(one, pose_from=start, pose_to=end, fraction=step / _STEPS, rep_no=1, side=side)
                for one in (motion, right)
            )
            pairs.append((bad, good))
    return max(pairs, key=lambda pair: (round(pair[0].fault, 3), apart(*pair)))


_Pair = tuple[Figure, Figure]


@lru_cache(maxsize=16)
def pairs_of(motion: Motion, side: Side) -> tuple[_Pair, ...]:
    """Return both versions at instants of a whole repetition, the wrong one first."""
    return tuple(zip(samples(motion, side), samples(motion.right or motion, side), strict=False))


def _instant(seen: Seen) -> tuple[_Pair, _Pair, float]:
    """Return the instants before and after that of a figure, and how far it is on the way between them."""
    pairs = pairs_of(seen.motion, seen.side)
    far = [sum(distance(seen.joint(name), as_seen(bad, seen, name)) for name in _TRACKED) for bad, _ in pairs]
    first = min(
        range(len(pairs) - 1), key=lambda at: far[at] + far[at + 1] - _step(seen, pairs[at][0], pairs[at + 1][0])
    )
    total = far[first] + far[first + 1]
    return pairs[first], pairs[first + 1], far[first] / total if total > 0.0 else 0.0


def _step(seen: Seen, one: Figure, other: Figure) -> float:
    return sum(distance(as_seen(one, seen, name), as_seen(other, seen, name)) for name in _TRACKED)


def as_seen(figure: Figure, seen: Seen, name: str) -> Vec:
    """Return a joint of another figure, done with the side with which the one that is seen is."""
    at = figure.joints[named(figure, name)]
    return at if figure.working == seen.figure.working else flipped(at)


def apart(one: Figure, other: Figure) -> float:
    """Return how far two figures are apart, summed over their joints."""
    return sum(distance(point, other.joints[name]) for name, point in one.joints.items() if name.endswith(_TELLING))
