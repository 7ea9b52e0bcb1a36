"""A plan's `modify` table: limits as the knobs have them, and refused where an exercise does not take it."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from kinetic_home.catalogue.schema import ModifyTable
from kinetic_home.domain.exercise import Catalogue
from kinetic_home.domain.knobs import AS_IT_IS, KNOBS, Knobs
from kinetic_home.domain.plan import Plan, SessionId
from kinetic_home.domain.script import script_of

PLAN = """
[plan]
id = "p"
title = "P"
[[sessions]]
id = "A"
title = "A"
items = [{ exercise = "pat_box_squat", modify = { %s } }]
"""


def test_the_table_has_a_key_for_every_knob() -> None:
    assert [field.name for field in msgspec.structs.fields(ModifyTable)] == list(KNOBS)


@pytest.mark.parametrize("key", [key for key, knob in KNOBS.items() if knob.high > knob.low and not knob.only])
def test_the_table_has_the_limits_of_the_knob(key: str) -> None:
    knob = KNOBS[key]
    for said, fits in ((knob.low, True), (knob.high, True), (knob.low - 0.01, False), (knob.high + 0.01, False)):
        try:
            msgspec.convert({key: said}, ModifyTable)
        except msgspec.ValidationError:
            assert not fits
        else:
            assert fits


@pytest.mark.parametrize("key", [key for key, knob in KNOBS.items() if knob.words or knob.only])
def test_the_table_has_the_words_of_the_knob(key: str) -> None:
    for said in (*KNOBS[key].words, *map(int, KNOBS[key].only)):
        table = msgspec.convert({key: said}, ModifyTable)
        assert Knobs.said({key: getattr(table, key)}).keys == (key,)


def test_a_plan_turns_knobs(plan_of: Callable[[str], Plan], catalogue: Catalogue) -> None:
    plan = plan_of(PLAN % 'depth = 60, pause_s = 1, lower_s = 0.5, stance = 0.3, support = "both_hands"')
    session = plan.sessions[SessionId("A")]
    assert str(session.items[0].knobs) == "depth=60 stance=0.3 pause_s=1 lower_s=0.5 support=both_hands"
    item = script_of(plan, session, catalogue).items[0]
    assert (str(session.items[0].dose.tempo), str(item.dose.tempo)) == ("3-1-2-0", "3.5-2-2-0")
    assert item.fitted[0] == "Only as deep as 60°"
    assert item.equipment == ("chair", "support")


def test_a_plan_without_knobs_turns_none(plan_of: Callable[[str], Plan], catalogue: Catalogue) -> None:
    plan = plan_of(PLAN % "")
    item = script_of(plan, plan.sessions[SessionId("A")], catalogue).items[0]
    assert (item.knobs, item.fitted, item.equipment) == (AS_IT_IS, (), item.exercise.equipment)


def test_a_step_of_another_height_is_what_is_needed(plan_of: Callable[[str], Plan], catalogue: Catalogue) -> None:
    plan = plan_of((PLAN % "step_cm = 10").replace("pat_box_squat", "pat_step_up"))
    item = script_of(plan, plan.sessions[SessionId("A")], catalogue).items[0]
    assert "step10" in item.equipment
    assert "step20" not in item.equipment


def test_a_set_that_grows_too_long_is_refused(complaints: Callable[[str], list[str]]) -> None:
    said = (PLAN % "lower_s = 1").replace("pat_box_squat", "str_calf_double")
    said = said.replace("modify", 'tempo = "28-30-2-29.5", reps = 20, modify')
    told = "one set of 'str_calf_double' would last 30 minutes (at most 30 minutes; take fewer repetitions)"
    assert complaints(said) == [f"sessions[1].items[1].modify: {told}"]


def test_what_no_arm_reaches_is_refused(
    complaints: Callable[[str], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreachable(*_: object) -> object:
        raise ValueError("a hand that holds on would not reach all the way; use less depth with it")

    monkeypatch.setattr("kinetic_home.figure.knobs.modified", unreachable)
    assert complaints(PLAN % 'support = "one_hand"') == [
        "sessions[1].items[1].modify: 'pat_box_squat' cannot be done so: a hand that holds on would not reach all the "
        "way; use less depth with it (turn fewer knobs, or less far)"
    ]
