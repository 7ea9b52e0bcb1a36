"""A script: a plan's session with its exercises looked up and its questions chosen."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.exercise import Catalogue, Category
from kinetic_home.domain.knobs import Knobs
from kinetic_home.domain.plan import PlanItem, PlanSession, SessionId
from kinetic_home.domain.script import checks_to_ask, script_of
from kinetic_home.domain.side import Side
from tests.builders import check, exercise, item, reps
from tests.workflow.scene import plan

CHECKS = [check("trunk", critical=False), check("knee"), check("heel", critical=False), check("hip")]


def ids(asked: object) -> list[str]:
    return [each.id for each in asked]  # pyright: ignore[reportGeneralTypeIssues]


def test_critical_questions_come_first_and_keep_their_order():
    assert ids(checks_to_ask(exercise(checks=CHECKS), 3)) == ["knee", "hip", "trunk"]


@pytest.mark.parametrize("category", [Category.WARMUP, Category.COOLDOWN])
def test_a_warm_up_or_cool_down_asks_one_question_at_most(category: Category):
    light = exercise(category=category, checks=CHECKS)
    assert ids(checks_to_ask(light, 3)) == ["knee"]
    assert checks_to_ask(light, 0) == ()


@given(st.integers(0, 3), st.sampled_from(Category), st.lists(st.booleans(), max_size=4))
def test_never_more_questions_than_the_plan_allows_and_none_that_is_not_the_exercises(
    most: int, category: Category, critical: list[bool]
):
    checks = [check(f"check_{n}", critical=grave) for n, grave in enumerate(critical)]
    asked = checks_to_ask(exercise(category=category, checks=checks), most)
    assert len(asked) <= most
    assert set(asked) <= set(checks)
    left_out = set(checks) - set(asked)
    assert not any(grave.critical for grave in left_out) or all(each.critical for each in asked)


def test_the_lead_side_is_worked_first_and_both_sides_together_where_sides_are_one():
    assert item(exercise(per_side=True)).sides(Side.RIGHT) == (Side.RIGHT, Side.LEFT)
    assert item(exercise(per_side=True)).sides(Side.LEFT) == (Side.LEFT, Side.RIGHT)
    assert item(exercise()).sides(Side.RIGHT) == (Side.BOTH,)


def test_a_script_takes_the_doses_and_notes_of_the_plan_and_the_exercises_of_the_catalogue():
    one, two = exercise("one", checks=CHECKS), exercise("two")
    planned = PlanSession(
        id=SessionId("S"),
        title="Strength",
        aim="Get strong.",
        items=(PlanItem(exercise=two.id, dose=reps(3)), PlanItem(exercise=one.id, dose=reps(5), note="Slowly.")),
    )
    made = script_of(plan(lead=Side.RIGHT, checks=2), planned, Catalogue(exercises={one.id: one, two.id: two}))
    assert (made.session_id, made.title, made.aim, made.lead_side) == ("S", "Strength", "Get strong.", Side.RIGHT)
    assert [(it.exercise, it.dose.reps, it.note) for it in made.items] == [(two, 3, ""), (one, 5, "Slowly.")]
    assert [ids(it.checks) for it in made.items] == [[], ["knee", "hip"]]


def test_a_step_of_another_height_and_something_to_hold_on_to_are_needed_where_the_knobs_ask_for_them():
    up = replace(exercise("up"), equipment=("step20", "space"))
    lower = replace(item(up), knobs=Knobs.parse("step_cm=10"))
    held = replace(item(up), knobs=Knobs.parse("support=one_hand"))
    assert item(up).equipment == ("step20", "space")
    assert lower.equipment == ("step10", "space")
    assert held.equipment == ("step20", "space", "support")


@pytest.mark.parametrize("there", ["support", "rail"])
def test_what_one_can_hold_on_to_is_not_needed_twice(there: str):
    held = replace(item(replace(exercise("stand"), equipment=(there,))), knobs=Knobs.parse("support=one_hand"))
    assert held.equipment == (there,)
