"""The marks of a wrong version: where on the body it is wrong, and which way the part has gone.

A ring says where, an arrow which way, a thick line how a part lies that should lie otherwise. All come and go with
`figure.fault`. Where the right version at the same instant is given, arrows show the difference between the two.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import atan2, degrees, hypot

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath

from kinetic_home.domain.fault import Mark, OverlayKind
from kinetic_home.domain.side import Side
from kinetic_home.figure.emphasis import Emphasis
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.muscles import REGIONS
from kinetic_home.figure.overlay_lines import back_points, bend_deg
from kinetic_home.figure.overlay_shape import Tone
from kinetic_home.figure.scene import Scene
from kinetic_home.figure.space import Vec, along, between, scaled, sub, unit
from kinetic_home.ui.figure.emphasis import Pencil
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.marks_face import paint_held_breath
from kinetic_home.ui.figure.marks_time import paint_time
from kinetic_home.ui.figure.outline import Flat
from kinetic_home.ui.figure.tint import region_middle

# Less than this of a fault is not marked.
LEAST_FAULT = 0.15
_KNEE_M, _HEEL_M, _HAND_M, _PELVIS_M, _THIGH_M, _BAND_M, _FRONT_M = 0.095, 0.065, 0.080, 0.125, 0.100, 0.085, 0.075
_LEAST_RING_PX = 9.0
_ARROW_M, _LEAST_ARROW_PX, _ARROW_GAP_M = 0.155, 22.0, 0.020
# A part that has gone less than this on the picture has gone nowhere.
_LEAST_GONE_M = 0.012
_HIP_LINE_M, _HIP_LINE_SEEN_M = 0.155, 0.16
_FOOT_LONG_M, _FOOT_HIGH_M = 0.165, 0.085
_BENT_DEG = 3.0
_TWINS: Mapping[Mark, tuple[Mark, str, float]] = {
    Mark.WORK_KNEE: (Mark.OTHER_KNEE, "knee", _KNEE_M),
    Mark.OTHER_KNEE: (Mark.WORK_KNEE, "knee", _KNEE_M),
    Mark.WORK_HEEL: (Mark.OTHER_HEEL, "heel", _HEEL_M),
    Mark.OTHER_HEEL: (Mark.WORK_HEEL, "heel", _HEEL_M),
    Mark.WORK_FOOT: (Mark.OTHER_FOOT, "ball", _FOOT_HIGH_M),
    Mark.OTHER_FOOT: (Mark.WORK_FOOT, "ball", _FOOT_HIGH_M),
    Mark.WORK_IMPACT: (Mark.OTHER_IMPACT, "ball", _FOOT_HIGH_M),
    Mark.OTHER_IMPACT: (Mark.WORK_IMPACT, "ball", _FOOT_HIGH_M),
    Mark.WORK_HAND: (Mark.OTHER_HAND, "wrist", _HAND_M),
    Mark.OTHER_HAND: (Mark.WORK_HAND, "wrist", _HAND_M),
}
_DRAWN_BY: Mapping[OverlayKind, Mark] = {
    OverlayKind.PELVIS_LINE: Mark.PELVIS,
    OverlayKind.TRUNK_LINE: Mark.TRUNK,
    OverlayKind.BACK_LINE: Mark.LOW_BACK,
}
_FLASH = ((-0.5, -1.0), (0.15, -0.25), (-0.2, 0.05), (0.5, 1.0))


def paint_marks(
    painter: QPainter, lens: Lens, pencil: Pencil, figure: Figure, scene: Scene, emphasis: Emphasis
) -> None:
    """Paint all marks of a figure, as strongly as its fault shows."""
    if figure.fault < LEAST_FAULT or not scene.motion.marks:
        return
    painter.save()
    painter.setOpacity(min(figure.fault, 1.0))
    _Marker(lens, pencil, figure, scene, emphasis).paint()
    painter.restore()


class _Marker:
    def __init__(self, lens: Lens, pencil: Pencil, figure: Figure, scene: Scene, emphasis: Emphasis) -> None:
        self._lens, self._pencil, self._figure, self._scene = lens, pencil, figure, scene
        self._right, self._stretched = emphasis.right, emphasis.stretched
        # What the overlay draws already is not drawn twice.
        self._drawn = _DRAWN_BY.get(emphasis.overlay) if emphasis.overlay else None
        self._work = figure.working
        self._other = "left" if self._work == "right" else "right"

    def paint(self) -> None:
        painters = self._painters()
        for mark in self._scene.motion.marks:
            if not self._hidden(mark):
                painters[mark]()

    def _hidden(self, mark: Mark) -> bool:
        """Tell whether a mark would lie on its nearer twin of the other side."""
        twin = _TWINS.get(mark)
        if twin is None or twin[0] not in self._scene.motion.marks:
            return False
        _, part, ring_m = twin
        own_side, other_side = (self._work, self._other) if mark.startswith("work") else (self._other, self._work)
        own, its = self._joint(f"{own_side}_{part}"), self._joint(f"{other_side}_{part}")
        (ax, ay), (bx, by) = self._lens.flat(own), self._lens.flat(its)
        return hypot(ax - bx, ay - by) < 1.6 * self._px(ring_m) and self._lens.depth(own) < self._lens.depth(its)

    def _painters(self) -> Mapping[Mark, Callable[[], None]]:
        return {
            Mark.WORK_KNEE: self._work_knee,
            Mark.OTHER_KNEE: self._other_knee,
            Mark.WORK_THIGH: self._thigh,
            Mark.PELVIS: self._pelvis,
            Mark.LOW_BACK: self._low_back,
            Mark.TRUNK: self._trunk,
            Mark.WORK_HEEL: self._work_heel,
            Mark.OTHER_HEEL: self._other_heel,
            Mark.WORK_FOOT: self._work_foot,
            Mark.OTHER_FOOT: self._other_foot,
            Mark.WORK_IMPACT: self._work_impact,
            Mark.OTHER_IMPACT: self._other_impact,
            Mark.WORK_HAND: self._work_hand,
            Mark.OTHER_HAND: self._other_hand,
            Mark.BAND: self._band,
            Mark.MOUTH: self._mouth,
            Mark.TIME: self._time,
            Mark.STRETCH: self._stretch,
            Mark.HAMSTRING: self._hamstring,
            Mark.HIP_FRONT: self._hip_front,
        }

    def _work_knee(self) -> None:
        self._ringed(f"{self._work}_knee", _KNEE_M)

    def _other_knee(self) -> None:
        self._ringed(f"{self._other}_knee", _KNEE_M)

    def _work_heel(self) -> None:
        self._heel(self._work)

    def _other_heel(self) -> None:
        self._heel(self._other)

    def _work_foot(self) -> None:
        self._foot(self._work)

    def _other_foot(self) -> None:
        self._foot(self._other)

    def _work_impact(self) -> None:
        self._impact(self._work)

    def _other_impact(self) -> None:
        self._impact(self._other)

    def _work_hand(self) -> None:
        self._hand(self._work)

    def _other_hand(self) -> None:
        self._hand(self._other)

    def _thigh(self) -> None:
        hip, knee = self._joint(f"{self._work}_hip"), self._joint(f"{self._work}_knee")
        at = self._lens.flat(between(hip, knee, 0.62))
        self._pencil.ring(at, self._px(_THIGH_M))
        self._arrow(at, _THIGH_M, self._gone(f"{self._work}_knee") or (0.0, -1.0))

    def _pelvis(self) -> None:
        hips = (self._joint(f"{self._work}_hip"), self._joint(f"{self._other}_hip"))
        middle, across = self._joint("pelvis"), unit(sub(hips[1], hips[0]))
        x, y = self._lens.step(across)
        if hypot(x, y) * 2 * _HIP_LINE_M < _HIP_LINE_SEEN_M * self._lens.scale:
            at = self._lens.flat(middle)
            self._pencil.ring(at, self._px(_PELVIS_M))
            self._arrow(at, _PELVIS_M, self._gone("pelvis") or self._turned())
            return
        bones = [self._lens.flat(along(middle, across, sign * _HIP_LINE_M)) for sign in (-1.0, 1.0)]
        if self._drawn is not Mark.PELVIS:
            level = (across[0], 0.0, across[2])
            if hypot(*level) > 0.5:
                ends = [self._lens.flat(along(middle, unit(level), sign * 0.25)) for sign in (-1.0, 1.0)]
                self._pencil.stroke(ends, Tone.GUIDE, dashed=True)
            self._pencil.path(_line(bones), Tone.WRONG, self._pencil.bold_px * 1.25)
            for bone in bones:
                self._pencil.ring(bone, self._pencil.bold_px * 0.9)
        turned = self._turned()
        if turned is not None:
            self._arrow(bones[1], 0.02, turned)
        else:
            self._arrow(self._lens.flat(middle), 0.02, self._gone("pelvis"))

    def _turned(self) -> Flat | None:
        """Return the direction on the picture in which the other hip has gone about the middle of the hips."""
        if self._right is None:
            return None
        gone = sub(self._joint(f"{self._other}_hip"), self._right.joints[f"{self._other}_hip"])
        x, y = self._lens.step(sub(gone, sub(self._joint("pelvis"), self._right.joints["pelvis"])))
        size = hypot(x, y)
        return (x / size, y / size) if size > _LEAST_GONE_M * self._lens.scale else None

    def _low_back(self) -> None:
        figure = self._figure
        points = back_points(figure)
        if self._drawn is not Mark.LOW_BACK:
            curve = _curve([self._lens.flat(point) for point in points[:4]])
            self._pencil.path(curve, Tone.WRONG, self._pencil.bold_px * 1.3)
        bent = bend_deg(figure) - (bend_deg(self._right) if self._right else 0.0)
        if abs(bent) < _BENT_DEG:
            return
        # Rounded, the low back has gone back; arched, it has gone ahead.
        back = scaled(figure.frames["hips"][0], -1.0 if bent > 0 else 1.0)
        x, y = self._lens.step(back)
        if hypot(x, y) < 0.3 * self._lens.scale:
            return
        middle = self._lens.flat(between(points[1], points[2], 0.5))
        if bent > 0:
            self._arrow(middle, 0.03, (x / hypot(x, y), y / hypot(x, y)))
        else:
            start = self._lens.flat(along(between(points[1], points[2], 0.5), back, -_ARROW_M - 0.03))
            self._arrow(start, 0.0, (x / hypot(x, y), y / hypot(x, y)))

    def _trunk(self) -> None:
        pelvis, neck = self._joint("pelvis"), self._joint("neck")
        up = sub(neck, pelvis)
        if self._drawn is not Mark.TRUNK:
            if abs(unit(up)[1]) > 0.5:
                top = along(pelvis, (0.0, 1.0, 0.0), hypot(*up) * 1.1)
                self._pencil.stroke([self._lens.flat(pelvis), self._lens.flat(top)], Tone.GUIDE, dashed=True)
            line = _line([self._lens.flat(pelvis), self._lens.flat(neck)])
            self._pencil.path(line, Tone.WRONG, self._pencil.bold_px * 1.25)
        shoulder = max(("right_shoulder", "left_shoulder"), key=self._gone_px)
        joint = "neck" if self._gone_px("neck") >= 0.6 * self._gone_px(shoulder) else shoulder
        self._arrow(self._lens.flat(self._joint(joint)), 0.03, self._gone(joint))

    def _heel(self, side: str) -> None:
        heel, ball = self._joint(f"{side}_heel"), self._joint(f"{side}_ball")
        at = self._lens.flat(heel)
        floor = self._lens.flat((heel[0], ball[1], heel[2]))
        if abs(heel[1] - ball[1]) > 0.01:
            ends = [floor, self._lens.flat((ball[0], ball[1], ball[2]))]
            self._pencil.stroke(ends, Tone.WRONG, dashed=True)
        self._pencil.ring(at, self._px(_HEEL_M))
        lifted = heel[1] - ball[1]
        usual: Flat = (0.0, -1.0) if lifted > 0 else (0.0, 1.0)
        gone = self._gone(f"{side}_heel") or (usual if abs(lifted) > 0.01 else None)
        self._arrow(at, _HEEL_M, gone)

    def _foot(self, side: str) -> None:
        heel, toe = self._lens.flat(self._joint(f"{side}_heel")), self._lens.flat(self._joint(f"{side}_toe"))
        at = self._lens.flat(between(self._joint(f"{side}_ankle"), self._joint(f"{side}_toe"), 0.5))
        step = (toe[0] - heel[0], toe[1] - heel[1])
        long = max(hypot(*step) * 0.62, self._px(_FOOT_HIGH_M))
        turn = degrees(atan2(step[1], step[0])) if hypot(*step) > 2.0 else 0.0
        self._pencil.ring(at, long, self._px(_FOOT_HIGH_M), turn)
        self._arrow(at, _FOOT_LONG_M, self._gone(f"{side}_toe") or self._gone(f"{side}_ankle"))

    def _impact(self, side: str) -> None:
        """Draw short strokes that fly from where a foot hits the floor."""
        ball, heel = self._joint(f"{side}_ball"), self._joint(f"{side}_heel")
        x, y = self._lens.flat(between(heel, ball, 0.5))
        reach = self._px(0.15)
        for sign in (-1.0, 1.0):
            for aside, up in ((1.0, 0.05), (0.92, -0.30), (0.70, -0.58)):
                start = (x + sign * reach * (0.25 + aside * 0.75), y + reach * up * 0.8)
                end = (x + sign * reach * (0.25 + aside * 1.45), y + reach * up * 1.9)
                self._pencil.path(_line([start, end]), Tone.WRONG, self._pencil.bold_px)

    def _hand(self, side: str) -> None:
        palm = between(self._joint(f"{side}_wrist"), self._joint(f"{side}_fingertip"), 0.45)
        at = self._lens.flat(palm)
        self._pencil.ring(at, self._px(_HAND_M))
        # A hand that pushes does not move: it presses down on what it lies on.
        start = (at[0], at[1] - self._px(_HAND_M) - self._px(_ARROW_M))
        self._pencil.arrow(start, (at[0], at[1] - self._px(_HAND_M) * 0.55))

    def _band(self) -> None:
        knees = between(self._joint("right_knee"), self._joint("left_knee"), 0.5)
        ankles = between(self._joint("right_ankle"), self._joint("left_ankle"), 0.5)
        worn = next((str(prop.worn) for prop in self._scene.motion.props if prop.worn and "band" in prop.kind), "")
        at = self._lens.flat(knees if worn == "above_knees" else ankles)
        self._pencil.ring(at, self._px(0.17), self._px(_BAND_M))

    def _mouth(self) -> None:
        paint_held_breath(self._pencil, self._lens, self._figure)

    def _time(self) -> None:
        paint_time(self._pencil, self._lens, self._figure, self._scene, self._right)

    def _stretch(self) -> None:
        """Draw flashes of pain on the muscle that is pulled too far."""
        regions = REGIONS.get(self._stretched[0], ()) if self._stretched else ()
        if regions:
            spot = region_middle(self._figure, regions[0], self._work)
        else:
            spot = between(self._joint(f"{self._work}_hip"), self._joint(f"{self._work}_knee"), 0.5)
        x, y = self._lens.flat(spot)
        size = self._px(0.075)
        for aside in (-1.0, 0.0, 1.0):
            points = [
                (x + (fx + aside * 1.05) * size, y + fy * size * (1.0 if aside == 0 else 0.72)) for fx, fy in _FLASH
            ]
            self._pencil.path(_line(points), Tone.WRONG, self._pencil.bold_px)

    def _hamstring(self) -> None:
        region = REGIONS["hamstrings"][0]
        spots = [region_middle(self._figure, region, side) for side in (self._work, self._other)]
        near = max(spots, key=self._lens.depth) if self._scene.side is Side.BOTH else spots[0]
        self._pencil.ring(self._lens.flat(near), self._px(_THIGH_M))

    def _hip_front(self) -> None:
        spot = region_middle(self._figure, REGIONS["hip_flexors"][0], self._work)
        at = self._lens.flat(spot)
        self._pencil.ring(at, self._px(_FRONT_M))
        self._arrow(at, _FRONT_M, self._gone("pelvis"))

    def _ringed(self, joint: str, ring_m: float) -> None:
        at = self._lens.flat(self._joint(joint))
        self._pencil.ring(at, self._px(ring_m))
        self._arrow(at, ring_m, self._gone(joint))

    def _arrow(self, at: Flat, ring_m: float, towards: Flat | None) -> None:
        """Draw an arrow that leaves a ring in a direction of the picture, or none where there is none."""
        if towards is None:
            return
        near = (self._px(ring_m) if ring_m > 0.03 else 0.0) + _ARROW_GAP_M * self._lens.scale
        far = near + max(_ARROW_M * self._lens.scale, _LEAST_ARROW_PX)
        (x, y), (tx, ty) = at, towards
        self._pencil.arrow((x + tx * near, y + ty * near), (x + tx * far, y + ty * far))

    def _gone(self, joint: str) -> Flat | None:
        """Return the direction on the picture in which a joint has wrongly gone."""
        if self._right is None:
            return None
        x, y = self._lens.step(sub(self._joint(joint), self._right.joints[joint]))
        size = hypot(x, y)
        return (x / size, y / size) if size > _LEAST_GONE_M * self._lens.scale else None

    def _gone_px(self, joint: str) -> float:
        if self._right is None:
            return 0.0
        return hypot(*self._lens.step(sub(self._joint(joint), self._right.joints[joint])))

    def _joint(self, name: str) -> Vec:
        return self._figure.joints[name]

    def _px(self, size_m: float) -> float:
        return max(size_m * self._lens.scale, _LEAST_RING_PX)


def _line(points: list[Flat]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(*point)
    return path


def _curve(points: list[Flat]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    padded = [points[0], *points, points[-1]]
    for (zx, zy), (ax, ay), (bx, by), (cx, cy) in zip(padded, points, points[1:], padded[3:], strict=False):
        path.cubicTo(ax + (bx - zx) / 6, ay + (by - zy) / 6, bx - (cx - ax) / 6, by - (cy - ay) / 6, bx, by)
    return path
