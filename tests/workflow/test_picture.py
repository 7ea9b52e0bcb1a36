"""Which exercise's figure is shown at a moment, and in which pose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.app.paths import shipped
from kinetic_home.catalogue.exercises import load_catalogue
from kinetic_home.domain.dose import Dose
from kinetic_home.domain.exercise import ExerciseId
from kinetic_home.domain.script import ScriptItem, SessionScript
from kinetic_home.domain.side import Side
from kinetic_home.figure.motion import demo_at, figure_at
from kinetic_home.score import player
from kinetic_home.score.compile import compile_score
from kinetic_home.score.player import PlayerState, Status
from kinetic_home.score.score import Score, SpanKind
from kinetic_home.workflow.picture import figure_now
from kinetic_home.workflow.player_view import player_view
from tests.builders import reps, script

CATALOGUE = load_catalogue(shipped("resources"))
CLAM, BRIDGE = CATALOGUE[ExerciseId("act_clam")], CATALOGUE[ExerciseId("act_bridge")]


def clam_then_bridge(rest_ms: int) -> SessionScript:
    def done(exercise_id: str, dose: Dose) -> ScriptItem:
        made = CATALOGUE[ExerciseId(exercise_id)]
        return ScriptItem(exercise=made, dose=dose, checks=made.checks[:1])

    return script(done("act_clam", reps(2, sets=1, rest_ms=rest_ms)), done("act_bridge", reps(2, sets=1)))


def scored(rest_ms: int = 20_000) -> Score:
    return compile_score(clam_then_bridge(rest_ms))


def state_at(score: Score, at_ms: int) -> PlayerState:
    gate = sum(1 for gate in score.gates if gate.at_ms <= at_ms)
    return PlayerState(score=score, at_ms=at_ms, gate=gate, status=Status.RUNNING)


@pytest.mark.parametrize("still", [False, True])
@given(at_ms=st.integers(0, scored().length_ms), demo_ms=st.integers(0, 60_000))
def test_the_figure_is_that_of_the_exercise_that_the_player_names(at_ms: int, demo_ms: int, still: bool):
    state = state_at(scored(), at_ms)
    exercise, _ = figure_now(state, demo_ms, still=still)
    assert exercise is player_view(state).exercise


@pytest.mark.parametrize("rest_ms", [0, 20_000])
@pytest.mark.parametrize("gate", [0, 1, 2, 3])
def test_at_a_question_the_exercise_that_it_asks_about_is_shown(gate: int, rest_ms: int):
    state = player.begin_at_gate(scored(rest_ms), gate)
    assert figure_now(state, 0)[0] is (CLAM if gate < 2 else BRIDGE)


def test_in_work_the_figure_stands_where_the_score_stands():
    score = scored()
    span = next(span for span in score.spans if span.kind is SpanKind.WORK)
    _, figure = figure_now(state_at(score, span.start_ms + span.length_ms // 4), 999)
    assert figure == figure_at(
        CLAM.motion,
        pose_from="A",
        pose_to="B",
        fraction=0.25,
        rep_no=1,
        side=Side.LEFT,
        span_ms=span.length_ms,
    )


def test_before_the_work_the_figure_shows_the_exercise_and_waits_in_its_start_for_the_count_in():
    score = scored()
    work_ms = score.sections[0].work_ms
    assert figure_now(state_at(score, work_ms - 3_001), 1_234)[1] == demo_at(CLAM.motion, 1_234, Side.LEFT)
    waiting = figure_at(CLAM.motion, pose_from="A", pose_to="A", fraction=0.0, rep_no=1, side=Side.LEFT)
    assert figure_now(state_at(score, work_ms - 3_000), 1_234)[1] == waiting


def test_with_little_motion_only_the_pose_that_is_led_to_is_shown():
    score = scored()
    section = score.sections[0]
    far = figure_at(CLAM.motion, pose_from="B", pose_to="B", fraction=0.0, rep_no=1, side=Side.LEFT)
    for at_ms in (0, section.work_ms - 1_000, section.work_ms, section.work_ms + 500):
        assert figure_now(state_at(score, at_ms), 1_234, still=True)[1].joints == far.joints
