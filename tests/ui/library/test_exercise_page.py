from __future__ import annotations

import pytest
from PySide6.QtCore import QEventLoop, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QSlider
from pytestqt.qtbot import QtBot

from kinetic_home.domain.exercise import ExerciseId
from kinetic_home.figure.camera import View
from kinetic_home.ui.figure.view import FigureView
from kinetic_home.ui.library.exercise_page import ExercisePage
from kinetic_home.ui.library.tile import ExerciseTile
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.switch import Switch
from kinetic_home.workflow.library_exercise import exercise_view
from tests.ui.examples import catalogue

Key = Qt.Key


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> ExercisePage:
    made = ExercisePage(look)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    show(made, "pat_step_down")
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.take_focus()
    return made


def show(page: ExercisePage, exercise_id: str) -> None:
    page.show_exercise(exercise_view(catalogue(), ExerciseId(exercise_id), {"V7": "A position stand"}))


def texts(page: ExercisePage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def figure(page: ExercisePage, name: str) -> FigureView:
    return page.findChild(FigureView, name)


def test_the_page_says_why_how_and_when_to_stop(page: ExercisePage) -> None:
    exercise = catalogue()[ExerciseId("pat_step_down")]
    said = texts(page)
    assert exercise.name in said
    assert exercise.why in said
    assert {cue.text for cue in exercise.cues} <= set(said)
    assert set(exercise.stop_notes) <= set(said)
    assert set(exercise.cautions) <= set(said)
    assert "V7: A position stand" in said


@pytest.mark.parametrize("key", [Key.Key_S, Key.Key_V])
def test_one_key_turns_the_figure_through_all_three_views(page: ExercisePage, qtbot: QtBot, key: Qt.Key) -> None:
    seen = [page.stage.view]
    for _ in range(3):
        qtbot.keyClick(page.focusWidget(), key)
        seen.append(page.stage.view)
    assert set(seen) == set(View)
    assert seen[0] == seen[-1]


def test_the_buttons_turn_it_as_well_and_show_which_view_is_chosen(page: ExercisePage) -> None:
    button = page.findChild(Button, "view-1")
    button.click()
    assert page.stage.view is View.FRONT
    assert button.isChecked()


def test_a_mistake_moves_beside_the_right_way_in_time(page: ExercisePage) -> None:
    assert not figure(page, "wrongFigure").isVisible()
    page.findChild(Button, "check-0").click()
    assert figure(page, "wrongFigure").isVisible()
    page.stage._move_on(1_500)
    right, wrong = figure(page, "rightFigure"), figure(page, "wrongFigure")
    assert right._figure is not None
    assert wrong._figure is not None
    assert right._figure.fault == 0
    assert wrong._figure.fault > 0
    assert wrong._scene is not None
    assert wrong._scene.motion.marks
    assert right.view == wrong.view


@pytest.mark.parametrize("exercise_id", ["act_clam", "str_wall_sit", "pat_step_down"])
def test_the_words_of_a_mistake_have_their_room_and_are_brought_into_sight(
    page: ExercisePage, qtbot: QtBot, exercise_id: str
) -> None:
    page.show_exercise(exercise_view(catalogue(), ExerciseId(exercise_id)))
    buttons = [button for button in page.checkpoints._buttons if button.isVisible()]
    for button in buttons:
        button.click()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        card = page.checkpoints
        assert card.height() >= card.layout().heightForWidth(card.width())
        row = buttons[0].parentWidget()
        assert row.height() >= row.layout().heightForWidth(row.width())
        top = card.mapTo(page.viewport(), QPoint()).y()
        assert top >= 0
        assert top + card.height() <= page.viewport().height() or top <= page.look.space(3)


def test_in_a_narrow_page_a_mistake_brings_the_figures_back_into_sight(page: ExercisePage) -> None:
    page.resize(700, 800)
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    page.ensureWidgetVisible(page.findChild(Button, "check-0"))
    assert page.verticalScrollBar().value() > 0
    page.findChild(Button, "check-0").click()
    for name in ("rightFigure", "wrongFigure"):
        seen = figure(page, name)
        assert page.viewport().rect().contains(seen.rect().translated(seen.mapTo(page.viewport(), QPoint())))


def test_who_stands_still_is_shown_the_pose_in_which_the_mistake_shows(page: ExercisePage) -> None:
    page.findChild(Button, "standStill").click()
    page.findChild(Button, "check-0").click()
    wrong = figure(page, "wrongFigure")
    assert wrong._figure is not None
    assert wrong._figure.fault > 0.5
    assert "Pose 1 of 3: start" not in texts(page)


def test_right_and_wrong_have_one_scale_and_lying_figures_are_above_each_other(page: ExercisePage) -> None:
    page.show_exercise(exercise_view(catalogue(), ExerciseId("act_bridge")))
    page.findChild(Button, "check-0").click()
    page.grab()
    right, wrong = figure(page, "rightFigure"), figure(page, "wrongFigure")
    assert right._frame == wrong._frame
    assert wrong.mapTo(page, QPoint()).x() == right.mapTo(page, QPoint()).x()
    assert wrong.mapTo(page, QPoint()).y() > right.mapTo(page, QPoint()).y()


def test_the_words_of_a_mistake_say_what_goes_wrong_and_what_to_do(page: ExercisePage) -> None:
    check = catalogue()[ExerciseId("pat_step_down")].checks[0]
    page.findChild(Button, "check-0").click()
    said = texts(page)
    assert check.ask in said
    assert any(text.startswith("What goes wrong: ") for text in said)
    assert f"What to do: {check.fix}" in said


def test_the_same_button_takes_the_mistake_away(page: ExercisePage) -> None:
    button = page.findChild(Button, "check-0")
    button.click()
    button.click()
    assert not figure(page, "wrongFigure").isVisible()
    assert not button.isChecked()


def test_only_one_mistake_is_shown_at_a_time(page: ExercisePage) -> None:
    page.findChild(Button, "check-0").click()
    page.findChild(Button, "check-1").click()
    assert [page.findChild(Button, f"check-{n}").isChecked() for n in (0, 1)] == [False, True]


def test_the_line_to_look_at_can_be_taken_away(page: ExercisePage) -> None:
    checks = catalogue()[ExerciseId("pat_step_down")].checks
    place = next(number for number, check in enumerate(checks) if check.overlay is not None)
    page.findChild(Button, f"check-{place}").click()
    assert figure(page, "rightFigure")._emphasis.overlay is checks[place].overlay
    page.findChild(Switch, "showLines").click()
    assert figure(page, "rightFigure")._emphasis.overlay is None


def test_the_arrow_keys_change_the_tempo_and_the_words_say_it(page: ExercisePage, qtbot: QtBot) -> None:
    slider = page.findChild(QSlider, "tempo")
    assert any("4 s down · 2 s up" in text for text in texts(page))
    slider.setFocus()
    for _ in range(5):
        qtbot.keyClick(slider, Key.Key_Left)
    assert slider.value() == 50
    assert any("8 s down · 4 s up" in text and "50 %" in text for text in texts(page))
    qtbot.keyClick(slider, Key.Key_Home)
    assert slider.value() == slider.minimum() == 50


def test_another_tempo_lets_the_figure_go_on_where_it_is(page: ExercisePage) -> None:
    page.stage._move_on(2_000)
    before = figure(page, "rightFigure")._figure
    page.findChild(QSlider, "tempo").setValue(50)
    page.stage._paint_now()
    after = figure(page, "rightFigure")._figure
    assert before is not None
    assert after is not None
    assert after.joints["right_knee"] == pytest.approx(before.joints["right_knee"], abs=0.01)


def test_standing_still_shows_key_poses_one_by_one(page: ExercisePage) -> None:
    page.findChild(Button, "standStill").click()
    assert not page.stage._clock.runs
    assert "Pose 1 of 3: start" in texts(page)
    page.findChild(Button, "poseAfter").click()
    page.findChild(Button, "poseAfter").click()
    assert "Pose 3 of 3: end" in texts(page)
    page.findChild(Button, "poseAfter").click()
    assert "Pose 1 of 3: start" in texts(page)
    page.findChild(Button, "standStill").click()
    assert page.stage._clock.runs


def test_who_wants_less_motion_begins_with_a_still_figure(page: ExercisePage, look: Look) -> None:
    look.use(theme="light", text_percent=100, reduced_motion=True)
    show(page, "act_bridge")
    assert not page.stage._clock.runs
    assert page.stage.tempo.pose is not None


def test_the_figure_moves_only_while_somebody_looks(page: ExercisePage) -> None:
    assert page.stage._clock.runs
    page.hide()
    assert not page.stage._clock.runs


def test_a_neighbour_opens(page: ExercisePage, qtbot: QtBot) -> None:
    tile = page.findChild(ExerciseTile, "open-pat_step_down_low")
    assert tile.accessibleName().startswith("Step-down")
    with qtbot.waitSignal(page.opened) as opened:
        tile.click()
    assert opened.args == ["pat_step_down_low"]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_a_neighbour_with_the_keyboard_opens_on_enter_and_on_space(
    page: ExercisePage, qtbot: QtBot, key: Qt.Key
) -> None:
    tile = page.findChild(ExerciseTile, "open-pat_step_down_low")
    tile.setFocus()
    with qtbot.waitSignal(page.opened, timeout=1_000) as opened:
        qtbot.keyClick(tile, key)
    assert opened.args == ["pat_step_down_low"]


def test_the_neighbours_are_as_wide_as_the_cards_above_them(page: ExercisePage) -> None:
    tiles = page.findChildren(ExerciseTile)
    assert tiles
    assert {tile.width() for tile in tiles} == {page.checkpoints.width()}


def test_another_exercise_leaves_nothing_of_the_one_before(page: ExercisePage) -> None:
    page.findChild(Button, "check-0").click()
    show(page, "act_bridge")
    assert not figure(page, "wrongFigure").isVisible()
    assert "Step-down, 20 cm step" not in texts(page)
    assert page.stage.view is View.named(catalogue()[ExerciseId("act_bridge")].view)


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Backspace])
def test_esc_asks_to_go_back(page: ExercisePage, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page.focusWidget(), key)


def test_the_figure_stays_in_sight_beside_the_words(page: ExercisePage) -> None:
    bar = page.verticalScrollBar()
    assert bar.maximum() > 200
    bar.setValue(bar.maximum() // 2)
    top = page.stage.mapTo(page.viewport(), page.stage.rect().topLeft()).y()
    assert 0 <= top < 60


def test_the_figures_get_the_room_of_the_head_that_has_scrolled_away(page: ExercisePage) -> None:
    page.resize(934, 640)
    show(page, "act_bridge")
    bar, stage, edge = page.verticalScrollBar(), page.stage, page.look.space(3)
    bar.setValue(0)
    least = stage.height()
    page.findChild(Button, "check-0").click()
    for place in (bar.value(), *range(0, bar.maximum(), 60), bar.maximum()):
        bar.setValue(place)
        top = stage.mapTo(page.viewport(), QPoint()).y()
        assert top >= edge
        assert top + stage.height() <= page.viewport().height() - edge
    assert stage.height() >= page.viewport().height() - 2.5 * edge
    assert figure(page, "rightFigure").height() >= 140
    bar.setValue(0)
    assert stage.height() == least


@pytest.mark.parametrize("exercise_id", list(catalogue().exercises))
def test_every_exercise_has_its_page_and_every_mistake_its_figure(page: ExercisePage, exercise_id: str) -> None:
    show(page, exercise_id)
    exercise = catalogue()[ExerciseId(exercise_id)]
    for number, check in enumerate(exercise.checks):
        page.findChildren(Button, f"check-{number}")[-1].click()
        page.stage._move_on(900)
        assert figure(page, "wrongFigure").isVisible() == (check.id in exercise.wrong)
