"""Wrong versions one after another: all that is asked of one is asked while its figures are at hand."""

from __future__ import annotations

import pytest

from kinetic_home.domain.side import Side
from tests.figure.faults.pairs import SHOWN, Pair
from tests.figure.shown import SIDES


@pytest.fixture(scope="session", params=SHOWN, ids=str)
def pair(request: pytest.FixtureRequest) -> Pair:
    return request.param


@pytest.fixture(scope="session", params=SIDES, ids=str)
def side(request: pytest.FixtureRequest) -> Side:
    return request.param
