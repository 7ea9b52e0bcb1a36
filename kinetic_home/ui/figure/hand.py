"""The hand: flat on something, half closed when it hangs, or a fist around what it holds."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from kinetic_home.figure.space import Frame, Vec, along, cross, dot, length, place, sub, unit
from kinetic_home.ui.figure.build import (
    FINGERS_FLAT,
    FINGERS_FOLDED,
    FINGERS_HALF,
    HAND_FIST,
    HAND_FLAT,
    HAND_HALF,
    THUMB,
    THUMB_FIST,
    THUMB_FLAT,
    THUMB_HALF,
    HandRing,
)
from kinetic_home.ui.figure.lens import Lens
from kinetic_home.ui.figure.outline import (
    UPWARDS,
    Flat,
    Outline,
    around,
    bent_outline,
    direction,
    limb_outline,
    round_about,
)

# A hand whose finger tips are nearer to the wrist than this is a fist.
_FIST_M = 0.155
# Fingers that are straighter against the palm than this lie flat on something.
_FLAT_COSINE = 0.985
_ROUND = (0.3, 0.9)
# From this turn of its face to the eye on, the fingers of a hand are told apart.
_FACE_SEEN = 0.30
# From here on a hand points rather at the eye than across the picture.
_POINTS_AT_EYE = 0.62
_KEPT = 4


class Grip(Enum):
    """How far a hand is closed."""

    FLAT = "flat"
    HALF = "half"
    FIST = "fist"


class HandLook(NamedTuple):
    """What is seen of a hand: the palm with its fingers, the thumb and which of them is before, and finger lines."""

    palm: Outline
    thumb: Outline
    thumb_before: bool
    lines: tuple[tuple[Flat, Flat], ...]


_RINGS = {Grip.FLAT: HAND_FLAT, Grip.HALF: HAND_HALF, Grip.FIST: HAND_FIST}
_THUMBS = {Grip.FLAT: THUMB_FLAT, Grip.HALF: THUMB_HALF, Grip.FIST: THUMB_FIST}


def grip_of(wrist: Vec, knuckle: Vec, tip: Vec) -> Grip:
    """Return how far a hand is closed, from where its joints are."""
    if length(sub(tip, wrist)) < _FIST_M:
        return Grip.FIST
    straight = dot(unit(sub(knuckle, wrist)), unit(sub(tip, knuckle)))
    return Grip.FLAT if straight > _FLAT_COSINE else Grip.HALF


def hand_frame(wrist: Vec, knuckle: Vec, thumb: Vec, side: str) -> Frame:
    """Return how a hand is turned: along the palm to the knuckles, towards the thumb, and where the palm looks."""
    ahead = unit(sub(knuckle, wrist))
    aside = sub(thumb, wrist)
    aside = unit(along(aside, ahead, -dot(aside, ahead)))
    palm = cross(aside, ahead) if side == "right" else cross(ahead, aside)
    return ahead, aside, palm


@lru_cache(maxsize=_KEPT)
def hand_look(lens: Lens, wrist: Vec, frame: Frame, grip: Grip) -> HandLook:
    """Return what is seen of a hand; one that keeps still is found only once."""
    ahead, _, palm = frame
    towards = direction(lens.step(ahead), lens) or UPWARDS
    rings = [_ring(lens, wrist, frame, ring) for ring in _RINGS[grip]]
    root, tip = (place(wrist, frame, spot) for spot in _THUMBS[grip])
    bone = unit(sub(tip, root))
    front = unit(along(palm, bone, -dot(palm, bone)))
    thumb = limb_outline(lens, root, tip, front, THUMB, None)
    nearer = lens.depth(tip) > lens.depth(place(wrist, frame, (0.075, 0.0, 0.012)))
    # Bent fingers that point at the eye would fold: what is seen of them is all that lies around them.
    folds = grip is not Grip.FLAT and abs(lens.depth(ahead)) > _POINTS_AT_EYE
    hand = around(round_about(rings), towards) if folds else bent_outline(rings, towards, _ROUND, lens.scale)
    return HandLook(hand, thumb, nearer, _finger_lines(lens, wrist, frame, grip))


def _ring(lens: Lens, wrist: Vec, frame: Frame, ring: HandRing) -> tuple[Flat, Flat, Flat]:
    ahead, aside, palm = frame
    at, into, wide, deep, bend = ring
    middle = along(along(wrist, ahead, at), palm, into)
    # Bent fingers turn their backs from the back of the hand to its end.
    back = unit(along(palm, ahead, -bend))
    (ax, ay), (bx, by) = lens.step(aside), lens.step(back)
    return lens.flat(middle), (ax * wide, ay * wide), (bx * deep, by * deep)


def _finger_lines(lens: Lens, wrist: Vec, frame: Frame, grip: Grip) -> tuple[tuple[Flat, Flat], ...]:
    """Return the lines between the four fingers, where the face of the hand on which they lie is seen."""
    looks = lens.depth(frame[2])
    match grip:
        case Grip.FLAT:
            start, end = FINGERS_FLAT
            shift = 0.010 if looks > 0 else -0.010
            seen = abs(looks) > _FACE_SEEN
        case Grip.HALF:
            start, end = FINGERS_HALF
            shift, seen = 0.0, -0.5 * looks + 0.9 * lens.depth(frame[0]) > _FACE_SEEN or looks < -_FACE_SEEN
        case Grip.FIST:
            start, end = FINGERS_FOLDED
            shift, seen = 0.0, lens.depth(frame[0]) + 0.5 * looks > _FACE_SEEN
    if not seen:
        return ()
    (a0, n0), (a1, n1) = start, end
    return tuple(
        (
            lens.flat(place(wrist, frame, (a0, across, n0 + shift))),
            lens.flat(place(wrist, frame, (a1, across * 0.85, n1 + shift))),
        )
        for across in (-0.018, 0.001, 0.019)
    )
