"""A motion that is ready to be asked at every frame, and where its floor and its prints are at any place of it."""

from __future__ import annotations

from typing import NamedTuple

from kinetic_home.domain.motion import Carrier, Flow, Motion
from kinetic_home.domain.room import HandSpot
from kinetic_home.figure.grounding import Contacts, Ground, Prints
from kinetic_home.figure.pose import END_AT, Curve
from kinetic_home.figure.space import Vec

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
    angles alone would have it; a foot in the air carries that over to its next place. `detour` is how far, by stretch
    and leg, a foot in the air goes out of its way half way. `flight` is from where to where in a repetition the body
    is in the air.
    """

    motion: Motion
    curve: Curve
    stretches: tuple[Stretch, ...]
    still: tuple[Stretch, Stretch]
    ground: Ground
    path_m: Curve
    slack: tuple[tuple[Vec, Vec], ...]
    detour: tuple[tuple[Vec, Vec], ...]
    flight: tuple[float, float] | None


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
    at = ground.prints[index]
    if at is None:
        return None
    # The working foot is set down at 0, the other at one half; a print is where its foot is at 0.
    since = place if index == 0 or place < END_AT else place - 1.0
    return (at[0] - ground.stride_m * since, at[1], at[2])


def _passed_aside(motion: Motion, ground: Ground, index: int, place: float) -> Vec | None:
    at = ground.prints[index]
    if at is None:
        return None
    # The working foot steps on the way out, the other one on the way back; each goes the whole stride at once.
    step_at = END_AT / 2 if index == 0 else END_AT * 1.5
    stepped = ground.stride_m if place > step_at else 0.0
    return (at[0], at[1], at[2] - passed_m(motion, ground, place) + stepped)
