"""A motion made ready to be asked at every frame: its curve, what bears the body when, and where it is pinned."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from kinetic_home.domain.motion import Carrier, Contact, Flow, LegPose, Motion, Pose
from kinetic_home.figure.detour import around_steps
from kinetic_home.figure.footing import ankle_over, lowest_m
from kinetic_home.figure.grounding import (
    SIDES,
    STRIDING,
    Contacts,
    Ground,
    airborne,
    bears,
    free_leg,
    hold_of,
    lain,
    over_foot,
    pelvis_at,
    printed,
    slides,
)
from kinetic_home.figure.pose import END_AT, Curve, PoseRow, key_poses, numbers, row
from kinetic_home.figure.space import ZERO, Vec, between, sub
from kinetic_home.figure.spine import Spine, spine_at
from kinetic_home.figure.stage import Firmness, Stage, Stretch, prints_at

_KEPT = 256


class _Key(NamedTuple):
    """A key pose ready to be placed; its spine has the middle of the hips at zero."""

    at: float
    row: PoseRow
    spine: Spine
    contacts: Contacts


@lru_cache(maxsize=_KEPT)
def staged(motion: Motion) -> Stage:
    """Make a motion ready; raises ValueError where its poses do not fit together."""
    poses = key_poses(motion)
    curve = Curve.through(tuple((at, numbers(pose)) for at, pose in poses), motion.flow)
    rows = [row(values) for values in curve.rows]
    keys = [
        _Key(at, values, spine_at(values, motion.carrier), (pose.work.contact, pose.other.contact))
        for (at, pose), values in zip(poses, rows, strict=True)
    ]
    shown = [pose for _, pose in poses]
    stretches = tuple(_stretch(motion, here, there) for here, there in zip(shown, shown[1:] + shown[:1], strict=True))
    still = _stretch(motion, motion.start, motion.start), _stretch(motion, motion.end, motion.end)
    ground = _placed(motion, keys)
    path = tuple(_path_m(motion, key, ground) for key in keys)
    path_curve = Curve.through(tuple(zip(curve.at, path, strict=True)), motion.flow)
    both = [_slack(motion, keys, path, ground, index) for index in (0, 1)]
    slack = tuple(zip(both[0], both[1], strict=True))
    straight = tuple((ZERO, ZERO) for _ in keys)
    flight = _flight(motion, curve, stretches)
    return around_steps(Stage(motion, curve, stretches, still, ground, path_curve, slack, straight, flight))


def _placed(motion: Motion, keys: list[_Key]) -> Ground:
    """Find where the body is pinned; a leg is placed in the anchor pose, or else in the first that it bears in."""
    end = next(number for number, key in enumerate(keys) if key.at == END_AT)
    # A walk is placed in A, from where its floor begins to move.
    anchor = keys[0 if motion.anchor == "A" or motion.carrier in STRIDING else end]
    hold = hold_of(motion, keys[0].row, keys[0].spine, anchor.spine)
    prints: list[Vec | None] = [None, None]
    for key in (anchor, *keys):
        missing = [index for index in (0, 1) if prints[index] is None and bears(key.contacts[index])]
        if not missing or airborne(motion, key.contacts):
            continue
        ground = Ground(hold, (prints[0], prints[1]), 0.0)
        path = _path_m(motion, key, ground)
        pelvis = pelvis_at(motion, key.row, key.spine, ground, key.contacts, path)
        for index in missing:
            prints[index] = printed(motion, key.row, key.spine.moved(pelvis), index, key.contacts[index])
    work, other = prints
    stride = 0.0
    if motion.carrier is Carrier.WALK and work and other:
        # In half a repetition the leading foot becomes the trailing one; a limp has a long step and a short one.
        stride = (work[0] - other[0]) - _ahead_m(motion, keys[end])
    if motion.carrier is Carrier.SIDE_WALK:
        stride = _apart_m(motion, keys[end]) - _apart_m(motion, keys[0])
    return Ground(hold, (work, other), stride)


def _ahead_m(motion: Motion, key: _Key) -> float:
    """Return how far the working foot stands ahead of the other one in a pose of a walk."""
    pelvis = (0.0, _path_m(motion, key, Ground(ZERO, (None, None), 0.0))[1], key.row.sway_m)
    prints = [printed(motion, key.row, key.spine.moved(pelvis), index, key.contacts[index]) for index in (0, 1)]
    work, other = (print_at[0] if print_at else 0.0 for print_at in prints)
    return work - other


def _apart_m(motion: Motion, key: _Key) -> float:
    """Return how far the feet are apart by the angles of their legs."""
    work, other = (free_leg(key.spine, key.row, index, 1.0, motion.horizontal_abduction) for index in (0, 1))
    return work.ankle[2] - other.ankle[2]


def _path_m(motion: Motion, key: _Key, ground: Ground) -> tuple[float, float]:
    """Return where the hips are, forward and up: in a walk over the lower foot, in the air as high as it says."""
    now = ground._replace(prints=prints_at(motion, ground, key.at))
    if motion.carrier in STRIDING:
        heights = [
            over_foot(motion, key.row, key.spine, now.prints[index], index, key.contacts[index])[1]
            for index in (0, 1)
            if key.contacts[index].on_foot
        ]
        if not heights:
            raise ValueError("in a walk one foot is always on the floor")
        return (0.0, min(heights))
    if not airborne(motion, key.contacts):
        pelvis = pelvis_at(motion, key.row, key.spine, now, key.contacts, (0.0, 0.0))
        return (pelvis[0], pelvis[1])
    index = 0 if motion.carrier is Carrier.WORK_FOOT else 1
    ahead = over_foot(motion, key.row, key.spine, ground.prints[index], index, Contact.TOE)[0]
    low = min(
        lowest_m(free_leg(key.spine, key.row, leg, 0.0, motion.horizontal_abduction)) - motion.surface_m[leg]
        for leg in (0, 1)
    )
    return (ahead, key.row.air_m - low)


def _stretch(motion: Motion, here: Pose, there: Pose) -> Stretch:
    legs = ((here.work, there.work), (here.other, there.other))
    contacts = (_lasting(*legs[0]), _lasting(*legs[1]))
    return Stretch(
        contacts,
        (_stays(motion, 0, contacts[0], *legs[0]), _stays(motion, 1, contacts[1], *legs[1])),
        (_firm(*legs[0]), _firm(*legs[1])),
        (_held(*legs[0]), _held(*legs[1])),
        (here.work_arm.hand, there.work_arm.hand),
        (here.other_arm.hand, there.other_arm.hand),
    )


def _stays(motion: Motion, index: int, contact: Contact, here: LegPose, there: LegPose) -> bool:
    angles = ((leg.hip_deg, leg.knee_deg, leg.abduction_deg, leg.rotation_deg) for leg in (here, there))
    return not slides(motion, contact, index) or len(set(angles)) == 1


def _firm(here: LegPose, there: LegPose) -> Firmness:
    return float(here.contact.on_foot), float(there.contact.on_foot)


def _held(here: LegPose, there: LegPose) -> Firmness:
    return float(bears(here.contact)), float(bears(there.contact))


def _lasting(here: LegPose, there: LegPose) -> Contact:
    """Return what a leg bears on from one pose to the next."""
    first, second = here.contact, there.contact
    if first is second:
        return first
    if not (first.on_foot and second.on_foot):
        return Contact.FREE
    both = {first, second}
    if Contact.HEEL in both:
        if both != {Contact.HEEL, Contact.FLAT}:
            raise ValueError("between heel and ball a foot needs a pose in which it is flat")
        return Contact.HEEL
    return Contact.EDGE if Contact.EDGE in both else Contact.TOE


def _flight(motion: Motion, curve: Curve, stretches: tuple[Stretch, ...]) -> tuple[float, float] | None:
    """Return from where to where in a repetition the body is in the air."""
    up = [number for number, stretch in enumerate(stretches) if airborne(motion, stretch.contacts)]
    if not up:
        return None
    ends = (*curve.at[1:], 1.0)
    return curve.at[up[0]], ends[up[-1]]


def _slack(
    motion: Motion, keys: list[_Key], path: tuple[tuple[float, float], ...], ground: Ground, index: int
) -> list[Vec]:
    """Find at every key how far a foot's place lies from where its leg's angles have it."""
    known: dict[int, Vec] = {}
    for k, key in enumerate(keys):
        contact = key.contacts[index]
        prints = prints_at(motion, ground, key.at)
        spot = prints[index]
        if spot is None or not (contact.on_foot or contact is Contact.LYING):
            continue
        pelvis = pelvis_at(motion, key.row, key.spine, ground._replace(prints=prints), key.contacts, path[k])
        free = free_leg(key.spine.moved(pelvis), key.row, index, 1.0, motion.horizontal_abduction)
        leg = key.row.work if index == 0 else key.row.other
        if contact.on_foot:
            spot = ankle_over(spot, contact, leg, SIDES[index])
        elif slides(motion, contact, index):
            spot = lain(motion, free, index, contact)
        known[k] = sub(spot, free.ankle)
    return [_filled(motion, keys, known, k) for k in range(len(keys))]


def _filled(motion: Motion, keys: list[_Key], known: dict[int, Vec], k: int) -> Vec:
    """Return the slack at a key; where the body goes on its way, a free foot's lies between those before and after."""
    if k in known:
        return known[k]
    in_air = airborne(motion, keys[k].contacts)
    if not known or not (in_air or motion.flow is Flow.CYCLE or motion.carrier is Carrier.SIDE_WALK):
        return ZERO
    at = keys[k].at
    before = min(known, key=lambda other: (at - keys[other].at) % 1.0)
    after = min(known, key=lambda other: (keys[other].at - at) % 1.0)
    gap = (keys[after].at - keys[before].at) % 1.0
    here = between(known[before], known[after], ((at - keys[before].at) % 1.0) / gap) if gap else known[before]
    # How high a body in the air is, is said by the pose alone.
    return (here[0], 0.0, here[2]) if in_air else here
