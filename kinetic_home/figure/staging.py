"""A motion made ready to be asked at every frame: its curve, what bears the body when, and where it is pinned."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from kinetic_home.domain.motion import Carrier, Contact, Flow, LegPose, Motion, Pose
from kinetic_home.domain.room import HandSpot
from kinetic_home.figure.footing import ankle_over, lowest_m
from kinetic_home.figure.grounding import (
    SIDES,
    STRIDING,
    Contacts,
    Ground,
    Prints,
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

_KEPT = 256
Hands = tuple[HandSpot | None, HandSpot | None]
# How far a leg bears at the start and at the end of a stretch, 0 or 1.
Firmness = tuple[float, float]


class Stretch(NamedTuple):
    """What holds between two keys.

    The contact of both legs, and whether each leg's place stays; how far, at both ends, each foot stands (`firm`)
    and each leg bears on something (`held`); and where both hands come from and go to.
    """

    contacts: Contacts
    stays: tuple[bool, bool]
    firm: tuple[Firmness, Firmness]
    held: tuple[Firmness, Firmness]
    work_hand: Hands
    other_hand: Hands


class Stage(NamedTuple):
    """A motion made ready.

    `still` are the contacts and hands in A and in B. `path_m` is the way of the hips, forward and up, where no one
    part of the body says it. `slack` tells, by key and leg, how far the foot's place in the room lies from where the
    angles alone would have it; a foot in the air carries that over to its next place. `flight` is from where to
    where in a repetition the body is in the air.
    """

    motion: Motion
    curve: Curve
    stretches: tuple[Stretch, ...]
    still: tuple[Stretch, Stretch]
    ground: Ground
    path_m: Curve
    slack: tuple[tuple[Vec, Vec], ...]
    flight: tuple[float, float] | None


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
    stretches = tuple(
        _stretch(motion, here, there) for here, there in zip(shown, shown[1:] + shown[:1], strict=True)
    )
    still = _stretch(motion, motion.start, motion.start), _stretch(motion, motion.end, motion.end)
    ground = _placed(motion, keys)
    path = tuple(_path_m(motion, key, ground) for key in keys)
    path_curve = Curve.through(tuple(zip(curve.at, path, strict=True)), motion.flow)
    both = [_slack(motion, keys, path, ground, index) for index in (0, 1)]
    slack = tuple(zip(both[0], both[1], strict=True))
    return Stage(motion, curve, stretches, still, ground, path_curve, slack, _flight(motion, curve, stretches))


def prints_at(motion: Motion, ground: Ground, place: float) -> Prints:
    """Return where the legs' prints are; in a walk they move with the floor."""
    match motion.carrier:
        case Carrier.WALK:
            return _passed_under(ground, 0, place), _passed_under(ground, 1, place)
        case Carrier.SIDE_WALK:
            return _passed_aside(motion, ground, 0, place), _passed_aside(motion, ground, 1, place)
        case _:
            return ground.prints


def passed_m(motion: Motion, ground: Ground, place: float) -> float:
    """Return how far the floor has moved since a repetition of a walk began; one that eases rests in A and in B."""
    if motion.flow is Flow.CYCLE or motion.carrier is not Carrier.SIDE_WALK:
        return ground.stride_m * place
    half, within = (0.0, place / END_AT) if place < END_AT else (END_AT, (place - END_AT) / END_AT)
    return ground.stride_m * (half + END_AT * within * within * (3.0 - 2.0 * within))


def _passed_under(ground: Ground, index: int, place: float) -> Vec | None:
    at, first = ground.prints[index], ground.prints[0]
    if at is None:
        return None
    # The working foot is set down at 0, the other at one half; both at the same place ahead of the hips.
    since = place if index == 0 or place >= END_AT else place + 1.0
    set_down = 0.0 if index == 0 else END_AT
    ahead = first[0] if first else at[0]
    return (ahead - ground.stride_m * (since - set_down), at[1], at[2])


def _passed_aside(motion: Motion, ground: Ground, index: int, place: float) -> Vec | None:
    at = ground.prints[index]
    if at is None:
        return None
    # The working foot steps on the way out, the other one on the way back; each goes the whole stride at once.
    step_at = END_AT / 2 if index == 0 else END_AT * 1.5
    stepped = ground.stride_m if place > step_at else 0.0
    return (at[0], at[1], at[2] - passed_m(motion, ground, place) + stepped)


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
        # In half a repetition the leading foot becomes the trailing one.
        stride = 2.0 * (work[0] - other[0])
    if motion.carrier is Carrier.SIDE_WALK:
        stride = _apart_m(motion, keys[end]) - _apart_m(motion, keys[0])
    return Ground(hold, (work, other), stride)


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
        (_stays(motion, contacts[0], *legs[0]), _stays(motion, contacts[1], *legs[1])),
        (_firm(*legs[0]), _firm(*legs[1])),
        (_held(*legs[0]), _held(*legs[1])),
        (here.work_arm.hand, there.work_arm.hand),
        (here.other_arm.hand, there.other_arm.hand),
    )


def _stays(motion: Motion, contact: Contact, here: LegPose, there: LegPose) -> bool:
    angles = ((leg.hip_deg, leg.knee_deg, leg.abduction_deg, leg.rotation_deg) for leg in (here, there))
    return not slides(motion, contact) or len(set(angles)) == 1


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
        elif slides(motion, contact):
            spot = lain(motion, free, index)
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
