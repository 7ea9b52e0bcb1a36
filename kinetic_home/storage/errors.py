"""What can go wrong with the log's file: the computer's problems, each told in one sentence, and our own bugs."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kinetic_home.workflow.ports import EnvironmentProblem


class FileProblem(EnvironmentProblem):
    """A problem of the computer with one file; `sentence` names the file, the cause and the way out."""

    sentence = ""

    def __init__(self, path: Path) -> None:
        super().__init__(self.sentence.format(file=path))
        self.path = path


class DiskFull(FileProblem):
    """No room is left."""

    sentence = "The disk is full, so nothing more can be written to «{file}»: free some space, then try again."


class ReadOnly(FileProblem):
    """The file or its disk takes no changes."""

    sentence = (
        "«{file}» is read-only, so nothing can be saved: allow changes to the file and its folder, "
        "or choose another folder, then start again."
    )


class NoPermission(FileProblem):
    """This user may not open or make the file."""

    sentence = (
        "You may not open or make «{file}»: ask the owner of this computer for access to its folder, "
        "or choose another folder, then start again."
    )


class InUse(FileProblem):
    """Another program, most likely a second Kinetic Home, holds the file."""

    sentence = "«{file}» is in use, most likely by another Kinetic Home window: close that window, then start again."


class Damaged(FileProblem):
    """The file's content makes no sense any more."""

    sentence = (
        "«{file}» is damaged: close Kinetic Home and start it again, and it will put the file together from its "
        "second copy."
    )


class NotOurs(FileProblem):
    """A sound database that another program made."""

    sentence = (
        "«{file}» was made by another program, so it was left as it is: move it away or choose another folder, "
        "then start again."
    )


class MadeByNewer(FileProblem):
    """The file was last written by a later version, whose facts this one would not understand."""

    sentence = (
        "«{file}» was made by a newer version of Kinetic Home, so it was left as it is: install the newer version, "
        "then start again."
    )


class DiskTrouble(FileProblem):
    """The disk reported an error of its own."""

    sentence = (
        "The disk reported an error at «{file}»: check the disk and its cable, and make a copy of the folder, "
        "then start again."
    )


class StorageBug(Exception):
    """The program asked the log for something wrong; this belongs into a crash report."""


_BY_ERRNO: dict[int, type[FileProblem]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EROFS: ReadOnly,
    errno.EACCES: NoPermission,
    errno.EPERM: NoPermission,
    errno.EIO: DiskTrouble,
}

_BY_SQLITE_CODE: dict[int, type[FileProblem]] = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: ReadOnly,
    sqlite3.SQLITE_PERM: NoPermission,
    sqlite3.SQLITE_AUTH: NoPermission,
    sqlite3.SQLITE_CANTOPEN: NoPermission,
    sqlite3.SQLITE_BUSY: InUse,
    sqlite3.SQLITE_LOCKED: InUse,
    sqlite3.SQLITE_CORRUPT: Damaged,
    sqlite3.SQLITE_NOTADB: Damaged,
    sqlite3.SQLITE_IOERR: DiskTrouble,
}

# The low byte of SQLite's extended codes is the plain code.
_PLAIN_CODE = 0xFF


def problem_of(error: sqlite3.Error | OSError, path: Path) -> FileProblem | StorageBug:
    """Return what an error of SQLite or of the operating system means for this file."""
    if isinstance(error, OSError):
        where = Path(error.filename) if isinstance(error.filename, str) else path
        return _BY_ERRNO.get(error.errno or errno.EIO, DiskTrouble)(where)
    # An error that Python's own module raises (a closed connection, a wrong type) carries no code: our bug.
    code = getattr(error, "sqlite_errorcode", None)
    kind = None if code is None else _BY_SQLITE_CODE.get(code & _PLAIN_CODE)
    return StorageBug(f"{path.name}: {type(error).__name__}: {error}") if kind is None else kind(path)


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and of the operating system into a FileProblem, or into a StorageBug where we are wrong."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise problem_of(error, path) from error
