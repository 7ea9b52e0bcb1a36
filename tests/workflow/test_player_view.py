"""What the player shows at a moment."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.exercise import Breath, Breathing, CueMoment, First, RepPhase
from kinetic_home.domain.script import SessionScript
from kinetic_home.domain.side import Side
from kinetic_home.score import lookup, player
from kinetic_home.score.compile import compile_score
from kinetic_home.score.player import PlayerState, Status
from kinetic_home.score.score import Score, Span, SpanKind
from kinetic_home.workflow.player_view import player_view, question_view
from kinetic_home.workflow.views import PlayerView, QuestionKind, Stage
from tests.builders import check, exercise, holds, item, reps, script, timed
from tests.score.strategies import scripts

SCRIPT = script(
    item(exercise("one", per_side=True), reps(3, sets=2, rest_ms=20_000), [check("knee"), check("hip")]),
    item(exercise("two", first=First.HOLD), holds(1, hold_ms=30_000, rest_ms=10_000)),
)


@pytest.fixture
def score() -> Score:
    return compile_score(SCRIPT)


def state_at(score: Score, at_ms: int, status: Status = Status.RUNNING) -> PlayerState:
    """Return a player that runs at a position, every gate up to it behind."""
    gate = sum(1 for gate in score.gates if gate.at_ms <= at_ms)
    return PlayerState(score=score, at_ms=at_ms, gate=gate, status=status)


def view_at(score: Score, at_ms: int, status: Status = Status.RUNNING) -> PlayerView:
    return player_view(state_at(score, at_ms, status))


def numerals(score: Score, from_ms: int, to_ms: int, step_ms: int = 500) -> list[tuple[str, str]]:
    """Return the large numbers of a stretch, each told once as it comes."""
    shown = [view_at(score, at_ms) for at_ms in range(from_ms, to_ms, step_ms)]
    told = [(view.numeral, view.numeral_unit) for view in shown]
    return [one for n, one in enumerate(told) if n == 0 or told[n - 1] != one]


def countdown(seconds: int) -> list[tuple[str, str]]:
    return [(str(left), unit(left)) for left in range(seconds, 0, -1)]


def unit(left: int) -> str:
    return "second" if left == 1 else "seconds"


def one(made: Score) -> tuple[int, int]:
    return made.sections[0].work_ms, made.sections[0].end_ms


@given(scripts(), st.data())
def test_at_every_position_the_view_agrees_with_the_score(made: SessionScript, data: st.DataObject):
    score = compile_score(made)
    edges = sorted({edge for span in score.spans for edge in (span.start_ms, span.end_ms - 1)})
    positions = data.draw(st.lists(st.sampled_from(edges) | st.integers(0, score.length_ms - 1), max_size=40))
    for at_ms in [*positions, 0, score.length_ms]:
        state = state_at(score, at_ms)
        view, span = player_view(state), lookup.span_at(score, at_ms)
        assert view.numeral.isdecimal()
        assert 0 <= view.fraction <= 1
        assert view.seconds_left == max(0, -(-(span.end_ms - at_ms) // 1000))
        assert view.cue in view.exercise.cues
        assert view.side in score.script.items[player.item_now(state)].sides(made.lead_side)
        assert view.exercise is score.script.items[player.item_now(state)].exercise
        assert 1 <= view.set_no <= view.sets
        if span.kind is SpanKind.WORK:
            check_work(view, span)
        else:
            assert (view.phase, view.phase_word, view.rep_no, view.breath) == (None, "", None, None)
            assert (view.numeral, view.numeral_unit) == (str(view.seconds_left), unit(view.seconds_left))
            assert not view.last_rep


def check_work(view: PlayerView, span: Span) -> None:
    assert (view.stage, view.phase, view.rep_no) == (Stage.WORK, span.phase, span.rep_no)
    assert (view.side, view.set_no) == (span.bout.side, span.bout.set_no)
    assert view.last_rep == (view.reps is not None and view.reps > 1 and view.rep_no == view.reps)
    if view.numeral_unit not in {"second", "seconds"}:
        assert (view.numeral, view.numeral_unit) == (str(span.rep_no), f"of {view.reps}")


@given(scripts())
def test_the_view_of_any_state_that_a_session_passes_through_can_be_painted(made: SessionScript):
    state, now = player.begin_at(compile_score(made)), 0
    while not state.over:
        view, question = player_view(state), question_view(state)
        assert (question is not None) == (view.stage is Stage.QUESTION)
        gate = state.open_gate
        if question is not None and gate is not None:
            assert question.exercise is view.exercise is made.items[gate.item].exercise
            state, _ = player.answer(state, gate.id)
        elif state.status is not Status.RUNNING:
            state, _ = player.resume(state, now)
        else:
            now += 1_999
            state, _ = player.advance(state, now)
    assert player_view(state).stage is Stage.OVER


def test_repetitions_count_up_to_the_last_and_the_last_is_told(score: Score):
    section = score.sections[0]
    assert numerals(score, section.work_ms, section.end_ms) == [("1", "of 3"), ("2", "of 3"), ("3", "of 3")]
    last = [view_at(score, at).last_rep for at in (section.work_ms, section.work_ms + 11_999, section.work_ms + 12_000)]
    assert last == [False, False, True]


def test_the_word_of_a_phase_says_what_the_body_does(score: Score):
    section = score.sections[0]
    words = [view_at(score, section.work_ms + ms).phase_word for ms in (0, 3_000, 4_000)]
    assert words == ["lower", "hold", "lift"]


def test_at_a_steady_beat_the_word_does_not_change():
    score = compile_score(script(item(exercise(first=First.CYCLIC), timed(20_000, bpm=90))))
    start, end = one(score)
    assert {view_at(score, at_ms).phase_word for at_ms in range(start, end, 250)} == {"on the beat"}


def test_a_single_repetition_is_not_called_the_last(score: Score):
    assert not view_at(score, score.sections[-1].work_ms + 5_000).last_rep


@pytest.mark.parametrize("kind", [SpanKind.LEAD_IN, SpanKind.SWITCH, SpanKind.REST])
def test_what_is_not_work_counts_down_to_one(kind: SpanKind, score: Score):
    for span in score.spans:
        if span.kind is kind:
            assert numerals(score, span.start_ms, span.end_ms) == countdown(span.length_ms // 1000)


def test_one_long_hold_counts_its_way_in_itself_and_its_way_out(score: Score):
    section = score.sections[-1]
    told = numerals(score, section.work_ms, section.end_ms)
    assert told == countdown(2) + countdown(30) + countdown(2)


def test_a_hold_by_time_counts_its_own_seconds():
    made = exercise(first=First.HOLD, breathing=Breathing(paced_ms=(4_000, 6_000)))
    score = compile_score(script(item(made, timed(120_000, bpm=None))))
    assert numerals(score, *one(score)) == countdown(2) + countdown(120) + countdown(2)


def test_long_holds_of_a_set_show_the_repetition_on_the_way_and_their_seconds_while_held():
    made = exercise(first=First.HOLD)
    score = compile_score(script(item(made, holds(2, hold_ms=12_000))))
    told = numerals(score, *one(score))
    first, second = [("1", "of 2")], [("2", "of 2")]
    assert told == first + countdown(12) + first + second + countdown(12) + second


def test_short_holds_of_a_set_show_the_repetition_throughout():
    score = compile_score(script(item(exercise(first=First.HOLD), holds(3, hold_ms=5_000))))
    assert numerals(score, *one(score)) == [("1", "of 3"), ("2", "of 3"), ("3", "of 3")]


def test_work_by_time_counts_down_all_of_its_time():
    score = compile_score(script(item(exercise(first=First.CYCLIC), timed(20_000, bpm=90))))
    assert numerals(score, *one(score)) == countdown(20)


@pytest.mark.parametrize(
    ("status", "stage"),
    [
        (Status.READY, Stage.READY),
        (Status.RUNNING, Stage.LEAD_IN),
        (Status.PAUSED, Stage.PAUSED),
        (Status.STOPPED, Stage.OVER),
        (Status.FINISHED, Stage.OVER),
    ],
)
def test_the_stage_says_what_the_player_does(status: Status, stage: Stage, score: Score):
    assert view_at(score, 0, status).stage is stage


def test_a_player_that_waits_for_its_sound_further_on_shows_what_comes(score: Score):
    assert view_at(score, score.sections[1].start_ms, Status.READY).stage is Stage.SWITCH


def test_while_an_exercise_settles_it_is_still_shown_with_its_last_side(score: Score):
    state = replace(state_at(score, score.gates[0].at_ms - 1), gate=0)
    view = player_view(state)
    assert (view.stage, view.exercise.id, view.set_no, view.side) == (Stage.REST, "one", 2, Side.RIGHT)


@pytest.mark.parametrize("gate", [0, 2, 3])
@pytest.mark.parametrize("rest_ms", [0, 20_000])
def test_at_a_question_the_exercise_that_it_asks_about_is_shown(gate: int, rest_ms: int):
    first = item(exercise("one", per_side=True), reps(3, sets=2, rest_ms=rest_ms), SCRIPT.items[0].checks)
    score = compile_score(script(first, SCRIPT.items[1]))
    view = player_view(player.begin_at_gate(score, gate))
    name = "one" if gate < 3 else "two"
    assert (view.stage, view.exercise.id, view.set_no) == (Stage.QUESTION, name, view.sets)
    assert (view.seconds_left, view.fraction) == (0, 1.0)


def test_in_a_rest_the_coming_set_is_shown(score: Score):
    between_sets = view_at(score, score.sections[1].end_ms + 1_000)
    assert (between_sets.stage, between_sets.set_no, between_sets.side) == (Stage.REST, 2, Side.LEFT)
    assert between_sets.exercise.id == "one"


def test_in_the_rest_after_the_questions_the_coming_exercise_is_shown(score: Score):
    view = view_at(score, score.gates[0].at_ms)
    assert (view.stage, view.exercise.id, view.next_up) == (Stage.REST, "two", None)


def test_after_the_end_the_last_exercise_stays(score: Score):
    view = view_at(score, score.length_ms, Status.FINISHED)
    assert (view.stage, view.exercise.id, view.at_ms) == (Stage.OVER, "two", view.length_ms)


def test_next_up_is_the_exercise_after_this_one_with_its_dose_and_first_side():
    score = compile_score(script(SCRIPT.items[1], SCRIPT.items[0], lead=Side.RIGHT))
    view = view_at(score, 0)
    assert view.next_up is not None
    assert (view.next_up.exercise.id, view.next_up.side) == ("one", Side.RIGHT)
    assert view.next_up.dose == "2 sets of 3 on each side"
    assert view_at(score, score.sections[1].work_ms).next_up is None


def test_before_the_first_cue_is_given_the_one_to_prepare_is_shown():
    cues = [("Nose over toes", CueMoment.ECCENTRIC), ("Feet under your knees", CueMoment.PREPARE)]
    score = compile_score(script(item(exercise(cues=cues), reps(4, sets=1))))
    texts = [view.cue.text for view in (view_at(score, 0), view_at(score, one(score)[0])) if view.cue]
    assert texts == ["Feet under your knees", "Nose over toes"]


def test_without_a_cue_to_prepare_the_first_cue_is_shown(score: Score):
    cue = view_at(score, 0).cue
    assert cue is not None
    assert cue.text == "Push your hips back"


def test_without_any_cue_none_is_shown():
    score = compile_score(script(item(exercise(cues=[]), reps(2, sets=1))))
    assert {view_at(score, at).cue for at in range(0, score.length_ms, 1_000)} == {None}


@pytest.mark.parametrize("rest_ms", [1_000, 3_999, 4_000, 20_000])
def test_a_cue_for_afterwards_never_shows_with_the_exercise_that_follows(rest_ms: int):
    cues = [("Nose over toes", CueMoment.ECCENTRIC), ("Stand tall", CueMoment.CONCENTRIC)]
    before = exercise("before", cues=[*cues, ("Shake out the legs", CueMoment.AFTER)])
    after = exercise("after", cues=cues)
    score = compile_score(script(item(before, reps(2, sets=1, rest_ms=rest_ms)), item(after, reps(2, sets=1))))
    for at_ms in range(score.gates[0].at_ms, score.sections[1].work_ms, 250):
        assert view_at(score, at_ms).cue == after.cues[0]


def test_the_breath_is_shown_while_there_is_work_and_changes_with_its_phases(score: Score):
    section = score.sections[0]
    shown = [view_at(score, at).breath for at in (section.work_ms, section.work_ms + 3_500, section.work_ms + 4_000)]
    assert shown == [Breath.IN, Breath.IN, Breath.OUT]
    assert view_at(score, section.work_ms - 1).breath is None
    assert view_at(score, section.end_ms).breath is None


def test_without_a_breathing_pattern_no_breath_is_shown():
    score = compile_score(script(item(exercise(breathing=Breathing()), reps(2, sets=1))))
    assert view_at(score, one(score)[0] + 1_000).breath is None


def test_a_breath_of_the_first_side_is_not_shown_on_the_second():
    breathing = Breathing(by_phase={RepPhase.CONCENTRIC: Breath.OUT})
    score = compile_score(script(item(exercise(per_side=True, breathing=breathing), reps(2, sets=1))))
    second = score.sections[1]
    assert view_at(score, second.work_ms + 100).breath is None
    assert view_at(score, second.work_ms + 4_100).breath is Breath.OUT


def test_the_clinicians_note_is_shown_with_its_exercise():
    noted = replace(item(exercise("one"), reps(2, sets=1)), note="Slowly.")
    score = compile_score(script(noted, item(exercise("two"))))
    assert view_at(score, 0).note == "Slowly."
    assert view_at(score, score.sections[1].work_ms).note == ""


@given(scripts())
def test_the_bar_has_one_stretch_for_each_exercise_from_the_very_start(made: SessionScript):
    sections = view_at(compile_score(made), 0).sections
    assert [name for _, name in sections] == [it.exercise.name for it in made.items]
    assert sections[0][0] == 0
    assert all(a[0] < b[0] for a, b in pairwise(sections))


def test_a_question_tells_what_it_asks_and_how_many_there_are(score: Score):
    state = player.begin_at_gate(score, 1)
    question = question_view(state)
    assert question is not None
    assert (question.gate_id, question.kind) == ("01-one/hip", QuestionKind.CHECKPOINT)
    assert (question.check, question.per_side) == (SCRIPT.items[0].checks[1], True)
    assert (question.number, question.count) == (2, 3)


def test_the_pain_question_has_no_check(score: Score):
    question = question_view(player.begin_at_gate(score, 3))
    assert question is not None
    assert (question.kind, question.check, question.number, question.count) == (QuestionKind.PAIN, None, 1, 1)


def test_while_no_gate_is_open_there_is_no_question(score: Score):
    assert question_view(state_at(score, 0)) is None
