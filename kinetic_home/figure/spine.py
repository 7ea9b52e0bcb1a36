"""The trunk from the hips to the neck in three bending parts, and the head on it."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from kinetic_home.domain.motion import Carrier
from kinetic_home.figure.pose import PoseRow
from kinetic_home.figure.skeleton import CHIN, CROWN, NECK, NOSE, RIBS, SACRUM, SHOULDER_HALF_M, SKULL, WAIST
from kinetic_home.figure.space import UPRIGHT, ZERO, Frame, Vec, add, place, turn_x, turn_y, turn_z

# How much of a bend to the side the low back takes; the ribs take the rest.
_LOIN_LEAN = 0.6
_RIBS_TWIST = 0.5
_SHOULDER_DROP_M = 0.012
_SHOULDER_SQUARE = SHOULDER_HALF_M**2 + _SHOULDER_DROP_M**2
# Raised all the way, a shoulder goes so much ahead and up [M].
_SHRUG_AHEAD_M, _SHRUG_UP_M = 0.012, 0.040
# Lying on it, the lower shoulder slides forward and under the chest.
_LOW_SHOULDER_M = (0.075, -0.02, -0.115)


class Spine(NamedTuple):
    """The joints of trunk and head, and the frames of their parts.

    `trunk` is the frame in which the catalogue counts the hip angles of a leg that moves: its up axis is the straight
    line of the trunk. A leg that stands counts them from `stand`, which a turned pelvis leaves where it is.
    """

    pelvis: Vec
    sacrum: Vec
    waist: Vec
    ribs: Vec
    neck: Vec
    skull: Vec
    crown: Vec
    chin: Vec
    nose: Vec
    stand: Frame
    trunk: Frame
    hips: Frame
    loin: Frame
    rib_cage: Frame
    chest: Frame
    head: Frame

    def moved(self, by: Vec) -> Spine:
        """Return the same trunk and head, moved."""
        return self._replace(
            pelvis=add(self.pelvis, by),
            sacrum=add(self.sacrum, by),
            waist=add(self.waist, by),
            ribs=add(self.ribs, by),
            neck=add(self.neck, by),
            skull=add(self.skull, by),
            crown=add(self.crown, by),
            chin=add(self.chin, by),
            nose=add(self.nose, by),
        )


def joints_and_frames(spine: Spine) -> tuple[dict[str, Vec], dict[str, Frame]]:
    """Return the joints and frames of trunk and head, as a figure names them."""
    joints = {
        "pelvis": spine.pelvis,
        "waist": spine.waist,
        "ribs": spine.ribs,
        "neck": spine.neck,
        "skull": spine.skull,
    }
    frames = {"hips": spine.hips, "loin": spine.loin, "ribs": spine.rib_cage, "chest": spine.chest, "head": spine.head}
    return joints, frames


def spine_at(row: PoseRow, carrier: Carrier) -> Spine:
    """Return the trunk and head of a pose with the middle of the hips at zero."""
    stand = turn_z(_lain(carrier, row.incline_deg), -row.trunk_deg)
    trunk = turn_y(stand, -row.turn_deg)
    hips = turn_x(turn_z(trunk, row.pelvic_tilt_deg), -row.drop_deg)
    # The low back shares a roll or a slant of the pelvis with the joints above and below it.
    loin = turn_z(trunk, row.pelvic_tilt_deg / 2.0 - row.lumbar_deg / 2.0)
    loin = turn_x(loin, _LOIN_LEAN * row.lean_deg - row.drop_deg / 2.0)
    leaned = turn_x(turn_z(trunk, -row.lumbar_deg), row.lean_deg)
    rib_cage = turn_y(leaned, _RIBS_TWIST * row.twist_deg)
    chest = turn_y(turn_z(leaned, -row.thoracic_deg), row.twist_deg)
    # The head stays level and looks ahead, whatever the trunk does to the side.
    head = turn_z(stand, -(row.lumbar_deg + row.thoracic_deg + row.neck_deg))
    sacrum = place(ZERO, hips, SACRUM)
    waist = place(sacrum, loin, WAIST)
    ribs = place(waist, rib_cage, RIBS)
    neck = place(ribs, chest, NECK)
    return Spine(
        ZERO,
        sacrum,
        waist,
        ribs,
        neck,
        place(neck, head, SKULL),
        place(neck, head, CROWN),
        place(neck, head, CHIN),
        place(neck, head, NOSE),
        stand,
        trunk,
        hips,
        loin,
        rib_cage,
        chest,
        head,
    )


def shoulder_at(spine: Spine, side: int, shrug: float, *, lain_on: bool = False) -> Vec:
    """Return a shoulder's centre; `shrug` is how far the shoulders are raised, 0 to 1."""
    if lain_on:
        return place(spine.neck, spine.chest, _LOW_SHOULDER_M)
    ahead, up = _SHRUG_AHEAD_M * shrug, _SHRUG_UP_M * shrug - _SHOULDER_DROP_M
    # The shoulder swings about the base of the neck.
    aside = sqrt(_SHOULDER_SQUARE - ahead * ahead - up * up)
    return place(spine.neck, spine.chest, (ahead, up, side * aside))


def _lain(carrier: Carrier, incline_deg: float) -> Frame:
    """Return how the body lies before it bends: upright, on the other side, or on the elbow of the working side."""
    if carrier is Carrier.SIDE:
        return turn_x(UPRIGHT, -90.0)
    if carrier is Carrier.ELBOW:
        return turn_x(UPRIGHT, 90.0 - incline_deg)
    return UPRIGHT
