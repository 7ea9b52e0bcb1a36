"""The rule table P01 to P21 (clinical source, 3.3): each rule is a small function that looks at the inputs by itself.

What a rule finds is one decision and one message, or nothing. The rules know nothing of one another: all are asked, and
the most cautious finding wins (see rule_sets). Making one input worse can therefore never give a bolder answer.

A rule that lacks an input cannot be ruled out. It then holds the dose and asks for what is missing: to go up would
take the answer for a good one, to come down for a bad one. Each input is asked for by one rule, the mildest that reads
it, as P13 asks for the next morning. What a rule knows already it says all the same: pain above 5 is too much, whatever
is missing beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kinetic_home.domain.progression.decision import Decision, Finding
from kinetic_home.domain.progression.inputs import Inputs, Soreness
from kinetic_home.domain.scales import PainBand, Swelling

Rule = Callable[[Inputs], Finding | None]


def p01_much_swelling(given: Inputs) -> Finding | None:
    """P01: with a lot of swelling nothing goes on until it has been looked at.

    Source: rules for swelling after knee surgery [V5]; the patient's own grading is own modelling [M].
    """
    if given.swell == Swelling.MUCH:
        message = "Your joint is very swollen. Rest it today and call your clinician."
        return Finding(rule="P01", decision=Decision.STOP_REVIEW, message=message)
    return None


def p02_pain_too_much(given: Inputs) -> Finding | None:
    """P02: pain above 5 leads to an easier version, and to a pause where it is the second time in two weeks.

    Without `flares` nothing says that it is the second time. Source: red band of the traffic-light model, Thomee 1997
    and NEMEX [V1, V1b]; the two weeks are own modelling [M].
    """
    if given.pmax is None or given.pmax.band is not PainBand.TOO_MUCH:
        return None
    if given.flares is not None and given.flares >= 1:
        message = "Pain went above 5 again within two weeks. This exercise is on hold. Please tell your clinician."
        return Finding(rule="P02", decision=Decision.PAUSE_EXERCISE, message=message)
    message = "Pain went above 5. We moved you to an easier version."
    return Finding(rule="P02", decision=Decision.STEP_BACK_VARIANT, message=message)


def p03_not_settled(given: Inputs) -> Finding | None:
    """P03: a next morning two or more above pain as usual cuts the dose; the second time it leads to an easier version.

    A missing next morning is P13's. `flares` is asked for here, as no milder rule reads it. Source: 24-hour rule
    [V1b, V2]; a rise of 2 is the least that is more than noise [V6, V22].
    """
    if given.d24 is not None and given.d24 >= 2:
        if given.flares is not None and given.flares >= 1:
            message = "You were sore the next morning again. We moved you to an easier version."
            return Finding(rule="P03", decision=Decision.STEP_BACK_VARIANT, message=message)
        message = "You were still sore the next morning. We cut the dose a little."
        return Finding(rule="P03", decision=Decision.STEP_BACK_DOSE, message=message)
    return _asks("P03", flares=given.flares)


def p04_pain_above_cap(given: Inputs) -> Finding | None:
    """P04: pain above the clinician's cap, though not above 5, cuts the dose.

    A missing cap is no cap of 5: whoever reads the plan says which one holds. Source: caps 0 to 5 (2.2) [M].
    """
    if given.pmax is None or given.pain_cap is None:
        return _asks("P04", pain_cap=given.pain_cap)
    if given.pmax.band is not PainBand.TOO_MUCH and given.pmax.score > given.pain_cap:
        message = "Pain went past the limit set for this exercise. We cut the dose a little."
        return Finding(rule="P04", decision=Decision.STEP_BACK_DOSE, message=message)
    return None


def p05_new_swelling(given: Inputs) -> Finding | None:
    """P05: a little new swelling cuts the dose; no answer about swelling holds it.

    Source: swelling that newly appears means not to advance [V5]; the cut is own modelling [M].
    """
    if given.swell == Swelling.LITTLE:
        message = "You have new swelling. We cut the dose until it settles."
        return Finding(rule="P05", decision=Decision.STEP_BACK_DOSE, message=message)
    return _asks("P05", swell=given.swell)


def p06_long_break(given: Inputs) -> Finding | None:
    """P06: after four weeks or more without the exercise one begins low again. Source: own modelling [M]."""
    if given.gap is not None and given.gap >= 28:
        message = "It has been four weeks or more. We start low and build up again."
        return Finding(rule="P06", decision=Decision.RESTART_LOW, message=message)
    return None


def p07_break(given: Inputs) -> Finding | None:
    """P07: after two weeks or more without the exercise the dose is cut. Source: own modelling [M]."""
    if given.gap is not None and 14 <= given.gap < 28:
        message = "You had a break of two weeks or more. We start a bit lower."
        return Finding(rule="P07", decision=Decision.STEP_BACK_DOSE, message=message)
    return None


def p08_short_break(given: Inputs) -> Finding | None:
    """P08: after eight days or more without the exercise the same dose comes first. Source: own modelling [M].

    A missing gap holds: nobody knows whether there was a break.
    """
    if given.gap is not None and 8 <= given.gap < 14:
        message = "You had a short break. Do the same dose first."
        return Finding(rule="P08", decision=Decision.HOLD, message=message)
    return _asks("P08", gap=given.gap)


def p09_rising_mornings(given: Inputs) -> Finding | None:
    """P09: morning pain that rose two weeks in a row gives a lighter week.

    Source: pain must not climb over the weeks [V1b]; two weeks and half a point are own modelling (2.4) [M].
    """
    if given.trend is not None and given.trend >= 2:
        message = "Your morning pain has gone up two weeks in a row. This is a lighter week."
        return Finding(rule="P09", decision=Decision.DELOAD, message=message)
    return _asks("P09", trend=given.trend)


def p10_light_week(given: Inputs) -> Finding | None:
    """P10: a planned light week is kept. Source: coaching practice with little trial evidence [R: Coleman 2024]."""
    if given.deload:
        message = "This is your planned light week. Rest helps you get strong."
        return Finding(rule="P10", decision=Decision.DELOAD, message=message)
    return _asks("P10", deload=given.deload)


def p11_form_not_clean(given: Inputs) -> Finding | None:
    """P11: a failed critical check, or fewer than 6 clean checks of 10, slows the exercise down; the third time in a
    row it leads to an easier version.

    Without `tech` nothing says that it is the third time. No form answers at all are P16's. Source: quality comes
    before load, NEMEX [V1]; the shares are own modelling [M].
    """
    if given.crit or (given.qual is not None and given.qual < 0.6):
        if given.tech is not None and given.tech >= 2:
            message = "The form was hard to keep. We moved you to an easier version."
            return Finding(rule="P11", decision=Decision.STEP_BACK_VARIANT, message=message)
        message = "The form was not clean yet. Same dose. Slow down and use a mirror."
        return Finding(rule="P11", decision=Decision.HOLD_TECHNIQUE, message=message)
    return _asks("P11", crit=given.crit, tech=given.tech)


def p12_much_left_undone(given: Inputs) -> Finding | None:
    """P12: a dose of which less than 7 tenths was done is cut so that it can be finished. Source: own modelling [M]."""
    if given.comp is not None and given.comp < 0.7:
        message = "You did less than planned. We cut the dose so you can finish it."
        return Finding(rule="P12", decision=Decision.STEP_BACK_DOSE, message=message)
    return None


def p13_no_next_morning(given: Inputs) -> Finding | None:
    """P13: without the next morning's score nobody knows whether the dose has settled. Source: 24-hour rule [V1b]."""
    return _asks("P13", d24=given.d24)


def p14_little_sore(given: Inputs) -> Finding | None:
    """P14: a next morning one above pain as usual means the same again. Source: within measurement noise [V6, V22]."""
    if given.d24 == 1:
        message = "You were a little sore the next day. Do the same dose again."
        return Finding(rule="P14", decision=Decision.HOLD, message=message)
    return None


def p15_not_finished(given: Inputs) -> Finding | None:
    """P15: what was not done whole is done again first; how much was done must be known. Source: own modelling [M]."""
    if given.comp is not None and given.comp < 1:
        message = "Finish all the reps first. Same dose again."
        return Finding(rule="P15", decision=Decision.HOLD, message=message)
    return _asks("P15", comp=given.comp)


def p16_form_mostly_clean(given: Inputs) -> Finding | None:
    """P16: form that was mostly clean, 6 to 8 checks of 10, gets one more try at the same dose.

    No form answers count as 0.79 (clinical source, 3.2): they are never taken for clean form.
    Source: the next level needs good quality of movement, NEMEX [V1]; the shares are own modelling [M].
    """
    if given.qual is None or 0.6 <= given.qual < 0.8:
        message = "Most of the form was clean. Same dose, one more try."
        missing = ("qual",) if given.qual is None else ()
        return Finding(rule="P16", decision=Decision.HOLD_TECHNIQUE, message=message, missing=missing)
    return None


def p17_very_hard(given: Inputs) -> Finding | None:
    """P17: fewer than two good repetitions left mean the same dose again; no answer means so too.

    Source: repetitions in reserve predict failure [V8], and a published table holds at 2 and cuts at 1 or 0 [V9].
    """
    if given.rir is not None and given.rir <= 1:
        message = "That was very hard. Same dose until you have two reps to spare."
        return Finding(rule="P17", decision=Decision.HOLD, message=message)
    return _asks("P17", rir=given.rir)


def p18_not_often_enough(given: Inputs) -> Finding | None:
    """P18: two clean sessions come before a step up where pain was at most 2, three where it was more.

    `pmax` is asked for here: a missing score is no 0, so it can show no session to be calm.
    Source: 2-for-2 rule [R: Baechle & Earle 2008]; slower in the amber band [V1] [M].
    """
    if given.pmax is None or given.streak is None:
        return _asks("P18", pmax=given.pmax, streak=given.streak)
    more = (2 if given.pmax.band is PainBand.SAFE else 3) - given.streak
    if more > 0:
        message = f"Good work. Do this dose well {more} more {'time' if more == 1 else 'times'}, then you move up."
        return Finding(rule="P18", decision=Decision.HOLD, message=message)
    return None


def p19_top_or_set_dose(given: Inputs) -> Finding | None:
    """P19: there is no step up at the top of an exercise, nor where the clinician has set the dose.

    Without the clinician's word there is no leave to go up: a fixed plan is what holds until one is given. Source: 7.1.
    """
    if given.attop:
        message = "You are at the top of this exercise. Keep it going."
        return Finding(rule="P19", decision=Decision.HOLD, message=message)
    if given.allow_progress is False:
        message = "Your clinician has set this dose. Keep it going."
        return Finding(rule="P19", decision=Decision.HOLD, message=message)
    return _asks("P19", attop=given.attop, allow_progress=given.allow_progress)


def p20_week_full(given: Inputs) -> Finding | None:
    """P20: the week's load does not grow beyond its cap. Source: a guard rail, not a law [V10, V10b, V10c]."""
    if given.capok is False:
        message = "Your week is going up enough. Same dose for now."
        return Finding(rule="P20", decision=Decision.HOLD, message=message)
    return _asks("P20", capok=given.capok)


def p21_progress(_given: Inputs) -> Finding:
    """P21: always there, so that the table always answers; it wins where no other rule spoke. Source: 3.3."""
    message = "Well done. Pain was calm and form was clean. You move up one step."
    return Finding(rule="P21", decision=Decision.PROGRESS, message=message)


def s01_stayed_sore(given: Inputs) -> Finding | None:
    """S01: soreness that was there in the warm-up and stayed: two days off, and a smaller dose.

    Source: soreness rules used after knee surgery, «drop one step» [V5].
    """
    if given.sore is Soreness.STAYED:
        message = "You stayed sore after the warm-up. Take two days off. We cut the dose a little."
        return Finding(rule="S01", decision=Decision.STEP_BACK_DOSE, message=message)
    return None


def s02_sore_afterwards(given: Inputs) -> Finding | None:
    """S02: soreness more than an hour afterwards: one day off and the same again.

    The next morning itself is P03's and P14's, which are the more cautious. Source: soreness rules [V5].
    """
    if given.sore is Soreness.AFTER:
        message = "You were sore for more than an hour. Take one day off, then do the same dose again."
        return Finding(rule="S02", decision=Decision.HOLD, message=message)
    return None


def s03_soreness_eased(given: Inputs) -> Finding | None:
    """S03: soreness in the warm-up that eased: the same session again; no answer means so too. Source: [V5]."""
    if given.sore is Soreness.EASED:
        message = "You were sore in the warm-up, then it eased. Do the same dose again."
        return Finding(rule="S03", decision=Decision.HOLD, message=message)
    return _asks("S03", sore=given.sore)


# What a person is told where an input is missing, by its name.
_ASK: Mapping[str, str] = MappingProxyType(
    {
        "pmax": "We need your pain score for this exercise first. Same dose for now.",
        "d24": "We need your next-morning score first. Same dose for now.",
        "swell": "We need to know first if your joint is swollen. Same dose for now.",
        "comp": "We need to know first how much you did. Same dose for now.",
        "crit": "We need your answers about form first. Same dose for now.",
        "rir": "We need to know first how many good reps you had left. Same dose for now.",
        "sore": "We need to know first if you were sore. Same dose for now.",
        "gap": "We do not know when you last did this. Same dose for now.",
        "allow_progress": "Your plan does not say that you may move up. Same dose for now.",
        "pain_cap": "Your plan sets no pain limit for this exercise. Same dose for now.",
    }
)
_ASK_THE_PROGRAM = "We do not know enough yet. Same dose for now."


def _asks(rule: str, **read: object) -> Finding | None:
    """Return a hold that asks for the first missing one of what a rule read; nothing where none is missing."""
    missing = tuple(name for name, value in read.items() if value is None)
    if not missing:
        return None
    message = _ASK.get(missing[0], _ASK_THE_PROGRAM)
    return Finding(rule=rule, decision=Decision.HOLD, message=message, missing=missing)
