"""The load of a week, and whether it grows more than its cap (clinical source, 3.1 and 3.4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kinetic_home.domain.exercise import Catalogue, Category
from kinetic_home.domain.progression.prescription import Prescription, work

# What counts: everything that loads. The rest warms up, stretches or cools down.
_COUNTED = frozenset({Category.STRENGTH, Category.PATTERN, Category.BALANCE})
_WEEKS_COMPARED = 2
# Under ten minutes of work percentages say nothing (clinical source, 3.4) [M].
_LEAST_BASE_MS = 600_000


def weekly_load(catalogue: Catalogue, asked: Iterable[Prescription]) -> float:
    """Return the load of everything that is asked for in a week, each exercise once for each time that it is done.

    It is work in ms weighed by load and level; own modelling, without a trial behind it [M].
    """
    return sum(work(catalogue[one.exercise], one) for one in asked if catalogue[one.exercise].category in _COUNTED)


def within_cap(planned: float, completed: Sequence[float], most_increase_pct: int | None) -> bool | None:
    """Tell whether a planned week stays within its cap over the mean of the last two completed ones, oldest first.

    None where there are not yet two weeks to compare with, or the plan sets no cap: it cannot be told, and the rules
    then hold. Source: a guard rail, no law [V10, V10b, V10c].
    """
    if len(completed) < _WEEKS_COMPARED or most_increase_pct is None:
        return None
    base = sum(completed[-_WEEKS_COMPARED:]) / _WEEKS_COMPARED
    return base < _LEAST_BASE_MS or planned <= base * (1 + most_increase_pct / 100)
