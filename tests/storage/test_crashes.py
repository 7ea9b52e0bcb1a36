"""The program is killed at any moment: every fact that it acknowledged is there, and both files are sound."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kinetic_home.storage import journal
from kinetic_home.storage.database import COPY_NAME, DATABASE_NAME, open_log
from tests.fakes import FakeClock, FakeIds
from tests.storage.conftest import pain

ROOT = Path(__file__).parents[2]
CHILD = [sys.executable, "-m", "tests.storage.dying_child"]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="forks children")


def sound_facts(folder: Path) -> dict[int, str]:
    """Return the facts of a log by seq, after checking that both of its files are sound and say the same."""
    with open_log(folder, FakeClock(), FakeIds("after")) as log:
        # A repair that was cut short is finished and told now; nothing else may be amiss.
        assert all("they are back" in notice for notice in log.notices)
        assert log.reading().unread == ()
        facts = {raw.seq: raw.event_id for raw in log.raw()}
        assert journal.read_facts(folder / COPY_NAME) == log.raw()
    assert sorted(facts) == list(range(1, len(facts) + 1))
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    return facts


def test_a_program_killed_at_forty_random_moments_keeps_every_acknowledged_fact(folder: Path) -> None:
    rng = random.Random(20260302)
    acknowledged: dict[int, str] = {}
    with subprocess.Popen(
        [*CHILD, "endless", str(folder), "40"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        pid, patience = 0, 0
        for line in parent.stdout:
            word, *rest = line.split()
            if word == "child":
                pid, patience = int(rest[0]), rng.randrange(12)
            elif word == "acknowledged":
                acknowledged[int(rest[0])] = rest[1]
                patience -= 1
            if pid and patience <= 0 and word != "dead":
                # Busy for up to 2 ms, so that the blow falls anywhere within the next write.
                for _ in range(rng.randrange(20_000)):
                    pass
                os.kill(pid, signal.SIGKILL)
                pid = 0
    assert parent.returncode == 0
    assert len(acknowledged) > 40
    assert acknowledged.items() <= sound_facts(folder).items()


# The system calls by which the two files change, and at how many of them the program dies.
CALLS = {"pwrite64": 20, "fdatasync": 8, "fsync": 5, "write": 4, "ftruncate": 5}


def can_trace() -> bool:
    tracer = shutil.which("strace")
    return tracer is not None and subprocess.run([tracer, "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not can_trace(), reason="needs strace and the right to trace")
@pytest.mark.parametrize(("call", "points"), CALLS.items())
@pytest.mark.parametrize("scene", ["in use", "database gone", "new"])
def test_a_program_killed_at_each_call_that_changes_a_file_keeps_every_acknowledged_fact(
    tmp_path: Path, call: str, points: int, scene: str
) -> None:
    template = tmp_path / "template"
    before = lay_out(template, scene)
    trace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}"]
    kill = ["-e", f"inject={call}:signal=SIGKILL:when={points}"]
    done = subprocess.run(
        [*trace, *kill, *CHILD, "counted", str(tmp_path), str(points), call],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    acknowledged: dict[int, str] = {}
    killed = 0
    for line in done.stdout.splitlines():
        word, *rest = line.split()
        if word == "acknowledged":
            acknowledged[int(rest[0])] = rest[1]
            continue
        killed += word == "killed"
        facts = sound_facts(tmp_path / rest[0])
        assert acknowledged.items() <= facts.items(), rest[0]
        assert before.items() <= facts.items(), rest[0]
        assert len(facts) <= len(before) + 3
        acknowledged = {}
    assert killed >= 3


def lay_out(template: Path, scene: str) -> dict[int, str]:
    """Lay out the data folder that each child starts from; return what it must keep."""
    template.mkdir()
    if scene == "new":
        return {}
    with open_log(template, FakeClock(), FakeIds("before")) as log:
        log.append_many(session_ref="s", facts=[(None, pain(score)) for score in range(30)])
        before = {raw.seq: raw.event_id for raw in log.raw()}
    if scene == "database gone":
        (template / DATABASE_NAME).unlink()
    return before
