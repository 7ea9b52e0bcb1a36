from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kinetic_home.ui.theme.look import FAMILY, Look


def test_the_family_that_ships_is_the_one_that_is_used(look: Look) -> None:
    assert QFontInfo(look.font("body")).family() == FAMILY


def test_changing_numbers_keep_their_width(look: Look) -> None:
    metrics = QFontMetrics(look.font("title", tabular=True))
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_body_text_doubles_at_two_hundred_percent(look: Look) -> None:
    usual = look.text_px("body")
    look.use(theme="light", text_percent=200, reduced_motion=False)
    assert look.text_px("body") == 2 * usual


def test_the_theme_changes_the_palette_and_says_so(look: Look, qtbot: QtBot, qapp: QApplication) -> None:
    with qtbot.waitSignal(look.changed):
        look.use(theme="dark", text_percent=100, reduced_motion=False)
    assert qapp.palette().color(QPalette.ColorRole.Window) == look.colour("ground")
    assert look.theme.name == "dark"


def test_choosing_the_same_again_changes_nothing(look: Look, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(look.changed):
        look.use(theme="light", text_percent=100, reduced_motion=False)


def test_the_system_theme_is_followed_when_nothing_else_was_chosen(look: Look, qapp: QApplication) -> None:
    look.use(theme="system", text_percent=100, reduced_motion=False)
    dark = qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert look.theme.name == ("dark" if dark else "light")


def test_a_larger_window_makes_everything_larger_and_a_small_one_nothing_smaller(look: Look) -> None:
    usual = look.text_px("body")
    look.fit(QSize(3840, 2160))
    large = look.text_px("body")
    look.fit(QSize(1024, 640))
    assert large > 2 * usual
    assert look.text_px("body") == usual


def test_an_icon_takes_the_colour_of_its_role(look: Look) -> None:
    drawing = look.drawing("play", "stop", 24).decode()
    assert look.theme.roles["stop"] in drawing
    assert "currentColor" not in drawing
