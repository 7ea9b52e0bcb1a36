"""kinetic-home play and log: a session in virtual time, and what it leaves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.app.commands.conftest import Run

ANSWERS = """
schema = 1
[checkin]
pain = 2
places = ["left_knee_front"]
[default]
pain = 1
clean = true
aid = "mirror"
[[answers]]
question = "03-mob_gastroc/heel_down"
left = true
right = false
[[actions]]
at_ms = 20000
do = "pause"
ms = 5000
[after]
effort = 4
note = "Felt fine."
"""


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    file = tmp_path / "answers.toml"
    file.write_text(ANSWERS, encoding="utf-8")
    return file


def kinds(run: Run, data: Path) -> list[str]:
    return [fact["kind"] for fact in json.loads(run("log", "--json", "--data", data).out)]


def play(run: Run, answers: Path, data: Path, *more: object):
    return run("play", "--session", "REC", "--answers", answers, "--virtual", "--data", data, *more)


def test_a_session_played_to_its_end_is_all_in_the_log(run: Run, answers: Path, tmp_path: Path):
    ran = play(run, answers, tmp_path / "data")
    assert (ran.code, ran.out.startswith("Played to its end")) == (0, True)
    told = kinds(run, tmp_path / "data")
    assert told[0] == "session_started"
    assert told[-3:] == ["session_ended", "effort_reported", "note_written"]
    assert told.count("session_paused") == told.count("session_resumed") == 1


def test_answers_left_and_right_are_written_apart(run: Run, answers: Path, tmp_path: Path):
    play(run, answers, tmp_path / "data")
    facts = json.loads(run("log", "--json", "--data", tmp_path / "data").out)
    said = [f["payload"] for f in facts if f["kind"] == "checkpoint_answered" and f["payload"]["check"] == "heel_down"]
    assert [(answer["side"], answer["clean"]) for answer in said] == [("left", True), ("right", False)]


def test_a_session_that_broke_off_goes_on_at_the_same_set(run: Run, answers: Path, tmp_path: Path):
    data = tmp_path / "data"
    assert play(run, answers, data, "--stop-after-ms", 300_000).out.startswith("Broken off")
    assert "session_ended" not in kinds(run, data)
    ran = play(run, answers, data)
    assert ran.out.startswith("Going on with «Recovery and mobility» at ")
    told = kinds(run, data)
    assert (told.count("session_started"), told.count("session_ended")) == (1, 1)


def test_beginning_anew_ends_the_session_that_broke_off(run: Run, answers: Path, tmp_path: Path):
    data = tmp_path / "data"
    play(run, answers, data, "--stop-after-ms", 100_000)
    play(run, answers, data, "--anew")
    told = kinds(run, data)
    assert (told.count("session_started"), told.count("session_ended")) == (2, 2)


def test_marks_are_printed_as_they_come_due(run: Run, answers: Path, tmp_path: Path):
    ran = play(run, answers, tmp_path / "data", "--marks", "--stop-after-ms", 12_000)
    assert "00:10.000 beat move" in ran.out


def test_a_file_of_answers_with_problems_is_refused_before_anything_is_written(run: Run, tmp_path: Path):
    bad = tmp_path / "answers.toml"
    bad.write_text('[default]\npain = 12\n[[actions]]\nat_ms = 5\ndo = "pain"\n', encoding="utf-8")
    ran = play(run, bad, tmp_path / "data")
    assert ran.code == 1
    assert "default.pain" in ran.err
    assert "actions[1].pain" in ran.err
    assert not (tmp_path / "data").exists()


def test_looking_at_a_log_that_is_not_there_makes_nothing(run: Run, tmp_path: Path):
    ran = run("log", "--data", tmp_path / "none")
    assert (ran.code, "nothing is recorded yet" in ran.out) == (0, True)
    assert not (tmp_path / "none").exists()


def test_the_log_as_text_has_a_line_for_each_fact(run: Run, answers: Path, tmp_path: Path):
    play(run, answers, tmp_path / "data")
    lines = run("log", "--data", tmp_path / "data").out.splitlines()
    assert len(lines) == len(kinds(run, tmp_path / "data"))


@pytest.mark.parametrize("command", ["play", "log", "sound", "export", "figure", "doctor"])
def test_every_help_has_an_example(run: Run, command: str):
    assert "Example: kinetic-home" in run(command, "--help").out


def test_an_answer_to_a_question_that_is_never_asked_is_refused(run: Run, tmp_path: Path):
    file = tmp_path / "answers.toml"
    file.write_text('[[answers]]\nquestion = "03-mob_gastroc/heel_up"\npain = 1\n', encoding="utf-8")
    ran = play(run, file, tmp_path / "data")
    assert ran.code == 1
    assert "did you mean '03-mob_gastroc/heel_down'?" in ran.err


def test_an_answer_given_twice_is_refused(run: Run, tmp_path: Path):
    file = tmp_path / "answers.toml"
    file.write_text('[[answers]]\nquestion = "03-mob_gastroc/pain"\npain = 1\n' * 2, encoding="utf-8")
    assert "is answered twice" in play(run, file, tmp_path / "data").err


def test_the_log_never_runs_backwards_where_one_session_is_played_after_another(
    run: Run, answers: Path, tmp_path: Path
):
    data = tmp_path / "data"
    play(run, answers, data, "--stop-after-ms", 200_000)
    play(run, answers, data)
    times = [fact["utc"] for fact in json.loads(run("log", "--json", "--data", data).out)]
    assert times == sorted(times)
