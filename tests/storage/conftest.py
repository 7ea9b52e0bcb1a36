"""What the tests of the log share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kinetic_home.domain.events import Event, PainReported
from kinetic_home.domain.scales import Nprs, PainMoment
from kinetic_home.storage.database import open_log
from kinetic_home.storage.event_log import EventLog
from tests.fakes import FakeClock, FakeIds

Opener = Callable[[], EventLog]


def pain(score: int) -> Event:
    """Return a fact that differs by its score."""
    return PainReported(moment=PainMoment.DURING, pain=Nprs(score % 11))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the data folder, which is not there yet."""
    return tmp_path / "data"


@pytest.fixture
def opener(folder: Path, request: pytest.FixtureRequest) -> Opener:
    """Return what opens the log in the data folder; a log that is still open at the end is closed."""
    times = iter(range(1_000))

    def open_it() -> EventLog:
        log = open_log(folder, FakeClock(), FakeIds(f"run{next(times)}"))
        request.addfinalizer(log.close)
        return log

    return open_it
