"""Facts are added, kept and read; nothing is changed and nothing gets lost on the way."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest

from kinetic_home.domain.events import CheckinGiven, SessionPaused, SessionResumed, Stamped
from kinetic_home.storage import journal as second_copy
from kinetic_home.storage.database import COPY_NAME, DATABASE_NAME
from kinetic_home.storage.errors import DiskFull, StorageBug
from kinetic_home.storage.journal import Journal
from kinetic_home.storage.schema import INSERT
from kinetic_home.workflow.ports import RawFact
from tests.storage.conftest import Opener, pain

NAN_SLEEP = CheckinGiven(pain=None, places=(), swelling=None, sleep_h=float("nan"))


def test_a_fact_comes_back_stamped_and_is_there_after_a_restart(opener: Opener) -> None:
    with opener() as log:
        stamped = log.append(session_ref="s1", at_ms=1_500, event=pain(4))
    assert stamped == Stamped(
        seq=1,
        event_id="run0-1",
        session_ref="s1",
        utc="2026-03-02T09:00:00.000Z",
        utc_offset_min=60,
        at_ms=1_500,
        event=pain(4),
    )
    assert opener().read() == (stamped,)


def test_facts_are_numbered_without_a_gap_across_restarts(opener: Opener) -> None:
    for _ in range(3):
        with opener() as log:
            log.append(session_ref="s", at_ms=None, event=pain(1))
            log.append(session_ref="s", at_ms=None, event=pain(2))
    assert [fact.seq for fact in opener().read()] == [1, 2, 3, 4, 5, 6]


def test_sessions_are_read_apart_and_listed_oldest_first(opener: Opener) -> None:
    log = opener()
    for ref, score in (("zebra", 1), ("ant", 2), ("zebra", 3)):
        log.append(session_ref=ref, at_ms=None, event=pain(score))
    assert log.sessions() == ("zebra", "ant")
    assert [fact.event for fact in log.read("zebra")] == [pain(1), pain(3)]
    assert log.read("nobody") == ()


def test_several_facts_are_written_in_order(opener: Opener) -> None:
    log = opener()
    told = log.append_many(session_ref="s", facts=[(10, SessionPaused(reason="person")), (10, SessionResumed())])
    assert [fact.seq for fact in told] == [1, 2]
    assert log.read() == told


def test_no_facts_are_no_write(opener: Opener) -> None:
    log = opener()
    assert log.append_many(session_ref="s", facts=[]) == ()
    assert log.read() == ()


def test_of_several_facts_none_is_written_where_one_cannot_be(opener: Opener) -> None:
    log = opener()
    with pytest.raises(StorageBug):
        log.append_many(session_ref="s", facts=[(None, pain(1)), (None, NAN_SLEEP)])
    assert log.read() == ()
    assert log.append(session_ref="s", at_ms=None, event=pain(2)).seq == 1


@pytest.mark.parametrize(
    ("session_ref", "at_ms"),
    [("", None), ("s" * 65, None), ("s", -1), ("s", 1.5), ("s", "soon")],
)
def test_a_stamp_that_makes_no_sense_is_our_bug_and_is_not_written(
    opener: Opener, session_ref: str, at_ms: int | None
) -> None:
    log = opener()
    with pytest.raises(StorageBug, match="IntegrityError"):
        log.append(session_ref=session_ref, at_ms=at_ms, event=pain(1))
    assert log.read() == ()


def test_an_id_that_was_given_out_before_is_refused(folder: Path, opener: Opener) -> None:
    log = opener()
    log.append(session_ref="s", at_ms=None, event=pain(1))
    log._ids.new = lambda: "run0-1"  # pyright: ignore[reportAttributeAccessIssue]
    with pytest.raises(StorageBug, match="UNIQUE"):
        log.append(session_ref="s", at_ms=None, event=pain(2))
    assert len(log.read()) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event_log SET payload = '{}'",
        "DELETE FROM event_log",
        "DELETE FROM event_log WHERE seq = 1",
        "INSERT OR REPLACE INTO event_log SELECT seq, 'other', session_ref, utc, utc_offset_min, at_ms, kind, "
        "schema_version, payload FROM event_log",
        "REPLACE INTO event_log SELECT 2, event_id, session_ref, utc, utc_offset_min, at_ms, kind, schema_version, "
        "payload FROM event_log",
    ],
)
def test_a_written_fact_cannot_be_changed_or_deleted(opener: Opener, statement: str) -> None:
    log = opener()
    told = log.append(session_ref="s", at_ms=None, event=pain(1))
    with pytest.raises(sqlite3.IntegrityError, match=r"facts are never"):
        log._connection.execute(statement)
    assert log.read() == (told,)


GOOD = (1, "e", "s", "2026-03-02T09:00:00.000Z", 60, None, "note_written", 1, "{}")


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (1, ""),
        (1, None),
        (3, "yesterday"),
        (3, "2026-03-02T09:00:00.000"),
        (4, 2_000),
        (4, "sixty"),
        (5, -1),
        (6, ""),
        (6, "DROP TABLE"),
        (7, 0),
        (8, "{"),
        (8, "[]"),
        (8, "null"),
        (8, b"{}"),
    ],
)
def test_the_table_itself_refuses_what_is_no_fact(opener: Opener, place: int, value: object) -> None:
    row = [*GOOD[:place], value, *GOOD[place + 1 :]]
    with pytest.raises(sqlite3.IntegrityError):
        opener()._connection.execute(INSERT, row)


def test_a_fact_of_an_unknown_kind_is_kept_and_listed_and_the_rest_is_read(opener: Opener) -> None:
    log = opener()
    log.append(session_ref="s", at_ms=None, event=pain(1))
    log._connection.execute(INSERT, (2, "e2", *GOOD[2:6], "mood_reported", 1, '{"mood":"calm"}'))
    log._connection.execute(
        INSERT, (3, "e3", *GOOD[2:6], "pain_reported", 1, '{"moment":"during","pain":{"score":99}}')
    )
    log.append(session_ref="s", at_ms=None, event=pain(2))
    reading = log.reading()
    assert [fact.seq for fact in reading.facts] == [1, 4]
    assert [(fact.raw.seq, fact.raw.payload) for fact in reading.unread] == [
        (2, '{"mood":"calm"}'),
        (3, '{"moment":"during","pain":{"score":99}}'),
    ]
    assert "mood_reported" in reading.unread[0].cause
    assert [fact.seq for fact in log.raw()] == [1, 2, 3, 4]


def test_the_second_copy_holds_every_fact_that_was_returned(folder: Path, opener: Opener) -> None:
    log = opener()
    for score in range(5):
        log.append(session_ref="s", at_ms=score, event=pain(score))
    assert second_copy.read_facts(folder / COPY_NAME) == log.raw()


def test_a_full_disk_refuses_the_fact_whole_and_takes_the_next_one_when_there_is_room(opener: Opener) -> None:
    log = opener()
    log.append(session_ref="s", at_ms=None, event=pain(1))
    pages = log._connection.execute("PRAGMA page_count").fetchone()[0]
    log._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull, match="disk is full"):
        log.append_many(session_ref="s", facts=[(None, pain(score)) for score in range(1_000)])
    kept = log.read()
    assert len(kept) == 1
    log._connection.execute("PRAGMA max_page_count = 1000000")
    told = log.append(session_ref="s", at_ms=None, event=pain(7))
    assert log.read() == (*kept, told)
    assert second_copy.read_facts(log.path.with_name(COPY_NAME)) == log.raw()


def test_trouble_with_the_second_copy_takes_no_fact_back_and_is_told_and_made_up_for(
    opener: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = opener()
    log.append(session_ref="s", at_ms=None, event=pain(1))

    def refuse(_: Journal, __: Iterable[RawFact]) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "append", refuse)
        log.append(session_ref="s", at_ms=None, event=pain(2))
        assert log.copy_problem is not None
        assert "No space left on device" in log.copy_problem
        assert "Your log is saved" in log.copy_problem
    log.append(session_ref="s", at_ms=None, event=pain(3))
    assert log.copy_problem is None
    assert second_copy.read_facts(log.path.with_name(COPY_NAME)) == log.raw()
    assert len(log.read()) == 3


def test_a_closed_log_is_our_bug(opener: Opener) -> None:
    log = opener()
    log.close()
    with pytest.raises(StorageBug, match=DATABASE_NAME):
        log.read()


def test_an_append_costs_a_bearable_wait(opener: Opener, benchmark: object) -> None:
    """The budget is 5 ms at the 95th percentile; see the benchmark of a bare insert beside it."""
    log = opener()
    benchmark(lambda: log.append(session_ref="s", at_ms=1_000, event=pain(4)))  # pyright: ignore[reportCallIssue]
    assert log.copy_problem is None


def test_a_bare_insert_for_comparison(tmp_path: Path, benchmark: object) -> None:
    connection = sqlite3.connect(tmp_path / "bare.db", isolation_level=None)
    for setting in ("locking_mode = EXCLUSIVE", "journal_mode = TRUNCATE", "synchronous = FULL", "fullfsync = ON"):
        connection.execute(f"PRAGMA {setting}")
    connection.execute("CREATE TABLE fact (seq INTEGER PRIMARY KEY, payload TEXT) STRICT")
    benchmark(lambda: connection.execute("INSERT INTO fact (payload) VALUES (?)", ("x" * 250,)))  # pyright: ignore[reportCallIssue]
    assert connection.execute("SELECT count(*) FROM fact").fetchone()[0] > 0
    connection.close()
