from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kinetic_home.domain.scales import Aid, SkipReason
from kinetic_home.domain.side import Side
from kinetic_home.figure.camera import View
from kinetic_home.ui.session.page import PlayerPage
from kinetic_home.ui.session.work_panel import care_words, next_words, stop_words
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from kinetic_home.workflow.views import NextUp, QuestionKind, Stage
from tests.builders import exercise
from tests.ui.examples import CHECK, REST, TOO_LONG, player, question
from tests.ui.keyboard import Keyboard

ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> PlayerPage:
    page = PlayerPage(look)
    qtbot.addWidget(page)
    page.resize(1024, 640)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.show_player(player())
    return page


@pytest.fixture
def keys(page: PlayerPage, qtbot: QtBot) -> Keyboard:
    return Keyboard(qtbot, page)


def settle() -> None:
    """Let every layout find its place, as the event loop would."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (" ", "pause_toggled"),
        ("b", "pause_toggled"),
        (".", "pause_toggled"),
        (Qt.Key.Key_Left, "went_back"),
        (Qt.Key.Key_PageUp, "went_back"),
    ],
)
def test_keys_and_remotes_do_what_the_buttons_do(
    page: PlayerPage, keys: Keyboard, qtbot: QtBot, key: str | Qt.Key, signal: str
) -> None:
    with qtbot.waitSignal(getattr(page, signal)):
        keys.type(key)


def test_space_pauses_even_after_another_button_was_clicked(page: PlayerPage, keys: Keyboard, qtbot: QtBot) -> None:
    button = page.findChild(Button, "back")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(page.went_back), qtbot.waitSignal(page.pause_toggled):
        keys.type(" ")


def test_next_asks_what_is_left_out_and_why(page: PlayerPage, keys: Keyboard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.asking_began):
        keys.type(Qt.Key.Key_Right)
    with qtbot.waitSignal(page.skipped_set) as skipped:
        keys.type("2")
    assert skipped.args == [SkipReason.TIRED]


def test_a_whole_exercise_can_be_left_out(page: PlayerPage, keys: Keyboard, qtbot: QtBot) -> None:
    keys.type(Qt.Key.Key_PageDown, "e")
    with qtbot.waitSignal(page.skipped_exercise) as skipped:
        keys.type("4")
    assert skipped.args == [SkipReason.EQUIPMENT]


def test_next_ends_a_rest_at_once(page: PlayerPage, keys: Keyboard, qtbot: QtBot) -> None:
    page.show_player(player(**REST))
    with qtbot.assertNotEmitted(page.asking_began), qtbot.waitSignal(page.went_on):
        keys.type(Qt.Key.Key_Right)


@pytest.mark.parametrize(("key", "change_ms"), [("+", 15_000), ("-", -15_000)])
def test_a_rest_is_made_longer_and_shorter(
    page: PlayerPage, keys: Keyboard, qtbot: QtBot, key: str, change_ms: int
) -> None:
    page.show_player(player(**REST))
    with qtbot.waitSignal(page.rest_changed) as changed:
        keys.type(key)
    assert changed.args == [change_ms]


def test_work_is_not_made_longer(page: PlayerPage, keys: Keyboard, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.rest_changed):
        keys.type("+")


def test_escape_asks_why_and_a_number_ends_the_session(page: PlayerPage, keys: Keyboard, qtbot: QtBot) -> None:
    keys.type(Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.ended) as ended:
        keys.type("3")
    assert ended.args == [SkipReason.TIME]


def test_escape_twice_goes_on_with_the_session(page: PlayerPage, keys: Keyboard, qtbot: QtBot) -> None:
    keys.type(Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(page.ended), qtbot.waitSignal(page.asking_ended):
        keys.type(Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.pause_toggled):
        keys.type(" ")


def test_a_stray_space_or_enter_gives_no_reason_to_end(page: PlayerPage, keys: Keyboard, qtbot: QtBot) -> None:
    keys.type(Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(page.ended), qtbot.assertNotEmitted(page.pause_toggled):
        keys.type(" ", ENTER)


def test_pain_asks_how_bad_it_is_and_leaves_the_exercise(page: PlayerPage, keys: Keyboard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.asking_began):
        keys.type("p")
    with qtbot.waitSignal(page.too_much_pain) as pain:
        keys.type("1", "0", ENTER)
    assert pain.args == [10]


def test_who_is_in_pain_can_leave_the_exercise_without_finding_a_number(
    page: PlayerPage, keys: Keyboard, qtbot: QtBot
) -> None:
    keys.type("p")
    with qtbot.assertNotEmitted(page.too_much_pain), qtbot.waitSignal(page.skipped_exercise) as left:
        keys.type(ENTER)
    assert left.args == [SkipReason.PAIN]


def test_the_question_about_pain_can_be_put_away(page: PlayerPage, keys: Keyboard, qtbot: QtBot) -> None:
    keys.type("p")
    with qtbot.assertNotEmitted(page.skipped_exercise), qtbot.waitSignal(page.asking_ended):
        keys.type(Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("key", "left", "right"), [("y", True, True), ("l", False, True), ("r", True, False), ("n", False, False)]
)
def test_one_key_answers_for_both_sides(
    page: PlayerPage, keys: Keyboard, qtbot: QtBot, key: str, left: bool, right: bool
) -> None:
    page.show_player(player(stage=Stage.QUESTION))
    page.ask(question())
    with qtbot.waitSignal(page.checkpoint_answered) as answered:
        keys.type(key)
    assert answered.args == ["gate-7", {Side.LEFT: left, Side.RIGHT: right}, None]


def test_a_question_is_read_from_the_mat_where_there_is_room_for_large_letters(page: PlayerPage, look: Look) -> None:
    page.show_player(player(stage=Stage.QUESTION))
    heights = []
    for size in ((1280, 800), (1024, 500)):
        page.resize(*size)
        page.ask(question())
        asked = next(label for label in page.findChildren(QLabel) if label.text() == question().check.ask)
        heights.append(asked.font().pixelSize())
    assert heights == [look.text_px("title"), look.text_px("heading")]


@pytest.mark.parametrize(("key", "clean"), [("y", True), ("n", False)])
def test_one_key_answers_where_both_sides_work_together(
    page: PlayerPage, keys: Keyboard, qtbot: QtBot, key: str, clean: bool
) -> None:
    page.show_player(player(stage=Stage.QUESTION))
    page.ask(question(per_side=False))
    with qtbot.waitSignal(page.checkpoint_answered) as answered:
        keys.type(key)
    assert answered.args == ["gate-7", {Side.BOTH: clean}, None]


def test_how_form_was_seen_stays_for_the_next_question(page: PlayerPage, keys: Keyboard, qtbot: QtBot) -> None:
    page.show_player(player(stage=Stage.QUESTION))
    page.ask(question())
    keys.type("m", "y")
    page.ask(question(gate_id="gate-8", number=2))
    with qtbot.waitSignal(page.checkpoint_answered) as answered:
        keys.type("y")
    assert answered.args[0] == "gate-8"
    assert answered.args[2] is Aid.MIRROR


def test_a_stray_space_or_enter_answers_no_question(page: PlayerPage, keys: Keyboard, qtbot: QtBot) -> None:
    page.show_player(player(stage=Stage.QUESTION))
    page.ask(question())
    with qtbot.assertNotEmitted(page.checkpoint_answered), qtbot.assertNotEmitted(page.question_passed):
        keys.type(" ", ENTER)


def test_a_question_can_be_passed(page: PlayerPage, keys: Keyboard, qtbot: QtBot) -> None:
    page.show_player(player(stage=Stage.QUESTION))
    page.ask(question(kind=QuestionKind.PAIN, check=None))
    with qtbot.waitSignal(page.question_passed) as passed:
        keys.type(Qt.Key.Key_Right)
    assert passed.args == ["gate-7"]


def test_pain_after_the_exercise_is_answered_with_a_number_and_enter(
    page: PlayerPage, keys: Keyboard, qtbot: QtBot
) -> None:
    page.show_player(player(stage=Stage.QUESTION))
    page.ask(question(kind=QuestionKind.PAIN, check=None))
    with qtbot.waitSignal(page.pain_answered) as answered:
        keys.type("4", ENTER)
    assert answered.args == ["gate-7", 4]


def test_the_question_closes_when_the_session_goes_on(page: PlayerPage, keys: Keyboard, qtbot: QtBot) -> None:
    page.show_player(player(stage=Stage.QUESTION))
    page.ask(question())
    page.show_player(player())
    with qtbot.waitSignal(page.pause_toggled):
        keys.type(" ")


@pytest.mark.parametrize("text_percent", [100, 150, 200])
@pytest.mark.parametrize(("width", "height"), [(1024, 640), (1280, 800), (1920, 1080), (3840, 2160)])
def test_the_numeral_is_read_from_the_mat(
    page: PlayerPage, look: Look, qtbot: QtBot, width: int, height: int, text_percent: int
) -> None:
    look.use(theme="light", text_percent=text_percent, reduced_motion=False)
    page.resize(width, height)
    qtbot.waitUntil(lambda: page.height() == height)
    for view in (player(), player(**REST), player(numeral="27", numeral_unit="seconds", note="")):
        page.show_player(view)
        assert page._work.digit_height >= 0.18 * height


@pytest.mark.parametrize(("width", "height"), [(1024, 640), (1920, 1080)])
def test_the_figure_takes_half_the_window(page: PlayerPage, qtbot: QtBot, width: int, height: int) -> None:
    page.resize(width, height)
    qtbot.waitUntil(lambda: page.height() == height)
    assert page.picture.width() >= width / 2


def test_long_names_shrink_and_never_move_the_ring(page: PlayerPage) -> None:
    place = page._work._ring.geometry()
    page.show_player(player(phase_word="a very long word for a phase", note=TOO_LONG))
    page.show_player(player("mob_hip_flexor", cue=None, breath=None))
    assert page._work._ring.geometry() == place


def test_what_the_player_says_is_on_the_screen(page: PlayerPage) -> None:
    shown = {label.text() for label in page.findChildren(QLabel) if label.isVisible()}
    assert {"Clamshell", "Set 2 of 3 · left side", "lower · 3", "Press through the heel", "Breathe in"} <= shown
    assert any(text.startswith("Keep the chair against the wall") for text in shown)


def test_a_second_of_frames_is_cheap_for_the_words(page: PlayerPage) -> None:
    texts = {label: label.text() for label in page.findChildren(QLabel)}
    for frame in range(60):
        page.show_player(player(fraction=frame / 60, at_ms=640_000 + frame * 16))
    assert {label: label.text() for label in page.findChildren(QLabel)} == texts


def test_a_checkpoint_is_seen_from_where_it_shows(page: PlayerPage) -> None:
    figure, before = page.picture.figure, page.picture.figure.view
    page.show_player(player(stage=Stage.QUESTION))
    for check, view in ((replace(CHECK, look="front"), View.FRONT), (replace(CHECK, look="side"), View.SIDE)):
        page.ask(question(check=check))
        assert figure.view is view
    page.ask(question(kind=QuestionKind.PAIN, check=None))
    assert figure.view is before
    page.ask(question(check=replace(CHECK, look="front")))
    page.show_player(player())
    assert figure.view is before


def test_before_the_work_the_page_says_when_to_stop_and_who_should_take_care() -> None:
    made = exercise()
    noted = replace(made, stop_notes=("You feel dizzy.", "You may fall."), cautions=("You cannot kneel.",))
    assert stop_words(noted) == "Stop if: You feel dizzy. You may fall."
    assert care_words(noted) == "Take care: You cannot kneel."
    assert stop_words(made) == care_words(made) == ""


def test_what_comes_next_names_the_side_that_begins() -> None:
    following = NextUp(exercise=exercise(), dose="1 set of 12 on each side", side=Side.LEFT)
    assert next_words(following).endswith("1 set of 12 on each side · left side first")


@pytest.mark.parametrize("size", [(1024, 640), (1920, 1080)])
def test_large_text_leaves_the_figure_its_room_under_a_notice(
    page: PlayerPage, look: Look, size: tuple[int, int]
) -> None:
    page.resize(*size)
    look.fit(QSize(*size))
    look.use(theme="light", text_percent=200, reduced_motion=False)
    page.show_player(player(note=""))
    page.notice.say("No sound can be heard here. Everything is shown on the screen.")
    settle()
    assert page.picture.figure.height() >= page.height() * 0.4


def test_a_question_leaves_the_room_of_the_cue_to_the_figures(page: PlayerPage) -> None:
    page.ask(question())
    settle()
    margin = page.picture.layout().contentsMargins().bottom()
    assert page.picture.figure.geometry().bottom() >= page.picture.height() - margin - 1
    page.show_player(player())
    assert page.picture.findChild(QLabel, "cue").isVisible()


def test_in_a_rest_the_exercise_after_the_coming_one_comes_then_and_not_next() -> None:
    following = NextUp(exercise=exercise(), dose="2 sets of 8", side=Side.BOTH)
    assert next_words(following).startswith("Next: ")
    assert next_words(following, now_coming=True).startswith("Then: ")


def test_one_key_or_button_asks_for_the_line_to_look_at_and_takes_it_away(
    page: PlayerPage, keys: Keyboard, qtbot: QtBot
) -> None:
    assert not page.lines
    keys.type("l")
    assert page.lines
    qtbot.mouseClick(page.findChild(Button, "lines"), Qt.MouseButton.LeftButton)
    assert not page.lines


def test_the_key_of_the_line_answers_a_question_while_one_is_asked(page: PlayerPage, keys: Keyboard) -> None:
    page.show_player(player(stage=Stage.QUESTION))
    page.ask(question())
    keys.type("l")
    assert not page.lines
