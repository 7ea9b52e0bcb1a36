"""Every page, filled, for what must hold on all of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kinetic_home.domain.exercise import ExerciseId
from kinetic_home.domain.side import Side
from kinetic_home.figure.motion import figure_at
from kinetic_home.ui.checkin.page import CheckinPage
from kinetic_home.ui.library.page import LibraryPage
from kinetic_home.ui.problem_page import ProblemPage
from kinetic_home.ui.progress.page import ProgressPage
from kinetic_home.ui.session.page import PlayerPage
from kinetic_home.ui.settings.page import SettingsPage
from kinetic_home.ui.summary.page import SummaryPage
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.today.page import TodayPage
from kinetic_home.ui.widgets.button import Button
from kinetic_home.workflow.comparison import comparison
from kinetic_home.workflow.settings import Settings
from kinetic_home.workflow.views import QuestionKind, Stage
from tests.ui.examples import (
    CHECKIN,
    DAY_OFF,
    NO_PROGRESS,
    PROGRESS,
    REST,
    RESUME,
    SUMMARY,
    TODAY,
    catalogue,
    player,
    question,
)


def today(look: Look) -> QWidget:
    page = TodayPage(look)
    page.show_today(TODAY)
    page.notice.say("Your settings could not be read, so the usual ones are in use.")
    return page


def resume(look: Look) -> QWidget:
    page = TodayPage(look)
    page.show_today(TODAY._replace(session=None, resume=RESUME))
    return page


def day_off(look: Look) -> QWidget:
    page = TodayPage(look)
    page.show_today(DAY_OFF)
    return page


def checkin(step: int) -> Callable[[Look], QWidget]:
    def make(look: Look) -> QWidget:
        page = CheckinPage(look)
        page.show_checkin(CHECKIN)
        for _ in range(step):
            page._go_on()
        return page

    make.__name__ = f"checkin_{step}"
    return make


def work(look: Look) -> QWidget:
    page = PlayerPage(look)
    view = player()
    page.show_player(view)
    figure = figure_at(view.exercise.motion, pose_from="A", pose_to="B", fraction=0.5, rep_no=1, side=view.side)
    page.picture.show_figure(view.exercise, figure)
    return page


def rest(look: Look) -> QWidget:
    page = PlayerPage(look)
    page.show_player(player(**REST))
    return page


def checkpoint(look: Look) -> QWidget:
    page = PlayerPage(look)
    page.show_player(player(stage=Stage.QUESTION))
    page.ask(question())
    return page


def right_and_wrong(look: Look) -> QWidget:
    page = checkpoint(look)
    step = catalogue()[ExerciseId("pat_step_down")]
    assert isinstance(page, PlayerPage)
    page.picture.show_comparison(comparison(step, step.checks[0], Side.RIGHT, 2_500))
    return page


def pain_after(look: Look) -> QWidget:
    page = PlayerPage(look)
    page.show_player(player(stage=Stage.QUESTION))
    page.ask(question(kind=QuestionKind.PAIN, check=None))
    return page


def too_much(look: Look) -> QWidget:
    page = PlayerPage(look)
    page.show_player(player())
    page._ask_pain()
    return page


def leave(look: Look) -> QWidget:
    page = PlayerPage(look)
    page.show_player(player())
    page.ask_why_end()
    return page


def summary(look: Look) -> QWidget:
    page = SummaryPage(look)
    page.show_summary(SUMMARY)
    return page


def changing(name: str) -> Callable[[Look], QWidget]:
    def make(look: Look) -> QWidget:
        page = SummaryPage(look)
        page.show_summary(SUMMARY)
        page.findChild(Button, name).click()
        return page

    make.__name__ = f"changing_{name}"
    return make


def progress(look: Look) -> QWidget:
    page = ProgressPage(look)
    page.show_progress(PROGRESS)
    return page


def no_progress(look: Look) -> QWidget:
    page = ProgressPage(look)
    page.show_progress(NO_PROGRESS)
    return page


def library(look: Look) -> QWidget:
    return LibraryPage(look, catalogue(), {})


def library_filters(look: Look) -> QWidget:
    page = LibraryPage(look, catalogue(), {})
    page.findChild(Button, "showFilters").setChecked(True)
    return page


def library_nothing(look: Look) -> QWidget:
    page = LibraryPage(look, catalogue(), {})
    page.browser.search.setText("qqqqqq")
    return page


def library_exercise(look: Look) -> QWidget:
    page = LibraryPage(look, catalogue(), {"V7": "A position stand on progression models, abstract"})
    page.open_exercise("str_calf_single")
    return page


def library_wrong(look: Look) -> QWidget:
    page = LibraryPage(look, catalogue(), {})
    page.open_exercise("pat_step_down")
    page.findChild(Button, "check-0").click()
    page.findChild(Button, "standStill").click()
    return page


def settings(look: Look) -> QWidget:
    page = SettingsPage(look)
    page.show_settings(Settings(audio_offset_ms=60), data_folder="Documents/Kinetic Home", version="0.1.0")
    return page


def problem(look: Look) -> QWidget:
    page = ProblemPage(look)
    page.show_problem("The log could not be opened.", "Close other copies, then try again.", "Documents/log.db: locked")
    return page


MAKERS: tuple[Callable[[Look], QWidget], ...] = (
    today, resume, day_off, *(checkin(step) for step in range(5)), work, rest, checkpoint, right_and_wrong, pain_after,
    too_much, leave, summary, changing("change-0-0"), changing("change-0-1"), progress, no_progress, settings, problem,
    library, library_filters, library_nothing, library_exercise, library_wrong,
)  # fmt: skip
