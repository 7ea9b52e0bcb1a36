"""kinetic-home library: sheets and finding by words."""

from __future__ import annotations

from pathlib import Path

from tests.app.commands.conftest import Run


def test_a_sheet_is_a_pdf(run: Run, tmp_path: Path):
    out = tmp_path / "bridge.pdf"
    ran = run("library", "sheet", "act_bridge", "--out", out)
    assert (ran.code, ran.out) == (0, f"{out}: Bridge\n")
    assert out.read_bytes().startswith(b"%PDF")


def test_all_sheets_are_written_into_one_folder(run: Run, tmp_path: Path):
    out = tmp_path / "sheets"
    ran = run("library", "sheet", "--all", "--out", out, "--paper", "letter")
    assert (ran.code, ran.out) == (0, f"{out}: 60 sheets\n")
    assert len(list(out.glob("*.pdf"))) == 60


def test_one_exercise_or_all_must_be_said(run: Run):
    ran = run("library", "sheet")
    assert (ran.code, "name one exercise, or say --all" in ran.err) == (2, True)
    assert run("library", "sheet", "act_bridge", "--all").code == 2


def test_an_unknown_exercise_is_told_with_the_nearest_known_one(run: Run):
    ran = run("library", "sheet", "act_brige")
    assert (ran.code, "did you mean 'act_bridge'?" in ran.err) == (2, True)


def test_a_place_where_nothing_can_be_written_is_told_in_a_sentence(run: Run, tmp_path: Path):
    ran = run("library", "sheet", "act_bridge", "--out", tmp_path / "none" / "bridge.pdf")
    assert (ran.code, "No such file or directory" in ran.err) == (1, True)
    assert "Traceback" not in ran.err


def test_exercises_are_found_by_words(run: Run):
    ran = run("library", "find", "brige")
    assert ran.code == 0
    assert ran.out.splitlines()[0].startswith("act_bridge ")
    assert ran.out.splitlines()[-1] == f"{len(ran.out.splitlines()) - 1} exercises"
