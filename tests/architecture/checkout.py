"""The checkout as the tests of its architecture read it."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "kinetic_home"


def sources() -> tuple[Path, ...]:
    """Return every module of the program."""
    return tuple(sorted(PACKAGE.rglob("*.py")))


def parsed(file: Path) -> ast.Module:
    """Return a module's syntax tree."""
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def place(file: Path, line: int) -> str:
    """Return a place as editors open it: kinetic_home/app/cli.py:12."""
    return f"{file.relative_to(ROOT)}:{line}"


def committed_files() -> tuple[Path, ...]:
    """Return the files that are in the repository or would come into it; skips the test where git cannot tell."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    files = (ROOT / os.fsdecode(name) for name in done.stdout.split(b"\0") if name)
    return tuple(file for file in files if file.is_file())


def committed_texts() -> Iterator[tuple[Path, str]]:
    """Yield the files of the repository that hold text, with it."""
    for file in committed_files():
        content = file.read_bytes()
        if b"\0" not in content:
            yield file, content.decode("utf-8", errors="replace")


def run_python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run code in a fresh interpreter at the top of the checkout, without a screen."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
