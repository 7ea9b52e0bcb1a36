"""What a session came to, from its facts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from kinetic_home.domain import events as ev
from kinetic_home.domain.dose import Dose
from kinetic_home.domain.exercise import CheckId, ExerciseId
from kinetic_home.domain.history import BoutStatus, SessionRecord, fold
from kinetic_home.domain.plan import SessionId
from kinetic_home.domain.scales import Aid, Effort, Nprs, PainMoment, Place, SkipReason, Swelling
from kinetic_home.domain.side import Side
from tests.fact_strategies import Told, histories
from tests.fakes import FakeClock, ListLog

BRIDGE, CLAM = ExerciseId("act_bridge"), ExerciseId("act_clam")


def asked(item: int, exercise: ExerciseId, *, sets: int, per_side: bool) -> ev.Prescribed:
    dose = Dose(sets=sets, reps=8, rest_ms=30_000)
    return ev.Prescribed(item=item, exercise=exercise, name=exercise, per_side=per_side, dose=dose, checks=())


START = ev.SessionStarted(
    plan_id="foundation_2wk",
    plan_title="Foundation",
    plan_digest="abc",
    session=SessionId("F_A"),
    title="Foundation A",
    aim="Wake up.",
    lead_side=Side.RIGHT,
    training_day="2026-03-02",
    length_ms=600_000,
    prescription=(asked(0, BRIDGE, sets=1, per_side=False), asked(1, CLAM, sets=2, per_side=True)),
)
FIRST = ev.Bout(item=0, exercise=BRIDGE, set_no=1, side=Side.BOTH)
CLAM_RIGHT = ev.Bout(item=1, exercise=CLAM, set_no=1, side=Side.RIGHT)
DONE = ev.BoutEnded(bout=FIRST, reps_done=8, work_ms=40_000, complete=True)
PART = ev.BoutEnded(bout=FIRST, reps_done=3, work_ms=15_000, complete=False, reason=SkipReason.PAIN)
SKIPPED = ev.BoutSkipped(bout=FIRST, reason=SkipReason.EQUIPMENT)
BEGAN = ev.BoutStarted(bout=FIRST)


def record_of(*events: ev.Event) -> SessionRecord:
    """Return what a session of these events came to; one a second, on the score too."""
    clock = FakeClock()
    log = ListLog(clock)
    for event in (START, *events):
        log.append(session_ref="s", at_ms=clock.monotonic_ms(), event=event)
        clock.advance(1_000)
    (record,) = fold(log.read())
    return record


def test_no_facts_are_no_sessions() -> None:
    assert fold(()) == ()


def test_every_side_of_every_set_stands_in_the_record_from_the_start_the_leading_side_first() -> None:
    bouts = [record.bout for record in record_of().bouts]
    assert [(bout.item, bout.set_no, bout.side) for bout in bouts] == [
        (0, 1, Side.BOTH),
        (1, 1, Side.RIGHT),
        (1, 1, Side.LEFT),
        (1, 2, Side.RIGHT),
        (1, 2, Side.LEFT),
    ]


def test_what_the_session_never_came_to_is_not_reached_and_has_no_numbers() -> None:
    left_over = record_of(BEGAN, DONE).bouts[1]
    assert (left_over.status, left_over.reps_done, left_over.work_ms, left_over.evidence) == (
        BoutStatus.NOT_REACHED,
        None,
        None,
        (),
    )


@pytest.mark.parametrize(
    ("told", "status", "reps", "reason"),
    [
        ((BEGAN, DONE), BoutStatus.DONE, 8, None),
        ((BEGAN, PART), BoutStatus.PART_DONE, 3, SkipReason.PAIN),
        ((SKIPPED,), BoutStatus.SKIPPED, None, SkipReason.EQUIPMENT),
        ((BEGAN,), BoutStatus.BROKEN_OFF, None, None),
        ((BEGAN, PART, BEGAN, DONE), BoutStatus.DONE, 8, None),
        ((BEGAN, DONE, BEGAN, PART), BoutStatus.PART_DONE, 3, SkipReason.PAIN),
        ((BEGAN, DONE, SKIPPED), BoutStatus.DONE, 8, None),
        ((SKIPPED, BEGAN, DONE), BoutStatus.DONE, 8, None),
        ((BEGAN, DONE, BEGAN), BoutStatus.DONE, 8, None),
    ],
)
def test_the_last_work_on_record_stands_and_a_skip_counts_where_no_work_was_done(
    told: tuple[ev.Event, ...], status: BoutStatus, reps: int | None, reason: SkipReason | None
) -> None:
    bout = record_of(*told).bouts[0]
    assert (bout.status, bout.reps_done, bout.reason, bout.complete) == (status, reps, reason, status == "done")


def test_a_bout_names_all_facts_that_tell_of_it() -> None:
    record = record_of(BEGAN, PART, ev.BoutStarted(bout=CLAM_RIGHT), BEGAN, DONE)
    assert record.bouts[0].evidence == ("event-2", "event-3", "event-5", "event-6")


def test_bouts_done_counts_complete_bouts_only() -> None:
    done_right = ev.BoutEnded(bout=CLAM_RIGHT, reps_done=8, work_ms=1_000, complete=True)
    assert record_of(PART, done_right).bouts_done == 1


def test_the_worst_pain_is_that_of_the_work_and_right_after_it() -> None:
    told = [
        ev.PainReported(moment=moment, pain=Nprs(score))
        for moment, score in (
            (PainMoment.BEFORE, 9),
            (PainMoment.DURING, 3),
            (PainMoment.STOPPED, 6),
            (PainMoment.AFTER, 2),
            (PainMoment.MORNING, 8),
        )
    ]
    assert record_of(*told).worst_pain == Nprs(6)


def test_without_a_score_there_is_no_worst_pain_which_is_not_zero() -> None:
    assert record_of().worst_pain is None


def test_a_corrected_score_stands_in_place_of_the_first_and_keeps_its_time() -> None:
    slip = ev.PainReported(moment=PainMoment.DURING, pain=Nprs(9), item=1, exercise=CLAM)
    record = record_of(slip, ev.Corrected(of_event="event-2", field="pain", value=2))
    (pain,) = record.pains
    assert (pain.pain, pain.event_id, pain.utc, pain.item, pain.exercise) == (
        Nprs(2),
        "event-2",
        "2026-03-02T09:00:01.000Z",
        1,
        CLAM,
    )


def test_a_score_that_was_taken_back_is_missing() -> None:
    record = record_of(
        ev.PainReported(moment=PainMoment.DURING, pain=Nprs(9)),
        ev.Corrected(of_event="event-2", field="pain", value=None),
    )
    assert record.pains[0].pain is None
    assert record.worst_pain is None


def test_an_answer_about_form_keeps_its_side_and_takes_corrections() -> None:
    answer = ev.CheckpointAnswered(
        item=1, exercise=CLAM, check=CheckId("pelvis_rolls"), side=Side.LEFT, clean=True, aid=None
    )
    record = record_of(
        answer,
        ev.Corrected(of_event="event-2", field="clean", value=False),
        ev.Corrected(of_event="event-2", field="aid", value="mirror"),
    )
    (check,) = record.checks
    assert (check.check, check.side, check.clean, check.aid) == ("pelvis_rolls", Side.LEFT, False, Aid.MIRROR)


def test_the_last_checkin_counts_with_its_corrections() -> None:
    first = ev.CheckinGiven(pain=Nprs(1), places=(), swelling=None, sleep_h=None)
    second = ev.CheckinGiven(pain=Nprs(3), places=(Place.LEFT_KNEE_FRONT,), swelling=Swelling.LITTLE, sleep_h=6.5)
    record = record_of(
        first,
        second,
        ev.Corrected(of_event="event-3", field="swelling", value=2),
        ev.Corrected(of_event="event-3", field="sleep_h", value=7),
        ev.Corrected(of_event="event-3", field="pain", value=None),
    )
    assert record.checkin == ev.CheckinGiven(
        pain=None, places=(Place.LEFT_KNEE_FRONT,), swelling=Swelling.MUCH, sleep_h=7
    )


def test_a_sleep_that_was_taken_back_is_missing() -> None:
    record = record_of(
        ev.CheckinGiven(pain=None, places=(), swelling=None, sleep_h=6.5),
        ev.Corrected(of_event="event-2", field="sleep_h", value=None),
    )
    assert record.checkin is not None
    assert record.checkin.sleep_h is None


def test_the_last_effort_and_the_last_note_count() -> None:
    record = record_of(
        ev.EffortReported(effort=Effort(2)),
        ev.EffortReported(effort=Effort(5)),
        ev.NoteWritten(text="hard"),
        ev.NoteWritten(text="hard, but good"),
        ev.Corrected(of_event="event-3", field="effort", value=6),
    )
    assert (record.effort, record.note) == (Effort(6), "hard, but good")


def test_a_session_without_an_end_is_unfinished_and_says_where_it_stood() -> None:
    record = record_of(BEGAN)
    assert (record.ended, record.ended_utc, record.last_utc, record.last_at_ms) == (
        None,
        None,
        "2026-03-02T09:00:01.000Z",
        1_000,
    )


def test_a_finished_session_has_its_end_although_words_follow_it() -> None:
    record = record_of(ev.SessionEnded(finished=True), ev.NoteWritten(text="good"))
    assert record.ended == ev.SessionEnded(finished=True)
    assert (record.ended_utc, record.last_utc) == ("2026-03-02T09:00:01.000Z", "2026-03-02T09:00:02.000Z")


def test_facts_outside_of_the_score_leave_the_last_position_as_it_was() -> None:
    log = ListLog()
    log.append(session_ref="s", at_ms=None, event=START)
    assert fold(log.read())[0].last_at_ms == 0
    log.append(session_ref="s", at_ms=7_000, event=BEGAN)
    log.append(session_ref="s", at_ms=None, event=ev.NoteWritten(text="x"))
    assert fold(log.read())[0].last_at_ms == 7_000


def test_sessions_stand_in_the_order_of_their_starts_and_keep_their_facts_apart() -> None:
    log = ListLog()
    for ref, event in (("a", START), ("b", START), ("a", DONE), ("b", SKIPPED)):
        log.append(session_ref=ref, at_ms=None, event=event)
    assert [(record.ref, record.bouts[0].status) for record in fold(log.read())] == [
        ("a", BoutStatus.DONE),
        ("b", BoutStatus.SKIPPED),
    ]


def test_a_checkin_that_no_session_followed_is_no_session() -> None:
    log = ListLog()
    log.append(session_ref="s", at_ms=None, event=ev.CheckinGiven(pain=None, places=(), swelling=None, sleep_h=None))
    assert fold(log.read()) == ()


def test_left_never_becomes_right() -> None:
    right = ev.BoutEnded(bout=CLAM_RIGHT, reps_done=8, work_ms=1_000, complete=True)
    by_side = {(bout.bout.set_no, bout.bout.side): bout.status for bout in record_of(right).bouts}
    assert by_side[1, Side.RIGHT] is BoutStatus.DONE
    assert by_side[1, Side.LEFT] is BoutStatus.NOT_REACHED


def stamped(told: Told) -> tuple[ev.Stamped, ...]:
    log = ListLog()
    for session_ref, at_ms, event in told:
        log.append(session_ref=session_ref, at_ms=at_ms, event=event)
    return log.read()


@settings(deadline=None, max_examples=50)
@given(told=histories())
def test_what_is_asked_never_depends_on_what_was_done(told: Told) -> None:
    for record in fold(stamped(told)):
        wanted = sum(item.dose.sets * (2 if item.per_side else 1) for item in record.started.prescription)
        assert len(record.bouts) == wanted


@settings(deadline=None, max_examples=50)
@given(told=histories())
def test_a_bout_without_work_has_no_work_time_and_one_with_work_has(told: Told) -> None:
    for record in fold(stamped(told)):
        for bout in record.bouts:
            assert (bout.work_ms is not None) == (bout.status in {BoutStatus.DONE, BoutStatus.PART_DONE})


@settings(deadline=None, max_examples=50)
@given(told=histories())
def test_every_score_that_was_given_is_in_the_record_of_its_session(told: Told) -> None:
    facts = stamped(told)
    started = {fact.session_ref for fact in facts if isinstance(fact.event, ev.SessionStarted)}
    given_ids = [f.event_id for f in facts if isinstance(f.event, ev.PainReported) and f.session_ref in started]
    assert sorted(pain.event_id for record in fold(facts) for pain in record.pains) == sorted(given_ids)
