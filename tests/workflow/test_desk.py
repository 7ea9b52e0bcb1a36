"""The desk: use cases over one person's log."""

from __future__ import annotations

from datetime import date

import pytest

from kinetic_home.app import content
from kinetic_home.app.paths import shipped
from kinetic_home.domain import events as ev
from kinetic_home.domain.exercise import Catalogue
from kinetic_home.domain.plan import SessionId
from kinetic_home.domain.scales import Nprs, SkipReason
from kinetic_home.workflow.desk import Desk
from tests.fakes import FakeClock, FakeIds, ListLog

RECOVERY = SessionId("REC")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return content.catalogue()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock("2026-03-02T09:00:00.000Z")  # a Monday


@pytest.fixture
def log(clock: FakeClock) -> ListLog:
    return ListLog(clock)


@pytest.fixture
def desk(catalogue: Catalogue, clock: FakeClock, log: ListLog) -> Desk:
    plan = content.plan_in_use(catalogue, shipped("resources"))
    return Desk(catalogue=catalogue, plan=plan, log=log, clock=clock, ids=FakeIds("session"))


def checkin(pain: int | None = 3) -> ev.CheckinGiven:
    return ev.CheckinGiven(pain=None if pain is None else Nprs(pain), places=(), swelling=None, sleep_h=None)


def test_the_day_is_the_training_day(desk: Desk):
    assert desk.date == date(2026, 3, 2)


def test_a_session_begun_is_on_todays_page_to_be_resumed_until_it_ends(desk: Desk):
    running = desk.begin(RECOVERY, checkin())
    offer = desk.today().resume
    assert offer is not None
    assert offer.session_ref == running.ref
    running.stop(SkipReason.TIME)
    assert desk.today().resume is None


def test_beginning_another_session_ends_the_unfinished_one(desk: Desk):
    first = desk.begin(RECOVERY, None)
    desk.begin(SessionId("F_A"), None)
    ended = [record.ref for record in desk.records() if record.ended is not None]
    assert ended == [first.ref]


def test_a_session_that_was_let_go_is_not_offered_again(desk: Desk):
    running = desk.begin(RECOVERY, None)
    desk.let_go(running.ref)
    assert desk.today().resume is None
    assert desk.records()[-1].ended == ev.SessionEnded(finished=False, reason=SkipReason.OTHER)


def test_going_on_takes_up_the_same_session(desk: Desk, clock: FakeClock):
    running = desk.begin(RECOVERY, None)
    clock.advance(60_000)
    again = desk.go_on(running.ref)
    assert again.ref == running.ref
    assert len(desk.records()) == 1


def test_coming_days_are_what_they_will_be_if_nothing_more_is_done(desk: Desk, clock: FakeClock):
    pages = desk.coming_days(8)
    assert next(iter(pages)) == date(2026, 3, 2)
    clock.advance(24 * 3_600_000)
    assert desk.today() == pages[date(2026, 3, 3)]


def test_a_check_in_without_a_session_is_kept_and_makes_no_session(desk: Desk, log: ListLog):
    desk.stay_out(checkin(8))
    assert log.events == (checkin(8),)
    assert desk.records() == ()


def test_the_check_in_knows_the_plans_recovery_session(desk: Desk):
    view = desk.checkin(SessionId("F_A"))
    assert (view.session_title, view.recovery_id) == ("Foundation A: wake and move", "REC")


def test_pain_as_usual_is_known_after_three_check_ins(desk: Desk):
    for pain in (2, 4, 3):
        assert desk.checkin(RECOVERY).usual_pain is None
        desk.begin(RECOVERY, checkin(pain)).stop(SkipReason.TIME)
    assert desk.checkin(RECOVERY).usual_pain == Nprs(3)


def test_a_correction_is_a_later_word_and_the_earlier_fact_stays(desk: Desk, log: ListLog):
    running = desk.begin(RECOVERY, None)
    running.report(ev.PainReported(moment=ev.PainMoment.AFTER, pain=Nprs(7)))
    said = log.facts[-1]
    desk.correct(said.event_id, "pain", 2)
    record = desk.records()[-1]
    assert record.worst_pain == Nprs(2)
    assert log.facts[-2] == said
    desk.correct(said.event_id, "pain", None)
    assert desk.records()[-1].worst_pain is None


def test_a_correction_that_does_not_fit_writes_nothing(desk: Desk, log: ListLog):
    running = desk.begin(RECOVERY, None)
    running.report(ev.PainReported(moment=ev.PainMoment.AFTER, pain=Nprs(7)))
    before = log.facts[:]
    with pytest.raises(ValueError, match="pain"):
        desk.correct(before[-1].event_id, "pain", 12)
    with pytest.raises(LookupError):
        desk.correct("no such fact", "pain", 1)
    assert log.facts == before


def test_summary_and_progress_show_what_was_done(desk: Desk):
    running = desk.begin(RECOVERY, checkin(4))
    running.stop(SkipReason.TIRED)
    assert desk.summary(running.ref).session_ref == running.ref
    assert [point.before for point in desk.progress().pain] == [Nprs(4)]
