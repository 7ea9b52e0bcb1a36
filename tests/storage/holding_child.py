"""Opens the log in the folder of its first argument, says so, and holds it until its input ends."""

from __future__ import annotations

import sys
from pathlib import Path

from kinetic_home.storage.database import open_log
from tests.fakes import FakeClock, FakeIds

with open_log(Path(sys.argv[1]), FakeClock(), FakeIds("child")):
    sys.stdout.write("open\n")
    sys.stdout.flush()
    sys.stdin.read()
