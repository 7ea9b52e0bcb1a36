"""What can be decided about the dose of one exercise, and how a decision explains itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Decision(StrEnum):
    """What happens to a dose next, from the most cautious to the boldest."""

    STOP_REVIEW = "STOP_REVIEW"
    PAUSE_EXERCISE = "PAUSE_EXERCISE"
    STEP_BACK_VARIANT = "STEP_BACK_VARIANT"
    RESTART_LOW = "RESTART_LOW"
    STEP_BACK_DOSE = "STEP_BACK_DOSE"
    DELOAD = "DELOAD"
    HOLD_TECHNIQUE = "HOLD_TECHNIQUE"
    HOLD = "HOLD"
    PROGRESS = "PROGRESS"

    @property
    def rank(self) -> int:
        """Return how bold it is, from 0 to 7; two decisions are as cautious as each other and share a rank."""
        return _RANKS[self]


_RANKS: Mapping[Decision, int] = MappingProxyType(
    {
        Decision.STOP_REVIEW: 0,
        Decision.PAUSE_EXERCISE: 1,
        Decision.STEP_BACK_VARIANT: 2,
        Decision.RESTART_LOW: 2,
        Decision.STEP_BACK_DOSE: 3,
        Decision.DELOAD: 4,
        Decision.HOLD_TECHNIQUE: 5,
        Decision.HOLD: 6,
        Decision.PROGRESS: 7,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one rule says about the inputs; `message` is for the person, `missing` the inputs that it lacked."""

    rule: str
    decision: Decision
    message: str
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a rule set decides: the decision, the rule that made it, and what it tells the person.

    `fired` is what every rule found, in the order of the table, so that a clinician sees what else would have spoken.
    With the inputs beside it a verdict can be kept and replayed: name and version say which rules were asked.
    """

    decision: Decision
    rule: str
    message: str
    fired: tuple[Finding, ...]
    rule_set: str
    version: int
