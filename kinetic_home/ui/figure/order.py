"""Which parts of a body lie over which: how near to the eye each is taken to be, in m."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot

from kinetic_home.figure.figure import Figure
from kinetic_home.figure.space import Vec, along, between, dot, length, sub
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.parts import Group

# What lies just under something is farther from the eye by this.
UNDER_M = 1e-3
# A hip that is nearer to the eye than the pelvis by no more is seen from the front; and how much of a thigh lies in
# the shorts.
_HIP_BESIDE_M, _HIP_SHARE = 0.03, 0.35
# Two thighs that lie so much alike lie both over the shorts or both under them.
_ALIKE_M = 0.04
_SIDES = ("right", "left")
# A forearm lies rather before what is as near as it.
_FORE_M = 0.01
# A hand that is no farther from a thigh's bone rests on it; it is seen unless it lies so far behind that.
_RESTS_M, _BESIDE_M = 0.15, 0.02
# A leg that runs as near by an elbow lies all before the arm or all behind it.
_ELBOW_REACH_M = 0.14
# Two shanks whose bones come so near each other on the picture cross there; and where they are looked at.
_CROSSES_M, _SHANK_SHARES = 0.075, (0.15, 0.35, 0.55, 0.75, 0.95)


class Order:
    """The depths of one body's parts, seen through one lens: of the trunk, of the hips, and of limbs by these."""

    def __init__(self, lens: Lens, figure: Figure) -> None:
        self._lens, self._pelvis = lens, figure.joints["pelvis"]
        self._ahead, self._up, _ = figure.frames["hips"]
        self.trunk = lens.depth(between(self._pelvis, figure.joints["neck"], 0.5))
        # The hem of the top lies over the waist where one sees the trunk from above, and under it from below.
        self.hem_over = lens.depth(self._up) >= 0.0
        self.hips = self.trunk + (-UNDER_M if self.hem_over else UNDER_M)
        right, left = (self._beyond(figure.joints[f"{side}_hip"], figure.joints[f"{side}_knee"]) for side in _SIDES)
        if abs(right - left) < _ALIKE_M:
            right = left = min(right, left)
        self._over = {figure.joints["right_hip"]: right > 0.0, figure.joints["left_hip"]: left > 0.0}

    def thigh(self, hip: Vec, knee: Vec) -> float:
        """Return the depth of a thigh: over the shorts where it comes towards the eye or its hip is the near one.

        Then the hem of the top still hangs over it, unless it is lifted up before the trunk.
        """
        own, trunk, bone = self._lens.depth(between(hip, knee, 0.55)), self.trunk, sub(knee, hip)
        if not self._over[hip]:
            return min(own, self.hips - UNDER_M)
        (bx, by), (tx, ty) = self._lens.step(bone), self._lens.step(self._up)
        if self.hem_over and self._aside(hip) <= 0.0 and bx * tx + by * ty < 0.0:
            # Of two that do, the nearer one lies over the other.
            return trunk - UNDER_M * (0.5 - 0.3 * max(-1.0, min(1.0, own - trunk)))
        return max(own, trunk + 2.0 * UNDER_M)

    def _aside(self, hip: Vec) -> float:
        """Return how much nearer than the pelvis a hip is seen from the side; from the front that is nothing."""
        beside = self._lens.depth(sub(hip, self._pelvis))
        return beside - max(-_HIP_BESIDE_M, min(_HIP_BESIDE_M, beside))

    def _beyond(self, hip: Vec, knee: Vec) -> float:
        """Return how much nearer than the shorts a thigh is where it leaves them, or drawn up before the belly."""
        bone = sub(knee, hip)
        # Seen from the back, one that is drawn up lies behind the trunk.
        drawn_up = max(dot(bone, self._up), 0.0) * self._lens.depth(self._ahead)
        if drawn_up < 0.0:
            return self._aside(hip) + drawn_up
        return self._aside(hip) + _HIP_SHARE * self._lens.depth(bone) + drawn_up

    def shanks(self, right: Group, left: Group) -> None:
        """Lay one shank behind the other where they cross on the picture, though its middle may be nearer."""
        lens, nearer = self._lens, 0.0
        spots = [[lens.step(sub(spot, self._pelvis)) for spot in _along_leg(leg)] for leg in (right, left)]
        depths = [[lens.depth(spot) for spot in _along_leg(leg)] for leg in (right, left)]
        for (ax, ay), one in zip(spots[0], depths[0], strict=True):
            for (bx, by), two in zip(spots[1], depths[1], strict=True):
                nearer += one - two if hypot(ax - bx, ay - by) < _CROSSES_M * lens.scale else 0.0
        if nearer > 0.0 and left.depth > right.depth:
            left.depth = right.depth - UNDER_M
        elif nearer < 0.0 and right.depth > left.depth:
            right.depth = left.depth - UNDER_M

    def arm(self, joints: tuple[Vec, Vec, Vec, Vec], legs: Sequence[Group]) -> tuple[float, float]:
        """Return the depths of upper arm and forearm; `joints` are shoulder, elbow, wrist and knuckle.

        No leg runs between the two where it passes their elbow, and a hand lies upon the thigh that it rests on.
        """
        shoulder, elbow, wrist, knuckle = joints
        depth = self._lens.depth
        high, low = depth(between(shoulder, elbow, 0.5)), depth(between(elbow, wrist, 0.6)) + _FORE_M
        for leg in legs:
            if not min(high, low) < leg.depth < max(high, low):
                continue
            beside, nearer = self._passes(elbow, leg.spots[0], leg.spots[1])
            if beside > _ELBOW_REACH_M:
                continue
            if nearer:
                high, low = max(high, leg.depth + UNDER_M), max(low, leg.depth + UNDER_M)
            else:
                high, low = min(high, leg.depth - UNDER_M), min(low, leg.depth - UNDER_M)
        return high, max([low, *self._resting(knuckle, low, legs)])

    def _resting(self, hand: Vec, low: float, legs: Sequence[Group]) -> Iterator[float]:
        """Yield how near a forearm has to be so that its hand lies upon the thighs that it rests on."""
        for leg in legs:
            start, end, *foot = leg.spots
            if foot or leg.depth < low:
                continue
            bone, reach = sub(end, start), sub(hand, start)
            off = along(reach, bone, -max(0.0, min(1.0, dot(reach, bone) / dot(bone, bone))))
            if length(off) < _RESTS_M and self._lens.depth(off) > -_BESIDE_M:
                yield leg.depth + UNDER_M

    def _passes(self, spot: Vec, start: Vec, end: Vec) -> tuple[float, bool]:
        """Return how far beside a bone a spot lies on the picture, in m, and whether it is nearer to the eye there."""
        lens = self._lens
        (ax, ay), (bx, by) = lens.step(sub(spot, start)), lens.step(sub(end, start))
        share = max(0.0, min(1.0, (ax * bx + ay * by) / (bx * bx + by * by + 1e-9)))
        beside = hypot(ax - bx * share, ay - by * share) / lens.scale
        return beside, lens.depth(spot) > lens.depth(between(start, end, share))


def _along_leg(leg: Group) -> list[Vec]:
    """Return points along shank and foot."""
    knee, ankle, heel, ball, toe = leg.spots
    return [*(between(knee, ankle, share) for share in _SHANK_SHARES), heel, between(heel, ball, 0.5), ball, toe]
