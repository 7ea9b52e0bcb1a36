"""kinetic-home figure: numbers and pictures of one repetition."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.app.commands.conftest import Run

PNG = b"\x89PNG\r\n\x1a\n"


def test_the_numbers_have_time_phase_joints_angles_and_contacts(run: Run):
    data = json.loads(run("figure", "act_bridge", "--frames", 5, "--json").out)
    assert next(frame["phase"] for frame in data["frames"]) == "concentric"
    assert data["frames"][-1]["time_ms"] == 7_000
    for frame in data["frames"]:
        assert {"time_ms", "phase", "joints_m", "angles_deg", "contacts"} <= set(frame)
        assert frame["contacts"]


def test_left_is_the_mirror_of_right(run: Run):
    sides = {
        side: json.loads(run("figure", "act_clam", "--side", side, "--frames", 3, "--json").out)["frames"]
        for side in ("left", "right")
    }
    for left, right in zip(sides["left"], sides["right"], strict=True):
        x, y, z = left["joints_m"]["left_knee"]
        assert right["joints_m"]["right_knee"] == pytest.approx([x, y, -z], abs=2e-4)


@pytest.mark.parametrize("view", ["side", "front", "three-quarter"])
def test_a_contact_sheet_is_a_picture(run: Run, tmp_path: Path, view: str):
    out = tmp_path / "sheet.png"
    ran = run("figure", "pat_sit_to_stand", "--view", view, "--frames", 4, "--out", out)
    assert (ran.code, out.read_bytes()[:8]) == (0, PNG)


def test_an_unknown_exercise_is_told_with_the_nearest_known_one(run: Run):
    ran = run("figure", "act_brige", "--json")
    assert (ran.code, "did you mean 'act_bridge'?" in ran.err) == (2, True)


def test_a_place_where_nothing_can_be_written_is_told_in_a_sentence(run: Run, tmp_path: Path):
    ran = run("figure", "act_bridge", "--out", tmp_path / "none" / "sheet.png")
    assert ran.code == 1
    assert "cannot be written" in ran.err
    assert "Traceback" not in ran.err
