"""What the check-in before a session concludes: go on, go easy, or recovery only; the most cautious word wins."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from kinetic_home.domain.events import CheckinGiven
from kinetic_home.domain.scales import Nprs, PainBand, Swelling

# Up by this much against pain as usual means «go easy»; below 2 a change is noise. Source: [V6, V22].
PAIN_ABOVE_USUAL = 2
# Own modelling; clinical section 2.6, G7.
SHORT_SLEEP_H = 5.0


class CheckinResult(IntEnum):
    """What to do today; a higher value is the more cautious one."""

    GO = 0
    GO_EASY = 1
    RECOVERY_ONLY = 2


class CheckinReason(StrEnum):
    """Which answer led to the result."""

    SWELLING_MUCH = "swelling_much"
    PAIN_TOO_MUCH = "pain_too_much"
    PAIN_ABOVE_USUAL = "pain_above_usual"
    SWELLING_LITTLE = "swelling_little"
    SHORT_SLEEP = "short_sleep"
    NO_PAIN_SCORE = "no_pain_score"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckinAdvice:
    """The conclusion and every reason for it, the gravest first."""

    result: CheckinResult
    reasons: tuple[CheckinReason, ...]


def advise(checkin: CheckinGiven, usual: Nprs | None) -> CheckinAdvice:
    """Return what the answers mean for today; `usual` is pain as usual, None while it is not known.

    Rules G3, G4, G6, G7 and G8 of the check-in gate, all evaluated, the most cautious kept. A missing answer
    decides nothing: it neither stops a session nor counts as «no pain». Sources: pain above 5 is too much,
    Thomee 1997 and NEMEX [V1, V1b]; swelling after the post-surgery rules [V5]; short sleep is own modelling [M].
    """
    found = [(result, reason) for result, reason, applies in _rules(checkin, usual) if applies]
    result = max((result for result, _ in found), default=CheckinResult.GO)
    ranked = sorted(found, key=lambda rule: -rule[0])
    return CheckinAdvice(result=result, reasons=tuple(reason for _, reason in ranked))


def _rules(checkin: CheckinGiven, usual: Nprs | None) -> tuple[tuple[CheckinResult, CheckinReason, bool], ...]:
    pain, sleep_h = checkin.pain, checkin.sleep_h
    above_usual = pain is not None and usual is not None and pain.score - usual.score >= PAIN_ABOVE_USUAL
    return (
        (CheckinResult.RECOVERY_ONLY, CheckinReason.SWELLING_MUCH, checkin.swelling == Swelling.MUCH),
        (
            CheckinResult.RECOVERY_ONLY,
            CheckinReason.PAIN_TOO_MUCH,
            pain is not None and pain.band is PainBand.TOO_MUCH,
        ),
        (CheckinResult.GO_EASY, CheckinReason.PAIN_ABOVE_USUAL, above_usual),
        (CheckinResult.GO_EASY, CheckinReason.SWELLING_LITTLE, checkin.swelling == Swelling.LITTLE),
        (CheckinResult.GO_EASY, CheckinReason.SHORT_SLEEP, sleep_h is not None and sleep_h < SHORT_SLEEP_H),
        (CheckinResult.GO, CheckinReason.NO_PAIN_SCORE, pain is None),
    )
