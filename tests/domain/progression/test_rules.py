"""Each rule by itself: what it says in the words of the source, and what a missing input means to it."""

from __future__ import annotations

from typing import Any

import pytest

from kinetic_home.catalogue.readability import too_hard
from kinetic_home.domain.progression.decision import Decision, Verdict
from kinetic_home.domain.progression.inputs import Inputs, Soreness
from kinetic_home.domain.progression.rule_sets import PAIN_BANDS, RULE_SETS, SORENESS, decide, rule_set_named
from tests.domain.progression.table import CLEAN, VALUES, given

# Every message of the source's table (3.3), and what leads to it.
TOLD = [
    ({"swell": 2}, "P01", "Your joint is very swollen. Rest it today and call your clinician."),
    ({"pmax": 6}, "P02", "Pain went above 5. We moved you to an easier version."),
    (
        {"pmax": 6, "flares": 1},
        "P02",
        "Pain went above 5 again within two weeks. This exercise is on hold. Please tell your clinician.",
    ),
    ({"d24": 2}, "P03", "You were still sore the next morning. We cut the dose a little."),
    (
        {"d24": 2, "flares": 1},
        "P03",
        "You were sore the next morning again. We moved you to an easier version.",
    ),
    (
        {"pmax": 3, "pain_cap": 2},
        "P04",
        "Pain went past the limit set for this exercise. We cut the dose a little.",
    ),
    ({"swell": 1}, "P05", "You have new swelling. We cut the dose until it settles."),
    ({"gap": 28}, "P06", "It has been four weeks or more. We start low and build up again."),
    ({"gap": 14}, "P07", "You had a break of two weeks or more. We start a bit lower."),
    ({"gap": 8}, "P08", "You had a short break. Do the same dose first."),
    ({"trend": 2}, "P09", "Your morning pain has gone up two weeks in a row. This is a lighter week."),
    ({"deload": True}, "P10", "This is your planned light week. Rest helps you get strong."),
    ({"crit": True}, "P11", "The form was not clean yet. Same dose. Slow down and use a mirror."),
    ({"qual": 0.5}, "P11", "The form was not clean yet. Same dose. Slow down and use a mirror."),
    ({"crit": True, "tech": 2}, "P11", "The form was hard to keep. We moved you to an easier version."),
    ({"comp": 0.69}, "P12", "You did less than planned. We cut the dose so you can finish it."),
    ({"d24": None}, "P13", "We need your next-morning score first. Same dose for now."),
    ({"d24": 1}, "P14", "You were a little sore the next day. Do the same dose again."),
    ({"comp": 0.7}, "P15", "Finish all the reps first. Same dose again."),
    ({"qual": 0.6}, "P16", "Most of the form was clean. Same dose, one more try."),
    ({"qual": None}, "P16", "Most of the form was clean. Same dose, one more try."),
    ({"rir": 1}, "P17", "That was very hard. Same dose until you have two reps to spare."),
    ({"streak": 1}, "P18", "Good work. Do this dose well 1 more time, then you move up."),
    ({"streak": 0}, "P18", "Good work. Do this dose well 2 more times, then you move up."),
    ({"streak": 0, "pmax": 3}, "P18", "Good work. Do this dose well 3 more times, then you move up."),
    ({"attop": True}, "P19", "You are at the top of this exercise. Keep it going."),
    ({"allow_progress": False}, "P19", "Your clinician has set this dose. Keep it going."),
    ({"attop": True, "allow_progress": False}, "P19", "You are at the top of this exercise. Keep it going."),
    ({"capok": False}, "P20", "Your week is going up enough. Same dose for now."),
    ({}, "P21", "Well done. Pain was calm and form was clean. You move up one step."),
]

# What is said where an input is missing that the source's table has no words for.
ASKED = [
    ("flares", "P03", "We do not know enough yet. Same dose for now."),
    ("pain_cap", "P04", "Your plan sets no pain limit for this exercise. Same dose for now."),
    ("swell", "P05", "We need to know first if your joint is swollen. Same dose for now."),
    ("gap", "P08", "We do not know when you last did this. Same dose for now."),
    ("trend", "P09", "We do not know enough yet. Same dose for now."),
    ("deload", "P10", "We do not know enough yet. Same dose for now."),
    ("crit", "P11", "We need your answers about form first. Same dose for now."),
    ("tech", "P11", "We do not know enough yet. Same dose for now."),
    ("comp", "P15", "We need to know first how much you did. Same dose for now."),
    ("rir", "P17", "We need to know first how many good reps you had left. Same dose for now."),
    ("pmax", "P18", "We need your pain score for this exercise first. Same dose for now."),
    ("streak", "P18", "We do not know enough yet. Same dose for now."),
    ("attop", "P19", "We do not know enough yet. Same dose for now."),
    ("allow_progress", "P19", "Your plan does not say that you may move up. Same dose for now."),
    ("capok", "P20", "We do not know enough yet. Same dose for now."),
]

# Words that frighten or that promise (clinical source, 7.3).
_NEVER = (
    "damage",
    "wear",
    "worn",
    "crumbl",
    "out of place",
    "unstable",
    "bone on bone",
    "fail",
    "abnormal",
    "prescribe",
)
_NEVER_EITHER = ("cure", "treat", "!", "no gain", "push through", "safe to")


def verdict(**changes: Any) -> Verdict:
    return decide(given(**changes))


@pytest.mark.parametrize(("changes", "rule", "message"), TOLD)
def test_a_rule_says_what_the_source_says(changes: dict[str, Any], rule: str, message: str):
    told = verdict(**changes)
    assert (told.rule, told.message) == (rule, message)


@pytest.mark.parametrize(("name", "rule", "message"), ASKED)
def test_a_missing_input_holds_the_dose_and_is_asked_for(name: str, rule: str, message: str):
    told = verdict(**{name: None})
    assert (told.decision, told.rule, told.message) == (Decision.HOLD, rule, message)
    assert [finding.missing for finding in told.fired if finding.missing] == [(name,)]


@pytest.mark.parametrize("name", CLEAN)
def test_a_missing_input_never_lets_the_dose_go_up(name: str):
    assert verdict(**{name: None}).decision is not Decision.PROGRESS


@pytest.mark.parametrize("name", ["pmax", "d24", "swell", "trend", "gap", "tech", "flares"])
def test_missing_is_not_zero(name: str):
    assert verdict(**{name: 0}).decision is Decision.PROGRESS
    assert verdict(**{name: None}).decision is Decision.HOLD


def test_nothing_known_at_all_holds_for_want_of_form_answers():
    told = decide(Inputs())
    assert (told.decision, told.rule) == (Decision.HOLD_TECHNIQUE, "P16")
    assert {name for finding in told.fired for name in finding.missing} == set(CLEAN)


@pytest.mark.parametrize("missing", ["d24", "qual", "rir", "streak", "flares", "pain_cap", "gap", "capok"])
def test_what_is_known_to_be_bad_is_said_whatever_is_missing_beside_it(missing: str):
    assert verdict(pmax=8, **{missing: None}).decision is Decision.STEP_BACK_VARIANT
    assert verdict(swell=2, **{missing: None}).decision is Decision.STOP_REVIEW


def test_a_missing_count_of_flares_or_of_technique_holds_is_no_repeat():
    assert verdict(pmax=8, flares=None).decision is Decision.STEP_BACK_VARIANT
    assert verdict(d24=3, flares=None).decision is Decision.STEP_BACK_DOSE
    assert verdict(crit=True, tech=None).decision is Decision.HOLD_TECHNIQUE


def test_of_two_answers_that_are_as_cautious_the_earlier_rule_speaks():
    told = verdict(gap=30, pmax=7)
    assert (told.decision, told.rule) == (Decision.STEP_BACK_VARIANT, "P02")
    assert verdict(d24=None, rir=0, streak=0).rule == "P13"


def test_a_verdict_holds_every_rule_that_spoke_and_the_rules_it_came_from():
    told = verdict(swell=1, gap=9, rir=None)
    assert [(finding.rule, finding.decision, finding.missing) for finding in told.fired] == [
        ("P05", Decision.STEP_BACK_DOSE, ()),
        ("P08", Decision.HOLD, ()),
        ("P17", Decision.HOLD, ("rir",)),
        ("P21", Decision.PROGRESS, ()),
    ]
    assert (told.decision, told.rule) == (Decision.STEP_BACK_DOSE, "P05")
    assert (told.rule_set, told.version) == (PAIN_BANDS.name, PAIN_BANDS.version)


@pytest.mark.parametrize(
    ("changes", "rules"),
    [
        ({"gap": 7}, []),
        ({"gap": 13}, ["P08"]),
        ({"gap": 14}, ["P07"]),
        ({"gap": 27}, ["P07"]),
        ({"gap": 28}, ["P06"]),
        ({"pmax": 5, "pain_cap": 4}, ["P04"]),
        ({"pmax": 6, "pain_cap": 4}, ["P02"]),
        ({"qual": 0.59}, ["P11"]),
        ({"qual": 0.6}, ["P16"]),
        ({"comp": 0.69}, ["P12", "P15"]),
    ],
)
def test_a_rule_speaks_only_for_its_own_stretch(changes: dict[str, Any], rules: list[str]):
    assert [finding.rule for finding in verdict(**changes).fired] == [*rules, "P21"]


def test_form_that_was_answered_for_is_not_called_missing():
    assert verdict(qual=0.7).fired[0].missing == ()
    assert verdict(qual=None).fired[0].missing == ("qual",)


def test_of_two_missing_inputs_of_a_rule_both_are_named_and_the_first_is_asked_for():
    told = verdict(crit=None, tech=None)
    assert told.fired[0].missing == ("crit", "tech")
    assert told.message == "We need your answers about form first. Same dose for now."


@pytest.mark.parametrize(
    ("sore", "rule", "decision", "message"),
    [
        (Soreness.NONE, "P21", Decision.PROGRESS, TOLD[-1][2]),
        (
            Soreness.EASED,
            "S03",
            Decision.HOLD,
            "You were sore in the warm-up, then it eased. Do the same dose again.",
        ),
        (
            Soreness.AFTER,
            "S02",
            Decision.HOLD,
            "You were sore for more than an hour. Take one day off, then do the same dose again.",
        ),
        (
            Soreness.STAYED,
            "S01",
            Decision.STEP_BACK_DOSE,
            "You stayed sore after the warm-up. Take two days off. We cut the dose a little.",
        ),
        (None, "S03", Decision.HOLD, "We need to know first if you were sore. Same dose for now."),
    ],
)
def test_the_soreness_rules_say_what_their_source_says(
    sore: Soreness | None, rule: str, decision: Decision, message: str
):
    told = decide(given(sore=sore), SORENESS)
    assert (told.rule, told.decision, told.message) == (rule, decision, message)
    assert told.rule_set == "soreness"
    assert decide(given(sore=sore)).rule == "P21"


def test_a_rule_set_is_found_by_its_name_and_a_slip_is_told_the_way_out():
    assert RULE_SETS == {"pain_bands": PAIN_BANDS, "soreness": SORENESS}
    assert rule_set_named("soreness") is SORENESS
    with pytest.raises(ValueError, match=r"no rule set 'sorenes' \(did you mean 'soreness'\?\)"):
        rule_set_named("sorenes")
    with pytest.raises(ValueError, match=r"no rule set 'x' \(the rule sets are pain_bands, soreness\)"):
        rule_set_named("x")


def every_message() -> set[str]:
    one_changed = (decide(given(**{name: value})) for name, values in VALUES.items() for value in values)
    sore = (decide(given(sore=sore), SORENESS) for sore in (None, *Soreness))
    several = (decide(given(**changes)) for changes, _, _ in TOLD)
    told = (*one_changed, *sore, *several)
    return {finding.message for verdict in told for finding in verdict.fired}


def test_every_message_is_plain_and_calm():
    messages = every_message()
    assert {message for _, _, message in (*TOLD, *ASKED)} <= messages
    assert [message for message in messages if too_hard(message)] == []
    for word in (*_NEVER, *_NEVER_EITHER):
        assert [message for message in messages if word in message.lower()] == []
