"""Every session of the Foundation programme, compiled to the millisecond, as it was last looked over.

Run with --force-regen to write the files anew after a change that is meant, and read the difference.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from pytest_regressions.file_regression import FileRegressionFixture

from kinetic_home.app.paths import shipped
from kinetic_home.catalogue.exercises import load_catalogue
from kinetic_home.catalogue.phrasebook import load_phrasebook
from kinetic_home.catalogue.plans import load_plan
from kinetic_home.domain.dose import Dose
from kinetic_home.domain.script import SessionScript, script_of
from kinetic_home.score.as_json import score_as_data
from kinetic_home.score.as_text import as_text
from kinetic_home.score.compile import compile_score
from kinetic_home.score.player import PlayerState, Status
from kinetic_home.score.score import GateKind, MarkKind, Score
from kinetic_home.score.wordings import Wordings
from kinetic_home.workflow.player_view import player_view

SESSIONS = ["F_A", "F_B", "REC"]
GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def scripts() -> dict[str, SessionScript]:
    resources = shipped("resources")
    catalogue = load_catalogue(resources)
    plan = load_plan(resources / "plans" / "foundation.toml", catalogue)
    return {str(session.id): script_of(plan, session, catalogue) for session in plan.sessions.values()}


@pytest.fixture(scope="module")
def scores(scripts: dict[str, SessionScript]) -> dict[str, Score]:
    return {name: compile_score(made) for name, made in scripts.items()}


def test_every_session_of_the_programme_has_its_golden_file(scripts: dict[str, SessionScript]):
    assert sorted(scripts) == SESSIONS
    assert sorted(file.stem for file in GOLDEN.glob("*.txt")) == SESSIONS


@pytest.mark.parametrize("name", SESSIONS)
def test_a_session_compiles_to_the_score_that_was_looked_over(
    name: str, scores: dict[str, Score], file_regression: FileRegressionFixture
):
    file_regression.check(as_text(scores[name]), fullpath=GOLDEN / f"{name}.txt", encoding="utf-8", newline="\n")


@pytest.mark.parametrize("name", SESSIONS)
def test_compiling_again_gives_the_same_score(name: str, scripts: dict[str, SessionScript], scores: dict[str, Score]):
    assert compile_score(scripts[name]) == scores[name]


@pytest.mark.parametrize("name", SESSIONS)
def test_the_json_form_holds_the_same_spans_marks_and_gates(name: str, scores: dict[str, Score]):
    score = scores[name]
    data = json.loads(json.dumps(score_as_data(score)))
    assert (data["session"], data["title"], data["length_ms"]) == (name, score.script.title, score.length_ms)
    assert [
        (s["start_ms"], s["end_ms"], s["kind"], s["exercise"], s["item"], s["set"], s["rep"], s["side"], s["phase"])
        for s in data["spans"]
    ] == [
        (s.start_ms, s.end_ms, s.kind, s.bout.exercise, s.bout.item, s.bout.set_no, s.rep_no, s.bout.side, s.phase)
        for s in score.spans
    ]
    assert [tuple(s["pose"]) for s in data["spans"]] == [(s.pose_from, s.pose_to) for s in score.spans]
    assert [(m["at_ms"], m["kind"], m["ref"]) for m in data["marks"]] == [tuple(mark) for mark in score.marks]
    assert [(g["at_ms"], g["id"], g["kind"], g["item"]) for g in data["gates"]] == [
        (gate.at_ms, gate.id, gate.kind, gate.item) for gate in score.gates
    ]
    for told, gate in zip(data["gates"], score.gates, strict=True):
        assert told["exercise"] == score.script.items[gate.item].exercise.id
        assert told["check"] == (None if gate.kind is GateKind.PAIN else gate.ref)


@pytest.mark.parametrize("name", SESSIONS)
def test_there_are_words_for_everything_that_is_said(name: str, scores: dict[str, Score]):
    wordings = Wordings(scores[name], load_phrasebook(shipped("resources")))
    for mark in scores[name].marks:
        texts = wordings.of(mark)
        assert (not texts) == (mark.kind is MarkKind.BEAT)
        assert all(text.strip() and "{" not in text for text in texts)


@pytest.mark.parametrize("name", SESSIONS)
def test_the_player_can_show_every_second_of_it(name: str, scores: dict[str, Score]):
    score = scores[name]
    for at_ms in range(0, score.length_ms + 1, 500):
        gate = sum(1 for gate in score.gates if gate.at_ms <= at_ms)
        view = player_view(PlayerState(score=score, at_ms=at_ms, gate=gate, status=Status.RUNNING))
        assert view.numeral.isdecimal()
        assert view.cue in view.exercise.cues


def largest(scores: dict[str, Score]) -> Score:
    return max(scores.values(), key=lambda score: len(score.spans) + len(score.marks))


def test_the_largest_session_compiles_alike_every_time(scores: dict[str, Score], benchmark: BenchmarkFixture):
    score = largest(scores)
    assert benchmark(compile_score, score.script) == score


def test_a_moment_of_the_player_is_read(scripts: dict[str, SessionScript], benchmark: BenchmarkFixture):
    """The last moment of half an hour of walking, with two beats a second behind it."""
    walk = next(item for item in scripts["F_B"].items if item.exercise.id == "cd_walk")
    dose = Dose(sets=1, work_ms=1_800_000, bpm=120, rest_ms=0)
    score = compile_score(replace(scripts["F_B"], items=(replace(walk, dose=dose),)))
    longest = score.sections[0]
    state = PlayerState(score=score, at_ms=longest.end_ms - 1, status=Status.RUNNING)
    assert benchmark(player_view, state).exercise is score.item(longest.bout).exercise
