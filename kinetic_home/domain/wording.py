"""Doses, times and days in the words that a person reads."""

from __future__ import annotations

from kinetic_home.domain.dose import Dose
from kinetic_home.domain.exercise import RepPhase

PHASE_WORDS = {
    RepPhase.ECCENTRIC: "lower",
    RepPhase.CONCENTRIC: "lift",
    RepPhase.PAUSE: "hold",
    RepPhase.HOLD: "hold",
    RepPhase.MOVE: "go",
    RepPhase.RETURN: "back",
    RepPhase.JUMP: "up",
    RepPhase.LAND: "land",
}

# What a thing of the catalogue is called where its id would not be understood.
_THINGS = {
    "support": "a worktop or rail to hold",
    "space": "room to walk",
    "step10": "a low step (10 cm)",
    "step20": "a step (20 cm)",
    "band_loop": "a loop band",
    "band_long": "a long band",
    "foam": "a firm cushion",
    "weight": "a weight you can hold",
}


def thing_in_words(equipment: str) -> str:
    """Return a piece of equipment as a person calls it."""
    return _THINGS.get(equipment, equipment.replace("_", " "))


def dose_in_words(dose: Dose, *, per_side: bool) -> str:
    """Return a dose as a person says it: «2 sets of 10 on each side», «1 set of 30 seconds»."""
    sets = _count(dose.sets, "set")
    if dose.work_ms is not None:
        work = f"{sets} of {length_in_words(dose.work_ms)}"
    elif dose.hold_ms is not None:
        hold = length_in_words(dose.hold_ms)
        work = f"{sets} of {hold}" if dose.reps == 1 else f"{sets} of {dose.reps} × {hold}"
    else:
        work = f"{sets} of {dose.reps}"
    return f"{work} on each side" if per_side else work


def length_in_words(ms: int) -> str:
    """Return a length of time as «30 seconds», «1 minute», «2 minutes 30 seconds»."""
    minutes, seconds = divmod(round(ms / 1000), 60)
    parts = [_count(minutes, "minute")] if minutes else []
    if seconds or not parts:
        parts.append(_count(seconds, "second"))
    return " ".join(parts)


def minutes_in_words(ms: int) -> str:
    """Return a length rounded to whole minutes, at least one: «about 27 minutes» without the «about»."""
    return _count(max(1, round(ms / 60_000)), "minute")


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
