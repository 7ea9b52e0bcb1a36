"""A plan: which session is due in which week on which day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.plan import ProgrammePhase, SessionId, Weekday
from tests.workflow.scene import A, B, phase, plan

PLAN = plan(
    phases=(phase("early", 1, 2, {Weekday.MON: A}), phase("build", 3, 4, {Weekday.MON: B, Weekday.THU: A})),
    weeks=4,
)


def due(week: int, day: Weekday) -> SessionId | None:
    session = PLAN.session_on(week, day)
    return None if session is None else session.id


@pytest.mark.parametrize(("week", "session"), [(1, A), (2, A), (3, B), (4, B)])
def test_a_phase_counts_both_its_first_and_its_last_week(week: int, session: SessionId):
    assert due(week, Weekday.MON) == session


def test_a_day_that_the_phase_does_not_name_is_off():
    assert due(1, Weekday.THU) is None
    assert due(3, Weekday.THU) == A


@given(st.integers(5, 500), st.sampled_from(Weekday))
def test_after_the_last_week_the_last_phase_goes_on(week: int, day: Weekday):
    assert due(week, day) == due(4, day)


@given(st.integers(1, 60), st.sampled_from(Weekday))
def test_a_plan_without_days_or_phases_asks_for_nothing(week: int, day: Weekday):
    without_days: ProgrammePhase = phase("whole", 1, 4, {})
    assert replace(PLAN, phases=(without_days,)).session_on(week, day) is None
    assert replace(PLAN, phases=()).session_on(week, day) is None


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_weekdays_are_numbered_as_dates_number_them(day: date):
    monday = day - timedelta(days=day.weekday())
    assert Weekday(day.weekday()) - Weekday.MON == (day - monday).days
