"""Lines laid over trunk and legs: the plumb line of a knee, the level of the pelvis, the line of trunk and back."""

from __future__ import annotations

from math import asin, atan2, degrees, hypot

from kinetic_home.domain.motion import Carrier, Contact
from kinetic_home.figure.figure import Figure, SideName
from kinetic_home.figure.overlay_shape import Measured, Overlay, Sign, Stroke, Tone, reached, verdict
from kinetic_home.figure.space import Vec, along, between, cross, dot, length, place, scaled, sub, unit
from kinetic_home.figure.stick import back_skin

# How far off is wrong; the reasons stand in `overlay_shape`.
_KNEE_IN_M, _KNEE_OUT_M = 0.03, 0.06
_PELVIS_OFF_DEG, _SIDEWAYS_DEG, _FORWARD_DEG, _TWIST_DEG = 5.0, 5.0, 8.0, 10.0
_BACK_OFF_DEG, _HIP_OFF_M, _HIP_NEAR_M = 8.0, 0.025, 0.02
# Two hip bones, in the frame of the hips, and how much further the level reaches.
_BONE_UP_M, _BONE_ASIDE_M, _LEVEL_ASIDE_M = 0.085, 0.155, 0.27
_BEYOND_TOE_M = 0.12
_FLAT_FOOT_M = 0.08
_LEAN_BEYOND = 1.12
_HEIGHT_HALF_M = 0.30


def knee_plumb(measured: Measured) -> Overlay:
    """Drop a plumb line from each knee beside the line through heel and second toe; good where they meet."""
    strokes: list[Stroke] = []
    signs: list[Sign] = []
    for side in measured.legs:
        figure = measured.figure
        knee, (start, end) = figure.joints[f"{side}_knee"], _leg_line(figure, side)
        foot = (knee[0], min(start[1], end[1]), knee[2])
        meets = _nearest(foot, start, end)
        tone = _knee_verdict(figure, side)
        strokes += [Stroke((start, end), Tone.GUIDE, dashed=True), Stroke((knee, foot), tone)]
        if tone is Tone.WRONG:
            strokes.append(Stroke((foot, meets), tone))
        signs.append(Sign(foot, tone))
    return Overlay(tuple(strokes), tuple(signs))


def pelvis_line(measured: Measured) -> Overlay:
    """Draw a line through both hip bones against the level, or lying on the side against the upright."""
    figure = measured.figure
    across = unit(sub(figure.joints["right_hip"], figure.joints["left_hip"]))
    middle = along(figure.joints["pelvis"], figure.frames["hips"][1], _BONE_UP_M)
    stacked = abs(across[1]) > 0.75
    level = (0.0, 1.0 if across[1] > 0 else -1.0, 0.0) if stacked else unit((across[0], 0.0, across[2]))
    tone = verdict(degrees(asin(min(length(cross(across, level)), 1.0))) <= _PELVIS_OFF_DEG)
    bones = (along(middle, across, -_BONE_ASIDE_M), along(middle, across, _BONE_ASIDE_M))
    ends = (along(middle, level, -_LEVEL_ASIDE_M), along(middle, level, _LEVEL_ASIDE_M))
    strokes = (Stroke(ends, Tone.GUIDE, dashed=True), Stroke(bones, tone))
    return Overlay(strokes, (Sign(bones[0], tone), Sign(bones[1], tone)))


def trunk_line(measured: Measured) -> Overlay:
    """Draw the line from pelvis to neck against the upright, or in a plank against the line of the legs."""
    figure = measured.figure
    pelvis, neck = figure.joints["pelvis"], figure.joints["neck"]
    up = unit(sub(neck, pelvis))
    reference = _trunk_reference(measured)
    tall = length(sub(neck, pelvis))
    tone = _trunk_verdict(measured)
    strokes = [
        Stroke((pelvis, along(pelvis, reference, tall * _LEAN_BEYOND)), Tone.GUIDE, dashed=True),
        Stroke((pelvis, along(pelvis, up, tall)), tone),
    ]
    if measured.right and _between_deg(figure.frames["chest"][2], measured.right.frames["chest"][2]) > _TWIST_DEG:
        strokes.append(Stroke((figure.joints["left_shoulder"], figure.joints["right_shoulder"]), tone))
    return Overlay(tuple(strokes), (Sign(neck, tone),))


def back_line(measured: Measured) -> Overlay:
    """Draw the curve of the back from the sacrum to between the shoulder blades; good while it keeps its shape."""
    figure = measured.figure
    off = bend_deg(figure) - (bend_deg(measured.right) if measured.right else 0.0)
    # Alone, the figure's own low back says how far it is from its natural curve.
    bent = off if measured.right else figure.angles["lumbar_flexion"]
    tone = verdict(abs(bent) <= _BACK_OFF_DEG)
    points = back_points(figure)
    strokes = [Stroke(points, tone, curve=True)]
    if tone is Tone.WRONG and measured.right:
        # The right curve, laid against the same pelvis.
        strokes.insert(0, Stroke(_borrowed_back(measured.right, figure), Tone.GUIDE, dashed=True, curve=True))
    return Overlay(tuple(strokes), (Sign(points[2], tone),))


def back_points(figure: Figure) -> tuple[Vec, ...]:
    """Return points along the skin of the back, from the sacrum to between the shoulder blades."""
    return back_skin(figure.joints, figure.frames)


def bend_deg(figure: Figure) -> float:
    """Return how far the chest is bent forward against the hips."""
    hips, chest = figure.frames["hips"], figure.frames["chest"]
    return degrees(atan2(dot(chest[1], hips[0]), dot(chest[1], hips[1])))


def hip_height(measured: Measured) -> Overlay:
    """Draw the height that the hips should have; good where they have it."""
    figure = measured.figure
    pelvis = figure.joints["pelvis"]
    tone = reached(pelvis[1], measured, _pelvis_height, _HIP_NEAR_M, _HIP_OFF_M)
    goal = measured.right if measured.right and tone is Tone.WRONG else measured.aim or measured.right
    height = _pelvis_height(goal) if goal else pelvis[1]
    long = _long_axis(figure)
    middle = (pelvis[0], height, pelvis[2])
    line = Stroke((along(middle, long, -_HEIGHT_HALF_M), along(middle, long, _HEIGHT_HALF_M)), Tone.GUIDE, dashed=True)
    strokes = (line, Stroke((middle, pelvis), tone)) if abs(height - pelvis[1]) > _HIP_NEAR_M else (line,)
    return Overlay(strokes, (Sign(pelvis, tone),))


def _leg_line(figure: Figure, side: SideName) -> tuple[Vec, Vec]:
    """Return the line that a knee should be over: through heel and second toe, or lying from hip to ankle."""
    heel, toe = figure.joints[f"{side}_heel"], figure.joints[f"{side}_toe"]
    floor = min(heel[1], toe[1], figure.joints[f"{side}_ball"][1])
    if hypot(toe[0] - heel[0], toe[2] - heel[2]) > _FLAT_FOOT_M:
        start, end = (heel[0], floor, heel[2]), (toe[0], floor, toe[2])
        return start, along(end, unit(sub(end, start)), _BEYOND_TOE_M)
    hip, ankle = figure.joints[f"{side}_hip"], figure.joints[f"{side}_ankle"]
    return (hip[0], floor, hip[2]), (ankle[0], floor, ankle[2])


def _aside(point: Vec, start: Vec, end: Vec) -> float:
    """Return how far a point of the floor lies beside a line on it."""
    ahead = unit(sub(end, start))
    return dot(sub(point, start), cross(ahead, (0.0, 1.0, 0.0)))


def _knee_verdict(figure: Figure, side: SideName) -> Tone:
    """Judge a knee; in the air nothing bears on it.

    A straight leg whose foot stands wide, or under the middle of the body, has its knee on its own line though not
    over its toe: that is no fault.
    """
    if not any(contact.part.startswith(f"{side}_") for contact in figure.contacts):
        return Tone.GUIDE
    start, end = _leg_line(figure, side)
    outward = -1.0 if side == "right" else 1.0
    knee, hip, ankle = (figure.joints[f"{side}_{name}"] for name in ("knee", "hip", "ankle"))
    inward = outward * _aside(knee, start, end)
    share = min(max((knee[1] - ankle[1]) / max(hip[1] - ankle[1], 0.1), 0.0), 1.0)
    own = share * outward * _aside(hip, start, end)
    fallen_in = inward > _KNEE_IN_M and inward - own > _KNEE_IN_M
    fallen_out = inward < -_KNEE_OUT_M and inward - own < -_KNEE_OUT_M
    return verdict(not (fallen_in or fallen_out))


def _nearest(point: Vec, start: Vec, end: Vec) -> Vec:
    ahead = unit(sub(end, start))
    return along(start, ahead, dot(sub(point, start), ahead))


def _trunk_reference(measured: Measured) -> Vec:
    """Return how the trunk would point if nothing leaned."""
    joints = measured.figure.joints
    if measured.motion.carrier is Carrier.ELBOW:
        part = "knee" if measured.motion.end.work.contact is Contact.KNEEL else "ankle"
        low = between(joints[f"right_{part}"], joints[f"left_{part}"], 0.5)
        return unit(sub(joints["pelvis"], low))
    up = unit(sub(joints["neck"], joints["pelvis"]))
    if abs(up[1]) < 0.5:
        right = measured.right.joints if measured.right else joints
        return unit(sub(right["neck"], right["pelvis"]))
    return (0.0, 1.0, 0.0)


def _trunk_verdict(measured: Measured) -> Tone:
    figure, right = measured.figure, measured.right
    if right is not None:
        turned = _between_deg(figure.frames["chest"][2], right.frames["chest"][2])
        (ahead, aside), (right_ahead, right_aside) = _leans_deg(figure), _leans_deg(right)
        leans = abs(aside - right_aside) > _SIDEWAYS_DEG or abs(ahead - right_ahead) > _FORWARD_DEG
        bent = _between_deg(_trunk(figure), _trunk(right)) > _FORWARD_DEG
        return verdict(not (leans or bent or turned > _TWIST_DEG))
    if measured.motion.carrier is Carrier.ELBOW:
        straight = _between_deg(_trunk(figure), _trunk_reference(measured)) <= _FORWARD_DEG
        return Tone.GOOD if straight else Tone.GUIDE
    return verdict(abs(_leans_deg(figure)[1]) <= _SIDEWAYS_DEG)


def _trunk(figure: Figure) -> Vec:
    return unit(sub(figure.joints["neck"], figure.joints["pelvis"]))


def _between_deg(first: Vec, second: Vec) -> float:
    """Return the angle between two directions."""
    return degrees(atan2(length(cross(first, second)), dot(first, second)))


def _leans_deg(figure: Figure) -> tuple[float, float]:
    """Return how far the trunk leans forward and to the person's right."""
    up = unit(sub(figure.joints["neck"], figure.joints["pelvis"]))
    right = figure.frames["hips"][2]
    flat = hypot(right[0], right[2])
    if flat < 0.5:
        return 0.0, 0.0
    across = (right[0] / flat, 0.0, right[2] / flat)
    ahead = cross((0.0, 1.0, 0.0), across)
    return degrees(asin(dot(up, ahead))), degrees(asin(dot(up, across)))


def _borrowed_back(right: Figure, figure: Figure) -> tuple[Vec, ...]:
    """Return the back of the right version as it would lie on this figure's pelvis."""
    origin, (fx, fy, fz) = right.joints["pelvis"], right.frames["hips"]
    steps = [sub(point, origin) for point in back_points(right)]
    local = [(dot(step, fx), dot(step, fy), dot(step, fz)) for step in steps]
    return tuple(place(figure.joints["pelvis"], figure.frames["hips"], point) for point in local)


def _pelvis_height(figure: Figure) -> float:
    return figure.joints["pelvis"][1]


def _long_axis(figure: Figure) -> Vec:
    """Return the level direction in which the body lies, or across it where it stands."""
    step = sub(figure.joints["neck"], between(figure.joints["right_ankle"], figure.joints["left_ankle"], 0.5))
    if hypot(step[0], step[2]) < 0.5 * length(step):
        return scaled(figure.frames["hips"][2], 1.0)
    return unit((step[0], 0.0, step[2]))
