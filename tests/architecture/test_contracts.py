"""Imports point inward; the contracts stand in pyproject.toml."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.architecture.checkout import PACKAGE, ROOT

_LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _LINT], cwd=folder, capture_output=True, text=True, check=False, timeout=120
    )


def test_the_import_contracts_are_kept() -> None:
    done = _lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_import_that_points_outward_is_reported_with_its_place(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "kinetic_home", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / "kinetic_home" / "domain" / "tempo.py").open("a", encoding="utf-8") as tempo:
        tempo.write("\nimport time\n\nfrom kinetic_home.score import score\n")
    done = _lint(tmp_path)
    assert done.returncode == 1
    assert "kinetic_home.domain.tempo -> kinetic_home.score.score" in done.stdout
    assert "kinetic_home.domain.tempo -> time" in done.stdout
