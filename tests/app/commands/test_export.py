"""kinetic-home export: what was played is what the tables say."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.app.commands.conftest import Run
from tests.app.commands.test_play import ANSWERS


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_tables_tell_what_was_played(run: Run, tmp_path: Path):
    data, out, answers = tmp_path / "data", tmp_path / "tables", tmp_path / "answers.toml"
    answers.write_text(ANSWERS, encoding="utf-8")
    run("play", "--session", "REC", "--answers", answers, "--virtual", "--data", data, "--stop-after-ms", 400_000)
    assert run("export", "--format", "csv", "--out", out, "--data", data).code == 0
    prescribed, performed = rows(out / "prescribed.csv"), rows(out / "performed.csv")
    assert len(prescribed) == len(performed) == 12
    done = [row for row in performed if row["status"] == "done"]
    not_reached = [row for row in performed if row["status"] == "not_reached"]
    assert done
    assert not_reached
    assert {row["work_ms"] for row in not_reached} == {""}
    assert {row["pain_0_10"] for row in rows(out / "pain.csv")} == {"1"}


def test_a_folder_without_a_log_is_told(run: Run, tmp_path: Path):
    ran = run("export", "--format", "csv", "--out", tmp_path / "out", "--data", tmp_path / "none")
    assert (ran.code, "nothing is recorded there yet" in ran.err) == (2, True)
    assert not (tmp_path / "out").exists()


def test_a_folder_with_other_files_is_not_written_over(run: Run, tmp_path: Path):
    data, out, answers = tmp_path / "data", tmp_path / "out", tmp_path / "answers.toml"
    answers.write_text(ANSWERS, encoding="utf-8")
    run("play", "--session", "REC", "--answers", answers, "--virtual", "--data", data, "--stop-after-ms", 20_000)
    out.mkdir()
    (out / "letter.txt").write_text("mine", encoding="utf-8")
    ran = run("export", "--format", "csv", "--out", out, "--data", data)
    assert ran.code == 1
    assert [file.name for file in out.iterdir()] == ["letter.txt"]
