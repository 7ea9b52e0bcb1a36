"""Each trouble of the computer has one sentence that names the file, the cause and the way out."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

import pytest

from kinetic_home.storage import errors
from kinetic_home.storage.errors import FileProblem, StorageBug, problem_of, told_plainly
from kinetic_home.workflow.ports import EnvironmentProblem

PATH = Path("folder") / "kinetic-home.db"
PROBLEMS = sorted(FileProblem.__subclasses__(), key=lambda kind: kind.__name__)


def of_sqlite(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("words")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize("kind", PROBLEMS)
def test_a_problem_is_one_calm_sentence_with_the_file_and_a_way_out(kind: type[FileProblem]) -> None:
    text = str(kind(PATH))
    assert str(PATH) in text
    assert text.count(". ") == 0
    assert text.endswith(".")
    assert "!" not in text
    assert ": " in text, "the way out follows a colon"
    assert isinstance(kind(PATH), EnvironmentProblem)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, errors.DiskFull),
        (sqlite3.SQLITE_READONLY, errors.ReadOnly),
        (sqlite3.SQLITE_READONLY_DBMOVED, errors.ReadOnly),
        (sqlite3.SQLITE_CANTOPEN, errors.NoPermission),
        (sqlite3.SQLITE_BUSY, errors.InUse),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, errors.InUse),
        (sqlite3.SQLITE_CORRUPT, errors.Damaged),
        (sqlite3.SQLITE_NOTADB, errors.Damaged),
        (sqlite3.SQLITE_IOERR_FSYNC, errors.DiskTrouble),
    ],
)
def test_codes_of_sqlite_are_told_apart_also_in_their_extended_form(code: int, kind: type[FileProblem]) -> None:
    assert type(problem_of(of_sqlite(code), PATH)) is kind


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, errors.DiskFull),
        (errno.EDQUOT, errors.DiskFull),
        (errno.EROFS, errors.ReadOnly),
        (errno.EACCES, errors.NoPermission),
        (errno.EIO, errors.DiskTrouble),
        (errno.ENOTDIR, errors.DiskTrouble),
    ],
)
def test_errors_of_the_operating_system_are_told_apart(number: int, kind: type[FileProblem]) -> None:
    assert type(problem_of(OSError(number, os.strerror(number)), PATH)) is kind


def test_the_file_that_made_the_trouble_is_the_one_that_is_named() -> None:
    error = OSError(errno.ENOSPC, "full", "folder/kinetic-home.events.jsonl")
    assert "kinetic-home.events.jsonl" in str(problem_of(error, PATH))


@pytest.mark.parametrize("code", [sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISUSE, sqlite3.SQLITE_CONSTRAINT])
def test_what_we_asked_wrongly_is_a_bug_and_not_the_person_s_problem(code: int) -> None:
    assert type(problem_of(of_sqlite(code), PATH)) is StorageBug


def test_the_first_error_stays_attached_for_the_crash_report() -> None:
    with pytest.raises(StorageBug) as caught, told_plainly(PATH):
        sqlite3.connect(":memory:").execute("SELEKT")
    assert isinstance(caught.value.__cause__, sqlite3.OperationalError)


def test_other_errors_pass_through_untouched() -> None:
    with pytest.raises(ZeroDivisionError), told_plainly(PATH):
        _ = 1 // 0
