"""The running program: which page is shown, and what happens when the person acts on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from kinetic_home.app import content
from kinetic_home.app.ahead import write_ahead
from kinetic_home.app.clock import RandomIds
from kinetic_home.app.failures import told
from kinetic_home.app.pages import page_of
from kinetic_home.app.paths import shipped
from kinetic_home.app.preferences import Preferences
from kinetic_home.app.sounding import Sounding
from kinetic_home.catalogue.phrasebook import load_phrasebook
from kinetic_home.domain.events import CheckinGiven, EffortReported, NoteWritten
from kinetic_home.domain.exercise import ExerciseId
from kinetic_home.domain.plan import SessionId
from kinetic_home.domain.scales import Effort
from kinetic_home.storage.database import open_log
from kinetic_home.storage.event_log import EventLog
from kinetic_home.ui.checkin.page import CheckinPage
from kinetic_home.ui.main_window import MainWindow
from kinetic_home.ui.problem_page import ProblemPage
from kinetic_home.ui.progress.page import ProgressPage
from kinetic_home.ui.session.conductor import Conductor
from kinetic_home.ui.session.page import PlayerPage
from kinetic_home.ui.summary.page import SummaryPage
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.today.page import TodayPage
from kinetic_home.workflow.day_views import TodayView
from kinetic_home.workflow.desk import Desk
from kinetic_home.workflow.ports import Clock, EnvironmentProblem
from kinetic_home.workflow.recover import CannotGoOn
from kinetic_home.workflow.session import RunningSession

# Test sound and tapping go by the beat of marching on the spot.
_MARCH = ExerciseId("wu_march")
_DAYS_AHEAD = 14
# Said until the first session was begun. Source: clinical sections 7.2 and 7.7.
_FIRST_WORDS = (
    "This program helps you do the plan that you and your clinician chose. It does not replace your clinician. "
    "Ask them first if you are under 18, or pregnant, or told not to exercise. "
    "Ask them first after recent surgery, after a break, or in a joint flare. "
    "Ask them first with a heart, lung or nerve disease. "
    "Chest pain or trouble breathing: stop and call for help."
)
_P = TypeVar("_P", bound=QWidget)
_T = TypeVar("_T")


class Program(QObject):
    """Holds what runs as long as the window is open; each slot answers one thing that the person did."""

    def __init__(
        self,
        app: QApplication,
        window: MainWindow,
        makers: dict[str, Callable[[Look], QWidget]],
        *,
        look: Look,
        data: Path,
        clock: Clock,
    ) -> None:
        super().__init__(app)
        self._window, self._look, self._data, self._clock = window, look, data, clock
        self._resources, self._assets = shipped("resources"), shipped("assets")
        self._preferences = Preferences(window, look, data, parent=self)
        self._log: EventLog | None = None
        self._desk: Desk | None = None
        self._sounding: Sounding | None = None
        self._session: RunningSession | None = None
        self._conductor: Conductor | None = None
        self._wanted: SessionId | None = None
        self._shown: TodayView | None = None
        makers.update(self._makers())
        today = self._page("today", TodayPage)
        today.started.connect(self._check_in)
        today.resumed.connect(self._resume)
        today.discarded.connect(self._discard)
        today.exercise_chosen.connect(self._show_exercise)
        window.went_to.connect(self._go_to)
        window.closed.connect(self.close)
        app.aboutToQuit.connect(self.close)

    def start(self, shown: TodayView | None = None) -> None:
        """Open content, log and settings, and show today's page unless `shown` is that page already.

        Where something cannot be used, the window says so in a sentence and offers to try again.
        """
        self._shown = shown
        self._try_to_start()
        QTimer.singleShot(0, self._after_painting)

    @Slot()
    def _try_to_start(self) -> None:
        try:
            notice = self._preferences.load()
            self._open_data()
        except Exception as problem:
            sentence = told(problem)
            if sentence is None:
                raise
            self._show_problem(sentence)
            return
        shown, self._shown = self._shown, None
        if shown is None or self._needed(self._desk).today() != shown:
            self._show_today()
        words = [*self._notices(), *([notice] if notice else [])]
        if not words and not self._needed(self._desk).records():
            words = [self.tr(_FIRST_WORDS)]
        if words:
            self._page("today", TodayPage).notice.say(" ".join(words))

    def _open_data(self) -> None:
        catalogue = content.catalogue()
        plan = content.plan_in_use(catalogue, self._data)
        ids = RandomIds()
        if self._log is None:
            self._log = open_log(self._data, self._clock, ids)
        self._desk = Desk(catalogue=catalogue, plan=plan, log=self._log, clock=self._clock, ids=ids)
        self._sounding = Sounding(
            self._clock, self._assets, load_phrasebook(self._resources), catalogue[_MARCH], parent=self
        )
        self._preferences.use_sound(self._sounding)

    def _notices(self) -> tuple[str, ...]:
        return () if self._log is None else self._log.notices

    @Slot()
    def _after_painting(self) -> None:
        if self._sounding is not None:
            self._sounding.open()

    def _makers(self) -> dict[str, Callable[[Look], QWidget]]:
        return {
            "checkin": self._make_checkin,
            "player": PlayerPage,
            "summary": self._make_summary,
            "progress": ProgressPage,
            "library": self._make_library,
            "settings": self._preferences.make_page,
            "problem": self._make_problem,
        }

    def _make_checkin(self, look: Look) -> QWidget:
        page = CheckinPage(look)
        page.checkin_given.connect(self._begin_wanted)
        page.recovery_chosen.connect(self._begin_recovery)
        page.stayed_out.connect(self._stay_out)
        page.closed.connect(self._show_today)
        return page

    def _make_summary(self, look: Look) -> QWidget:
        page = SummaryPage(look)
        page.effort_reported.connect(self._write_effort)
        page.effort_taken_back.connect(self._take_effort_back)
        page.corrected.connect(self._correct)
        page.note_written.connect(self._write_note)
        page.closed.connect(self._show_today)
        return page

    def _make_library(self, look: Look) -> QWidget:
        from kinetic_home.app.library import make_library  # noqa: PLC0415 (only who opens the Library waits for it)

        page = make_library(look, self._needed(self._desk).catalogue, self._resources)
        page.left.connect(self._back_to_exercise)
        return page

    def _make_problem(self, look: Look) -> QWidget:
        page = ProblemPage(look)
        page.tried_again.connect(self._try_to_start)
        page.quit_chosen.connect(self._window.close)
        return page

    def _page(self, name: str, kind: type[_P]) -> _P:
        return page_of(self._window, name, kind)

    def _needed(self, thing: _T | None) -> _T:
        """Return what is there whenever any page but the problem page is shown."""
        if thing is None:
            raise RuntimeError("the program was not started")
        return thing

    @Slot(str)
    def _go_to(self, name: str) -> None:
        match name:
            case "today":
                self._show_today()
            case "progress":
                self._page("progress", ProgressPage).show_progress(self._needed(self._desk).progress())
                self._window.show_page("progress")
            case "library":
                self._show_library()
            case _:
                self._preferences.show_page()

    @Slot()
    def _show_today(self) -> None:
        page = self._page("today", TodayPage)
        page.show_today(self._needed(self._desk).today())
        if self._log is not None and self._log.copy_problem is not None:
            page.notice.say(self._log.copy_problem)
        self._window.show_page("today")
        page.focus_first()

    def _show_library(self) -> None:
        from kinetic_home.ui.library.page import LibraryPage  # noqa: PLC0415 (see _make_library)

        page = self._page("library", LibraryPage)
        # From elsewhere the rail leads to where the person was, from one exercise to all of them.
        anew = page.visited or self._window.shown == "library"
        self._window.show_page("library")
        if anew:
            page.show_all()
        else:
            page.take_focus()

    @Slot(str)
    def _show_exercise(self, exercise_id: str) -> None:
        from kinetic_home.ui.library.page import LibraryPage  # noqa: PLC0415 (see _make_library)

        page = self._page("library", LibraryPage)
        self._window.show_page("library")
        page.visit(exercise_id)

    @Slot(str)
    def _back_to_exercise(self, exercise_id: str) -> None:
        self._show_today()
        self._page("today", TodayPage).focus_exercise(exercise_id)

    def _show_problem(self, problem: str) -> None:
        sentence, _, details = problem.partition("\n")
        page = self._page("problem", ProblemPage)
        page.show_problem(sentence, self.tr("Nothing is lost. When it is put right, try again."), details)
        self._window.show_page("problem", rail=False)

    @Slot(str)
    def _check_in(self, session_id: str) -> None:
        self._wanted = SessionId(session_id)
        page = self._page("checkin", CheckinPage)
        page.show_checkin(self._needed(self._desk).checkin(self._wanted))
        self._window.show_page("checkin", rail=False)

    @Slot(object)
    def _begin_wanted(self, checkin: CheckinGiven) -> None:
        if self._wanted is not None:
            self._begin(self._wanted, checkin)

    @Slot(object)
    def _begin_recovery(self, checkin: CheckinGiven) -> None:
        recovery = self._needed(self._desk).plan.recovery
        if recovery is not None:
            self._begin(recovery, checkin)

    def _begin(self, session_id: SessionId, checkin: CheckinGiven) -> None:
        try:
            session = self._needed(self._desk).begin(session_id, checkin)
        except EnvironmentProblem as problem:
            self._show_problem(str(problem))
            return
        self._play(session)

    @Slot(object)
    def _stay_out(self, checkin: CheckinGiven) -> None:
        try:
            self._needed(self._desk).stay_out(checkin)
        except EnvironmentProblem as problem:
            self._show_problem(str(problem))
            return
        self._show_today()

    @Slot(str)
    def _resume(self, session_ref: str) -> None:
        try:
            session = self._needed(self._desk).go_on(session_ref)
        except (EnvironmentProblem, CannotGoOn) as problem:
            self._show_problem(str(problem))
            return
        self._play(session)

    @Slot(str)
    def _discard(self, session_ref: str) -> None:
        try:
            self._needed(self._desk).let_go(session_ref)
        except EnvironmentProblem as problem:
            self._show_problem(str(problem))
            return
        self._show_today()

    def _play(self, session: RunningSession) -> None:
        sounding = self._needed(self._sounding)
        page = self._page("player", PlayerPage)
        self._session = session
        self._conductor = Conductor(
            session,
            page=page,
            sound=sounding.player,
            speech=sounding.speech,
            clock=self._clock,
            reduced_motion=self._preferences.settings.reduced_motion,
            parent=self,
        )
        self._conductor.over.connect(self._sum_up)
        self._window.show_page("player", rail=False)
        self._conductor.begin()

    @Slot()
    def _sum_up(self) -> None:
        if self._conductor is not None:
            self._conductor.deleteLater()
            self._conductor = None
        page = self._page("summary", SummaryPage)
        page.show_summary(self._needed(self._desk).summary(self._needed(self._session).ref))
        self._window.show_page("summary", rail=False)

    @Slot(int)
    def _write_effort(self, score: int) -> None:
        session = self._needed(self._session)
        session.report(EffortReported(effort=Effort(score)))
        self._page("summary", SummaryPage).tell(session.trouble or "")

    @Slot()
    def _take_effort_back(self) -> None:
        session = self._needed(self._session)
        session.save_waiting()
        effort = self._needed(self._desk).summary(session.ref).effort_event
        if session.trouble is None and effort is not None:
            self._correct(effort, "effort", None)
        else:
            self._page("summary", SummaryPage).tell(session.trouble or "")

    @Slot(str, str, object)
    def _correct(self, event_id: str, field: str, value: int | None) -> None:
        desk, page = self._needed(self._desk), self._page("summary", SummaryPage)
        try:
            desk.correct(event_id, field, value)
        except EnvironmentProblem as problem:
            page.tell(str(problem))
            return
        page.tell("")
        page.show_answers(desk.summary(self._needed(self._session).ref))

    @Slot(str)
    def _write_note(self, text: str) -> None:
        self._needed(self._session).report(NoteWritten(text=text))

    @Slot()
    def close(self) -> None:
        """Leave everything so that it can be taken up again, and compute coming days' pages for the next start."""
        if self._conductor is not None:
            self._conductor.leave()
            self._conductor = None
        if self._sounding is not None:
            self._sounding.close()
            self._sounding = None
        if self._log is None or self._desk is None:
            return
        pages = self._desk.coming_days(_DAYS_AHEAD)
        self._log.close()
        self._log = None
        settings = self._preferences.settings
        write_ahead(
            self._data,
            pages,
            theme=settings.theme,
            text_percent=settings.text_percent,
            reduced_motion=settings.reduced_motion,
        )
