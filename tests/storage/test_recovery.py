"""Whatever happens to one of the two files, every acknowledged fact comes back, and the person is told."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinetic_home.domain import events as ev
from kinetic_home.domain.dose import Dose
from kinetic_home.domain.exercise import ExerciseId
from kinetic_home.domain.plan import SessionId
from kinetic_home.domain.side import Side
from kinetic_home.storage import journal, recovery
from kinetic_home.storage.database import COPY_NAME, DATABASE_NAME, open_log
from kinetic_home.storage.errors import DiskFull, DiskTrouble
from kinetic_home.storage.event_log import EventLog
from kinetic_home.storage.journal import Journal
from kinetic_home.storage.schema import INSERT, row_of
from kinetic_home.workflow.ports import RawFact
from tests.fakes import FakeClock, FakeIds
from tests.storage.conftest import Opener, pain

BLOCK = 4_096

# As long as a real one, so that its row spreads over several pages of the database.
LONG_START = ev.SessionStarted(
    plan_id="foundation_2wk",
    plan_title="Foundation",
    plan_digest="0" * 64,
    session=SessionId("F_A"),
    title="Foundation A: wake and move",
    aim="Wake the hips and the trunk, and move them with care.",
    lead_side=Side.LEFT,
    training_day="2026-03-02",
    length_ms=1_500_000,
    prescription=tuple(
        ev.Prescribed(
            item=item,
            exercise=ExerciseId(f"exercise_{item}"),
            name=f"Exercise {item}",
            per_side=True,
            dose=Dose(sets=3, reps=10, rest_ms=60_000),
            checks=(),
            note="Slowly, and only as far as it feels good. " * 5,
        )
        for item in range(25)
    ),
)


class PowerCut(BaseException):
    """The lights go out: nothing after this point happens."""


def fill(log: EventLog) -> tuple[ev.Stamped, ...]:
    for session in range(4):
        log.append(session_ref=f"s{session}", at_ms=0, event=LONG_START)
        log.append_many(session_ref=f"s{session}", facts=[(n * 1_000, pain(n)) for n in range(100)])
    return log.read()


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[ev.Stamped, ...]]:
    """Return a folder with a log of 404 facts, and the facts."""
    folder = tmp_path_factory.mktemp("template") / "data"
    with open_log(folder, FakeClock(), FakeIds("e")) as log:
        return folder, fill(log)


@pytest.fixture
def filled(template: tuple[Path, tuple[ev.Stamped, ...]], folder: Path) -> tuple[ev.Stamped, ...]:
    """Put a copy of the template into the data folder and return its facts."""
    shutil.copytree(template[0], folder)
    return template[1]


def spoil(path: Path, seed: int, *, zeros: bool = False) -> None:
    """Destroy one block at a random place."""
    rng = random.Random(seed)
    content = bytearray(path.read_bytes())
    start = rng.randrange(0, len(content), BLOCK)
    length = min(BLOCK, len(content) - start)
    content[start : start + length] = bytes(length) if zeros else rng.randbytes(length)
    path.write_bytes(content)


def kept_aside(folder: Path, suffix: str) -> list[Path]:
    return sorted(folder.glob(f"*.damaged-*{suffix}"))


def reopened(folder: Path) -> tuple[tuple[ev.Stamped, ...], tuple[str, ...]]:
    with open_log(folder, FakeClock(), FakeIds("new")) as log:
        return log.read(), log.notices


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), zeros=st.booleans())
def test_any_destroyed_block_of_the_database_loses_nothing(
    template: tuple[Path, tuple[ev.Stamped, ...]], tmp_path: Path, seed: int, zeros: bool
) -> None:
    folder = tmp_path / f"data-{seed}-{zeros}"
    shutil.copytree(template[0], folder, dirs_exist_ok=True)
    before = (folder / DATABASE_NAME).read_bytes()
    spoil(folder / DATABASE_NAME, seed, zeros=zeros)
    damaged = (folder / DATABASE_NAME).read_bytes()
    facts, notices = reopened(folder)
    assert facts == template[1]
    if damaged != before:
        (aside,) = kept_aside(folder, ".db")
        assert aside.read_bytes() == damaged
        assert aside.name in notices[0]
        assert "404 entries" in notices[0]
        assert "could not be read" not in notices[0]
    assert reopened(folder) == (template[1], ())


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), zeros=st.booleans())
def test_any_destroyed_block_of_the_second_copy_loses_nothing(
    template: tuple[Path, tuple[ev.Stamped, ...]], tmp_path: Path, seed: int, zeros: bool
) -> None:
    folder = tmp_path / f"data-{seed}-{zeros}"
    shutil.copytree(template[0], folder, dirs_exist_ok=True)
    whole = (folder / COPY_NAME).read_bytes()
    spoil(folder / COPY_NAME, seed, zeros=zeros)
    facts, _ = reopened(folder)
    assert facts == template[1]
    assert (folder / COPY_NAME).read_bytes() == whole
    assert reopened(folder) == (template[1], ())


@pytest.mark.parametrize("seed", range(12))
def test_with_a_destroyed_block_in_both_files_what_either_holds_comes_back_and_the_rest_is_counted(
    folder: Path, filled: tuple[ev.Stamped, ...], seed: int
) -> None:
    spoil(folder / DATABASE_NAME, seed)
    spoil(folder / COPY_NAME, seed + 1_000)
    facts, notices = reopened(folder)
    # A block of the copy holds at most 24 short lines; all others must be there.
    assert len(facts) >= len(filled) - 24
    assert set(facts) <= set(filled)
    missing = len(filled) - len(facts)
    assert ("could not be read" in " ".join(notices)) == (missing > 0)
    assert reopened(folder) == (facts, ())


@pytest.mark.parametrize(
    "spoiled",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[: 3 * BLOCK]),
        lambda path: path.write_bytes(path.read_bytes()[:1_000]),
        lambda path: path.write_text("Dear diary"),
        lambda path: path.write_text("Dear diary, " * 1_000),
        lambda path: path.unlink(),
    ],
    ids=["empty", "cut off", "cut short", "short text", "long text", "gone"],
)
def test_a_database_that_is_none_any_more_is_made_again_and_told(
    folder: Path, filled: tuple[ev.Stamped, ...], spoiled: Callable[[Path], None]
) -> None:
    spoiled(folder / DATABASE_NAME)
    facts, notices = reopened(folder)
    assert facts == filled
    assert len(notices) == 1
    assert str(folder / DATABASE_NAME) in notices[0]
    assert "404 entries" in notices[0]


def test_without_its_second_copy_a_damaged_database_gives_back_what_it_can(
    folder: Path, filled: tuple[ev.Stamped, ...]
) -> None:
    (folder / COPY_NAME).unlink()
    content = bytearray((folder / DATABASE_NAME).read_bytes())
    # The last page holds some of the newest facts.
    content[-BLOCK:] = random.Random(1).randbytes(BLOCK)
    (folder / DATABASE_NAME).write_bytes(content)
    facts, notices = reopened(folder)
    assert 300 <= len(facts) < len(filled)
    assert set(facts) <= set(filled)
    assert f"put together again with {len(facts)} entries" in notices[0]
    assert reopened(folder) == (facts, ())


def test_a_lost_second_copy_is_written_anew(folder: Path, filled: tuple[ev.Stamped, ...]) -> None:
    whole = (folder / COPY_NAME).read_bytes()
    (folder / COPY_NAME).unlink()
    assert reopened(folder) == (filled, ())
    assert (folder / COPY_NAME).read_bytes() == whole


def test_two_damaged_files_on_one_day_are_both_kept(folder: Path, filled: tuple[ev.Stamped, ...]) -> None:
    for seed in (1, 2):
        spoil(folder / DATABASE_NAME, seed)
        assert reopened(folder)[0] == filled
    assert [file.name for file in kept_aside(folder, ".db")] == [
        "kinetic-home.damaged-20260302T090000Z-2.db",
        "kinetic-home.damaged-20260302T090000Z.db",
    ]


# --- crashes between the two writes


def test_a_crash_after_the_database_and_before_the_copy_is_made_up_for(
    folder: Path, opener: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = opener()
    log.append(session_ref="s", at_ms=0, event=pain(1))

    def die(_: Journal, __: object) -> None:
        raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "append", die)
        with pytest.raises(PowerCut):
            log.append(session_ref="s", at_ms=0, event=pain(2))
    log.close()
    facts, notices = reopened(folder)
    assert [fact.event for fact in facts] == [pain(1), pain(2)]
    assert notices == ()
    assert [raw.seq for raw in journal.read_facts(folder / COPY_NAME)] == [1, 2]


def test_a_crash_in_the_middle_of_a_line_of_the_copy_is_made_up_for(folder: Path, opener: Opener) -> None:
    log = opener()
    log.append(session_ref="s", at_ms=0, event=pain(1))
    log.append(session_ref="s", at_ms=0, event=pain(2))
    log.close()
    whole = (folder / COPY_NAME).read_bytes()
    (folder / COPY_NAME).write_bytes(whole[:-20])
    facts, notices = reopened(folder)
    assert len(facts) == 2
    assert notices == ()
    assert (folder / COPY_NAME).read_bytes() == whole


def test_facts_that_only_the_copy_has_come_back_into_the_database_and_are_told(folder: Path, opener: Opener) -> None:
    """A disk that lied about a flush may lose the database's last commits and keep the copy's lines."""
    log = opener()
    log.append(session_ref="s", at_ms=0, event=pain(1))
    log.close()
    earlier = (folder / DATABASE_NAME).read_bytes()
    with opener() as again:
        again.append(session_ref="s", at_ms=0, event=pain(2))
        again.append(session_ref="s", at_ms=0, event=pain(3))
        told = again.read()
    (folder / DATABASE_NAME).write_bytes(earlier)
    facts, notices = reopened(folder)
    assert facts == told
    assert "2 entries" in notices[0]
    assert reopened(folder) == (told, ())


def test_a_copy_that_tells_another_story_is_kept_aside_and_written_anew(folder: Path, opener: Opener) -> None:
    with opener() as log:
        log.append(session_ref="s", at_ms=0, event=pain(1))
    foreign = (folder / COPY_NAME).read_bytes()
    for file in folder.iterdir():
        file.unlink()
    with opener() as log:
        log.append(session_ref="s", at_ms=0, event=pain(2))
        told = log.read()
    for other in (foreign, foreign + journal.line_of(_raw(2))):
        (folder / COPY_NAME).write_bytes(other)
        facts, notices = reopened(folder)
        assert facts == told
        assert "did not match and has been written anew" in notices[0]
        assert other in [file.read_bytes() for file in kept_aside(folder, ".jsonl")]


def test_a_line_that_is_missing_from_the_middle_of_the_copy_is_noticed(folder: Path, opener: Opener) -> None:
    with opener() as log:
        log.append_many(session_ref="s", facts=[(0, pain(score)) for score in range(5)])
    lines = (folder / COPY_NAME).read_bytes().splitlines(keepends=True)
    (folder / COPY_NAME).write_bytes(b"".join(lines[:2] + lines[3:]))
    _, notices = reopened(folder)
    assert "written anew" in notices[0]
    assert (folder / COPY_NAME).read_bytes() == b"".join(lines)


def test_a_copy_that_cannot_be_brought_up_to_date_does_not_keep_the_log_shut(
    folder: Path, filled: tuple[ev.Stamped, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / COPY_NAME).unlink()

    def refuse(_: Journal, __: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Journal, "append", refuse)
    facts, notices = reopened(folder)
    assert facts == filled
    assert "its second copy" in notices[0]
    assert "No space left on device" in notices[0]


# --- crashes in the middle of the repair


@pytest.mark.parametrize("step", ["shutil.copyfile", "os.replace", "journal.flush", "journal.read_facts", "_insert"])
@pytest.mark.parametrize("when", [1, 2])
def test_a_crash_in_the_middle_of_the_repair_is_only_a_second_try(
    folder: Path, filled: tuple[ev.Stamped, ...], monkeypatch: pytest.MonkeyPatch, step: str, when: int
) -> None:
    spoil(folder / DATABASE_NAME, 3)
    module, _, name = step.rpartition(".")
    owner = {"": recovery, "shutil": recovery.shutil, "os": recovery.os, "journal": journal}[module]
    real, calls = getattr(owner, name), iter(range(1, 1_000))

    def die_in_time(*arguments: object, **named: object) -> object:
        if next(calls) == when:
            raise PowerCut
        return real(*arguments, **named)

    with monkeypatch.context() as patch:
        patch.setattr(owner, name, die_in_time)
        with suppress(PowerCut):
            reopened(folder)
    facts, _ = reopened(folder)
    assert facts == filled
    assert kept_aside(folder, ".db")


def test_a_repair_without_room_says_that_the_disk_is_full_and_touches_nothing(
    folder: Path, filled: tuple[ev.Stamped, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(folder / DATABASE_NAME, 3)
    damaged = (folder / DATABASE_NAME).read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(recovery.shutil, "copyfile", refuse)
        with pytest.raises(DiskFull):
            reopened(folder)
    assert (folder / DATABASE_NAME).read_bytes() == damaged
    assert reopened(folder)[0] == filled


def _raw(seq: int) -> RawFact:
    return RawFact(
        seq=seq,
        event_id=f"foreign{seq}",
        session_ref="s",
        utc="2026-03-02T09:00:00.000Z",
        utc_offset_min=60,
        at_ms=None,
        kind="note_written",
        schema_version=1,
        payload='{"text":"x"}',
    )


def test_a_fact_that_the_table_refuses_does_not_stop_the_others_from_coming_back(opener: Opener) -> None:
    connection = opener()._connection
    connection.execute(INSERT, row_of(_raw(1)))
    assert recovery._insert(connection, [_raw(1), _raw(2), _raw(3)]) == 2


def test_facts_come_back_together_or_not_at_all(opener: Opener) -> None:
    connection = opener()._connection

    def cut_short() -> Iterator[RawFact]:
        yield _raw(1)
        raise PowerCut

    with pytest.raises(PowerCut):
        recovery._insert(connection, cut_short())
    assert connection.execute("SELECT count(*) FROM event_log").fetchone() == (0,)


def test_a_failed_opening_lets_go_of_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(5, "Input/output error", str(folder / COPY_NAME))

    with monkeypatch.context() as patch:
        patch.setattr(recovery, "bring_together", refuse)
        with pytest.raises(DiskTrouble, match=COPY_NAME):
            reopened(folder)
    assert reopened(folder) == ((), ())
