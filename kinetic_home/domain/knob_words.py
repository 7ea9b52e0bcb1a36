"""Modification knobs in the words that a person reads while doing the exercise."""

from __future__ import annotations

from collections.abc import Iterator

from kinetic_home.domain.fitting import main_angle
from kinetic_home.domain.knobs import STANCES, Knobs, Support
from kinetic_home.domain.motion import Motion

_STANCE_WORDS = {
    "narrow": "Put your feet close together",
    "hip": "Put your feet hip-width apart",
    "wide": "Put your feet wide apart",
}
_SUPPORT_WORDS = {
    Support.NONE: "Do not hold on",
    Support.FINGERTIPS: "Hold on with your fingertips only",
    Support.ONE_HAND: "Hold on with one hand",
    Support.BOTH_HANDS: "Hold on with both hands",
}


def knobs_in_words(knobs: Knobs, motion: Motion) -> tuple[str, ...]:
    """Return a sentence without its full stop for each knob: «Only as deep as 60°», «Hold on with both hands».

    `motion` is that of the exercise as the catalogue has it.
    """
    return tuple(_sentences(knobs, motion))


def _sentences(knobs: Knobs, motion: Motion) -> Iterator[str]:
    if knobs.depth_deg is not None:
        angle = main_angle(motion)
        deep = angle is not None and angle.name == "work_knee_flexion" and angle.end_deg > angle.start_deg
        yield f"Only as {'deep' if deep else 'far'} as {knobs.depth_deg:g}°"
    if knobs.stance_m is not None:
        named = next((word for word, width in STANCES.items() if width == knobs.stance_m), None)
        yield _STANCE_WORDS[named] if named else f"Put your feet {knobs.stance_m * 100:.0f} cm apart"
    if knobs.toes_out_deg is not None:
        yield f"Turn your toes out {knobs.toes_out_deg:g}°" if knobs.toes_out_deg else "Point your toes straight ahead"
    if knobs.pause_ms is not None:
        yield f"Pause {_more_seconds(knobs.pause_ms)} at the hard point"
    if knobs.lower_ms is not None:
        yield f"Take {_more_seconds(knobs.lower_ms)} to lower"
    if knobs.support is not None:
        yield _SUPPORT_WORDS[knobs.support]
    if knobs.step_m is not None:
        yield f"Use a step {knobs.step_m * 100:.0f} cm high"
    if knobs.seat_m is not None:
        yield f"Use a seat {knobs.seat_m * 100:.0f} cm high"


def _more_seconds(ms: int) -> str:
    seconds = f"{ms / 1000:g}"
    return f"{seconds} more second{'' if ms == 1000 else 's'}"
