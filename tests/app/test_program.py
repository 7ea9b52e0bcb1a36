"""The program in its window: the whole path of a person, page by page, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kinetic_home.app.settings import Settings, load_settings, save_settings
from kinetic_home.app.window import Opening
from kinetic_home.domain.events import PainReported, SessionEnded
from kinetic_home.domain.history import SessionRecord, fold
from kinetic_home.domain.scales import Effort, Nprs, SkipReason
from kinetic_home.storage.database import open_log
from kinetic_home.storage.event_log import EventLog
from kinetic_home.ui.navigation import NavigationRail
from kinetic_home.ui.session.page import PlayerPage
from kinetic_home.ui.summary.page import SummaryPage
from kinetic_home.ui.today.exercise_link import ExerciseLink
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.scale_picker import ScalePicker
from kinetic_home.workflow.ports import EnvironmentProblem
from tests.fakes import FakeClock, FakeIds

Key = Qt.Key


class Person:
    """Somebody at the keyboard of a program whose clock obeys the test and whose sound is off."""

    def __init__(self, app: QApplication, data: Path, qtbot: QtBot) -> None:
        self.clock = FakeClock("2026-03-02T09:00:00.000Z")  # a Monday
        self.data, self.qtbot = data, qtbot
        self.opening = Opening(app, data, clock=self.clock)
        self.window = self.opening.window
        qtbot.addWidget(self.window)
        self.opening.open()
        if self.opening.program is None:
            self.opening._begin_behind()
        assert self.opening.program is not None
        self.program = self.opening.program

    @property
    def shown(self) -> str:
        return self.window.shown

    def press(self, *keys: Key) -> None:
        for key in keys:
            target = self.window.focusWidget() or self.window
            self.qtbot.keyClick(target, key)

    def begin_session(self) -> None:
        """From Today through the check-in into the player: pain 2, the rest left open."""
        self.press(Key.Key_Return, Key.Key_2)
        for _ in range(5):
            self.press(Key.Key_Return)
        assert self.shown == "player"

    def let_pass(self, ms: int) -> None:
        """Let time pass in heartbeats; the test's own, because the real ones run on the computer's time."""
        conductor = self.program._conductor
        while ms > 0 and conductor is not None:
            self.clock.advance(min(ms, 1_000))
            conductor._tick()
            ms -= 1_000
            conductor = self.program._conductor

    def records(self) -> tuple[SessionRecord, ...]:
        assert self.program._desk is not None
        return self.program._desk.records()

    def leave(self) -> None:
        self.program.close()
        self.window.close()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    save_settings(folder, Settings(sound_on=False))
    return folder


@pytest.fixture
def person(qapp: QApplication, data: Path, qtbot: QtBot) -> Iterator[Person]:
    made = Person(qapp, data, qtbot)
    yield made
    made.leave()


def test_a_fresh_start_shows_today_in_a_window_of_that_name(person: Person):
    assert (person.shown, person.window.windowTitle()) == ("today", "Kinetic Home")


def test_the_whole_way_from_today_to_the_summary_needs_the_keyboard_alone(person: Person):
    person.begin_session()
    for _ in range(2_000):
        session = person.program._session
        assert session is not None
        if person.shown != "player":
            break
        gate = session.state.open_gate
        if gate is None:
            person.let_pass(5_000)
        elif gate.ref:
            person.press(Key.Key_Y)
        else:
            person.press(Key.Key_1, Key.Key_Return)
    assert person.shown == "summary"
    record = person.records()[-1]
    assert record.ended is not None
    assert record.ended.finished
    assert all(bout.complete for bout in record.bouts)
    assert {pain.pain.score for pain in record.pains if pain.pain is not None} == {1}
    person.press(Key.Key_4)
    assert person.records()[-1].effort is not None


@pytest.fixture
def summed_up(person: Person) -> Person:
    """Somebody who answered one question about pain with 3, ended the session and sees what it came to."""
    person.begin_session()
    session = person.program._session
    assert session is not None
    for _ in range(500):
        gate = session.state.open_gate
        if gate is None:
            person.let_pass(5_000)
        elif gate.ref:
            person.press(Key.Key_Y)
        else:
            break
    person.press(Key.Key_3, Key.Key_Return)
    player = person.window.page("player")
    assert isinstance(player, PlayerPage)
    player.ask_why_end()
    person.press(Key.Key_2)
    person.let_pass(100)
    assert person.shown == "summary"
    return person


def summary_of(person: Person) -> SummaryPage:
    page = person.window.page("summary")
    assert isinstance(page, SummaryPage)
    return page


def words_of(page: SummaryPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def test_a_pain_score_is_corrected_on_the_summary_and_the_earlier_fact_stays(summed_up: Person):
    page = summary_of(summed_up)
    summed_up.press(Key.Key_4)
    page.findChild(QPlainTextEdit, "note").setPlainText("half a wor")
    page.findChild(Button, "change-0-0").click()
    summed_up.press(Key.Key_1, Key.Key_Return)
    record = summed_up.records()[-1]
    assert [pain.pain for pain in record.pains] == [Nprs(1)]
    assert "Worst pain: 1 of 10, safe" in words_of(page)
    assert page.findChild(ScalePicker, "effort").score == 4
    assert page.findChild(QPlainTextEdit, "note").toPlainText() == "half a wor"
    assert summed_up.program._log is not None
    facts = [fact.event for fact in summed_up.program._log.read(record.ref)]
    assert [fact.pain for fact in facts if isinstance(fact, PainReported)] == [Nprs(3)]


def test_a_pain_score_is_taken_back_and_given_again(summed_up: Person):
    page = summary_of(summed_up)
    page.findChild(Button, "change-0-0").click()
    page.findChild(Button, "takeBack").click()
    assert summed_up.records()[-1].worst_pain is None
    assert "Worst pain: not answered" in words_of(page)
    summed_up.press(Key.Key_Return, Key.Key_5, Key.Key_Return)
    assert summed_up.records()[-1].worst_pain == Nprs(5)


def test_effort_is_reported_again_and_taken_back(summed_up: Person):
    summed_up.press(Key.Key_4, Key.Key_6)
    assert summed_up.records()[-1].effort == Effort(6)
    summed_up.press(Key.Key_Backspace)
    assert summed_up.records()[-1].effort is None
    summed_up.press(Key.Key_7)
    assert summed_up.records()[-1].effort == Effort(7)


def test_a_correction_that_cannot_be_written_is_told_on_the_page(summed_up: Person, monkeypatch: pytest.MonkeyPatch):
    page = summary_of(summed_up)

    def refuse(*_: object, **__: object) -> None:
        raise EnvironmentProblem("The disk is full.")

    with monkeypatch.context() as full:
        full.setattr(EventLog, "append_many", refuse)
        page.findChild(Button, "change-0-0").click()
        summed_up.press(Key.Key_1, Key.Key_Return)
        assert "The disk is full." in words_of(page)
        assert "Worst pain: 3 of 10, acceptable" in words_of(page)
        page.findChild(ScalePicker, "effort").setFocus()
        summed_up.press(Key.Key_5, Key.Key_Backspace)
        assert "The disk is full." in words_of(page)
    summed_up.press(Key.Key_6)
    assert "The disk is full." not in words_of(page)
    assert summed_up.records()[-1].effort == Effort(6)


def test_the_check_in_hides_the_rail_and_esc_leads_back_to_today(person: Person):
    rail = person.window.findChild(NavigationRail)
    person.press(Key.Key_Return)
    assert (person.shown, rail.isVisible()) == ("checkin", False)
    person.press(Key.Key_Escape)
    assert (person.shown, rail.isVisible()) == ("today", True)


def test_a_session_left_in_the_middle_is_offered_again_at_the_same_set(
    qapp: QApplication, data: Path, qtbot: QtBot, person: Person
):
    person.begin_session()
    person.let_pass(30_000)
    person.leave()
    again = Person(qapp, data, qtbot)
    assert again.shown == "today"
    again.press(Key.Key_Return)
    assert again.shown == "player"
    assert again.program._session is not None
    assert again.program._session.state.at_ms == 0
    assert len(again.records()) == 1
    again.leave()


def test_ending_early_asks_why_and_shows_what_was_done(person: Person):
    person.begin_session()
    person.let_pass(30_000)
    # A shortcut reaches only an active window, and no window is active without a screen.
    player = person.window.page("player")
    assert isinstance(player, PlayerPage)
    player.ask_why_end()
    person.press(Key.Key_2)
    person.let_pass(100)
    assert person.shown == "summary"
    record = person.records()[-1]
    assert record.ended == SessionEnded(finished=False, reason=SkipReason.TIRED)


def test_a_second_program_on_the_same_data_says_so_and_can_try_again(
    qapp: QApplication, data: Path, qtbot: QtBot, person: Person
):
    second = Person(qapp, data, qtbot)
    assert second.shown == "problem"
    person.leave()
    second.press(Key.Key_Return)
    assert second.shown == "today"
    second.leave()


def test_a_plan_with_problems_is_told_and_not_replaced_in_silence(qapp: QApplication, data: Path, qtbot: QtBot):
    (data / "plan.toml").write_text("[plan]\nid = 'x'\n", encoding="utf-8")
    person = Person(qapp, data, qtbot)
    assert person.shown == "problem"
    person.leave()


def test_settings_changed_on_the_page_are_kept(person: Person, data: Path):
    person.program._go_to("settings")
    person.program._preferences.change(Settings(sound_on=False, text_percent=150))
    assert load_settings(data)[0].text_percent == 150


def test_the_library_is_reached_by_keyboard_and_left_again(person: Person):
    person.program._go_to("library")
    assert person.shown == "library"
    person.press(Key.Key_Right, Key.Key_Return)
    page = person.window.page("library")
    assert page.currentWidget().objectName() == "exercisePage"  # pyright: ignore[reportAttributeAccessIssue]
    assert any(label.text() == "For your clinician" for label in page.findChildren(QLabel))
    person.press(Key.Key_Escape)
    assert page.currentWidget().objectName() == "libraryBrowser"  # pyright: ignore[reportAttributeAccessIssue]
    person.program._go_to("today")
    assert person.shown == "today"


def test_an_exercise_of_today_leads_to_its_page_and_esc_back_to_its_name(person: Person):
    person.press(Key.Key_Tab, Key.Key_Return)
    page = person.window.page("library")
    assert person.shown == "library"
    assert page.currentWidget().objectName() == "exercisePage"  # pyright: ignore[reportAttributeAccessIssue]
    person.press(Key.Key_Escape)
    assert person.shown == "today"
    focused = person.window.focusWidget()
    assert isinstance(focused, ExerciseLink)
    assert not focused.visibleRegion().isEmpty()
    assert focused.text() in {label.text() for label in page.findChildren(QLabel)}


def test_the_rail_leads_from_an_exercise_to_all_of_them(person: Person):
    person.press(Key.Key_Tab, Key.Key_Return)
    person.program._go_to("library")
    page = person.window.page("library")
    assert page.currentWidget().objectName() == "libraryBrowser"  # pyright: ignore[reportAttributeAccessIssue]
    person.press(Key.Key_Return)
    person.program._go_to("today")
    person.program._go_to("library")
    assert page.currentWidget().objectName() == "exercisePage"  # pyright: ignore[reportAttributeAccessIssue]
    person.program._go_to("library")
    assert page.currentWidget().objectName() == "libraryBrowser"  # pyright: ignore[reportAttributeAccessIssue]


def test_progress_shows_nothing_yet_on_a_fresh_folder(person: Person):
    person.program._go_to("progress")
    assert person.shown == "progress"


def test_a_check_in_that_speaks_against_the_session_can_stay_out_and_is_kept(person: Person, data: Path):
    person.press(Key.Key_Return, Key.Key_8)
    for _ in range(4):
        person.press(Key.Key_Return)
    assert person.shown == "checkin"
    person.program._stay_out(person.window.page("checkin").given)  # pyright: ignore[reportAttributeAccessIssue]
    assert person.shown == "today"
    assert person.records() == ()
    person.leave()
    with open_log(data, FakeClock(), FakeIds()) as log:
        assert [type(fact.event).__name__ for fact in log.read()] == ["CheckinGiven"]
        assert fold(log.read()) == ()


def test_a_second_copy_that_cannot_be_written_is_told_on_todays_page(person: Person):
    assert person.program._log is not None
    person.program._log.copy_problem = "The second copy of your log cannot be written."
    person.program._go_to("today")
    assert not person.window.page("today").notice.isHidden()  # pyright: ignore[reportAttributeAccessIssue]


def test_before_the_first_session_the_page_says_who_should_ask_first(person: Person):
    notice = person.window.page("today").notice  # pyright: ignore[reportAttributeAccessIssue]
    assert any("call for help" in label.text() for label in notice.findChildren(QLabel))
    assert not notice.isHidden()


def test_while_a_session_waits_nothing_else_is_offered(qapp: QApplication, data: Path, qtbot: QtBot, person: Person):
    person.begin_session()
    person.let_pass(30_000)
    person.leave()
    again = Person(qapp, data, qtbot)
    today = again.window.page("today")
    offered = [button.objectName() for button in today.findChildren(Button) if button.isVisibleTo(today)]
    assert not [name for name in offered if name.startswith("start")]
    again.leave()
