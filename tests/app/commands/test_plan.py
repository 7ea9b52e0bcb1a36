"""kinetic-home plan: checked, listed, compiled, taken into use."""

from __future__ import annotations

import json
import os
from itertools import pairwise
from pathlib import Path

import pytest

from kinetic_home.app.paths import shipped
from tests.app.commands.conftest import Run

FOUNDATION = shipped("resources") / "plans" / "foundation.toml"
MINIMAL = """
[plan]
id = "mine"
title = "Mine"

[[sessions]]
id = "A"
title = "Session"
items = [{ exercise = "act_bridge", sets = 1 }]
"""


@pytest.fixture
def own_plan(tmp_path: Path) -> Path:
    file = tmp_path / "own.toml"
    file.write_text(MINIMAL, encoding="utf-8")
    return file


def test_a_sound_plan_passes(run: Run):
    ran = run("plan", "check", FOUNDATION)
    assert (ran.code, ran.err) == (0, "")
    assert "no problems" in ran.out


def test_every_problem_of_every_file_is_told_and_the_exit_code_is_1(run: Run, tmp_path: Path, own_plan: Path):
    bad = tmp_path / "bad.toml"
    bad.write_text(MINIMAL.replace("act_bridge", "act_brigde").replace('title = "Mine"', "titel = 1"), encoding="utf-8")
    ran = run("plan", "check", own_plan, bad, tmp_path / "none.toml")
    assert ran.code == 1
    assert f"{bad}: sessions[1].items[1].exercise: " in ran.err
    assert "(did you mean 'act_bridge'?)" in ran.err
    assert "plan.titel" in ran.err
    assert "none.toml" in ran.err
    assert "Traceback" not in ran.err


def test_checking_nothing_is_a_usage_error(run: Run):
    assert run("plan", "check").code == 2


def test_sessions_are_listed_with_their_days_and_ids(run: Run, tmp_path: Path):
    ran = run("plan", "sessions", "--data", tmp_path)
    assert ran.code == 0
    assert [line.split()[:2] for line in ran.out.splitlines() if line.startswith("  Mon")] == [["Mon", "F_A"]]
    assert "REC" in ran.out


def test_the_score_as_json_has_its_spans_marks_and_gates(run: Run, tmp_path: Path):
    ran = run("plan", "score", "--session", "F_A", "--json", "--data", tmp_path)
    data = json.loads(ran.out)
    assert all(a["end_ms"] == b["start_ms"] for a, b in pairwise(data["spans"]))
    assert {"start_ms", "end_ms", "kind", "exercise", "set", "rep", "side", "phase"} <= set(data["spans"][0])
    assert set(data["marks"][0]) == {"at_ms", "kind", "ref"}
    assert data["gates"][-1]["at_ms"] == data["length_ms"] == data["spans"][-1]["end_ms"]


def test_the_score_of_a_file_is_printed_as_text(run: Run, own_plan: Path, tmp_path: Path):
    ran = run("plan", "score", own_plan, "--session", "A", "--data", tmp_path)
    assert ran.out.startswith("A: Session, ")
    assert "work 1 concentric  A>B" in ran.out


def test_a_session_that_the_plan_lacks_is_told_with_those_it_has(run: Run, tmp_path: Path):
    ran = run("plan", "score", "--session", "Z", "--data", tmp_path)
    assert ran.code == 1
    assert "it has F_A, F_B, REC" in ran.err


def test_a_plan_taken_into_use_is_the_plan_from_then_on(run: Run, own_plan: Path, tmp_path: Path):
    data = tmp_path / "data"
    assert run("plan", "use", own_plan, "--data", data).code == 0
    assert "Mine" in run("plan", "sessions", "--data", data).out


def test_the_plan_before_it_is_kept(run: Run, own_plan: Path, tmp_path: Path):
    data = tmp_path / "data"
    run("plan", "use", FOUNDATION, "--data", data)
    ran = run("plan", "use", own_plan, "--data", data)
    kept = data / "plan.1.toml"
    assert str(kept) in ran.out
    assert kept.read_bytes() == FOUNDATION.read_bytes()


def test_a_plan_with_problems_is_not_taken_into_use(run: Run, tmp_path: Path):
    bad = tmp_path / "bad.toml"
    bad.write_text("[plan", encoding="utf-8")
    ran = run("plan", "use", bad, "--data", tmp_path / "data")
    assert ran.code == 1
    assert not (tmp_path / "data" / "plan.toml").exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told_in_a_sentence(run: Run, own_plan: Path, tmp_path: Path):
    data = tmp_path / "data"
    data.mkdir(mode=0o500)
    ran = run("plan", "use", own_plan, "--data", data)
    assert (ran.code, "Traceback" in ran.err) == (1, False)


@pytest.mark.parametrize("command", ["check", "sessions", "score", "use"])
def test_every_help_has_an_example(run: Run, command: str):
    assert "Example: kinetic-home plan" in run("plan", command, "--help").out
