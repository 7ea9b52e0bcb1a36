"""The database file is opened alone, checked and brought up to date, or it is refused with one clear sentence."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from kinetic_home.storage import database, errors, migrations
from kinetic_home.storage.database import DATABASE_NAME, open_log
from kinetic_home.storage.schema import APPLICATION_ID, SCHEMA_VERSION
from tests.fakes import FakeClock, FakeIds
from tests.storage.conftest import Opener, pain

ROOT = Path(__file__).parents[2]
ON_POSIX = os.name == "posix"
IS_ROOT = ON_POSIX and os.geteuid() == 0


def open_here(folder: Path) -> None:
    open_log(folder, FakeClock(), FakeIds("here")).close()


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def run_python(code: str, *arguments: str) -> str:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


# --- a new file


def test_a_new_log_is_empty_and_has_nothing_to_tell(opener: Opener) -> None:
    log = opener()
    assert (log.read(), log.sessions(), log.notices, log.copy_problem) == ((), (), (), None)


@pytest.mark.skipif(not ON_POSIX, reason="Windows keeps other people out by the folder's place")
def test_folder_and_files_are_for_their_owner_alone(folder: Path, opener: Opener) -> None:
    old = os.umask(0)
    try:
        opener().append(session_ref="s", at_ms=None, event=pain(1))
    finally:
        os.umask(old)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in folder.iterdir()} == {0o600}


def test_a_folder_that_is_there_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    open_here(tmp_path)
    assert not ON_POSIX or tmp_path.stat().st_mode & 0o777 == 0o755


def test_the_file_says_whose_it_is_and_of_which_shape(folder: Path) -> None:
    open_here(folder)
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert APPLICATION_ID.to_bytes(4, "big") == b"KHom"


def test_the_connection_is_set_to_lose_nothing(opener: Opener) -> None:
    connection = opener()._connection
    wanted = {
        "locking_mode": "exclusive",
        "journal_mode": "truncate",
        "synchronous": 2,
        "fullfsync": 1,
        "foreign_keys": 1,
        "cell_size_check": 1,
        "recursive_triggers": 1,
    }
    assert {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted


# --- an existing file


def test_opening_a_file_of_this_version_writes_nothing(folder: Path, opener: Opener) -> None:
    with opener() as log:
        log.append(session_ref="s", at_ms=None, event=pain(1))
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    open_here(folder)
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_opening_a_file_of_this_version_needs_neither_sqlite_utils_nor_numpy(folder: Path) -> None:
    open_here(folder)
    code = (
        "import sys; from pathlib import Path; from kinetic_home.storage.database import open_log; "
        "from tests.fakes import FakeClock, FakeIds; open_log(Path(sys.argv[1]), FakeClock(), FakeIds()).close(); "
        "print(sorted({'sqlite_utils', 'numpy', 'kinetic_home.storage.migrations'} & set(sys.modules)))"
    )
    assert run_python(code, str(folder)).strip() == "[]"


def test_opening_an_existing_file_is_quick(folder: Path, opener: Opener, benchmark: object) -> None:
    """The budget is 25 ms for a small file."""
    with opener() as log:
        log.append_many(session_ref="s", facts=[(None, pain(score)) for score in range(2_000)])
    benchmark(lambda: open_here(folder))  # pyright: ignore[reportCallIssue]
    assert len(opener().read()) == 2_000


@pytest.mark.parametrize(
    "released", sorted(Path(__file__).with_name("released").glob("*.db")), ids=lambda file: file.stem
)
def test_every_released_shape_opens_with_all_its_facts(folder: Path, released: Path, opener: Opener) -> None:
    folder.mkdir()
    (folder / DATABASE_NAME).write_bytes(released.read_bytes())
    reading = opener().reading()
    assert len(reading.facts) == 16
    assert reading.unread == ()
    assert len({type(fact.event) for fact in reading.facts}) == 16


def test_a_changed_view_is_made_anew_and_one_of_another_version_goes(folder: Path, opener: Opener) -> None:
    open_here(folder)
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as connection:
        wanted = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'view' ORDER BY 1").fetchall()
        connection.execute("DROP VIEW pain_by_session")
        connection.execute("CREATE VIEW pain_by_session AS SELECT 1 AS nonsense")
        connection.execute("CREATE VIEW bygone AS SELECT 1 AS nonsense")
    found = (
        opener()._connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'view' ORDER BY 1").fetchall()
    )
    assert found == wanted
    assert [name for name, _ in found] == ["bouts", "checkpoints", "corrections", "pain_by_session", "sessions"]


# --- migrations


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> Migrations:
    """Return the migrations of a later version, still without its own step."""
    later = Migrations("kinetic_home")
    later(name="m001_event_log")(migrations.m001_event_log)
    monkeypatch.setattr(migrations, "MIGRATIONS", later)
    monkeypatch.setattr(database, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    return later


def test_before_an_existing_file_changes_its_shape_a_copy_of_it_is_kept(
    folder: Path, opener: Opener, next_version: Migrations
) -> None:
    with pytest.MonkeyPatch.context() as now:
        now.setattr(database, "SCHEMA_VERSION", SCHEMA_VERSION)
        with opener() as log:
            told = log.append(session_ref="s", at_ms=None, event=pain(3))

    @next_version(name="m002_word")
    def m002_word(db: Database) -> None:
        db.execute("CREATE TABLE word (text TEXT NOT NULL) STRICT")
        db.execute("PRAGMA user_version = 2")

    log = opener()
    assert log.read() == (told,)
    assert log._connection.execute("SELECT count(*) FROM word").fetchone() == (0,)
    (backup,) = (folder / name for name in names(folder) if ".backup-" in name)
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("SELECT event_id FROM event_log").fetchall() == [(told.event_id,)]
    assert not ON_POSIX or backup.stat().st_mode & 0o777 == 0o600


def test_a_step_that_fails_leaves_the_file_as_it_was(folder: Path, opener: Opener, next_version: Migrations) -> None:
    with pytest.MonkeyPatch.context() as now:
        now.setattr(database, "SCHEMA_VERSION", SCHEMA_VERSION)
        with opener() as log:
            told = log.append(session_ref="s", at_ms=None, event=pain(3))

    @next_version(name="m002_broken")
    def m002_broken(db: Database) -> None:
        db.execute("CREATE TABLE word (text TEXT NOT NULL) STRICT")
        db.execute("SELEKT")

    with pytest.raises(errors.StorageBug, match="SELEKT"):
        opener()
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as connection:
        assert connection.execute("SELECT event_id FROM event_log").fetchall() == [(told.event_id,)]
        assert connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'word'").fetchone() == (0,)
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


def test_the_number_of_steps_is_the_version_that_this_program_knows(opener: Opener) -> None:
    db = Database(memory=True, execute_plugins=False)
    steps = [step.name for step in migrations.MIGRATIONS.pending(db)]
    assert len(steps) == SCHEMA_VERSION
    assert [name[:4] for name in steps] == [f"m{number:03}" for number in range(1, SCHEMA_VERSION + 1)]


# --- refused


def test_a_file_of_a_newer_version_is_refused_and_left_as_it_is(folder: Path) -> None:
    open_here(folder)
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before, there = (folder / DATABASE_NAME).read_bytes(), names(folder)
    with pytest.raises(errors.MadeByNewer, match="newer version of Kinetic Home"):
        open_here(folder)
    assert (folder / DATABASE_NAME).read_bytes() == before
    assert names(folder) == there


def test_a_database_of_another_program_is_refused_and_left_as_it_is(folder: Path) -> None:
    folder.mkdir()
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    before = (folder / DATABASE_NAME).read_bytes()
    with pytest.raises(errors.NotOurs, match="made by another program"):
        open_here(folder)
    assert (folder / DATABASE_NAME).read_bytes() == before


def test_a_second_program_is_told_at_once_that_the_file_is_in_use(folder: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.storage.holding_child", str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with child:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
        with pytest.raises(errors.InUse, match="another Kinetic Home window"):
            open_here(folder)
        child.communicate()
    open_here(folder)


def test_a_second_log_in_the_same_program_is_refused_too(folder: Path, opener: Opener) -> None:
    log = opener()
    with pytest.raises(errors.InUse):
        open_here(folder)
    assert log.append(session_ref="s", at_ms=None, event=pain(1)).seq == 1


def test_a_write_to_a_connection_that_takes_no_changes_says_so(opener: Opener) -> None:
    log = opener()
    log._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(errors.ReadOnly, match="is read-only"):
        log.append(session_ref="s", at_ms=None, event=pain(1))


@pytest.mark.skipif(IS_ROOT or not ON_POSIX, reason="rights do not bind an administrator")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    with pytest.raises(errors.NoPermission, match="ask the owner"):
        open_here(locked / "data")
    with pytest.raises(errors.NoPermission, match=DATABASE_NAME):
        open_here(locked)


@pytest.mark.skipif(IS_ROOT or not ON_POSIX, reason="rights do not bind an administrator")
def test_a_file_that_may_not_be_written_is_told(folder: Path) -> None:
    open_here(folder)
    (folder / DATABASE_NAME).chmod(0o400)
    with pytest.raises(errors.NoPermission, match=DATABASE_NAME):
        open_here(folder)


@pytest.mark.skipif(not IS_ROOT, reason="only an administrator can step down to a user without rights")
def test_a_user_without_rights_is_told(folder: Path) -> None:
    open_here(folder)
    os.seteuid(65534)
    try:
        with pytest.raises(errors.NoPermission, match="You may not open"):
            open_here(folder)
    finally:
        os.seteuid(0)


# --- real disks


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 512 KB, where this user may; else skip."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = IS_ROOT and _succeeds("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(place))
    if not mounted:
        pytest.skip("mounting a disk needs an administrator")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def _succeeds(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def fill_the_log(log: database.EventLog) -> None:
    while True:
        log.append_many(session_ref="s", facts=[(None, pain(score)) for score in range(50)])
        if log.copy_problem is not None:
            raise AssertionError(log.copy_problem)


def test_on_a_full_disk_everything_acknowledged_stays_and_work_goes_on_when_there_is_room(small_disk: Path) -> None:
    (small_disk / "filler").write_bytes(b"x" * 150_000)
    with open_log(small_disk, FakeClock(), FakeIds("a")) as log:
        with pytest.raises((errors.DiskFull, AssertionError), match=r"disk is full|No space left"):
            fill_the_log(log)
        kept = log.read()
        with pytest.raises(errors.DiskFull):
            log.append_many(session_ref="s", facts=[(None, pain(score)) for score in range(500)])
        assert log.read() == kept
        (small_disk / "filler").unlink()
        told = log.append(session_ref="s", at_ms=None, event=pain(1))
        assert log.copy_problem is None
    with open_log(small_disk, FakeClock(), FakeIds("b")) as log:
        assert log.read() == (*kept, told)
        assert log.notices == ()


def test_a_new_log_on_a_full_disk_is_refused_with_the_reason(small_disk: Path) -> None:
    (small_disk / "filler").write_bytes(b"x" * 520_192)
    with pytest.raises(errors.DiskFull, match="free some space"):
        open_here(small_disk / "data")


def test_a_read_only_disk_is_told(small_disk: Path) -> None:
    open_here(small_disk)
    assert _succeeds("mount", "-o", "remount,ro", str(small_disk))
    with pytest.raises(errors.ReadOnly, match="is read-only"):
        open_here(small_disk)
    with pytest.raises(errors.ReadOnly):
        open_here(small_disk / "data")
