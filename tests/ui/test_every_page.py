"""What must hold on every page: names for a screen reader, plain text, large targets, nothing cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kinetic_home.ui.theme.look import Look
from tests.ui import every_page, examples

Maker = Callable[[Look], QWidget]
HOSTILE = "<img src=x>"
pages = pytest.mark.parametrize("make", every_page.MAKERS, ids=lambda make: make.__name__)


@pytest.fixture(autouse=True)
def _accessible() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def shown(make: Maker, look: Look, qtbot: QtBot, width: int = 1024, height: int = 640) -> QWidget:
    page = make(look)
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    qtbot.waitExposed(page)
    page.grab()
    return page


def visible(page: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [part for part in page.findChildren(kind) if part.isVisibleTo(page)]


@pages
def test_whatever_takes_the_keyboard_has_a_name_and_a_role(make: Maker, look: Look, qtbot: QtBot) -> None:
    page = shown(make, look, qtbot)
    nameless: list[str] = []
    for part in visible(page, QWidget):
        if part.focusPolicy() == Qt.FocusPolicy.NoFocus or isinstance(part, QLabel):
            continue
        spoken = QAccessible.queryAccessibleInterface(part)
        role = spoken.role()
        if not spoken.text(QAccessible.Text.Name) or role in {QAccessible.Role.Client, QAccessible.Role.NoRole}:
            nameless.append(f"{type(part).__name__} {part.objectName()!r} {role}")
    assert nameless == []


@pages
def test_whatever_is_pressed_has_a_name_for_tests_and_is_large_enough(make: Maker, look: Look, qtbot: QtBot) -> None:
    page = shown(make, look, qtbot)
    for button in visible(page, QAbstractButton):
        assert button.objectName()
        assert button.height() >= 48, button.objectName()
        assert button.width() >= 48, button.objectName()


@pages
def test_all_words_are_plain_text(make: Maker, look: Look, qtbot: QtBot) -> None:
    page = shown(make, look, qtbot)
    formats = {type(label).__name__: label.textFormat() for label in page.findChildren(QLabel)}
    assert set(formats.values()) <= {Qt.TextFormat.PlainText}
    assert not any(part.toolTip() for part in page.findChildren(QWidget))


def hostile(value: object) -> object:
    """Return a value with every text in it replaced by markup; ids, dates and choices stay."""
    if isinstance(value, tuple) and not hasattr(value, "_replace"):
        return tuple(hostile(part) for part in value)
    if isinstance(value, tuple) or (is_dataclass(value) and not isinstance(value, type)):
        worded = {"title", "aim", "plan_title", "exercise", "name", "prescribed", "performed", "next_reason",
                  "next_session_title", "ask", "question", "note", "dose", "pain_sentence",
                  "session_title"}  # fmt: skip
        changes = {
            name: HOSTILE if name in worded and isinstance(part, str) else hostile(part)
            for name in value.__match_args__ or [field.name for field in fields(value)]
            if isinstance(part := getattr(value, name), str | tuple) or is_dataclass(part)
        }
        return value._replace(**changes) if isinstance(value, tuple) else replace(value, **changes)
    return value


@pytest.mark.parametrize("make", [every_page.today, every_page.resume, every_page.summary, every_page.progress])
def test_markup_in_a_plan_is_shown_as_it_is_written(
    make: Maker, look: Look, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TODAY", "RESUME", "SUMMARY", "PROGRESS"):
        monkeypatch.setattr(every_page, name, hostile(getattr(examples, name)))
    page = shown(make, look, qtbot)
    carrying = [label for label in page.findChildren(QLabel) if HOSTILE in label.text()]
    assert carrying
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in carrying)


def test_markup_in_a_question_is_shown_as_it_is_written(look: Look, qtbot: QtBot) -> None:
    page = every_page.PlayerPage(look)
    qtbot.addWidget(page)
    page.ask(examples.question(check=replace(examples.CHECK, ask=HOSTILE)))
    carrying = [label for label in page.findChildren(QLabel) if label.text() == HOSTILE]
    assert [label.textFormat() for label in carrying] == [Qt.TextFormat.PlainText]


@pages
@pytest.mark.parametrize("text_percent", [100, 200])
@pytest.mark.parametrize(("width", "height"), [(1024, 640), (1920, 1080)])
def test_no_word_is_cut_and_no_page_is_wider_than_the_window(
    make: Maker, look: Look, qtbot: QtBot, width: int, height: int, text_percent: int
) -> None:
    look.use(theme="light", text_percent=text_percent, reduced_motion=False)
    page = shown(make, look, qtbot, width, height)
    for area in [page, *page.findChildren(QScrollArea)]:
        if isinstance(area, QScrollArea) and area.isVisibleTo(page):
            assert area.widget().minimumSizeHint().width() <= area.viewport().width(), area.objectName()
    cut = [
        label.text() for label in visible(page, QLabel) if isinstance(label, QLabel) and label.text() and is_cut(label)
    ]
    assert cut == []


def is_cut(label: QLabel) -> bool:
    flags = int(Qt.TextFlag.TextWordWrap) if label.wordWrap() else 0
    needed = QFontMetrics(label.font()).boundingRect(QRect(0, 0, label.width(), 100_000), flags, label.text())
    return needed.width() > label.width() + 1 or needed.height() > label.height() + 1
