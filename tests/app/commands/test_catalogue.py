"""kinetic-home catalogue: the shipped content is sound, and mistakes are told.

What each mistake is told as stands in the guide for those who write exercises, and is tested with it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from kinetic_home.app.paths import shipped
from tests.app.commands.conftest import Run


def test_the_shipped_content_has_no_problems(run: Run):
    ran = run("catalogue", "check")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith(": no problems (60 exercises)\n")


def test_a_plan_that_does_not_fit_the_exercises_is_told(run: Run, tmp_path: Path):
    shutil.copytree(shipped("resources"), tmp_path / "resources")
    plan = tmp_path / "resources" / "plans" / "foundation.toml"
    plan.write_text(plan.read_text(encoding="utf-8").replace('"wu_march"', '"wu_mach"'), encoding="utf-8")
    ran = run("catalogue", "check", tmp_path / "resources")
    assert (ran.code, ran.out) == (1, "")
    assert "unknown exercise, 'wu_mach' (did you mean 'wu_march'?)" in ran.err


def test_a_folder_that_is_not_there_is_told(run: Run, tmp_path: Path):
    ran = run("catalogue", "check", tmp_path / "nowhere")
    assert ran.code == 2
    assert "does not exist" in ran.err
