"""The trunk from the hips to the neck, and the head on it."""

from __future__ import annotations

from typing import NamedTuple

from kinetic_home.figure.pose import PoseRow
from kinetic_home.figure.skeleton import CHIN, CROWN, NECK, NOSE, SACRUM, SKULL, WAIST
from kinetic_home.figure.space import UPRIGHT, ZERO, Frame, Vec, place, turn_x, turn_y, turn_z


class Spine(NamedTuple):
    """The joints of trunk and head, and the frames of pelvis, chest and head.

    `trunk` is the frame in which the catalogue counts hip angles: its up axis is the straight line of the trunk.
    """

    pelvis: Vec
    sacrum: Vec
    waist: Vec
    neck: Vec
    skull: Vec
    crown: Vec
    chin: Vec
    nose: Vec
    trunk: Frame
    hips: Frame
    chest: Frame
    head: Frame


def spine_at(pelvis: Vec, row: PoseRow, lying_on_side: bool) -> Spine:
    """Return the trunk and head of a pose with the middle of the hips at a point."""
    base = turn_x(UPRIGHT, -90.0) if lying_on_side else UPRIGHT
    trunk = turn_z(base, -row.trunk_deg)
    hips = turn_z(trunk, row.pelvic_tilt_deg)
    # The low back shares a roll of the pelvis with the joints above and below it.
    loin = turn_z(trunk, row.pelvic_tilt_deg / 2.0 - row.lumbar_deg / 2.0)
    chest = turn_y(turn_z(trunk, -row.lumbar_deg), row.twist_deg)
    head = turn_z(turn_y(chest, -row.twist_deg), -row.neck_deg)
    sacrum = place(pelvis, hips, SACRUM)
    waist = place(sacrum, loin, WAIST)
    neck = place(waist, chest, NECK)
    skull = place(neck, head, SKULL)
    return Spine(
        pelvis,
        sacrum,
        waist,
        neck,
        skull,
        place(neck, head, CROWN),
        place(neck, head, CHIN),
        place(neck, head, NOSE),
        trunk,
        hips,
        chest,
        head,
    )


def neck_from_pelvis(row: PoseRow) -> Vec:
    """Return how far the base of the neck lies from the middle of the hips."""
    return spine_at(ZERO, row, False).neck
