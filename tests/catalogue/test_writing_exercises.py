"""The guide for those who write exercises does what it says: its file takes the place of the shipped one."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kinetic_home.app.cli import main
from kinetic_home.catalogue import generated
from kinetic_home.catalogue.exercises import load_catalogue
from kinetic_home.catalogue.plans import load_plan
from kinetic_home.domain.exercise import Catalogue, ExerciseId
from kinetic_home.domain.script import script_of
from kinetic_home.score.compile import compile_score
from kinetic_home.score.score import MarkKind

ID = ExerciseId("mob_soleus")
PLAN = """
[plan]
id = "mine"
title = "Mine"

[[sessions]]
id = "A"
title = "Calves"
items = [{ exercise = "mob_soleus", hold_s = 40 }]
"""

Check = Callable[[str], tuple[int, str]]


def guide() -> str:
    return (generated.RESOURCES / "catalogue" / "README.md").read_text(encoding="utf-8")


def written() -> str:
    """Return the file that the guide writes: its parts one after the other."""
    return "\n".join(part.split("```", 1)[0] for part in guide().split("```toml\n")[1:])


def mistakes() -> list[tuple[str, str, str]]:
    """Return the guide's mistakes: what is right, what is wrong, and what is said."""
    rows = [re.findall(r"`([^`]*)`", line) for line in guide().split("## What is caught")[1].splitlines()]
    return [(row[0], row[1], row[2]) for row in rows if len(row) == 3]


@pytest.fixture
def folder(resources: Path, tmp_path: Path) -> Path:
    """Return a copy of the content without the exercise that the guide writes."""
    for tree in ("catalogue", "plans"):
        shutil.copytree(resources / tree, tmp_path / tree)
    (tmp_path / "catalogue" / "exercises" / f"{ID}.toml").unlink()
    (tmp_path / "catalogue" / "parsed.json").unlink()
    return tmp_path


@pytest.fixture
def check(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Check:
    """Return a function that writes the file, runs `kinetic-home catalogue check` and returns its code and words."""

    def told(text: str) -> tuple[int, str]:
        (folder / "catalogue" / "exercises" / f"{ID}.toml").write_text(text, encoding="utf-8")
        monkeypatch.setattr(sys, "argv", ["kinetic-home", "catalogue", "check", str(folder)])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out + printed.err

    return told


def test_nothing_misses_the_exercise_before_it_is_written(folder: Path) -> None:
    assert ID not in load_catalogue(folder)


def test_one_file_is_enough(check: Check, folder: Path, catalogue: Catalogue) -> None:
    code, words = check(written())
    assert (code, words) == (
        1,
        "catalogue/parsed.json: whole file: does not hold what the exercises say"
        " (run python -m kinetic_home.catalogue.generated)\n",
    )
    generated.main(folder)
    assert check(written()) == (0, f"{folder}: no problems (60 exercises)\n")
    made = load_catalogue(folder)[ID]
    assert replace(made, motion=catalogue[ID].motion) == catalogue[ID]


def test_the_written_exercise_is_played_from_a_plan(check: Check, folder: Path) -> None:
    check(written())
    exercises = load_catalogue(folder)
    (folder / "plan.toml").write_text(PLAN, encoding="utf-8")
    plan = load_plan(folder / "plan.toml", exercises)
    score = compile_score(script_of(plan, next(iter(plan.sessions.values())), exercises))
    heard = {mark.ref for mark in score.marks if mark.kind is MarkKind.CUE}
    assert heard == {f"{ID}/{index}" for index in range(len(exercises[ID].cues))}


def test_many_mistakes_are_listed() -> None:
    assert len(mistakes()) >= 20


@pytest.mark.parametrize(("right", "wrong", "said"), mistakes())
def test_a_mistake_is_told_as_the_guide_says(check: Check, right: str, wrong: str, said: str) -> None:
    assert right in written()
    code, words = check(written().replace(right, wrong, 1))
    place = "" if said.startswith("assets/") else f"catalogue/exercises/{ID}.toml: "
    assert code == 1
    assert place + said in words.splitlines()
