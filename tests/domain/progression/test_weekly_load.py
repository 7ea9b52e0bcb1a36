"""The load of a week and its cap."""

from __future__ import annotations

import pytest

from kinetic_home.domain.progression.prescription import work
from kinetic_home.domain.progression.weekly_load import weekly_load, within_cap
from tests.domain.progression.doses import CATALOGUE, asked, the

MINUTE = 60_000


def test_only_what_loads_counts_and_each_time_that_it_is_done():
    squat = asked("pat_box_squat")
    balance, strength = asked("bal_sls"), asked("str_wall_sit")
    light = [asked("wu_march"), asked("mob_gastroc"), asked("act_clam"), asked("cd_walk"), asked("ply_pogo")]
    expected = (
        2 * work(the("pat_box_squat"), squat) + work(the("bal_sls"), balance) + work(the("str_wall_sit"), strength)
    )
    assert weekly_load(CATALOGUE, [squat, balance, squat, strength, *light]) == expected


@pytest.mark.parametrize(
    ("planned", "completed", "pct", "within"),
    [
        (24.0, (20.0, 20.0), 20, True),
        (24.1, (20.0, 20.0), 20, False),
        (24.0, (90.0, 10.0, 30.0), 20, True),
        (24.1, (90.0, 10.0, 30.0), 20, False),
        (99.0, (9.9, 9.9), 20, True),
        (13.0, (10.0, 10.0), 20, False),
        (20.0, (20.0,), 20, None),
        (20.0, (), 20, None),
        (20.0, (20.0, 20.0), None, None),
    ],
)
def test_a_week_is_compared_with_the_mean_of_the_last_two(
    planned: float, completed: tuple[float, ...], pct: int | None, within: bool | None
):
    assert within_cap(planned * MINUTE, [week * MINUTE for week in completed], pct) is within
