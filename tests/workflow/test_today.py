"""The Today page: what is due, what else there is, and the last two weeks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain.exercise import Catalogue, Category
from kinetic_home.domain.history import SessionRecord
from kinetic_home.domain.plan import Plan, PlanItem, PlanSession, SessionId, Weekday
from kinetic_home.workflow.day_views import DayMark, DayState, SessionCard, TodayView
from kinetic_home.workflow.today import BLOCK_TITLES, PlanCalendar, session_card, today_view
from tests.builders import check, exercise, reps
from tests.workflow.scene import STOPPED, A, B, Scene, past, phase, plan

MONDAY = date(2026, 3, 2)
TUESDAY, WEDNESDAY, THURSDAY, _, SATURDAY, SUNDAY = (MONDAY + timedelta(days=n) for n in range(1, 7))
WEEK = timedelta(days=7)
CATALOGUE = Catalogue(exercises={made.id: made for made in (exercise("one"), exercise("two"))})
# A on Mondays and Thursdays, B on Tuesdays.
PLAN = plan()


def view(today: date, *records: SessionRecord, of: Plan = PLAN) -> TodayView:
    return today_view(of, CATALOGUE, records, today)


def due(shown: TodayView) -> str | None:
    return None if shown.session is None else shown.session.session_id


def following(shown: TodayView) -> tuple[str | None, str | None]:
    return shown.next_session_date, shown.next_session_title


def mark_of(shown: TodayView, day: date) -> DayMark:
    return next(mark for mark in shown.strip if mark.date == day.isoformat())


def states(shown: TodayView) -> str:
    """Return the strip as letters: Done, Part, planned (n), missed (m), off (.), today (T)."""
    letters = {
        DayState.DONE: "D",
        DayState.PART_DONE: "P",
        DayState.PLANNED: "n",
        DayState.NOT_DONE: "m",
        DayState.OFF: ".",
        DayState.TODAY: "T",
    }
    return "".join(letters[mark.state] for mark in shown.strip)


def test_the_page_names_the_day_and_the_plan():
    shown = view(MONDAY)
    assert (shown.date, shown.plan_title, shown.plan_goal) == ("2026-03-02", "Plan", "Walk well.")
    assert (shown.week, shown.weeks, shown.done_today) == (1, 2, False)


@pytest.mark.parametrize(
    ("today", "session", "next_day", "next_title"),
    [
        (MONDAY, A, TUESDAY, "Session B"),
        (TUESDAY, B, THURSDAY, "Session A"),
        (WEDNESDAY, A, MONDAY + WEEK, "Session A"),
        (THURSDAY, A, MONDAY + WEEK, "Session A"),
        (SATURDAY, A, MONDAY + WEEK, "Session A"),
        (SUNDAY, A, TUESDAY + WEEK, "Session B"),
    ],
)
def test_on_the_first_day_a_session_is_due_whatever_the_weekday(
    today: date, session: SessionId, next_day: date, next_title: str
):
    shown = view(today)
    assert due(shown) == session
    assert following(shown) == (next_day.isoformat(), next_title)


@pytest.mark.parametrize("today", [MONDAY + timedelta(days=n) for n in range(7)])
def test_what_comes_next_is_the_same_before_and_after_the_first_session(today: date):
    before = view(today)
    assert before.session is not None
    after = view(today, past(today, session_id=SessionId(before.session.session_id)))
    assert following(after) == following(before)


def test_a_session_begun_with_the_day_before_its_own_is_not_due_two_days_running():
    assert due(view(THURSDAY, past(WEDNESDAY))) is None
    assert mark_of(view(THURSDAY + WEEK, past(WEDNESDAY)), THURSDAY).state is DayState.OFF
    assert due(view(THURSDAY + WEEK, past(WEDNESDAY))) == A


def test_a_session_begun_with_some_days_before_its_own_stays_due_on_its_own():
    assert due(view(MONDAY + WEEK, past(SATURDAY))) == A


def test_another_session_done_on_the_first_day_takes_nothing_from_the_plan():
    assert due(view(THURSDAY, past(WEDNESDAY, session_id=B))) == A


def test_whoever_did_another_session_first_is_told_of_the_plans_next_day():
    assert following(view(WEDNESDAY, past(WEDNESDAY, session_id=B))) == (THURSDAY.isoformat(), "Session A")


def test_a_first_session_that_was_not_finished_takes_nothing_from_the_plan():
    assert due(view(WEDNESDAY, past(WEDNESDAY, end=STOPPED))) == A
    assert due(view(THURSDAY, past(WEDNESDAY, end=STOPPED))) == A


def test_on_an_off_day_nothing_is_due_and_every_session_is_offered():
    shown = view(WEDNESDAY, past(MONDAY))
    assert due(shown) is None
    assert [card.session_id for card in shown.offered] == [A, B]
    assert following(shown) == (THURSDAY.isoformat(), "Session A")


def test_the_session_that_is_due_is_not_offered_besides():
    assert [card.session_id for card in view(MONDAY).offered] == [B]


def test_after_a_finished_session_nothing_more_is_due_today_but_all_can_be_done_again():
    shown = view(MONDAY, past(MONDAY))
    assert (due(shown), shown.done_today) == (None, True)
    assert [card.session_id for card in shown.offered] == [A, B]
    assert mark_of(shown, MONDAY).state is DayState.DONE


def test_a_session_done_in_part_stays_due():
    shown = view(MONDAY, past(MONDAY, bouts=1, end=STOPPED))
    assert (due(shown), shown.done_today) == (A, False)
    assert mark_of(shown, MONDAY).state is DayState.PART_DONE


def test_an_unfinished_session_is_offered_to_go_on_with():
    shown = view(TUESDAY, past(MONDAY, bouts=1, end=None))
    assert shown.resume is not None
    assert (shown.resume.title, shown.resume.exercise, shown.resume.bouts_done) == ("Session A", "Two", 1)
    assert mark_of(shown, MONDAY).state is DayState.PART_DONE


def test_a_session_that_was_begun_without_any_work_leaves_its_day_not_done():
    assert mark_of(view(TUESDAY, past(MONDAY, bouts=0, end=STOPPED)), MONDAY).state is DayState.NOT_DONE


def test_of_several_sessions_on_one_day_the_finished_one_counts_and_the_last_gives_its_name():
    records = (past(MONDAY), past(MONDAY, session_id=B, bouts=1, end=STOPPED))
    mark = mark_of(view(TUESDAY, *records), MONDAY)
    assert (mark.state, mark.session_title) == (DayState.DONE, "Session B")


def test_the_strip_runs_from_last_monday_to_this_sunday():
    shown = view(THURSDAY, past(MONDAY))
    assert [mark.date for mark in shown.strip] == [(MONDAY - WEEK + timedelta(days=n)).isoformat() for n in range(14)]
    assert [mark.weekday for mark in shown.strip] == [*range(7), *range(7)]


def test_the_strip_tells_what_became_of_each_day():
    shown = view(THURSDAY + WEEK, past(MONDAY), past(MONDAY + WEEK), past(WEDNESDAY + WEEK, bouts=1, end=STOPPED))
    assert states(shown) == "Dm.m..." + "DmPT..."
    assert states(view(MONDAY, past(MONDAY, bouts=0, end=STOPPED))) == "......." + "Tn.n..."


def test_before_the_plan_began_no_day_counts_as_missed():
    assert states(view(THURSDAY)) == "......." + "...T..."


def test_a_planned_day_names_its_session():
    shown = view(MONDAY)
    titles = [mark_of(shown, day).session_title for day in (MONDAY, TUESDAY, WEDNESDAY, MONDAY - WEEK)]
    assert titles == ["Session A", "Session B", None, None]


@pytest.mark.parametrize(("today", "week"), [(SUNDAY, 1), (MONDAY + WEEK, 2), (SUNDAY + 10 * WEEK, 11)])
def test_weeks_are_counted_from_the_monday_of_the_first_session(today: date, week: int):
    assert view(today, past(WEDNESDAY)).week == week


def test_after_the_plans_last_week_its_last_phase_goes_on():
    phases = (phase("early", 1, 1, {Weekday.MON: A}), phase("late", 2, 2, {Weekday.MON: B}))
    assert due(view(MONDAY + 9 * WEEK, past(MONDAY), of=plan(phases=phases))) == B


def test_a_plan_without_days_offers_every_session_and_asks_for_none():
    for without in (plan(phases=()), plan(phases=(phase("whole", 1, 2, {}),))):
        for records in ((), (past(MONDAY),)):
            shown = view(WEDNESDAY, *records, of=without)
            assert (due(shown), following(shown)) == (None, (None, None))
            assert [card.session_id for card in shown.offered] == [A, B]
            assert mark_of(shown, WEDNESDAY).state is DayState.TODAY
            assert DayState.NOT_DONE not in {mark.state for mark in shown.strip}


def test_sessions_of_another_plan_stay_on_the_strip_and_do_not_begin_this_one():
    shown = view(WEDNESDAY, past(MONDAY, plan_id="before", session_id=B))
    assert (mark_of(shown, MONDAY).state, mark_of(shown, MONDAY).session_title) == (DayState.DONE, "Session B")
    assert (due(shown), shown.week) == (A, 1)
    assert mark_of(shown, TUESDAY).state is DayState.OFF


def test_a_clock_set_back_before_the_first_session_breaks_nothing():
    shown = view(MONDAY - WEEK, past(MONDAY))
    assert (shown.week, due(shown)) == (1, None)


@given(
    st.integers(0, 40),
    st.lists(st.tuples(st.integers(0, 40), st.sampled_from([A, B]), st.booleans()), max_size=12),
    st.sets(st.sampled_from(Weekday), max_size=7),
)
def test_whatever_was_done_the_page_holds_together(
    ahead: int, done: list[tuple[int, SessionId, bool]], days: set[Weekday]
):
    own = plan(phases=(phase("whole", 1, 2, dict.fromkeys(days, A)),))
    today = MONDAY + timedelta(days=ahead)
    records = [
        past(MONDAY + timedelta(days=n), session_id=sid, end=None if broken else STOPPED)
        for n, sid, broken in sorted(done)
        if n <= ahead
    ]
    shown = view(today, *records, of=own)
    assert len(shown.strip) == 14
    assert sum(mark.date == today.isoformat() for mark in shown.strip) == 1
    assert shown.next_session_date is None or shown.next_session_date > shown.date
    assert (shown.next_session_date is None) == (not days)
    offered = {card.session_id for card in shown.offered}
    assert offered | ({due(shown)} - {None}) == {A, B}
    assert all(mark.state is not DayState.PLANNED or mark.date > shown.date for mark in shown.strip)
    assert all(mark.state is not DayState.NOT_DONE or mark.date < shown.date for mark in shown.strip)


@given(st.integers(0, 6), st.integers(0, 60))
def test_a_day_is_planned_or_not_whenever_one_looks(first: int, later: int):
    """What the strip says of a day today, the calendar says of it later."""
    begun = past(MONDAY + timedelta(days=first))
    seen = PlanCalendar(PLAN, [begun], MONDAY + timedelta(days=first + later))
    then = PlanCalendar(PLAN, [begun], MONDAY + timedelta(days=first + later + 9))
    for n in range(70):
        assert seen.planned_on(MONDAY + timedelta(days=n)) == then.planned_on(MONDAY + timedelta(days=n))


def card_session(*names: str) -> PlanSession:
    items = tuple(PlanItem(exercise=exercise(name).id, dose=reps(2, sets=1)) for name in names)
    return PlanSession(id=A, title="Strength", aim="Get strong.", items=items)


def test_a_card_tells_how_long_it_takes_and_how_many_questions_there_are():
    made = exercise("one", checks=[check("knee"), check("hip"), check("heel")])
    planned = card_session("one")
    card = session_card(PLAN, planned, Catalogue(exercises={made.id: made}))
    assert (card.session_id, card.title, card.aim) == (A, "Strength", "Get strong.")
    assert (card.length_ms, card.questions) == (10_000 + 12_000 + 4_000, 3)


def test_a_card_lists_runs_of_exercises_of_one_kind_and_their_lengths_add_up():
    kinds = [Category.WARMUP, Category.WARMUP, Category.STRENGTH, Category.WARMUP]
    made = [exercise(f"ex_{n}", category=kind) for n, kind in enumerate(kinds)]
    planned = card_session(*(each.id for each in made))
    card = session_card(PLAN, planned, Catalogue(exercises={each.id: each for each in made}))
    runs = [(block.title, len(block.exercises)) for block in card.blocks]
    assert runs == [("Warm-up", 2), ("Strength", 1), ("Warm-up", 1)]
    assert [one.name for one in card.blocks[0].exercises] == ["Ex 0", "Ex 1"]
    assert [one.exercise_id for one in card.blocks[0].exercises] == [made[0].id, made[1].id]
    assert sum(block.length_ms for block in card.blocks) == card.length_ms


def test_a_card_names_each_thing_that_is_needed_once_and_leaves_out_what_is_optional():
    one = replace(exercise("one"), equipment=("mat", "chair_opt"))
    two = replace(exercise("two"), equipment=("wall", "mat"))
    card = session_card(PLAN, card_session("one", "two"), Catalogue(exercises={one.id: one, two.id: two}))
    assert card.equipment == ("mat", "wall")


def test_every_kind_of_exercise_has_its_title():
    assert set(BLOCK_TITLES) == set(Category)


def test_the_real_log_of_a_session_is_read_as_well():
    scene = Scene()
    scene.finish()
    assert view(MONDAY, scene.record).done_today


def test_cards_that_were_kept_give_the_same_page():
    kept: dict[SessionId, SessionCard] = {}
    pages = [today_view(PLAN, CATALOGUE, [past(MONDAY)], day, cards=kept) for day in (TUESDAY, TUESDAY, WEDNESDAY)]
    assert pages == [view(day, past(MONDAY)) for day in (TUESDAY, TUESDAY, WEDNESDAY)]
    assert set(kept) == {A, B}
