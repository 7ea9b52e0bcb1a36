"""Everything that a person reads in the shipped content is plain, and what is not is told to its author."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kinetic_home.catalogue.lint import hard_texts
from kinetic_home.catalogue.problems import ContentError
from kinetic_home.catalogue.readability import grade

HARD = "Facilitates considerable elongation of the gastrocnemius musculature."
HINT = "(use shorter words and sentences: at most 15 words, at most grade 6)"


@pytest.fixture
def content(resources: Path, tmp_path: Path) -> Path:
    for tree in ("catalogue", "plans"):
        shutil.copytree(resources / tree, tmp_path / tree)
    return tmp_path


def test_everything_that_ships_is_plain(resources: Path) -> None:
    assert [str(problem) for problem in hard_texts(resources)] == []


@pytest.mark.parametrize(
    ("name", "old", "place"),
    [
        ("catalogue/exercises/act_bridge.toml", "Lift to a straight line", "cues[3].text"),
        ("catalogue/checks.toml", "Did both hip bones stay level?", "checks.pelvis_level.ask"),
        ("catalogue/checks.toml", "pelvis drops or hikes", "checks.pelvis_level.fault"),
        ("catalogue/checks.toml", "Brace first. Move from the hips.", "checks.back_neutral.fix"),
        ("catalogue/notes.toml", "You feel dizzy or faint. Sit down.", "stop.s_dizzy"),
        ("catalogue/notes.toml", "You cannot kneel.", "caution.c_kneel"),
        ("catalogue/phrases.toml", "Ten seconds left.", "say.ten_seconds"),
    ],
)
def test_a_hard_text_is_told_with_its_place_its_cause_and_the_way_out(
    content: Path, name: str, old: str, place: str
) -> None:
    file = content / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, HARD, 1), encoding="utf-8")
    (problem,) = hard_texts(content)
    assert str(problem).startswith(f"{name}: {place}: 'Facilitates considerable elongation")
    assert str(problem).endswith(f"reads at grade {grade(HARD):.1f} {HINT}")


def test_the_words_of_a_shipped_plan_are_looked_at_as_well(content: Path) -> None:
    plan = f"""
[plan]
id = "mine"
title = "Mine"
goal = "{HARD}"

[[phases]]
id = "learn"
title = "{HARD}"
weeks = [1, 2]
days = {{ mon = "A" }}

[[sessions]]
id = "A"
title = "{HARD}"
aim = "{HARD}"
items = [{{ exercise = "act_bridge" }}, {{ exercise = "wu_march", note = "{HARD}" }}]
"""
    (content / "plans" / "zz.toml").write_text(plan, encoding="utf-8")
    assert [(problem.file, problem.path) for problem in hard_texts(content)] == [
        ("plans/zz.toml", path)
        for path in (
            "plan.goal",
            "phases[1].title",
            "sessions[1].title",
            "sessions[1].aim",
            "sessions[1].items[2].note",
        )
    ]


def test_a_remark_for_clinicians_is_not_read_by_the_person(content: Path) -> None:
    file = content / "catalogue" / "checks.toml"
    text = file.read_text(encoding="utf-8").replace("(dynamic valgus)", f"({HARD})")
    file.write_text(text, encoding="utf-8")
    assert list(hard_texts(content)) == []


def test_a_file_that_is_not_sound_is_told_as_such(content: Path) -> None:
    (content / "catalogue" / "notes.toml").write_text("schema = 1", encoding="utf-8")
    with pytest.raises(ContentError, match="stop: is missing"):
        list(hard_texts(content))
