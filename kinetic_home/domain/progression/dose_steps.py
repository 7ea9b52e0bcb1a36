"""What a decision does to a dose (clinical source, 3.4): from what is asked for now to what is asked for next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

from kinetic_home.domain.exercise import Catalogue, Exercise
from kinetic_home.domain.fitting import refusals
from kinetic_home.domain.knobs import KNOBS
from kinetic_home.domain.progression.decision import Decision, Verdict
from kinetic_home.domain.progression.inputs import Inputs
from kinetic_home.domain.progression.prescription import Prescription, StepLimits, lightest_kg
from kinetic_home.domain.progression.rule_sets import PAIN_BANDS, RuleSet, decide
from kinetic_home.domain.progression.step_back import easier_variant, lighter_kg, low_restart, smaller_dose
from kinetic_home.domain.progression.step_up import step_up

# A light week keeps 6 sets of 10, rounded to the nearest (clinical source, 3.4).
_SETS_LEFT, _OF_SETS = 6, 10
# For form: a second more to lower, a second's pause at the hard point, a tenth less load (clinical source, 3.4).
_SLOWER_MS, _PAUSE_MS = 1_000, 1_000
_LOAD_LEFT_FOR_FORM = 0.9


class Lasts(StrEnum):
    """How long what comes after a step holds; when the time is over, what was before it is asked for again.

    «Cleared» is the person's word that it was checked, or the clinician's (clinical source, 3.4).
    """

    UNTIL_CHANGED = "until_changed"
    NEXT_SESSION = "next_session"
    WEEK = "week"
    WEEK_AND_CLEARED = "week_and_cleared"
    UNTIL_CLEARED = "until_cleared"


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseStep:
    """One exercise before and after a decision; `after` is None where it is not to be done for now.

    `retest` asks for the baseline tests anew.
    """

    before: Prescription
    after: Prescription | None
    lasts: Lasts = Lasts.UNTIL_CHANGED
    retest: bool = False

    @property
    def changed(self) -> bool:
        """Tell whether anything is another than before: the streak of clean sessions then begins at 0."""
        return self.after != self.before


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A whole decision, as it is kept: what was known, what was decided by which rules, and what that does."""

    inputs: Inputs
    verdict: Verdict
    step: DoseStep


def decide_dose(
    given: Inputs,
    now: Prescription,
    catalogue: Catalogue,
    limits: StepLimits,
    *,
    settled: Prescription | None = None,
    rule_set: RuleSet = PAIN_BANDS,
) -> Decided:
    """Return what the rules decide about one exercise and what that does to its dose; see `step_of`."""
    verdict = decide(given, rule_set)
    step = step_of(verdict.decision, now, catalogue, limits, settled=settled, clean_sessions=given.streak)
    return Decided(inputs=given, verdict=verdict, step=step)


def step_of(
    decision: Decision,
    now: Prescription,
    catalogue: Catalogue,
    limits: StepLimits,
    *,
    settled: Prescription | None = None,
    clean_sessions: int | None = None,
) -> DoseStep:
    """Return what a decision does to what is asked for `now`.

    `settled` is the last prescription after which the next morning was no worse than usual, None where there was none.
    `clean_sessions` is the streak at this dose. Whoever asks for the inputs takes `attop` from `step_up`; a PROGRESS
    where there is no step up changes nothing. Jumps that may not be asked for are left out, whatever the decision.
    """
    step = _step(decision, now, catalogue, limits, settled, clean_sessions)
    if step.after is not None and not limits.let_appear(catalogue[step.after.exercise]):
        return replace(step, after=None, lasts=Lasts.UNTIL_CLEARED)
    return step


def _step(
    decision: Decision,
    now: Prescription,
    catalogue: Catalogue,
    limits: StepLimits,
    settled: Prescription | None,
    clean_sessions: int | None,
) -> DoseStep:
    match decision:
        case Decision.STOP_REVIEW:
            return DoseStep(before=now, after=None, lasts=Lasts.UNTIL_CLEARED)
        case Decision.PAUSE_EXERCISE:
            return DoseStep(before=now, after=None, lasts=Lasts.WEEK_AND_CLEARED)
        case Decision.STEP_BACK_VARIANT:
            return DoseStep(before=now, after=easier_variant(now, catalogue, limits))
        case Decision.RESTART_LOW:
            return DoseStep(before=now, after=low_restart(now, catalogue, limits), retest=True)
        case Decision.STEP_BACK_DOSE:
            return DoseStep(before=now, after=smaller_dose(now, catalogue, limits, settled))
        case Decision.DELOAD:
            return DoseStep(before=now, after=_light_week(now), lasts=Lasts.WEEK)
        case Decision.HOLD_TECHNIQUE:
            for_form = _for_form(now, catalogue[now.exercise], limits)
            return DoseStep(before=now, after=for_form, lasts=Lasts.NEXT_SESSION)
        case Decision.HOLD:
            return DoseStep(before=now, after=now)
        case Decision.PROGRESS:
            return DoseStep(before=now, after=step_up(now, catalogue, limits, clean_sessions) or now)
        case _:
            assert_never(decision)


def _light_week(now: Prescription) -> Prescription:
    """Return six tenths of the sets, at least one: for this one week that may be fewer than the exercise's range."""
    sets = max(1, (now.dose.sets * _SETS_LEFT + _OF_SETS // 2) // _OF_SETS)
    return replace(now, dose=replace(now.dose, sets=sets))


def _for_form(now: Prescription, exercise: Exercise, limits: StepLimits) -> Prescription:
    """Return the same sets and repetitions, slower and lighter, as far as the exercise takes it."""
    dose, knobs = now.dose, now.knobs
    slower = replace(
        knobs,
        lower_ms=_longer("lower_s", knobs.lower_ms, _SLOWER_MS),
        pause_ms=_longer("pause_s", knobs.pause_ms, _PAUSE_MS),
    )
    refused = {refusal.key for refusal in refusals(exercise, dose, slower)}
    knobs = slower.without(*({"lower_s", "pause_s"} & refused))
    if dose.load_kg is not None and dose.load_kg > lightest_kg(exercise):
        load_kg = lighter_kg(dose.load_kg, lightest_kg(exercise), limits.increment_kg, _LOAD_LEFT_FOR_FORM)
        dose = replace(dose, load_kg=load_kg)
    return replace(now, dose=dose, knobs=knobs)


def _longer(key: str, now_ms: int | None, more_ms: int) -> int:
    return min((now_ms or 0) + more_ms, round(KNOBS[key].high * KNOBS[key].scale))
