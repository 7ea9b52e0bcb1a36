"""Which parts of a body lie over which: how near to the eye each is taken to be, in m."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import hypot, inf

from kinetic_home.figure.figure import Figure
from kinetic_home.figure.space import Vec, along, between, dot, length, sub
from kinetic_home.ui.figure.crossing import Bone, clearly_nearer
from kinetic_home.ui.figure.lens import Lens

# What lies just under something is farther from the eye by this.
UNDER_M = 1e-3
# A hip that is nearer to the eye than the pelvis by no more is seen from the front; and how much of a thigh lies in
# the shorts.
_HIP_BESIDE_M, _HIP_SHARE = 0.03, 0.35
# Drawn up before the belly lies a thigh that is not seen from the other side: a hip so much beside the pelvis is.
_OTHER_SIDE_M = 0.05
# The hem hangs over a thigh whose knee is seen lifted by less than this towards the shoulders; one tucked in does not.
_LIFTED_M = 0.12
# Where the trunk points away from the eye by more than this, one looks at it from the feet.
_FROM_FEET = -0.25
# Two thighs that lie so much alike lie both over the shorts or both under them.
_ALIKE_M = 0.04
_SIDES = ("right", "left")
_LEG, _SHANK = ("hip", "knee", "ankle", "heel", "toe"), ("knee", "ankle", "heel", "ball", "toe")
_ARM = ("shoulder", "elbow", "wrist", "knuckle")
_CROSSING = [f"{side}_{name}" for side in _SIDES for name in (*_LEG, "ball", "shoulder", "elbow", "wrist", "fingertip")]
# A forearm lies rather before what is as near as it.
_FORE_M = 0.01
# A hand that is no farther from a thigh's bone rests on it; it is seen unless it lies so far behind that.
_RESTS_M, _BESIDE_M = 0.15, 0.02
# A leg that runs as near by an elbow lies all before the arm or all behind it.
_ELBOW_REACH_M = 0.14
# Two shanks whose bones come so near each other on the picture cross there; and where they are looked at.
_CROSSES_M, _SHANK_SHARES = 0.075, (0.03, 0.26, 0.5, 0.73, 0.95)
# How thick limbs are where one crosses another.
_THIGH_M, _SHANK_M, _FOOT_M, _ARM_M = 0.070, 0.045, 0.034, (0.043, 0.031, 0.020)


class Order:
    """The depths of one body's parts, seen through one lens: of the trunk, of the hips, and of limbs by these.

    `legs` are those of thighs and shanks by name, each shank with its foot; `feet` those of feet that lie over the
    other shank though their own lies behind it.
    """

    def __init__(self, lens: Lens, figure: Figure) -> None:
        self._lens, self._joints, self._pelvis = lens, figure.joints, figure.joints["pelvis"]
        self._ahead, self._up, _ = figure.frames["hips"]
        self.trunk = lens.depth(between(self._pelvis, figure.joints["neck"], 0.5))
        # The hem of the top lies over the waist where one sees the trunk from above, and under it from below.
        self.hem_over = lens.depth(self._up) >= 0.0
        self.hips = self.trunk + (-UNDER_M if self.hem_over else UNDER_M)
        self.band = self.hips + UNDER_M
        right, left = (self._beyond(figure.joints[f"{side}_hip"], figure.joints[f"{side}_knee"]) for side in _SIDES)
        if abs(right - left) < _ALIKE_M:
            right = left = min(right, left)
        self._over = {"right": right > 0.0, "left": left > 0.0}
        # As the eye sees them: to the right, up and towards it.
        self._seen = {name: lens.seen(figure.joints[name]) for name in _CROSSING}
        self._bones = {name: bones for side in _SIDES for name, bones in self._leg_bones(side)}
        self._leg_row = [(name, bone) for name, bones in self._bones.items() for bone in bones]
        self.legs: dict[str, float] = {}
        self.feet: dict[str, float] = {}
        self._lay_legs()

    def _leg_bones(self, side: str) -> Iterator[tuple[str, tuple[Bone, ...]]]:
        hip, knee, ankle, heel, toe = (self._seen[f"{side}_{name}"] for name in _LEG)
        yield f"{side}_thigh", (Bone.between(hip, knee, _THIGH_M),)
        yield f"{side}_shank", (Bone.between(knee, ankle, _SHANK_M), Bone.between(heel, toe, _FOOT_M))

    def _thigh(self, side: str) -> float:
        """Return the depth of a thigh: over the shorts where it comes towards the eye or its hip is the near one.

        Then waistband and hem still lie over it, unless it is lifted up before the trunk or one looks from the feet.
        """
        hip, knee = self._joints[f"{side}_hip"], self._joints[f"{side}_knee"]
        own, trunk, bone = self._lens.depth(between(hip, knee, 0.55)), self.trunk, sub(knee, hip)
        if not self._over[side]:
            return min(own, self.hips - UNDER_M)
        (bx, by), (tx, ty) = self._lens.step(bone), self._lens.step(self._up)
        lifted = bx * tx + by * ty > (_LIFTED_M if self.hem_over else 0.0) * hypot(tx, ty) * self._lens.scale
        if not lifted and self._lens.depth(self._up) > _FROM_FEET:
            # Of two that do, the nearer one lies over the other.
            return self.band - UNDER_M * (0.5 - 0.3 * max(-1.0, min(1.0, own - trunk)))
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
        aside = self._aside(hip)
        if drawn_up < 0.0:
            return aside + drawn_up
        drawn_up *= max(0.0, min(1.0, 1.0 + aside / _OTHER_SIDE_M))
        return aside + _HIP_SHARE * self._lens.depth(bone) + drawn_up

    def _lay_legs(self) -> None:
        """Lay out both legs: where they cross, the one that is nearer there lies over the other."""
        legs, joints = self.legs, self._joints
        for side in _SIDES:
            legs[f"{side}_thigh"] = self._thigh(side)
            legs[f"{side}_shank"] = self._lens.depth(between(joints[f"{side}_knee"], joints[f"{side}_ankle"], 0.5))
        self._cross_shanks()
        for side, other in (_SIDES, _SIDES[::-1]):
            thigh, shank = f"{side}_thigh", f"{other}_shank"
            (bone,) = self._bones[thigh]
            nearer = max((clearly_nearer(low, bone) for low in self._bones[shank]), key=abs)
            if nearer > 0.0:
                legs[shank] = max(legs[shank], legs[thigh] + UNDER_M / 2)
            elif nearer < 0.0:
                legs[shank] = min(legs[shank], legs[thigh] - UNDER_M / 2)

    def _cross_shanks(self) -> None:
        """Lay one shank behind the other where they cross, though its middle may be nearer, and its foot as it is."""
        (right, right_foot), (left, left_foot) = (self._along_shank(side) for side in _SIDES)
        shanks = _nearer(right, left)
        feet = _nearer(right_foot, left) + _nearer(right, left_foot) + _nearer(right_foot, left_foot)
        if not (shanks or feet):
            return
        over, under = _SIDES if (shanks or feet) > 0.0 else _SIDES[::-1]
        legs = self.legs
        if legs[f"{over}_thigh"] > legs[f"{under}_thigh"] and shanks:
            # Then all of that leg lies over the other's knee.
            legs[f"{over}_shank"] = max(legs[f"{over}_shank"], legs[f"{under}_thigh"] + UNDER_M / 2)
        legs[f"{under}_shank"] = min(legs[f"{under}_shank"], legs[f"{over}_shank"] - UNDER_M)
        if shanks * feet < 0.0:
            self.feet[under] = legs[f"{over}_shank"] + UNDER_M / 4

    def _along_shank(self, side: str) -> tuple[list[Vec], list[Vec]]:
        """Return points along a shank, and along its foot, as the eye sees them."""
        knee, ankle, heel, ball, toe = (self._seen[f"{side}_{name}"] for name in _SHANK)
        return [between(knee, ankle, share) for share in _SHANK_SHARES], [heel, between(heel, ball, 0.5), ball, toe]

    def arm(self, side: str) -> tuple[float, float, float]:
        """Return the depths of an upper arm, its forearm and the hand.

        No leg runs between the two where it passes their elbow, a hand lies upon the thigh that it rests on, and
        where one of them clearly crosses a leg it lies on its own side of it.
        """
        shoulder, elbow, wrist, knuckle = (self._joints[f"{side}_{name}"] for name in _ARM)
        lens = self._lens
        high, low = lens.depth(between(shoulder, elbow, 0.5)), lens.depth(between(elbow, wrist, 0.6)) + _FORE_M
        for name, leg in self.legs.items():
            if not min(high, low) < leg < max(high, low):
                continue
            beside, nearer = self._passes(elbow, *self._ends(name))
            if beside > _ELBOW_REACH_M:
                continue
            if nearer:
                high, low = max(high, leg + UNDER_M), max(low, leg + UNDER_M)
            else:
                high, low = min(high, leg - UNDER_M), min(low, leg - UNDER_M)
        low = max([low, *self._resting(knuckle, low)])
        ends = [self._seen[f"{side}_{name}"] for name in ("shoulder", "elbow", "wrist", "fingertip")]
        upper, fore, hand = (self._crossings(Bone.between(*bone)) for bone in zip(ends, ends[1:], _ARM_M, strict=False))
        if any(nearer > 0.0 for nearer in fore.values()):
            # A forearm that lies over a leg takes its hand along.
            hand = {name: nearer for name, nearer in hand.items() if nearer > 0.0}
        low = self._beside(fore, low)
        return self._beside(upper, high), low, self._beside(hand, low)

    def _crossings(self, bone: Bone) -> dict[str, float]:
        """Return how much nearer a bone is than each part of the legs that it clearly crosses, by name."""
        found: dict[str, float] = {}
        _, _, _, left, right, low, high = bone
        for name, leg in self._leg_row:
            # Most pairs are far from each other: that is told at once.
            if left > leg[4] or leg[3] > right or low > leg[6] or leg[5] > high:
                continue
            nearer = clearly_nearer(bone, leg)
            if abs(nearer) > abs(found.get(name, 0.0)):
                found[name] = nearer
        return found

    def _beside(self, crossed: Mapping[str, float], depth: float) -> float:
        """Return the depth of a part of an arm on its own side of all that it crosses."""
        least = max((self.legs[name] + UNDER_M / 2 for name, nearer in crossed.items() if nearer > 0.0), default=-inf)
        most = min((self.legs[name] - UNDER_M / 2 for name, nearer in crossed.items() if nearer < 0.0), default=inf)
        return min(max(depth, least), most)

    def _ends(self, name: str) -> tuple[Vec, Vec]:
        side, part = name.split("_")
        start, end = ("hip", "knee") if part == "thigh" else ("knee", "ankle")
        return self._joints[f"{side}_{start}"], self._joints[f"{side}_{end}"]

    def _resting(self, hand: Vec, low: float) -> Iterator[float]:
        """Yield how near a forearm has to be so that its hand lies upon the thighs that it rests on."""
        for side in _SIDES:
            depth = self.legs[f"{side}_thigh"]
            if depth < low:
                continue
            start, end = self._ends(f"{side}_thigh")
            bone, reach = sub(end, start), sub(hand, start)
            off = along(reach, bone, -max(0.0, min(1.0, dot(reach, bone) / dot(bone, bone))))
            if length(off) < _RESTS_M and self._lens.depth(off) > -_BESIDE_M:
                yield depth + UNDER_M

    def _passes(self, spot: Vec, start: Vec, end: Vec) -> tuple[float, bool]:
        """Return how far beside a bone a spot lies on the picture, in m, and whether it is nearer to the eye there."""
        lens = self._lens
        (ax, ay), (bx, by) = lens.step(sub(spot, start)), lens.step(sub(end, start))
        share = max(0.0, min(1.0, (ax * bx + ay * by) / (bx * bx + by * by + 1e-9)))
        beside = hypot(ax - bx * share, ay - by * share) / lens.scale
        return beside, lens.depth(spot) > lens.depth(between(start, end, share))


def _nearer(ones: Sequence[Vec], others: Sequence[Vec]) -> float:
    """Return how much nearer one row of points is than another where they meet on the picture, in all."""
    found = 0.0
    for ax, ay, near in ones:
        for bx, by, far in others:
            if -_CROSSES_M < ax - bx < _CROSSES_M and hypot(ax - bx, ay - by) < _CROSSES_M:
                found += near - far
    return found
