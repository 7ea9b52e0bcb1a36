"""What a session came to, in the words of the Summary page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain import events as ev
from kinetic_home.domain.dose import Dose
from kinetic_home.domain.exercise import Catalogue, First
from kinetic_home.domain.history import fold
from kinetic_home.domain.scales import Effort, Nprs, PainMoment, SkipReason
from kinetic_home.domain.script import SessionScript
from kinetic_home.domain.side import Side
from kinetic_home.workflow.recover import let_go
from kinetic_home.workflow.summary import NEXT_REASON, summary_view
from kinetic_home.workflow.views import ExerciseSummary, SummaryView
from tests.builders import check, exercise, holds, item, reps, script, timed
from tests.workflow.scene import Scene, catalogue_of, plan, scripts

MONDAY = date(2026, 3, 2)
KNEE, HIP = check("knee"), replace(check("hip"), ask="Did your hips stay level?")


def summed_up(scene: Scene, **changed: object) -> SummaryView:
    given = {"plan": plan(), "catalogue": catalogue_of(scene.script), "records": [scene.record], "today": MONDAY}
    return summary_view(scene.record, **{**given, **changed})  # pyright: ignore[reportArgumentType]


def first_of(scene: Scene) -> ExerciseSummary:
    return summed_up(scene).exercises[0]


def answers(told: ExerciseSummary) -> tuple[tuple[str, Side, bool | None], ...]:
    return tuple((answer.question, answer.side, answer.clean) for answer in told.checks)


def scene_of(dose: Dose, *, first: First = First.ECCENTRIC, per_side: bool = False) -> Scene:
    return Scene(script(item(exercise("one", first=first, per_side=per_side), dose), item(exercise("two"), reps(2))))


def test_a_finished_session_is_told_with_all_its_exercises():
    scene = Scene(script(item(exercise("one", per_side=True), reps(4, sets=2)), item(exercise("two"), reps(2, sets=1))))
    scene.finish()
    view = summed_up(scene)
    assert (view.session_ref, view.title, view.finished) == (scene.session.ref, "Session", True)
    assert (view.bouts_done, view.bouts) == (5, 5)
    assert view.active_ms == 4 * 24_000 + 12_000
    assert [(e.name, e.prescribed, e.performed, e.complete, e.reason) for e in view.exercises] == [
        ("One", "2 sets of 4 on each side", "all of it", True, None),
        ("Two", "1 set of 2", "all of it", True, None),
    ]


def test_repetitions_are_counted_over_sets_and_sides():
    scene = scene_of(reps(4, sets=2), per_side=True)
    scene.play_to(scene.score.sections[1].work_ms + 13_000)
    scene.session.stop(SkipReason.TIRED)
    told = first_of(scene)
    assert (told.performed, told.complete, told.reason) == ("6 of 16 repetitions", False, "tired")


def test_a_single_repetition_is_told_in_the_singular():
    scene = scene_of(reps(1, sets=1))
    scene.play_to(scene.score.sections[0].work_ms + 3_000)
    scene.session.stop(SkipReason.PAIN)
    assert first_of(scene).performed == "0 of 1 repetition"


@pytest.mark.parametrize(
    ("dose", "into_ms", "words"),
    [
        (holds(3, hold_ms=5_000, sets=2), 2 * 9_000 + 4_000, "2 of 6 holds"),
        (holds(2, hold_ms=5_000, sets=1), 3_000, "0 of 2 holds"),
    ],
)
def test_holds_are_counted_as_holds(dose: Dose, into_ms: int, words: str):
    scene = scene_of(dose, first=First.HOLD)
    scene.play_to(scene.score.sections[0].work_ms + into_ms)
    scene.session.skip_exercise(SkipReason.TIRED)
    assert first_of(scene).performed == words


def test_one_long_hold_is_told_by_the_time_it_was_held():
    scene = scene_of(holds(1, hold_ms=30_000, sets=1), first=First.HOLD, per_side=True)
    scene.play_to(scene.score.sections[1].work_ms + 20_000)
    scene.session.skip_exercise(SkipReason.TIRED)
    assert first_of(scene).performed == "48 seconds of 1 minute"


def test_work_by_time_is_told_in_minutes_and_seconds():
    scene = scene_of(timed(90_000), first=First.CYCLIC)
    scene.play_to(scene.score.sections[0].work_ms + 30_000)
    scene.session.skip_exercise(SkipReason.TIRED)
    assert first_of(scene).performed == "30 seconds of 1 minute 30 seconds"


def test_never_more_time_is_told_than_was_asked_for():
    """A hold by time has its way in and out besides."""
    scene = scene_of(timed(20_000, bpm=None), first=First.HOLD)
    scene.play_to(scene.score.sections[0].work_ms + 23_500)
    scene.session.skip_exercise(SkipReason.TIRED)
    assert first_of(scene).performed == "20 seconds of 20 seconds"


def test_an_exercise_that_was_left_out_and_one_that_was_not_reached_are_told_apart():
    scene = Scene()
    scene.session.skip_exercise(SkipReason.EQUIPMENT)
    scene.session.stop(SkipReason.TIME)
    told = summed_up(scene).exercises
    assert [(e.performed, e.complete, e.reason) for e in told] == [
        ("left out", False, "equipment"),
        ("not reached", False, None),
    ]


def test_work_that_was_begun_and_broke_off_is_not_told_as_not_reached():
    scene = Scene()
    scene.play_to(scene.score.sections[0].work_ms + 5_000)
    let_go(scene.record, log=scene.log)
    assert [e.performed for e in summed_up(scene).exercises] == ["started, not finished", "not reached"]


def ids_of(scene: Scene, kind: type[ev.Event]) -> list[str]:
    return [fact.event_id for fact in scene.log.facts if isinstance(fact.event, kind)]


def correct(scene: Scene, kind: type[ev.Event], field: str, value: int | None, *, place: int = 0) -> None:
    word = ev.Corrected(of_event=ids_of(scene, kind)[place], field=field, value=value)
    scene.log.append(session_ref=scene.session.ref, at_ms=None, event=word)


def twice_in_pain(first: int, second: int) -> Scene:
    """A session whose first exercise was gone back to, and that asked about its pain each time."""
    scene = Scene()
    for score in (first, second):
        scene.play_to_gate(0)
        scene.answer(score=score)
        scene.session.back()
    return scene


def test_corrected_repetitions_are_told_as_corrected():
    scene = scene_of(reps(4, sets=2))
    scene.finish()
    correct(scene, ev.BoutEnded, "reps_done", 3)
    told = first_of(scene)
    assert (told.performed, told.complete) == ("7 of 8 repetitions", False)


def test_repetitions_that_were_taken_back_are_not_told_as_none():
    scene = scene_of(reps(4, sets=2))
    scene.play_to(scene.score.sections[1].work_ms + 8_000)
    scene.session.skip_exercise(SkipReason.TIRED)
    correct(scene, ev.BoutEnded, "reps_done", None)
    assert first_of(scene).performed == "part of it"


def test_the_worst_pain_of_an_exercise_and_of_the_session_are_told():
    scene = Scene()
    scene.play_to_gate(0)
    scene.answer(score=2)
    scene.play(20_000)
    scene.session.too_much_pain(Nprs(7))
    view = summed_up(scene)
    assert [e.worst_pain for e in view.exercises] == [Nprs(2), Nprs(7)]
    assert view.worst_pain == Nprs(7)


def test_a_pain_question_that_was_passed_leaves_no_score():
    scene = Scene()
    scene.play_to(scene.score.length_ms)
    scene.session.pass_question(scene.score.gates[-1].id)
    view = summed_up(scene)
    assert (view.finished, view.worst_pain) == (True, None)
    assert {(e.worst_pain, e.worst_pain_event, e.pain_scores) for e in view.exercises} == {(None, None, 0)}


@pytest.mark.parametrize(("first", "second", "worst"), [(5, 3, 0), (3, 5, 1), (4, 4, 1)])
def test_the_worst_pain_names_the_answer_that_it_is(first: int, second: int, worst: int):
    scene = twice_in_pain(first, second)
    told = first_of(scene)
    assert told.worst_pain == Nprs(max(first, second))
    assert told.worst_pain_event == ids_of(scene, ev.PainReported)[worst]
    assert told.pain_scores == 2


def test_a_worst_pain_that_was_taken_back_gives_way_to_the_other_answer():
    scene = twice_in_pain(5, 3)
    correct(scene, ev.PainReported, "pain", None, place=0)
    told = first_of(scene)
    assert (told.worst_pain, told.pain_scores) == (Nprs(3), 1)
    assert told.worst_pain_event == ids_of(scene, ev.PainReported)[1]


def test_where_every_pain_score_was_taken_back_the_latest_can_be_given_again():
    scene = twice_in_pain(5, 3)
    for place in (0, 1):
        correct(scene, ev.PainReported, "pain", None, place=place)
    told = first_of(scene)
    assert (told.worst_pain, told.pain_scores) == (None, 0)
    assert told.worst_pain_event == ids_of(scene, ev.PainReported)[1]
    assert summed_up(scene).worst_pain is None


def test_the_latest_effort_is_named_by_its_fact():
    scene = Scene()
    assert summed_up(scene).effort_event is None
    for score in (4, 6):
        scene.session.report(ev.EffortReported(effort=Effort(score)))
    assert summed_up(scene).effort_event == ids_of(scene, ev.EffortReported)[1]


def test_pain_before_the_session_is_not_the_sessions_pain():
    scene = Scene()
    scene.finish()
    scene.session.report(ev.PainReported(moment=PainMoment.BEFORE, pain=Nprs(9)))
    assert summed_up(scene).worst_pain == Nprs(2)


def test_answers_about_form_are_told_with_their_question_side_by_side():
    made = exercise("one", per_side=True, checks=[KNEE, HIP])
    scene = Scene(script(item(made, reps(2, sets=1), [KNEE, HIP])))
    scene.session.answer_checkpoint(scene.play_to_gate(0), {Side.LEFT: True, Side.RIGHT: False}, None)
    scene.session.pass_question(scene.play_to_gate(1))
    assert answers(first_of(scene)) == ((KNEE.ask, Side.LEFT, True), (KNEE.ask, Side.RIGHT, False))
    assert [answer.event_id for answer in first_of(scene).checks] == ids_of(scene, ev.CheckpointAnswered)


def test_where_a_set_was_done_again_the_latest_answer_stands():
    made = exercise("one", checks=[KNEE])
    scene = Scene(script(item(made, reps(2, sets=1), [KNEE])))
    scene.play_to_gate(0)
    scene.answer(clean=False)
    scene.session.back()
    scene.play_to_gate(0)
    scene.answer(clean=True)
    assert answers(first_of(scene)) == ((KNEE.ask, Side.BOTH, True),)
    assert first_of(scene).checks[0].event_id == ids_of(scene, ev.CheckpointAnswered)[1]


def test_an_answer_that_was_taken_back_is_missing():
    made = exercise("one", checks=[KNEE])
    scene = Scene(script(item(made, reps(2, sets=1), [KNEE])))
    scene.finish()
    correct(scene, ev.CheckpointAnswered, "clean", None)
    assert answers(first_of(scene)) == ((KNEE.ask, Side.BOTH, None),)
    assert [answer.event_id for answer in first_of(scene).checks] == ids_of(scene, ev.CheckpointAnswered)


def test_a_question_that_the_catalogue_no_longer_has_keeps_its_answer():
    made = exercise("one", checks=[KNEE])
    scene = Scene(script(item(made, reps(2, sets=1), [KNEE])))
    scene.finish()
    view = summed_up(scene, catalogue=Catalogue(exercises={}))
    assert answers(view.exercises[0]) == (("knee", Side.BOTH, True),)


def test_the_next_session_is_told_with_its_day_and_why():
    scene = Scene()
    scene.finish()
    view = summed_up(scene)
    assert (view.next_session_date, view.next_session_title) == ("2026-03-03", "Session B")
    assert view.next_reason == NEXT_REASON


def test_a_plan_without_days_names_no_next_day_and_gives_no_reason_for_one():
    scene = Scene()
    scene.finish()
    view = summed_up(scene, plan=plan(phases=()))
    assert (view.next_session_date, view.next_session_title, view.next_reason) == (None, None, "")


def test_the_session_of_an_evening_is_followed_by_what_comes_after_its_day():
    scene = Scene()
    scene.finish()
    assert summed_up(scene, today=MONDAY + timedelta(days=2)).next_session_date == "2026-03-05"


@given(scripts(), st.data())
def test_wherever_a_session_stops_done_and_asked_are_told_for_every_exercise(made: SessionScript, data: st.DataObject):
    scene = Scene(made)
    scene.play_to(data.draw(st.integers(0, scene.score.length_ms)))
    scene.session.stop(SkipReason.OTHER)
    view = summed_up(scene, records=fold(scene.log.read()))
    assert [e.name for e in view.exercises] == [it.exercise.name for it in made.items]
    assert view.bouts_done == sum(bout.complete for bout in scene.record.bouts)
    for told in view.exercises:
        assert told.complete == (told.performed == "all of it")
        words = told.performed.split(" of ")
        assert len(words) == 2 or told.performed in {"not reached", "left out"}
        assert told.worst_pain is None
