"""The signs of a wrong timing: too fast, dropped, bounced, stopped too early, uneven."""

from __future__ import annotations

from functools import lru_cache
from math import hypot

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from kinetic_home.domain.fault import Timing
from kinetic_home.domain.motion import Motion
from kinetic_home.domain.side import Side
from kinetic_home.figure.figure import Figure
from kinetic_home.figure.motion import figure_at
from kinetic_home.figure.overlay_shape import Tone
from kinetic_home.figure.scene import Scene
from kinetic_home.figure.space import between, distance, sub
from kinetic_home.ui.figure.emphasis import Pencil, path_through
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.outline import Flat

_CLOCK_M, _LEAST_CLOCK_PX = 0.092, 19.0
# A sign takes so many times its size to both sides and up and down; so far it stands beside a head or over a chest.
_SIGN_WIDE, _SIGN_HIGH, _BESIDE_M, _OVER_M, _UPRIGHT = 1.9, 1.35, 0.14, 0.30, 0.5
_STREAK_M, _STREAK_ASIDE_M = 0.20, 0.045
_LEAST_GONE_M = 0.03
_DROP_M, _BEHIND_M = 0.26, 0.30
_SWING_M = 0.15
# The parts of which one moves most in any exercise.
_MOVING = ("neck", "pelvis", "work_knee", "work_ankle", "work_toe", "other_ankle")


def paint_time(pencil: Pencil, lens: Lens, figure: Figure, scene: Scene, right: Figure | None) -> None:
    """Paint the sign of the motion's timing, and beside the part that moves how it moves."""
    moving = moving_joint(scene.motion, scene.side, figure.working)
    size = max(_CLOCK_M * lens.scale, _LEAST_CLOCK_PX)
    at = sign_place(lens, figure, size)
    match scene.motion.timing:
        case Timing.RUSHED:
            clock = (at[0] - size * 0.6, at[1])
            _clock(pencil, clock, size, swept=0.0)
            _fast_forward(pencil, clock, size)
            _streaks(pencil, lens, figure, right, moving)
        case Timing.DROPPED:
            _drop(pencil, lens, figure)
        case Timing.BOUNCED:
            _swing(pencil, lens, figure, scene, moving)
        case Timing.STOPPED:
            _clock(pencil, at, size, swept=0.4)
            bar = path_through([(at[0] - size * 0.95, at[1] + size * 0.95), (at[0] + size * 0.95, at[1] - size * 0.95)])
            pencil.path(bar, Tone.WRONG, pencil.bold_px * 1.1)
        case Timing.UNEVEN:
            _footprints(pencil, at, size)
        case Timing.RIGHT:
            pass


def sign_place(lens: Lens, figure: Figure, size: float) -> Flat:
    """Return where a sign of so much half height stands: behind the head, or over the chest of who lies."""
    (hx, hy), (ahead, _) = lens.flat(figure.joints["skull"]), lens.step(figure.frames["head"][0])
    scale, rect = lens.scale, lens.rect
    wide, high = size * _SIGN_WIDE, size * _SIGN_HIGH
    if abs(figure.frames["head"][1][1]) > _UPRIGHT:
        aside = _BESIDE_M * scale + wide
        x = hx + aside if ahead < -0.3 * scale else hx - aside
        if not rect.left() + wide <= x <= rect.right() - wide:
            x = 2 * hx - x
        y = hy - 0.04 * scale
    else:
        x, y = lens.flat(between(figure.joints["neck"], figure.joints["pelvis"], 0.5))
        y -= _OVER_M * scale + size
    return (
        min(max(x, rect.left() + wide), rect.right() - wide),
        min(max(y, rect.top() + high), rect.bottom() - high),
    )


def moving_joint(motion: Motion, side: Side, working: str) -> str:
    """Return the joint that goes farthest between the two poses of a motion."""
    name = _most_moved(motion, side)
    other = "left" if working == "right" else "right"
    return name.replace("work", working).replace("other", other)


@lru_cache(maxsize=32)
def _ends(motion: Motion, side: Side) -> tuple[Figure, Figure]:
    """Return both poses of a motion."""
    first, last = (
        figure_at(motion, pose_from=pose, pose_to=pose, fraction=0.0, rep_no=0, side=side) for pose in ("A", "B")
    )
    return first, last


@lru_cache(maxsize=32)
def _most_moved(motion: Motion, side: Side) -> str:
    first, last = _ends(motion, side)
    other = "left" if first.working == "right" else "right"

    def gone(name: str) -> float:
        joint = name.replace("work", first.working).replace("other", other)
        return distance(first.joints[joint], last.joints[joint])

    return max(_MOVING, key=gone)


def _clock(pencil: Pencil, at: Flat, size: float, *, swept: float) -> None:
    """Draw a clock; a part of its face may be filled, as much as has passed."""
    x, y = at
    if swept:
        sector = QPainterPath(QPointF(x, y))
        sector.arcTo(QRectF(x - size, y - size, 2 * size, 2 * size), 90.0, -360.0 * swept)
        sector.closeSubpath()
        pencil.fill(sector, Tone.WRONG)
    pencil.ring(at, size)
    if not swept:
        pencil.path(
            path_through([(x, y - size * 0.62), (x, y), (x + size * 0.44, y + size * 0.20)]), Tone.WRONG, pencil.bold_px
        )
    knob = path_through([(x, y - size), (x, y - size * 1.22)])
    pencil.path(knob, Tone.WRONG, pencil.bold_px * 1.2)


def _fast_forward(pencil: Pencil, at: Flat, size: float) -> None:
    x, y = at[0] + size * 1.25, at[1]
    for number in (0, 1):
        left = x + number * size * 0.55
        head = path_through([(left, y - size * 0.42), (left + size * 0.55, y), (left, y + size * 0.42)])
        head.closeSubpath()
        pencil.fill(head, Tone.WRONG)


def _streaks(pencil: Pencil, lens: Lens, figure: Figure, right: Figure | None, joint: str) -> None:
    """Draw lines behind the part that is too far on its way already."""
    if right is None:
        return
    x, y = lens.step(sub(figure.joints[joint], right.joints[joint]))
    size = hypot(x, y)
    if size < _LEAST_GONE_M * lens.scale:
        return
    tx, ty = x / size, y / size
    px, py = lens.flat(figure.joints[joint])
    for number in (-1.0, 0.0, 1.0):
        aside = number * _STREAK_ASIDE_M * lens.scale
        near, far = 0.13 * lens.scale, (0.13 + _STREAK_M * (1.0 if number == 0 else 0.7)) * lens.scale
        start = (px - tx * near - ty * aside, py - ty * near + tx * aside)
        end = (px - tx * far - ty * aside, py - ty * far + tx * aside)
        pencil.path(path_through([start, end]), Tone.WRONG, pencil.bold_px)


def _drop(pencil: Pencil, lens: Lens, figure: Figure) -> None:
    """Draw a thick arrow straight down behind the hips, which fall, with lines of speed above it."""
    x, y = lens.flat(figure.joints["pelvis"])
    aside = (1.0 if lens.step(figure.frames["hips"][0])[0] < -0.3 * lens.scale else -1.0) * _BEHIND_M * lens.scale
    drop = max(_DROP_M * lens.scale, 40.0)
    pencil.arrow((x + aside, y - drop * 0.5), (x + aside, y + drop * 0.5), wide=1.7)
    for number in (-1.0, 1.0):
        line_x = x + aside + number * 0.05 * lens.scale
        pencil.path(
            path_through([(line_x, y - drop * 0.85), (line_x, y - drop * 0.35)]), Tone.WRONG, pencil.bold_px * 0.8
        )


def _swing(pencil: Pencil, lens: Lens, figure: Figure, scene: Scene, joint: str) -> None:
    """Draw arrows to and fro at the part that swings."""
    start, end = _ends(scene.motion, scene.side)
    dx, dy = lens.step(sub(end.joints[joint], start.joints[joint]))
    size = hypot(dx, dy) or 1.0
    tx, ty = dx / size, dy / size
    x, y = lens.flat(figure.joints[joint])
    reach, aside = max(_SWING_M * lens.scale, 26.0), max(0.03 * lens.scale, 5.0)
    off = 0.13 * lens.scale
    for sign in (-1.0, 1.0):
        cx, cy = x - ty * (off + sign * aside), y + tx * (off + sign * aside)
        pencil.arrow((cx - sign * tx * reach, cy - sign * ty * reach), (cx + sign * tx * reach, cy + sign * ty * reach))


def _footprints(pencil: Pencil, at: Flat, size: float) -> None:
    """Draw three footprints in a row, one long and one short step apart."""
    x, y = at
    for number, aside in enumerate((-1.5, 0.55, 1.45)):
        print_ = QPainterPath()
        print_.addEllipse(QPointF(size * 0.12, 0.0), size * 0.40, size * 0.21)
        print_.addEllipse(QPointF(-size * 0.50, 0.0), size * 0.17, size * 0.16)
        up = -0.34 if number % 2 else 0.34
        pencil.fill(QTransform.fromTranslate(x + aside * size, y + up * size).map(print_), Tone.WRONG)
