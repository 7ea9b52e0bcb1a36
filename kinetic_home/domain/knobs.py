"""Modification knobs: how one exercise is made to fit a sore joint without becoming another exercise.

They are those of the modification menu (clinical source, 3.6): smaller range, other stance, toes turned out, an added
pause, slower lowering, support for the hands, a lower step or a higher seat.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from kinetic_home.domain.dose import Dose
from kinetic_home.domain.exercise import First


class Support(StrEnum):
    """How the hands hold on."""

    NONE = "none"
    FINGERTIPS = "fingertips"
    ONE_HAND = "one_hand"
    BOTH_HANDS = "both_hands"


# How far the feet stand apart, from middle to middle of the heels. Hip-width is the distance of the hips' centres of
# the drawing model (clinical source, 1.2); the other two bring the knees under the hips' inner and outer edges [M].
STANCES: Mapping[str, float] = MappingProxyType({"narrow": 0.10, "hip": 0.17, "wide": 0.40})
STEPS_CM = (10, 15, 20)

Said = str | float


@dataclass(frozen=True, slots=True, kw_only=True)
class Knob:
    """One knob: its key in files, its limits there and their unit, and how many of the unit make one in `Knobs`."""

    key: str
    field: str
    low: float
    high: float
    unit: str
    scale: float = 1.0
    words: tuple[str, ...] = ()
    only: tuple[float, ...] = ()


# Limits: pause 1-2 s and toes out 5-10 degrees from the menu (3.6), toes at most 15 [M]; lowering +1 s (3.4), at most
# the 3 s of heavy slow resistance (3.5); steps of the equipment list (1.3); seats around its 43-45 cm [M].
KNOBS: Mapping[str, Knob] = MappingProxyType(
    {
        knob.key: knob
        for knob in (
            Knob(key="depth", field="depth_deg", low=-60, high=150, unit="degrees"),
            Knob(key="stance", field="stance_m", low=0.05, high=0.60, unit="m", words=tuple(STANCES)),
            Knob(key="toes_out", field="toes_out_deg", low=0, high=15, unit="degrees"),
            Knob(key="pause_s", field="pause_ms", low=0.5, high=2, unit="s", scale=1000),
            Knob(key="lower_s", field="lower_ms", low=0.5, high=3, unit="s", scale=1000),
            Knob(key="support", field="support", low=0, high=0, unit="", words=tuple(Support)),
            Knob(key="step_cm", field="step_m", low=10, high=20, unit="cm", scale=0.01, only=STEPS_CM),
            Knob(key="seat_cm", field="seat_m", low=40, high=60, unit="cm", scale=0.01),
        )
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Knobs:
    """What is changed about an exercise; None where nothing is.

    `depth_deg` caps the exercise's main angle, which is the knee's bend wherever the knee is what bends. `stance_m` is
    how far the feet stand apart. `pause_ms` and `lower_ms` are added to the tempo. Raises ValueError beyond the limits.
    """

    depth_deg: float | None = None
    stance_m: float | None = None
    toes_out_deg: float | None = None
    pause_ms: int | None = None
    lower_ms: int | None = None
    support: Support | None = None
    step_m: float | None = None
    seat_m: float | None = None

    def __post_init__(self) -> None:
        for knob in KNOBS.values():
            value = getattr(self, knob.field)
            if value is not None and knob.key != "support":
                _check(knob, value / knob.scale)

    @classmethod
    def said(cls, words: Mapping[str, Said]) -> Knobs:
        """Return the knobs that keys and values of a file or command say, such as {"depth": 60, "stance": "wide"}.

        Raises ValueError that says what is wrong with the first of them that cannot be.
        """
        values: dict[str, Any] = {knob_named(key).field: said_value(key, value) for key, value in words.items()}
        return cls(**values)

    @classmethod
    def parse(cls, text: str) -> Knobs:
        """Return the knobs of a text such as «depth=60 stance=wide», as `str` writes it; raises ValueError."""
        return cls.said(dict(map(said_pair, text.split())))

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of the knobs that are turned."""
        return tuple(knob.key for knob in KNOBS.values() if getattr(self, knob.field) is not None)

    def without(self, *keys: str) -> Knobs:
        """Return the knobs with some of them as they were."""
        nothing: dict[str, Any] = {KNOBS[key].field: None for key in keys}
        return replace(self, **nothing)

    def __str__(self) -> str:
        return " ".join(f"{key}={_text(KNOBS[key], getattr(self, KNOBS[key].field))}" for key in self.keys)


AS_IT_IS = Knobs()


def knob_named(key: str) -> Knob:
    """Return the knob of a key; raises ValueError with the nearest known one."""
    if key in KNOBS:
        return KNOBS[key]
    near = get_close_matches(key, KNOBS, n=1)
    way_out = f"did you mean '{near[0]}'?" if near else f"the knobs are {', '.join(KNOBS)}"
    raise ValueError(f"no knob '{key}' ({way_out})")


def said_pair(text: str) -> tuple[str, Said]:
    """Return key and value of «depth=60»; raises ValueError."""
    key, sign, value = text.partition("=")
    if not sign or not key or not value:
        raise ValueError(f"'{text}' is not key=value (write it like depth=60)")
    try:
        return key, float(value)
    except ValueError:
        return key, value


def said_value(key: str, said: Said) -> object:
    """Return what a knob's value in a file or command is in `Knobs`; raises ValueError with cause and way out."""
    knob = knob_named(key)
    if isinstance(said, str):
        word = said.lower().replace("-", "_")
        if word not in knob.words:
            raise ValueError(f"{key} cannot be '{said}' ({_wanted(knob, word)})")
        return STANCES[word] if key == "stance" else Support(word)
    if key == "support":
        raise ValueError(f"support cannot be {said:g} ({_wanted(knob, '')})")
    _check(knob, said)
    value = said * knob.scale
    return round(value) if knob.field.endswith("_ms") else round(value, 4)


def dose_with(dose: Dose, first: First, knobs: Knobs) -> Dose:
    """Return a dose with the added pause and the slower lowering in its tempo.

    The pause is added in the far pose, where the exercise is hardest. Raises ValueError for a dose without a tempo.
    """
    if knobs.pause_ms is None and knobs.lower_ms is None:
        return dose
    tempo = dose.tempo
    if tempo is None:
        raise ValueError("there is no tempo that a pause or a slower lowering could be added to")
    pause, lower = knobs.pause_ms or 0, knobs.lower_ms or 0
    at_top = first is First.CONCENTRIC
    return replace(
        dose,
        tempo=replace(
            tempo,
            eccentric_ms=tempo.eccentric_ms + lower,
            pause_low_ms=tempo.pause_low_ms + (0 if at_top else pause),
            pause_high_ms=tempo.pause_high_ms + (pause if at_top else 0),
        ),
    )


def _check(knob: Knob, said: float) -> None:
    # «not (low <= x <= high)» also refuses NaN. A product of decimals may lie a hair outside of its limits.
    inside = knob.low - 1e-9 <= said <= knob.high + 1e-9
    if not inside or (knob.only and not any(abs(said - one) < 1e-6 for one in knob.only)):
        raise ValueError(f"{knob.key} cannot be {said:g} ({_wanted(knob, '')})")


def _wanted(knob: Knob, word: str) -> str:
    near = get_close_matches(word, knob.words, n=1)
    if near:
        return f"did you mean '{near[0]}'?"
    numbers = " or ".join(f"{one:g}" for one in knob.only) or f"{knob.low:g} to {knob.high:g}"
    choices = [", ".join(knob.words)] if knob.words else []
    choices += [f"{numbers} {knob.unit}"] if knob.unit else []
    return f"use {', or '.join(choices)}"


def _text(knob: Knob, value: float | str) -> str:
    if isinstance(value, str):
        return str(value)
    named = next((word for word, width in STANCES.items() if width == value), None) if knob.key == "stance" else None
    return named or f"{round(value / knob.scale, 4):g}"
