"""The Progress page: what its charts show, said in counts."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinetic_home.domain import events as ev
from kinetic_home.domain.history import SessionRecord
from kinetic_home.domain.scales import Nprs, PainMoment
from kinetic_home.workflow.progress import pain_sentence, progress_view, weeks_sentence
from kinetic_home.workflow.views import PainPoint, ProgressView, WeekDone
from tests.workflow.scene import STOPPED, A, B, past, plan

MONDAY = date(2026, 3, 2)
TUESDAY, THURSDAY, SUNDAY = (MONDAY + timedelta(days=n) for n in (1, 3, 6))
WEEK = timedelta(days=7)
DURING, BEFORE, AFTER = PainMoment.DURING, PainMoment.BEFORE, PainMoment.AFTER


def view(today: date, *records: SessionRecord) -> ProgressView:
    return progress_view(plan(), records, today)


def points(*scores: int | None) -> list[PainPoint]:
    return [
        PainPoint(date="2026-03-02", session_title="A", before=None, worst=None if score is None else Nprs(score))
        for score in scores
    ]


def week(planned: int, done: int, part_done: int = 0) -> WeekDone:
    return WeekDone(first_date="2026-03-02", planned=planned, done=done, part_done=part_done)


def test_before_the_first_session_both_sentences_say_so():
    shown = view(MONDAY)
    assert (shown.pain, shown.weeks) == ((), ())
    assert shown.pain_sentence == "No pain score yet. Each exercise ends with one question about pain."
    assert shown.weeks_sentence == "No session yet. Your first one will show here."


@pytest.mark.parametrize(
    ("scores", "words"),
    [
        ((None,), "No pain score yet. Each exercise ends with one question about pain."),
        ((4, None), "Your worst pain was 4 of 10. More sessions will show a line."),
        ((2, None, 4), "Your worst pain lay between 2 and 4 of 10 in 2 sessions. It never went above 5."),
        ((5, 5, 5), "Your worst pain was 5 of 10 in 3 sessions. It never went above 5."),
        ((0, 0), "Your worst pain was 0 of 10 in 2 sessions. It never went above 5."),
        ((2, 6), "Your worst pain lay between 2 and 6 of 10 in 2 sessions. It went above 5 in 1 session."),
        ((10, 6, 1), "Your worst pain lay between 1 and 10 of 10 in 3 sessions. It went above 5 in 2 sessions."),
    ],
)
def test_pain_is_told_in_counts(scores: tuple[int | None, ...], words: str):
    assert pain_sentence(points(*scores)) == words


@pytest.mark.parametrize(
    ("weeks", "words"),
    [
        ([week(3, 1)], "You did 1 session; 3 were planned up to today."),
        ([week(3, 2), week(1, 2)], "You did 4 sessions; 4 were planned up to today."),
        ([week(1, 1)], "You did 1 session; 1 was planned up to today."),
        ([week(2, 1, 1)], "You did 1 session; 2 were planned up to today. You did part of 1 more."),
        ([week(2, 0)], "No whole session yet; 2 were planned up to today."),
        ([week(2, 0, 1)], "No whole session yet; 2 were planned up to today. You did part of 1."),
        ([week(0, 3)], "You did 3 sessions."),
        ([week(0, 0, 2)], "No whole session yet. You did part of 2."),
        ([week(0, 0)], "No session yet. Your first one will show here."),
    ],
)
def test_sessions_are_told_in_counts_without_blame(weeks: list[WeekDone], words: str):
    assert weeks_sentence(weeks) == words


BLAME = {"missed", "only", "fail", "should", "!"}
CLAIMS = {"better", "worse", "improv", "drop", "rose", "fell", "trend"}


@given(
    st.lists(st.none() | st.integers(0, 10), max_size=8),
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.integers(0, 7)), max_size=5),
)
def test_no_sentence_blames_or_claims_a_change(scores: list[int | None], weeks: list[tuple[int, int, int]]):
    said = (pain_sentence(points(*scores)) + weeks_sentence([week(*each) for each in weeks])).lower()
    assert not [word for word in BLAME | CLAIMS if word in said]
    assert not re.search(r"\b1 (sessions|were)\b", said)


def test_each_session_is_a_point_with_the_worst_pain_of_its_work():
    record = past(MONDAY, pains=[(DURING, 3), (AFTER, 4), (PainMoment.MORNING, 8)])
    assert view(TUESDAY, record).pain == (
        PainPoint(date="2026-03-02", session_title="Session A", before=None, worst=Nprs(4)),
    )


def test_a_session_without_a_score_stays_as_a_gap():
    worst = [point.worst for point in view(TUESDAY, past(MONDAY, pains=[(DURING, 3)]), past(TUESDAY)).pain]
    assert worst == [Nprs(3), None]


def test_pain_before_is_that_of_the_check_in_or_the_latest_said_before_the_work():
    checkin = ev.CheckinGiven(pain=Nprs(2), places=(), swelling=None, sleep_h=None)
    assert view(TUESDAY, past(MONDAY, checkin=checkin)).pain[0].before == Nprs(2)
    both = past(MONDAY, checkin=checkin, pains=[(BEFORE, 3), (BEFORE, 5), (DURING, 1)])
    assert view(TUESDAY, both).pain[0].before == Nprs(5)


def test_weeks_run_from_the_first_session_to_today():
    shown = view(MONDAY + 2 * WEEK, past(THURSDAY))
    assert [week.first_date for week in shown.weeks] == ["2026-03-02", "2026-03-09", "2026-03-16"]


def test_only_days_up_to_today_count_as_planned():
    planned = [week.planned for week in view(TUESDAY + WEEK, past(MONDAY)).weeks]
    assert planned == [3, 2]


def test_days_before_the_first_session_do_not_count_as_planned():
    assert view(SUNDAY, past(THURSDAY)).weeks[0].planned == 1


def test_whole_sessions_and_parts_are_counted_apart():
    records = (
        past(MONDAY),
        past(MONDAY, session_id=B),
        past(TUESDAY, bouts=1, end=STOPPED),
        past(THURSDAY, bouts=1, end=None),
        past(SUNDAY, bouts=0, end=STOPPED),
    )
    shown = view(SUNDAY, *records).weeks[0]
    assert (shown.planned, shown.done, shown.part_done) == (3, 2, 2)


def test_sessions_under_another_plan_count_as_done_and_not_as_planned():
    shown = view(SUNDAY, past(MONDAY - WEEK, plan_id="before"), past(THURSDAY))
    assert [(w.planned, w.done) for w in shown.weeks] == [(0, 1), (1, 1)]


def test_a_clock_set_back_shows_no_week_and_breaks_nothing():
    assert view(MONDAY - WEEK, past(MONDAY)).weeks == ()


@given(st.lists(st.tuples(st.integers(0, 60), st.booleans()), max_size=10), st.integers(0, 70))
def test_every_session_up_to_today_is_counted_in_one_week(done: list[tuple[int, bool]], ahead: int):
    today = MONDAY + timedelta(days=ahead)
    records = [
        past(MONDAY + timedelta(days=n), session_id=A, end=ev.SessionEnded(finished=whole))
        for n, whole in sorted(done)
        if n <= ahead
    ]
    shown = view(today, *records)
    assert sum(each.done + each.part_done for each in shown.weeks) == len(records)
    assert sum(each.done for each in shown.weeks) == sum(whole for n, whole in done if n <= ahead)
