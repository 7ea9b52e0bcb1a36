"""The skeleton: how long each part is, where it joins the next, and how far each joint goes.

Lengths are fractions of stature after Drillis and Contini (1966) as tabulated by Winter (2009); the foot is divided
at heel, ankle, ball and toe tip as the catalogue's drawing model has it (clinical source, 1.2).
"""

from __future__ import annotations

from collections.abc import Mapping

from kinetic_home.figure.space import Vec

STATURE_M = 1.70

ANKLE_HEIGHT_M = 0.039 * STATURE_M
SHANK_M = 0.246 * STATURE_M
THIGH_M = 0.245 * STATURE_M
TRUNK_M = 0.288 * STATURE_M
UPPER_ARM_M = 0.186 * STATURE_M
FOREARM_M = 0.146 * STATURE_M
HAND_M = 0.108 * STATURE_M
FOOT_M = 0.152 * STATURE_M

# The half widths of the tables (0.129 and 0.0955) are outer widths, shoulder tip and side of the hip. The joints lie
# further in: 0.10 of stature between the hips, and half the upper arm's thickness in from the tip of the shoulder [M].
SHOULDER_TIP_M = 0.129 * STATURE_M
HIP_HALF_M = 0.05 * STATURE_M
SHOULDER_HALF_M = SHOULDER_TIP_M - 0.052

# Along the sole from below the ankle: 25 % of the foot behind it, the ball 46 % and the toe tip 75 % in front [M].
HEEL_BACK_M = 0.25 * FOOT_M
BALL_FORWARD_M = 0.46 * FOOT_M
TOE_M = 0.29 * FOOT_M
# Half the width of the part of the sole that bears: the edge over which a foot rolls [M].
SOLE_HALF_M = 0.038

# The hand: from the wrist to the middle of the palm, the knuckles and the finger tips [M].
PALM_M, KNUCKLE_M = 0.075, 0.095

# The trunk from hip centre to the base of the neck, as (forward, up) steps; they add up to (0, TRUNK_M). The low
# back lies behind the straight line, so that rolling the pelvis back flattens it. The upper back bends at the ribs.
SACRUM: Vec = (-0.030, 0.095, 0.0)
WAIST: Vec = (-0.006, 0.125, 0.0)
RIBS: Vec = (-0.006, 0.130, 0.0)
NECK: Vec = (0.042, TRUNK_M - 0.350, 0.0)

# Head and neck take 0.182 of stature, the head alone 0.130; all from the base of the neck.
HEAD_TOP_M = 0.182 * STATURE_M
SKULL: Vec = (0.0, 0.205, 0.0)
CROWN: Vec = (-0.004, HEAD_TOP_M, 0.0)
CHIN: Vec = (0.082, HEAD_TOP_M - 0.130 * STATURE_M, 0.0)
NOSE: Vec = (0.114, 0.172, 0.0)

# How high joints lie over what bears them, with flesh and clothes [M].
SIT_M = 0.066
LIE_SHOULDER_M = 0.102
LIE_SIDE_M = 0.165
KNEEL_M = 0.050
LIE_ELBOW_M = 0.045

# Normal range of motion in degrees, (lowest, highest). Hip (60 of abduction while bent to a right angle), ankle,
# shoulder, elbow, trunk bent to the side (35), chest turned on a held pelvis (45), foot turned out (20) and in (35),
# great toe bent down (45): American Academy of Orthopaedic Surgeons (1965) as in Norkin and White, Measurement of
# Joint Motion (5th ed.); knee flexion to 150 and hip flexion to 125: Roaas and Andersson (1982) and Soucie et al.
# (2011); ankle bent under load to 45: Bennell et al. (1998); great toe bent up to 90: Joseph (1954); neck: Youdas et
# al. (1992), flexion 60 and extension 75, here of head and neck together, side bend 45, rotation 75; pelvis: Levine
# and Whittle (1996); low back: flexion 60 and extension 25, American Medical Association (Guides, 5th ed., 2001);
# upper back: flexion 45 and extension 25, Magee (Orthopedic Physical Assessment, 5th ed., 2008); wrist borne on the
# palm to 90 [R]. A pelvis that hangs or is hiked on one side: 20 [M].
RANGE_OF_MOTION: Mapping[str, tuple[float, float]] = {
    "hip_flexion": (-30, 125),
    "hip_abduction": (-30, 50),
    "hip_abduction_in_flexion": (-30, 60),
    "hip_rotation": (-45, 60),
    "knee_flexion": (0, 150),
    "ankle_dorsiflexion": (-55, 45),
    "foot_eversion": (-35, 20),
    "toe_extension": (-45, 90),
    "shoulder_flexion": (-60, 180),
    "shoulder_abduction": (-40, 180),
    "elbow_flexion": (0, 150),
    "wrist_bend": (0, 90),
    "neck_flexion": (-60, 60),
    "neck_side_bend": (-45, 45),
    "neck_rotation": (-75, 75),
    "pelvic_tilt": (-12, 15),
    "pelvic_drop": (-20, 20),
    "lumbar_flexion": (-25, 60),
    "thoracic_flexion": (-25, 45),
    "trunk_side_bend": (-35, 35),
    "trunk_rotation": (-45, 45),
}
