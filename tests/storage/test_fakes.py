"""The log in memory that other tests use stamps, keeps and reads as the real one does."""

from __future__ import annotations

from pathlib import Path

from kinetic_home.storage.database import open_log
from kinetic_home.workflow.ports import EventLog
from tests.fakes import FakeClock, FakeIds, ListLog
from tests.storage.conftest import pain


def tell(log: EventLog, clock: FakeClock) -> list[object]:
    told: list[object] = [log.append(session_ref="b", at_ms=5, event=pain(1))]
    clock.advance(1_234)
    told.append(log.append_many(session_ref="a", facts=[(None, pain(2)), (7, pain(3))]))
    clock.jump(-3_600_000)
    told.append(log.append(session_ref="b", at_ms=None, event=pain(4)))
    told.append(log.append_many(session_ref="b", facts=[]))
    return [*told, log.read(), log.read("a"), log.read("nobody"), log.sessions()]


def test_the_log_in_memory_does_what_the_real_one_does(tmp_path: Path) -> None:
    real_clock, fake_clock = FakeClock(), FakeClock()
    with open_log(tmp_path, real_clock, FakeIds("event")) as log:
        assert tell(log, real_clock) == tell(ListLog(fake_clock), fake_clock)
