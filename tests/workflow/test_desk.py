"""The use cases over one person's log and plan."""

from __future__ import annotations

from datetime import date

import pytest

from kinetic_home.domain import events as ev
from kinetic_home.domain.exercise import Catalogue
from kinetic_home.domain.scales import Nprs, PainMoment
from kinetic_home.workflow.desk import Desk
from kinetic_home.workflow.ports import EnvironmentProblem
from tests.builders import exercise
from tests.fakes import FakeClock, FakeIds, ListLog
from tests.workflow.scene import A, plan

CATALOGUE = Catalogue(exercises={made.id: made for made in (exercise("one"), exercise("two"))})
CHECKIN = ev.CheckinGiven(pain=Nprs(7), places=(), swelling=None, sleep_h=None)


class Office:
    def __init__(self, utc: str = "2026-03-02T09:00:00.000Z") -> None:
        self.clock = FakeClock(utc, offset_min=60)
        self.log = ListLog(self.clock)
        self.desk = Desk(catalogue=CATALOGUE, plan=plan(), log=self.log, clock=self.clock, ids=FakeIds("session"))


@pytest.fixture
def office() -> Office:
    return Office()


def test_the_day_is_the_training_day():
    assert Office("2026-03-03T02:30:00.000Z").desk.date == date(2026, 3, 2)
    assert Office("2026-03-03T03:00:00.000Z").desk.date == date(2026, 3, 3)


def test_a_session_begun_is_found_again_and_can_be_gone_on_with(office: Office):
    begun = office.desk.begin(A, CHECKIN)
    assert office.desk.records()[0].checkin == CHECKIN
    offer = office.desk.today().resume
    assert offer is not None
    assert offer.session_ref == begun.ref
    went_on = office.desk.go_on(begun.ref)
    assert (went_on.ref, went_on.state) == (begun.ref, begun.state)


def test_a_session_let_go_is_not_offered_again(office: Office):
    begun = office.desk.begin(A, None)
    office.desk.let_go(begun.ref)
    assert office.desk.today().resume is None
    assert not office.desk.summary(begun.ref).finished


def test_each_page_has_its_view(office: Office):
    begun = office.desk.begin(A, None)
    assert office.desk.today().session is not None
    assert office.desk.checkin(A).session_title == "Session A"
    assert office.desk.summary(begun.ref).session_ref == begun.ref
    assert [point.date for point in office.desk.progress().pain] == ["2026-03-02"]


def test_a_check_in_after_which_nothing_was_begun_is_kept_without_a_session(office: Office):
    office.desk.stay_out(CHECKIN)
    assert office.log.events == (CHECKIN,)
    assert office.desk.records() == ()


def test_a_corrected_answer_stands_in_the_record_and_the_first_one_stays_in_the_log(office: Office):
    begun = office.desk.begin(A, None)
    begun.report(ev.PainReported(moment=PainMoment.AFTER, pain=Nprs(7)))
    said = office.log.facts[-1]
    office.desk.correct(said.event_id, "pain", 3)
    assert [pain.pain for pain in office.desk.records()[0].pains] == [Nprs(3)]
    assert office.log.facts[1] == said
    assert office.log.facts[-1].session_ref == begun.ref


def test_a_word_that_does_not_fit_is_refused_and_not_written(office: Office):
    office.desk.begin(A, CHECKIN)
    checkin = office.log.facts[-1].event_id
    with pytest.raises(ValueError, match="pain"):
        office.desk.correct(checkin, "pain", 11)
    with pytest.raises(ValueError, match="cannot be corrected"):
        office.desk.correct(checkin, "places", None)
    with pytest.raises(LookupError, match="no fact"):
        office.desk.correct("gone", "pain", 1)
    assert len(office.log.facts) == 2


def test_where_the_log_refuses_no_session_begins(office: Office):
    office.log.refuse_with = EnvironmentProblem("The disk is full.")
    with pytest.raises(EnvironmentProblem):
        office.desk.begin(A, None)
    assert office.log.facts == []


def test_coming_days_have_the_pages_that_they_will_have(office: Office):
    office.desk.begin(A, None)
    pages = office.desk.coming_days(3)
    assert list(pages) == [date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 4)]
    for page in pages.values():
        assert office.desk.today() == page
        office.clock.advance(24 * 3_600_000)
