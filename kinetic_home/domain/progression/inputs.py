"""What the progression rules know about one exercise of one person (clinical source, 3.2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from kinetic_home.domain.scales import Nprs, Swelling


class Soreness(StrEnum):
    """What became of soreness, in the words of the soreness rules [V5], from the least to the gravest.

    There was none; it was there in the warm-up and eased; it was there more than an hour after the session; it was
    there in the warm-up and stayed.
    """

    NONE = "none"
    EASED = "eased"
    AFTER = "after"
    STAYED = "stayed"


class BadInput(ValueError):
    """A value that an input cannot have; its text names the input, the value and the way out."""

    def __init__(self, name: str, value: object, way_out: str) -> None:
        super().__init__(f"{name} cannot be {value!r} (use {way_out}, or None where it is missing)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """The inputs of the rule table under the names of their source. None is «missing», and never stands for a value.

    From the person and the log: `pmax` is the worst pain in this exercise in its last session, `d24` the next morning's
    score less pain as usual, `swell` what the check-in says of swelling, `trend` for how many weeks in a row the
    morning pain has risen. `gap` are the days since the exercise was last done, `comp` is the share of the planned
    repetitions that was done. `qual` is the share of the form checks that were clean (None where none was answered),
    `crit` tells whether a critical one failed, `tech` how many sessions in a row ended in a technique hold. `rir` are
    the good repetitions that were left after the last set (4 is «4 or more»), `streak` the clean sessions in a row at
    this very dose, `flares` the decisions by P02 or P03 for this exercise in 14 days. `sore` is what became of
    soreness.
    From the program: `deload` tells whether this is a planned light week, `capok` whether the week's load stays within
    its cap after a step up, `attop` whether there is no step up left.
    From the plan: the clinician's caps. The table reads `pain_cap` and `allow_progress`. The others have gone into
    `capok`, `deload` and `attop`, and are kept beside them so that a decision can be replayed.

    Raises BadInput for a value beyond its scale.
    """

    pmax: Nprs | None = None
    d24: int | None = None
    swell: Swelling | None = None
    trend: int | None = None
    gap: int | None = None
    comp: float | None = None
    qual: float | None = None
    crit: bool | None = None
    tech: int | None = None
    rir: int | None = None
    streak: int | None = None
    flares: int | None = None
    deload: bool | None = None
    capok: bool | None = None
    attop: bool | None = None
    pain_cap: int | None = None
    allow_progress: bool | None = None
    max_weekly_increase_pct: int | None = None
    max_lvl: int | None = None
    deload_every: int | None = None
    ladder_allowed: tuple[str, ...] | None = None
    sore: Soreness | None = None

    def __post_init__(self) -> None:
        for name, (low, high) in _WHOLE.items():
            _check_whole(name, getattr(self, name), low, high)
        for name in _SHARES:
            _check_share(name, getattr(self, name))
        for name in _FLAGS:
            # 1 is equal to True in Python, but it is a number.
            if not isinstance(getattr(self, name), bool | None):
                raise BadInput(name, getattr(self, name), "True or False")
        for name, (kind, way_out) in _SCALES.items():
            if not isinstance(getattr(self, name), kind | None):
                raise BadInput(name, getattr(self, name), way_out)
        if self.deload_every in {1, 2}:
            raise BadInput("deload_every", self.deload_every, "0 for never, or a whole number from 3 to 8")


# Lowest and highest whole number of each input; None where it may grow without end. A rise of pain lies between the
# ends of its scale. Ranges of the caps: clinical source, 2.2 and 3.1.
_WHOLE: Mapping[str, tuple[int, int | None]] = MappingProxyType(
    {
        "d24": (-10, 10),
        "trend": (0, None),
        "gap": (0, None),
        "tech": (0, None),
        "rir": (0, 4),
        "streak": (0, None),
        "flares": (0, None),
        "pain_cap": (0, 5),
        "max_weekly_increase_pct": (5, 30),
        "max_lvl": (1, 5),
        "deload_every": (0, 8),
    }
)
_SHARES = ("comp", "qual")
_FLAGS = ("crit", "deload", "capok", "attop", "allow_progress")
_SCALES: Mapping[str, tuple[type, str]] = MappingProxyType(
    {
        "pmax": (Nprs, "an Nprs from 0 to 10"),
        "swell": (Swelling, "a Swelling"),
        "sore": (Soreness, "a Soreness"),
        "ladder_allowed": (tuple, "a tuple of exercise ids"),
    }
)


def _check_whole(name: str, value: object, low: int, high: int | None) -> None:
    # A bool is an int in Python, but «True» is no number of days.
    if value is None or (type(value) is int and low <= value and (high is None or value <= high)):
        return
    limits = f"of {low} or more" if high is None else f"from {low} to {high}"
    raise BadInput(name, value, f"a whole number {limits}")


def _check_share(name: str, value: object) -> None:
    # «0 <= value <= 1» also refuses NaN, which compares false with everything.
    if value is None or (isinstance(value, float) and 0 <= value <= 1) or (type(value) is int and 0 <= value <= 1):
        return
    raise BadInput(name, value, "a share from 0 to 1")
