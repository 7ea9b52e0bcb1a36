"""The build of the body: how thick each part is around its bones, in metres.

A ring is (share of the way along the bone, half width, half depth, how far its middle lies in front of the bone).
"""

from __future__ import annotations

from typing import NamedTuple


class Ring(NamedTuple):
    """One cross-section of a limb: an ellipse around the bone."""

    at: float
    half_width_m: float
    half_depth_m: float
    ahead_m: float


class TrunkRing(NamedTuple):
    """One cross-section of the trunk, placed forward and up from the middle of the hips or the base of the neck."""

    from_neck: bool
    ahead_m: float
    up_m: float
    half_width_m: float
    half_depth_m: float


# What the shorts and the sleeves cover is left out.
THIGH = (
    Ring(0.36, 0.076, 0.082, 0.006),
    Ring(0.68, 0.063, 0.068, 0.006),
    Ring(1.0, 0.050, 0.055, 0.002),
)
SHORTS_LEG = (
    Ring(0.0, 0.089, 0.094, -0.004),
    Ring(0.2, 0.087, 0.092, 0.003),
    Ring(0.44, 0.083, 0.088, 0.006),
)
SHANK = (
    Ring(0.0, 0.049, 0.053, 0.002),
    Ring(0.13, 0.047, 0.051, -0.004),
    Ring(0.32, 0.052, 0.058, -0.014),
    Ring(0.66, 0.039, 0.042, -0.010),
    Ring(1.0, 0.031, 0.034, -0.004),
)
UPPER_ARM = (
    Ring(0.5, 0.043, 0.046, 0.002),
    Ring(1.0, 0.034, 0.036, 0.0),
)
SLEEVE = (
    Ring(0.0, 0.056, 0.060, 0.0),
    Ring(0.3, 0.056, 0.059, 0.001),
    Ring(0.58, 0.055, 0.057, 0.002),
)
FOREARM = (
    Ring(0.0, 0.034, 0.036, 0.0),
    Ring(0.25, 0.038, 0.038, 0.0),
    Ring(1.0, 0.024, 0.026, 0.0),
)
# The hand from the wrist to the finger tips: rings up to 1 lie between wrist and knuckles, those after on the fingers.
HAND = (
    Ring(0.0, 0.024, 0.021, 0.0),
    Ring(0.45, 0.036, 0.019, 0.0),
    Ring(1.0, 0.040, 0.017, 0.0),
    Ring(1.55, 0.034, 0.014, 0.0),
    Ring(2.0, 0.018, 0.010, 0.0),
)
FIST = (Ring(0.0, 0.024, 0.021, 0.0), Ring(0.5, 0.036, 0.027, 0.0), Ring(1.0, 0.039, 0.031, 0.0))
THUMB = (Ring(0.0, 0.016, 0.017, 0.0), Ring(0.55, 0.014, 0.014, 0.0), Ring(1.0, 0.009, 0.009, 0.0))
NECK = (Ring(0.0, 0.060, 0.060, 0.002), Ring(0.5, 0.050, 0.053, 0.004), Ring(1.0, 0.050, 0.056, 0.008))

# From the crotch up to the waist, and from the hem of the top up to the collar.
SHORTS = (
    TrunkRing(False, 0.000, -0.072, 0.098, 0.074),
    TrunkRing(False, -0.016, -0.02, 0.166, 0.110),
    TrunkRing(False, -0.012, 0.05, 0.160, 0.108),
    TrunkRing(False, 0.002, 0.125, 0.142, 0.094),
)
TOP = (
    TrunkRing(False, -0.004, 0.085, 0.156, 0.106),
    TrunkRing(True, 0.008, -0.315, 0.138, 0.094),
    TrunkRing(True, 0.010, -0.24, 0.142, 0.098),
    TrunkRing(True, 0.008, -0.15, 0.158, 0.114),
    TrunkRing(True, -0.002, -0.075, 0.176, 0.108),
    TrunkRing(True, -0.010, -0.020, 0.182, 0.084),
    TrunkRing(True, -0.010, 0.012, 0.118, 0.068),
    TrunkRing(True, -0.006, 0.034, 0.070, 0.060),
)
# Which rings of the top the low back and the belly are; a rolled pelvis and a breath move them.
LOIN_RINGS = (1, 2)

# The head: (forward, up from the base of the neck) and the half axes forward, up and across.
CRANIUM = ((0.000, 0.208), (0.097, 0.097, 0.078))
JAW = ((0.030, 0.150), (0.064, 0.066, 0.056))
NOSE_BUMP = ((0.091, 0.170), (0.018, 0.021, 0.013))
EAR = ((-0.008, 0.176), 0.074, (0.016, 0.027))
EYE = ((0.086, 0.194), 0.033, (0.0075, 0.0105))
# Hair covers the part of the skull beyond a plane: the direction it lies in, and how far from the middle.
HAIR_TOWARDS = (-0.62, 0.785, 0.0)
HAIR_FROM = -0.20

# The shoe in the plane of the foot, from the ankle: (forward, up, half width).
SHOE_REAR = (
    (-0.070, -0.066, 0.030),
    (-0.080, -0.036, 0.032),
    (-0.064, 0.004, 0.031),
    (-0.040, 0.026, 0.030),
    (0.022, 0.028, 0.030),
    (0.052, 0.006, 0.034),
    (0.100, -0.016, 0.040),
    (0.134, -0.026, 0.045),
    (0.122, -0.066, 0.047),
)
SHOE_TOE = (
    (0.104, -0.018, 0.043),
    (0.100, -0.066, 0.046),
    (0.150, -0.026, 0.046),
    (0.186, -0.038, 0.040),
    (0.205, -0.056, 0.030),
    (0.200, -0.066, 0.028),
)
# The sole is as thick as the lowest part of the shoe.
SOLE_M = 0.019
