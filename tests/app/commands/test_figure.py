"""kinetic-home figure: numbers and pictures of one repetition."""

from __future__ import annotations

import json
from collections.abc import Sequence
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


def frames_of(run: Run, *words: object) -> tuple[dict[str, object], list[dict[str, float]]]:
    data = json.loads(run("figure", *words, "--frames", 7, "--json").out)
    return data, [frame["angles_deg"] for frame in data["frames"]]


def test_knobs_change_the_numbers_and_are_told(run: Run):
    data, angles = frames_of(run, "pat_box_squat", "--set", "depth=60", "--set", "pause_s=1")
    assert data["knobs"] == {"depth": 60.0, "pause_s": 1.0}
    assert data["tempo"] == "3-2-2-0"
    assert {"depth", "seat_cm"} <= set(data["knobs_taken"])  # pyright: ignore[reportArgumentType]
    assert max(frame["right_knee_flexion"] for frame in angles) == pytest.approx(60.0, abs=1.0)


@pytest.mark.parametrize("name", ["knee_line", "knee_in"])
def test_a_wrong_version_is_named_by_its_check_or_its_fault(run: Run, name: str):
    data, _ = frames_of(run, "pat_box_squat", "--wrong", name)
    assert data["wrong"] == {"check": "knee_line", "fault": "knee_in"}


def test_a_wrong_version_is_drawn_with_what_tells_where_to_look(run: Run, tmp_path: Path):
    out = tmp_path / "wrong.png"
    ran = run("figure", "pat_box_squat", "--wrong", "knee_line", "--overlay", "--muscles", "--frames", 3, "--out", out)
    assert (ran.code, out.read_bytes()[:8]) == (0, PNG)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--wrong", "knee_lime"), "did you mean 'knee_line'?"),
        (("--wrong", "xyz"), "does not ask about 'xyz' (its checks are"),
        (("--set", "depht=60"), "did you mean 'depth'?"),
        (("--set", "depth"), "'depth' is not key=value"),
        (("--set", "step_cm=10"), "pat_box_squat is done without a step (leave step_cm out); its knobs are depth"),
        (("--set", "depth=130"), "cannot be capped at 130° (use 18 to 90 degrees)"),
        (("--overlay",), "name the check with --wrong"),
        (("--all", "--json"), "--all draws every exercise as it is"),
    ],
)
def test_what_cannot_be_is_told_with_the_way_out(run: Run, words: Sequence[str], told: str):
    ran = run("figure", "pat_box_squat", *words)
    assert ran.code == 2
    assert told in " ".join(ran.err.split())


def test_without_an_exercise_there_is_nothing_to_draw(run: Run):
    ran = run("figure")
    assert (ran.code, "name an EXERCISE" in ran.err) == (2, True)


def test_a_sheet_of_an_exercise_goes_into_a_folder_and_is_told(run: Run, tmp_path: Path):
    ran = run("figure", "wu_march", "--all", "--bare", "--out", tmp_path / "sheets")
    assert (ran.code, (tmp_path / "sheets" / "wu_march.png").read_bytes()[:8]) == (0, PNG)
    assert ran.out.startswith("1 of 1: ")
