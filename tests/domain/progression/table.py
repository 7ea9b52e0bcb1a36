"""The rule table written down a second time, straight from its source, and all the inputs that it has to answer.

It is kept apart from the code that it proves: the numbers and names here come from the clinical source, 3.2 and 3.3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import Any

from kinetic_home.domain.progression.inputs import Inputs, Soreness
from kinetic_home.domain.scales import Nprs, Swelling

State = Mapping[str, Any]

# Everything is known and good: the table goes up one step.
CLEAN: State = {
    "pmax": 1, "d24": 0, "swell": 0, "trend": 0, "gap": 2, "comp": 1.0, "qual": 1.0, "crit": False, "tech": 0, "rir": 3,
    "streak": 3, "flares": 0, "deload": False, "capok": True, "attop": False, "pain_cap": 5, "allow_progress": True,
}  # fmt: skip

RANK = {
    "STOP_REVIEW": 0, "PAUSE_EXERCISE": 1, "STEP_BACK_VARIANT": 2, "RESTART_LOW": 2, "STEP_BACK_DOSE": 3, "DELOAD": 4,
    "HOLD_TECHNIQUE": 5, "HOLD": 6, "PROGRESS": 7,
}  # fmt: skip


def _over(value: int | None, limit: int) -> bool:
    return value is not None and value > limit


def _within(value: float | None, low: float, below: float) -> bool:
    return value is not None and low <= value < below


# Rule, condition, decision; what is missing fulfils no condition here but that of P13 and of P16.
ROWS: tuple[tuple[str, Callable[[State], bool], str], ...] = (
    ("P01", lambda s: s["swell"] == 2, "STOP_REVIEW"),
    ("P02", lambda s: _over(s["pmax"], 5) and _over(s["flares"], 0), "PAUSE_EXERCISE"),
    ("P02", lambda s: _over(s["pmax"], 5), "STEP_BACK_VARIANT"),
    ("P03", lambda s: _over(s["d24"], 1) and _over(s["flares"], 0), "STEP_BACK_VARIANT"),
    ("P03", lambda s: _over(s["d24"], 1), "STEP_BACK_DOSE"),
    ("P04", lambda s: s["pain_cap"] is not None and _within(s["pmax"], s["pain_cap"] + 1, 6), "STEP_BACK_DOSE"),
    ("P05", lambda s: s["swell"] == 1, "STEP_BACK_DOSE"),
    ("P06", lambda s: _over(s["gap"], 27), "RESTART_LOW"),
    ("P07", lambda s: _within(s["gap"], 14, 28), "STEP_BACK_DOSE"),
    ("P08", lambda s: _within(s["gap"], 8, 14), "HOLD"),
    ("P09", lambda s: _over(s["trend"], 1), "DELOAD"),
    ("P10", lambda s: s["deload"] is True, "DELOAD"),
    ("P11", lambda s: (s["crit"] is True or _within(s["qual"], -1, 0.6)) and _over(s["tech"], 1), "STEP_BACK_VARIANT"),
    ("P11", lambda s: s["crit"] is True or _within(s["qual"], -1, 0.6), "HOLD_TECHNIQUE"),
    ("P12", lambda s: _within(s["comp"], -1, 0.7), "STEP_BACK_DOSE"),
    ("P13", lambda s: s["d24"] is None, "HOLD"),
    ("P14", lambda s: s["d24"] == 1, "HOLD"),
    ("P15", lambda s: _within(s["comp"], -1, 1), "HOLD"),
    ("P16", lambda s: _within(0.79 if s["qual"] is None else s["qual"], 0.6, 0.8), "HOLD_TECHNIQUE"),
    ("P17", lambda s: _within(s["rir"], 0, 2), "HOLD"),
    ("P18", lambda s: s["pmax"] is not None and _within(s["streak"], 0, 2 if s["pmax"] <= 2 else 3), "HOLD"),
    ("P19", lambda s: s["attop"] is True or s["allow_progress"] is False, "HOLD"),
    ("P20", lambda s: s["capok"] is False, "HOLD"),
    ("P21", lambda _: True, "PROGRESS"),
)

# Which rule holds for want of an input. The next morning and the form answers are in the table itself.
ASKED_BY = {
    "pmax": "P18", "swell": "P05", "trend": "P09", "gap": "P08", "comp": "P15", "crit": "P11", "tech": "P11",
    "rir": "P17", "streak": "P18", "flares": "P03", "deload": "P10", "capok": "P20", "attop": "P19", "pain_cap": "P04",
    "allow_progress": "P19",
}  # fmt: skip

# Inputs that one rule or another reads together. No rule reads from two groups, so what a group comes to depends on
# nothing outside of it.
GROUPS: tuple[tuple[str, ...], ...] = (
    ("pmax", "pain_cap", "flares", "d24", "streak"),
    ("swell",),
    ("gap",),
    ("trend",),
    ("deload",),
    ("crit", "qual", "tech"),
    ("comp",),
    ("rir",),
    ("attop", "allow_progress"),
    ("capok",),
)

_SHARES = (None, *(step / 50 for step in range(51)), 0.599999, 0.699999, 0.799999, 0.999999)
_FLAG = (None, True, False)
# Every value of every scale; where a scale has no end or no gaps, every value up to beyond the last threshold, and both
# sides of each threshold.
VALUES: Mapping[str, tuple[Any, ...]] = {
    "pmax": (None, *range(11)),
    "pain_cap": (None, *range(6)),
    "flares": (None, 0, 1, 2, 9),
    "d24": (None, *range(-10, 11)),
    "streak": (None, *range(5), 99),
    "swell": (None, 0, 1, 2),
    "gap": (None, *range(42), 365),
    "trend": (None, *range(5), 52),
    "deload": _FLAG,
    "crit": _FLAG,
    "qual": _SHARES,
    "tech": (None, *range(4), 30),
    "comp": _SHARES,
    "rir": (None, *range(5)),
    "attop": _FLAG,
    "allow_progress": _FLAG,
    "capok": _FLAG,
}


def given(**changes: Any) -> Inputs:
    """Return clean inputs with some changed, pain and swelling as plain numbers."""
    said = {**CLEAN, "sore": Soreness.NONE, **changes}
    pmax, swell = said["pmax"], said["swell"]
    said["pmax"] = None if pmax is None else Nprs(pmax)
    said["swell"] = None if swell is None else Swelling(swell)
    return Inputs(**said)


def expected(state: State) -> tuple[int, str, str]:
    """Return rank, rule and decision that the source's table gives: the lowest rank, then the earlier rule."""
    found = [(RANK[decision], rule, decision) for rule, holds, decision in ROWS if holds(state)]
    found += [(RANK["HOLD"], rule, "HOLD") for name, rule in ASKED_BY.items() if state[name] is None]
    return min(found)


def states(group: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """Yield every combination of the values of a group's inputs."""
    for values in product(*(VALUES[name] for name in group)):
        yield dict(zip(group, values, strict=True))
