"""The player: where it is, what happened on the way, and what it refuses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain import events as ev
from kinetic_home.domain.scales import Nprs, PainMoment, SkipReason
from kinetic_home.domain.script import SessionScript
from kinetic_home.domain.side import Side
from kinetic_home.score import player
from kinetic_home.score.compile import compile_score
from kinetic_home.score.player import Output, PlayerState, Status
from kinetic_home.score.score import Mark, Score
from tests.builders import check, exercise, item, reps, script
from tests.score.strategies import scripts

TWO_SIDES = script(
    item(exercise("one", per_side=True), reps(4, sets=2, rest_ms=20_000), [check()]), item(exercise("two"))
)


@pytest.fixture
def score() -> Score:
    return compile_score(TWO_SIDES)


def play_to(state: PlayerState, at_ms: int, step_ms: int = 500) -> tuple[PlayerState, list[Output]]:
    """Play from where the player is to a position, gates answered on the way."""
    outputs: list[Output] = []
    now = 1_000_000
    while state.at_ms < at_ms and not state.over:
        gate = state.open_gate
        if gate is not None:
            state, happened = player.answer(state, gate.id)
            outputs.extend(happened)
            continue
        if state.status is not Status.RUNNING:
            state, happened = player.resume(state, now)
            outputs.extend(happened)
        now += min(step_ms, at_ms - state.at_ms)
        state, happened = player.advance(state, now)
        outputs.extend(happened)
    return state, outputs


def play_whole(score: Score, step_ms: int = 500) -> list[Output]:
    state, outputs = play_to(player.begin_at(score), score.length_ms, step_ms)
    while not state.over:
        gate = state.open_gate
        assert gate is not None
        state, happened = player.answer(state, gate.id)
        outputs.extend(happened)
    return outputs


def now_of(state: PlayerState) -> int:
    return state.seen_ms


@given(scripts(), st.lists(st.integers(1, 1_900), min_size=1, max_size=30), st.data())
def test_any_pattern_of_heartbeats_and_pauses_gives_the_same_marks_and_facts(
    made: SessionScript, gaps: list[int], data: st.DataObject
):
    score = compile_score(made)
    expected = play_whole(score, step_ms=1_900)
    state, outputs, now, turn = player.begin_at(score), [], 0, 0
    while not state.over:
        gate = state.open_gate
        if gate is not None:
            state, happened = player.answer(state, gate.id)
        elif state.status is not Status.RUNNING:
            state, happened = player.resume(state, now)
        elif turn % 7 == 6 and data.draw(st.booleans()):
            state, happened = player.pause(state, now)
        else:
            now += gaps[turn % len(gaps)] if turn < 200 else 1_900
            state, happened = player.advance(state, now)
        turn += 1
        outputs.extend(o for o in happened if not isinstance(o, ev.SessionPaused | ev.SessionResumed))
    assert outputs == expected


def test_a_whole_session_marks_everything_once_and_ends_as_finished(score: Score):
    outputs = play_whole(score)
    assert [o for o in outputs if isinstance(o, Mark)] == [m for m in score.marks if m.at_ms < score.length_ms]
    assert outputs[-1] == ev.SessionEnded(finished=True)
    ended = [o for o in outputs if isinstance(o, ev.BoutEnded)]
    assert [o.bout for o in ended] == [section.bout for section in score.sections]
    assert all(o.complete for o in ended)


def test_nothing_moves_before_the_sound_is_heard(score: Score):
    state, _ = player.resume(player.begin_at(score), 5_000, heard_in_ms=400)
    early, outputs = player.advance(state, 5_399)
    assert (early.at_ms, outputs) == (0, ())
    late, _ = player.advance(early, 5_500)
    assert late.at_ms == 100


def test_a_gate_stops_the_axis_until_it_is_answered(score: Score):
    state, _ = play_to(player.begin_at(score), score.gates[0].at_ms)
    assert state.status is Status.AT_GATE
    later, outputs = player.advance(state, 9_999_999)
    assert (later, outputs) == (state, ())


def test_gates_at_one_place_open_one_after_the_other(score: Score):
    state, _ = play_to(player.begin_at(score), score.gates[0].at_ms)
    state, _ = player.answer(state, score.gates[0].id)
    assert state.open_gate == score.gates[1]
    state, _ = player.answer(state, score.gates[1].id)
    assert state.status is Status.READY


def test_answering_another_gate_than_the_open_one_changes_nothing(score: Score):
    state, _ = play_to(player.begin_at(score), score.gates[0].at_ms)
    assert player.answer(state, score.gates[1].id) == (state, ())


def test_pausing_at_a_gate_keeps_the_gate_closed(score: Score):
    state, _ = play_to(player.begin_at(score), score.gates[0].at_ms)
    assert player.pause(state, 2_000_000) == (state, ())
    assert player.resume(state, 2_000_000) == (state, ())


def test_a_pause_keeps_the_position_and_a_resume_goes_on_from_it(score: Score):
    state, _ = play_to(player.begin_at(score), 12_345)
    state, outputs = player.pause(state, now_of(state))
    assert outputs == (ev.SessionPaused(reason="person"),)
    state, outputs = player.resume(state, 50_000_000)
    assert outputs == (ev.SessionResumed(),)
    state, _ = player.advance(state, 50_000_100)
    assert state.at_ms == 12_445


def test_a_gap_in_the_clock_pauses_where_the_last_heartbeat_was(score: Score):
    state, _ = play_to(player.begin_at(score), 12_000)
    slept, outputs = player.advance(state, now_of(state) + 2_001)
    assert (slept.status, slept.at_ms, outputs) == (Status.PAUSED, 12_000, (ev.SessionPaused(reason="clock_gap"),))


def test_a_gap_of_exactly_two_seconds_is_no_gap(score: Score):
    state, _ = play_to(player.begin_at(score), 12_000)
    state, _ = player.advance(state, now_of(state) + 2_000)
    assert (state.status, state.at_ms) == (Status.RUNNING, 14_000)


def test_skipping_a_set_tells_what_was_done_of_it_and_what_was_left_out(score: Score):
    first = score.sections[0]
    state, _ = play_to(player.begin_at(score), first.work_ms + 13_000)
    skipped, outputs = player.skip_set(state, SkipReason.TIRED, now_of(state))
    assert outputs == (
        ev.BoutEnded(bout=first.bout, reps_done=2, work_ms=13_000, complete=False, reason=SkipReason.TIRED),
        ev.BoutSkipped(bout=score.sections[1].bout, reason=SkipReason.TIRED),
    )
    assert (skipped.at_ms, skipped.status) == (score.sections[1].end_ms, Status.READY)


def test_skipping_in_the_rest_leaves_out_the_coming_set(score: Score):
    state, _ = play_to(player.begin_at(score), score.sections[1].end_ms + 5_000)
    _, outputs = player.skip_set(state, SkipReason.TIME, now_of(state))
    assert [o.bout for o in outputs if isinstance(o, ev.BoutSkipped)] == [s.bout for s in score.sections[2:4]]


def test_the_questions_of_a_skipped_last_set_are_still_asked(score: Score):
    state, _ = play_to(player.begin_at(score), score.sections[2].work_ms + 100)
    state, _ = player.skip_set(state, SkipReason.TIRED, now_of(state))
    state, _ = play_to(state, score.gates[0].at_ms)
    assert state.open_gate == score.gates[0]


def test_while_an_exercise_settles_there_is_no_set_to_skip(score: Score):
    state, _ = play_to(player.begin_at(score), score.gates[0].at_ms - 1_000)
    assert player.skip_set(state, SkipReason.TIRED, now_of(state)) == (state, ())


def test_skipping_an_exercise_passes_its_questions_and_goes_to_the_next(score: Score):
    state, _ = play_to(player.begin_at(score), score.sections[0].work_ms + 100)
    state, outputs = player.skip_exercise(state, SkipReason.EQUIPMENT, now_of(state))
    passed = [o.gate_id for o in outputs if isinstance(o, ev.QuestionPassed)]
    assert passed == [gate.id for gate in score.gates if gate.item == 0]
    assert len([o for o in outputs if isinstance(o, ev.BoutSkipped)]) == 3
    assert (state.at_ms, state.status) == (score.gates[1].at_ms, Status.READY)


def test_skipping_the_last_exercise_finishes_the_session(score: Score):
    state, _ = play_to(player.begin_at(score), score.sections[-1].work_ms + 100)
    state, outputs = player.skip_exercise(state, SkipReason.TIME, now_of(state))
    assert (state.status, outputs[-1]) == (Status.FINISHED, ev.SessionEnded(finished=True))


def test_skipping_an_exercise_at_its_question_leaves_only_the_questions_out(score: Score):
    state, _ = play_to(player.begin_at(score), score.gates[0].at_ms)
    state, outputs = player.skip_exercise(state, SkipReason.OTHER, now_of(state))
    assert outputs == tuple(ev.QuestionPassed(gate_id=gate.id) for gate in score.gates[:2])
    assert state.at_ms == score.gates[1].at_ms


def test_too_much_pain_is_written_and_ends_the_exercise(score: Score):
    state, _ = play_to(player.begin_at(score), score.sections[0].work_ms + 100)
    state, outputs = player.too_much_pain(state, Nprs(7), now_of(state))
    said = ev.PainReported(moment=PainMoment.STOPPED, pain=Nprs(7), item=0, exercise=score.sections[0].bout.exercise)
    assert outputs[0] == said
    assert isinstance(outputs[1], ev.BoutEnded)
    assert outputs[1].reason is SkipReason.PAIN


def test_too_much_pain_while_an_exercise_settles_belongs_to_that_exercise(score: Score):
    state, _ = play_to(player.begin_at(score), score.gates[0].at_ms - 500)
    _, outputs = player.too_much_pain(state, Nprs(8), now_of(state))
    assert isinstance(outputs[0], ev.PainReported)
    assert outputs[0].item == 0


def test_back_in_the_middle_of_a_set_starts_that_set_again(score: Score):
    section = score.sections[1]
    state, _ = play_to(player.begin_at(score), section.work_ms + 8_000)
    state, outputs = player.back(state, now_of(state))
    assert state.at_ms == section.start_ms
    assert outputs[-1] == ev.WentBack(to=section.bout)
    assert isinstance(outputs[0], ev.BoutEnded)
    assert not outputs[0].complete


def test_back_right_after_the_start_goes_to_the_set_before(score: Score):
    state, _ = play_to(player.begin_at(score), score.sections[1].work_ms + 1_000)
    state, _ = player.back(state, now_of(state))
    assert state.at_ms == score.sections[0].start_ms


def test_back_at_the_very_start_stays_at_the_start(score: Score):
    state, outputs = player.back(player.begin_at(score), 0)
    assert (state.at_ms, outputs) == (0, (ev.WentBack(to=score.sections[0].bout),))


def test_back_over_a_question_asks_it_again(score: Score):
    state, _ = play_to(player.begin_at(score), score.sections[-2].start_ms + 1_000)
    state, _ = player.back(state, now_of(state))
    state, _ = play_to(state, score.gates[0].at_ms)
    assert state.open_gate == score.gates[0]


def test_a_longer_rest_moves_all_that_follows(score: Score):
    rest = score.sections[1].end_ms
    state, _ = play_to(player.begin_at(score), rest + 5_000)
    state, outputs = player.change_rest(state, 15_000, now_of(state))
    assert outputs == (ev.RestChanged(delta_ms=15_000),)
    assert state.score.sections[2].work_ms == score.sections[2].work_ms + 15_000
    assert state.at_ms == rest + 5_000


def test_a_rest_can_be_shortened_only_by_what_is_left_of_it(score: Score):
    state, _ = play_to(player.begin_at(score), score.sections[1].end_ms + 12_000)
    state, outputs = player.change_rest(state, -15_000, now_of(state))
    assert outputs == (ev.RestChanged(delta_ms=-8_000),)
    assert state.score.sections[2].start_ms == state.at_ms


def test_a_shortened_lead_in_keeps_its_count_in(score: Score):
    state, _ = play_to(player.begin_at(score), 1_000)
    state, _ = player.skip_rest(state, now_of(state))
    assert state.score.sections[0].work_ms - state.at_ms == 3_000


def test_work_cannot_be_made_longer_or_shorter(score: Score):
    state, _ = play_to(player.begin_at(score), score.sections[0].work_ms + 2_000)
    assert player.change_rest(state, 15_000, now_of(state)) == (state, ())
    assert player.skip_rest(state, now_of(state)) == (state, ())


def test_skipping_the_settling_opens_the_questions(score: Score):
    state, _ = play_to(player.begin_at(score), score.gates[0].at_ms - 2_000)
    state, _ = player.skip_rest(state, now_of(state))
    assert state.status is Status.AT_GATE


def test_stopping_tells_how_far_the_set_had_come(score: Score):
    state, _ = play_to(player.begin_at(score), score.sections[0].work_ms + 7_000)
    state, outputs = player.stop(state, SkipReason.PAIN, now_of(state))
    assert state.status is Status.STOPPED
    assert isinstance(outputs[0], ev.BoutEnded)
    assert (outputs[0].reps_done, outputs[0].work_ms) == (1, 7_000)
    assert outputs[1] == ev.SessionEnded(finished=False, reason=SkipReason.PAIN)


def test_what_is_over_stays_over(score: Score):
    state, _ = player.stop(player.begin_at(score), SkipReason.TIME, 0)
    for step in (
        player.stop(state, SkipReason.TIME, 1),
        player.back(state, 1),
        player.skip_set(state, SkipReason.TIME, 1),
        player.skip_exercise(state, SkipReason.TIME, 1),
        player.too_much_pain(state, Nprs(6), 1),
        player.skip_rest(state, 1),
        player.change_rest(state, 15_000, 1),
        player.pause(state, 1),
        player.resume(state, 1),
        player.advance(state, 1),
    ):
        assert step == (state, ())


def test_a_player_that_is_moved_while_paused_stays_paused(score: Score):
    state, _ = play_to(player.begin_at(score), score.sections[1].work_ms + 8_000)
    state, _ = player.pause(state, now_of(state))
    state, _ = player.back(state, 5)
    assert state.status is Status.PAUSED


def test_beginning_at_a_bout_puts_the_gates_before_it_behind(score: Score):
    state = player.begin_at(score, score.sections[-1].bout)
    assert (state.at_ms, state.gate) == (score.sections[-1].start_ms, 2)


def test_beginning_at_a_bout_that_is_not_there_begins_at_the_start(score: Score):
    stranger = ev.Bout(item=9, exercise=score.sections[0].bout.exercise, set_no=1, side=Side.BOTH)
    assert player.begin_at(score, stranger).at_ms == 0


def test_beginning_behind_the_last_gate_finishes_at_once(score: Score):
    state = player.begin_at_gate(score, len(score.gates))
    state, _ = player.resume(state, 0)
    state, outputs = player.advance(state, 1)
    assert outputs == (ev.SessionEnded(finished=True),)
    assert player.begin_at_gate(score, 1).open_gate == score.gates[1]
