"""Legs: what each is asked for at an instant, and how it meets that, standing, lying or in the air."""

from __future__ import annotations

from typing import NamedTuple

from kinetic_home.domain.motion import Contact, Motion
from kinetic_home.figure.footing import ankle_over, foot_frame
from kinetic_home.figure.grounding import SIDES, free_leg, lain, slides
from kinetic_home.figure.instant import Instant
from kinetic_home.figure.kinematics import Leg, kneeling_leg, reaching_leg
from kinetic_home.figure.pose import LegRow
from kinetic_home.figure.skeleton import ANKLE_HEIGHT_M, BALL_FORWARD_M, HEEL_BACK_M, THIGH_M
from kinetic_home.figure.space import (
    ZERO,
    Frame,
    Vec,
    add,
    along,
    between,
    between_frames,
    length,
    place,
    scaled,
    sub,
    turn_x,
    turn_y,
    turn_z,
    unit,
)
from kinetic_home.figure.spine import Spine
from kinetic_home.figure.stage import Firmness, Stage

# Where an ankle lies that is laid across the other thigh: in front of it, along it, and past it to the outside.
_CROSSED_M = (0.050, 0.98 * THIGH_M, 0.16)
_CROSSED_UPWARD = 0.95
# So near to the floor a foot need not be brought.
_TOUCHES_M = 2e-4
_MOST_LIFTS = 8


class Limb(NamedTuple):
    """What a leg is asked for at an instant; `firm` and `held` tell how far it stands or bears, 0 to 1."""

    leg_no: int
    side: int
    row: LegRow
    contact: Contact
    print: Vec | None
    slack: Vec
    firm: float
    held: float


def limb_at(stage: Stage, now: Instant, index: int) -> Limb:
    """Return what the working (0) or the other leg (1) is asked for."""
    here, there = stage.slack[now.number][index], stage.slack[(now.number + 1) % len(stage.slack)][index]
    slack = between(here, there, now.ease)
    detour = stage.detour[now.number][index]
    if detour != ZERO:
        slack = along(slack, detour, swing(now.share))
    firm, held = _at(now.stretch.firm[index], now.ease), _at(now.stretch.held[index], now.ease)
    leg = now.row.work if index == 0 else now.row.other
    return Limb(index, SIDES[index], leg, now.stretch.contacts[index], now.prints[index], slack, firm, held)


def swing(share: float) -> float:
    """Return how far a foot is on a way round something: 0 at both ends of a stretch, 1 half way."""
    return 16.0 * (share * (1.0 - share)) ** 2


def solved_leg(motion: Motion, now: Instant, limb: Limb, other: Leg | None) -> Leg:
    """Return the leg as it meets what it is asked for; `other` is the leg on which a crossed one lies."""
    spine, leg, side = now.spine, limb.row, limb.side
    free = free_leg(spine, now.row, limb.leg_no, limb.held, motion.horizontal_abduction)
    # A knee goes with a foot that stands turned out; a free foot turns under its shank.
    swivel = side * (leg.knee_in_deg - leg.toes_out_deg * limb.firm)
    match limb.contact:
        case Contact.FLAT | Contact.TOE | Contact.HEEL | Contact.EDGE if limb.print is not None:
            ankle = ankle_over(limb.print, limb.contact, leg, side)
            return reaching_leg(free, ankle, swivel)._replace(foot=foot_frame(leg, side))
        case Contact.LYING | Contact.KNEEL if limb.print is not None:
            place_m = limb.print
            if slides(motion, limb.contact, limb.leg_no):
                place_m = lain(motion, free, limb.leg_no, limb.contact)
            kneels = limb.contact is Contact.KNEEL
            found = kneeling_leg(free, place_m) if kneels else reaching_leg(free, place_m, swivel)
        case Contact.CROSSED if other is not None:
            found = _crossed(spine, free, other, side, swivel)
        case _:
            return _in_the_air(free, limb, swivel)
    return found._replace(foot=_hanging(found.shank, limb))


def _crossed(spine: Spine, free: Leg, other: Leg, side: int, swivel: float) -> Leg:
    front, down, outward = _CROSSED_M
    ankle = place(other.hip, other.thigh, (front, -down, -side * outward))
    # The knee falls open to its own side, as far as a hip turns out.
    out = scaled(spine.trunk[2], float(side))
    open_thigh = (unit(along(out, spine.trunk[1], _CROSSED_UPWARD)), free.thigh[1], free.thigh[2])
    return reaching_leg(free._replace(thigh=open_thigh), ankle, swivel)


def _at(ends: Firmness, ease: float) -> float:
    return ends[0] + (ends[1] - ends[0]) * ease


def _in_the_air(free: Leg, limb: Limb, swivel: float) -> Leg:
    """Return a leg that bears on nothing; its foot is not let under the floor, and eases into how it will stand."""
    ankle = add(free.ankle, limb.slack)
    found = free
    for _ in range(_MOST_LIFTS):
        if swivel or length(sub(ankle, free.ankle)) > 1e-9:
            found = reaching_leg(free, ankle, swivel)
        foot = _hanging(found.shank, limb)
        if limb.firm:
            foot = between_frames(foot, foot_frame(limb.row, limb.side), limb.firm)
        found = found._replace(foot=foot)
        low = found.ankle[1] - foot[1][1] * ANKLE_HEIGHT_M + min(BALL_FORWARD_M * foot[0][1], -HEEL_BACK_M * foot[0][1])
        if low > -_TOUCHES_M:
            break
        ankle = (ankle[0], ankle[1] - low, ankle[2])
    return found


def _hanging(shank: Frame, limb: Limb) -> Frame:
    """Return the frame of a foot that the shank carries."""
    leg, side = limb.row, limb.side
    foot = turn_z(turn_y(shank, -side * leg.toes_out_deg * (1.0 - limb.firm)), leg.ankle_deg)
    return turn_x(foot, -side * leg.roll_deg)
