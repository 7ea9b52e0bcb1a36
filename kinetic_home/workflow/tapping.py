"""Tapping along to a beat: a short piece to tap to, and how late the sound is by the taps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from kinetic_home.domain.dose import Dose
from kinetic_home.domain.exercise import Breathing, Exercise
from kinetic_home.domain.plan import SessionId
from kinetic_home.domain.script import ScriptItem, SessionScript
from kinetic_home.domain.side import Side
from kinetic_home.score.compile import compile_score
from kinetic_home.score.score import MarkKind, Score

# One beat a second is slow enough that a late tap is never taken for the next beat's.
_BEATS_PER_MINUTE = 60
_BEATS = 12
FEWEST_TAPS = 6
# A tap further than this from any beat was meant for none.
_FURTHEST_MS = 400


def tap_score(march: Exercise) -> Score:
    """Return a short piece with a count-in and one beat a second; `march` is an exercise that goes by a beat."""
    dose = Dose(sets=1, work_ms=_BEATS * 1000, bpm=_BEATS_PER_MINUTE, rest_ms=0)
    plain = replace(march, cues=march.cues[:0], breathing=Breathing())
    item = ScriptItem(exercise=plain, dose=dose, checks=())
    return compile_score(
        SessionScript(session_id=SessionId("tap"), title="", aim="", lead_side=Side.LEFT, items=(item,))
    )


def beats_ms(score: Score) -> tuple[int, ...]:
    """Return where the beats of a piece lie, in ms."""
    return tuple(mark.at_ms for mark in score.marks if mark.kind is MarkKind.BEAT)


def lateness_ms(beats: Sequence[int], taps: Sequence[int]) -> int | None:
    """Return how much later than the beats the taps came, as a median in ms; None with too few taps to say.

    Both are positions on the same axis, in ms. People tap a little before what they hear, some 20 ms; that is less
    than anyone sees.
    """
    errors = [min((tap - beat for beat in beats), key=abs) for tap in taps]
    near = [error for error in errors if abs(error) <= _FURTHEST_MS]
    return round(median(near)) if len(near) >= FEWEST_TAPS else None
