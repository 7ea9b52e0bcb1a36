"""The whole rule table, every combination of inputs that can make a difference.

How a few hundred thousand states stand for all there are: no rule reads inputs of two groups (first test), so each
group can be gone through by itself, with every value of every input (second test). What a whole state comes to is then
the most cautious of what its groups come to; all combinations of that are gone through as well (third test).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache
from itertools import pairwise, product
from types import CodeType, FunctionType
from typing import Any

import pytest
from hypothesis import given as given_by
from hypothesis import strategies as st

from kinetic_home.domain.progression.decision import Decision
from kinetic_home.domain.progression.inputs import Inputs, Soreness
from kinetic_home.domain.progression.rule_sets import PAIN_BANDS, SORENESS, decide
from tests.domain.progression.table import ASKED_BY, CLEAN, GROUPS, RANK, ROWS, VALUES, expected, given, states

Outcome = tuple[int, str, str]


def decided(state: Mapping[str, Any]) -> Outcome:
    verdict = decide(given(**state))
    return verdict.decision.rank, verdict.rule, verdict.decision.value


def names(code: CodeType) -> set[str]:
    inner = (names(part) for part in code.co_consts if isinstance(part, CodeType))
    return set(code.co_names).union(*inner)


def test_no_rule_reads_inputs_of_two_groups():
    inputs = {field.name for field in fields(Inputs)}
    for rule in PAIN_BANDS.rules:
        assert isinstance(rule, FunctionType)
        read = names(rule.__code__) & inputs
        assert sum(1 for group in GROUPS if read & set(group)) == (0 if rule.__name__ == "p21_progress" else 1)
        assert read <= {name for group in GROUPS for name in group}
    assert {name for group in GROUPS for name in group} == set(CLEAN)


@cache
def outcomes(group: tuple[str, ...]) -> Mapping[tuple[Any, ...], Outcome]:
    """Return what every state of a group comes to where everything else is good."""
    return {tuple(state.values()): decided(state) for state in states(group)}


@pytest.mark.parametrize("group", GROUPS, ids=" ".join)
def test_every_value_of_every_group_is_decided_as_in_the_source(group: tuple[str, ...]):
    for values, outcome in outcomes(group).items():
        state = {**CLEAN, **dict(zip(group, values, strict=True))}
        assert outcome == expected(state), state


def kinds(group: tuple[str, ...], *, missing: bool) -> list[tuple[Outcome, dict[str, Any]]]:
    """Return every different thing that a group comes to, with or without missing inputs, and a state that shows it."""
    found: dict[Outcome, dict[str, Any]] = {}
    for values, outcome in outcomes(group).items():
        if (None in values) is missing:
            found.setdefault(outcome, dict(zip(group, values, strict=True)))
    return list(found.items())


def whole_states() -> Iterator[tuple[Outcome, dict[str, Any]]]:
    """Yield every combination of what the groups come to, all known or one group with something missing."""
    full = {group: kinds(group, missing=False) for group in GROUPS}
    for lacking in (None, *GROUPS):
        choice = (kinds(group, missing=True) if group == lacking else full[group] for group in GROUPS)
        for parts in product(*choice):
            state: dict[str, Any] = {}
            for _, part in parts:
                state |= part
            yield min(outcome for outcome, _ in parts), state


def test_the_most_cautious_rule_wins_in_every_combination_and_every_rule_wins_somewhere():
    won: set[tuple[str, str]] = set()
    count = 0
    for outcome, state in whole_states():
        assert decided(state) == outcome, state
        won.add(outcome[1:])
        count += 1
    in_table = {(rule, decision) for rule, _, decision in ROWS}
    asked = {(rule, "HOLD") for rule in ASKED_BY.values()}
    assert won == in_table | asked
    assert count == 245_760


# From the best value to the worst. A missing value stands where the scale has a place for it: better than a value that
# is known to be bad, worse than one that is known to be good. A missing pain score, cap, streak or count of earlier
# decisions has no such place; that it is never bolder than the best value is shown below for every input.
_WORSE: Mapping[str, Sequence[Any]] = {
    "pmax": tuple(range(11)),
    "pain_cap": tuple(range(5, -1, -1)),
    "flares": (0, 1, 2, 9),
    "d24": (*range(-10, 1), None, *range(1, 11)),
    "streak": (99, *range(4, -1, -1)),
    "swell": (0, None, 1, 2),
    "gap": (*range(8), None, *range(8, 42), 365),
    "trend": (0, 1, None, 2, 3, 4, 52),
    "deload": (False, None, True),
    "crit": (False, None, True),
    "qual": sorted(VALUES["qual"], key=lambda share: -0.7999995 if share is None else -share),
    "tech": (0, 1, 2, 3, 30),
    "comp": sorted(VALUES["comp"], key=lambda share: -0.9999995 if share is None else -share),
    "rir": (4, 3, 2, None, 1, 0),
    "attop": (False, None, True),
    "allow_progress": (True, None, False),
    "capok": (True, None, False),
}


@pytest.mark.parametrize("name", _WORSE)
def test_no_input_made_worse_gives_a_bolder_decision(name: str):
    """In a group of its own, with every value of the others; by the first test that is so in every state."""
    group = next(group for group in GROUPS if name in group)
    place = group.index(name)
    ranks = {values: outcome[0] for values, outcome in outcomes(group).items()}
    for values in ranks:
        if values[place] != _WORSE[name][0]:
            continue
        row = [ranks[(*values[:place], value, *values[place + 1 :])] for value in _WORSE[name]]
        assert all(worse <= better for better, worse in pairwise(row)), (name, values)


@pytest.mark.parametrize("name", _WORSE)
def test_an_input_that_is_missing_never_gives_a_bolder_decision_than_its_best_value(name: str):
    group = next(group for group in GROUPS if name in group)
    place = group.index(name)
    ranks = {values: outcome[0] for values, outcome in outcomes(group).items()}
    for values in (values for values in ranks if values[place] is None):
        assert ranks[values] <= ranks[(*values[:place], _WORSE[name][0], *values[place + 1 :])], (name, values)


any_state = st.fixed_dictionaries({name: st.sampled_from(values) for name, values in VALUES.items()})


@given_by(state=any_state, name=st.sampled_from(sorted(_WORSE)), further=st.integers(1, 60))
def test_a_whole_state_with_one_input_made_worse_gives_no_bolder_decision(state: Any, name: str, further: int):
    scale = _WORSE[name]
    if state[name] not in scale:
        return
    worse = scale[min(scale.index(state[name]) + further, len(scale) - 1)]
    assert decided({**state, name: worse})[0] <= decided(state)[0]


@given_by(state=any_state)
def test_any_state_is_decided_as_in_the_source_and_always_alike(state: Any):
    assert decided(state) == expected(state) == decided(state)


@given_by(state=any_state, sore=st.none() | st.sampled_from(Soreness))
def test_the_soreness_rules_are_never_bolder_than_the_table(state: Any, sore: Soreness | None):
    inputs = given(**state, sore=sore)
    assert decide(inputs, SORENESS).decision.rank <= decide(inputs).decision.rank


def test_the_soreness_rules_hold_the_whole_table():
    assert SORENESS.rules[: len(PAIN_BANDS.rules)] == PAIN_BANDS.rules


def test_the_ranks_are_those_of_the_source():
    assert {decision.value: decision.rank for decision in Decision} == RANK
