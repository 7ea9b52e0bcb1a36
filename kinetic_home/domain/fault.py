"""What can go wrong in a movement: the faults that checks ask about, how each is marked, and what shows it best."""

from __future__ import annotations

from enum import StrEnum


class FaultKind(StrEnum):
    """A way of doing a movement wrong; each is one transform of the right motion, whatever the exercise."""

    KNEE_IN = "knee_in"
    KNEES_TOGETHER = "knees_together"
    KNEE_BENDS = "knee_bends"
    KNEE_CHANGES = "knee_changes"
    THIGH_LIFTS = "thigh_lifts"
    PELVIS_DROPS = "pelvis_drops"
    PELVIS_HIKES = "pelvis_hikes"
    PELVIS_OPENS = "pelvis_opens"
    HIPS_ROLL = "hips_roll"
    HIPS_SAG = "hips_sag"
    SHIFTS_AWAY = "shifts_away"
    TRUNK_LEANS = "trunk_leans"
    TRUNK_TIPS = "trunk_tips"
    TRUNK_TWISTS = "trunk_twists"
    BACK_ROUNDS = "back_rounds"
    BACK_ARCHES = "back_arches"
    SQUATS = "squats"
    HEEL_LIFTS = "heel_lifts"
    HEEL_SINKS = "heel_sinks"
    ARCH_DROPS = "arch_drops"
    FOOT_ROLLS_OUT = "foot_rolls_out"
    TOES_TURN_OUT = "toes_turn_out"
    FLAT_STEP = "flat_step"
    WEAK_PUSH = "weak_push"
    UNEVEN_STEPS = "uneven_steps"
    FOOT_DOWN = "foot_down"
    PUSHES_OFF = "pushes_off"
    HANDS_PUSH = "hands_push"
    LEANS_ON_HAND = "leans_on_hand"
    BAND_SLACK = "band_slack"
    STIFF_LANDING = "stiff_landing"
    LOST_LANDING = "lost_landing"
    SHORT_RANGE = "short_range"
    TOO_FAR = "too_far"
    RUSHES = "rushes"
    DROPS = "drops"
    BOUNCES = "bounces"
    STOPS_EARLY = "stops_early"
    HOLDS_BREATH = "holds_breath"
    OTHERS_WORK = "others_work"


class Timing(StrEnum):
    """How a repetition runs in its time: as it should, or in one of the ways in which it should not."""

    RIGHT = "right"
    RUSHED = "rushed"
    DROPPED = "dropped"
    BOUNCED = "bounced"
    STOPPED = "stopped"
    UNEVEN = "uneven"
    LOST = "lost"


class Mark(StrEnum):
    """What is marked on a figure because it is wrong there."""

    WORK_KNEE = "work_knee"
    OTHER_KNEE = "other_knee"
    WORK_THIGH = "work_thigh"
    PELVIS = "pelvis"
    LOW_BACK = "low_back"
    TRUNK = "trunk"
    WORK_HEEL = "work_heel"
    OTHER_HEEL = "other_heel"
    WORK_FOOT = "work_foot"
    OTHER_FOOT = "other_foot"
    WORK_IMPACT = "work_impact"
    OTHER_IMPACT = "other_impact"
    WORK_HAND = "work_hand"
    OTHER_HAND = "other_hand"
    BAND = "band"
    MOUTH = "mouth"
    TIME = "time"
    STRETCH = "stretch"
    HAMSTRING = "hamstring"


class OverlayKind(StrEnum):
    """A line or sign laid over the figure that tells where to look."""

    KNEE_PLUMB = "knee_plumb"
    PELVIS_LINE = "pelvis_line"
    TRUNK_LINE = "trunk_line"
    BACK_LINE = "back_line"
    KNEE_ANGLE = "knee_angle"
    HIP_ANGLE = "hip_angle"
    ANKLE_ANGLE = "ankle_angle"
    HEEL_DOWN = "heel_down"
    HEEL_HEIGHT = "heel_height"
    TOES_AHEAD = "toes_ahead"
    HIP_HEIGHT = "hip_height"
