"""Forks one child after the other; each opens a log, writes, and says on standard output what was acknowledged.

    dying_child.py endless FOLDER ROUNDS     every child writes until its parent kills it
    dying_child.py counted FOLDER ROUNDS PAD every child writes three facts in a fresh copy of FOLDER/template

In the second way, child k first makes ROUNDS - k harmless system calls of the kind PAD on a file named «pad», so that
a tracer that kills at the ROUNDS-th call of that kind hits child k at the k-th call of its real work.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
from pathlib import Path

import kinetic_home.storage.migrations  # noqa: F401 - once here and not in every child
from kinetic_home.domain.events import NoteWritten
from kinetic_home.storage.database import open_log
from tests.fakes import FakeClock, FakeIds


def say(line: str) -> None:
    # Not with write(): a tracer may be counting those.
    os.writev(1, [f"{line}\n".encode()])


def work(folder: Path, child: int, facts: int) -> None:
    """Write facts of very different lengths and say each one that was acknowledged."""
    rng = random.Random(child)
    with open_log(folder, FakeClock(), FakeIds(f"child{child}")) as log:
        for _ in range(facts):
            told = log.append(session_ref="s", at_ms=None, event=NoteWritten(text="x" * rng.choice([10, 200, 9_000])))
            say(f"acknowledged {told.seq} {told.event_id}")


def pad(folder: Path, kind: str, count: int) -> None:
    """Make harmless system calls on a file that the tracer watches too."""
    file = os.open(folder / "pad", os.O_RDWR | os.O_CREAT, 0o600)
    call = {
        "pwrite64": lambda: os.pwrite(file, b"x", 0),
        "write": lambda: os.write(file, b"x"),
        "fsync": lambda: os.fsync(file),
        "fdatasync": lambda: os.fdatasync(file),
        "ftruncate": lambda: os.ftruncate(file, 0),
    }[kind]
    for _ in range(count):
        call()


def endless(folder: Path, rounds: int) -> None:
    """Let every child write until the parent, which reads what is said, kills it."""
    for child in range(rounds):
        pid = os.fork()
        if pid == 0:
            work(folder, child, 1_000_000)
            os._exit(0)
        say(f"child {pid}")
        os.waitpid(pid, 0)
        say("dead")


def counted(folder: Path, rounds: int, kind: str) -> None:
    """Let child k work in a copy of the template of its own."""
    for child in range(1, rounds + 1):
        own = folder / f"{kind}-{child}"
        shutil.copytree(folder / "template", own)
        pid = os.fork()
        if pid == 0:
            pad(folder, kind, rounds - child)
            work(own, child, 3)
            os._exit(0)
        _, status = os.waitpid(pid, 0)
        say(f"{'killed' if os.WIFSIGNALED(status) else 'finished'} {kind}-{child}")


if __name__ == "__main__":
    way, place, times, *rest = sys.argv[1:]
    if way == "endless":
        endless(Path(place), int(times))
    else:
        counted(Path(place), int(times), *rest)
