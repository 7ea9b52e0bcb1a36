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


class HandRing(NamedTuple):
    """One cross-section of the hand: along the palm from the wrist, out of the palm, its halves, and how far bent."""

    at_m: float
    into_palm_m: float
    half_width_m: float
    half_depth_m: float
    bend: float


class TrunkRing(NamedTuple):
    """One cross-section of the trunk, placed forward and up from a joint of the spine, turned as that part is."""

    joint: str
    ahead_m: float
    up_m: float
    half_width_m: float
    half_depth_m: float


# What the shorts and the sleeves cover is left out; towards the eye a limb comes out of its hem.
THIGH = (
    Ring(0.36, 0.076, 0.082, 0.006),
    Ring(0.68, 0.063, 0.068, 0.006),
    Ring(1.0, 0.050, 0.055, 0.002),
)
THIGH_OUT = (Ring(0.43, 0.072, 0.078, 0.006), *THIGH[1:])
SHORTS_LEG = (
    Ring(0.0, 0.089, 0.094, -0.004),
    Ring(0.2, 0.087, 0.092, 0.003),
    Ring(0.44, 0.083, 0.088, 0.006),
)
# The kneecap on the front of the knee: how far out its lower edge lies, its half width, and how deep it hangs.
KNEECAP = (0.047, 0.026, 0.030)
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
UPPER_ARM_OUT = (Ring(0.57, 0.042, 0.045, 0.002), *UPPER_ARM[1:])
SLEEVE = (
    Ring(-0.02, 0.034, 0.036, 0.0),
    Ring(0.12, 0.052, 0.054, 0.0),
    Ring(0.3, 0.055, 0.058, 0.001),
    Ring(0.58, 0.055, 0.057, 0.002),
)
# From one shoulder to the other.
YOKE = (
    Ring(0.05, 0.044, 0.044, 0.0),
    Ring(0.5, 0.070, 0.062, 0.0),
    Ring(0.95, 0.044, 0.044, 0.0),
)
FOREARM = (
    Ring(0.0, 0.034, 0.036, 0.0),
    Ring(0.25, 0.038, 0.038, 0.0),
    Ring(1.0, 0.024, 0.026, 0.0),
)
# The hand from the wrist to the finger tips.
HAND_FLAT = (
    HandRing(-0.004, 0.000, 0.024, 0.022, 0.0),
    HandRing(0.045, 0.007, 0.036, 0.019, 0.0),
    HandRing(0.092, 0.013, 0.041, 0.015, 0.0),
    HandRing(0.138, 0.016, 0.038, 0.012, 0.0),
    HandRing(0.172, 0.018, 0.031, 0.010, 0.0),
)
HAND_HALF = (
    HandRing(-0.004, 0.000, 0.024, 0.022, 0.0),
    HandRing(0.045, 0.003, 0.035, 0.020, 0.0),
    HandRing(0.088, 0.006, 0.039, 0.019, 0.2),
    HandRing(0.120, 0.020, 0.037, 0.018, 0.8),
    HandRing(0.136, 0.042, 0.032, 0.015, 1.6),
)
HAND_FIST = (
    HandRing(-0.004, 0.000, 0.024, 0.022, 0.0),
    HandRing(0.040, 0.006, 0.034, 0.024, 0.0),
    HandRing(0.072, 0.016, 0.040, 0.035, 0.0),
    HandRing(0.098, 0.020, 0.037, 0.030, 0.0),
)
# The lines between the fingers run between two places: (along the palm, out of the palm).
FINGERS_FLAT = ((0.108, 0.014), (0.172, 0.018))
FINGERS_HALF = ((0.100, -0.008), (0.142, 0.026))
FINGERS_FOLDED = ((0.108, 0.002), (0.116, 0.040))
# The thumb's root and tip: (along the palm, towards the thumb's side, out of the palm).
THUMB_FLAT = ((0.026, 0.018, 0.008), (0.082, 0.050, 0.018))
THUMB_HALF = ((0.026, 0.022, 0.008), (0.098, 0.034, 0.026))
THUMB_FIST = ((0.030, 0.026, 0.012), (0.086, 0.018, 0.052))
THUMB = (Ring(0.0, 0.016, 0.017, 0.0), Ring(0.55, 0.014, 0.014, 0.0), Ring(1.0, 0.009, 0.009, 0.0))
NECK = (Ring(0.0, 0.060, 0.060, 0.002), Ring(0.5, 0.050, 0.053, 0.004), Ring(1.0, 0.050, 0.056, 0.008))

# From the crotch up to the waist, and from the hem of the top up to the collar.
SHORTS = (
    TrunkRing("pelvis", 0.000, -0.072, 0.098, 0.074),
    TrunkRing("pelvis", -0.016, -0.02, 0.166, 0.110),
    TrunkRing("pelvis", -0.012, 0.04, 0.161, 0.109),
    TrunkRing("pelvis", -0.006, 0.086, 0.154, 0.104),
)
TOP = (
    TrunkRing("pelvis", -0.006, 0.086, 0.155, 0.105),
    TrunkRing("waist", 0.040, -0.030, 0.139, 0.095),
    TrunkRing("waist", 0.042, 0.040, 0.141, 0.098),
    TrunkRing("ribs", 0.050, 0.000, 0.156, 0.112),
    TrunkRing("neck", -0.002, -0.088, 0.168, 0.110),
    TrunkRing("neck", -0.008, -0.040, 0.170, 0.090),
    TrunkRing("neck", -0.010, -0.006, 0.140, 0.074),
    TrunkRing("neck", -0.008, 0.022, 0.086, 0.064),
    TrunkRing("neck", -0.005, 0.036, 0.064, 0.058),
)
# Which rings of the top the low back and the belly are, and by how much of it a rolled pelvis and a breath move them.
LOIN_RINGS = {1: 1.0, 2: 0.6}
# Which rings of the top raised shoulders lift.
SHOULDER_RINGS = {5: 0.7, 6: 1.0, 7: 0.6}
# The waistband of the shorts: its lower and its upper edge over the middle of the hips.
WAISTBAND = (TrunkRing("pelvis", -0.011, 0.046, 0.161, 0.109), TrunkRing("pelvis", -0.006, 0.088, 0.155, 0.105))

# The head: (forward, up from the base of the neck) and the half axes forward, up and across.
CRANIUM = ((0.000, 0.208), (0.097, 0.097, 0.078))
JAW = ((0.030, 0.150), (0.064, 0.066, 0.056))
NOSE_BUMP = ((0.091, 0.170), (0.018, 0.021, 0.013))
EAR = ((-0.008, 0.176), 0.074, (0.016, 0.027))
EYE = ((0.086, 0.194), 0.033, (0.0075, 0.0105))
BROW_UP_M, BROW_HALF_M = 0.021, 0.014
# The mouth on the jaw: (forward, up) of its middle, its half width, and half how thick its line is.
MOUTH = ((0.091, 0.131), 0.019, 0.0024)
# A held breath puffs out two cheeks: (forward, up, aside), how large they get, and how wide the mouth stays.
CHEEK, CHEEK_M, TIGHT_MOUTH_M = (0.050, 0.142, 0.030), 0.036, 0.009
# The hair is thicker than the skull by so much, above and behind it: (forward, up) of its middle, and how thick.
HAIR_BALL = ((-0.014, 0.213), (0.090, 0.097, 0.083))
# Hair covers the part of the skull beyond a plane: the direction it lies in, and how far from the middle.
HAIR_TOWARDS = (-0.62, 0.785, 0.0)
HAIR_FROM = -0.27

# The shoe in the plane of the foot, from the ankle: (forward, up, half width, how far it turns with bent toes).
SHOE_REAR = (
    (-0.070, -0.066, 0.030, 0.0),
    (-0.080, -0.036, 0.032, 0.0),
    (-0.064, 0.004, 0.031, 0.0),
    (-0.040, 0.026, 0.030, 0.0),
    (0.022, 0.028, 0.030, 0.0),
    (0.052, 0.006, 0.034, 0.0),
    (0.100, -0.016, 0.040, 0.0),
    (0.134, -0.026, 0.045, 0.5),
    (0.122, -0.066, 0.047, 0.5),
)
SHOE_TOE = (
    (0.104, -0.018, 0.043, 0.5),
    (0.100, -0.066, 0.046, 0.0),
    (0.124, -0.066, 0.047, 0.5),
    (0.150, -0.026, 0.046, 1.0),
    (0.186, -0.038, 0.040, 1.0),
    (0.205, -0.056, 0.030, 1.0),
    (0.200, -0.066, 0.028, 1.0),
)
# The seam across the toes: where along the foot it runs, and its way over the shoe as (up, aside).
SHOE_SEAM = (
    (0.142, 0.149),
    (
        (-0.046, -0.046),
        (-0.033, -0.042),
        (-0.0255, -0.024),
        (-0.0235, 0.0),
        (-0.0255, 0.024),
        (-0.033, 0.042),
        (-0.046, 0.046),
    ),
)
# The sole is as thick as the lowest part of the shoe.
SOLE_M = 0.019
