from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kinetic_home.ui.settings.page import SettingsPage
from kinetic_home.ui.theme.look import Look
from kinetic_home.ui.widgets.button import Button
from kinetic_home.ui.widgets.slider import Slider
from kinetic_home.ui.widgets.switch import Switch
from kinetic_home.workflow.settings import Settings, ThemeChoice

CHOSEN = Settings(theme=ThemeChoice.DARK, text_percent=150, beat_level=40, voice_level=90)


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(look)
    qtbot.addWidget(page)
    page.resize(1024, 640)
    page.show_settings(CHOSEN, data_folder="Documents/Kinetic Home", version="0.1.0")
    page.show()
    return page


def test_what_is_set_is_shown_and_showing_changes_nothing(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.settings_changed):
        page.show_settings(CHOSEN, data_folder="Documents/Kinetic Home", version="0.1.0")
    shown = {label.text() for label in page.findChildren(QLabel)}
    assert {"150 %", "40 %", "90 %", "Documents/Kinetic Home", "0.1.0"} <= shown


def test_a_change_is_handed_over_whole(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.settings_changed) as changed:
        page.findChild(Switch, "reducedMotion").click()
    assert changed.args == [
        Settings(theme=ThemeChoice.DARK, text_percent=150, beat_level=40, voice_level=90, reduced_motion=True)
    ]


def test_the_arrows_change_text_size_by_ten_percent(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.settings_changed) as changed:
        qtbot.keyClick(page.findChild(Slider, "textSize"), Qt.Key.Key_Right)
    assert changed.args[0].text_percent == 160


def test_a_click_on_a_slider_goes_there(page: SettingsPage, qtbot: QtBot) -> None:
    slider = page.findChild(Slider, "beatLevel")
    with qtbot.waitSignal(page.settings_changed) as changed:
        qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=slider.rect().center())
    assert changed.args[0].beat_level == 50


def test_scrolling_past_a_slider_leaves_it_as_it_is(page: SettingsPage) -> None:
    slider = page.findChild(Slider, "beatLevel")
    turn = QWheelEvent(
        QPointF(slider.rect().center()),
        QPointF(slider.mapToGlobal(slider.rect().center())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    slider.wheelEvent(turn)
    assert (slider.value(), turn.isAccepted()) == (40, False)


def test_the_theme_is_chosen_by_one_click(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.settings_changed) as changed:
        qtbot.mouseClick(page.findChild(Button, "theme-1"), Qt.MouseButton.LeftButton)
    assert changed.args[0].theme is ThemeChoice.LIGHT


def test_timing_by_hand_starts_and_automatic_takes_it_back(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.settings_changed) as changed:
        page.findChild(Button, "timingMode-1").click()
    assert changed.args[0].audio_offset_ms is not None
    with qtbot.waitSignal(page.settings_changed) as changed:
        page.findChild(Button, "timingMode-0").click()
    assert changed.args[0].audio_offset_ms is None


def test_tapping_along_begins_and_each_press_is_a_tap(page: SettingsPage, qtbot: QtBot) -> None:
    page.findChild(Button, "timingMode-1").click()
    with qtbot.waitSignal(page.tapping_began):
        page.findChild(Button, "tapBegin").click()
    with qtbot.waitSignal(page.tapped):
        qtbot.mousePress(page.findChild(Button, "tap"), Qt.MouseButton.LeftButton)


def test_without_sound_its_levels_cannot_be_changed(page: SettingsPage) -> None:
    page.findChild(Switch, "soundOn").click()
    assert not page.findChild(Slider, "beatLevel").isEnabled()
    assert not page.findChild(Button, "trySound").isEnabled()


def test_the_test_sound_is_asked_for(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.sound_tried):
        page.findChild(Button, "trySound").click()
