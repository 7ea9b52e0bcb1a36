"""Today pages kept as plain data: what is read back is the page that was kept, or an error."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.exercise import Catalogue
from kinetic_home.domain.scales import PainMoment
from kinetic_home.workflow.ahead import today_as_data, today_from_data
from kinetic_home.workflow.day_views import TodayView
from kinetic_home.workflow.today import today_view
from tests.builders import exercise
from tests.workflow.scene import STOPPED, past, plan

MONDAY = date(2026, 3, 2)
CATALOGUE = Catalogue(exercises={made.id: made for made in (exercise("one"), exercise("two"))})


def page(ahead: int, done: Sequence[tuple[int, bool]]) -> TodayView:
    records = [
        past(MONDAY + timedelta(days=n), bouts=1, end=None if open_ else STOPPED, pains=[(PainMoment.DURING, 6)])
        for n, open_ in sorted(done)
    ]
    return today_view(plan(), CATALOGUE, records, MONDAY + timedelta(days=ahead))


@given(st.integers(0, 20), st.lists(st.tuples(st.integers(0, 20), st.booleans()), max_size=4))
def test_a_page_kept_as_json_is_read_back_as_it_was(ahead: int, done: list[tuple[int, bool]]):
    view = page(ahead, done)
    assert today_from_data(json.loads(json.dumps(today_as_data(view)))) == view


def spoilt(**changed: Any) -> dict[str, Any]:
    return {**json.loads(json.dumps(today_as_data(page(0, [(0, True)])))), **changed}


@pytest.mark.parametrize(
    "data",
    [
        {},
        spoilt(more=1),
        spoilt(strip=[{}]),
        spoilt(session={"title": "A"}),
        spoilt(offered=3),
        spoilt(strip=[{"date": "2026-03-02", "weekday": 0, "state": "asleep", "session_title": None}]),
        spoilt(strip=[{"state": "done"}]),
    ],
)
def test_any_other_data_is_an_error_and_not_a_page(data: dict[str, Any]):
    with pytest.raises((KeyError, TypeError, ValueError)):
        today_from_data(data)
