"""Inputs within their scales, and an error that names input, value and way out beyond them."""

from __future__ import annotations

from typing import Any

import pytest

from kinetic_home.domain.progression.inputs import BadInput, Inputs, Soreness
from kinetic_home.domain.scales import Nprs, Swelling

MISSING = "or None where it is missing"


def test_everything_is_missing_until_it_is_said():
    inputs = Inputs()
    assert all(getattr(inputs, name) is None for name in Inputs.__dataclass_fields__)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("pmax", (Nprs(0), Nprs(10))),
        ("swell", tuple(Swelling)),
        ("sore", tuple(Soreness)),
        ("d24", (-10, 0, 10)),
        ("trend", (0, 1_000)),
        ("gap", (0, 100_000)),
        ("tech", (0, 50)),
        ("streak", (0, 50)),
        ("flares", (0, 50)),
        ("rir", (0, 4)),
        ("comp", (0, 0.0, 0.5, 1, 1.0)),
        ("qual", (0, 0.0, 0.5, 1, 1.0)),
        ("crit", (True, False)),
        ("deload", (True, False)),
        ("capok", (True, False)),
        ("attop", (True, False)),
        ("allow_progress", (True, False)),
        ("pain_cap", (0, 5)),
        ("max_weekly_increase_pct", (5, 30)),
        ("max_lvl", (1, 5)),
        ("deload_every", (0, 3, 8)),
        ("ladder_allowed", ((), ("pat_box_squat",))),
    ],
)
def test_the_ends_of_every_scale_are_taken(name: str, values: tuple[Any, ...]):
    for value in (None, *values):
        assert getattr(Inputs(**{name: value}), name) == value


@pytest.mark.parametrize(
    ("name", "value", "way_out"),
    [
        ("pmax", 3, "an Nprs from 0 to 10"),
        ("swell", 1, "a Swelling"),
        ("sore", "none", "a Soreness"),
        ("d24", 11, "a whole number from -10 to 10"),
        ("d24", -11, "a whole number from -10 to 10"),
        ("d24", 0.0, "a whole number from -10 to 10"),
        ("trend", -1, "a whole number of 0 or more"),
        ("gap", True, "a whole number of 0 or more"),
        ("gap", -1, "a whole number of 0 or more"),
        ("tech", -1, "a whole number of 0 or more"),
        ("streak", -1, "a whole number of 0 or more"),
        ("flares", -1, "a whole number of 0 or more"),
        ("rir", 5, "a whole number from 0 to 4"),
        ("rir", -1, "a whole number from 0 to 4"),
        ("comp", 1.01, "a share from 0 to 1"),
        ("comp", -0.01, "a share from 0 to 1"),
        ("comp", float("nan"), "a share from 0 to 1"),
        ("comp", 2, "a share from 0 to 1"),
        ("qual", True, "a share from 0 to 1"),
        ("qual", -1, "a share from 0 to 1"),
        ("crit", 1, "True or False"),
        ("deload", 0, "True or False"),
        ("capok", "yes", "True or False"),
        ("attop", 1.0, "True or False"),
        ("allow_progress", 1, "True or False"),
        ("pain_cap", 6, "a whole number from 0 to 5"),
        ("pain_cap", -1, "a whole number from 0 to 5"),
        ("max_weekly_increase_pct", 4, "a whole number from 5 to 30"),
        ("max_weekly_increase_pct", 31, "a whole number from 5 to 30"),
        ("max_lvl", 0, "a whole number from 1 to 5"),
        ("max_lvl", 6, "a whole number from 1 to 5"),
        ("deload_every", 1, "0 for never, or a whole number from 3 to 8"),
        ("deload_every", 2, "0 for never, or a whole number from 3 to 8"),
        ("deload_every", 9, "a whole number from 0 to 8"),
        ("ladder_allowed", ["a"], "a tuple of exercise ids"),
    ],
)
def test_a_value_beyond_its_scale_is_refused_with_the_way_out(name: str, value: Any, way_out: str):
    with pytest.raises(BadInput) as caught:
        Inputs(**{name: value})
    assert str(caught.value) == f"{name} cannot be {value!r} (use {way_out}, {MISSING})"
