"""What every mark is drawn with: rings around joints, and arrows in the direction in which a part has gone."""

from __future__ import annotations

from math import hypot

from kinetic_home.figure.emphasis import Emphasis
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.scene import Scene
from kinetic_home.figure.space import Vec, sub
from kinetic_home.ui.figure.emphasis import Pencil
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.outline import Flat

ARROW_M = 0.155
_LEAST_RING_PX, _LEAST_ARROW_PX, _ARROW_GAP_M = 9.0, 22.0, 0.020
# A part that has gone less than this on the picture has gone nowhere.
_LEAST_GONE_M = 0.012


class Pointer:
    """Points at what is wrong in one figure; where the right version is known, also at which way it has gone."""

    def __init__(self, lens: Lens, pencil: Pencil, figure: Figure, scene: Scene, emphasis: Emphasis) -> None:
        self.lens, self.pencil, self.figure, self.scene = lens, pencil, figure, scene
        self.right, self.stretched = emphasis.right, emphasis.stretched
        self.work: str = figure.working
        self.other = "left" if self.work == "right" else "right"

    def joint(self, name: str) -> Vec:
        """Return where a joint is."""
        return self.figure.joints[name]

    def flat(self, name: str) -> Flat:
        """Return where a joint is on the picture, in px."""
        return self.lens.flat(self.joint(name))

    def px(self, size_m: float) -> float:
        """Return a size in px, never too small to be seen."""
        return max(size_m * self.lens.scale, _LEAST_RING_PX)

    def ringed(self, joint: str, ring_m: float) -> None:
        """Draw a ring around a joint, and an arrow where it has gone somewhere."""
        self.pencil.ring(self.flat(joint), self.px(ring_m))
        self.arrow(self.flat(joint), ring_m, self.gone(joint))

    def arrow(self, at: Flat, ring_m: float, towards: Flat | None) -> None:
        """Draw an arrow that leaves a ring in a direction of the picture, or none where there is none."""
        if towards is None:
            return
        near = (self.px(ring_m) if ring_m else 0.0) + _ARROW_GAP_M * self.lens.scale
        far = near + max(ARROW_M * self.lens.scale, _LEAST_ARROW_PX)
        (x, y), (tx, ty) = at, towards
        self.pencil.arrow((x + tx * near, y + ty * near), (x + tx * far, y + ty * far))

    def gone(self, joint: str, about: str = "") -> Flat | None:
        """Return the direction on the picture in which a joint has wrongly gone, if need be against another joint."""
        if self.right is None:
            return None
        gone = sub(self.joint(joint), self.right.joints[joint])
        if about:
            gone = sub(gone, sub(self.joint(about), self.right.joints[about]))
        x, y = self.lens.step(gone)
        size = hypot(x, y)
        return (x / size, y / size) if size > _LEAST_GONE_M * self.lens.scale else None

    def gone_px(self, joint: str) -> float:
        """Return how far a joint has wrongly gone on the picture."""
        return 0.0 if self.right is None else hypot(*self.lens.step(sub(self.joint(joint), self.right.joints[joint])))
